"""When the letter is due: the facts of the file for the rule."""

from lles.casefile.models import Case
from lles.casefile.queries.court import day_of, letter_is_needed_for, live_direction
from lles.casefile.queries.service_law import calendar_in_force
from lles.law.due import DueDay, NoDay
from lles.law.jurisdiction import Nation
from lles.law.pathway import Pathway
from lles.work.safeguarding.rules import LetterDueFacts, letter_due
from lles.work.safeguarding.rules.letter_filing import no_safeguarding_letter_outside_the_programme

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


def letter_due_day(case: Case) -> DueDay:
    """The day by which the letter is due with its why, or why there is none (SG-LETTER-DUE, PF-NOLETTER)."""
    barred = no_safeguarding_letter_outside_the_programme(Pathway(case.pathway))
    if barred is not None:
        return NoDay(barred.provision, barred.says)
    return letter_due(letter_due_facts(case), calendar_in_force())
