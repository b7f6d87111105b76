"""Whether an application is screened before anybody is checked, and what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from lles.casefile.models import Case, Check, Task
from lles.casefile.passage import has_none, held, tasks_of
from lles.casefile.queries.court import live_direction
from lles.casefile.queries.intake import intake_facts
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.rules.intake import team_due
from lles.law.due import Due, DueDay
from lles.law.findings import Finding
from lles.work.safeguarding.models import ApplicationScreened
from lles.work.safeguarding.queries.due import DIRECTED, letter_due_day
from lles.work.safeguarding.rules.checks import (
    ChecksFacts,
    Screening,
    other_applications_are_screened_before_checks,
    screened_on_receipt,
)

LETTER, SCREEN = "safeguarding.letter", "safeguarding.screen"


@dataclass(frozen=True)
class Opened:
    """What was ever opened on a case: checks, the task of the letter, and the screening before them."""

    has_checks: bool
    has_letter: bool
    has_screening: bool

    @property
    def waits_for_screening(self) -> bool:
        """Whether the case was to be screened first, and nothing has called for checks since."""
        return self.has_screening and not self.has_letter


def opened_on(case: Case) -> Opened:
    """What was opened so far, in one statement; of a new case in none."""
    gathered = tasks_of(case)
    if gathered is not None:
        kinds = {task.kind for task in gathered}
        return Opened(not has_none(case, Check), LETTER in kinds, SCREEN in kinds)
    tasks = Task.objects.filter(case=OuterRef("pk"))
    found = Case.objects.filter(pk=case.pk).values_list(
        Exists(Check.objects.filter(case=OuterRef("pk"))),
        Exists(tasks.filter(kind=LETTER)),
        Exists(tasks.filter(kind=SCREEN)),
    )
    return Opened(*found.get())


def kinds_asked_for(case: Case) -> frozenset[str]:
    """The orders that are asked for, of the case and of each child, as the court last said them; what it said
    before, where its last answer names none."""
    applications = case.applications.all()
    asked = {one.kind for one in applications if one.in_latest_answer} or {one.kind for one in applications}
    if not asked:
        return frozenset()
    children = [child for child in case.children.all() if child.in_latest_answer]
    return frozenset(asked | {kind for child in children for kind in child.applied_for})


def why_screened_first(case: Case) -> Finding | None:
    """That checks, calls and the letter wait for the screening or the court; None where they are called for
    (SG-CHECKS-OTHER)."""
    facts = ChecksFacts(kinds_asked_for(case))
    if other_applications_are_screened_before_checks(facts) is None:
        return None
    last = next(iter(screenings_of(case)), None)
    facts = ChecksFacts(facts.kinds, _said(last), court_calls=live_direction(case, DIRECTED) is not None)
    return other_applications_are_screened_before_checks(facts)


def is_called_for(case: Case) -> bool:
    """Whether safeguarding before the first hearing is done on a case: once opened it stays so."""
    return opened_on(case).has_letter or why_screened_first(case) is None


def screenings_of(case: Case) -> Sequence[ApplicationScreened]:
    """What was decided on a case, the last decision first."""
    rows = ApplicationScreened.objects.filter(case=case).select_related("by").order_by("-pk")
    return tuple(held(rows, case))


def screening_due_day(case: Case) -> DueDay:
    """By when an application is screened: in England as it reaches its team, nowhere later than the letter
    that it may bring, and never before it came (SG-INTAKE, SG-LETTER-DUE)."""
    letter, team = letter_due_day(case), team_due(intake_facts(case), calendar_in_force())
    if isinstance(letter, Due) and case.received_on is not None and letter.on < case.received_on:
        letter = screened_on_receipt(letter, case.received_on)
    if team is None or team.on is None:
        return letter
    return team if letter.on is None or team.on <= letter.on else letter


def _said(last: ApplicationScreened | None) -> Screening:
    if last is None:
        return Screening.NOT_DONE
    return Screening.CHECKS if last.checks_called_for else Screening.NO_CHECKS
