"""The service levels of intake: by when an application is with its team, and the police have answered."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import Text
from lles.law.calendar import Calendar
from lles.law.due import Due, DueDay, NoDay
from lles.law.jurisdiction import Nation
from lles.law.not_reckoned import NotReckoned
from lles.law.periods import Reckoning, working_days_after
from lles.law.plurals import counted

INTAKE = "SG-INTAKE"


@dataclass(frozen=True)
class IntakeFacts:
    """What the service levels hang on: private law, the day of receipt, and the nations of the children."""

    is_private: bool
    received_on: date | None
    nations: frozenset[Nation]


def is_for_england(nations: frozenset[Nation]) -> bool:
    """Whether the practice of the service in England reaches a case; not where every child lives in Wales."""
    return Nation.ENGLAND in nations


def application_reaches_the_team_within_working_days(received_on: date, calendar: Calendar) -> Reckoning:
    """The day by which an application without immediate risk has reached its team (SG-INTAKE)."""
    return _after(received_on, "working_days_to_team", received_on, calendar)


def police_answer_follows(received_on: date, calendar: Calendar) -> Reckoning:
    """The day by which the police answer follows the passing to the team (SG-INTAKE)."""
    team_by = application_reaches_the_team_within_working_days(received_on, calendar).result
    return _after(team_by, "working_days_to_police_answer", received_on, calendar)


def team_due(facts: IntakeFacts, calendar: Calendar) -> DueDay | None:
    """By when the application is with its team, with its why; None where the service level is not for it."""
    return _due(facts, lambda received_on: _team(received_on, calendar))


def police_due(facts: IntakeFacts, calendar: Calendar) -> DueDay | None:
    """By when the police have answered, with its why; None where the service level is not for it."""
    return _due(facts, lambda received_on: _police(received_on, calendar))


def _after(start: date, days: str, received_on: date, calendar: Calendar) -> Reckoning:
    provision = casefile_law()[INTAKE]
    return working_days_after(start, provision.number(days, received_on), calendar, provision=provision)


def _due(facts: IntakeFacts, reckon: Callable[[date], Due]) -> DueDay | None:
    if not (facts.is_private and is_for_england(facts.nations)):
        return None
    if facts.received_on is None:
        return NoDay(INTAKE, casefile_law()[INTAKE].sentence("no_receipt"))
    try:
        return reckon(facts.received_on)
    except NotReckoned as refused:
        return NoDay(INTAKE, refused.says)


def _team(received_on: date, calendar: Calendar) -> Due:
    reckoning = application_reaches_the_team_within_working_days(received_on, calendar)
    says = _says("to_team", "working_days_to_team", received_on, reckoning, received=received_on)
    return Due(reckoning.result, None, INTAKE, None, None, None, (reckoning,), says)


def _police(received_on: date, calendar: Calendar) -> Due:
    team = application_reaches_the_team_within_working_days(received_on, calendar)
    reckoning = police_answer_follows(received_on, calendar)
    says = _says("police", "working_days_to_police_answer", received_on, reckoning, team=team.result)
    return Due(reckoning.result, None, INTAKE, None, None, None, (team, reckoning), says)


def _says(sentence: str, days: str, received_on: date, reckoning: Reckoning, **facts: date) -> Text:
    provision = casefile_law()[INTAKE]
    count = counted("working_day", provision.number(days, received_on))
    return provision.sentence(sentence, count=count, due=reckoning.result, **facts)
