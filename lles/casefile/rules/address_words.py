"""The words of addresses and the names of towns, from the tables beside this file."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lles.casefile.rules.folding import fold

_WORDS = Path(__file__).with_name("address_words.toml")
_PLACES = Path(__file__).with_name("places.toml")
_WORD_OF_A_NAME = re.compile(r"[^\W_]+")
_ARTICLE = re.compile(r"^(?:yr?|the)[\s\-]+")


@dataclass(frozen=True)
class Words:
    """The words of addresses: kinds of street and their forms, and what other words tell."""

    streets: Mapping[str, tuple[str, ...]]
    counterparts: Mapping[str, tuple[str, ...]]
    shortened: Mapping[str, tuple[str, ...]]
    come_first: frozenset[str]
    joining: frozenset[str]
    parts_of_a_house: frozenset[str]
    no_address: frozenset[str]
    living: frozenset[str]
    months: frozenset[str]
    everywhere: frozenset[str]
    ordinary: frozenset[str]
    institutions: frozenset[str]
    houses: frozenset[str]
    said_of_any_house: frozenset[str]
    regions: frozenset[str]
    begin_a_house: frozenset[str]
    begin_a_place: frozenset[str]
    shelters: frozenset[str]
    of_shelters: frozenset[str]
    in_a_sentence: frozenset[str]
    sure_streets: frozenset[str]
    surnames: frozenset[str]
    joining_in_names: frozenset[str]
    short_and_mutated: frozenset[str]
    translated: Mapping[str, tuple[str, ...]]

    def whole(self, word: str) -> str:
        """The whole word of a short form for a kind of street: rd is road."""
        return next((kind for kind, forms in self.streets.items() if word in forms), word)

    def forms_of(self, word: str) -> tuple[str, ...]:
        """A word and its short forms; St is a saint and a street."""
        kind = self.whole(word)
        known = (self.streets.get(kind), self.shortened.get(word), self.shortened.get(kind))
        return (word, *(form for forms in known if forms for form in forms))


@cache
def words() -> Words:
    """The words of addresses."""
    table = tomllib.loads(_WORDS.read_text("utf-8"))
    listed = {name: frozenset(members) for name, members in table["words"].items()}
    return Words(
        streets=_tuples(table["streets"]),
        counterparts=_tuples(table["counterparts"]),
        shortened=_tuples(table["shortened"]),
        translated=_both_ways(_tuples(table["translated"])),
        **listed,
    )


@cache
def names_of_town(town: str) -> tuple[str, ...]:
    """Every name of a town in both languages, without the Welsh article."""
    plain = without_article(town)
    return tuple(sorted({plain}.union(*(pair for pair in _pairs_of_names() if plain in pair))))


def names_for_short(town: str) -> tuple[str, ...]:
    """What the people of a town call it for short: aber is aberystwyth, or another one."""
    return tuple(short for name in names_of_town(town) for short in _for_short().get(name, ()))


@cache
def other_places_called(short: str) -> tuple[tuple[str, ...], ...]:
    """The names of other places, in words, in which the short name of a town stands: port talbot."""
    listed: Mapping[str, list[str]] = tomllib.loads(_PLACES.read_text("utf-8"))["not_for_short"]
    return tuple(tuple(name.split()) for name in listed.get(short, ()))


@cache
def _for_short() -> Mapping[str, tuple[str, ...]]:
    return _tuples(tomllib.loads(_PLACES.read_text("utf-8"))["for_short"])


def names_in_words(town: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Every name of a town, given in words and told in words: bont faen is cowbridge."""
    return _in_words().get(tuple(town), ())


@cache
def _in_words() -> Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for pair in (*_pairs_of_names(), *(frozenset({name}) for name in _towns_of_one_name())):
        names = tuple(sorted(tuple(_WORD_OF_A_NAME.findall(name)) for name in pair))
        found |= {name: tuple(dict.fromkeys((*found.get(name, ()), *names))) for name in names}
    return found


def is_town(name: str) -> bool:
    """True where the name is that of a town the table knows."""
    plain = without_article(name)
    return plain in _towns_of_one_name() or any(plain in pair for pair in _pairs_of_names())


def without_article(town: str) -> str:
    """The name without its article: y rhyl is rhyl."""
    return _ARTICLE.sub("", town.strip())


@cache
def _pairs_of_names() -> tuple[frozenset[str], ...]:
    towns = tomllib.loads(_PLACES.read_text("utf-8"))["towns"]
    return tuple(frozenset(without_article(fold(name).low) for name in pair.values()) for pair in towns)


@cache
def _towns_of_one_name() -> frozenset[str]:
    return frozenset(fold(name).low for name in tomllib.loads(_PLACES.read_text("utf-8"))["same"])


_SOFT = {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f", "ll": "l", "rh": "r"}
_NASAL = {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"}
_ASPIRATE = {"p": "ph", "t": "th", "c": "ch"}
_NEVER_CHANGE = ("ch", "dd", "ff", "ng", "ph", "th")


def mutated(word: str) -> Iterator[str]:
    """A word with the Welsh mutations of its first letter: caerdydd, gaerdydd, nghaerdydd, chaerdydd."""
    yield word
    if (len(word) < 4 and word not in words().short_and_mutated) or word.startswith(_NEVER_CHANGE):
        return
    for change in (_SOFT, _NASAL, _ASPIRATE):
        radical = next((begun for begun in (word[:2], word[:1]) if begun in change), None)
        if radical:
            yield change[radical] + word[len(radical) :]


def _both_ways(table: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    turned: dict[str, tuple[str, ...]] = {}
    for english, welsh in table.items():
        for word in welsh:
            turned[word] = (*turned.get(word, ()), english)
    return {**turned, **table}


def _tuples(table: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(forms) for key, forms in table.items()}
