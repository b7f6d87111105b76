"""What waits on others, as a page says it: by when the answer is expected, whether it is late, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from lles.casefile.queries.checks import expected_answer
from lles.casefile.views.why import Why, question_of, why_of

if TYPE_CHECKING:
    from lles.casefile.models import Check
    from lles.casefile.views.say import Say
    from lles.law.due import Due


@dataclass(frozen=True)
class Waiting:
    """One question that was put and not answered."""

    check: Check
    expected: Due | None
    why: Why | None
    question: str
    is_late: bool


def waiting_line(check: Check, say: Say, today: date) -> Waiting:
    """A question that waits, in the language of the page."""
    due = expected_answer(check)
    title = f"{say.word(f'check.{check.kind}')}, {check.person.name}"
    late = due is not None and due.is_late_on(today)
    return Waiting(check, due, why_of(due, say.language), question_of(due, title, say.language), late)
