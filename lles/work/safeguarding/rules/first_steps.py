"""From receipt to the calls: the way to the team, first letters."""

from datetime import date
from typing import Literal

from lles.law.bilingual import Text
from lles.law.calendar import Calendar
from lles.law.periods import Reckoning, working_days_after
from lles.work.safeguarding.rules.provisions import safeguarding_law


def before_the_first_hearing_only_safety_is_looked_into(
    about: Literal["safety", "welfare", "outcome"],
) -> Text | None:
    """A view on the outcome is marked as deferred; a worry about safety or welfare never is (SG-SCOPE)."""
    return safeguarding_law()["SG-SCOPE"].sentence("deferred") if about == "outcome" else None


def application_reaches_the_team_within_working_days(received_on: date, calendar: Calendar) -> Reckoning:
    """The day by which an application without immediate risk has reached its team (SG-INTAKE)."""
    provision = safeguarding_law()["SG-INTAKE"]
    n = provision.number("working_days_to_team", received_on)
    return working_days_after(received_on, n, calendar, provision=provision)


def police_answer_follows(received_on: date, calendar: Calendar) -> Reckoning:
    """The day by which the police answer follows the passing to the team (SG-INTAKE)."""
    provision = safeguarding_law()["SG-INTAKE"]
    team_by = application_reaches_the_team_within_working_days(received_on, calendar).result
    n = provision.number("working_days_to_police_answer", received_on)
    return working_days_after(team_by, n, calendar, provision=provision)
