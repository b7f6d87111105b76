"""Every step and issue that was ever at work under an order: no later version of the plan takes one away."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from lles.work.family_assistance.models import Assistance, Plan, Worked
from lles.work.family_assistance.queries.counted import worked_of


@dataclass(frozen=True)
class Part:
    """A step or an issue by its number, as a version of the plan words it, and the language of that."""

    number: int
    says: Mapping[str, str]
    language: str


def issues_in(plan: Plan) -> list[Part]:
    """The issues of one version of the plan."""
    return [Part(number, one, plan.language) for number, one in plan.numbered]


def steps_in(plan: Plan) -> list[Part]:
    """The steps of one version of the plan."""
    return [Part(int(one["number"]), one, plan.language) for one in plan.steps]


def issues_ever(assistance: Assistance) -> Sequence[Part]:
    """Each issue that was at work, or of which something was recorded, as it was written last."""
    return _ever(assistance, issues_in, _of_which(assistance, [Worked.OUTCOME]))


def steps_ever(assistance: Assistance) -> Sequence[Part]:
    """Each step that was at work, or of which something was recorded, as it was written last."""
    return _ever(assistance, steps_in, _of_which(assistance, Worked.OF_STEPS))


def open_issues(assistance: Assistance) -> tuple[int, ...]:
    """The issues of which nobody has written down what came of them, by their numbers (FAO-END)."""
    found = _of_which(assistance, [Worked.OUTCOME])
    return tuple(one.number for one in issues_ever(assistance) if one.number not in found)


def open_steps(assistance: Assistance) -> tuple[int, ...]:
    """The steps that are neither done nor closed, by their numbers (FAO-END)."""
    worked = worked_of(assistance).filter(kind__in=Worked.OF_STEPS).order_by("pk")
    stands = dict(worked.values_list("number", "kind"))
    closed = (Worked.DONE, Worked.LEFT)
    return tuple(one.number for one in steps_ever(assistance) if stands.get(one.number) not in closed)


def _of_which(assistance: Assistance, kinds: Collection[str]) -> set[int | None]:
    return set(worked_of(assistance).filter(kind__in=kinds).values_list("number", flat=True))


def _ever(
    assistance: Assistance, parts: Callable[[Plan], Sequence[Part]], worked: Collection[int | None]
) -> Sequence[Part]:  # fmt: skip
    """What is at work is worded as it stands there, and not as a draft would have it."""
    found = {
        one.number: one
        for plan in assistance.plans.order_by("is_complete", "version")
        for one in parts(plan)
        if plan.is_complete or one.number in worked
    }
    return [found[number] for number in sorted(found)]
