"""A council or police force named in a text: by its whole name, by its place beside a word for such a body,
or by its letters.

Where a reader is not told which body was asked, its name would say where somebody lives. The bare place is no
name: that is weighed as a part of an address is.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from lles.casefile.rules.address_words import mutated, names_of_town
from lles.casefile.rules.bodies import bodies
from lles.casefile.rules.folding import fold, squeeze
from lles.casefile.rules.other_names_of_councils import (
    names_of_council_that_are_words,
    other_names_of_council,
)
from lles.law.bilingual import Language, Text

BodyKind = Literal["police", "local_authority"]
NamedBody = tuple[BodyKind, str]

_WORD = re.compile(r"[^\W_]+")
_GAP = r"[\W_]{1,4}"
_AFTER = "county|city|borough|metropolitan|district|unitary|royal|town|childrens?|adult"
_BEFORE = "in|of|for|at|the|from|sir|dinas|bwrdeistref|sirol|tref|yn|ym|yng|y|yr|o|cymuned"
_OF_A_FORCE = frozenset({"police", "constabulary", "service", "heddlu"})
_OF_THE_POLICE = ("police", "constabulary", "heddlu", "heddluoedd", "plismyn")
_LETTERS_OF_A_FORCE, _LETTERS_OF_A_COUNCIL = 3, 4
_FEW = 60
_LETTERS_OF_A_PLACE = 3  # RCT, beside a word for a council
_UNNAMED: dict[BodyKind, Text] = {
    "police": Text(en="[a police force]", cy="[un o heddluoedd Cymru a Lloegr]"),
    "local_authority": Text(en="[a local authority]", cy="[awdurdod lleol]"),
}


def every_body() -> tuple[NamedBody, ...]:
    """Every police force and local authority of the list."""
    return tuple(("police", slug) for slug in bodies("police")) + tuple(
        ("local_authority", slug) for slug in bodies("local_authority")
    )


def names_one(text: str, sought: Collection[NamedBody]) -> bool:
    """Whether the text names one of the bodies."""
    return any(True for _ in _mentions(text, sought))


def without_names(
    text: str, sought: Collection[NamedBody], language: Language, bare: Collection[NamedBody] = ()
) -> str:
    """The text with what kind of body it is in place of the name of each of the bodies; of the `bare` ones
    also in place of where they are."""
    said = text
    for _ in range(len(text)):
        found = next(_mentions(said, sought), None) or next(_mentions(said, bare, places=True), None)
        if found is None:
            return said
        kind, (start, end) = found
        said = f"{said[:start]}{_UNNAMED[kind].said(language)}{said[end:]}"
    return said


def names_the_place_of_one(text: str, sought: Collection[NamedBody]) -> bool:
    """Whether the text names the place of one of the bodies, as a council is spoken of by its place alone."""
    return any(True for _ in _mentions(text, sought, places=True))


@dataclass(frozen=True)
class Named:
    """The ways to name a body as they are searched in folded text, and what a first look needs."""

    looks: tuple[str, ...]
    pattern: str


def council_in_words(slug: str) -> Named:
    """A council by its whole name, or by its place beside a word for a council."""
    forms = _forms("local_authority", slug)
    return Named(forms.looks, _joined(forms.how_they_are_named))


def may_be_named(low: str, slug: str) -> bool:
    """A quick look whether folded text holds a name of a council at all, before each word is tried."""
    return _forms("local_authority", slug).begins.search(low) is not None


@cache
def every_place_in_words(slug: str) -> Named:
    """The place of a council by each of its names, those that are words as well among them."""
    looks = _forms("local_authority", slug).looks
    return Named(looks, _compiled(map(_written, _towns_of(slug) | _words_of(slug))).pattern)


def is_beside_who_works_there(low: str, span: tuple[int, int]) -> bool:
    """Whether a place in folded text stands beside a word for who works for a council, or in its area."""
    before, after = _works_before(), _works_after()
    return bool(after.match(low, span[1]) or before.search(low, max(0, span[0] - _FEW), span[0]))


@cache
def _works_before() -> re.Pattern[str]:
    works = _any_of_a_council("works_for_a_council")
    return re.compile(rf"(?<![^\W_]){works}s?(?:{_GAP}(?:{_BEFORE})){{0,3}}{_GAP}\Z")


@cache
def _works_after() -> re.Pattern[str]:
    works = _any_of_a_council("works_for_a_council")
    return re.compile(rf"(?:{_GAP}(?:{_AFTER})){{0,3}}{_GAP}{works}s?(?![^\W_])")


def place_in_words(slug: str) -> Named:
    """The place of a council by itself."""
    forms = _forms("local_authority", slug)
    return Named(forms.looks, _joined(forms.how_the_place_is or forms.how_they_are_named))


def _mentions(
    text: str, sought: Collection[NamedBody], *, places: bool = False
) -> Iterator[tuple[BodyKind, tuple[int, int]]]:
    if not text.strip():
        return
    folded = fold(text)
    for kind, slug in sought:
        forms = _forms(kind, slug)
        if any(look in folded.squeezed for look in forms.looks):
            pattern = forms.bare if places else forms.names
            if pattern and (found := pattern.search(folded.low)):
                yield kind, _in_the_text(text, found.span())


def _in_the_text(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where a place of folded text stands in the text itself, whose apostrophes folding takes away."""
    start = next(
        at for at in range(len(text) + 1) if len(fold(text[: at + 1]).low) > span[0] or at == len(text)
    )
    end = next(
        at for at in range(start, len(text) + 1) if len(fold(text[:at]).low) >= span[1] or at == len(text)
    )
    return start, end


@dataclass(frozen=True)
class _Forms:
    """What a first look needs, and how the beginnings of the names, the names and the place are written; each
    pattern is made for the first text in which a look is found: there are hundreds of bodies, and most are
    never named."""

    looks: tuple[str, ...]
    how_they_begin: tuple[str, ...]
    how_they_are_named: tuple[str, ...]
    how_the_place_is: tuple[str, ...]

    @cached_property
    def begins(self) -> re.Pattern[str]:
        """What every name begins with."""
        return _compiled(self.how_they_begin)

    @cached_property
    def names(self) -> re.Pattern[str]:
        """Every name."""
        return _compiled(self.how_they_are_named)

    @cached_property
    def bare(self) -> re.Pattern[str] | None:
        """The place by itself; None of a body that is called by no place."""
        return _compiled(self.how_the_place_is) if self.how_the_place_is else None


@cache
def _forms(kind: BodyKind, slug: str) -> _Forms:
    body = bodies(kind).get(slug)
    names = (body.name.en, body.name.cy) if body else (slug.replace("-", " "),)
    whole = [_written(name) for name in names]
    is_council = body is not None and kind != "police"
    places = _places_of(slug) if is_council else frozenset()
    towns, words = (_towns_of(slug), _words_of(slug)) if is_council else (places, places)
    near = _near(towns | words)
    short = {letters for place in places if len(letters := _first_letters(place)) == _LETTERS_OF_A_PLACE}
    beside = _any_of_a_council("of_a_council")
    near += [form for one in short for form in (rf"{one}{_GAP}{beside}", rf"{beside}{_GAP}{one}")]
    if body and kind == "police":
        near = [
            form for name in names for area in _areas_of_a_force(name) for form in _beside_the_police(area)
        ]
    initials = {squeeze(letters) for name in {*names, *places} if body for letters in _initials(kind, name)}
    looks = {
        squeeze(changed) for name in (*names, *towns, *words) for changed in mutated(_longest(fold(name).low))
    }
    if kind == "police":
        looks |= {squeeze(_longest(area)) for name in names for area in _areas_of_a_force(name)}
    return _Forms(
        tuple(looks | initials | {squeeze(one) for one in short}),
        (*whole, *map(_written, towns | words), *initials, *short),
        (*whole, *near, *initials),
        tuple(map(_written, towns)),
    )


def _places_of(slug: str) -> frozenset[str]:
    place = bodies("local_authority")[slug].place
    return frozenset(fold(name).low for name in (place.en, place.cy))


def _towns_of(slug: str) -> frozenset[str]:
    """The place of a council by every name that means nothing else."""
    places = _places_of(slug)
    others = {fold(name).low for name in other_names_of_council(slug)}
    return places.union(others, *map(names_of_town, places))


def _words_of(slug: str) -> frozenset[str]:
    return frozenset(fold(name).low for name in names_of_council_that_are_words(slug))


def _near(towns: Iterable[str]) -> list[str]:
    """The places beside a word for a council."""
    beside = _any_of_a_council("of_a_council")
    return [
        form
        for town in towns
        for form in (
            rf"{_written(town)}s?(?:{_GAP}(?:{_AFTER})){{0,3}}{_GAP}{beside}",
            rf"{beside}(?:{_GAP}(?:{_BEFORE})){{0,3}}{_GAP}{_written(town)}",
        )
    ]


def _areas_of_a_force(name: str) -> Iterator[str]:
    """What a force is called by without the word for a force, each county of two by itself as well."""
    spoken = [word for word in _WORD.findall(fold(name).low) if word not in _OF_A_FORCE]
    yield " ".join(spoken)
    if "and" in spoken:
        at = spoken.index("and")
        yield from (" ".join(spoken[:at]), " ".join(spoken[at + 1 :]))


def _beside_the_police(area: str) -> tuple[str, ...]:
    called = f"(?:{'|'.join(_OF_THE_POLICE)})"
    return (
        rf"{_written(area)}{_GAP}{called}",
        rf"{called}(?:{_GAP}(?:{_BEFORE})){{0,2}}{_GAP}{_written(area)}",
    )


def _initials(kind: BodyKind, name: str) -> Iterator[str]:
    """The letters by which a body is known for short (CWaC, WCBC, NWP); of a council at least four, because
    three stand for much else."""
    letters = _first_letters(name)
    if len(letters) >= (_LETTERS_OF_A_FORCE if kind == "police" else _LETTERS_OF_A_COUNCIL):
        yield letters


def _first_letters(name: str) -> str:
    return "".join(word[0] for word in _WORD.findall(fold(name).low))


def _compiled(forms: Iterable[str]) -> re.Pattern[str]:
    return re.compile(_joined(forms))


def _joined(forms: Iterable[str]) -> str:
    return rf"(?<![^\W_])(?:{'|'.join(forms)})s?(?![^\W_])"


def _longest(name: str) -> str:
    spoken: list[str] = _WORD.findall(name)
    return max(spoken, key=len)


def _written(name: str) -> str:
    first, *rest = _WORD.findall(fold(name).low)
    begun = f"(?:{'|'.join(sorted(map(re.escape, filter(None, mutated(first))), key=len, reverse=True))})"
    return _GAP.join([begun, *map(re.escape, rest)])


def _gapped(words: str) -> str:
    return _GAP.join(map(re.escape, words.split()))


@cache
def _any_of_a_council(listed: str) -> str:
    table = tomllib.loads(Path(__file__).with_name("parts_of_addresses.toml").read_text("utf-8"))
    words: list[str] = table[listed]
    return f"(?:{'|'.join(_gapped(word) for word in sorted(words, key=len, reverse=True))})"
