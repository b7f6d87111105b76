"""What stands against something that somebody records or writes, as the file has it."""

from datetime import date, datetime

from lles.casefile.timeline import LONDON
from lles.law.findings import Finding
from lles.work.enforcement import rules
from lles.work.enforcement.models import Alleged, Enforcement, Happened, Report
from lles.work.enforcement.queries.facts import (
    hours_done,
    last_day_of,
    runs,
    suspensions_of,
    work_of,
)
from lles.work.enforcement.queries.moved import end_of, happened_of, reports_of

Findings = tuple[Finding, ...]
WITHOUT_ORDER = (Happened.TOLD,)
OF_AN_ORDER = ("done", "not_done", "revoked", "ceased")
DONE, NOT_DONE = OF_AN_ORDER[:2]


def _found(*found: Finding | None) -> Findings:
    return tuple(one for one in found if one is not None)


def made_on(enforcement: Enforcement) -> date | None:
    """The day of the enforcement order, as far as it is known."""
    return enforcement.order.made_on if enforcement.order else None


def against_alleged(enforcement: Enforcement, on: date) -> Findings:
    """Against a failure that is alleged of a day."""
    return _found(rules.failure_is_not_before_its_order(on, enforcement.about_on))


def against_notice(enforcement: Enforcement, on: date) -> Findings:
    """Against a warning notice of a day."""
    return _found(rules.notice_is_not_before_its_order(on, enforcement.about_on))


def against_found(alleged: Alleged, on: date) -> Findings:
    """Against the day on which the court found what became of a failure."""
    return _found(rules.court_finds_after_the_failure(on, alleged.on, alleged.enforcement.issued_on))


def against_happened(enforcement: Enforcement, kind: str, on: date, hours: int | None) -> Findings:
    """Against something that happened on a day."""
    if kind in WITHOUT_ORDER:
        return ()
    under = rules.something_happens_under_an_order(
        on, made_on(enforcement), has_order=enforcement.order is not None,
        may_come_first=kind == Happened.UNSUITABLE,
    )  # fmt: skip
    if under is not None or kind != Happened.HOURS:
        return _found(under)
    work = work_of(enforcement)
    done = hours_done(enforcement) + (hours or 0)
    return _found(
        rules.hours_done_are_not_more_than_asked(done, work.hours if work else None, on),
        rules.hours_are_done_in_time(on, last_day_of(enforcement)),
        rules.hours_are_not_done_while_suspended(on, suspensions_of(enforcement)),
    )


def against_terms(enforcement: Enforcement, hours: int, notice_on: date | None) -> Findings:
    """Against what the enforcement order is said to ask."""
    made = made_on(enforcement)
    own = rules.own_notice_is_not_before_its_order(notice_on, made) if made else None
    return _found(rules.order_asks_no_fewer_hours_than_are_done(hours, hours_done(enforcement)), own)


def against_end(enforcement: Enforcement, outcome: str, on: date) -> Findings:
    """Against an end as somebody records it."""
    has_order, work = enforcement.order is not None, work_of(enforcement)
    if outcome in OF_AN_ORDER and not has_order:
        return _found(rules.something_happens_under_an_order(on, None, has_order=False))
    last = max(happened_of(enforcement).values_list("on", flat=True), default=None)
    days = rules.enforcement_ends_after_it_began(on, made_on(enforcement), enforcement.issued_on, last)
    short = None
    if outcome == DONE:
        asked = work.hours if work else None
        short = rules.work_is_done_before_it_is_said_to_be(hours_done(enforcement), asked)
    elif outcome == NOT_DONE:
        short = rules.time_is_over_before_work_is_said_to_be_missing(on, last_day_of(enforcement))
    return _found(days, short if days is None or days.warns else None)


def against_report(enforcement: Enforcement, kind: str, at: datetime) -> Findings:
    """Against a report to the court whose subject is not on the file, is told before, or comes early."""
    if kind == Report.END:
        missing = rules.report_has_what_it_is_about(kind, is_recorded=not runs(enforcement))
        return _found(missing) if missing else _early(enforcement, at)
    if kind not in (Report.FAILURE, Report.UNSUITABLE):
        return ()
    heard = happened_of(enforcement).filter(kind=kind)
    missing = rules.report_has_what_it_is_about(kind, is_recorded=heard.exists())
    if missing is not None:
        return _found(missing)
    told = reports_of(enforcement).filter(kind=kind).order_by("at").last()
    if told is None or heard.filter(at__gt=told.at).exists():
        return ()
    return _found(rules.report_tells_something_new(told.at.astimezone(LONDON).date()))


def _early(enforcement: Enforcement, at: datetime) -> Findings:
    work, ended = work_of(enforcement), end_of(enforcement)
    if ended is None or ended.outcome not in (DONE, NOT_DONE):
        return ()
    asked, done = (work.hours if work else None), hours_done(enforcement)
    today = at.astimezone(LONDON).date()
    return _found(rules.end_report_is_not_early(done, asked, last_day_of(enforcement), today))


def against_application(enforcement: Enforcement | None, about_on: date | None) -> Findings:
    """Against the day of the child arrangements order, where failures or notices are on the file."""
    if enforcement is None:
        return ()
    failures = list(enforcement.alleged.filter(wrong=None).values_list("on", flat=True))
    notices = list(enforcement.notices.filter(wrong=None).values_list("on", flat=True))
    return rules.order_is_not_after_what_rests_on_it(about_on, failures, notices)
