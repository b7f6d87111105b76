"""Addresses, telephone numbers and e-mail addresses that reach nobody."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lles.site.synthetic.draws import Draws, plain
from lles.site.synthetic.facts import Address, Court

OTHER_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


@cache
def _table() -> dict[str, Any]:
    with Path(__file__).with_name("places.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def courts() -> dict[str, Court]:
    """The courts to which invented families go, by a short name."""
    return {name: Court(**(row | {"towns": tuple(row["towns"])})) for name, row in _table()["courts"].items()}


def nation_of(town: str) -> str:
    """The nation in which a town of the table lies."""
    return str(_table()["towns"][town]["nation"])


def draw_address(draws: Draws, town: str, unlike: Sequence[Address] = ()) -> Address:
    """An address in a town, on an invented street not yet lived in, under a postcode of no street."""
    place = _table()["towns"][town]
    streets = _table()["streets"][place["nation"]]
    words = [word for word in streets["words"] if not any(word in other.street for other in unlike)]
    return Address(
        street=f"{draws.between(1, 189)} {draws.of(streets['patterns']).format(draws.of(words))}",
        town=place["name"],
        county=place["county"],
        postcode=f"{place['district']} {_inward(draws)}",
    )


def _inward(draws: Draws) -> str:
    unused = draws.of(_table()["reach_nobody"]["inward_letters"])
    other = draws.of(OTHER_LETTERS)
    letters = unused + other if draws.percent(50) else other + unused
    return f"{draws.between(1, 9)}{letters}"


def phone(place: int) -> str:
    """One of the thousand mobile numbers that ring nowhere."""
    return str(_table()["reach_nobody"]["mobile"]).format(place % 1000)


def landline(place: int) -> str:
    """One of the thousand numbers of no area."""
    return str(_table()["reach_nobody"]["landline"]).format(place % 1000)


def email(first_name: str, last_name: str, number: int) -> str:
    """An e-mail address under a name that nobody can own."""
    return f"{plain(first_name)}.{plain(last_name)}.{number}@{_table()['reach_nobody']['domain']}"
