"""What is written under an order in one language, for whoever says it in the other too."""

from collections.abc import Iterator, Sequence

from lles.casefile.queries.in_both import Written, numbered
from lles.casefile.queries.readers import nation_of_officers
from lles.casefile.timeline import word
from lles.work.family_assistance import rules
from lles.work.family_assistance.models import Assistance, Plan, Worked
from lles.work.family_assistance.queries.counted import worked_of
from lles.work.family_assistance.queries.ever import Part, issues_ever, issues_in, steps_ever, steps_in
from lles.work.family_assistance.queries.facts import complete_plan, opinion_of
from lles.work.family_assistance.queries.plans import latest_plan
from lles.work.family_assistance.rules.papers import (
    OPINION_PARTS,
    SHOWS_THE_PLAN,
    TELLS_OF_OUTCOMES,
    TELLS_OF_PROGRESS,
    Paper,
)

PARTS = ("checking", "meetings", "back_to_court")


def written_under(assistance: Assistance) -> Iterator[Written]:
    """What the author wrote that a document of the order can tell: the plan at work, as it was before and as
    it was written last, our opinion, what was done and what came of each issue."""
    yield from _plan(assistance)
    yield from _opinion(assistance)
    yield from _work(assistance, (*Worked.OF_STEPS, Worked.OUTCOME))


def written_for(assistance: Assistance, paper: Paper) -> Iterator[Written]:
    """What the author wrote that one document tells by itself."""
    if paper in SHOWS_THE_PLAN:
        yield from _plan(assistance, drafted=False)
    if paper is Paper.OPINION:
        yield from _opinion(assistance)
    told = Worked.OF_STEPS if paper in TELLS_OF_PROGRESS else ()
    yield from _work(assistance, (*told, *((Worked.OUTCOME,) if paper in TELLS_OF_OUTCOMES else ())))


def _plan(assistance: Assistance, *, drafted: bool = True) -> Iterator[Written]:
    at_work, last = complete_plan(assistance), latest_plan(assistance)
    plans = [one for one in (at_work, last if drafted else None) if one is not None]
    issues, steps = issues_ever(assistance), steps_ever(assistance)
    yield from _parts(
        [*issues, *(part for plan in plans for part in issues_in(plan))], "issue", ("issue", "benefit")
    )
    yield from _parts(
        [*steps, *(part for plan in plans for part in steps_in(plan))], "step", ("action", "name", "often")
    )
    for plan in plans:
        yield from _rest_of(plan)


def _parts(parts: Sequence[Part], name: str, boxes: Sequence[str]) -> Iterator[Written]:
    for one in parts:
        where = numbered(f"family_part.{name}", one.number)
        yield from ((where, one.language, one.says.get(box, "")) for box in boxes)


def _rest_of(plan: Plan) -> Iterator[Written]:
    checking = word("family_part.checking")
    yield from ((checking, plan.language, check[one]) for check in plan.checks for one in ("way", "often"))
    yield from ((word(f"family_part.{one}"), plan.language, str(getattr(plan, one))) for one in PARTS)


def _opinion(assistance: Assistance) -> Iterator[Written]:
    opinion = opinion_of(assistance)
    if opinion is None:
        return
    for one in OPINION_PARTS:
        yield word(f"family_told.{one}"), opinion.language, str(getattr(opinion, one))
    asked = rules.questions_of_suitability(nation_of_officers(assistance.case), opinion.given_on)
    for one, question in asked.items():
        yield question, opinion.language, str(opinion.suitable.get(one, ""))


def _work(assistance: Assistance, kinds: Sequence[str]) -> Iterator[Written]:
    for done in worked_of(assistance).filter(kind__in=kinds).order_by("pk"):
        name = "family_told.outcome" if done.kind == Worked.OUTCOME else "family_part.step"
        yield numbered(name, done.number or 0), done.language, done.words
