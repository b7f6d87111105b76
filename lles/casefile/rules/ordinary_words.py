"""Whether a word of the name of a place stands out, or is one of every sentence, town or family."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from lles.casefile.rules.address_words import is_town, words

_SHORTEST = 4


@cache
def listed() -> Mapping[str, frozenset[str]]:
    """The lists of words that tell where somebody lives beside the parts of an address."""
    table = tomllib.loads(Path(__file__).with_name("parts_of_addresses.toml").read_text("utf-8"))
    return {name: frozenset(members) for name, members in table.items()}


def is_great(name: str) -> bool:
    """Whether hundreds of thousands live in a city: its name tells nothing by itself."""
    return name in listed()["great"]


def is_ordinary(word: str) -> bool:
    """Whether a word of a name is one of every sentence, of every town, or the name of many."""
    known = words()
    return word in known.ordinary | known.everywhere | known.surnames | known.joining | known.months


def stands_out(word: str) -> bool:
    """Whether a word of a name is no ordinary one, no town and no word of addresses."""
    known = words()
    closed = known.of_shelters | known.in_a_sentence | known.institutions | known.no_address
    closed |= known.parts_of_a_house | known.living
    return (
        len(word) >= _SHORTEST
        and not is_ordinary(word)
        and not is_town(word)
        and word not in closed | known.houses | listed()["also_words"] | known.regions
        and known.whole(word) not in known.streets
    )
