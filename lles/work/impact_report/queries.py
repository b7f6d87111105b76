"""What the file says for the rules of the child impact report."""

from datetime import datetime

from django.db.models import QuerySet

from lles.casefile.models import Case, Check, CheckAnswer, Conversation
from lles.casefile.queries.court import FIRST_HEARING, day_of, first_hearing, live_direction
from lles.casefile.queries.readers import adults
from lles.casefile.queries.service_law import calendar_in_force
from lles.law.due import DueDay
from lles.work.impact_report.rules import ReportDueFacts, report_due

DIRECTED = frozenset({"child_impact_report", "child_impact_report_1"})


def report_due_day(case: Case) -> DueDay:
    """The day by which the report is due: the court's, else the usual length of the pathway (PF-CIR-DUE)."""
    direction, hearing = live_direction(case, DIRECTED), first_hearing(case)
    facts = ReportDueFacts(
        ordered_on=direction.due_on if direction else None,
        ordered_time=direction.due_time if direction else None,
        order_made_on=direction.order.made_on if direction else None,
        received_on=case.received_on,
        court_code=case.court_code or None,
        hearing_on=day_of(hearing),
        is_first_hearing=hearing is not None and hearing.type_code == FIRST_HEARING,
    )
    return report_due(facts, calendar_in_force())


def waits_for_checks(case: Case) -> bool:
    """Whether a check of an adult has neither an answer nor a reason why it is not needed."""
    return case.checks.filter(kind__in=Check.OF_ADULTS, set_aside_at=None, answers=None).exists()


def last_answer(case: Case) -> datetime | None:
    """When a check of an adult was last answered."""
    answers = CheckAnswer.objects.filter(asked__case=case, asked__kind__in=Check.OF_ADULTS)
    return answers.order_by("at").values_list("at", flat=True).last()


def waits_for_calls(case: Case) -> bool:
    """Whether there is an adult to whom nobody has spoken yet."""
    spoken = set(_spoken(case).values_list("party", flat=True))
    return any(one.pk not in spoken for one in adults(case) if one.in_latest_answer)


def last_call(case: Case) -> datetime | None:
    """When a call to an adult was last recorded."""
    return _spoken(case).order_by("at").values_list("at", flat=True).last()


def _spoken(case: Case) -> QuerySet[Conversation]:
    return case.conversations.filter(outcome=Conversation.SPOKE, wrong=None)
