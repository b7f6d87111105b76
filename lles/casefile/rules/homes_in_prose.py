"""Homes inside a sentence: Lived at 12 Mill Lane until 2021, before that at Tŷ Mawr and with her mother.

Names of houses are told by their capitals; where all letters are small or all are capitals, by the words
that names of houses begin and end with.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lles.casefile.rules.address_words import is_town, words
from lles.casefile.rules.dwellings import (
    HOUSE_NUMBER,
    Dwelling,
    Name,
    is_street,
    named,
    shelters,
)

_WORD = re.compile(r"[^\W_]+")
_LONGEST_NAME = 4


@dataclass(frozen=True)
class _Spoken:
    """The words of a sentence, and which of them may belong to a name."""

    low: Name
    may_name: tuple[bool, ...]
    by_capitals: bool


def homes_in_prose(low: str, cased: str) -> Iterator[Dwelling]:
    """The streets, houses and refuges that a sentence names."""
    spoken = _spoken(low, cased)
    for at, word in enumerate(spoken.low):
        if HOUSE_NUMBER.fullmatch(word):
            yield from _numbered(spoken, at)
        elif word in words().shelters:
            yield from shelters((*_before(spoken, at), *_after(spoken, at)))
        elif words().whole(word) in words().sure_streets:
            yield from _street(spoken, at)
        elif spoken.may_name[at] and word in words().begin_a_house | words().begin_a_place:
            yield from _houses_begun(_after(spoken, at))
        elif word in words().houses and (before := _before(spoken, at)):
            yield Dwelling((*before, word), (), is_street((*before, word)))


def towns_in_prose(low: str) -> Iterator[str]:
    """The towns that a sentence names."""
    yield from (word for word in _WORD.findall(low) if is_town(word))


def is_prose(name: Sequence[str]) -> bool:
    """True where the words are more than a line of an address; Ring Road and Mothers Lane are lines."""
    if len(name) < 4 and is_street(tuple(name)):
        return False
    return len(name) > 5 or bool(words().in_a_sentence & set(name))


def _spoken(low: str, cased: str) -> _Spoken:
    found = tuple(_WORD.findall(low))
    capitals = tuple(word[0].isupper() for word in _WORD.findall(cased))
    by_capitals = not cased.isupper() and any(capitals)
    closed = words().in_a_sentence | words().no_address
    may_name = tuple(
        word not in closed and (capital or not by_capitals)
        for word, capital in zip(found, capitals, strict=True)
    )
    return _Spoken(found, may_name, by_capitals)


def _numbered(spoken: _Spoken, at: int) -> Iterator[Dwelling]:
    number, start = (spoken.low[at],), at + 1
    following = (spoken.low[start : start + length] for length in (2, 3, 4))
    streets = (name for name in following if is_street(name) and name[-1] not in words().joining)
    if street := next(streets, None):
        yield Dwelling(street, number, is_street=True)
        return
    name = _after(spoken, start) if start < len(spoken.low) and spoken.may_name[start] else ()
    known = words()
    if not name or name[0] in known.months | known.parts_of_a_house:
        return
    if spoken.by_capitals or name[0] in known.begin_a_house | known.begin_a_place:
        yield from named(name, number)


def _street(spoken: _Spoken, at: int) -> Iterator[Dwelling]:
    """A street without a number; its number, where it has one, stands before it and was read with it."""
    welsh = spoken.low[at] in words().come_first
    before = () if welsh else _before(spoken, at)
    if HOUSE_NUMBER.fullmatch(spoken.low[at - len(before) - 1]):
        return
    name = _after(spoken, at) if welsh else (*before, spoken.low[at])
    if len(name) > 1 and spoken.may_name[at] and not words().institutions & set(name):
        yield Dwelling(name, (), is_street=True)


def _houses_begun(name: Name) -> Iterator[Dwelling]:
    telling = [at for at, word in enumerate(name) if word not in words().joining]
    if len(telling) > 1 and name[telling[1]] not in words().surnames:
        yield Dwelling(name[: telling[1] + 1], (), is_street(name[: telling[1] + 1]))


def _after(spoken: _Spoken, at: int) -> Name:
    """The name that begins at a word."""
    end = at + 1
    while end < min(len(spoken.low), at + _LONGEST_NAME):
        if not spoken.may_name[end] and spoken.low[end] not in words().joining_in_names:
            break
        end += 1
    name = spoken.low[at:end]
    while name and name[-1] in words().joining:
        name = name[:-1]
    return name


def _before(spoken: _Spoken, at: int) -> Name:
    """The words of a name that stand before its last one."""
    start = at
    while start > max(0, at - 3) and spoken.may_name[start - 1]:
        if spoken.low[start - 1] in words().joining or spoken.low[start - 1].isdigit():
            break
        start -= 1
    return spoken.low[start:at]
