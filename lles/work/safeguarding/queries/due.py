"""When the letter is due: the facts of the file for the rule."""

from lles.casefile.models import Case
from lles.casefile.queries.court import day_of, letter_is_needed_for, live_direction
from lles.law.calendar import YearOutsideTable, court_calendar
from lles.law.due import Due
from lles.law.jurisdiction import Nation
from lles.law.pathway import Pathway
from lles.work.safeguarding.rules import LetterDueFacts, letter_due

DIRECTED = frozenset({"safeguarding_letter"})


def letter_due_facts(case: Case) -> LetterDueFacts:
    """Receipt, hearing, nations of the children, and the day a live direction sets."""
    direction = live_direction(case, DIRECTED)
    return LetterDueFacts(
        received_on=case.received_on,
        hearing_on=day_of(letter_is_needed_for(case)),
        nations=frozenset(Nation(child.nation) for child in case.children.all()),
        ordered_on=direction.due_on if direction else None,
        ordered_time=direction.due_time if direction else None,
    )


def letter_due_day(case: Case) -> Due | None:
    """The day by which the letter is due, with its why; None where no rule can be applied, and where there
    is no letter (PF-NOLETTER)."""
    if case.pathway != Pathway.CAP:
        return None
    try:
        return letter_due(letter_due_facts(case), court_calendar())
    except YearOutsideTable:
        return None
