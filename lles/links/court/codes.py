"""The code lists of the courts' services, read from the tables beside it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


def folded(text: str) -> str:
    """Bring a code or label to one spelling: small letters, single spaces, straight apostrophes."""
    return " ".join(text.replace("\u2019", "'").split()).casefold()


def snake(text: str) -> str:
    """Turn a word of the court into lower snake: specificIssueOrder and SPECIFIC_ISSUE_ORDER alike."""
    parted = re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", text.strip())
    return re.sub(r"\W+", "_", parted).strip("_").casefold()


def _table(name: str) -> Mapping[str, str]:
    return {folded(key): value for key, value in _CODES[name].items()}


_CODES = _load("codes.toml")

MONTHS: Mapping[str, int] = {folded(word): number for word, number in _CODES["months"].items()}
GENDERS = _table("genders")
ANSWERS = _table("answers")
RELATIONS = _table("relations")
PRIVATE_KINDS = _table("private_kinds")
CHILD_ARRANGEMENTS_TYPES = _table("child_arrangements_types")
PUBLIC_KINDS = _table("public_kinds")
REPORTS = _table("reports")
ORDERS: Mapping[str, str] = _CODES["orders"]
ORDER_CODES: Mapping[str, str] = {folded(code): code for code in ORDERS}
HEARING_STATUSES = {folded(code): code for code in _CODES["hearing_statuses"]["known"]} | {
    folded(wrong): right for wrong, right in _CODES["hearing_statuses"]["misspelt"].items()
}
OFF_THE_LIST = frozenset(_CODES["hearing_statuses"]["off_the_list"])
HEARING_TYPES: Mapping[str, Mapping[str, str]] = _load("hearing_types.toml")
_HEARING_NAMES = {folded(name): one for one in HEARING_TYPES.values() for name in one.values()}
STATES: Mapping[str, str] = {folded(code): code for code in _CODES["states"]["known"]}
CATEGORIES: Mapping[str, str] = {
    folded(code): code for code in (*_CODES["categories"]["private"], *_CODES["categories"]["public"])
}
CASE_TYPES = frozenset(folded(code) for code in _CODES["case_types"]["known"])
LIVING_SITUATIONS = _table("living_situations")
ADDRESS_UNKNOWN_REASONS = _table("address_unknown_reasons")
FATHERS_RESPONSIBILITY = _table("fathers_responsibility")
REGIONS = _table("regions")
HARM_SEEN = _table("harm_seen")
CONFIDENTIAL_WORDS: tuple[str, ...] = tuple(_CODES["confidential_words"]["words"])

PRIVATE_FILING: Mapping[str, str] = _CODES["filing"]["private"]
PUBLIC_FILING: Mapping[str, str] = _CODES["filing"]["public"]

WARNING_WORDS: Mapping[str, Mapping[str, str]] = _load("feed_warnings.toml")


def hearing_type(code: str, words: str) -> Mapping[str, str]:
    """The names of a type of hearing in English ("en") and Welsh ("cy"), known by its code or else by either
    of its names; empty where neither is listed."""
    return HEARING_TYPES.get(code.upper()) or _HEARING_NAMES.get(folded(words), {})


@cache
def kept_paths(service: str) -> frozenset[str]:
    """List the paths whose values are kept as they came and read into no fact, in small letters."""
    kept = _load("kept.toml")
    groups = (*kept[service].values(), *kept["anywhere"].values())
    return frozenset(path.casefold() for group in groups for path in group["paths"])


def is_kept(service: str, path: str) -> bool:
    """Say whether the value at a written path belongs to those that are kept as they came."""
    kept = kept_paths(service)
    steps = re.findall(r"\[\]|[^.\[\]]+", re.sub(r"\[\d+\]", "[]", path).casefold())
    above = ""
    for step in steps:
        above += step if step == "[]" or not above else f".{step}"
        if above in kept or f"*.{step}" in kept:
            return True
    return False
