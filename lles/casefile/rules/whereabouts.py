"""What people tell of where they can be found, who may say that it is to be told, and who lets that count."""

from dataclasses import dataclass
from datetime import date

from lles.casefile.rules.law import casefile_law
from lles.law.due import Due, reckons
from lles.law.findings import Finding, Weight
from lles.law.periods import add_days


@dataclass(frozen=True)
class Told:
    """A place or a number somebody told us: its lines, whether it is to be kept private (None: not said),
    whether it replaces what was held, and whether it is a refuge."""

    kind: str
    lines: tuple[str, ...]
    private: bool | None
    replaces: bool = True
    refuge: bool = False
    said_by: str = "person"


@dataclass(frozen=True)
class OpeningFacts:
    """A statement that a detail may be told, as it is about to count."""

    is_refuge: bool
    is_protected: bool
    asked_by_the_same: bool = False
    is_overtaken: bool = False


def opening_findings(facts: OpeningFacts) -> tuple[Finding, ...]:
    """What stands in the way of telling a detail (CONF-C8, CONF-REFUGE)."""
    found = (
        refuge_is_always_confidential(facts),
        detail_is_opened_by_a_second_person(facts),
        statement_opens_nothing_that_came_later(facts),
    )
    return tuple(finding for finding in found if finding is not None)


def refuge_is_always_confidential(facts: OpeningFacts) -> Finding | None:
    """The address of a refuge stays protected, whoever says otherwise (CONF-REFUGE)."""
    return casefile_law()["CONF-REFUGE"].finding("stays", weight=Weight.BARS) if facts.is_refuge else None


def statement_opens_nothing_that_came_later(facts: OpeningFacts) -> Finding | None:
    """A statement is about what was held when it was made: where a place, a number or a wish to keep it
    private came since, the person is asked again (CONF-C8)."""
    return casefile_law()["CONF-C8"].finding("overtaken", weight=Weight.BARS) if facts.is_overtaken else None


def detail_is_opened_by_a_second_person(facts: OpeningFacts) -> Finding | None:
    """Nobody alone opens a protected detail, and what is open needs no opening (CONF-C8)."""
    provision = casefile_law()["CONF-C8"]
    if facts.asked_by_the_same:
        return provision.finding("second_person", weight=Weight.BARS)
    return None if facts.is_protected else provision.finding("is_open", weight=Weight.BARS)


@reckons("CONF-LEFT")
def what_left_is_decided_by(learnt_on: date) -> Due:
    """The day by which somebody decides what is done about what left before it became protected, whether
    people work on that day or not (CONF-LEFT)."""
    provision = casefile_law()["CONF-LEFT"]
    by = add_days(learnt_on, provision.number("days", learnt_on), provision=provision)
    says = provision.sentence("by", learnt=learnt_on, due=by.result)
    return Due(by.result, None, provision.id, None, None, None, (by,), says)


def what_all_read_names_no_protected_place(names_one: bool) -> Finding | None:
    """Bar words that all will read and that say where somebody is who must not be found (CONF-C8)."""
    return casefile_law()["CONF-C8"].finding("shared") if names_one else None
