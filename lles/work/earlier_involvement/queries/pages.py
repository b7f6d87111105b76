"""The page of a case on earlier involvement, and two people side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lles.casefile.models import Case, Child, Officer
from lles.casefile.timeline import LONDON
from lles.law.findings import Finding
from lles.work.earlier_involvement.models import Decision, FilterOrder, LeaveQuestion, Search
from lles.work.earlier_involvement.queries.candidates import Human, Matched, matched_in, searches_of
from lles.work.earlier_involvement.queries.leave import LeaveShown, filter_orders_of, leave_shown
from lles.work.earlier_involvement.rules import earlier_involvement_is_looked_for


@dataclass(frozen=True)
class KnownPage:
    """Everything that the page of a case says on earlier involvement to one officer."""

    waiting: Sequence[Matched]
    decided: Sequence[Matched]
    elsewhere: Sequence[Matched]
    searches: Sequence[Search]
    orders: Sequence[FilterOrder]
    questions: Sequence[LeaveShown]
    missing: Finding | None


@dataclass(frozen=True)
class Side:
    """One of two people as one case knows them."""

    case: Case
    person: Human
    role: str
    former: str
    received_on: date
    children: Sequence[str]
    adults: Sequence[str]


@dataclass(frozen=True)
class Beside:
    """Two people side by side, and what was decided of them before."""

    here: Side
    there: Side
    decisions: Sequence[Decision]


def known_page(case: Case, officer: Officer) -> KnownPage:
    """What was found, what was decided, and the orders by which leave is needed."""
    matched = matched_in([case.pk], officer)
    seen = [one for one in matched if one.is_seen]
    questions = LeaveQuestion.objects.filter(case=case).select_related("party", "order__case", "case", "by")
    searches = searches_of(case)
    looked_on = searches[0].at.astimezone(LONDON).date() if searches else None
    return KnownPage(
        waiting=[one for one in seen if one.waits],
        decided=[one for one in seen if not one.waits],
        elsewhere=[one for one in matched if not one.is_seen and (one.waits or one.is_link)],
        searches=searches,
        orders=filter_orders_of(case),
        questions=[leave_shown(one, officer) for one in questions],
        missing=earlier_involvement_is_looked_for(looked_on, sum(one.waits for one in matched)),
    )


def beside(matched: Matched) -> Beside:
    """Both people with their cases, and every decision, the latest first."""
    return Beside(
        here=_side(matched.case, matched.here),
        there=_side(matched.other_case, matched.there),
        decisions=list(Decision.objects.filter(candidate=matched.candidate).select_related("by")),
    )


def _side(case: Case, person: Human) -> Side:
    return Side(
        case=case,
        person=person,
        role="child" if isinstance(person, Child) else person.role,
        former=person.previous_name,
        received_on=case.received_on or case.opened_at.astimezone(LONDON).date(),
        children=[one.name for one in case.children.all()],
        adults=[one.name for one in case.parties.all()],
    )
