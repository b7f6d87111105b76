"""On Pathfinder the report is asked for with what it needs: checks and calls, while one is outstanding."""

from datetime import datetime, timedelta

import pytest

from lles.casefile.changes.checks import ask_check, set_check_aside
from lles.casefile.changes.conversations import record_conversation
from lles.casefile.changes.directions import Directed, lift_direction, record_order
from lles.casefile.changes.due_days import derive_due_days
from lles.casefile.models import Case, Hearing, Officer
from lles.casefile.register import Event, Occasion
from lles.casefile.tests.pages import client_of, text_of
from lles.work.impact_report.work import application_received


@pytest.fixture
def opened(case: Case, service: Officer, now: datetime) -> Case:
    """A case on Pathfinder that has just been received."""
    Case.objects.filter(pk=case.pk).update(pathway="pathfinder")
    case.refresh_from_db()
    application_received(Occasion(Event.APPLICATION_RECEIVED, case, service, now))
    return case


def asked_for(case: Case) -> set[str]:
    found = case.tasks.filter(kind__startswith="impact_report.", ended_at=None)
    return {kind.removeprefix("impact_report.") for kind in found.values_list("kind", flat=True)}


def outcome_of(case: Case, kind: str) -> str:
    return case.tasks.exclude(ended_at=None).get(kind=f"impact_report.{kind}").outcome


def test_the_checks_and_the_calls_are_asked_for_with_the_report(opened: Case, own: Officer) -> None:
    assert asked_for(opened) == {"report", "checks", "call"}
    assert "Ask the police and the local authorities" in text_of(client_of(own), "/")


def test_the_calls_end_with_the_last_adult_who_was_spoken_to(
    opened: Case, own: Officer, now: datetime
) -> None:
    mother, father = opened.parties.get(role="applicant"), opened.parties.get(role="respondent")
    known = {"case": opened, "by": own, "at": now, "began_at": now, "language": "en"}
    record_conversation(**known, party=mother, outcome="spoke", safe_to_talk=True)  # type: ignore[arg-type]  # named by a mapping
    record_conversation(**known, party=father, outcome="no_answer")  # type: ignore[arg-type]  # named by a mapping
    assert "call" in asked_for(opened)
    record_conversation(**known, party=father, outcome="spoke", safe_to_talk=True)  # type: ignore[arg-type]  # named by a mapping
    assert "call" not in asked_for(opened)
    assert outcome_of(opened, "call") == "done"


def test_the_checks_end_with_the_last_that_has_an_answer_or_is_not_needed(
    opened: Case, own: Officer, now: datetime
) -> None:
    first, *others = opened.checks.all()
    ask_check(case=opened, by=own, at=now, check=first, body="north-wales", asked_on=now.date())
    for check in others:
        set_check_aside(case=opened, by=own, at=now, check=check, reason="Lived abroad.")
    assert "checks" in asked_for(opened)
    set_check_aside(case=opened, by=own, at=now, check=first, reason="Asked by mistake.")
    assert "checks" not in asked_for(opened)
    assert outcome_of(opened, "checks") == "not_needed", "nobody answered one"


def takes_back(case: Case, own: Officer, now: datetime) -> None:
    """The court directs the report, and takes that back."""
    order = record_order(
        case=case, by=own, at=now, kind="", title="C21", made_on=now.date(),
        directions=(Directed("child_impact_report"),),
    )  # fmt: skip
    assert "report" in asked_for(case)
    lift_direction(case=case, by=own, at=now, direction=order.directions.get(), reason="So the court says.")


def test_a_report_that_the_court_takes_back_is_not_done_but_lifted(
    case: Case, own: Officer, now: datetime
) -> None:
    takes_back(case, own, now)
    assert "report" not in asked_for(case)
    assert outcome_of(case, "report") == "lifted"


def test_on_pathfinder_the_report_is_asked_for_whatever_the_court_takes_back(
    opened: Case, own: Officer, now: datetime
) -> None:
    takes_back(opened, own, now)
    assert "report" in asked_for(opened)


@pytest.mark.parametrize(
    ("type_code", "days", "says"),
    [
        ("ABA5-FHR", 10, "A first hearing is listed on"),
        ("ABA5-DEC", 10, "A hearing is listed on"),
        ("ABA5-DEC", 60, ""),
        ("ABA5-SGA", 2, ""),
    ],
)
def test_a_hearing_that_comes_before_the_report_is_said_beside_its_day(
    opened: Case, service: Officer, own: Officer, now: datetime, type_code: str, days: int, says: str
) -> None:
    Case.objects.filter(pk=opened.pk).update(received_on=now.date())
    Hearing.objects.create(
        case=opened, court_key="1", type_code=type_code, starts_at=now + timedelta(days=days)
    )
    derive_due_days(Case.objects.get(pk=opened.pk), now)
    due = opened.tasks.get(kind="impact_report.report").due
    assert due is not None
    warned = [one["en"] for row in due["reckonings"] for one in row["warnings"]]
    assert len([one for one in warned if "listed on" in one]) == bool(says)
    assert not says or any(one.startswith(says) for one in warned)
    page = text_of(client_of(own), f"/cases/{opened.reference}/tasks/")
    assert ("listed on" in page) is bool(says)
