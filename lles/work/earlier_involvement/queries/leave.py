"""Whom filter orders name, and what is asked of the court for them in other cases."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from django.db.models import Q

from lles.casefile.access import Verb, may
from lles.casefile.models import Case, Officer, Party
from lles.casefile.passage import has_none, is_new
from lles.casefile.prepared import Asked
from lles.casefile.timeline import LONDON
from lles.law.findings import Finding
from lles.work.earlier_involvement.models import Candidate, FilterOrder, LeaveQuestion, Link, Named
from lles.work.earlier_involvement.rules import Bar, NewApplication, leave_is_needed_by_whom_an_order_names

LEAVE = "earlier_involvement.leave"


@dataclass(frozen=True)
class Barred:
    """An applicant of a case and the order that names that person, or somebody who may be that person."""

    party: Party
    order: FilterOrder
    finding: Finding


@dataclass(frozen=True)
class LeaveShown:
    """One question of leave as a page shows it; the case of the order only to who may see it."""

    question: LeaveQuestion
    finding: Finding | None
    is_certain: bool
    sees_the_order: bool


def filter_orders_of(case: Case) -> Sequence[FilterOrder]:
    """The filter orders on the file of a case, with whom they name."""
    found = FilterOrder.objects.filter(case=case).select_related("withdrawn_by")
    return list(found.prefetch_related("named__party", "named__child"))


def barred_in(case: Case) -> Iterator[Barred]:
    """Each applicant of a case who needs leave, by an order of this case or of one in which they are known.

    An order on the file of a sealed case is told of in that case alone."""
    people = (one for one in case.parties.all() if not one.is_organisation)
    applicants = {one.pk: one for one in people if one.role == Party.APPLICANT}
    also = _also_known_as(case, applicants)
    known = () if is_new(case) else applicants  # no order can name who has just come
    known_as = {*known, *(there for _, there in also)}
    if not known_as:
        return
    for one in _NAMED.all_of(tuple(known_as), case.pk):
        for pk, party in applicants.items():
            if one.party_id == pk or (pk, one.party_id) in also:
                finding = _finding(case, party, one.order)
                if finding is not None:
                    yield Barred(party, one.order, finding)


def filter_order_of(case: Case, pk: int) -> FilterOrder | None:
    """A filter order of a case that stands."""
    return FilterOrder.objects.filter(case=case, pk=pk, withdrawn_at=None).first()


def questions_waiting(case: Case) -> Sequence[LeaveQuestion]:
    """The questions of leave of a case that nobody has answered."""
    waiting = LeaveQuestion.objects.filter(case=case, answer=LeaveQuestion.WAITING)
    return list(waiting.select_related("party").order_by("pk"))


def question_of(case: Case, pk: int) -> LeaveQuestion | None:
    """One question of leave of a case."""
    return LeaveQuestion.objects.filter(case=case, pk=pk).select_related("party", "order__case").first()


def leave_shown(question: LeaveQuestion, officer: Officer) -> LeaveShown:
    """One question of leave with what the rule says of it."""
    order = question.order
    return LeaveShown(
        question,
        _finding(question.case, question.party, order),
        is_certain=_is_named_itself(question),
        sees_the_order=may(officer, Verb.SEE, order.case),
    )


def open_questions(cases: Collection[int]) -> Sequence[LeaveQuestion]:
    """The questions of leave of these cases that nobody has answered."""
    waiting = LeaveQuestion.objects.filter(case_id__in=cases, answer=LeaveQuestion.WAITING)
    return list(waiting.select_related("case", "party", "order"))


def cases_of_named(order: FilterOrder) -> Sequence[Case]:
    """The other cases in which somebody whom an order names is known."""
    named = [one.party_id for one in order.named.all() if one.party_id]
    live = Candidate.objects.exclude(decision__in=(Candidate.NOT, Candidate.CANNOT_SAY))
    rows = live.filter(Q(party_id__in=named) | Q(other_party_id__in=named))
    ids = {pk for pair in rows.values_list("case_id", "other_case_id") for pk in pair} - {order.case_id}
    return list(Case.objects.filter(pk__in=ids))


def _also_known_as(case: Case, parties: Collection[int]) -> set[tuple[int, int]]:
    """Each of these parties of a case beside a party of another who is or may be the same person."""
    rows = () if has_none(case, Candidate) else _OF_PARTIES.all_of(tuple(parties))
    pairs = {(row.party_id, row.other_party_id) for row in rows if row.party_id and row.other_party_id}
    both = pairs | {(there, here) for here, there in pairs}
    return {(here, there) for here, there in both if here in parties}


_OF_PARTIES = Asked(
    lambda parties: (
        Candidate.objects.filter(decision__in=(Candidate.SAME, Candidate.WAITING))
        .filter(Q(party_id__in=parties) | Q(other_party_id__in=parties))
        .exclude(party=None)
        .exclude(other_party=None)
        .order_by()
    )
)
_NAMED = Asked(
    lambda parties, case: (
        Named.objects.filter(party_id__in=parties, order__withdrawn_at=None)
        .filter(Q(order__case__sealed=False) | Q(order__case_id=case))
        .select_related("order")
    )
)


def _finding(case: Case, party: Party, order: FilterOrder) -> Finding | None:
    """What the rule says of an applicant; in the case of the order itself, of what came after the order."""
    applications = list(case.applications.all())
    if case.pk == order.case_id:
        applications = [one for one in applications if one.filed_on and one.filed_on >= order.starts_on]
        if not applications:
            return None
    filed = [one.filed_on for one in applications if one.filed_on]
    filed_on = max(filed, default=case.received_on or case.opened_at.astimezone(LONDON).date())
    application = NewApplication(party.name, tuple(one.kind for one in applications), filed_on)
    bar = Bar(tuple(order.kinds), order.starts_on, order.ends_on)
    return leave_is_needed_by_whom_an_order_names(application, bar)


def _is_named_itself(question: LeaveQuestion) -> bool:
    """Whether the order names this very party, or one of whom somebody decided that they are the same."""
    named = [one.party_id for one in question.order.named.all() if one.party_id]
    if question.party_id in named:
        return True
    here, there = Q(candidate__party=question.party_id), Q(candidate__other_party=question.party_id)
    to = Q(candidate__other_party__in=named) | Q(candidate__party__in=named)
    return Link.objects.filter((here | there) & to, ended_at=None).exists()
