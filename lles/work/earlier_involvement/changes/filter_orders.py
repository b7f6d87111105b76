"""Orders by which leave of the court is needed, keyed by hand; and what came of the question of leave."""

from collections.abc import Sequence
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Case, Child, Officer, Party
from lles.casefile.passage import held, wrote
from lles.casefile.timeline import Said, Word, says
from lles.work.earlier_involvement.models import FilterOrder, LeaveQuestion, Named
from lles.work.earlier_involvement.queries.leave import LEAVE, barred_in, cases_of_named
from lles.work.earlier_involvement.rules import last_day_of_bar


@change(needs=Verb.WORK)
def record_filter_order(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    barred: Sequence[Party],
    children: Sequence[Child],
    kinds: Sequence[str],
    starts_on: date,
    months: int | None,
    ends_on: date | None,
    seen: int | None = None,
) -> Done[FilterOrder]:
    """Records an order under section 91(14); its last day follows from its length, where it names one."""
    last = last_day_of_bar(starts_on, months).result if months else ends_on
    order = FilterOrder.objects.create(
        case=case, kinds=list(kinds), starts_on=starts_on, months=months, ends_on=last, by=by, at=at
    )
    Named.objects.bulk_create(
        [Named(order=order, party=one) for one in barred]
        + [Named(order=order, child=one) for one in children]
    )
    for one in (case, *cases_of_named(order)):
        ask_for_leave(case=one, by=the_service(), at=at)
    names = ", ".join(one.name for one in barred)
    entry = _said(names, starts_on, last)
    return Done(order, entry)


@change(needs=Verb.WORK)
def withdraw_filter_order(
    *, case: Case, by: Officer, at: datetime, order: FilterOrder, reason: str, seen: int | None = None
) -> Done[None]:
    """Takes back an order that was keyed wrongly or that the court set aside; it stays on the file."""
    FilterOrder.objects.filter(pk=order.pk).update(withdrawn_by=by, withdrawn_at=at, withdrawn_because=reason)
    for one in Case.objects.filter(leave_questions__order=order).distinct():
        ask_for_leave(case=one, by=the_service(), at=at)
    return Done(None, says("filter_order_withdrawn", starts=order.starts_on, reason=reason))


def _said(names: str, starts_on: date, ends_on: date | None) -> Said:
    if ends_on is None:
        return says("filter_order_no_end", people=names, starts=starts_on)
    return says("filter_order", people=names, starts=starts_on, ends=ends_on)


@change(needs=Verb.WORK)
def ask_for_leave(*, case: Case, by: Officer, at: datetime) -> Done[None]:
    """Brings the questions of leave of a case to what the orders and the links now say."""
    needed = {(one.party.pk, one.order.pk): one for one in barred_in(case)}
    questions = held(LeaveQuestion.objects.filter(case=case).select_related("party"), case)
    asked = {(one.party_id, one.order_id): one for one in questions}
    for key in needed.keys() - asked.keys():
        one = needed[key]
        question = LeaveQuestion.objects.create(case=case, party=one.party, order=one.order, opened_at=at)
        wrote(case, LeaveQuestion)
        open_task(case=case, by=by, at=at, kind=LEAVE, party=one.party, subject=str(question.pk))
    for key, known in asked.items():
        if known.answer == LeaveQuestion.WAITING and key not in needed:
            _settle(known, by, at, LeaveQuestion.ANOTHER)
        elif known.answer == LeaveQuestion.ANOTHER and key in needed:
            LeaveQuestion.objects.filter(pk=known.pk).update(answer=LeaveQuestion.WAITING, answered_at=None)
            open_task(case=case, by=by, at=at, kind=LEAVE, party=known.party, subject=str(known.pk))
    return Done(None, None)


@change(needs=Verb.WORK)
def answer_leave(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    question: LeaveQuestion,
    answer: str,
    given_on: date | None,
    reason: str,
    seen: int | None = None,
) -> Done[None]:
    """Records whether the court gave leave, or why none was needed."""
    _settle(question, by, at, answer, given_on, reason)
    entry = says("leave_answered", person=question.party.name, answer=Word(f"leave.{answer}"))
    return Done(None, entry)


def _settle(
    question: LeaveQuestion,
    by: Officer,
    at: datetime,
    answer: str,
    given_on: date | None = None,
    reason: str = "",
) -> None:
    LeaveQuestion.objects.filter(pk=question.pk).update(
        answer=answer, given_on=given_on, reason=reason, by=by, answered_at=at
    )
    subject, outcome = str(question.pk), f"leave_{answer}"
    end_tasks(case=question.case, by=the_service(), at=at, kind=LEAVE, subject=subject, outcome=outcome)
