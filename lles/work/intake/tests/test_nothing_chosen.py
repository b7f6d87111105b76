"""No page of keying opens with an answer that nobody gave; what is left open says nothing, and protects."""

from typing import Any

import pytest
from django.urls import reverse

from lles.casefile import locations
from lles.casefile.models import Officer
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.work.intake.models import Registration
from lles.work.intake.tests.registering import PAGES, keyed, page, typed_into

SUBJECTS = (
    "urgency", "child-1", "party-1", "party-1-where", "party-1-language", "party-1-lawyer",
    "party-1-children",
)  # fmt: skip


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("subject", SUBJECTS)
def test_nothing_stands_chosen(
    intake: Officer, registration: Registration, subject: str, language: str
) -> None:
    if subject.startswith("party-1-"):
        typed_into(intake, registration, {name: PAGES[name] for name in ("child-1", "party-1")})
    shown = text_of(client_of(intake, language), page(registration, subject))
    assert " checked" not in shown


def test_what_was_left_open_is_still_open_when_one_comes_back(
    intake: Officer, registration: Registration
) -> None:
    client = client_of(intake)
    typed: dict[str, Any] = {"first_name": "Efa", "last_name": "Bevan"}
    assert fill(client, page(registration, "child-1"), **typed).status_code == 302
    assert " checked" not in text_of(client, page(registration, "child-1"))
    assert fill(client, page(registration, "child-1"), **typed, gender="unknown").status_code == 302
    assert text_of(client, page(registration, "child-1")).count(" checked") == 1
    check = reverse("intake:registration_check", args=(registration.pk,))
    assert "It does not say" in text_of(client, check)


def test_what_it_does_not_say_is_kept_as_nothing_and_protects(
    intake: Officer, registration: Registration
) -> None:
    case = keyed(
        intake, registration, **{
            "child-1": {**PAGES["child-1"], "gender": "unknown", "spoken": "unknown"},
            "party-1-language": {"spoken": "unknown"},
        },
    )  # fmt: skip
    child, mother = case.children.get(), case.parties.get(role="applicant")
    assert (child.gender, child.language, mother.language) == ("", "", "")
    kept = {one.kind: one.protected for one in locations.of_case(case, f"party:{mother.pk}")}
    assert kept["address"]
