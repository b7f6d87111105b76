"""Names of invented people, drawn by community; what a family says is never drawn from its community."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lles.site.synthetic.draws import Draws, Weighted
from lles.site.synthetic.facts import Gender

FATHERS, MOTHERS, BOTH = 68, 18, 9
INITIAL_WORDS = frozenset({"ap", "ab", "ferch", "bin"})


@dataclass(frozen=True)
class Community:
    """The names that are usual in one community."""

    women: tuple[str, ...]
    men: tuple[str, ...]
    surnames: Weighted
    feminine: dict[str, str]

    def first_name(self, draws: Draws, gender: Gender) -> str:
        """A first name for a woman or girl, a man or boy."""
        return draws.of(self.women if gender == "female" else self.men)

    def form(self, surname: str, gender: Gender) -> str:
        """The form of a surname that this person bears."""
        return self.feminine.get(surname, surname) if gender == "female" else surname


@cache
def _table() -> dict[str, Any]:
    with Path(__file__).with_name("names.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _shares(nation: str) -> Weighted:
    return Weighted(_table()["communities"][nation])


@cache
def community(name: str) -> Community:
    """A community of the table."""
    row = _table()[name]
    surnames = Weighted(row["surnames"])
    return Community(tuple(row["women"]), tuple(row["men"]), surnames, row.get("feminine", {}))


def draw_community(draws: Draws, nation: str) -> Community:
    """The community from which a family of a nation takes its names."""
    return community(_shares(nation).draw(draws))


def childs_surname(draws: Draws, fathers: str, mothers: str) -> str:
    """The surname a child bears: mostly the father's, at times the mother's or both."""
    drawn = draws.below(100)
    if drawn < FATHERS or fathers == mothers:
        return fathers
    if drawn < FATHERS + MOTHERS:
        return mothers
    joined = f"{mothers}-{fathers}" if drawn < FATHERS + MOTHERS + BOTH else f"{mothers} {fathers}"
    parted = joined.replace("-", " ").split()
    return fathers if len(parted) > 2 or INITIAL_WORDS & set(parted) else joined
