"""What an enforcement order asks, what happens under it, compensation, and its end."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.door import Barred, NeedsReason, NotAllowed, Stale
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.work.enforcement.changes.order import (
    Loss,
    record_compensation,
    record_ended,
)
from lles.work.enforcement.models import Enforcement, UnpaidWork
from lles.work.enforcement.queries.compensation import compensation_of
from lles.work.enforcement.queries.facts import (
    clock_of,
    hours_done,
    last_day_of,
)
from lles.work.enforcement.queries.pages import shown
from lles.work.enforcement.queries.running import orders_running
from lles.work.enforcement.tests.recorded import MADE, alleges, happens, open_tasks, rules_of

Record = Callable[..., Enforcement]


@pytest.mark.parametrize("hours", [39, 201])
def test_hours_outside_the_schedule_are_refused_as_our_own_entry(ordered: Record, hours: int) -> None:
    with pytest.raises(Barred) as barred:
        ordered(hours)
    assert [one.provision for one in barred.value.findings] == ["ENF-HOURS"]
    assert not UnpaidWork.objects.exists()


@pytest.mark.parametrize("hours", [40, 200])
def test_hours_within_the_schedule_are_recorded(ordered: Record, hours: int) -> None:
    assert ordered(hours).work.hours == hours


def test_hours_that_add_up_stay_within_the_schedule(ordered: Record) -> None:
    with pytest.raises(Barred):
        ordered(120, added_to=(100,))
    assert UnpaidWork.objects.count() == 0


@pytest.mark.parametrize("hours", [39, 201])
def test_hours_that_the_sealed_order_gives_are_recorded_with_a_reason(ordered: Record, hours: int) -> None:
    with pytest.raises(NeedsReason) as asked:
        ordered(hours, as_sealed=True)
    assert [one.provision for one in asked.value.findings] == ["ENF-HOURS"]


def test_a_reason_lets_the_sealed_order_stand(ordered: Record) -> None:
    enforcement = ordered(201, as_sealed=True, reasons={"ENF-HOURS": "As the sealed order says."})
    assert enforcement.work.hours == 201
    assert "ENF-HOURS" in rules_of(enforcement)


def test_an_enforcement_order_without_its_own_notice_takes_a_reason(ordered: Record) -> None:
    with pytest.raises(NeedsReason) as asked:
        ordered(notice_on=None)
    assert [one.provision for one in asked.value.findings] == ["ENF-WARN2"]


def test_nothing_is_told_to_probation_without_leave(ordered: Record, own: Officer, now: datetime) -> None:
    enforcement = ordered()
    with pytest.raises(NeedsReason) as asked:
        happens(enforcement, own, now, "told")
    assert [one.provision for one in asked.value.findings] == ["ENF-DISCLOSE-PROB"]
    assert not enforcement.happened.exists()
    assert "ENF-DISCLOSE-PROB" in rules_of(enforcement)


def test_with_leave_probation_is_told(ordered: Record, own: Officer, now: datetime) -> None:
    enforcement = ordered(leave_on=MADE)
    assert happens(enforcement, own, now, "told").kind == "told"
    with pytest.raises(NeedsReason):
        happens(enforcement, own, now, "told", MADE - timedelta(days=1))
    assert "ENF-DISCLOSE-PROB" not in rules_of(enforcement)


def test_what_probation_reports_is_told_to_the_court_soon(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    enforcement = ordered()
    happens(enforcement, own, now, "warning")
    assert "failure" not in open_tasks(case)
    happens(enforcement, own, now, "failure")
    assert open_tasks(case)["failure"] == date(2026, 3, 11)
    assert "ENF-PROBATION" in rules_of(enforcement)


def test_a_report_that_was_asked_of_the_responsible_officer_is_awaited_until_it_is_there(
    ordered: Record, own: Officer, now: datetime
) -> None:
    enforcement, page = ordered(), "/cases/{}/enforcement/{}/"
    address = page.format(enforcement.case.reference, enforcement.pk)
    happens(enforcement, own, now, "requested", date(2026, 3, 4))
    assert shown(enforcement, MADE).awaited_since == date(2026, 3, 4)
    assert "We asked the responsible officer for a report on" in text_of(client_of(own), address)
    assert "Gofynasom i'r swyddog cyfrifol am adroddiad" in text_of(client_of(own, "cy"), address)
    happens(enforcement, own, now, "answered", date(2026, 3, 6))
    assert shown(enforcement, MADE).awaited_since is None
    happens(enforcement, own, now, "requested", date(2026, 3, 9))
    assert shown(enforcement, MADE).awaited_since == date(2026, 3, 9)


def test_a_warning_shows_until_when_a_further_failure_is_reported(
    ordered: Record, own: Officer, now: datetime
) -> None:
    enforcement = ordered()
    happens(enforcement, own, now, "warning", date(2026, 3, 4))
    days = {(one.on, one.rule) for one in shown(enforcement, MADE).days}
    assert (date(2027, 3, 3), "ENF-PROBATION") in days


def test_the_months_stand_still_while_the_order_is_suspended(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    enforcement = ordered()
    assert last_day_of(enforcement) == date(2027, 3, 3)
    happens(enforcement, own, now, "suspended", date(2026, 5, 1))
    assert last_day_of(enforcement) is None
    assert open_tasks(case) == {"monitor": None}
    happens(enforcement, own, now, "resumed", date(2026, 5, 11))
    assert last_day_of(enforcement) == date(2027, 3, 13)
    assert open_tasks(case) == {"monitor": date(2027, 3, 13)}


def test_an_order_ends_on_the_day_before_the_person_lives_elsewhere(
    ordered: Record, apply: Record, case: Case
) -> None:
    enforcement = ordered()
    apply(enforcement, left_on=date(2026, 8, 3))
    assert last_day_of(enforcement) == date(2026, 8, 2)
    assert "ENF-RESIDENCE" in rules_of(enforcement)
    (row,) = orders_running(Case.objects.filter(pk=case.pk))
    assert (row.ends_on, row.lacks) == (date(2026, 8, 2), None)


def test_orders_at_work_say_what_is_not_recorded_and_leave_out_what_ended(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    enforcement = ordered(None)
    (row,) = orders_running(Case.objects.filter(pk=case.pk))
    assert (row.ends_on, row.subject) == (date(2027, 3, 3), enforcement.pk)
    assert row.lacks is not None
    record_ended(
        case=case, by=own, at=now, enforcement=enforcement, outcome="revoked", on=MADE, words="",
        language="en",
    )  # fmt: skip
    assert list(orders_running(Case.objects.filter(pk=case.pk))) == []


def test_the_hours_that_were_done_add_up(ordered: Record, own: Officer, now: datetime) -> None:
    enforcement = ordered()
    for hours in (8, 12):
        happens(enforcement, own, now, "hours", hours=hours)
    assert hours_done(enforcement) == 20


@pytest.mark.parametrize(("ordered_sum", "has_applied"), [(50000, True), (48000, False)])
def test_compensation_above_the_loss_or_that_nobody_asked_for_takes_a_reason(
    apply: Record, own: Officer, now: datetime, mother: Party, ordered_sum: int, has_applied: bool
) -> None:
    enforcement = apply()
    loss = Loss(mother, has_applied, 48000, ordered_sum, MADE)
    about: dict[str, Any] = {
        "case": enforcement.case, "by": own, "at": now, "enforcement": enforcement, "words": "",
        "language": "en",
    }  # fmt: skip
    with pytest.raises(NeedsReason) as asked:
        record_compensation(**about, loss=loss)
    assert [one.provision for one in asked.value.findings] == ["COMP-LOSS"]
    record_compensation(**about, loss=loss, reasons={"COMP-LOSS": "As the order says."})
    record_compensation(**about, loss=Loss(mother, True, 48000, 48000, MADE))
    (row,) = compensation_of(enforcement)
    assert (row.has_applied, row.ordered) == (True, 48000)


def test_the_end_ends_the_tasks_and_nothing_is_recorded_after_it(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    enforcement = ordered()
    record_ended(
        case=case, by=own, at=now, enforcement=enforcement, outcome="done", on=MADE, words="", language="en",
        reasons={"ENF-HOURS": "Probation says so."},
    )  # fmt: skip
    assert open_tasks(case) == {}
    enforcement = Enforcement.objects.get(pk=enforcement.pk)
    with pytest.raises(Stale):
        happens(enforcement, own, now, "hours", hours=3)
    with pytest.raises(Stale):
        alleges(enforcement, own, now)


def test_nobody_else_records_anything(apply: Record, teammate: Officer, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        alleges(apply(), teammate, now)


def test_what_was_alleged_is_never_changed(apply: Record, own: Officer, now: datetime) -> None:
    enforcement = apply()
    alleges(enforcement, own, now)
    with pytest.raises(DatabaseError), transaction.atomic():
        enforcement.alleged.update(words="Somebody came.")
    with pytest.raises(DatabaseError), transaction.atomic():
        Enforcement.objects.filter(pk=enforcement.pk).delete()


def test_no_clock_runs_before_an_order_is_made(apply: Record) -> None:
    assert clock_of(apply()) is None


@pytest.mark.parametrize(
    ("left_on", "last", "rule"),
    [
        (MADE, None, "ENF-HOURS"),
        (MADE + timedelta(days=1), MADE, "ENF-RESIDENCE"),
        (MADE + timedelta(days=2000), None, "ENF-HOURS"),
    ],
)
def test_header_and_strip_go_by_the_day_on_which_somebody_left(
    ordered: Record, left_on: date, last: date | None, rule: str
) -> None:
    enforcement = ordered()
    whole = last_day_of(enforcement)
    assert whole is not None
    Enforcement.objects.filter(pk=enforcement.pk).update(left_on=left_on)
    enforcement.refresh_from_db()
    days = {one.on: one.rule for one in shown(enforcement, MADE).days}
    assert last_day_of(enforcement) == (last or whole)
    assert days[last or whole] == rule
    assert (whole in days) is (last is None)


def test_the_day_that_the_court_sets_for_monitoring_is_one_of_its_days(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    enforcement, day = ordered(), date(2026, 6, 1)
    assert (day, "CAL-ORDER-WINS") not in {(one.on, one.rule) for one in shown(enforcement, MADE).days}
    directed = Directed("enforcement_monitoring", due_on=day)
    record_order(case=case, by=own, at=now, kind="", title="C21", made_on=MADE, directions=(directed,))
    found = Enforcement.objects.get(pk=enforcement.pk)
    assert (day, "CAL-ORDER-WINS") in {(one.on, one.rule) for one in shown(found, MADE).days}
