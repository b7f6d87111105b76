"""The council in whose area a protected home lies: its name tells where somebody lives, whoever was asked."""

from collections.abc import Iterator

from lles.casefile.rules.areas import authority_of, homes_in
from lles.casefile.rules.bodies import bodies
from lles.casefile.rules.folding import fold
from lles.casefile.rules.names_of_bodies import council_in_words, place_in_words
from lles.casefile.rules.parts_of_addresses import Held, Part, Told, is_great


def councils_of(address: str, owner: str, held: Held) -> Iterator[Part]:
    """The councils of the homes in one address, as far as a town or a district tells them. Who lives in the
    area of the same council, or knows its place as the town of the court, is told nothing by its name."""
    known = {authority_of(home) for text in held.known for home in homes_in(text.splitlines())}
    for home in homes_in(address.splitlines()):
        authority = authority_of(home)
        if authority and authority not in known:
            yield _council(authority, owner)


def _council(authority: str, owner: str) -> Part:
    place = bodies("local_authority")[authority].place
    bare, named = place_in_words(authority), council_in_words(authority)
    alone: Told = "" if any(map(is_great, {fold(place.en).low, fold(place.cy).low})) else "perhaps"
    where = Part("council", owner, authority, (bare.looks,), bare.pattern, alone="", lived="")
    return Part(
        "council", owner, authority, (named.looks,), named.pattern, alone=alone, lived="perhaps",
        in_either_language=(where,),
    )  # fmt: skip
