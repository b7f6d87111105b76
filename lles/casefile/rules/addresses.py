"""An address taken apart: what in its lines points to one home, and what thousands share.

Addresses come as they were typed: lines in any order, a flat before a house, a number on a line of its own, a
note in place of an address. What cannot be told apart is kept as the name of a house, which counts with less
weight than a number in a street.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lles.casefile.rules.address_words import is_town, words
from lles.casefile.rules.folding import fold

_BREAK = re.compile(r"[\n,;]+")
_POSTCODE = re.compile(r"\b([a-z]{1,2}\d[a-z\d]?)[\s.\-]{0,3}(\d[a-z]{2})\b")
_CARE_OF = re.compile(r"\W*(?:c\s*/\s*o|d\s*/\s*o|care of|dan ofal)\b")
_A_NUMBER = r"\d{1,5}[a-z]?(?:\s?[-/]\s?\d{1,5}[a-z]?)?(?![a-z\d])"
_NUMBER = re.compile(rf"(?:no\b\.?|number|rhif|#)?\W*({_A_NUMBER})\W*")
_HOUSE_NUMBER = re.compile(r"\d{1,4}[a-z]?")
_WORD = re.compile(r"[^\W_]+")
_LONGEST_NAME = 5

Name = tuple[str, ...]


@dataclass(frozen=True)
class Dwelling:
    """A street or the name of a house, as words, and the numbers that stand by it."""

    name: Name
    numbers: tuple[str, ...]
    is_street: bool


@dataclass(frozen=True)
class Address:
    """What an address points with: dwellings, the towns they lie in, postcodes."""

    dwellings: tuple[Dwelling, ...]
    towns: tuple[str, ...]
    postcodes: tuple[str, ...]


def parse(value: str) -> Address:
    """The parts of an address given as lines."""
    low = fold(value).low
    postcodes = tuple("".join(found.groups()) for found in _POSTCODE.finditer(low))
    segments = (segment.strip(" .") for segment in _BREAK.split(_POSTCODE.sub("\n", low)))
    dwellings: list[Dwelling] = []
    towns: list[str] = []
    waiting: tuple[str, ...] = ()
    for segment in segments:
        if not segment or _CARE_OF.match(segment):
            continue
        numbers, name = _numbers_before(segment)
        numbers, waiting = waiting + numbers, ()
        if not name:
            waiting = numbers
        elif len(name) > _LONGEST_NAME:
            dwellings.extend(_streets_in_prose(segment))
        elif numbers or _is_street(name) or not (_any_street(dwellings) or is_town(" ".join(name))):
            name, town = _parted_from_town(name)
            dwellings.extend(_dwellings(name, numbers))
            towns.extend([town] if town else [])
        elif not _says_nothing(name):
            towns.append(" ".join(name))
    return _sorted_out(dwellings, towns, postcodes)


def _sorted_out(dwellings: Sequence[Dwelling], towns: Sequence[str], postcodes: tuple[str, ...]) -> Address:
    """Where no street is named, the first line is the house and the lines after it are places."""
    if _any_street(dwellings):
        return Address(tuple(dwellings), tuple(towns), postcodes)
    places = [" ".join(dwelling.name) for dwelling in dwellings[1:]]
    return Address(tuple(dwellings[:1]), (*places, *towns), postcodes)


def _numbers_before(segment: str) -> tuple[tuple[str, ...], Name]:
    """The numbers a line begins with (flat 2, 14a) and the words that follow."""
    numbers: list[str] = []
    rest = segment
    while rest:
        if found := _NUMBER.match(rest):
            numbers.append(re.sub(r"\s", "", found[1]))
            rest = rest[found.end() :]
        elif (word := _WORD.match(rest)) and word[0] in words().parts_of_a_house:
            rest = rest[word.end() :].lstrip(" .")
        else:
            break
    return tuple(numbers), tuple(_WORD.findall(rest))


def _dwellings(name: Name, numbers: tuple[str, ...]) -> Iterator[Dwelling]:
    """A line as a dwelling; a number in the middle of it parts a house from its street."""
    at = next((at for at, word in enumerate(name) if at and word[0].isdigit() and at + 1 < len(name)), None)
    if at is not None:
        yield from _dwellings(name[:at], numbers)
        yield from _dwellings(name[at + 1 :], (name[at],))
    elif not _says_nothing(name):
        yield Dwelling(name, numbers, _is_street(name))


def _streets_in_prose(segment: str) -> Iterator[Dwelling]:
    """Streets with their numbers inside a sentence: lived at 12 Mill Lane until 2021."""
    found = tuple(_WORD.findall(segment))
    for at, word in enumerate(found, start=1):
        if _HOUSE_NUMBER.fullmatch(word):
            following = (found[at : at + length] for length in (2, 3, 4) if at + length <= len(found))
            if street := next((name for name in following if _is_street(name) and _is_whole(name)), None):
                yield Dwelling(street, (word,), is_street=True)


def _parted_from_town(name: Name) -> tuple[Name, str]:
    """A street and the town that was typed on the same line: mill lane cardiff, heol y dwr caerdydd."""
    for length in (3, 2, 1):
        town = " ".join(name[-length:])
        if len(name) - length < 2:
            continue
        if town in words().regions:
            name = name[:-length]
        elif is_town(town):
            return name[:-length], town
    kinds = [at for at, word in enumerate(name) if at and words().whole(word) in words().streets]
    if not kinds or name[0] in words().come_first or kinds[-1] + 1 == len(name):
        return name, ""
    return name[: kinds[-1] + 1], " ".join(name[kinds[-1] + 1 :])


def _is_whole(name: Name) -> bool:
    return name[-1] not in words().joining


def _is_street(name: Name) -> bool:
    kinds = words().streets
    return len(name) > 1 and (words().whole(name[-1]) in kinds or name[0] in kinds)


def _any_street(dwellings: Sequence[Dwelling]) -> bool:
    return any(dwelling.is_street or dwelling.numbers for dwelling in dwellings)


def _says_nothing(name: Name) -> bool:
    empty = words().joining | words().parts_of_a_house
    return (
        " ".join(name) in words().regions
        or bool(words().no_address & set(name))
        or all(word.isdigit() or len(word) < 2 or word in empty for word in name)
    )
