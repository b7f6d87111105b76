"""What the court says of a running order: only the court ends it before its last day."""

from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import Word, says
from lles.law.findings import Finding
from lles.work.family_assistance import rules
from lles.work.family_assistance.changes.tasks import follow
from lles.work.family_assistance.models import Assistance, CourtAnswer
from lles.work.family_assistance.queries.counted import answers_of
from lles.work.family_assistance.queries.facts import clock_by_its_terms


def _findings(*, assistance: Assistance, answer: str, on: date, **_: object) -> tuple[Finding, ...]:
    clock, last = clock_by_its_terms(assistance), answers_of(assistance).last()
    found = list[Finding | None]()
    if clock is not None:
        found.append(rules.court_decides_after_the_order_is_made(on, clock.made_on))
        if answer == CourtAnswer.ENDED and clock.ends_on:
            found.append(rules.court_ends_what_still_runs(on, clock.ends_on))
    if last is not None and CourtAnswer.ENDED in (last.answer, answer):
        found.append(rules.court_is_not_overtaken_by_an_earlier_answer(on, last.on))
    return tuple(one for one in found if one is not None)


@change(needs=Verb.WORK, weighs=_findings)
def record_answer(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    assistance: Assistance,
    answer: str,
    on: date,
    words: str,
    language: str,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[CourtAnswer]:
    """Records that the court ended the order on a day, or that the order goes on (FAO-NOCHANGE); the days of
    its work follow. An answer of an earlier day than the one that stands takes a reason (FAO-END)."""
    assistance.case = case
    row = CourtAnswer.objects.create(
        assistance=assistance, answer=answer, on=on, words=words, language=language, by=by, at=at
    )
    follow(assistance, by, at)
    return Done(row, says("family_answered", answer=Word(f"family_answer.{answer}"), on=on))
