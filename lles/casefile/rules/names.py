"""Names as people bear them: in any order, misspelt, by a short form, with ap or ferch or without."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path

from lles.casefile.rules.folding import fold

_BETWEEN = re.compile(r"[\W_]+")
SHORTEST_MISSPELT = 4
LONG = 8


class Likeness(IntEnum):
    """How near one name is to another, from nothing in common to the very same."""

    NOT = 0
    FIRST = 1
    ALIKE = 2
    REVERSED = 3
    SAME = 4


@dataclass(frozen=True)
class _Forms:
    patronymics: frozenset[str]
    of: dict[str, frozenset[str]]


@cache
def _forms() -> _Forms:
    table = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
    of: dict[str, frozenset[str]] = {}
    for group in (*table["groups"], *table["grown_together"]):
        for form in group:
            of[form] = of.get(form, frozenset()) | frozenset(group)
    return _Forms(frozenset(table["patronymics"]), of)


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: folded, at hyphens apart, without ap, ab or ferch."""
    words = [word for word in _BETWEEN.split(fold(name).low) if word]
    bearing = [word for word in words if word not in _forms().patronymics]
    return tuple(bearing or words)


def forms_of(word: str) -> frozenset[str]:
    """The other forms of one word of a name: short forms, spellings, Welsh and English."""
    return _forms().of.get(word, frozenset()) - {word}


def likeness(one: str, other: str) -> Likeness:
    """How near two whole names are, whatever the order of their words."""
    ours, theirs = words_of(one), words_of(other)
    if not ours or not theirs:
        return Likeness.NOT
    if "".join(ours) == "".join(theirs):
        return Likeness.SAME
    if sorted(ours) == sorted(theirs):
        return Likeness.REVERSED
    return _alike(ours, theirs)


def _alike(ours: Sequence[str], theirs: Sequence[str]) -> Likeness:
    fewer, more = sorted((ours, theirs), key=len)
    is_enough = len(fewer) > 1 or len(more) == 1
    if is_enough and _each_has_its_own(fewer, more):
        return Likeness.ALIKE
    if _near("".join(ours), "".join(theirs)):
        return Likeness.ALIKE
    return Likeness.FIRST if is_form_of(ours[0], theirs[0]) else Likeness.NOT


def _each_has_its_own(fewer: Iterable[str], more: Sequence[str]) -> bool:
    left = list(more)
    for word in fewer:
        own = next(
            (other for test in (_same, is_form_of, _near) for other in left if test(word, other)), None
        )
        if own is None:
            return False
        left.remove(own)
    return True


def _same(one: str, other: str) -> bool:
    return one == other


def is_form_of(one: str, other: str) -> bool:
    """Whether two words are forms of one name."""
    return one == other or other in forms_of(one)


def is_near(one: str, other: str) -> bool:
    """Whether two words are one name, allowing for its forms and for a slip in writing it."""
    return is_form_of(one, other) or _near(one, other)


def _near(one: str, other: str) -> bool:
    shorter = min(len(one), len(other))
    if shorter < SHORTEST_MISSPELT:
        return False
    return slips(one, other) <= (2 if shorter >= LONG else 1)


@lru_cache(maxsize=65536)
def slips(one: str, other: str) -> int:
    """How many letters were left out, put in, put wrong or swapped with their neighbour."""
    if abs(len(one) - len(other)) > 2:
        return abs(len(one) - len(other))
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, beside in enumerate(other, start=1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != beside))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == beside:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
