"""The family of a case as its summary and its own page show it: a picture, and the same in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from lles.casefile.rules.family_picture import Bond, Person, Picture, picture_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lles.casefile.queries.head import BondRow, Head, PartyRow
    from lles.casefile.views.say import Say


@dataclass(frozen=True)
class AdultInWords:
    """An adult or a body, and what they are to each child."""

    party: PartyRow
    bonds: tuple[str, ...]


@dataclass(frozen=True)
class Family:
    """Who is who: the picture, and each adult in words."""

    picture: Picture
    adults: tuple[AdultInWords, ...]


def family_of(head: Head, say: Say) -> Family:
    """The family of a case in the language of the page."""
    rows = head.bonds
    bound = {row.party for row in rows}
    adults = [
        Person(f"party:{one.pk}", one.name or _("without a name"), say.word(f"role.{one.role}"))
        for one in head.parties
        if not one.is_organisation or one.pk in bound
    ]
    children = [
        Person(f"child:{one.pk}", one.name or _("a child without a name"), _age(say.age(one.born_on)))
        for one in head.children
    ]
    bonds = [Bond(f"party:{r.party}", f"child:{r.child}", say.word(f"relation.{r.kind}")) for r in rows]
    named = {one.pk: one.name or _("a child without a name") for one in head.children}
    return Family(
        picture_of(adults, children, bonds),
        tuple(AdultInWords(one, _in_words(one, rows, named, say)) for one in head.parties),
    )


def _age(years: int | None) -> str:
    return "" if years is None else str(years)


def _in_words(one: PartyRow, rows: Sequence[BondRow], named: dict[int, str], say: Say) -> tuple[str, ...]:
    """What an adult is to each child: said once where it is the same to all of them."""
    kinds = {row.child: say.word(f"relation.{row.kind}") for row in rows if row.party == one.pk}
    if set(kinds) == set(named) and len(set(kinds.values())) == 1:
        return tuple(set(kinds.values()))
    return tuple(f"{named[child]}: {word}" for child, word in kinds.items() if child in named)
