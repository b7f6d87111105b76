"""Somebody of whom no address is held: the case says so, and leads to where it is recorded."""

from datetime import datetime

import pytest

from lles.casefile import locations
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.casefile.tests.test_whereabouts import NEW, current, owner_of


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_case_says_of_whom_no_address_is_held_and_leads_to_where_it_is_recorded(
    case: Case, own: Officer, father: Party, now: datetime, language: str
) -> None:
    says = {"en": "No address is held", "cy": "Ni chedwir cyfeiriad"}[language]
    page, his, first = f"/cases/{case.reference}/", owner_of(father), case.children.first()
    assert first is not None
    with_him = locations.Detail(f"child:{first.pk}", locations.LIVES_WITH, (his,), None, "keyed", his)
    locations.keep(case, [with_him], now)
    client = client_of(own, language)
    assert says in text_of(client, f"{page}people/")
    both = (f"people/party-{father.pk}/whereabouts/", f"people/child-{first.pk}/whereabouts/")
    flag = text_of(client, page).partition(says)[2].partition("</li>")[0]
    assert [one for one in both if one in flag] == list(both)
    locations.keep(case, [locations.Detail(his, locations.ADDRESS, NEW, None, "keyed")], now)
    flag = text_of(client, page).partition(says)[2].partition("</li>")[0]
    assert [one for one in both if one in flag] == []


def test_of_somebody_of_whom_nothing_is_held_nobody_is_asked_what_it_replaces(
    case: Case, own: Officer, mother: Party, father: Party
) -> None:
    client = client_of(own)
    page = f"/cases/{case.reference}/people/party-{{}}/whereabouts/"
    asked = "Does it take the place of what is held?"
    assert asked in text_of(client, page.format(mother.pk))
    assert asked not in text_of(client, page.format(father.pk))
    typed = {"kind": "address", "text": "\n".join(NEW), "said_by": "person", "private": "unknown"}
    assert fill(client, page.format(father.pk), **typed).status_code == 302
    assert "Nothing is sent to what it replaced" not in text_of(client, f"/cases/{case.reference}/people/")
    assert current(case, owner_of(father)) == [NEW]
