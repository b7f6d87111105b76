"""Streets, houses and refuges: how their names are told from the words around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lles.casefile.rules.address_words import words
from lles.casefile.rules.folding import Folded

Name = tuple[str, ...]
Weight = Literal["by_its_name", "alone", "by_its_town", "by_its_number", "box"]
_CALLED_AFTER, _CALLED_BEFORE = ("refuge", "hostel", "house"), ("lloches", "hostel", "ty")  # Gorwel refuge
_OF_ANY = re.compile(r"(?<![^\W_])(?:an?|another|his|her|their|our|my)[ \t]*\n?[ \t]*$")
HOUSE_NUMBER = re.compile(r"\d{1,4}[a-z]?")


@dataclass(frozen=True)
class Dwelling:
    """A street or the name of a house, as words, the numbers that stand by it, and what makes it count."""

    name: Name
    numbers: tuple[str, ...]
    is_street: bool
    weight: Weight = "by_its_name"


def is_street(name: Name) -> bool:
    """True where the words begin or end with a kind of street."""
    kinds = words().streets
    return len(name) > 1 and (words().whole(name[-1]) in kinds or name[0] in kinds)


def is_house(name: Name) -> bool:
    """True where the words begin or end as names of houses do: Tŷ Mawr, Rose Cottage."""
    return len(_telling(name)) > 1 and (name[0] in words().begin_a_house or name[-1] in words().houses)


def says_nothing(name: Name) -> bool:
    """True where the words name no place: a note, a county, part of a house."""
    empty = words().joining | words().parts_of_a_house
    return (
        " ".join(name) in words().regions
        or bool(words().no_address & set(name))
        or all(word.isdigit() or len(word) < 2 or word in empty for word in name)
    )


def named(name: Name, numbers: tuple[str, ...]) -> Iterator[Dwelling]:
    """A name as it is typed and, where a town may have been typed behind it, without that town."""
    yield Dwelling(name, numbers, is_street(name))
    if is_street(name):
        return
    for length in range(1, len(name)):
        begun = name[:length]
        if begun[-1] in words().joining or says_nothing(begun):
            continue
        if length > 1 and (numbers or _is_whole_house(begun)):
            yield Dwelling(begun, numbers, is_street(begun))
        elif numbers and _stands_out(begun[0]):
            yield Dwelling(begun, numbers, is_street=False, weight="by_its_number")


def shelters(name: Name, numbers: tuple[str, ...] = ()) -> Iterator[Dwelling]:
    """A refuge or hostel: by its own name, and without one by the town it lies in."""
    known = words()
    if not known.shelters & set(name):
        return
    own = tuple(word for word in name if word not in known.of_shelters | known.joining | known.no_address)
    plain = tuple(word for word in name if word in known.of_shelters)
    if own:
        yield Dwelling(_trimmed(name), numbers, is_street=False, weight="alone")
        if len(own) > 1:
            yield Dwelling(own, numbers, is_street(own))
        else:
            spoken = (*((*own, word) for word in _CALLED_AFTER), *((word, *own) for word in _CALLED_BEFORE))
            yield from (Dwelling(one, (), is_street=False, weight="alone") for one in spoken)
    elif plain:
        yield Dwelling(plain, (), is_street=False, weight="by_its_town")


def is_like_any(dwelling: Dwelling) -> bool:
    """A house without number whose name is what anybody says of a house: New House, Little Cottage; never The
    Old Mill, which is called so with its article."""
    *before, last = dwelling.name
    known = words()
    return (
        dwelling.weight == "by_its_name"
        and not dwelling.is_street
        and not dwelling.numbers
        and bool(before)
        and last in known.houses
        and known.said_of_any_house.issuperset(before)
    )


def is_of_any(text: Folded, span: tuple[int, int]) -> bool:
    """Whether it stands in small letters behind a word by which any house is meant: a new house, her new
    house."""
    of_any = _OF_ANY.search(text.low[: span[0]]) is not None
    return of_any and text.cased[slice(*span)].islower()


def is_shelter(name: Sequence[str]) -> bool:
    """True where one of the words says refuge or hostel."""
    return bool(words().shelters & set(name))


def _trimmed(name: Name) -> Name:
    empty = words().joining | {"in", "at", "i"}
    while name and name[0] in empty:
        name = name[1:]
    return name


def _is_whole_house(name: Name) -> bool:
    """Tŷ Mawr, Bryn Awel, Trem y Môr; The Old Rectory."""
    telling = _telling(name)
    begins = words().begin_a_house | words().begin_a_place
    return (len(telling) == 2 and telling[0] in begins) or (len(telling) > 1 and name[-1] in words().houses)


def _telling(name: Name) -> Name:
    return tuple(word for word in name if word not in words().joining)


def _stands_out(word: str) -> bool:
    known = words()
    return (
        len(word) > 3 and word not in known.ordinary | known.everywhere | known.months | known.in_a_sentence
    )
