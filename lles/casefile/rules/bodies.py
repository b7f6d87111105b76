"""The police forces and local authorities of whom a check is asked, by name in both languages."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lles.law.bilingual import LANGUAGES, Language, Text


@dataclass(frozen=True)
class Body:
    """A police force or a local authority: its short name on the file, its full name, and its place."""

    slug: str
    name: Text
    place: Text


@cache
def bodies(kind: str) -> Mapping[str, Body]:
    """The bodies that answer a kind of check: `police` or `local_authority`."""
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        rows = tomllib.load(file)[kind]
    return {slug: _body(slug, row) for slug, row in rows.items()}


def body_name(kind: str, slug: str) -> Text:
    """The full name of a body, or what was recorded where the list does not hold it."""
    body = bodies(kind).get(slug)
    return body.name if body else Text(en=slug, cy=slug)


def _body(slug: str, row: Mapping[str, object]) -> Body:
    name = _name(row)
    place = row.get("place")
    return Body(slug, name, _name(place) if isinstance(place, Mapping) else name)


def _name(row: Mapping[str, object]) -> Text:
    english = str(row["en"])
    return Text(en=english, cy=str(row.get("cy", english)))


def is_in_wales(kind: str, slug: str) -> bool:
    """Whether a body is one of Wales: those alone have a Welsh name of their own."""
    body = bodies(kind).get(slug)
    return body is not None and body.name.en != body.name.cy


def languages_of(kind: str, slug: str) -> tuple[Language, ...]:
    """A body of Wales is written to in both languages, another in English (CYM-EQUAL)."""
    return LANGUAGES if is_in_wales(kind, slug) else ("en",)
