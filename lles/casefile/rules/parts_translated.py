"""A protected place by another of its names, which may be another place: a street in the other language
(Church Road is Heol yr Eglwys), a town as its people call it for short (Ponty, Aber)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import chain

from lles.casefile.rules.address_search import translations
from lles.casefile.rules.address_words import (
    names_for_short,
    names_of_town,
    other_places_called,
    words,
)
from lles.casefile.rules.addresses import parse
from lles.casefile.rules.folding import Folded
from lles.casefile.rules.parts_of_addresses import Part, named_part

_WORD = re.compile(r"[^\W_]+")
_AROUND = 24


def parts_translated(value: str, owner: str) -> Iterator[Part]:
    """The streets of an address as they are called in the other language. Written as a name, or beside a word
    that says somebody lives there, each is weighed; one that is found everywhere only where somebody
    lives."""
    known = words()
    kept = known.joining | known.streets.keys()
    streets = (one for one in parse(value).dwellings if one.is_street)
    for name in dict.fromkeys(chain.from_iterable(translations(one.name) for one in streets)):
        everywhere = all(word in known.everywhere for word in name if word not in kept)
        if not everywhere:
            yield named_part("street", owner, name, alone="perhaps", lived="perhaps", needs_capital=True)
        yield named_part("street", owner, name, alone="", lived="perhaps")


def parts_for_short(value: str, owner: str) -> Iterator[Part]:
    """The towns of an address as their people call them: each is weighed, and tells where somebody lives. Who
    knows the town knows it by that name."""
    for town in dict.fromkeys(parse(value).towns):
        whole = tuple(
            named_part("town", owner, tuple(name.split()), alone="", lived="") for name in names_of_town(town)
        )
        for short in names_for_short(town):
            part = named_part(
                "town", owner, short.split(), alone="perhaps", lived="surely", needs_capital=True
            )
            yield TownForShort(
                **{one.name: getattr(part, one.name) for one in fields(part)} | {"in_either_language": whole}
            )


@dataclass(frozen=True)
class TownForShort(Part):
    """A town by its short name, which is none where it stands in the name of another place: Port Talbot."""

    def mentions(self, text: Folded) -> Iterator[re.Match[str]]:
        """Every place in which it stands by itself."""
        for at in super().mentions(text):
            before = tuple(_WORD.findall(text.low[max(0, at.start() - _AROUND) : at.start()]))
            after = tuple(_WORD.findall(text.low[at.end() : at.end() + _AROUND]))
            own = tuple(_WORD.findall(at[0]))
            if not any(
                (*own, *after)[: len(other)] == other or (*before, *own)[-len(other) :] == other
                for other in other_places_called(self.called)
            ):
                yield at
