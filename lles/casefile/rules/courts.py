"""The courts in Wales: their codes, and their names in both languages."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lles.law.bilingual import Text


@cache
def _table() -> Mapping[str, Any]:
    with Path(__file__).with_name("courts.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _welsh() -> tuple[tuple[str, Text], ...]:
    rows = _table()["wales"].values()
    return tuple((row["code"], Text(en=row["en"], cy=row["cy"])) for row in rows)


def courts_in_wales() -> tuple[tuple[str, Text], ...]:
    """The courts in Wales: each with its code, as far as it is known, and its names."""
    return _welsh()


def is_in_wales(code: str, name: str) -> bool:
    """Whether a court sits in Wales, by its code or by its name in either language."""
    return any(
        (code and code == known) or name.casefold() in (words.en.casefold(), words.cy.casefold())
        for known, words in _welsh()
    )


def court_name(code: str, name: str) -> Text:
    """The name of a court in both languages; a court outside Wales has one name."""
    for known, words in _welsh():
        if (code and code == known) or name.casefold() in (words.en.casefold(), words.cy.casefold()):
            return words
    return Text(en=name, cy=name)


def court_or_code(code: str, name: str) -> Text:
    """The name of a court; of one that gave none, that it has none, with its code where there is one."""
    found = court_name(code, name)
    if found.en:
        return found
    words = _table()["without_a_name"]
    return Text.from_data(words["with_code"]).fill(code=code) if code else Text.from_data(words["at_all"])
