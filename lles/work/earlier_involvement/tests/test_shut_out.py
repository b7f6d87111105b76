"""Known before, and who is shut out of one of the two cases: nothing tells them that it is there."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from django.db.models import Q

from lles.casefile.changes.restriction import let_in, seal, shut_out, unseal
from lles.casefile.models import Case, Officer
from lles.casefile.prepared import Asked
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.work.earlier_involvement.changes.look import ARRIVED, ASKED, look_for_earlier_involvement
from lles.work.earlier_involvement.models import Candidate
from lles.work.earlier_involvement.queries import candidates, remarks
from lles.work.earlier_involvement.queries.candidates import TASK, matched_in, waiting_for

KNOWN = "/cases/C-2288/known/"
Officers = Callable[..., Officer]


def tasks_of(case: Case) -> int:
    return case.tasks.filter(kind=TASK, ended_at=None).count()


def told(officer: Officer, case: Case, language: str = "en") -> Iterator[str]:
    """By which ways the file of a case says to an officer that somebody may be known from another."""
    words = {"en": "not open", "cy": "agor"}
    client = client_of(officer, language)
    if matched_in([case.pk], officer):
        yield "matches"
    if words[language] in text_of(client, KNOWN).split("lles-tabs", 1)[-1]:
        yield "page"
    if tasks_of(case):
        yield "task"
    if case.entries.filter(kind="known_looked_for").latest("pk").facts["found"]:
        yield "timeline"
    if waiting_for(officer, 10):
        yield "list"


@pytest.fixture
def intake(officer_with: Officers) -> Officer:
    """Who sees both cases."""
    return officer_with("intake_administrator")


def test_who_is_shut_out_of_the_other_case_is_told_nothing_of_a_match(
    case: Case,
    older: Case,
    own: Officer,
    manager: Officer,
    intake: Officer,
    service: Officer,
    now: datetime,
) -> None:
    made = shut_out(case=older, by=manager, at=now, officer=own, relation="relative")
    look_for_earlier_involvement(case=case, by=service, at=now, why=ARRIVED)
    assert Candidate.objects.count() == 1
    assert list(told(own, case)) == []
    remark = "Looks like somebody known before"
    assert remark not in text_of(client_of(own), "/cases/C-2288/")
    assert len(matched_in([case.pk], intake)) == len(waiting_for(intake, 10)) == 1
    assert remark in text_of(client_of(intake), "/cases/C-2288/")
    assert (tasks_of(case), tasks_of(older)) == (0, 1)  # somebody still has to look
    let_in(case=older, by=manager, at=now, exclusion=made, reason="A mistake.")
    assert (tasks_of(case), tasks_of(older)) == (1, 0)
    assert remark in text_of(client_of(own), "/cases/C-2288/")


def test_it_would_be_noticed_without_the_condition(
    case: Case, older: Case, own: Officer, manager: Officer, service: Officer, now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    shut_out(case=older, by=manager, at=now, officer=own, relation="relative")
    nobody = lambda *_: Q(pk__in=[])  # noqa: E731
    for module, name in (
        (candidates, "shut_out_from"),
        (candidates, "shut_to_somebody"),
        (remarks, "shut_out_from"),
    ):
        monkeypatch.setattr(module, name, nobody)
    monkeypatch.setattr(candidates, "_TOLD", Asked(candidates.with_where_told))
    look_for_earlier_involvement(case=case, by=service, at=now, why=ARRIVED)
    assert {"matches", "page", "task", "timeline"} <= set(told(own, case))


@pytest.mark.parametrize("way", ["restricted", "shut out"])
def test_a_task_leaves_the_file_whose_readers_may_not_know_of_the_other_case(
    way: str, case: Case, older: Case, own: Officer, manager: Officer, teammate: Officer, service: Officer,
    now: datetime,
) -> None:  # fmt: skip
    Case.objects.filter(pk=older.pk).update(officer=teammate)
    look_for_earlier_involvement(case=case, by=service, at=now, why=ARRIVED)
    assert (tasks_of(case), tasks_of(older)) == (1, 0)
    if way == "restricted":
        seal(case=older, by=manager, at=now, reason="Known in the office.")
    else:
        made = shut_out(case=older, by=manager, at=now, officer=own, relation="relative")
    assert (tasks_of(case), tasks_of(older)) == (0, 1)
    assert not list(told(own, case))[:-1]  # the line of the timeline was written when it was no secret
    if way == "restricted":
        unseal(case=older, by=manager, at=now, reason="Over.")
    else:
        let_in(case=older, by=manager, at=now, exclusion=made, reason="Over.")
    assert (tasks_of(case), tasks_of(older)) == (1, 0)


def test_where_somebody_is_shut_out_of_each_no_file_has_the_task_and_intake_finds_it(
    case: Case, older: Case, own: Officer, manager: Officer, teammate: Officer, intake: Officer,
    service: Officer, now: datetime,
) -> None:  # fmt: skip
    Case.objects.filter(pk=older.pk).update(officer=teammate)
    shut_out(case=older, by=manager, at=now, officer=own, relation="relative")
    shut_out(case=case, by=manager, at=now, officer=teammate, relation="neighbour")
    look_for_earlier_involvement(case=case, by=service, at=now, why=ARRIVED)
    assert (tasks_of(case), tasks_of(older)) == (0, 0)
    assert len(waiting_for(intake, 10)) == 1


@pytest.mark.parametrize("way", ["restricted", "shut out"])
def test_a_decision_is_not_on_a_timeline_whose_readers_may_not_know_of_the_other_case(
    way: str, case: Case, older: Case, own: Officer, manager: Officer, teammate: Officer, service: Officer,
    now: datetime,
) -> None:  # fmt: skip
    teammate.roles = ["practitioner", "practice_supervisor"]
    teammate.save()
    if way == "restricted":
        Case.objects.filter(pk=older.pk).update(sealed=True, officer=teammate)
    else:
        shut_out(case=older, by=manager, at=now, officer=own, relation="relative")
    look_for_earlier_involvement(case=case, by=service, at=now, why=ASKED)
    match = Candidate.objects.get()
    fill(client_of(teammate), f"{KNOWN}{match.pk}/", decision="same", reason="The same day of birth.")
    match.refresh_from_db()
    assert match.decision == "same"
    assert not case.entries.filter(kind="known_decided").exists()
    page = text_of(client_of(own), "/cases/C-2288/people/")
    assert "Known before" not in page.split("lles-case__names", 1)[-1].replace("Known before</a>", "")
