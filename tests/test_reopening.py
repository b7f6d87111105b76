"""A case that was closed and is opened again: what is still to be done is to be done again, in every piece of
work, and nothing else."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed, lift_direction, record_order
from lles.casefile.models import Case, Direction, Filing, Officer, Order
from lles.casefile.register import Event, Occasion
from lles.conftest import case, father, mother, now, office, officer_with, own, service
from lles.work.activities.tests.recorded import write
from lles.work.closing.changes import close_case, reopen_case
from lles.work.closing.queries.facts import Ended
from lles.work.first_hearing.changes.directions import record_done
from lles.work.first_hearing.changes.reading import order_made as order_came
from lles.work.first_hearing.changes.reading import read_order
from lles.work.first_hearing.queries.orders import DIRECTION
from lles.work.impact_report.work import application_received as report_asked_for
from lles.work.intake.queries import what_came_to_do
from lles.work.introductions.work import case_changed
from lles.work.safeguarding.tests.further_cases import filed
from lles.work.safeguarding.work import application_received as letter_asked_for

__all__ = ["case", "father", "filed", "mother", "now", "office", "officer_with", "own", "service"]
MADE = date(2026, 3, 4)
UNWRITTEN = 4
Open = set[tuple[str, str, int | None, int | None]]


@pytest.fixture
def opened(case: Case, service: Officer, now: datetime) -> Case:
    """The usual case as it came: a letter to the court, and letters to the adults, are to be written."""
    letter_asked_for(Occasion(Event.APPLICATION_RECEIVED, case, service, now))
    case_changed(Occasion(Event.DETAILS_CHANGED, case, service, now))
    return case


def open_tasks(case: Case) -> Open:
    found = case.tasks.filter(ended_at=None)
    return set(found.values_list("kind", "subject", "party", "direction"))


def order(case: Case, by: Officer, at: datetime, kind: str, *directed: Directed) -> Order:
    return record_order(case=case, by=by, at=at, kind=kind, title="C21", made_on=MADE, directions=directed)


def close(case: Case, by: Officer, at: datetime) -> None:
    reasons = dict.fromkeys(
        ("CLO-LETTERS", "CLO-DIRECTED", "CLO-HEARING", "CLO-ORDERS"), "It goes on without us."
    )
    tasks = {one.pk: "The court needs nothing more." for one in case.tasks.filter(ended_at=None)}
    ended = Ended("order_made", MADE)
    close_case(case=case, by=by, at=at, ended=ended, tasks=tasks, reasons=reasons)
    assert not open_tasks(case)
    case.refresh_from_db()


def reopen(case: Case, by: Officer, at: datetime) -> Open:
    reopen_case(case=case, by=by, at=at, reason="It was closed by mistake.")
    case.refresh_from_db()
    return open_tasks(case)


@pytest.mark.parametrize(
    ("kind", "directed"),
    [
        ("family_assistance", "family_assistance_report"),
        ("monitoring", "monitoring_interim_report"),
        ("activities", "activity_monitoring"),
        ("enforcement", "enforcement_monitoring"),
        ("", "activity_information"),
        ("", "enforcement_information"),
        ("", "section_7_report"),
        ("", "child_impact_report"),
    ],
)
def test_what_an_order_asks_for_is_asked_for_again_with_its_direction(
    opened: Case, own: Officer, now: datetime, kind: str, directed: str
) -> None:
    case, father = opened, opened.parties.get(role="respondent")
    asked = Directed(directed, due_on=date(2026, 9, 1), party=father if "information" in directed else None)
    order(case, own, now, kind, asked)
    before = open_tasks(case)
    assert len(before) > UNWRITTEN
    close(case, own, now)
    assert reopen(case, own, now) == before


def test_the_letter_that_the_court_does_not_have_is_asked_for_again(
    opened: Case, own: Officer, now: datetime
) -> None:
    before = open_tasks(opened)
    assert {"safeguarding.letter", "safeguarding.checks", "safeguarding.call"} < {one[0] for one in before}
    assert len(before) == UNWRITTEN
    close(opened, own, now)
    assert reopen(opened, own, now) == before


def test_the_letter_that_the_court_has_is_not_asked_for_again(
    filed: Case, own: Officer, now: datetime
) -> None:
    close(filed, own, now)
    asked = {one[0] for one in reopen(filed, own, now)}
    assert not asked & {"safeguarding.letter", "safeguarding.checks", "safeguarding.call"}


@pytest.mark.parametrize(
    ("state", "asked"),
    [
        ("by_hand", "casefile.file_by_hand"),
        ("refused", "casefile.filing_refused"),
        ("unknown", "casefile.filing_unknown"),
        ("accepted", None),
    ],
)
def test_what_was_sealed_and_the_court_does_not_have_waits_for_a_person_again(
    case: Case, own: Officer, now: datetime, state: str, asked: str | None
) -> None:
    if state == "by_hand":
        Case.objects.filter(pk=case.pk).update(court_number="")
    order(case, own, now, "", Directed("activity_information", party=case.parties.get(role="respondent")))
    write(case.activities.get(), own, now, "information", {"ACT-INFO": "Not reached."}, activity="Yes.")
    filings = Filing.objects.filter(document__case=case)
    for step in ("sending", state) if state != "by_hand" else ():
        filings.update(state=step)
    close(case, own, now)
    waits = {task[:2] for task in reopen(case, own, now) if "fil" in task[0]}
    assert waits == ({(asked, str(one.pk)) for one in filings} if asked else set())


def test_so_is_the_report_of_pathfinder_with_what_it_needs(
    case: Case, own: Officer, service: Officer, now: datetime
) -> None:
    Case.objects.filter(pk=case.pk).update(pathway="pathfinder")
    case.refresh_from_db()
    report_asked_for(Occasion(Event.APPLICATION_RECEIVED, case, service, now))
    before = open_tasks(case)
    close(case, own, now)
    assert before <= reopen(case, own, now)


@pytest.mark.parametrize("has_officer", [True, False])
def test_a_case_of_public_law_without_an_officer_asks_for_one_and_for_its_guardian(
    case: Case, own: Officer, service: Officer, now: datetime, has_officer: bool
) -> None:
    close(case, own, now)
    officer = own if has_officer else None
    Case.objects.filter(pk=case.pk).update(pathway="public-law", law="public", officer=officer)
    case.refresh_from_db()
    asked = {one[0] for one in reopen(case, service, now)}
    assert ({"allocation.allocate", "representation.guardian"} <= asked) is not has_officer


def test_what_was_done_or_taken_back_is_not_asked_for_again(case: Case, own: Officer, now: datetime) -> None:
    kinds = ("section_7_report", "rule_16_4_report", "guardian_report")
    order(case, own, now, "", *(Directed(kind, due_on=date(2026, 9, 1)) for kind in kinds))
    done, lifted, left = (Direction.objects.get(case=case, kind=kind) for kind in kinds)
    record_done(case=case, by=own, at=now, direction=done, how="It was filed.")
    close(case, own, now)
    lift_direction(case=case, by=own, at=now, direction=lifted, reason="The court says so.")
    asked = {one for one in reopen(case, own, now) if one[0] == DIRECTION}
    assert asked == {(DIRECTION, str(left.pk), None, left.pk)}


def test_what_an_earlier_closing_ended_stays_ended(opened: Case, own: Officer, now: datetime) -> None:
    close(opened, own, now)
    order(opened, own, now, "", Directed("section_7_report", due_on=date(2026, 9, 1)))
    opened.refresh_from_db()
    before = open_tasks(opened)
    assert {one[0] for one in before} == {DIRECTION}
    later = now + timedelta(days=90)
    close(opened, own, later)
    assert reopen(opened, own, later) == before


def test_an_order_that_nobody_read_waits_again(case: Case, own: Officer, now: datetime) -> None:
    unread = Order.objects.create(case=case, court_key="c", title="Monitoring", code="C21", created_at=now)
    read = Order.objects.create(case=case, court_key="d", title="Monitoring", code="C21", created_at=now)
    for one in (unread, read):
        case.tasks.create(kind="first_hearing.read_order", subject=str(one.pk), opened_at=now)
    case.tasks.filter(subject=str(read.pk)).update(ended_at=now, outcome="done")
    close(case, own, now)
    waits = {one[1] for one in reopen(case, own, now) if one[0] == "first_hearing.read_order"}
    assert waits == {str(unread.pk)}


def test_what_the_court_directs_opens_the_rest_again_however_much_it_directs(
    case: Case, own: Officer, now: datetime
) -> None:
    asked = Directed("family_assistance_report", due_on=date(2026, 9, 1))
    order(case, own, now, "family_assistance", asked)
    before = open_tasks(case)
    close(case, own, now)
    order(case, own, now, "", Directed("section_7_report"), Directed("guardian_report"))
    case.refresh_from_db()
    assert case.closed_at is None
    assert before < open_tasks(case)
    assert case.entries.filter(kind="case_reopened_for_the_court").count() == 1


@pytest.mark.parametrize("kind", ["family_assistance", "monitoring", "activities", "enforcement"])
def test_an_order_that_is_work_opens_the_case_again_though_it_directs_nothing_else(
    case: Case, own: Officer, now: datetime, kind: str
) -> None:
    close(case, own, now)
    order(case, own, now, kind)
    case.refresh_from_db()
    assert case.closed_at is None
    assert any(one[0].startswith(f"{kind}.") for one in open_tasks(case))


def test_an_order_of_the_feed_that_a_person_has_to_read_stands_in_arrivals_though_the_case_is_closed(
    case: Case, own: Officer, service: Officer, now: datetime
) -> None:
    close(case, own, now)
    came = Order.objects.create(case=case, court_key="c", title="Monitoring order", created_at=now)
    order_came(Occasion(Event.ORDER_MADE, case, service, now, {"order": came.pk, "kind": ""}))
    (row,) = what_came_to_do(own, now.date())
    assert row.case == case
    read_order(case=case, by=own, at=now, order=came, kind="monitoring")
    case.refresh_from_db()
    assert case.closed_at is None


def test_an_order_that_is_no_work_leaves_the_case_closed(case: Case, own: Officer, now: datetime) -> None:
    close(case, own, now)
    order(case, own, now, "")
    case.refresh_from_db()
    assert case.closed_at is not None
