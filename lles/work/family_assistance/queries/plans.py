"""The versions of the plan of a family assistance order."""

from lles.work.family_assistance.models import Assistance, Plan


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
