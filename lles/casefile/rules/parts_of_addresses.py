"""A part of a protected address in a text: a town, the first half of a postcode, a street without its kind, a
house. Some give the place away by themselves, others only beside a number or a word like *lives*.

What a reader knows already (the town of the court, of their own home, of an address that is open) tells
nothing; that somebody lives there does, and a person weighs it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import Literal

from lles.casefile.rules import half_postcodes
from lles.casefile.rules.address_words import is_town, mutated, names_of_town, words
from lles.casefile.rules.addresses import parse
from lles.casefile.rules.dwellings import Dwelling, is_shelter
from lles.casefile.rules.folding import Folded, fold, squeeze
from lles.casefile.rules.glued_words import is_glued_in
from lles.casefile.rules.house_numbers import beside_a_number, follows_a_name
from lles.casefile.rules.misspelling import differ_by_one
from lles.casefile.rules.ordinary_words import is_great, is_ordinary, listed, stands_out
from lles.casefile.rules.somebody_lives import says_where_somebody_lives
from lles.casefile.rules.towns_in_small_letters import is_a_place_in_small
from lles.casefile.rules.written_forms import like

PartKind = Literal["town", "district", "street", "house", "area", "council", "code", "letters", "source"]
Told = Literal["surely", "perhaps", ""]

_GAP = r"[\W_]{0,4}"
_BROKEN = r"(?:-?[ \t]*\n\s*)?"
_WORD = re.compile(r"[^\W_]+")
_APART = r"(?:-?[ \t]*\n\s*|[\W_]{0,2})"
_LONG = 6
_LONG_ENOUGH_TO_MISSPELL = 7


@dataclass(frozen=True)
class Held:
    """What a reader knows already: texts (the court, their own address, open ones), and who people are."""

    known: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @cached_property
    def knows(self) -> tuple[Folded, ...]:
        """The texts as they are searched."""
        return tuple(map(fold, self.known))

    @cached_property
    def words_of_names(self) -> frozenset[str]:
        """Each word of the name of somebody in the case."""
        return frozenset(chain.from_iterable(_WORD.findall(fold(name).low) for name in self.names))


@dataclass(frozen=True)
class Part:
    """One part of an address as it is looked for: its ways of being written, and how much it says alone.

    `alone` where it is said with nothing beside it; `needs_capital` where it may be an ordinary word as well;
    one that `stands_out` is none that is known, so that it tells something in small letters too; `numbers`
    are those of the house, beside which the part points to the house itself.
    """

    kind: PartKind
    owner: str
    called: str = field(repr=False)
    looks: tuple[tuple[str, ...], ...]
    pattern: str
    alone: Told
    lived: Told
    needs_capital: bool = False
    stands_out: bool = False
    numbers: tuple[str, ...] = ()
    in_either_language: tuple["Part", ...] = field(default=(), repr=False)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def mentions(self, text: Folded) -> Iterator[re.Match[str]]:
        """Every place in which the part is written."""
        if self._may_be_in(text.squeezed):
            for at in self._compiled.finditer(text.low):
                if self.kind != "district" or half_postcodes.is_one(text, at):
                    yield at

    def _may_be_in(self, squeezed: str) -> bool:
        """A first look, which every part of every address takes at every text."""
        for looks in self.looks:
            for look in looks:
                if look in squeezed:
                    break
            else:
                return False
        return True

    def is_known(self, held: Held) -> bool:
        """Whether the reader has it already, by its name in either language."""
        names = (self, *self.in_either_language)
        return any(True for text in held.knows for one in names for _ in one.mentions(text))

    def told(self, text: Folded, held: Held) -> Told:
        """What a text tells of it: surely, perhaps, or nothing."""
        seems = self._may_be_in(text.squeezed)
        found = {self._weight(text, one, held) for one in self.mentions(text)} if seems else ()
        if not found and (self._is_misspelt_in(text, held) or self._is_glued_in(text, held)):
            return "perhaps"
        return "surely" if "surely" in found else "perhaps" if "perhaps" in found else ""

    def _is_misspelt_in(self, text: Folded, held: Held) -> bool:
        """Whether a name stands in the text that is this one but for one letter."""
        if self.alone != "surely" or len(self.called) < _LONG_ENOUGH_TO_MISSPELL or not self.called.isalpha():
            return False
        least, most = len(self.called) - 1, len(self.called) + 1
        written = text.capitalised | text.in_small if self.stands_out else text.capitalised
        return any(
            least <= len(word) <= most
            and differ_by_one(word, self.called)
            and word not in held.words_of_names
            and not is_town(word)
            for word in written
        ) and not self.is_known(held)

    def _is_glued_in(self, text: Folded, held: Held) -> bool:
        """Whether a town stands within a longer word, as in the address of a page."""
        is_sure = (self.kind, self.alone) == ("town", "surely")
        return is_sure and is_glued_in(self.called, text.low) and not self.is_known(held)

    def _weight(self, text: Folded, at: re.Match[str], held: Held) -> Told:
        with_capital = any(word[0].isupper() for word in _WORD.findall(text.cased[at.start() : at.end()]))
        lived = says_where_somebody_lives(text, at.span())
        is_a_name = held.words_of_names >= set(_WORD.findall(at[0]))
        if self.numbers and beside_a_number(text.low, at.span(), self.numbers):
            is_somebody = (
                is_a_name and not lived and follows_a_name(text.low, at.start(), held.words_of_names)
            )
            return "surely" if (with_capital or lived) and not is_somebody else "perhaps"
        if self.is_known(held):
            return "perhaps" if lived else ""
        if lived and (with_capital or not self.needs_capital):
            return self.lived
        if lived and (self.stands_out or (self.kind == "town" and is_a_place_in_small(text.low, at.span()))):
            return "perhaps"
        if is_a_name or (self.needs_capital and not with_capital):
            return ""
        return "perhaps" if self.stands_out and not with_capital else self.alone


def parts_of(value: str, owner: str) -> tuple[Part, ...]:
    """The parts of one address that are looked for."""
    whole = parse(value)
    numbers = tuple(
        dict.fromkeys(number for one in whole.dwellings if one.weight != "box" for number in one.numbers)
    )
    found = chain(
        (part for town in whole.towns for part in _town_or_county(town, whole.towns, owner)),
        (_district(code, owner) for code in dict.fromkeys(whole.postcodes) if code[:1].isalpha()),
        (part for one in whole.dwellings for part in _dwelling(one, owner, numbers)),
        _areas(value, owner),
    )
    return tuple(dict.fromkeys(found))


def _town_or_county(town: str, towns: Sequence[str], owner: str) -> Iterator[Part]:
    if town in listed()["counties_too"] and len(set(towns)) > 1:
        yield named_part("area", owner, town.split(), alone="", lived="perhaps")
    else:
        yield from parts_of_town(town, owner)


def parts_of_town(town: str, owner: str) -> Iterator[Part]:
    """The parts of one town: who knows it by one name knows it by the other."""
    every = tuple(_town(town, owner))
    yield from (
        replace(one, in_either_language=tuple(other for other in every if other.alone == one.alone))
        for one in every
    )


def _town(town: str, owner: str) -> Iterator[Part]:
    known = listed()
    for name in names_of_town(town):
        spoken = tuple(_WORD.findall(name))
        if not (
            name in known["also_words"] or any(is_town(one) or stands_out(one) for one in (name, *spoken))
        ):
            continue  # the end of a note, no town: 3 Mill Lane, now
        if is_great(name):
            yield named_part("area", owner, spoken, alone="", lived="perhaps")
            continue
        ordinary = name in known["also_words"] or all(map(is_ordinary, spoken))
        alone: Told = "perhaps" if ordinary else "surely"
        yield named_part("town", owner, spoken, alone=alone, lived="surely", needs_capital=ordinary)
        for word in spoken if len(spoken) > 1 else ():
            if stands_out(word):
                yield named_part(
                    "town",
                    owner,
                    (word,),
                    alone="perhaps",
                    lived="surely",
                    needs_capital=True,
                    stands_out=True,
                )


def _areas(value: str, owner: str) -> Iterator[Part]:
    """Counties and great cities, which the reading of an address leaves out."""
    for line in re.split(r"[\n,;()]+", fold(value).low):
        name = " ".join(_WORD.findall(line))
        if name in words().regions and name not in listed()["countries"]:
            for one in {name, *names_of_town(name)}:
                yield named_part("area", owner, tuple(one.split()), alone="", lived="perhaps")


def _district(code: str, owner: str) -> Part:
    """The first half of a postcode; of one letter it may be a road, a vitamin, a sheet of paper."""
    outward = code[:-3]
    area = half_postcodes.area_of(outward)
    alone: Told = "surely" if len(area) > 1 else "" if area in {"m", "a"} else "perhaps"
    written, looks = half_postcodes.pattern_of(outward, _BROKEN), ((squeeze(outward),),)
    return Part("district", owner, outward, looks, written, alone=alone, lived="surely")


def _dwelling(one: Dwelling, owner: str, numbers: tuple[str, ...]) -> Iterator[Part]:
    kinds = {word for word in one.name if words().whole(word) in words().streets}
    core = tuple(word for word in one.name if word not in kinds | words().joining and not word.isdigit())
    own = tuple(dict.fromkeys((*one.numbers, *numbers)))
    if one.is_street:
        yield from (
            _kind_alone(kind, owner, own) for kind in (one.name[0], one.name[-1]) if kind in kinds and own
        )
    elif len(one.name) > 1 and not is_shelter(one.name):
        called = words().houses | words().begin_a_house | words().begin_a_place | words().parts_of_a_house
        core = tuple(word for word in core if word not in called)
    if not core or one.weight in {"by_its_town", "box"}:
        return
    kind: PartKind = "street" if one.is_street else "house"
    if any(map(stands_out, core)):
        yield named_part(kind, owner, core, alone="surely", lived="surely", stands_out=True, numbers=own)
        for word in filter(stands_out, core if len(core) > 1 else ()):
            yield named_part(
                kind, owner, (word,), "perhaps", "surely", needs_capital=True, stands_out=True, numbers=own
            )
    elif one.is_street:
        yield named_part(kind, owner, core, alone="", lived="perhaps", needs_capital=True, numbers=own)


def _kind_alone(kind: str, owner: str, numbers: tuple[str, ...]) -> Part:
    """The Close, y Clos: nothing by itself, the house beside its number."""
    others = words().counterparts.get(words().whole(kind), ())
    forms = {form for one in (kind, *others) for form in words().forms_of(one) if len(form) > 2}
    changed = {changed for form in forms for changed in mutated(form)}
    pattern = rf"(?<![^\W_])(?:the|yr?|r)[\W_]{{1,3}}{_any_of(changed)}(?![^\W_])"
    looks = (tuple(map(squeeze, changed)),)
    return Part(
        "street", owner, kind, looks, pattern, alone="", lived="perhaps", needs_capital=True, numbers=numbers
    )


def named_part(
    kind: PartKind, owner: str, name: Sequence[str], alone: Told, lived: Told, *, needs_capital: bool = False,
    stands_out: bool = False, numbers: tuple[str, ...] = (),
) -> Part:  # fmt: skip
    forms = [{changed for form in _forms(word) for changed in mutated(form)} for word in name]
    pattern = rf"(?<![^\W_]){_GAP.join(map(_any_of, forms))}s?(?![^\W_])"
    looks = tuple(tuple(map(squeeze, one)) for one in forms)
    return Part(kind, owner, " ".join(name), looks, pattern, alone, lived, needs_capital, stands_out, numbers)


def _forms(word: str) -> Iterable[str]:
    return {word, *words().shortened.get(word, ())}


def _any_of(forms: Iterable[str]) -> str:
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return f"(?:{'|'.join(map(_spelled, filter(None, ordered)))})"


def _spelled(form: str) -> str:
    """A word broken over lines or, where it is long, pulled apart; with figures that look like letters."""
    gap = _APART if len(form) >= _LONG else _BROKEN
    return gap.join(map(like, form))
