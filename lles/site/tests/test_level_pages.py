"""Pages stay level: a longer list asks the database no more often than a short one."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Check, Hearing, Officer
from lles.casefile.tests.pages import client_of, statements
from lles.site.synthetic.many import answer, many
from lles.work.intake.changes.take import take_answer

LISTS = ("/", "/cases/", "/arrivals/", "/find/?q=a", "/checks/")


def arrive(service: Officer, own: Officer, seed: int, cases: int) -> None:
    """Cases of the feed, given to an officer, each with checks that are out and a hearing next week."""
    now = timezone.now()
    content = json.dumps(answer(many(cases, seed, now.date()))).encode()
    assert [taken.outcome for taken in take_answer(content=content, source="test", by=service, at=now)]
    Case.objects.update(officer=own, office=own.office)
    Check.objects.update(asked_on=now.date(), body="north-wales")
    Hearing.objects.update(starts_at=now + timedelta(days=6), going_ahead=True)


@pytest.mark.parametrize("page", LISTS)
def test_a_longer_list_asks_no_more_often(page: str, service: Officer, own: Officer) -> None:
    client = client_of(own)
    arrive(service, own, seed=1, cases=1)
    client.get(page)
    with statements() as short:
        client.get(page)
    arrive(service, own, seed=2, cases=4)
    with statements() as longer:
        answered = client.get(page)
    assert len(longer) == len(short) <= 8, "\n".join(longer)
    assert len(answered.content.split(b"/cases/C-")) > 5


def test_more_cases_and_more_people_of_a_team_ask_no_more_often(
    service: Officer, own: Officer, manager: Officer, officer_with: Callable[..., Officer]
) -> None:
    client = client_of(manager)
    arrive(service, own, seed=1, cases=2)
    _take_from(own, service)
    client.get("/team/")
    with statements() as short:
        few = client.get("/team/").content
    another = officer_with("practitioner", username="another")
    arrive(service, another, seed=2, cases=6)
    _take_from(another, service)
    with statements() as longer:
        more = client.get("/team/").content
    assert len(longer) == len(short) <= 8, "\n".join(longer)
    assert 0 < few.count(b"/allocate/") < more.count(b"/allocate/")
    assert few.count(b"<tr") < more.count(b"<tr")


def _take_from(officer: Officer, service: Officer) -> None:
    """Half of the cases wait for an officer again."""
    for case in Case.objects.filter(officer=officer).order_by("pk")[::2]:
        Case.objects.filter(pk=case.pk).update(officer=None)
        open_task(case=case, by=service, at=timezone.now(), kind="allocation.allocate")
