"""The area of a protected home, by the name of its authority: nothing alone, and weighed where a text says
that somebody lives there. Who knows the place by one of its names knows it by the others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache

from lles.casefile.rules.address_words import names_of_town
from lles.casefile.rules.addresses import parse
from lles.casefile.rules.areas import authorities_of, homes_in, post_towns_of
from lles.casefile.rules.bodies import bodies
from lles.casefile.rules.folding import Folded, fold
from lles.casefile.rules.ordinary_words import listed
from lles.casefile.rules.other_names_of_councils import names_of_area_that_are_words, other_names_of_area
from lles.casefile.rules.parts_of_addresses import Held, Part, Told, named_part, parts_of_town

_WORD = re.compile(r"[^\W_]+")
_BEHIND = re.compile(  # a word of place: in RCT, yn y Fro, i'r Fro; folding takes the apostrophe away
    r"(?<![^\W_])(?:in|near|from|to|at|of|around|across|outside|throughout|leave|left|the|yn?|ym|yng|o|i|yr|or|ir|ar|ger|"
    r"drwy|trwy|tua|sir|ynys)\s{1,2}\Z"
)
_GOES_ON = re.compile(r"[\s\-]{1,2}(?:of|gymraeg)(?![^\W_])")  # the Vale of Clwyd, y Fro Gymraeg
_A_DAY = re.compile(r"(?<![^\W_])(?:tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?![^\W_])")  # from Mon to Fri
_AROUND = 14


def parts_of_areas(value: str, owner: str) -> Iterator[Part]:
    """The areas in which the homes of one text lie, as far as they can be told."""
    homes = tuple(homes_in(value.splitlines()))
    for authority in dict.fromkeys(slug for home in homes for slug in authorities_of(home)):
        every = _parts(authority)
        yield from (replace(one, owner=owner, in_either_language=every) for one in every)
    for home in homes:
        yield from _post_towns(home, owner)


def _post_towns(home: Sequence[str], owner: str) -> Iterator[Part]:
    """The post town of a home that names no town is its town; of another it is weighed where somebody lives
    there."""
    named = parse("\n".join(home)).towns
    own = {name for town in named for name in names_of_town(town)}
    for town in post_towns_of(home):
        if not named:
            yield from parts_of_town(town, owner)
        elif town not in own:
            names = tuple(_near_a_town(name, owner) for name in names_of_town(town))
            yield from (replace(one, in_either_language=names) for one in names)


def _near_a_town(name: str, owner: str) -> Part:
    is_a_word = name in listed()["also_words"]
    return named_part("town", owner, name.split(), "", "perhaps", needs_capital=is_a_word)


@cache
def _parts(authority: str) -> tuple[Part, ...]:
    """The parts of one area, worked out once for every home in it."""
    sure = (named_part("area", "", name.split(), "", "perhaps") for name in _names(authority))
    words = (
        named_part("area", "", _searched(name).split(), "", "perhaps", needs_capital=True)
        for name in names_of_area_that_are_words(authority)
    )
    return (
        *sure,
        *(AreaCalledByAWord(**{one.name: getattr(told, one.name) for one in fields(told)}) for told in words),
    )


@dataclass(frozen=True)
class AreaCalledByAWord(Part):
    """A name that is a word, or somebody's, as well: it is the area behind a word of place alone."""

    def mentions(self, text: Folded) -> Iterator[re.Match[str]]:
        """Every place in which it stands as a place does, and not as a day of the week."""
        for at in super().mentions(text):
            around = text.low[max(0, at.start() - _AROUND) : at.end() + _AROUND]
            if (
                _BEHIND.search(text.low[max(0, at.start() - _AROUND) : at.start()])
                and not _GOES_ON.match(text.low, at.end())
                and not _A_DAY.search(around)
            ):
                yield at

    def _weight(self, text: Folded, at: re.Match[str], held: Held) -> Told:
        is_somebody = held.words_of_names >= set(_WORD.findall(at[0])) and not _is_behind_in(text, at)
        return "" if is_somebody else super()._weight(text, at, held)


def _is_behind_in(text: Folded, at: re.Match[str]) -> bool:
    return re.search(r"(?<![^\W_])(?:in|yn|ym|yng)\s\Z", text.low[: at.start()]) is not None


def _names(authority: str) -> tuple[str, ...]:
    """Every name of the place of an authority that means nothing else, as it is searched."""
    place = bodies("local_authority")[authority].place
    written = map(_searched, (place.en, place.cy, *other_names_of_area(authority)))
    return tuple(dict.fromkeys(name for one in written for name in (one, *names_of_town(one))))


def _searched(name: str) -> str:
    return " ".join(_WORD.findall(fold(name).low))
