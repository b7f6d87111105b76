"""A court in Wales is told early of a party who has chosen Welsh: a task for each, until it is recorded."""

from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from lles.casefile.changes.people import record_language
from lles.casefile.models import Case, Entry, Hearing, Officer, Party, Task, WelshInCourt
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of

KIND = "first_hearing.welsh"


@pytest.fixture
def in_wales(case: Case) -> Case:
    """The usual case, before a court in Wales."""
    Case.objects.filter(pk=case.pk).update(
        court_code="637145", court_name="Wrexham Law Courts (County and Family Court)"
    )
    case.refresh_from_db()
    return case


def choose(case: Case, own: Officer, now: datetime, party: Party, language: str = "cy") -> None:
    record_language(case=case, by=own, at=now, party=party, language=language, asked_on=now.date())


def waits(case: Case) -> list[tuple[int | None, date | None]]:
    return list(case.tasks.filter(kind=KIND, ended_at=None).values_list("party", "due_on"))


def test_it_is_asked_for_each_party_who_has_chosen_welsh_before_a_court_in_wales(
    in_wales: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    choose(in_wales, own, now, mother)
    choose(in_wales, own, now, father, "en")
    assert waits(in_wales) == [(mother.pk, date(2026, 3, 11))]
    task = Task.objects.get(kind=KIND)
    assert (task.subject, task.provision) == (str(mother.pk), "CYM-COURT")
    choose(in_wales, own, now, mother, "en")
    assert waits(in_wales) == []


def test_the_court_is_told_before_the_next_hearing(
    in_wales: Case, own: Officer, mother: Party, now: datetime
) -> None:
    Hearing.objects.create(
        case=in_wales, court_key="next", type_code="ABA5-FHR", starts_at=now + timedelta(days=2)
    )
    Hearing.objects.create(
        case=in_wales, court_key="held", type_code="ABA5-FHR", starts_at=now - timedelta(days=2)
    )
    choose(in_wales, own, now, mother)
    assert waits(in_wales) == [(mother.pk, date(2026, 3, 5))]


def test_before_a_court_in_england_nobody_is_asked(
    case: Case, own: Officer, mother: Party, now: datetime
) -> None:
    choose(case, own, now, mother)
    assert waits(case) == []
    path = reverse("casefile:language", args=(case.reference, mother.pk))
    assert "told that they have chosen Welsh" not in text_of(client_of(own), path)


def test_that_the_court_was_told_is_recorded_with_its_day_and_way(
    in_wales: Case, own: Officer, mother: Party, now: datetime
) -> None:
    choose(in_wales, own, now, mother)
    client, path = client_of(own), reverse("casefile:language", args=(in_wales.reference, mother.pk))
    typed = {"chosen": "cy", **day("asked_on", now.date()), **day("court_told_on", date(2026, 3, 5))}
    wrong = fill(client, path, **typed)
    assert "Say how the court was told" in summary_of(wrong)
    assert 'name="court_told_on-day"' in said(wrong)
    assert not WelshInCourt.objects.exists()
    assert fill(client, path, **typed, court_told_way="email").status_code == 302
    assert waits(in_wales) == []
    assert Entry.objects.filter(kind="language_told_to_court").count() == 1
    people = text_of(client, reverse("casefile:people", args=(in_wales.reference,)))
    assert "The court was told on Thu 5 March, by e-mail" in people
