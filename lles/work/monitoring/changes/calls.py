"""Calls planned and held, breaches alleged in them, and what was found."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.gate import holds_protected
from lles.casefile.models import Case, Child, Officer, Party
from lles.casefile.queries.service_law import calendar_of_office
from lles.casefile.rules.whereabouts import what_all_read_names_no_protected_place
from lles.casefile.timeline import Fact, Word, says
from lles.casefile.timeline import Said as Line
from lles.law.findings import Finding, Weight
from lles.work.monitoring import rules
from lles.work.monitoring.changes.tasks import follow
from lles.work.monitoring.models import Breach, Call, Decision, Monitoring, PlannedCall
from lles.work.monitoring.queries.breaches import breach_of, breaches_of
from lles.work.monitoring.queries.facts import hours_of, open_plans, provisions_of
from lles.work.monitoring.queries.period import ceasing_of, day_of, period_of
from lles.work.monitoring.queries.said import Next, Said


def _in_the_period(monitoring: Monitoring, monitored_on: date | None) -> tuple[Finding, ...]:
    period = period_of(monitoring)
    if period is None:
        return (rules.monitoring_law()["MON-PERIOD"].finding("no_period"),)
    outside = rules.day_is_monitored(monitored_on, *period) if monitored_on else None
    return (outside,) if outside else ()


def _has_ceased(monitoring: Monitoring, about: date | None, today: date) -> tuple[Finding, ...]:
    """A call about a day on which the arrangements have ceased, or will have, has a reason (S8-TOGETHER)."""
    ceasing = ceasing_of(monitoring, today)
    if ceasing is None or about is None or ceasing.on > about:
        return ()
    return (Finding(ceasing.rule, Weight.WARNS, ceasing.why),)


def _next_findings(case: Case, monitoring: Monitoring, planned: Next, today: date) -> tuple[Finding, ...]:
    calendar = calendar_of_office(case.office)
    about, starts_at = planned.monitored_on, planned.starts_at(calendar)
    found = (
        *_in_the_period(monitoring, about or planned.on),
        *_has_ceased(monitoring, about or planned.on, today),
    )
    if starts_at is None:
        return found
    on = starts_at.date()
    return (
        *found,
        *rules.call_is_planned_for_a_day_to_come(on, about, today),
        *rules.calls_are_planned_in_office_hours(starts_at, hours_of(case, on), calendar),
    )


def _plan_findings(
    *, case: Case, at: datetime, monitoring: Monitoring, planned: Sequence[Next], **_: object
) -> tuple[Finding, ...]:
    found = (_next_findings(case, monitoring, one, day_of(at)) for one in planned)
    return tuple(dict.fromkeys(finding for each in found for finding in each))


@change(needs=Verb.WORK, weighs=_plan_findings)
def plan_calls(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    monitoring: Monitoring,
    party: Party,
    planned: Sequence[Next],
    instead_of: PlannedCall | None = None,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Sequence[PlannedCall]]:
    """Plans calls with an adult, in office hours; each takes the place of one about the same day, and the
    first that of the one it was to be instead of. Others stay planned (MON-CALL-DAY, MON-LIMITS)."""
    monitoring.case = case
    if instead_of is not None:
        _end(instead_of, at)
    first, *more = (_plan(monitoring, party, one, by, at) for one in planned)
    follow(monitoring, by, at)
    lines = tuple(_planned(party, one) for one in more)
    return Done((first, *more), _planned(party, first, **({"more": lines} if lines else {})))


@change(needs=Verb.WORK)
def call_off(
    *, case: Case, by: Officer, at: datetime, monitoring: Monitoring, planned: PlannedCall,
    seen: int | None = None,
) -> Done[None]:  # fmt: skip
    """Records that a planned call is not held, with no other in its place."""
    monitoring.case = case
    _end(planned, at)
    follow(monitoring, by, at)
    person = planned.party.name
    return Done(None, says("monitoring_call_off", person=person, starts_at=planned.starts_at))


def _planned(party: Party, row: PlannedCall, **more: Fact) -> Line:
    return says("monitoring_call_planned", person=party.name, starts_at=row.starts_at, **more)


def _plan(monitoring: Monitoring, party: Party, planned: Next, by: Officer, at: datetime) -> PlannedCall:
    starts_at = planned.starts_at(calendar_of_office(monitoring.case.office))
    assert starts_at is not None
    about, on = planned.monitored_on, day_of(starts_at)
    for one in open_plans(monitoring):
        is_same = one.monitored_on == about if about else day_of(one.starts_at) == on
        if one.party_id == party.pk and is_same:
            _end(one, at)
    return PlannedCall.objects.create(
        monitoring=monitoring, party=party, monitored_on=planned.monitored_on, starts_at=starts_at, by=by,
        at=at,
    )  # fmt: skip


def _end(plan: PlannedCall, at: datetime, held_in: Call | None = None) -> None:
    plan.ended_at, plan.held_in = at, held_in
    plan.save(update_fields=["ended_at", "held_in"])


def _is_of(plan: PlannedCall, party: Party, said: Said) -> bool:
    """Whether this call is the one that was planned with them."""
    return plan.party_id == party.pk and rules.call_uses_up_the_plan(
        day_of(said.held_at), said.monitored_on, day_of(plan.starts_at), plan.monitored_on,
        was_asked=said.outcome in Call.ASKED,
    )  # fmt: skip


def _call_findings(
    *,
    case: Case,
    at: datetime,
    monitoring: Monitoring,
    said: Said,
    party: Party | None = None,
    child: Child | None = None,
    **_: object,
) -> tuple[Finding, ...]:
    today, made_on = day_of(at), monitoring.order.made_on
    same = monitoring.calls.filter(party=party, child=child, held_at=said.held_at, wrong=None)
    stands_there = said.outcome in Call.ASKED and same.filter(outcome__in=Call.ASKED).exists()
    found = (
        *_in_the_period(monitoring, said.monitored_on),
        *rules.call_is_held_on_or_after_its_day(
            day_of(said.held_at), said.monitored_on, made_on, stands_there=stands_there
        ),
        *_has_ceased(monitoring, said.monitored_on, today),
        *(_next_findings(case, monitoring, said.next, today) if said.next else ()),
    )
    period = period_of(monitoring)
    if party is None or period is None:
        return found
    return (*found, *_unsaid(monitoring, party, said, period[1]))


def _unsaid(monitoring: Monitoring, party: Party, said: Said, ends_on: date) -> tuple[Finding, ...]:
    """What a call with an adult leaves open; one in which nobody spoke can leave open only the next."""
    spoke = said.outcome == Call.SPOKE
    call = rules.Call(
        day_of(said.held_at), (party.slug,), frozenset(str(number) for number in said.answers),
        bool(said.account) or not spoke, _next_on(monitoring, party, said),
    )  # fmt: skip
    numbers = [str(one.number) for one in provisions_of(monitoring)] if spoke else []
    return rules.calls_begin_promptly_and_say_what_they_must(call, numbers, ends_on)


def _next_on(monitoring: Monitoring, party: Party, said: Said) -> date | None:
    """The day of the next call: the one that is told, else one that stays planned; where nobody was reached
    one that is planned with the same person for later (MON-METHOD)."""
    calendar, held_on = calendar_of_office(monitoring.case.office), day_of(said.held_at)
    starts_at = said.next.starts_at(calendar) if said.next else None
    plans = [one for one in open_plans(monitoring) if not _is_of(one, party, said)]
    if said.outcome not in Call.ASKED:
        plans = [one for one in plans if one.party_id == party.pk and day_of(one.starts_at) > held_on]
    days = [day_of(starts_at)] if starts_at else [day_of(one.starts_at) for one in plans]
    return min(days, default=None)


@change(needs=Verb.WORK, weighs=_call_findings)
def record_call(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    monitoring: Monitoring,
    said: Said,
    party: Party | None = None,
    child: Child | None = None,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Call]:
    """Records a conversation, held at whatever hour: for each provision whether it was complied with, and the
    account. What was complied with in part or not at all is an alleged breach; a call that is planned about
    another day stays planned, and so does one in which nobody was reached (MON-METHOD, MON-SIDES,
    MON-CALL-DAY)."""
    monitoring.case = case
    stood = {one.row.pk for one in breaches_of(monitoring)}
    call = Call.objects.create(
        monitoring=monitoring, party=party, child=child, held_at=said.held_at, outcome=said.outcome,
        monitored_on=said.monitored_on, answers={str(key): value for key, value in said.answers.items()},
        account=said.account, language=said.language, by=by, at=at,
    )  # fmt: skip
    alleged = _allege(monitoring, call, stood, at)
    if party is not None:
        for one in open_plans(monitoring):
            if _is_of(one, party, said):
                _end(one, at, call)
        if said.next and (said.next.on or said.next.monitored_on):
            _plan(monitoring, party, said.next, by, at)
    follow(monitoring, by, at)
    lines = tuple(
        says("monitoring_alleged", number=one.provision.number, on=one.monitored_on) for one in alleged
    )
    outcome = Word(f"monitoring_outcome.{call.outcome}")
    return Done(
        call, says("monitoring_called", person=call.name, held_at=call.held_at, outcome=outcome, more=lines)
    )


def _allege(monitoring: Monitoring, call: Call, stood: Collection[int], at: datetime) -> list[Breach]:
    """The breaches that stand by this call, and did not before."""
    if call.monitored_on is None:
        return []
    failed = [one for one in provisions_of(monitoring) if call.answers.get(str(one.number)) in Call.FAILED]
    made = [
        Breach.objects.get_or_create(
            provision=one, monitored_on=call.monitored_on,
            defaults={"monitoring": monitoring, "call": call, "at": at},
        )[0]
        for one in failed
    ]  # fmt: skip
    return [one for one in made if one.pk not in stood]


def _decision_findings(
    *, case: Case, monitoring: Monitoring, breach: Breach, words: str, on: date, **_: object
) -> tuple[Finding, ...]:
    stands = breach_of(monitoring, breach.pk)
    unasked = [one.name for one in stands.unasked] if stands else []
    closed = what_all_read_names_no_protected_place(holds_protected(case, words))
    return (
        *rules.breach_is_alleged_until_each_side_was_asked(unasked),
        *rules.breach_is_found_on_or_after_each_account(
            on, breach.monitored_on, stands.asked_on if stands else None
        ),
        *((closed,) if closed else ()),
    )


@change(needs=Verb.WORK, weighs=_decision_findings)
def decide_breach(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    monitoring: Monitoring,
    breach: Breach,
    is_confirmed: bool,
    words: str,
    language: str,
    on: date,
    seen: int | None = None,
) -> Done[Decision]:
    """Records, once each side was asked, whether the breach is confirmed; one that is goes to the court in
    the way and at the time the order says (MON-SIDES, MON-REPORT)."""
    monitoring.case = case
    stands = breach_of(monitoring, breach.pk)
    if stands is None or stands.decision is not None:
        raise Stale(f"breach {breach.pk} was decided, or is alleged no more")
    decision = Decision.objects.create(
        breach=breach, is_confirmed=is_confirmed, words=words, language=language, on=on, by=by, at=at
    )
    follow(monitoring, by, at)
    kind = "monitoring_confirmed" if is_confirmed else "monitoring_not_shown"
    return Done(decision, says(kind, number=breach.provision.number, on=breach.monitored_on))
