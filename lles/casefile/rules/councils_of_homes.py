"""The council in whose area a protected home lies: its name tells where somebody lives, whoever was asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lles.casefile.rules.areas import authorities_of, authority_of, homes_in
from lles.casefile.rules.bodies import bodies
from lles.casefile.rules.folding import Folded, fold
from lles.casefile.rules.names_of_bodies import (
    council_in_words,
    every_place_in_words,
    is_beside_who_works_there,
    may_be_named,
    place_in_words,
)
from lles.casefile.rules.ordinary_words import is_great
from lles.casefile.rules.parts_of_addresses import Held, Part, Told


def councils_of(address: str, owner: str, held: Held) -> Iterator[Part]:
    """The councils of the homes in one address, as far as a town or a district tells them. Who lives in the
    area of the same council, or knows its place as the town of the court, is told nothing by its name."""
    known = {authority_of(home) for text in held.known for home in homes_in(text.splitlines())}
    for home in homes_in(address.splitlines()):
        for authority in authorities_of(home):
            if authority not in known:
                yield from _council(authority, owner)


@dataclass(frozen=True)
class CouncilInWords(Part):
    """A council as it is looked for, where a quick look has found it at all."""

    def mentions(self, text: Folded) -> Iterator[re.Match[str]]:
        """Every place in which it is named."""
        if may_be_named(text.low, self.called):
            yield from super().mentions(text)


@dataclass(frozen=True)
class WhoWorksThere(Part):
    """The place of a council beside a word for who works for it: a social worker in Powys."""

    def mentions(self, text: Folded) -> Iterator[re.Match[str]]:
        """Every place in which it stands beside such a word."""
        for at in super().mentions(text):
            if is_beside_who_works_there(text.low, at.span()):
                yield at


def _council(authority: str, owner: str) -> Iterator[Part]:
    place = bodies("local_authority")[authority].place
    bare, named = place_in_words(authority), council_in_words(authority)
    alone: Told = "" if any(map(is_great, {fold(place.en).low, fold(place.cy).low})) else "perhaps"
    where = Part("council", owner, authority, (bare.looks,), bare.pattern, alone="", lived="")
    places = every_place_in_words(authority)
    yield CouncilInWords(
        "council", owner, authority, (named.looks,), named.pattern, alone=alone, lived="perhaps",
        in_either_language=(where,),
    )  # fmt: skip
    yield WhoWorksThere(
        "council", owner, authority, (places.looks,), places.pattern, alone=alone, lived="perhaps",
        in_either_language=(where,),
    )  # fmt: skip
