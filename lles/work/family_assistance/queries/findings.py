"""What the rules have to say of a family assistance order, and what of it the court is asked about."""

from dataclasses import replace

from lles.casefile.rules.bodies import body_name
from lles.law.bilingual import Text
from lles.law.findings import Finding, Weight
from lles.law.order_clock import OrderClock
from lles.work.family_assistance import rules
from lles.work.family_assistance.models import Assistance, CourtAnswer
from lles.work.family_assistance.queries.counted import answers_of, nothing_of
from lles.work.family_assistance.queries.facts import (
    CONTACT,
    REPORT,
    arrangements_in_force,
    clock_of,
    complete_plan,
    is_of_an_authority,
    lack_of_consent,
    late_review,
    live_directions,
    moved,
    opinion_of,
    other_period_proposed,
    supplier_of,
    untimely_steps,
)
from lles.work.family_assistance.queries.named import is_unread, named_people
from lles.work.family_assistance.rules import Authority, Supplier
from lles.work.family_assistance.rules import Opinion as Given

AGREES, LIVES, WILL_LIVE = "agrees", "lives", "will_live"


def authority_by(name: str | Text, basis: str) -> Authority:
    """A local authority with the ground on which it is to help (FAO-LA)."""
    return Authority(name, basis == AGREES, basis == LIVES, basis == WILL_LIVE)


def _authority_without_ground(assistance: Assistance) -> Finding | None:
    """An authority that has to help by a sealed order without a ground (FAO-LA)."""
    if assistance.terms_at is None or not is_of_an_authority(assistance):
        return None
    name = body_name("local_authority", assistance.authority)
    return rules.authority_agrees_or_the_child_lives_in_its_area(
        authority_by(name, assistance.authority_basis), is_sealed=assistance.as_sealed
    )


def _help_without_contact(assistance: Assistance, clock: OrderClock) -> Finding | None:
    """Help with contact that the order directs, where nothing about contact was in force (FAO-CONTACT)."""
    directed = any(one.kind == CONTACT for one in live_directions(assistance))
    if assistance.terms_at is None or not directed:
        return None
    contact, _section_8 = arrangements_in_force(
        assistance.arrangements_from, assistance.arrangements_to, say_time=assistance.arrangements_say_time
    )
    return rules.help_with_contact_needs_a_contact_provision_in_force(
        contact, clock.made_on, clock.ends_on, is_sealed=assistance.as_sealed
    )


def help_is_asked_about(assistance: Assistance) -> bool:
    """Whether a sealed order directs help with contact while nothing about contact was in force, and the
    court has decided nothing on the order since it directed that (FAO-CONTACT)."""
    clock = clock_of(assistance)
    if clock is None or not assistance.as_sealed:
        return False
    without = _help_without_contact(assistance, replace(clock, ends_on=None))  # not where it only ends first
    directed = [one.given_at for one in live_directions(assistance) if one.kind == CONTACT]
    decided = answers_of(assistance).exclude(answer=CourtAnswer.NAMES_STAND)
    return without is not None and not decided.filter(at__gte=max(directed)).exists()


def findings_of(assistance: Assistance) -> tuple[Finding, ...]:
    """All that the rules have to say of an order as it stands on the file, or is weighed."""
    if nothing_of(assistance) is not None:
        return ()
    clock, named = clock_of(assistance), named_people(assistance)
    opinion = opinion_of(assistance)
    if clock is None:
        unasked = rules.everyone_named_may_comment_on_the_opinion(named, opinion.given_on) if opinion else ()
        return (
            *unasked,
            *lack_of_consent(assistance),
            *other_period_proposed(assistance),
            *rules.child_is_heard_but_need_not_consent(named),
        )
    made = clock.made_on
    plan = complete_plan(assistance)
    given = (
        Given(opinion.given_on, Supplier(opinion.given_by), frozenset(opinion.covers)) if opinion else None
    )
    who = (
        rules.opinion_comes_from_the_kind_of_officer_made_available(given, supplier_of(assistance), made)
        if given and not is_unread(assistance)
        else None
    )
    is_planned = is_of_an_authority(assistance) or plan is not None
    planned = rules.order_runs_with_a_plan(is_planned, made)
    late = (
        rules.directed_report_comes_while_the_order_runs(one.due_on, clock.ends_on)
        for one in live_directions(assistance)
        if one.kind == REPORT
    )
    return (
        *clock.findings,
        *dict.fromkeys(
            one
            for one in (
                *late,
                _help_without_contact(assistance, clock),
                _authority_without_ground(assistance),
            )
            if one
        ),
        *rules.court_has_the_opinion_of_the_officer(given, made),
        *(rules.everyone_named_may_comment_on_the_opinion(named, made) if given else ()),
        *(one for one in (who, planned) if one),
        *late_review(assistance, plan.review_on if plan else None, Weight.WARNS),
        *untimely_steps(assistance, plan.step_days if plan else {}, Weight.WARNS),
        *lack_of_consent(assistance),
        *(
            rules.only_people_close_to_the_child_are_named(named, is_sealed=True)
            if assistance.terms_at and assistance.as_sealed
            else ()
        ),
        *rules.new_address_of_whoever_must_tell_it_is_looked_at([one.name for one in moved(assistance)]),
        *rules.withdrawn_consent_does_not_end_the_order(named, made),
        *rules.child_is_heard_but_need_not_consent(named),
    )
