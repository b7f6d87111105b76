"""What the answers to checks say now, and which of them changed since somebody wrote about them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from lles.casefile.models import Case, Check, CheckAnswer

WITH_FACTS = Prefetch("answers", CheckAnswer.objects.order_by("pk").prefetch_related("facts__child"))


@dataclass(frozen=True)
class AnswerChanged:
    """An answer that came after somebody wrote, and says something else than what stood then."""

    check: Check
    before: CheckAnswer | None
    now: CheckAnswer


def words_of(answer: CheckAnswer | None) -> tuple[str, ...]:
    """The closed words of an answer, whatever their order; none where there is no answer."""
    return tuple(sorted(fact.outcome for fact in answer.facts.all())) if answer else ()


def words_standing(check: Check) -> tuple[str, ...]:
    """The closed words of the answer that stands."""
    return words_of(check.answers.order_by("-pk").prefetch_related("facts").first())


def answers_changed_since(case: Case, moment: datetime) -> Sequence[AnswerChanged]:
    """The checks and sources of a case whose answer now says something else than it did at a moment, such as
    when a draft was written or a letter was filed; a first answer counts."""
    asked = case.checks.filter(answers__at__gt=moment).distinct()
    found = asked.select_related("party", "adult", "child").prefetch_related(WITH_FACTS)
    changed = (_changed(check, moment) for check in found)
    return [one for one in changed if words_of(one.before) != words_of(one.now)]


def _changed(check: Check, moment: datetime) -> AnswerChanged:
    answers = list(check.answers.all())
    before = [answer for answer in answers if answer.at <= moment]
    return AnswerChanged(check, before[-1] if before else None, answers[-1])
