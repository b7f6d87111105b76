"""What the file says for the service levels of intake."""

from collections.abc import Iterable
from typing import Protocol

from lles.casefile.models import Case, Office
from lles.casefile.passage import held
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.rules.intake import IntakeFacts, is_for_england, team_due
from lles.law.due import DueDay
from lles.law.jurisdiction import Nation


class LivesSomewhere(Protocol):
    """A child, as far as a nation goes."""

    @property
    def nation(self) -> str:
        """The nation the child lives in, or that nobody knows."""


def nations_among(children: Iterable[LivesSomewhere], office: Office | None) -> frozenset[Nation]:
    """Where some children live; where nobody knows, whose office it is."""
    nations = frozenset(Nation(child.nation) for child in children) - {Nation.UNKNOWN}
    if not nations and office is not None:
        return frozenset({Nation(office.nation)})
    return nations


def nations_of(case: Case) -> frozenset[Nation]:
    """Where the children of a case live, or whose office it is."""
    return nations_among(case.children.all(), case.office)


def intake_facts(case: Case) -> IntakeFacts:
    """The facts of a case for the service levels."""
    return IntakeFacts(case.law == Case.PRIVATE, case.received_on, nations_of(case))


def team_due_day(case: Case) -> DueDay | None:
    """By when a case is with its team, with its why (SG-INTAKE); None where a team had it already."""
    if was_with_a_team(case):
        return None
    return team_due(intake_facts(case), calendar_in_force())


def was_with_a_team(case: Case) -> bool:
    """Whether a case is with an officer or was: one that is taken back has reached its team before."""
    return case.officer_id is not None or any(held(case.entries.filter(kind="allocated")[:1], case))


def is_of_england(case: Case) -> bool:
    """Whether the practice of the service in England reaches a case."""
    return is_for_england(nations_of(case))
