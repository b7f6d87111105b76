"""What the rules have to say of an activity: of what an order asks, and of what happened."""

from datetime import date, timedelta

from lles.casefile.models import Case, Party
from lles.casefile.queries.court import final_order_on
from lles.casefile.queries.section_8 import is_bound_while
from lles.law.findings import Finding
from lles.law.jurisdiction import Nation
from lles.work.activities import rules
from lles.work.activities.models import Activity, Happened
from lles.work.activities.queries.facts import (
    SESSIONS,
    TIES,
    Terms,
    clock_of,
    happened_of,
    is_monitored,
    terms_of,
    while_asked,
)
from lles.work.activities.rules import Bound, Form, Session


def bound_in(terms: Terms) -> Bound:
    """The adult of whom it is asked, as the rules weigh it."""
    party = terms.party
    return Bound(
        party.slug, party.name, is_a_party=party.role in (Party.APPLICANT, Party.RESPONDENT),
        **{tie: tie in terms.ties for tie in TIES}, born_on=party.born_on,
        is_a_parent=terms.is_a_parent, left_on=terms.left_on,
    )  # fmt: skip


def findings_of_terms(case: Case, terms: Terms, on: date) -> tuple[Finding, ...]:
    """All that the rules have to say of what an order asks (ACT-KINDS to ACT-FUND)."""
    made_on = (terms.order.made_on if terms.order else None) or on
    bound, form, clock = bound_in(terms), Form(terms.form), clock_of(case, terms)
    given_in = Nation(terms.given_in or Nation.UNKNOWN)
    approved = [Nation(one) for one in terms.approved_in]
    ends_on = clock.ends_on if clock else None
    has_a_condition = bound.is_under_a_condition and is_bound_while(terms.party, made_on, ends_on)
    asked_until = made_on - timedelta(days=terms.is_final is False)  # a no is said of its own day
    final_on = made_on if terms.is_final else final_order_on(case, asked_until)
    is_known = terms.is_final is not None or terms.order is None or terms.order.is_final is not None
    found = (
        rules.activity_is_of_a_kind_that_may_be_asked(
            terms.kind, made_on, is_sealed=bool(terms.as_sealed and terms.order)
        ),
        rules.activity_binds_somebody_who_can_be_bound(bound, form),
        rules.condition_that_ties_somebody_is_on_file(bound, form, has_a_condition),
        rules.child_is_not_bound_unless_a_parent(bound, made_on),
        rules.activity_ceases_when_somebody_lives_elsewhere(bound, made_on),
        rules.activity_does_not_go_with_an_excepted_order(bool(terms.is_excepted)),
        rules.direction_is_not_given_when_proceedings_end(form, made_on, final_on, is_known=is_known),
        rules.provider_is_approved_where_the_activity_is_given(approved, given_in),
    )
    return (*(one for one in found if one is not None), *(clock.findings if clock else ()))


def findings_of(activity: Activity, on: date) -> tuple[Finding, ...]:
    """All that the rules have to say of an activity as it stands on the file."""
    terms = terms_of(activity)
    if terms is None:
        return ()
    failures = rules.failure_to_take_part_is_reported(_sessions(activity), is_monitored(activity))
    return (*findings_of_terms(activity.case, terms, on), *failures)


def _sessions(activity: Activity) -> tuple[Session, ...]:
    assert activity.party is not None
    return tuple(
        Session(activity.party.slug, activity.party.name, one.on, one.kind == Happened.ATTENDED)
        for one in while_asked(activity, happened_of(activity).filter(kind__in=SESSIONS))
    )
