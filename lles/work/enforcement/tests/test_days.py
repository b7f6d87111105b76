"""What cannot be is refused with the day it stands against; what is merely odd takes a reason; no report
without what it is about."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, summary_of
from lles.work.enforcement.changes.application import record_found
from lles.work.enforcement.changes.documents import write_document
from lles.work.enforcement.changes.order import Terms, record_terms
from lles.work.enforcement.models import Ended, Enforcement, Happened, Report
from lles.work.enforcement.queries.facts import alleged_of, hours_done, last_day_of
from lles.work.enforcement.queries.pages import shown
from lles.work.enforcement.queries.report import Typed
from lles.work.enforcement.tests.recorded import MADE, alleges, ends, happens, notices
from lles.work.enforcement.tests.written import enforcement_of_the_father, write

Record = Callable[..., Enforcement]
FIRST, ISSUED = date(2025, 12, 1), date(2026, 2, 20)
DAY = timedelta(days=1)


def said(refused: Any) -> str:
    return " ".join(one.says.en for one in refused.value.findings)


def test_no_failure_and_no_notice_comes_before_the_order_that_is_enforced(
    apply: Record, own: Officer, now: datetime, father: Party
) -> None:
    one = apply()
    with pytest.raises(Barred) as refused:
        alleges(one, own, now, FIRST - DAY)
    assert "Monday 1 December 2025" in said(refused)
    with pytest.raises(Barred) as refused:
        notices(one, own, now, father, FIRST - DAY)
    assert "Monday 1 December 2025" in said(refused)
    alleges(one, own, now, FIRST)
    notices(one, own, now, father, FIRST)
    with pytest.raises(Barred) as refused:
        apply(one, about_on=FIRST + DAY)
    assert [finding.provision for finding in refused.value.findings] == ["ENF-DAYS"] * 2
    assert apply(one, about_on=FIRST - DAY).about_on == FIRST - DAY


def test_the_court_finds_nothing_before_it_happened_and_seldom_before_it_was_asked(
    apply: Record, own: Officer, now: datetime
) -> None:
    one = apply()
    alleges(one, own, now, ISSUED - 5 * DAY)
    found: dict[str, Any] = {"case": one.case, "by": own, "at": now, "outcome": "breach"}
    found["alleged"] = alleged_of(one)[0].row
    with pytest.raises(Barred):
        record_found(**found, on=ISSUED - 6 * DAY)
    with pytest.raises(NeedsReason) as asked:
        record_found(**found, on=ISSUED - DAY)
    assert "Friday 20 February 2026" in said(asked)
    record_found(**found, on=ISSUED)


@pytest.mark.parametrize("kind", ["hours", "warning", "failure", "suspended", "resumed"])
def test_nothing_comes_of_an_order_that_nobody_made(
    apply: Record, own: Officer, now: datetime, kind: str
) -> None:
    with pytest.raises(Barred) as refused:
        happens(apply(), own, now, kind, hours=5 if kind == "hours" else None)
    assert "No enforcement order stands here" in said(refused)
    assert not Happened.objects.exists()


def test_what_happens_on_the_day_of_the_order_is_recorded_and_not_what_comes_before(
    ordered: Record, own: Officer, now: datetime
) -> None:
    one = ordered()
    for kind in ("hours", "warning", "failure"):
        hours = 5 if kind == "hours" else None
        with pytest.raises(Barred) as refused:
            happens(one, own, now, kind, MADE - DAY, hours)
        assert "Wednesday 4 March 2026" in said(refused)
        happens(one, own, now, kind, MADE, hours)
    with pytest.raises(NeedsReason):
        happens(one, own, now, "unsuitable", MADE - DAY)


def test_no_more_hours_are_done_than_the_order_asks(ordered: Record, own: Officer, now: datetime) -> None:
    one = ordered(100)
    happens(one, own, now, "hours", hours=60)
    with pytest.raises(Barred) as refused:
        happens(one, own, now, "hours", hours=41)
    assert "101 hours of unpaid work would be done, more than the 100 hours" in said(refused)
    happens(one, own, now, "hours", hours=40)
    assert hours_done(one) == 100


def test_hours_above_the_schedule_take_a_reason_while_nobody_knows_what_the_order_asks(
    ordered: Record, own: Officer, now: datetime
) -> None:
    one = ordered(None)
    with pytest.raises(NeedsReason) as asked:
        happens(one, own, now, "hours", hours=201)
    assert "more than 200 hours" in said(asked)
    happens(one, own, now, "hours", hours=200)


def test_hours_after_the_last_day_take_a_reason(ordered: Record, own: Officer, now: datetime) -> None:
    one = ordered()
    with pytest.raises(NeedsReason) as asked:
        happens(one, own, now, "hours", date(2027, 3, 4), 5)
    assert "Wednesday 3 March 2027" in said(asked)
    happens(one, own, now, "hours", date(2027, 3, 3), 5)


@pytest.mark.parametrize(
    ("outcome", "on", "refusal", "words"),
    [
        ("revoked", MADE - DAY, Barred, "made on Wednesday 4 March 2026"),
        ("done", MADE, NeedsReason, "0 hours of the 100 hours"),
        ("not_done", MADE, NeedsReason, "its last day is"),
        ("revoked", MADE, None, ""),
    ],
)
def test_an_enforcement_ends_after_it_began(
    ordered: Record, own: Officer, now: datetime, outcome: str, on: date,
    refusal: type[Exception] | None, words: str,
) -> None:  # fmt: skip
    one = ordered()
    if refusal is None:
        assert ends(one, own, now, outcome, on).on == on
        return
    with pytest.raises(refusal) as refused:
        ends(one, own, now, outcome, on)
    assert words in said(refused)
    assert not Ended.objects.exists()


def test_without_an_order_no_work_is_done_and_nothing_ends_before_the_application(
    apply: Record, own: Officer, now: datetime
) -> None:
    one = apply()
    for outcome, on in (("done", MADE), ("withdrawn", ISSUED - DAY)):
        with pytest.raises(Barred):
            ends(one, own, now, outcome, on)
    assert ends(one, own, now, "withdrawn", ISSUED).outcome == "withdrawn"


def test_an_end_before_what_is_recorded_takes_a_reason(ordered: Record, own: Officer, now: datetime) -> None:
    one = ordered()
    happens(one, own, now, "failure", MADE + DAY)
    with pytest.raises(NeedsReason):
        ends(one, own, now, "revoked", MADE)


@pytest.mark.parametrize("kind", ["failure", "unsuitable", "end"])
def test_no_report_goes_to_the_court_without_what_it_is_about(
    case: Case, own: Officer, now: datetime, ordered: Record, kind: str
) -> None:
    box = {"failure": "happened", "unsuitable": "why", "end": "went"}[kind]
    with pytest.raises(Barred) as refused:
        write_document(
            case=case, by=own, at=now, enforcement=ordered(), kind=kind,
            typed=Typed({box: "It went well."}, "en"),
        )  # fmt: skip
    assert [one.provision for one in refused.value.findings] == ["ENF-MON"]
    assert not Report.objects.exists()
    assert not case.documents.exists()


def test_a_report_on_what_the_court_was_told_before_or_an_early_end_takes_a_reason(
    case: Case, own: Officer, now: datetime
) -> None:
    one = enforcement_of_the_father(case, own, now, ordered=True)
    write(one, own, now, "failure", happened="He did not come.")
    with pytest.raises(NeedsReason) as asked:
        write(one, own, now, "failure", happened="He did not come.")
    assert "The court was told on" in said(asked)
    Ended.objects.create(enforcement=one, outcome="done", on=date(2026, 3, 3), language="en", by=own, at=now)
    with pytest.raises(NeedsReason) as asked:
        write(Enforcement.objects.get(pk=one.pk), own, now, "end", went="Well.")
    assert "14 hours of the 120 hours are recorded as done" in said(asked)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "The failure would be of Sunday 30 November 2025, but the order that is to be enforced was made",
        ),
        ("cy", "30 Tachwedd 2025, ond gwnaed y gorchymyn sydd i'w orfodi ar"),
    ],
)
def test_the_page_says_against_which_day_it_stands(
    apply: Record, own: Officer, language: str, words: str
) -> None:
    one = apply()
    page = f"/cases/{one.case.reference}/enforcement/{one.pk}/alleged/"
    typed = {"words": "Nobody came.", "language_of_words": "en", **day("on", FIRST - DAY)}
    assert words in " ".join(summary_of(fill(client_of(own, language), page, **typed)).split())
    assert not one.alleged.exists()


def test_where_nobody_knows_the_day_of_the_order_no_more_hours_are_asked_than_any_schedule_has(
    ordered: Record, own: Officer, now: datetime
) -> None:
    one = ordered(None)
    assert one.order is not None
    one.order.made_on = None
    one.order.save()
    about: dict[str, Any] = {"case": one.case, "by": own, "at": now, "enforcement": one}
    with pytest.raises(Barred) as refused:
        record_terms(**about, terms=Terms(900, as_sealed=False, notice_on=MADE))
    assert "900 hours of unpaid work are more than 200 hours" in said(refused)
    assert record_terms(**about, terms=Terms(200, as_sealed=False, notice_on=MADE)).hours == 200


def test_hours_on_a_day_on_which_the_order_was_suspended_take_a_reason(
    ordered: Record, own: Officer, now: datetime
) -> None:
    one, since = ordered(), MADE + 10 * DAY
    happens(one, own, now, "suspended", since)
    happens(one, own, now, "hours", since - DAY, 5)
    with pytest.raises(NeedsReason) as asked:
        happens(one, own, now, "hours", since, 5)
    assert "while the order was suspended, since Saturday 14 March 2026" in said(asked)
    happens(one, own, now, "resumed", since + DAY)
    happens(one, own, now, "hours", since + DAY, 5)


def test_a_suspension_after_the_months_ran_out_leaves_the_last_day_as_it_was(
    ordered: Record, own: Officer, now: datetime
) -> None:
    one = ordered()
    happens(one, own, now, "suspended", date(2027, 3, 4))
    assert last_day_of(one) == date(2027, 3, 3)
    happens(one, own, now, "suspended", date(2027, 3, 3))
    assert last_day_of(one) is None


def test_an_enforcement_that_ended_has_no_days_to_come(ordered: Record, own: Officer, now: datetime) -> None:
    enforcement, on = ordered(), MADE + 30 * DAY
    days = [one.on for one in shown(enforcement, on).days]
    assert max(days) > on
    ends(enforcement, own, now + 30 * DAY, "revoked", on)
    assert [one.on for one in shown(enforcement, on).days] == [one for one in days if one <= on]
