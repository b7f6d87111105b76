"""What was recorded under an order, for the documents that tell of it: nothing is typed twice."""

from collections.abc import Collection, Mapping

from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.queries.in_both import in_both
from lles.work.family_assistance.models import Assistance, Worked
from lles.work.family_assistance.queries.counted import worked_of
from lles.work.family_assistance.queries.ever import steps_ever
from lles.work.family_assistance.queries.facts import complete_plan, was_reviewed
from lles.work.family_assistance.rules.papers import TELLS_OF_PROGRESS, Paper, ProgressSays

RECORDED = {Paper.REVIEW: Worked.REVIEW, Paper.REFERRAL: Worked.REFERRED}


def progress_of(assistance: Assistance, paper: Paper) -> list[Worked]:
    """The words of progress that a document can tell, in the order of their days: of every step that was
    ever at work, and none that names a protected place."""
    if paper not in TELLS_OF_PROGRESS or complete_plan(assistance) is None:
        return []
    closed, steps = ClosedWords(assistance.case), {one.number for one in steps_ever(assistance)}
    found = worked_of(assistance).filter(kind__in=Worked.OF_STEPS).order_by("on", "pk")
    return [one for one in found if one.words and one.number in steps and not closed(one.words)]


def told_by_step(
    assistance: Assistance, paper: Paper, told: Collection[int] | None
) -> Mapping[int, tuple[ProgressSays, ...]]:
    """The words of progress that stand in one copy, by their step: all for the court, which is no `told`."""
    found = dict[int, tuple[ProgressSays, ...]]()
    for one in progress_of(assistance, paper):
        if one.number is not None and (told is None or one.pk in told):
            words = in_both(assistance.case, one.language, one.words)
            found[one.number] = (*found.get(one.number, ()), ProgressSays(one.on, words))
    return found


def words_recorded(assistance: Assistance, paper: Paper) -> Worked | None:
    """What was recorded of a review or a referral for which no document was made since."""
    found = _without_a_document(assistance, paper)
    return None if found is None or ClosedWords(assistance.case)(found.words) else found


def was_recorded(assistance: Assistance, paper: Paper, asks: str) -> bool:
    """Whether what a document is of stands among the work already: the review of the plan at work, or a
    referral that asks the same of the court and for which no document was made since."""
    if paper is Paper.REVIEW:
        return was_reviewed(assistance)
    return _without_a_document(assistance, paper, asks=asks) is not None


def _without_a_document(assistance: Assistance, paper: Paper, **more: str) -> Worked | None:
    kind = RECORDED.get(paper)
    if kind is None:
        return None
    made = assistance.issued.filter(kind=paper).order_by("pk").last()
    found = worked_of(assistance).filter(kind=kind, **more).order_by("pk").last()
    return None if found is None or (made is not None and found.at <= made.at) else found
