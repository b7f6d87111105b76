"""What the copy of an adult can tell of what was written for the court, and where a copy seems to tell what a
child has said."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from lles.casefile.models import Officer
from lles.casefile.queries.readers import nation_of_officers
from lles.casefile.register import children_said
from lles.casefile.rules.childs_words import Box, adults_do_not_read_what_a_child_has_said
from lles.casefile.rules.in_both import Words
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Text
from lles.law.findings import Finding
from lles.work.family_assistance import rules
from lles.work.family_assistance.models import Assistance, Opinion, Plan, Worked
from lles.work.family_assistance.queries.also import PARTS
from lles.work.family_assistance.queries.counted import worked_of
from lles.work.family_assistance.queries.ever import issues_ever
from lles.work.family_assistance.queries.facts import complete_plan, opinion_of
from lles.work.family_assistance.queries.paper_parts import checks_with_children
from lles.work.family_assistance.queries.papers import Reader, Typed, paper_facts
from lles.work.family_assistance.rules.papers import (
    ASKS_FOR_WORDS,
    OPINION_PARTS,
    TELLS_OF_OUTCOMES,
    VIEWS,
    WITH_VIEWS,
    WORDS,
    OpinionSays,
    Paper,
    PlanFacts,
)

Part = tuple[str, Text, str]  # its key, its name, and its words where the file holds them


def can_be_told(assistance: Assistance, paper: Paper) -> list[Part]:
    """What the author of a document may choose for the copy of an adult; of nothing chosen it tells
    nothing."""
    found: list[Part] = []
    if paper in ASKS_FOR_WORDS:
        found.append((WORDS, word("family_told.words"), ""))
    if paper in WITH_VIEWS:
        found.append((VIEWS, word("family_told.views"), ""))
    opinion = opinion_of(assistance) if paper is Paper.OPINION else None
    if opinion is not None:
        found += _of_opinion(assistance, opinion)
    plan = complete_plan(assistance) if paper is Paper.PLAN else None
    found += _checks(plan) if plan is not None else ()
    return [*found, *(_outcomes(assistance) if paper in TELLS_OF_OUTCOMES else ())]


def _checks(plan: Plan) -> Iterator[Part]:
    for key, name, said in checks_with_children(plan):
        yield key, word("family_told.check").fill(name=Text(en=name, cy=name)), said


def _of_opinion(assistance: Assistance, opinion: Opinion) -> Iterator[Part]:
    for name in OPINION_PARTS:
        if said := str(getattr(opinion, name)):
            yield name, word(f"family_told.{name}"), said
    questions = rules.questions_of_suitability(nation_of_officers(assistance.case), opinion.given_on)
    for name, asked in questions.items():
        if said := str(opinion.suitable.get(name, "")):
            yield f"about-{name}", asked, said


def _outcomes(assistance: Assistance) -> Iterator[Part]:
    found = worked_of(assistance).filter(kind=Worked.OUTCOME).order_by("pk")
    last = {one.number: one.words for one in found}
    for number in (one.number for one in issues_ever(assistance)):
        if number in last:
            yield f"outcome-{number}", _numbered("family_told.outcome", number), last[number]


def _numbered(name: str, number: int) -> Text:
    said = word(name)
    return Text(en=f"{said.en} {number}", cy=f"{said.cy} {number}")


def childs_words_told(
    assistance: Assistance, paper: Paper, readers: Sequence[Reader], typed: Typed, by: Officer, at: datetime
) -> tuple[Finding, ...]:
    """Where the copies of the adults seem to hold what a child has said, with whose copies they are
    (FH-CHILDWORDS)."""
    found = dict[tuple[Text, str], list[str]]()
    for reader in (one for one in readers if one.party):
        facts = paper_facts(assistance, paper, reader, typed, by, at, draft=True)
        told = [(word("family_told.words"), facts.words), (word("family_told.views"), facts.views)]
        told += [*_in_opinion(facts.opinion), *_in_plan(facts.plan)]
        told += [(one.kind, one.words) for one in facts.visits]
        for where, words in told:
            if written := "\n".join(words.in_each.values()):
                found.setdefault((where, written), []).append(reader.name)
    boxes = [Box(_of_readers(where, names), written) for (where, written), names in found.items()]
    first_names = [one.first_name for one in assistance.case.children.all() if one.first_name]
    recorded = (*typed.views.values(), *children_said(assistance.case))
    return adults_do_not_read_what_a_child_has_said(
        boxes, first_names, recorded, at.astimezone(LONDON).date()
    )


def _of_readers(where: Text, names: Sequence[str]) -> Text:
    of = f" ({', '.join(names)})"
    return Text(en=where.en + of, cy=where.cy + of)


def _in_opinion(opinion: OpinionSays | None) -> Iterator[tuple[Text, Words]]:
    if opinion is not None:
        yield from ((word(f"family_told.{name}"), getattr(opinion, name)) for name in OPINION_PARTS)
        yield from opinion.suitable


def _in_plan(plan: PlanFacts | None) -> Iterator[tuple[Text, Words]]:
    if plan is None:
        return
    for issue in plan.issues:
        yield from (
            (_numbered("family_part.issue", issue.number), said) for said in (issue.issue, issue.benefit)
        )
        yield _numbered("family_told.outcome", issue.number), issue.outcome
    for step in plan.steps:
        said = (step.action, step.other, *(one.words for one in step.progress))
        yield from ((_numbered("family_part.step", step.number), one) for one in said)
    for check in plan.checks:
        yield from ((word("family_part.checking"), said) for said in (check.way, check.often))
    yield from ((word(f"family_part.{name}"), getattr(plan, name)) for name in PARTS)
