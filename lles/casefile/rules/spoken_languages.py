"""The languages that people speak, named in both languages."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from lles.law.bilingual import Text

_TABLE = Path(__file__).with_name("spoken_languages.toml")
_PARTS = re.compile(r"[()]| or |, ")


def language_named(typed: str) -> Text:
    """The language that somebody typed, by its name in either language, part of it in brackets, or its code;
    what is not on the list stays as it was typed."""
    return _by_name().get(" ".join(typed.split()).casefold()) or Text(en=typed, cy=typed)


def is_a_language(typed: str) -> bool:
    """Whether what somebody typed is a language on the list."""
    return " ".join(typed.split()).casefold() in _by_name()


@cache
def _by_name() -> Mapping[str, Text]:
    table = tomllib.loads(_TABLE.read_text("utf-8"))
    names = {code: Text.from_data(row) for code, row in table.items()}
    found: dict[str, Text] = {}
    for code, name in names.items():
        for whole in (name.en, name.cy, code):
            found[whole.casefold()] = name
    for name in names.values():
        for part in _parts(name.en):
            found.setdefault(part.casefold(), name)
    return MappingProxyType(found)


def _parts(name: str) -> Iterator[str]:
    yield from (part.strip() for part in _PARTS.split(name) if len(part.strip()) > 2)
