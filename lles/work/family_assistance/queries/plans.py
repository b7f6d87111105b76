"""The versions of a plan as the pages show them: the one at work, the draft after it, and each one before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from lles.work.family_assistance.models import Assistance, Plan, Told, Worked
from lles.work.family_assistance.queries.counted import worked_of
from lles.work.family_assistance.queries.ever import issues_ever, open_issues, open_steps, steps_ever
from lles.work.family_assistance.queries.facts import complete_plan
from lles.work.family_assistance.queries.named import children_about, people_checked


@dataclass(frozen=True)
class StepShown:
    """A step of the plan: who does it, by name or by role, by which day or how often, and what was done of it
    last."""

    number: int
    action: str
    kind: str
    name: str
    who: str
    source: str
    worked: Worked | None
    by_on: date | None
    often: str


@dataclass(frozen=True)
class IssueShown:
    """An issue of the plan by its number, and what came of it."""

    number: int
    issue: str
    benefit: str
    outcome: Worked | None


@dataclass(frozen=True)
class CheckShown:
    """In what way and how often the officer checks with somebody; empty while that is not written."""

    name: str
    way: str = ""
    often: str = ""


@dataclass(frozen=True)
class VersionShown:
    """One version of the plan, how the officer checks with each person, and who was told of it with what they
    think of it."""

    plan: Plan
    issues: tuple[IssueShown, ...]
    steps: tuple[StepShown, ...]
    checks: tuple[CheckShown, ...]
    told: Sequence[Told]


@dataclass(frozen=True)
class PlanShown:
    """The version at work, the draft that came after it, and how many versions there are."""

    active: VersionShown | None
    draft: VersionShown | None
    count: int

    @property
    def versions(self) -> list[VersionShown]:
        """What the page of the order shows whole."""
        return [one for one in (self.active, self.draft) if one]


def plan_shown(assistance: Assistance) -> PlanShown | None:
    """The plan for the page of its order."""
    latest, active = latest_plan(assistance), complete_plan(assistance)
    if latest is None:
        return None
    rows = [one for one in (active, latest) if one]
    shown = {one.plan.pk: one for one in _shown(assistance, rows)}
    return PlanShown(
        shown[active.pk] if active else None,
        None if latest.is_complete else shown[latest.pk],
        assistance.plans.count(),
    )


def versions_shown(assistance: Assistance) -> list[VersionShown]:
    """Every version, the last one first."""
    return _shown(assistance, list(assistance.plans.select_related("by").order_by("-version")))


def steps_and_issues(assistance: Assistance) -> tuple[dict[int, str], dict[int, str]]:
    """The steps and the issues of which something can be recorded, by their numbers: those of the plan at
    work, those that the draft after it adds, and what a version left out that is open all the same."""
    plans = [one for one in (latest_plan(assistance), complete_plan(assistance)) if one]
    left_steps, left_issues = open_steps(assistance), open_issues(assistance)
    steps = {one.number: one.says["action"] for one in steps_ever(assistance) if one.number in left_steps}
    issues = {one.number: one.says["issue"] for one in issues_ever(assistance) if one.number in left_issues}
    steps |= {int(one["number"]): str(one["action"]) for plan in plans for one in plan.steps}
    issues |= {number: one["issue"] for plan in plans for number, one in plan.numbered}
    return dict(sorted(steps.items())), dict(sorted(issues.items()))


def _shown(assistance: Assistance, plans: Sequence[Plan]) -> list[VersionShown]:
    worked = list(worked_of(assistance).exclude(number=None).order_by("pk"))
    done = {one.number: one for one in worked if one.kind in Worked.OF_STEPS}
    outcomes = {one.number: one for one in worked if one.kind == Worked.OUTCOME}
    names = names_in_plans(assistance)
    told = list(Told.objects.filter(plan__in=plans, wrong=None).select_related("party", "by"))
    return [
        VersionShown(
            plan,
            tuple(
                IssueShown(number, one["issue"], one["benefit"], outcomes.get(number))
                for number, one in plan.numbered
            ),
            tuple(
                StepShown(
                    one["number"], one["action"], one["kind"],
                    names.get(one["who"], "") or one.get("name", ""), one["who"], one["source"],
                    done.get(one["number"]), plan.step_days.get(one["number"]), one.get("often", ""),
                )
                for one in plan.steps
            ),
            (
                *(CheckShown(names.get(one["who"], ""), one["way"], one["often"]) for one in plan.checks),
                *(CheckShown(name) for name in _unchecked(assistance, plan)),
            ),
            [one for one in told if one.plan_id == plan.pk],
        )
        for plan in plans
    ]  # fmt: skip


def _unchecked(assistance: Assistance, plan: Plan) -> list[str]:
    """Of whom the plan does not say how progress is checked with them."""
    said = {one["who"] for one in plan.checks}
    return [name for who, name in people_checked(assistance) if who not in said]


def names_in_plans(assistance: Assistance) -> Mapping[str, str]:
    """The people of whom a plan can speak: whom the order names or named, and each child it is about."""
    named = assistance.named.select_related("party", "child")
    people = {f"child:{one.pk}": one.name for one in children_about(assistance)}
    return people | {
        f"party:{one.party_id}" if one.party_id else f"child:{one.child_id}": one.name for one in named
    }


def last_numbers(assistance: Assistance) -> tuple[int, int]:
    """The highest number that any version of the plan gave to an issue, and to a step: none is used again,
    because what was recorded of it stays with it."""
    plans = list(assistance.plans.all())
    issues = (number for plan in plans for number, _issue in plan.numbered)
    steps = (int(one["number"]) for plan in plans for one in plan.steps)
    return max(issues, default=0), max(steps, default=0)


def latest_plan(assistance: Assistance) -> Plan | None:
    """The last version of the plan, complete or a draft."""
    return assistance.plans.order_by("version").last()
