"""Confidential details: when one is protected, and whether a text gives one away.

Pure: it is given the details and the texts, opens nothing and keeps nothing. What it looks for and what it
leaves alone is told in the modules of each kind and shown in the tests.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from lles.casefile.rules import written_forms
from lles.casefile.rules.address_search import address
from lles.casefile.rules.addresses import parse, points_to_a_home
from lles.casefile.rules.councils_of_homes import councils_of
from lles.casefile.rules.dialling_codes import codes_of
from lles.casefile.rules.email_addresses import email
from lles.casefile.rules.folding import Folded, decoded_once_more, fold, unwrapped
from lles.casefile.rules.glued_words import with_words_apart
from lles.casefile.rules.homes_in_few_words import homes_in_few_words
from lles.casefile.rules.houses_of_ordinary_words import houses_of_ordinary_words
from lles.casefile.rules.names_of_sources import parts_of_sources, source_called
from lles.casefile.rules.parts_of_addresses import Held, Part, PartKind, Told, parts_of
from lles.casefile.rules.parts_of_areas import parts_of_areas
from lles.casefile.rules.parts_translated import parts_for_short, parts_translated
from lles.casefile.rules.postcode_areas import postcode_areas_of
from lles.casefile.rules.signs_of_a_map import signs_of_a_map
from lles.casefile.rules.spoken_letters import with_letters
from lles.casefile.rules.spoken_numbers import with_figures
from lles.casefile.rules.written_forms import Found

Kind = Literal["address", "postcode", "phone", "email", "name", "source"]
LeakKind = Literal[Kind, PartKind, "map"]


SOURCE = "source:"


class Place(Protocol):
    """A text and where it stands."""

    @property
    def name(self) -> str:
        """Where the text stands."""

    @property
    def text(self) -> str:
        """The text."""


@dataclass(frozen=True)
class ProtectedDetail:
    """One thing that must not be given away: its kind, its text (an address has lines), and whose it is."""

    kind: Kind
    value: str | tuple[str, ...]
    owner: str

    @property
    def text(self) -> str:
        """The detail as one text."""
        return self.value if isinstance(self.value, str) else "\n".join(self.value)

    def __repr__(self) -> str:
        return f"ProtectedDetail({self.kind!r}, ..., {self.owner!r})"


@dataclass(frozen=True)
class Leak:
    """A protected detail, or a part of one, stands in a text; says where, of what kind and whose, never the
    detail."""

    kind: LeakKind
    place: str
    owner: str
    part: str = field(default="", repr=False)


_FORMS: Mapping[Kind, Callable[[str], tuple[Found, ...]]] = {
    "address": address,
    "postcode": written_forms.postcode,
    "phone": written_forms.phone,
    "email": email,
    "name": written_forms.name,
    "source": source_called,
}


class Search:
    """A search for protected details, in whatever form they are written, worked out once for many texts;
    where it is said what the reader holds, for the parts of addresses as well."""

    def __init__(self, details: Iterable[ProtectedDetail], held: Held | None = None) -> None:
        sought = dict.fromkeys(part for detail in details for part in _parts(detail))
        self._searches = [(detail, _FORMS[detail.kind](detail.text)) for detail in sought]
        self._held = held or Held()
        self._read: dict[str, tuple[Folded, ...]] = {}
        self._told: dict[str, tuple[tuple[Part, Told], ...]] = {}
        self._parts = () if held is None else tuple(_parts_of_addresses(sought, held))
        self._hides_a_place = held is not None and bool(self._searches)

    def leaks(self, places: Iterable[Place]) -> tuple[Leak, ...]:
        """Every place in which one of the details stands, or a part that tells it by itself."""
        return tuple(dict.fromkeys(leak for place in places for leak in self._in(place)))

    def hints(self, places: Iterable[Place]) -> tuple[Leak, ...]:
        """Every place in which a part stands that may tell an address, or a place on a map that may be one: a
        person weighs it."""
        read = tuple(places)
        parts = (leak for place in read for leak in self._parts_in(place, "perhaps"))
        return tuple(dict.fromkeys((*parts, *(leak for place in read for leak in self._on_a_map(place)))))

    def _on_a_map(self, place: Place) -> Iterator[Leak]:
        """What leads to a place on a map, which may be the home of anybody whose detail is protected."""
        for text in self._readings(place.text) if self._hides_a_place else ():
            yield from (Leak("map", place.name, "", sign) for sign in signs_of_a_map(text))

    def _in(self, place: Place) -> Iterator[Leak]:
        whole = [
            Leak(detail.kind, place.name, detail.owner)
            for text in (self._readings(place.text) if self._searches else ())
            for detail, forms in self._searches
            if any(stands_in(text) for stands_in in forms)
        ]
        yield from whole
        named = {leak.owner for leak in whole}
        yield from (leak for leak in self._parts_in(place, "surely") if leak.owner not in named)

    def _readings(self, text: str) -> tuple[Folded, ...]:
        """The ways to read a text, worked out once: whole details and parts are looked for in the same."""
        if text not in self._read:
            self._read[text] = _readings(text)
        return self._read[text]

    def _parts_in(self, place: Place, told: Told) -> Iterator[Leak]:
        for part, tells in self._parts_told(place.text) if self._parts else ():
            if tells == told:
                yield Leak(part.kind, place.name, part.owner, part.called)

    def _parts_told(self, text: str) -> tuple[tuple[Part, Told], ...]:
        """The parts that some way to read a text tells, surely or perhaps, worked out once."""
        if text not in self._told:
            found = (
                (part, part.told(one, self._held)) for one in self._readings(text) for part in self._parts
            )
            self._told[text] = tuple((part, tells) for part, tells in found if tells)
        return self._told[text]


def find(
    places: Iterable[Place], details: Iterable[ProtectedDetail], held: Held | None = None
) -> tuple[Leak, ...]:
    """Every place in which a protected detail stands, in whatever form it is written."""
    return Search(details, held).leaks(places)


def is_protected(flag: bool | None) -> bool:
    """A flag that is missing or unknown protects; only an outspoken no does not."""
    return flag is not False


def protection(flags: Iterable[bool | None], opened: bool, refuge: bool) -> bool:
    """Whether one detail is protected, over everything ever said of it.

    One yes is enough and stays; a source that says nothing protects; so does having no source. Only a
    recorded statement opens what was protected, and never a refuge.
    """
    if refuge:
        return True
    if opened:
        return False
    said = tuple(flags)
    return not said or any(is_protected(flag) for flag in said)


def _parts(detail: ProtectedDetail) -> Iterator[ProtectedDetail]:
    """A detail and what stands in it, whatever box it was typed into.

    The postcode of an address gives it away by itself; a telephone number may stand in the box for the
    e-mail address, a whole address in the box for the telephone number.
    """
    yield detail
    low = fold(detail.text).low
    codes = (*(code for code, _, _ in written_forms.postcodes_in(low)), *_codes_of(detail))
    for code in codes:
        yield ProtectedDetail("postcode", code, detail.owner)
    for number, _, _ in written_forms.phones_in(low):
        yield ProtectedDetail("phone", number, detail.owner)
    for written, _, _ in written_forms.emails_in(low):
        yield ProtectedDetail("email", written, detail.owner)
    if detail.kind in {"phone", "email"} and points_to_a_home(detail.text):
        yield ProtectedDetail("address", detail.value, detail.owner)


def _parts_of_addresses(details: Iterable[ProtectedDetail], held: Held) -> Iterator[Part]:
    """The parts of every address, the council of its area, and the code of a landline; somebody close to a
    child is looked for by name, and of where they are the town and the council alone."""
    for detail in details:
        if detail.kind == "phone":
            yield from codes_of(detail.text, detail.owner)
        if detail.kind == "source":
            yield from parts_of_sources(detail.text, detail.owner)
        if detail.kind == "address":
            told = parts_of(detail.text, detail.owner)
            by_name = detail.owner.startswith(SOURCE)
            yield from (part for part in told if not by_name or part.kind in {"town", "district"})
            yield from councils_of(detail.text, detail.owner, held)
            called = {part.called for part in told}
            areas = () if by_name else parts_of_areas(detail.text, detail.owner)
            yield from (part for part in areas if part.called not in called)
            yield from () if by_name else parts_translated(detail.text, detail.owner)
            yield from () if by_name else parts_for_short(detail.text, detail.owner)
            yield from () if by_name else postcode_areas_of(detail.text, detail.owner)
            yield from () if by_name else houses_of_ordinary_words(detail.text, detail.owner)
            yield from () if by_name else homes_in_few_words(detail.text, detail.owner)


def _codes_of(detail: ProtectedDetail) -> tuple[str, ...]:
    return parse(detail.text).postcodes if detail.kind == "address" else ()


def _readings(text: str) -> tuple[Folded, ...]:
    plain = unwrapped(text)
    texts = (text,) if plain is None else (text, plain)
    decoded = filter(None, map(decoded_once_more, texts))
    typed = tuple(map(fold, (*texts, *decoded)))
    apart = (fold(said) for one in typed if (said := with_words_apart(one.cased)))
    typed = (*typed, *apart)
    written = (*typed, *(fold(said) for one in typed if (said := with_letters(one.cased))))
    return (*written, *(fold(said) for one in written for said in with_figures(one.cased)))
