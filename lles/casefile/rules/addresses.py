"""An address taken apart: what in its lines points to one home, and what thousands share.

Addresses come as they were typed: lines in any order, a flat before a house, a number on a line of its own, a
note in place of an address, several homes in one box. What cannot be told apart is kept as the name of a
house, which counts with less weight than a number in a street.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lles.casefile.rules.address_words import is_town, words
from lles.casefile.rules.dwellings import (
    Dwelling,
    Name,
    is_house,
    is_shelter,
    is_street,
    named,
    says_nothing,
    shelters,
)
from lles.casefile.rules.folding import fold
from lles.casefile.rules.homes_in_prose import homes_in_prose, is_prose, towns_in_prose
from lles.casefile.rules.po_boxes import NAME, box_in
from lles.casefile.rules.written_forms import code_abroad, emails_in, phones_in, postcodes_in

_LINE = re.compile(r"[^\n,;()]+")
_ANOTHER_HOME = re.compile(r"[;()]|\n[ \t\r]*\n")
_CARE_OF = re.compile(r"\W*(?:c\s*/\s*o|d\s*/\s*o|care of|dan ofal)\b[\s:]*")
_AT = re.compile(r"^(?:at|in|yn|ym|yng|mewn|my|is)\s+(?=\S)")
_A_NUMBER = r"\d{1,5}[a-z]?(?:\s?[-/]\s?\d{1,5}[a-z]?)?(?![a-z\d])"
_NUMBER = re.compile(rf"(?:no\b\.?|number|rhif|#)?\W*({_A_NUMBER})\W*")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Address:
    """What an address points with: dwellings, the towns they lie in, postcodes."""

    dwellings: tuple[Dwelling, ...]
    towns: tuple[str, ...]
    postcodes: tuple[str, ...]


@dataclass
class _Home:
    """The lines of one home as they are sorted: each line's dwellings, homes told by a sentence, towns."""

    lines: list[list[Dwelling]] = field(default_factory=list)
    told: list[Dwelling] = field(default_factory=list)
    towns: list[str] = field(default_factory=list)
    numbers: tuple[str, ...] = ()

    def has_a_street(self) -> bool:
        """True where a line names a street or has a number."""
        dwellings = [*self.told, *(dwelling for line in self.lines for dwelling in line)]
        return any(dwelling.is_street or dwelling.numbers for dwelling in dwellings)


@lru_cache(maxsize=1)  # every kind of part is looked for in the same address, one after the other
def parse(value: str) -> Address:
    """The parts of an address given as lines; of several homes in one text, the parts of all."""
    text = fold(value)
    codes = tuple(postcodes_in(text.low))
    low = _blanked(text.low, codes)
    low = _blanked(low, (*phones_in(low), *emails_in(low)), ",")
    homes, postcodes, end = [_Home()], [code for code, _, _ in codes], 0
    for line in _LINE.finditer(low):
        if not line[0].strip(" ."):
            continue
        if code := code_abroad(line[0].strip(" .")):
            postcodes.append(code)
        if (gap := _ANOTHER_HOME.search(low, end, line.start())) and _begins_a_home(line[0], gap[0]):
            homes.append(_Home())
        _read_line(homes[-1], line[0], text.cased[line.start() : line.end()])
        end = line.end()
    dwellings = tuple(dict.fromkeys(dwelling for home in homes for dwelling in _sorted_out(home)))
    return Address(dwellings, tuple(town for home in homes for town in home.towns), tuple(postcodes))


def points_to_a_home(value: str) -> bool:
    """True where a text surely holds an address: a postcode, a street, a house called so, a named refuge."""
    whole = parse(value)
    return bool(whole.postcodes) or any(
        dwelling.is_street or is_house(dwelling.name) or dwelling.weight in {"alone", "box"}
        for dwelling in whole.dwellings
    )


def _blanked(text: str, found: Iterable[tuple[str, int, int]], sign: str = "\n") -> str:
    """The text, as long as before, with other details taken out; a postcode ends the lines of a home."""
    for _, start, end in found:
        text = text[:start] + sign * (end - start) + text[end:]
    return text


def _begins_a_home(line: str, gap: str) -> bool:
    numbers, name = _numbers_before(line.strip(" ."))
    if gap == ";" and len(name) > 1 and name[0] in words().begin_a_place:
        return True
    return bool(numbers) or is_street(name) or is_house(name) or is_shelter(name) or is_prose(name)


def _read_line(home: _Home, low: str, cased: str) -> None:
    segment = low.strip(" .")
    if box := box_in(segment):
        home.lines.append([Dwelling(NAME, (box[0],), is_street=False, weight="box")])
        segment = f"{segment[: box[1]]} {segment[box[2] :]}".strip(" .")
    if not segment:
        return
    of_another = _CARE_OF.match(segment)
    segment = _AT.sub("", segment[of_another.end() if of_another else 0 :], count=1)
    numbers, name = _numbers_before(segment)
    numbers, home.numbers = home.numbers + numbers, ()
    if of_another:
        home.lines.append([one for one in _dwellings(name, numbers) if _is_no_person(one)])
    elif not name:
        home.numbers = numbers
    elif is_prose(name):
        home.told.extend(homes_in_prose(low, cased))
        home.towns.extend(towns_in_prose(low))
    elif is_shelter(name):
        home.lines.append(list(shelters(name, numbers)))
    elif numbers or is_street(name) or is_house(name) or not (home.has_a_street() or is_town(" ".join(name))):
        name, town = _parted_from_town(name)
        home.lines.append(list(_dwellings(name, numbers)))
        home.towns.extend([town] if town else [])
    elif not says_nothing(name):
        home.towns.append(" ".join(name))


def _is_no_person(dwelling: Dwelling) -> bool:
    """Care of a person names nobody's home, care of an office neither."""
    if dwelling.numbers:
        return True
    telling = [word for word in dwelling.name if word not in words().joining]
    return (
        (dwelling.is_street or is_house(dwelling.name))
        and len(telling) > 1
        and not words().institutions & set(telling)
    )


def _sorted_out(home: _Home) -> Iterator[Dwelling]:
    """Where no street is named, the first line is the house and the lines after it are places."""
    yield from home.told
    lines = [line for line in home.lines if line]
    if home.has_a_street():
        yield from (dwelling for line in lines for dwelling in line)
        return
    for at, line in enumerate(lines):
        if at == 0 or is_house(line[0].name) or line[0].weight != "by_its_name":
            yield from line
        else:
            home.towns.append(" ".join(line[0].name))


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
    elif not says_nothing(name):
        yield from named(name, numbers)


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
    if name[0] in {"y", "yr"} and len(name) > 2 and name[1] in words().come_first:
        name = name[1:]
    kinds = [at for at, word in enumerate(name) if at and words().whole(word) in words().streets]
    if not kinds or name[0] in words().come_first or kinds[-1] + 1 == len(name):
        return name, ""
    return name[: kinds[-1] + 1], " ".join(name[kinds[-1] + 1 :])
