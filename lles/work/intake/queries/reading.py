"""What came on an open case and is no order: a person reads it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lles.casefile.models import Case, Task
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Text
from lles.work.intake.models import Arrival

READ, PAPERS = "intake.read", "papers"


@dataclass(frozen=True)
class ToRead:
    """Something that came and that nobody has read yet: its task, and the message where it is one."""

    task: Task
    arrival: Arrival | None


def to_read(case: Case) -> Sequence[ToRead]:
    """What waits to be read on a case, what came first before."""
    tasks = list(case.tasks.filter(kind=READ, ended_at=None).order_by("pk"))
    numbers = [int(one.subject) for one in tasks if one.subject.isdigit()]
    messages = {str(one.pk): one for one in case.arrivals.filter(pk__in=numbers)} if numbers else {}
    return [ToRead(one, messages.get(one.subject)) for one in tasks]


def asked_to_read(case: Case, subject: str) -> bool:
    """Whether somebody was asked to read this, whoever has read it since."""
    return case.tasks.filter(kind=READ, subject=subject).exists()


def left_unread(case: Case) -> Sequence[str]:
    """What nobody had read when the case was closed."""
    last = dict(case.tasks.filter(kind=READ).order_by("pk").values_list("subject", "outcome"))
    return [subject for subject, outcome in last.items() if outcome == "case_closed"]


def titles_of_what_came(subjects: Collection[str]) -> Mapping[str, Text]:
    """What a task of reading is about: a message with the day on which it came, or papers of the court."""
    numbers = [int(one) for one in subjects if one.isdigit()]
    came = dict(Arrival.objects.filter(pk__in=numbers).values_list("pk", "at")) if numbers else {}
    messages = {
        str(pk): word(f"task.{READ}_message").fill(day=at.astimezone(LONDON).date())
        for pk, at in came.items()
    }
    papers = {PAPERS: word(f"task.{READ}_papers")} if PAPERS in subjects else {}
    return {**messages, **papers}
