"""Serving a document on a person, pure: who may be served, which ways are safe, and by when (SRV-*)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import Text
from lles.law.calendar import Calendar
from lles.law.due import Due, reckons
from lles.law.findings import Finding, Weight
from lles.law.periods import Reckoning, working_days_after, working_days_before
from lles.law.plurals import counted


class Address(StrEnum):
    """What is known of where a person is written to; whatever is not known open is guarded."""

    OPEN = "open"
    PROTECTED = "protected"
    REFUGE = "refuge"
    NOT_KNOWN = "not_known"
    HIDDEN = "hidden"
    CHANGED = "changed"


class Way(StrEnum):
    """By which way a document reaches a person."""

    POST = "post"
    AT_COURT = "at_court"
    SOLICITOR = "solicitor"
    READ_OUT = "read_out"
    EMAIL = "email"


_NO_POST = {
    Address.REFUGE: "refuge",
    Address.NOT_KNOWN: "not_known",
    Address.HIDDEN: "hidden",
    Address.CHANGED: "changed",
}


@dataclass(frozen=True)
class ServingFacts:
    """A person who is to be served: where they are written to, whether that is safe, who acts for them."""

    name: str
    address: Address
    represented: bool = False
    letters_safe: bool | None = None
    has_version: bool = True
    kept_from: bool = False
    in_case: bool = True
    left_before_the_change: bool = False
    safe_way_recorded: bool = False


def only_who_may_have_it_is_served(facts: ServingFacts) -> Finding | None:
    """Nobody is served who has no version, from whom the document is kept, or who left the case (SRV-WHO)."""
    reasons = {"kept_from": facts.kept_from, "no_version": not facts.has_version}
    reasons |= {"not_in_case": not facts.in_case}
    stands = next((key for key, holds in reasons.items() if holds), None)
    return casefile_law()["SRV-WHO"].finding(stands, name=facts.name) if stands else None


def served_only_in_a_safe_way(way: Way, facts: ServingFacts) -> Finding | None:
    """What stands in the way of serving somebody by post, by hand, through a solicitor, aloud, or by an
    e-mail that a person sends (SRV-WAY)."""
    if way is Way.EMAIL and facts.safe_way_recorded:
        return _finding("email_allowed", facts, Weight.WARNS)
    if way is Way.EMAIL:
        return _finding("email", facts)
    if way is Way.SOLICITOR:
        return None if facts.represented else _finding("no_solicitor", facts)
    return _post(facts) if way is Way.POST else None


def _post(facts: ServingFacts) -> Finding | None:
    if facts.address is Address.CHANGED and facts.left_before_the_change:
        return _finding("left_before", facts, Weight.WARNS)
    if stands := _NO_POST.get(facts.address):
        return _finding(stands, facts)
    if facts.letters_safe is None:
        return _finding("nobody_asked", facts, Weight.WARNS)
    return None if facts.letters_safe else _finding("unsafe", facts)


def _finding(key: str, facts: ServingFacts, weight: Weight = Weight.BARS) -> Finding:
    return casefile_law()["SRV-WAY"].finding(key, weight=weight, name=facts.name)


def check_serving(way: Way, facts: ServingFacts) -> tuple[Finding, ...]:
    """All that the rules have to say before it is recorded that somebody was served."""
    found = (only_who_may_have_it_is_served(facts), served_only_in_a_safe_way(way, facts))
    return tuple(finding for finding in found if finding is not None)


def ways_open(facts: ServingFacts) -> tuple[Way, ...]:
    """The ways in which this person may be served now."""
    return tuple(way for way in Way if not any(finding.bars for finding in check_serving(way, facts)))


@reckons("SRV-DUE")
def serving_due(
    opened_on: date, hearing_on: date | None, calendar: Calendar, warnings: Iterable[Text] = ()
) -> Due:
    """The day by which a document is to be served: soon after it may be, and before the hearing (SRV-DUE)."""
    provision = casefile_law()["SRV-DUE"]
    n = provision.number("working_days", opened_on)
    soon = working_days_after(opened_on, n, calendar, provision=provision)
    last = working_days_before(hearing_on, 1, calendar, provision=provision) if hearing_on else None
    if last is not None and opened_on <= last.result < soon.result:
        says = provision.sentence("before_hearing", opened=opened_on, hearing=last.starts, due=last.result)
        return _due(last, says, warnings)
    says = provision.sentence("after", opened=opened_on, count=counted("working_day", n), due=soon.result)
    return _due(soon, says, warnings)


def _due(by: Reckoning, says: Text, warnings: Iterable[Text]) -> Due:
    warned = replace(by, warnings=(*by.warnings, *warnings))
    return Due(by.result, None, by.provision, None, None, None, (warned,), says)
