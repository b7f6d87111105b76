"""The tasks of a monitoring order, and which of them the file asks for now."""

from datetime import datetime

from lles.casefile.changes.tasks import end_all_about, end_tasks, end_unasked, open_task, open_tasks_of
from lles.casefile.models import Direction, Officer
from lles.casefile.once import reading
from lles.work.monitoring.models import Call, Monitoring
from lles.work.monitoring.queries import due
from lles.work.monitoring.queries.breaches import breaches_of, unreported
from lles.work.monitoring.queries.directed import breach_direction, reports_waited_for, subject_of
from lles.work.monitoring.queries.facts import (
    CLOSING,
    START,
    calls_of,
    live_directions,
    open_plans,
    plans_past_the_end,
    plans_with_nobody,
    sides_of,
    suspicion_is_open,
)
from lles.work.monitoring.queries.letters import untold
from lles.work.monitoring.queries.period import day_of, is_never_in_effect, is_over_by_the_court, period_of


@reading()
def follow(monitoring: Monitoring, by: Officer, at: datetime) -> None:
    """Inside a change: opens what the order asks for as it stands now, and ends what it asks for no more."""
    runs = period_of(monitoring) is not None
    known, begins = monitoring.terms_at is not None, not is_never_in_effect(monitoring)
    begun, closed = (not untold(monitoring, letter) for letter in (START, CLOSING))
    _hold(monitoring, by, at, due.RISK, suspicion_is_open(monitoring), is_done=True)
    _hold(monitoring, by, at, due.TERMS, not known or not runs, is_done=True)
    _hold(monitoring, by, at, due.LETTERS, runs and begins and known and not begun, is_done=begun)
    _follow_first_call(monitoring, by, at)
    _hold(monitoring, by, at, due.END, runs and not closed, is_done=closed)
    _follow_calls(monitoring, by, at)
    _follow_breaches(monitoring, by, at)
    _follow_reports(monitoring, by, at)


def _hold(
    monitoring: Monitoring, by: Officer, at: datetime, kind: str, wanted: bool, subject: str = "",
    directed: Direction | None = None, *, is_done: bool,
) -> None:  # fmt: skip
    subject = subject or str(monitoring.pk)
    if wanted:
        open_task(case=monitoring.case, by=by, at=at, kind=kind, direction=directed, subject=subject)
    else:
        done_at = at if is_done else None
        end_unasked(case=monitoring.case, by=by, at=at, kind=kind, done_at=done_at, subject=subject)


def _follow_first_call(monitoring: Monitoring, by: Officer, at: datetime) -> None:
    """The first call waits until somebody was asked, or until there is nothing to monitor any more: where
    nobody was reached no call was held (MON-METHOD)."""
    case, subject = monitoring.case, str(monitoring.pk)
    was_held = any(one.outcome in Call.ASKED for one in calls_of(monitoring))
    runs = period_of(monitoring) is not None and monitoring.terms_at is not None
    if runs and not was_held and not is_over_by_the_court(monitoring, day_of(at)):
        open_task(case=case, by=by, at=at, kind=due.FIRST, subject=subject)
        return
    outcome = "done" if was_held else "not_needed"
    end_tasks(case=case, by=by, at=at, kind=due.FIRST, outcome=outcome, subject=subject)


def _follow_calls(monitoring: Monitoring, by: Officer, at: datetime) -> None:
    """A call that is planned waits on its day; one that was held or planned anew waits no more, nor one past
    a last day that came sooner, nor one with somebody who is asked no longer."""
    case, subject = monitoring.case, str(monitoring.pk)
    past = [*plans_past_the_end(monitoring, day_of(at)), *plans_with_nobody(monitoring)]
    monitoring.planned.filter(pk__in=[one.pk for one in past]).update(ended_at=at)
    planned, not_needed = ({one.party_id for one in plans} for plans in (open_plans(monitoring), past))
    parties = {one.party.pk: one.party for one in past} | {one.pk: one for one in sides_of(monitoring)}
    for pk, party in parties.items():
        if pk in planned:
            open_task(case=case, by=by, at=at, kind=due.CALL, party=party, subject=subject)
        else:
            outcome = "not_needed" if pk in not_needed else "done"
            end_tasks(case=case, by=by, at=at, kind=due.CALL, party=party, outcome=outcome, subject=subject)


def _follow_breaches(monitoring: Monitoring, by: Officer, at: datetime) -> None:
    """A breach asks for each side, then for a decision, then for the report that the court wants; one that
    wrong calls alone alleged asks for nothing."""
    asked, to_report = live_directions(monitoring), {one.row.pk for one in unreported(monitoring)}
    stand = breaches_of(monitoring)
    for pk in {one.pk for one in monitoring.breaches.all()} - {one.row.pk for one in stand}:
        end_all_about(case=monitoring.case, by=by, at=at, kinds=due.ABOUT_A_BREACH, subject=str(pk))
    for one in stand:
        subject = str(one.row.pk)
        is_decided = one.decision is not None
        _hold(monitoring, by, at, due.ASK, one.state == "alleged", subject, is_done=not one.unasked)
        _hold(monitoring, by, at, due.DECIDE, one.state == "asked", subject, is_done=is_decided)
        waits = one.decision if one.row.pk in to_report else None
        directed = breach_direction(asked, waits.on) if waits else None
        is_reported = is_decided and waits is None
        _hold(monitoring, by, at, due.BREACH, directed is not None, subject, directed, is_done=is_reported)


def _follow_reports(monitoring: Monitoring, by: Officer, at: datetime) -> None:
    """Each report that the court asked for, in between or at the end, in whichever order, waits until the
    court has it, or asks for it no more (MON-REPORT)."""
    case = monitoring.case
    wanted = {subject_of(monitoring, one): one for one in reports_waited_for(monitoring)}
    directed = {subject_of(monitoring, one) for one in live_directions(monitoring)}
    for task in open_tasks_of(case, [due.REPORT]):
        if task.subject.partition("-")[0] == str(monitoring.pk) and task.subject not in wanted:
            done_at = at if task.subject in directed else None
            end_unasked(case=case, by=by, at=at, kind=due.REPORT, done_at=done_at, subject=task.subject)
    for subject, one in wanted.items():
        open_task(case=case, by=by, at=at, kind=due.REPORT, child=one.child, direction=one, subject=subject)
