"""Which checks are made, about whom and on what basis, and what the court hears of those still out."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal

from lles.law.calendar import Calendar
from lles.law.findings import Finding
from lles.law.pathway import kinds_of, plain_kind
from lles.law.periods import Reckoning, working_days_before
from lles.work.safeguarding.rules.provisions import safeguarding_law

CheckKind = Literal["police", "local_authority"]


class Screening(StrEnum):
    """Whether screening, or the court, calls for checks on an application that does not bring them."""

    NOT_DONE = "not_done"
    CHECKS = "checks"
    NO_CHECKS = "no_checks"


@dataclass(frozen=True)
class PartyToCheck:
    """An adult party with the local authorities where that person has lived since the child was born."""

    party: str
    authorities: tuple[str, ...] = ()


@dataclass(frozen=True)
class CheckNeeded:
    """One question to the police or to a local authority; no authority means: find out which."""

    kind: CheckKind
    party: str
    authority: str | None
    provision: str


@dataclass(frozen=True)
class ChecksFacts:
    """The application and the parties, as far as checks hang on them."""

    kinds: frozenset[str]
    parties: tuple[PartyToCheck, ...]
    screening: Screening = Screening.NOT_DONE


def checks_needed(facts: ChecksFacts) -> tuple[CheckNeeded, ...]:
    """The checks to open: always for a child arrangements order, else after screening."""
    if asks_for_child_arrangements(facts.kinds):
        return both_checks_are_made_for_a_child_arrangements_order(facts.parties)
    return other_applications_are_screened_before_checks(facts)


def asks_for_child_arrangements(kinds: Collection[str]) -> bool:
    """True when a child arrangements order is among the orders asked for."""
    return bool({plain_kind(kind) for kind in kinds} & kinds_of("arrangements"))


def both_checks_are_made_for_a_child_arrangements_order(
    parties: tuple[PartyToCheck, ...], provision: str = "SG-CHECKS-CAO"
) -> tuple[CheckNeeded, ...]:
    """Police and local authorities are asked about each party (SG-CHECKS-CAO)."""
    return tuple(needed for party in parties for needed in _checks_of(party, provision))


def other_applications_are_screened_before_checks(facts: ChecksFacts) -> tuple[CheckNeeded, ...]:
    """Checks on another application follow only from screening or the court (SG-CHECKS-OTHER)."""
    if facts.screening is not Screening.CHECKS:
        return ()
    return both_checks_are_made_for_a_child_arrangements_order(facts.parties, "SG-CHECKS-OTHER")


def screening_is_wanted(facts: ChecksFacts) -> Finding | None:
    """An application that brings no checks of itself is screened first (SG-CHECKS-OTHER)."""
    if asks_for_child_arrangements(facts.kinds) or facts.screening is not Screening.NOT_DONE:
        return None
    return safeguarding_law()["SG-CHECKS-OTHER"].finding()


def _checks_of(party: PartyToCheck, provision: str) -> tuple[CheckNeeded, ...]:
    authorities: tuple[str | None, ...] = tuple(dict.fromkeys(party.authorities)) or (None,)
    police = CheckNeeded("police", party.party, None, provision)
    return police, *(
        CheckNeeded("local_authority", party.party, authority, provision) for authority in authorities
    )


def check_of_someone_outside_the_case_has_a_basis(
    is_party: bool, basis: Literal["party", "direction", "consent"] | None
) -> Finding | None:
    """A person outside the case is checked only on a party's word, a direction or consent (SG-NEWPARTNER)."""
    return None if is_party or basis else safeguarding_law()["SG-NEWPARTNER"].finding()


def note_to_court_due(hearing_on: date, calendar: Calendar) -> Reckoning:
    """The day by which the court hears what is missing before a hearing (SG-NOTREADY)."""
    provision = safeguarding_law()["SG-NOTREADY"]
    n = provision.number("working_days", hearing_on)
    return working_days_before(hearing_on, n, calendar, provision=provision)


def court_is_told_what_is_missing_before_the_first_hearing(
    hearing_on: date, checks: tuple[str, ...], told: bool, today: date, calendar: Calendar
) -> Finding | None:
    """From the working day before the hearing, missing checks are told to the court (SG-NOTREADY)."""
    if not checks or told or not note_to_court_due(hearing_on, calendar).result <= today <= hearing_on:
        return None
    named = tuple(("check", check) for check in checks)
    return safeguarding_law()["SG-NOTREADY"].finding("outstanding", facts=named, count=len(checks))
