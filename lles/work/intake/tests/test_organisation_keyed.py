"""An organisation that is a party is asked for what an organisation has, and for nothing else."""

import re
from datetime import date

import pytest
from django.urls import reverse

from lles.casefile import locations
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.work.intake.models import Registration
from lles.work.intake.tests.registering import (
    PAGES,
    arrival,
    intake,
    open_it,
    page,
    registration,
    typed_into,
)

__all__ = ["arrival", "intake", "registration"]
COUNCIL = {"role": "respondent", "is_organisation": "on", "last_name": "Wrexham County Borough Council"}
BODY = {
    "party-2": COUNCIL,
    "party-2-where": {"address": "The Guildhall", "postcode": "LL11 1AY", "email": "post@example.org"},
    "party-2-lawyer": {"represented": "yes", "lawyer_name": "A. Rees"},
}
OF_PEOPLE = {name: typed for name, typed in PAGES.items() if not name.startswith("party-2")}
ADD = {"en": "Add an organisation, such as a local authority", "cy": "Ychwanegu sefydliad"}
NAME = {"en": "Name of the organisation", "cy": "Enw'r sefydliad"}


def boxes(text: str) -> set[str]:
    """The names of the boxes of a page, without what the page itself brings."""
    form = text.split('id="page-form"')[1].split("</form>")[0]
    found = re.findall(r'<(?:input|textarea|select)[^>]* name="([a-z_]+)', form)
    return {name for name in found if not name.startswith(("csrf", "kept", "draft", "seen"))}


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_organisation_is_added_by_its_own_press(
    intake: Officer, registration: Registration, language: str
) -> None:
    client = client_of(intake, language)
    assert ADD[language] in text_of(client, reverse("intake:registration", args=(registration.pk,)))
    first = f"{page(registration, 'party-1')}?is_organisation=on"
    assert NAME[language] in text_of(client, first)
    assert boxes(text_of(client, first)) == {"role", "is_organisation", "last_name"}
    assert fill(client, first, **COUNCIL).status_code == 302


def test_it_is_asked_neither_for_a_language_nor_what_it_is_to_the_children(
    intake: Officer, registration: Registration
) -> None:
    typed_into(intake, registration, {**OF_PEOPLE, **BODY})
    client = client_of(intake)
    for left_out in ("language", "children"):
        assert client.get(page(registration, f"party-2-{left_out}")).status_code == 404
        assert client.get(page(registration, f"party-1-{left_out}")).status_code == 200
    asked = boxes(text_of(client, page(registration, "party-2-where")))
    kept = {"address_kept", "phone_kept", "email_kept"}
    assert asked == {"address", "postcode", "refuge", "phone", "email", *kept}


def test_a_person_who_becomes_an_organisation_keeps_the_refuge_and_the_earlier_addresses(
    intake: Officer, registration: Registration
) -> None:
    where = {"address": "4 Hafan Close", "refuge": "on", "earlier": "1 High Street, Chester"}
    typed_into(intake, registration, {**PAGES, "party-2-where": {**where, "address_kept": "no"}})
    client = client_of(intake)
    refuge = {"role": "respondent", "is_organisation": "on", "last_name": "Hafan Refuge"}
    assert fill(client, page(registration, "party-2"), **refuge).status_code == 302
    answer = open_it(client, registration)
    assert answer.status_code == 302, summary_of(answer)
    owner = f"party:{Party.objects.get(role='respondent').pk}"
    held = locations.of_case(Case.objects.get())
    assert {one.kind for one in held if one.owner == owner} >= {"refuge", "earlier"}
    assert all(one.protected for one in held if one.owner == owner)


def test_the_case_is_opened_with_what_it_was_asked(intake: Officer, registration: Registration) -> None:
    typed_into(intake, registration, {**OF_PEOPLE, **BODY})
    answer = open_it(client_of(intake), registration)
    assert answer.status_code == 302, summary_of(answer)
    council = Party.objects.get(role="respondent")
    assert (council.is_organisation, council.name) == (True, COUNCIL["last_name"])
    assert (council.born_on, council.language, council.lawyer_name) == (None, "", "A. Rees")


def test_a_person_who_was_ticked_by_mistake_is_asked_everything_again(
    intake: Officer, registration: Registration
) -> None:
    typed_into(intake, registration, BODY)
    client = client_of(intake)
    again = {"role": "respondent", "last_name": "Bevan", **day("born_on", date(1988, 1, 1))}
    assert fill(client, page(registration, "party-2"), **again).status_code == 302
    assert "born_on-day" in text_of(client, page(registration, "party-2"))
    assert client.get(page(registration, "party-2-language")).status_code == 200


def test_where_the_child_lives_is_told_without_a_page_of_the_organisation(
    intake: Officer, registration: Registration
) -> None:
    without = {"address": "7 Heol y Dŵr"}
    typed_into(intake, registration, {**OF_PEOPLE, **BODY, "party-1-where": without})
    assert client_of(intake).get(page(registration, "child-1-nation")).status_code == 200
