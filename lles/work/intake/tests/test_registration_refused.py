"""What a registration does not take, who may register, and how one ends without a case."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from lles.casefile.changes.door import NotAllowed
from lles.casefile.models import Case, Entry, Officer
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.work.intake.changes.registration import start_registration
from lles.work.intake.models import Arrival, Registration, RegistrationSighting
from lles.work.intake.tests.registering import HARM, PAGES, key, open_it, page, typed_into


def test_words_that_repeat_an_address_are_refused_before_it_opens(
    intake: Officer, registration: Registration
) -> None:
    client = client_of(intake)
    words = "She fled to 7 Heol y Dŵr, LL11 1AA."
    typed_into(intake, registration, {**PAGES, "harm": {**HARM, "words": words}})
    assert "Take the address, the telephone number or the e-mail out" in said(open_it(client, registration))
    assert not Case.objects.exists()


def born_years_ago(years: int) -> dict[str, str]:
    """The boxes of the date of birth of somebody of this age."""
    return day("born_on", timezone.localdate() - timedelta(days=years * 365 + 100))


WRONG: dict[str, tuple[str, dict[str, Any], str]] = {
    "no kind of harm": ("harm", {"answer": "yes"}, "Select at least one answer"),
    "no order": ("application", {}, "Select what the court is asked for"),
    "no name of another court": ("court", {"court": "another"}, "Enter the name of the court"),
    "no number of a court": ("court", {**PAGES["court"], "number": "12"}, "Enter the number as the court"),
    "a day to come": ("days", day("received_on", date(2999, 1, 1)), "Date must be today or in the past"),
    "no day of the court": ("days", day("received_on", date(2026, 3, 4)), "Enter the day it was sent"),
    "a hearing without a day": ("hearing", {"listed": "yes", "at": "10"}, "Enter a date"),
    "an adult as a child": (
        "child-1", {"first_name": "A", **day("born_on", date(1980, 1, 1))}, "is no child any more. Check",
    ),
    "a small child as a party": (
        "party-1", {**PAGES["party-1"], **born_years_ago(4)}, "cannot be a party. Check the year of birth",
    ),
    "a party under 16": ("party-1", {**PAGES["party-1"], **born_years_ago(15)}, "This person is under 16"),
    "a hearing on a Sunday": (
        "hearing", {**PAGES["hearing"], **day("on", date(2026, 4, 12))},
        "Sunday 12 April 2026: the courts are closed",
    ),
    "no name": ("child-1", {}, "Enter at least one name"),
    "no postcode": ("party-1-where", {"postcode": "zz"}, "Enter a full postcode"),
    "no telephone": ("party-1-where", {"phone": "12"}, "Enter a telephone number"),
    "no e-mail": ("party-1-where", {"email": "nobody"}, "Enter an e-mail address"),
    "no telephone of a solicitor": ("party-1-lawyer", {"lawyer_phone": "12"}, "Enter a telephone number"),
    "no e-mail of a solicitor": ("party-1-lawyer", {"lawyer_email": "bad"}, "Enter an e-mail address"),
    "no day of asking": ("party-1-language", {"spoken": "cy"}, "Enter the day on which they were asked"),
}  # fmt: skip


@pytest.mark.parametrize("kind", WRONG)
def test_it_says_what_is_wrong_beside_its_box(intake: Officer, registration: Registration, kind: str) -> None:
    client, (name, typed, words) = client_of(intake), WRONG[kind]
    key(client, registration, {"child-1": PAGES["child-1"], "party-1": PAGES["party-1"]})
    assert words in summary_of(fill(client, page(registration, name), **typed))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("party-1", {**PAGES["party-1"], **born_years_ago(15), "young": "on"}),
        ("party-1", {**PAGES["party-1"], **born_years_ago(16)}),
        ("hearing", {**PAGES["hearing"], **day("on", date(2026, 4, 11)), "at_weekend": "on"}),
        ("hearing", {**PAGES["hearing"], **day("on", date(2026, 4, 10))}),
    ],
)
def test_what_is_unlikely_goes_on_once_it_is_said_to_be_right(
    intake: Officer, registration: Registration, name: str, typed: dict[str, Any]
) -> None:
    client = client_of(intake)
    key(client, registration, {"child-1": PAGES["child-1"], "party-1": PAGES["party-1"], name: typed})
    boxes = [
        box for box in ("young", "at_weekend") if f'name="{box}"' in text_of(client, page(registration, name))
    ]
    assert boxes == [box for box in ("young", "at_weekend") if box in typed]


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("party-1-language", ["When were they asked?"]),
        ("days", ["When was it sent to the court?", "When did the court issue it?"]),
        ("harm", ["Who says so?", "Of what kind?", "Where is it said?"]),
        ("hearing", ["On which day?", "At what time?"]),
    ],
)
def test_what_is_demanded_once_something_else_is_answered_is_not_called_optional(
    intake: Officer, registration: Registration, name: str, labels: list[str]
) -> None:
    client = client_of(intake)
    key(client, registration, {"child-1": PAGES["child-1"], "party-1": PAGES["party-1"]})
    shown = text_of(client, page(registration, name))
    assert [one for one in labels if one not in shown or f"{one} (optional)" in shown] == []


def test_somebody_taken_out_is_gone_and_their_number_is_not_given_again(
    intake: Officer, registration: Registration
) -> None:
    client = client_of(intake)
    key(client, registration, {"child-1": PAGES["child-1"], "child-2": {"first_name": "Macsen"}})
    assert client.post(f"{page(registration, 'child-2')}take-out/").status_code == 302
    shown = text_of(client, f"/registrations/{registration.pk}/")
    assert "Macsen" not in shown
    assert "/pages/child-3/" in shown


def test_it_is_set_aside_with_a_reason_and_the_arrival_waits_again(
    intake: Officer, arrival: Arrival, now: datetime
) -> None:
    client, registration = client_of(intake), start_registration(by=intake, at=now, arrival=arrival)
    path = reverse("intake:registration_aside", args=(registration.pk,))
    assert "Say why" in summary_of(client.post(path, {"words": ""}))
    assert client.post(path, {"words": "Twice."}).status_code == 302
    assert "Twice." in text_of(client, f"/registrations/{registration.pk}/")
    again = start_registration(by=intake, at=now, arrival=arrival)
    assert again != registration


def test_one_arrival_is_keyed_in_one_place(intake: Officer, arrival: Arrival, now: datetime) -> None:
    first = start_registration(by=intake, at=now, arrival=arrival)
    assert start_registration(by=intake, at=now + timedelta(hours=1), arrival=arrival) == first
    answer = client_of(intake).get(reverse("intake:key", args=(arrival.pk,)))
    assert answer.headers["Location"] == f"/registrations/{first.pk}/"


def test_only_intake_registers(
    own: Officer, manager: Officer, registration: Registration, arrival: Arrival
) -> None:
    for officer in (own, manager):
        with pytest.raises(NotAllowed):
            start_registration(by=officer, at=timezone.now())
        client = client_of(officer)
        for path in (
            f"/registrations/{registration.pk}/",
            f"/arrivals/{arrival.pk}/key/",
            "/registrations/begin/",
        ):
            assert client.get(path).status_code == 404


def test_each_look_at_a_page_is_recorded(intake: Officer, registration: Registration) -> None:
    text_of(client_of(intake), page(registration, "harm"))
    assert RegistrationSighting.objects.get().what == "harm"


def test_nothing_typed_is_on_the_timeline_before_the_case_opens(
    intake: Officer, registration: Registration
) -> None:
    typed_into(intake, registration, PAGES)
    assert [one.facts for one in Entry.objects.all()] == [{}]
