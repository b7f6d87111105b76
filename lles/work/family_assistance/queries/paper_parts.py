"""The opinion and the plan as they stand on the file, for the documents of an order."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from functools import partial

from lles.casefile.queries.in_both import in_both
from lles.casefile.queries.readers import nation_of_officers
from lles.casefile.rules.in_both import NO_WORDS, Words
from lles.casefile.timeline import LONDON, word
from lles.work.family_assistance import rules
from lles.work.family_assistance.models import Assistance, Plan, Worked
from lles.work.family_assistance.queries.also import PARTS
from lles.work.family_assistance.queries.counted import worked_of
from lles.work.family_assistance.queries.ever import Part, issues_ever, issues_in, steps_ever, steps_in
from lles.work.family_assistance.queries.facts import opinion_of
from lles.work.family_assistance.queries.plans import names_in_plans
from lles.work.family_assistance.rules.papers import (
    OPINION_PARTS,
    TELLS_OF_OUTCOMES,
    CheckSays,
    IssueSays,
    OpinionSays,
    Paper,
    PlanFacts,
    ProgressSays,
    StepSays,
)


def parts_of(plan: Plan | None, paper: Paper = Paper.PLAN) -> list[tuple[str, str]]:
    """Each part of the plan that a copy of a document may leave out, with its words."""
    if plan is None:
        return []
    in_issues, in_steps = _written(plan, paper)
    issues = [(f"issue-{one.number}", one.says["issue"]) for one in in_issues]
    steps = [(f"step-{one.number}", one.says["action"]) for one in in_steps]
    parts = [(name, str(getattr(plan, name))) for name in PARTS if getattr(plan, name)]
    return [*issues, *steps, *parts]


def checks_with_children(plan: Plan) -> list[tuple[str, str, str]]:
    """How the officer checks with each child: the key, the name and the words of what can be chosen for
    the copy of an adult. With an adult it stands in the copy of that adult alone."""
    names = names_in_plans(plan.assistance)
    return [
        (_key_of_check(one), names.get(one["who"], ""), f"{one['way']}; {one['often']}")
        for one in plan.checks if one["who"].startswith("child:")
    ]  # fmt: skip


def _key_of_check(check: Mapping[str, str]) -> str:
    return f"check-{check['who'].replace(':', '-')}"


def _written(plan: Plan, paper: Paper) -> tuple[Sequence[Part], Sequence[Part]]:
    """The issues and the steps that a document tells of: all that were ever at work where it tells what came
    of them, else those of the plan."""
    if paper in TELLS_OF_OUTCOMES:
        return issues_ever(plan.assistance), steps_ever(plan.assistance)
    return issues_in(plan), steps_in(plan)


def opinion_says(assistance: Assistance, tells: Collection[str] | None = None) -> OpinionSays | None:
    """The opinion as it was recorded: whole for the court, which is no `tells`; of what was written in it an
    adult reads what the author chose for their copy."""
    said = opinion_of(assistance)
    if said is None:
        return None
    of_opinion = partial(in_both, assistance.case, said.language)
    part = {
        name: of_opinion(getattr(said, name) if tells is None or name in tells else "")
        for name in OPINION_PARTS
    }
    questions = rules.questions_of_suitability(nation_of_officers(assistance.case), said.given_on)
    return OpinionSays(
        given_on=said.given_on,
        proposed_by=word(f"family_proposed_by.{said.proposed_by}"),
        is_best=said.is_best,
        best_interests=part["best_interests"],
        operation=part["operation"],
        months=said.months,
        usual=rules.usual_length(said.given_on),
        better_than_none=part["better_than_none"],
        suitable=tuple(
            (asked, of_opinion(said.suitable[name]))
            for name, asked in questions.items()
            if said.suitable.get(name) and (tells is None or f"about-{name}" in tells)
        ),
    )


def plan_says(
    assistance: Assistance, plan: Plan, out: Collection[str],
    progress: Mapping[int, tuple[ProgressSays, ...]], tells: Collection[str] | None = None,
    paper: Paper = Paper.PLAN, reader: str = "",
) -> PlanFacts:  # fmt: skip
    """The plan without what a copy leaves out: the words of progress go with their step. The court, which is
    no `tells`, reads what came of each issue; an adult reads of those that were chosen for their copy, and
    how the officer checks with themselves, and with a child where that was chosen."""
    worked = list(worked_of(assistance).exclude(number=None).order_by("pk"))
    done = {one.number: one for one in worked if one.kind in Worked.OF_STEPS}
    outcomes = {one.number: one for one in worked if one.kind == Worked.OUTCOME}
    names = names_in_plans(assistance)
    both, (issues, steps) = partial(in_both, assistance.case), _written(plan, paper)
    of_plan = partial(both, plan.language)
    part = {name: "" if name in out else str(getattr(plan, name)) for name in PARTS}
    return PlanFacts(
        version=plan.version, written_on=plan.at.astimezone(LONDON).date(),
        issues=tuple(
            IssueSays(
                one.number, both(one.language, one.says["issue"]), both(one.language, one.says["benefit"]),
                both(outcomes[one.number].language, outcomes[one.number].words)
                if one.number in outcomes and (tells is None or f"outcome-{one.number}" in tells)
                else NO_WORDS,
                unwritten=one.number not in outcomes,
            )
            for one in issues if f"issue-{one.number}" not in out
        ),
        steps=tuple(
            _step(
                one.says, names, done.get(one.number), partial(both, one.language),
                progress.get(one.number, ()),
            )
            for one in steps if f"step-{one.number}" not in out
        ),
        checking=of_plan(part["checking"]),
        checks=tuple(
            CheckSays(names.get(one["who"], ""), of_plan(one["way"]), of_plan(one["often"]))
            for one in plan.checks
            if one["who"] == reader
            or (one["who"].startswith("child:") and _key_of_check(one) in (tells or ()))
        ),
        meetings=of_plan(part["meetings"]),
        ending=word(f"family_ending.{plan.ending}"),
        review_on=plan.review_on,
        back_to_court=of_plan(part["back_to_court"]),
    )  # fmt: skip


def _step(
    one: Mapping[str, str], names: Mapping[str, str], worked: Worked | None, both: Callable[[str], Words],
    progress: tuple[ProgressSays, ...],
) -> StepSays:  # fmt: skip
    role = one["who"] if one["who"] in ("officer", "other") else "nobody"
    return StepSays(
        number=int(one["number"]),
        action=both(one["action"]),
        kind=word(f"family_step.{one['kind']}"),
        name=names.get(one["who"], ""),
        other=both(one.get("name", "")),
        role=word(f"family_who.{role}"),
        by_on=date.fromisoformat(one["by_on"]) if one.get("by_on") else None,
        often=both(one.get("often", "")),
        stands=word(f"family_work.{worked.kind}") if worked else None,
        stands_on=worked.on if worked else None,
        progress=progress,
    )
