"""The nation of a child is asked in keying where no postcode tells it, and only there."""

from typing import Any

import pytest
from django.urls import reverse

from lles.casefile.models import Child, Officer
from lles.casefile.tests.pages import client_of, fill, said, text_of
from lles.work.intake.models import Registration
from lles.work.intake.tests.registering import PAGES, key, keyed, open_it, page, typed_into, what_is_shown

NATION = "child-1-nation"
ON_THE_BORDER = {**PAGES["party-1-where"], "postcode": "SY22 6AA"}
NOWHERE = {"phone": "01632 960 001"}
ASKED = {
    "en": ("England or Wales: Efa Bevan", "In which nation does the child ordinarily live?"),
    "cy": ("Lloegr neu Gymru: Efa Bevan", "Ym mha wlad y mae'r plentyn yn byw fel arfer?"),
}


def listed(officer: Officer, registration: Registration, language: str = "en") -> str:
    return text_of(client_of(officer, language), reverse("intake:registration", args=(registration.pk,)))


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("where", [ON_THE_BORDER, NOWHERE])
def test_it_is_asked_where_no_postcode_tells_it(
    intake: Officer, registration: Registration, where: dict[str, Any], language: str
) -> None:
    typed_into(intake, registration, {**PAGES, "party-1-where": where})
    assert ASKED[language][0] in listed(intake, registration, language)
    form = text_of(client_of(intake, language), page(registration, NATION))
    assert all(words in form for words in ASKED[language])
    assert " checked" not in form
    check = reverse("intake:registration_check", args=(registration.pk,))
    assert ASKED[language][0] in text_of(client_of(intake, language), check)


def test_it_is_not_asked_where_a_postcode_tells_it(intake: Officer, registration: Registration) -> None:
    typed_into(intake, registration, PAGES)
    assert NATION not in listed(intake, registration)
    assert client_of(intake).get(page(registration, NATION)).status_code == 404


def test_it_is_not_asked_before_everything_that_could_tell_it_is_keyed(
    intake: Officer, registration: Registration
) -> None:
    known = {name: typed for name, typed in PAGES.items() if not name.startswith("party-2")}
    typed_into(intake, registration, {**known, "party-2": PAGES["party-2"], "party-1-where": ON_THE_BORDER})
    assert NATION not in listed(intake, registration)


def test_a_child_who_lives_elsewhere_is_asked_about_at_once(
    intake: Officer, registration: Registration
) -> None:
    typed_into(intake, registration, {"child-1": PAGES["child-1"]})
    home = {"elsewhere": "yes", "address": "1 Stryd y Bont", "postcode": "LL14 5AA"}
    answer = fill(client_of(intake), page(registration, "child-1-home"), **home)
    assert answer["Location"] == page(registration, NATION)


def test_it_has_to_be_answered_before_the_case_opens(intake: Officer, registration: Registration) -> None:
    typed_into(intake, registration, {**PAGES, "party-1-where": ON_THE_BORDER})
    client = client_of(intake)
    assert open_it(client, registration).status_code == 200
    assert not Child.objects.exists()
    refused = fill(client, page(registration, NATION))
    assert "Select in which nation the child lives" in said(refused)
    key(client, registration, {NATION: {"nation": "wales"}})
    path, _shown = what_is_shown(client, registration)
    assert "Wales" in text_of(client, path)
    assert open_it(client, registration).status_code == 302


@pytest.mark.parametrize(
    ("said_of_it", "nation", "basis"),
    [
        ("wales", "wales", "An officer recorded"),
        ("england", "england", "An officer recorded"),
        ("unknown", "unknown", "border"),
    ],
)
def test_the_case_opens_with_what_was_said(
    intake: Officer, registration: Registration, said_of_it: str, nation: str, basis: str
) -> None:
    answered = {"party-1-where": ON_THE_BORDER, NATION: {"nation": said_of_it}}
    case = keyed(intake, registration, **answered)
    child = case.children.get()
    assert child.nation == nation
    assert basis in child.nation_basis_en


def test_an_answer_that_a_postcode_made_idle_is_not_used(intake: Officer, registration: Registration) -> None:
    case = keyed(intake, registration, **{NATION: {"nation": "england"}})
    assert case.children.get().nation == "wales"
