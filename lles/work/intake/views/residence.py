"""Where the children of a registration live, as far as it is keyed, and of which no postcode tells the
nation (JUR-WALES)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from lles.law.jurisdiction import Nation, nation_of_child
from lles.links.court.facts import CourtAddress, CourtCase, CourtChild, CourtParty, CourtRelation
from lles.work.intake.changes.rows import residence_of
from lles.work.intake.forms.people import OfChildrenForm

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.work.intake.views.keying import Keying

Given = Mapping[str, Any]
Forms = Mapping[str, "ChangeForm"]


def children_without_nation(keying: Keying) -> frozenset[str]:
    """The children of whom no postcode tells the nation, once everything that could tell it is keyed."""
    forms = keying.where_people_live
    adults = keying.people("party")
    said = CourtCase(
        service="private",
        number=None,
        parties=tuple(
            CourtParty(key=one, role="other", address=address_of(_given(forms, f"{one}-where")))
            for one in adults
        ),
        relations=tuple(
            CourtRelation(adult, child, kind, lives_with=lives)
            for adult, child, kind, lives in related(forms, adults)
        ),
    )
    return frozenset(
        child
        for child in keying.people("child")
        if _is_keyed(forms, child, keying.adults())
        if nation_of_child(residence_of(_lives(forms, child, adults), said), keying.today).nation
        is Nation.UNKNOWN
    )


def address_of(given: Given) -> CourtAddress | None:
    """An address as it was typed."""
    lines = tuple(line.strip() for line in given.get("address", "").splitlines() if line.strip())
    postcode = given.get("postcode", "")
    return CourtAddress(lines=lines, postcode=postcode) if lines or postcode else None


def related(forms: Forms, adults: tuple[str, ...]) -> Iterator[tuple[str, str, str, bool]]:
    """Each adult with each child: what they are to it, and whether it lives with them."""
    for adult in adults:
        form = forms.get(f"{adult}-children")
        if isinstance(form, OfChildrenForm) and form.is_valid():
            yield from ((adult, child, kind, lives) for child, kind, lives in form.of_children())


def carers_of(forms: Forms, child: str, adults: tuple[str, ...]) -> list[str]:
    """The adults with whom a child lives."""
    return [adult for adult, one, _kind, lives in related(forms, adults) if lives and one == child]


def _lives(forms: Forms, child: str, adults: tuple[str, ...]) -> CourtChild:
    home, carers = _given(forms, f"{child}-home"), carers_of(forms, child, adults)
    if home.get("elsewhere") is True:
        return CourtChild(key=child, lives_with_address=address_of(home))
    return CourtChild(key=child, lives_with_party=carers[0] if carers else None)


def _is_keyed(forms: Forms, child: str, adults: tuple[str, ...]) -> bool:
    if f"{child}-home" not in forms or not forms[f"{child}-home"].is_valid():
        return False
    if _given(forms, f"{child}-home").get("elsewhere") is True:
        return True
    of_adults = [f"{adult}-{subject}" for adult in adults for subject in ("children", "where")]
    return bool(adults) and all(name in forms and forms[name].is_valid() for name in of_adults)


def _given(forms: Forms, name: str) -> Given:
    form = forms.get(name)
    return form.cleaned_data if form is not None and form.is_valid() else {}
