"""A registration, its pages as somebody would fill them in, and how they are typed."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from lles.casefile import drafts
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of
from lles.links.tests.hostile import a_pdf
from lles.work.intake.changes.mail import take_message
from lles.work.intake.changes.registration import start_registration
from lles.work.intake.models import Arrival, Registration
from lles.work.intake.queries.registration import draft_kind
from lles.work.intake.tests.test_mail import written

HARM = {
    "answer": "yes",
    "by_whom": "applicant",
    "kinds": "domestic_abuse",
    "words": "Shouting.",
    "source": "c1a",
}
NO = {"answer": "no"}
PEOPLE: dict[str, dict[str, Any]] = {
    "child-1": {"first_name": "Efa", "last_name": "Bevan", "gender": "female",
                **day("born_on", date(2017, 5, 1))},
    "child-1-home": {"elsewhere": "no"},
    "party-1": {"role": "applicant", "first_name": "Siân", "last_name": "Morris",
                **day("born_on", date(1990, 3, 2)), "gender": "female"},
    "party-1-children": {"kind-child-1": "mother", "lives-child-1": "on"},
    "party-1-where": {"address": "7 Heol y Dŵr\nWrecsam", "postcode": "ll11 1aa", "phone": "01632 960 001",
                      "email": "sian@example.org", "email_kept": "no", "earlier": "1 High Street, Chester"},
    "party-1-language": {"spoken": "cy", **day("asked_on", date(2026, 3, 1))},
    "party-1-lawyer": {"represented": "unknown"},
    "party-2": {"role": "respondent", "first_name": "Gareth", "last_name": "Bevan"},
    "party-2-children": {"kind-child-1": "father"},
    "party-2-where": {},
    "party-2-language": {},
    "party-2-lawyer": {"represented": "yes", "lawyer_name": "A. Rees"},
}  # fmt: skip
PAGES: dict[str, dict[str, Any]] = {
    "harm": HARM,
    "urgency": {"answer": "yes", "without_notice": "yes", "words": "He may take her abroad."},
    "other_proceedings": NO,
    "special_measures": NO,
    "application": {"kinds": "child_arrangements_live_with"},
    "court": {"court": "637145|Wrexham Law Courts (County and Family Court)", "number": "wx26p90021"},
    "days": {**day("received_on", date(2026, 3, 4)), **day("submitted_on", date(2026, 3, 2))},
    "hearing": {"listed": "yes", "type_code": "ABA5-FHR", **day("on", date(2026, 4, 9)), "at": "10am"},
    "authority": {"known": "unknown"},
    **PEOPLE,
}


@pytest.fixture
def intake(officer_with: Callable[..., Officer]) -> Officer:
    """The intake administrator."""
    return officer_with("intake_administrator")


@pytest.fixture
def registration(intake: Officer, now: datetime) -> Registration:
    """A registration from nothing."""
    return start_registration(by=intake, at=now)


@pytest.fixture
def arrival(service: Officer, now: datetime) -> Arrival:
    """A message with an application that waits to be keyed."""
    return take_message(content=written(cais_pdf=a_pdf()), source="test", by=service, at=now).arrival


def page(registration: Registration, name: str) -> str:
    return reverse("intake:registration_page", args=(registration.pk, name))


def typed_into(officer: Officer, registration: Registration, pages: Mapping[str, Mapping[str, Any]]) -> None:
    """What stands in the drafts when somebody has typed these pages."""
    for name, typed in pages.items():
        content = {field: value if isinstance(value, list) else [value] for field, value in typed.items()}
        drafts.save(
            by=officer, at=timezone.now(), kind=draft_kind(registration), subject=name, content=content,
            seen_revision=0, shared=True,
        )  # fmt: skip


def key(client: Client, registration: Registration, pages: Mapping[str, Mapping[str, Any]]) -> None:
    for name, typed in pages.items():
        answer = fill(client, page(registration, name), **typed)
        assert answer.status_code == 302, (name, summary_of(answer))


def what_is_shown(client: Client, registration: Registration) -> tuple[str, str]:
    path = reverse("intake:registration_check", args=(registration.pk,))
    return path, said(client.get(path)).split('name="shown" value="')[1].split('"')[0]


def open_it(client: Client, registration: Registration) -> Any:
    path, shown = what_is_shown(client, registration)
    return client.post(path, {"shown": shown})


def keyed(officer: Officer, registration: Registration, **other: dict[str, Any]) -> Case:
    typed_into(officer, registration, {**PAGES, **other})
    answer = open_it(client_of(officer), registration)
    assert answer.status_code == 302, summary_of(answer)
    return Case.objects.get()
