"""The area of a protected home, by the name of its authority: nothing alone, and weighed where a text says
that somebody lives there. Who knows the place by its name in one language knows it by the other."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from lles.casefile.rules.address_words import names_of_town
from lles.casefile.rules.areas import authority_of, homes_in
from lles.casefile.rules.bodies import bodies
from lles.casefile.rules.folding import fold
from lles.casefile.rules.parts_of_addresses import Part, named_part

_WORD = re.compile(r"[^\W_]+")


def parts_of_areas(value: str, owner: str) -> Iterator[Part]:
    """The areas in which the homes of one text lie, as far as they can be told."""
    for authority in dict.fromkeys(authority_of(home) for home in homes_in(value.splitlines())):
        if authority:
            every = tuple(
                named_part("area", owner, name.split(), "", "perhaps") for name in _names(authority)
            )
            yield from (replace(one, in_either_language=every) for one in every)


@cache
def _names(authority: str) -> tuple[str, ...]:
    """Every name of the place of an authority, as it is searched."""
    place = bodies("local_authority")[authority].place
    written = (" ".join(_WORD.findall(fold(name).low)) for name in (place.en, place.cy))
    return tuple(dict.fromkeys(name for one in written for name in (one, *names_of_town(one))))
