"""A family assistance order as the rules weigh it: its clock, whom it names, and what they answered."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from lles.casefile.locations import new_addresses
from lles.casefile.models import Case, Direction, Party
from lles.casefile.once import once
from lles.casefile.queries.directions import directions_ever_about, undischarged
from lles.casefile.queries.readers import nation_of_officers
from lles.law.findings import Finding, Weight
from lles.law.jurisdiction import Nation
from lles.law.order_clock import OrderClock, OrderFacts
from lles.work.family_assistance import rules
from lles.work.family_assistance.models import Assistance, CourtAnswer, Opinion, Plan, Worked
from lles.work.family_assistance.queries.counted import (
    answers_of,
    opinions_of,
    told_of,
    worked_of,
)
from lles.work.family_assistance.queries.ever import open_issues, open_steps
from lles.work.family_assistance.queries.named import consents_of, is_unread, named_in, named_people
from lles.work.family_assistance.rules import InForce, Supplier

CONTACT, REPORT, ADDRESS, VISITS = (
    f"family_assistance_{name}" for name in ("contact", "report", "address", "visits")
)
DIRECTED = (CONTACT, REPORT, ADDRESS, VISITS)


def assistances_of(case: Case) -> Sequence[Assistance]:
    """The family assistance of a case, the latest first."""
    return list(Assistance.objects.filter(case=case).select_related("order").order_by("-pk"))


def has_an_order(case: Case) -> bool:
    """Whether there is a family assistance order that a direction can be about."""
    return Assistance.objects.filter(case=case).exclude(order=None).exists()


def assistance_of(case: Case, pk: int) -> Assistance | None:
    """One family assistance of the case."""
    return Assistance.objects.filter(case=case, pk=pk).select_related("order").first()


def is_of_an_authority(assistance: Assistance) -> bool:
    """Whether an officer of a local authority carries it out (FAO-LA)."""
    return assistance.supplier == Assistance.AUTHORITY and not is_unread(assistance)


def months_of(assistance: Assistance) -> int | None:
    """The months of the order, or of the proposal while none is made."""
    return None if is_unread(assistance) else assistance.months


def supplier_of(assistance: Assistance) -> Supplier:
    """Who makes the officer available."""
    if is_of_an_authority(assistance):
        return Supplier.AUTHORITY
    wales = nation_of_officers(assistance.case) is Nation.WALES
    return Supplier.WALES if wales else Supplier.SERVICE


@once
def clock_of(assistance: Assistance) -> OrderClock | None:
    """The clock of the order; None while none is made, or while nobody knows its day."""
    clock = clock_by_its_terms(assistance)
    ended = answers_of(assistance).exclude(answer=CourtAnswer.NAMES_STAND).last() if clock else None
    if clock is None or ended is None or ended.answer != CourtAnswer.ENDED:
        return clock
    return rules.the_court_ends_the_order(clock, ended.on)


def clock_by_its_terms(assistance: Assistance) -> OrderClock | None:
    """The clock of the order as if the court had said nothing of it since."""
    order = assistance.order
    if order is None or order.made_on is None:
        return None
    facts = OrderFacts(
        order.made_on, None, months_of(assistance), assistance.ends_on, assistance.as_sealed,
        nation_of_officers(assistance.case),
    )  # fmt: skip
    clock = rules.family_assistance_clock(facts)
    return rules.unread_order_has_its_days_at_the_latest(clock) if is_unread(assistance) else clock


def last_day_of(assistance: Assistance) -> date | None:
    """The last day on which the order has effect."""
    clock = clock_of(assistance)
    return clock.ends_on if clock else None


def has_ended(assistance: Assistance, today: date) -> bool:
    """Whether nothing new begins under the order any more: its last day is past, or the court ended it
    (FAO-END)."""
    last = last_to_begin(assistance)
    return last is not None and today > last


def last_to_begin(assistance: Assistance) -> date | None:
    """The last day on which something new may begin under the order: its own last day, or the one before
    the day on which the court ended it; None where that is not known (FAO-END)."""
    clock, own = clock_of(assistance), clock_by_its_terms(assistance)
    if clock is None or own is None or clock.ends_on is None:
        return None
    return clock.ends_on if clock.ends_on == own.ends_on else clock.ends_on - timedelta(days=1)


def consent_is_asked_for(assistance: Assistance) -> bool:
    """Whether an adult whom it names can still be asked for consent: each before the order is made, and after
    that whoever has answered nothing (FAO-CONSENT)."""
    answered = consents_of(assistance) if clock_of(assistance) else {}
    return any(one.party_id and one.party_id not in answered for one in named_in(assistance))


def lack_of_consent(assistance: Assistance) -> tuple[Finding, ...]:
    """Whose consent the order lacks, once it is recorded whom it names: it bars what the officer proposes,
    and so does that nobody is named yet (FAO-CONSENT, FAO-NAMED)."""
    order, opinion = assistance.order, opinion_of(assistance)
    is_ours = order is None and opinion is not None and opinion.proposed_by == Opinion.OFFICER
    if assistance.terms_at is None:
        return rules.only_people_close_to_the_child_are_named(()) if is_ours else ()
    made_on = order.made_on if order else None
    return rules.everyone_named_consents(named_people(assistance), made_on, is_ours=is_ours)


def other_period_proposed(assistance: Assistance) -> tuple[Finding, ...]:
    """Where the proposal is for another period than the opinion on it advises (FAO-OPINION)."""
    opinion = opinion_of(assistance)
    if assistance.order_id is not None or opinion is None:
        return ()
    found = rules.opinion_advises_the_period_that_is_proposed(opinion.months, assistance.months)
    return (found,) if found else ()


def not_told_of_the_plan(assistance: Assistance) -> list[Party]:
    """The adults whom the order names and who were not told of the plan at work (FAO-PLAN)."""
    plan = complete_plan(assistance)
    told = set(told_of(plan).values_list("party", flat=True)) if plan else set()
    return [one.party for one in named_in(assistance) if plan and one.party and one.party_id not in told]


def moved(assistance: Assistance) -> list[Party]:
    """The adults whom the order directs to tell their address, and whose address of now came since it did and
    since somebody looked at theirs (FAO-ADDRESS)."""
    directed = [one for one in live_directions(assistance) if one.kind == ADDRESS]
    if assistance.order is None or not directed:
        return []
    first = min(one.given_at for one in (*assistance.order.directions.filter(kind=ADDRESS), *directed))
    seen, came = addresses_seen(assistance), new_addresses(assistance.case)
    bound = {one.party_id for one in directed}
    people = [one.party for one in named_in(assistance) if one.party]
    since = {one.pk: max(first, seen.get(one.pk, first)) for one in people}
    return [
        one
        for one in people
        if (None in bound or one.pk in bound) and came.get(f"party:{one.pk}", first) > since[one.pk]
    ]


def addresses_seen(assistance: Assistance) -> Mapping[int, datetime]:
    """When somebody last looked at the address of each adult whom the order names (FAO-ADDRESS)."""
    people, found = [one.party_id for one in named_in(assistance) if one.party_id], dict[int, datetime]()
    for one in worked_of(assistance).filter(kind=Worked.ADDRESS).order_by("at"):
        found |= dict.fromkeys(people if one.party_id is None else [one.party_id], one.at)
    return found


def live_directions(assistance: Assistance) -> Sequence[Direction]:
    """What the court directs about the order, as it stands, in whichever order it says so."""
    return [one for one in _directions_ever(assistance, DIRECTED) if one.superseded_at is None]


def _directions_ever(assistance: Assistance, kinds: Collection[str]) -> Sequence[Direction]:
    if assistance.order is None:
        return ()
    orders = Assistance.objects.filter(case=assistance.case_id).exclude(order=None)
    return directions_ever_about(assistance.order, kinds, orders.values_list("order", flat=True))


def arrangements_in_force(
    starts_on: date | None, ends_on: date | None, *, say_time: bool
) -> tuple[tuple[InForce, ...], tuple[InForce, ...]]:
    """The section 8 order beside this one: its provision about time, where it has one, and itself."""
    if starts_on is None:
        return (), ()
    held = (InForce(starts_on, ends_on),)
    return (held if say_time else ()), held


def opinion_of(assistance: Assistance) -> Opinion | None:
    """The opinion as it stands: the last one that was recorded."""
    return opinions_of(assistance).select_related("document", "hearing", "by").last()


@once
def complete_plan(assistance: Assistance) -> Plan | None:
    """The plan that is at work: the last version with its six parts."""
    return assistance.plans.filter(is_complete=True).order_by("version").last()


def everything_has_its_outcome(assistance: Assistance) -> bool:
    """Whether a plan is at work, and no step and no issue that ever was is open."""
    is_at_work = complete_plan(assistance) is not None
    return is_at_work and not open_issues(assistance) and not open_steps(assistance)


def reports_to_come(assistance: Assistance) -> Sequence[Direction]:
    """The directions of the court that ask for a report it does not have yet (FAO-REPORT)."""
    reported = worked_of(assistance).filter(kind=Worked.REPORTED).values_list("at", flat=True)
    return undischarged(_directions_ever(assistance, [REPORT]), reported)


def review_day(assistance: Assistance) -> date | None:
    """The day of the review: the one in the plan at work, else the midpoint of the order (FAO-REVIEW)."""
    plan, clock = complete_plan(assistance), clock_of(assistance)
    if plan is not None and plan.review_on is not None:
        return plan.review_on
    return next((one.on for one in clock.days if one.rule == "FAO-REVIEW"), None) if clock else None


def was_reviewed(assistance: Assistance) -> bool:
    """Whether the plan at work has been reviewed: since it was written, or before that on the day that it
    sets or later, as where the review itself led to this version (FAO-REVIEW)."""
    plan, day = complete_plan(assistance), review_day(assistance)
    made_on = (assistance.order.made_on if assistance.order else None) or date.min
    reviews = worked_of(assistance).filter(kind=Worked.REVIEW, on__gte=made_on)
    if plan is None:
        return reviews.exists()
    return any(one.at >= plan.at or (day is not None and one.on >= day) for one in reviews)


def late_review(
    assistance: Assistance, review_on: date | None, weight: Weight = Weight.BARS
) -> tuple[Finding, ...]:
    """What is found of the day that a plan sets for its review (FAO-REVIEW)."""
    made_on = assistance.order.made_on if assistance.order else None
    found = rules.plan_is_reviewed_while_the_order_runs(review_on, made_on, last_day_of(assistance), weight)
    return (found,) if found else ()


def untimely_steps(
    assistance: Assistance, days: Mapping[int, date], weight: Weight = Weight.BARS
) -> tuple[Finding, ...]:
    """What is found of the days by which the steps of a plan are done, each by its number (FAO-PLAN)."""
    made_on, last = assistance.order.made_on if assistance.order else None, last_day_of(assistance)
    found = (
        rules.step_is_done_while_the_order_runs(number, on, made_on, last, weight)
        for number, on in days.items()
    )
    return tuple(one for one in found if one)


def still_open(assistance: Assistance, on: date) -> tuple[Finding, ...]:
    """The steps of the plan that are open after the last day of the order (FAO-END)."""
    last = last_day_of(assistance)
    found = rules.what_is_open_after_the_last_day(open_steps(assistance), on, last) if last else None
    return (found,) if found else ()
