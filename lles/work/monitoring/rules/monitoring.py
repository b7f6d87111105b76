"""How the officer monitors and reports (MON-METHOD, MON-REPORT, MON-LIMITS, MON-CONTINUE, MON-16A)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from lles.law.calendar import Calendar
from lles.law.due import Due, DueDay, NoDay, ordered_due, reckons
from lles.law.findings import Finding, Weight
from lles.law.order_periods import report_due_by_the_end
from lles.law.periods import within_days, working_days_after
from lles.law.plurals import counted
from lles.work.monitoring.rules.provisions import monitoring_law


@dataclass(frozen=True)
class Call:
    """A monitoring call: with whom (slugs), the provisions it answers for, whether an account is written, and
    the day of the next one."""

    on: date
    with_whom: tuple[str, ...]
    answers_for: frozenset[str]
    has_an_account: bool
    next_on: date | None = None


def calls_begin_promptly_and_say_what_they_must(
    call: Call, provisions: Collection[str], ends_on: date
) -> tuple[Finding, ...]:
    """Warn of what a call leaves unsaid; the last call of the period needs no next (MON-METHOD)."""
    law = monitoring_law()["MON-METHOD"]
    unsaid = [
        key for key, said in (("with_whom", call.with_whom), ("account", call.has_an_account)) if not said
    ]
    if call.next_on is None and call.on < ends_on:
        unsaid.append("next")
    found = [law.finding(key, weight=Weight.WARNS, facts=(("unsaid", key),)) for key in unsaid]
    silent = [one for one in provisions if one not in call.answers_for]
    return (
        *found,
        *(law.finding("provision", weight=Weight.WARNS, provision=one) for one in silent),
    )


class Unit(StrEnum):
    """In what an order gives the period of the report on a breach."""

    WORKING_DAYS = "working_days"
    DAYS = "days"
    AT_ONCE = "at_once"


@dataclass(frozen=True)
class Within:
    """The period that an order gives for the report on a breach; what is wanted at once has no number."""

    unit: Unit
    n: int = 0


@reckons("MON-REPORT")
def report_after_a_breach_due(confirmed_on: date, calendar: Calendar, ordered: Within | None = None) -> Due:
    """The day of the report on a breach: within the period of the order, in its own days, else by the setting
    of the service (MON-REPORT, CAL-AFTER-WD, CAL-CLEAR)."""
    provision = monitoring_law()["MON-REPORT"]
    if ordered and ordered.unit is Unit.AT_ONCE:
        says = provision.sentence("as_ordered_at_once", confirmed=confirmed_on, due=confirmed_on)
        return Due(confirmed_on, None, provision.id, None, None, None, (), says)
    n = ordered.n if ordered else provision.number("working_days", confirmed_on)
    if ordered and ordered.unit is Unit.DAYS:
        found = within_days(confirmed_on, n, calendar, provision=provision)
        sentence, noun = "as_ordered_in_days", "day"
    else:
        found = working_days_after(confirmed_on, n, calendar, provision=provision)
        sentence, noun = "as_ordered" if ordered else "after_a_breach", "working_day"
    says = provision.sentence(sentence, confirmed=confirmed_on, due=found.result, count=counted(noun, n))
    return Due(found.result, None, provision.id, None, None, None, (found,), says)


def breach_report_due(
    confirmed_on: date,
    calendar: Calendar,
    within: Within | None = None,
    ordered_on: date | None = None,
    ordered_time: time | None = None,
) -> DueDay:
    """The same, unless the court set a day, with its hour, that had not passed when the breach was confirmed:
    that day wins (MON-REPORT, CAL-ORDER-WINS). Where the order itself gives both, the earlier of them."""
    computed = report_after_a_breach_due(confirmed_on, calendar, within)
    if ordered_on is None or ordered_on < confirmed_on:
        return computed
    if within is not None and computed.on is not None and computed.on < ordered_on:
        return computed
    return ordered_due(ordered_on, ordered_time, computed)


def report_at_the_end_waits_for_the_last_day(on: date, ends_on: date) -> Finding | None:
    """Warn of a report at the end that is sealed before the last day of monitoring (MON-REPORT)."""
    if on >= ends_on:
        return None
    provision = monitoring_law()["MON-REPORT"]
    return provision.finding("before_the_end", weight=Weight.WARNS, last=ends_on)


def directed_report_due(
    ordered_on: date | None, ordered_time: time | None, ends_on: date | None, *, is_interim: bool = False
) -> DueDay:
    """The day of a report that the court asked for: the one it set, else the last day; one in between has no
    day but the one that the court sets (MON-REPORT)."""
    provision = monitoring_law()["MON-REPORT"]
    if is_interim and ordered_on is None:
        return NoDay(provision.id, provision.sentence("interim_without_a_day"))
    return report_due_by_the_end(provision, ordered_on, ordered_time, None if is_interim else ends_on)


def monitoring_arranges_nothing_and_advises_nobody(actions: Collection[str], on: date) -> tuple[Finding, ...]:
    """Bar each kind of action that monitoring is not and that could be entered: `out_of_hours`. For arranging
    and for advice there is nothing to enter (MON-LIMITS)."""
    provision = monitoring_law()["MON-LIMITS"]
    if not provision.in_force(on):
        return ()
    banned = str(provision.value("banned_actions", on)).split()
    return tuple(provision.finding(one, facts=(("action", one),)) for one in banned if one in actions)


def monitoring_goes_on_until_the_court_answers(
    is_reported: bool, court_has_answered: bool, on: date, ends_on: date
) -> Finding | None:
    """Warn, after a failure was reported, that monitoring goes on until the court answers (MON-CONTINUE)."""
    goes_on = is_reported and not court_has_answered and on <= ends_on
    return monitoring_law()["MON-CONTINUE"].finding() if goes_on else None


def suspicion_of_harm_while_monitoring_opens_an_assessment(on: date) -> Finding | None:
    """Say that a suspicion of harm found while monitoring opens a risk assessment (MON-16A)."""
    provision = monitoring_law()["MON-16A"]
    return provision.finding() if provision.in_force(on) else None
