"""By when an answer is expected, and how a question stands on a day."""

from datetime import date
from enum import StrEnum

from lles.casefile.rules.check_answers import OF_ADULTS, AskedOf
from lles.casefile.rules.law import casefile_law
from lles.law.calendar import Calendar
from lles.law.due import Due
from lles.law.periods import working_days_after
from lles.law.plurals import counted


class State(StrEnum):
    """How a question stands: what hurts first comes first."""

    OVERDUE = "overdue"
    TO_ASK = "to_ask"
    WAITING = "waiting"
    ANSWERED = "answered"
    SET_ASIDE = "set_aside"


def answer_to_a_check_is_expected(kind: AskedOf, asked_on: date, calendar: Calendar) -> Due:
    """The day by which an answer is expected, with its why (SG-CHECKS-REPLY)."""
    provision = casefile_law()["SG-CHECKS-REPLY"]
    n = provision.number(kind if kind in OF_ADULTS else "source", asked_on)
    reckoning = working_days_after(asked_on, n, calendar, provision=provision)
    says = provision.sentence(
        "expected", asked=asked_on, count=counted("working_day", n), due=reckoning.result
    )
    return Due(reckoning.result, None, provision.id, None, None, None, (reckoning,), says)


def state_of(
    *, asked_on: date | None, expected: Due | None, is_answered: bool, is_set_aside: bool, today: date
) -> State:
    """How a question stands on a day; derived, and true whether or not any job ran."""
    if is_set_aside:
        return State.SET_ASIDE
    if is_answered:
        return State.ANSWERED
    if asked_on is None:
        return State.TO_ASK
    return State.OVERDUE if expected and expected.is_late_on(today) else State.WAITING
