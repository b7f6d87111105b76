"""The computed days of safeguarding by the id of their rule, for `lles law explain`."""

from collections.abc import Mapping

from lles.casefile.rules.intake import application_reaches_the_team_within_working_days
from lles.law.calendar import court_calendar
from lles.law.due import Due
from lles.law.periods import Reckoning, clear_working_days_before, working_days_after
from lles.law.provisions import Provision
from lles.law.stated import (
    Explanations,
    stated_day,
    stated_day_or_none,
    stated_due,
    stated_nations,
    stated_time_or_none,
)
from lles.work.safeguarding.rules.checks import note_to_court_due
from lles.work.safeguarding.rules.letter_due import LetterDueFacts, letter_due
from lles.work.safeguarding.rules.provisions import safeguarding_law


def _within(id_: str, facts: Mapping[str, str]) -> Reckoning:
    received_on, provision = stated_day(facts, "receipt"), safeguarding_law()[id_]
    n = provision.number("working_days", received_on)
    return working_days_after(received_on, n, court_calendar(), provision=provision)


def _before(facts: Mapping[str, str]) -> Reckoning:
    hearing_on = stated_day(facts, "hearing")
    provision: Provision = safeguarding_law()["SG-LETTER-BEFORE"]
    n = provision.number("working_days", hearing_on)
    return clear_working_days_before(hearing_on, n, court_calendar(), provision=provision)


def _due(facts: Mapping[str, str]) -> Due:
    found = letter_due(
        LetterDueFacts(
            received_on=stated_day_or_none(facts, "receipt"),
            hearing_on=stated_day_or_none(facts, "hearing"),
            nations=stated_nations(facts),
            ordered_on=stated_day_or_none(facts, "ordered"),
            ordered_time=stated_time_or_none(facts, "time"),
        ),
        court_calendar(),
    )
    return stated_due(found)


EXPLAINED: Explanations = {
    "SG-LETTER-WITHIN-E": lambda facts: _within("SG-LETTER-WITHIN-E", facts),
    "SG-LETTER-WITHIN-W": lambda facts: _within("SG-LETTER-WITHIN-W", facts),
    "SG-LETTER-BEFORE": _before,
    "SG-LETTER-DUE": _due,
    "SG-NOTREADY": lambda facts: note_to_court_due(stated_day(facts, "hearing"), court_calendar()),
    "SG-INTAKE": lambda facts: application_reaches_the_team_within_working_days(
        stated_day(facts, "receipt"), court_calendar()
    ),
}
