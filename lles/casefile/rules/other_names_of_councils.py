"""What people call a council, or its area, beside its name in either language: Sir Gâr, the Vale, Dyfed."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_Listed = Mapping[str, Mapping[str, list[str]]]


def other_names_of_council(slug: str) -> tuple[str, ...]:
    """The names of a council that mean nothing else."""
    return _of(slug, "names")


def names_of_council_that_are_words(slug: str) -> tuple[str, ...]:
    """The names of a council that are a word, a person's name or other letters as well."""
    return _of(slug, "words")


def other_names_of_area(slug: str) -> tuple[str, ...]:
    """The names of the area of a council that mean nothing else, counties as they were among them."""
    return _of(slug, "names", "counties")


def names_of_area_that_are_words(slug: str) -> tuple[str, ...]:
    """The names of the area of a council that are a word, a person's name or other letters as well."""
    return _of(slug, "words", "counties_that_are_names")


def _of(slug: str, *lists: str) -> tuple[str, ...]:
    return tuple(name for one in lists for name in _listed()[one].get(slug, ()))


@cache
def _listed() -> _Listed:
    listed: _Listed = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    return listed
