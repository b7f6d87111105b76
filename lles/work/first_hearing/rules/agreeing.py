"""What stands in the way of what was agreed at a hearing (DA-CONSENTORDER, FH-AGREE)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from lles.law.findings import Finding, Weight
from lles.work.first_hearing.rules.concerns import InTheWay, Kind
from lles.work.first_hearing.rules.provisions import court_law

CONCERNS = (Kind.DANGER, Kind.ABUSE, Kind.RISK, Kind.CHECKS_OPEN)


@dataclass(frozen=True)
class AgreedFacts:
    """Whether anything was agreed, whether the court has the safeguarding information, with whom nobody of
    the service has spoken, and what stands in the way."""

    something_was_agreed: bool = False
    court_has_the_letter: bool = True
    not_spoken: tuple[str, ...] = ()
    in_the_way: tuple[InTheWay, ...] = ()


def check_agreed(facts: AgreedFacts) -> Iterator[Finding]:
    """All that the rules have to say of what was agreed; nothing where nothing was."""
    if facts.something_was_agreed:
        yield from what_is_agreed_waits_for_the_safeguarding_information(facts)
        yield from officer_helps_to_agree_where_no_concern_stands_in_the_way(facts)


def what_is_agreed_waits_for_the_safeguarding_information(facts: AgreedFacts) -> Iterator[Finding]:
    """The court has the safeguarding information, and the officer has spoken to the parties
    (DA-CONSENTORDER)."""
    provision = court_law()["DA-CONSENTORDER"]
    if not facts.court_has_the_letter:
        yield provision.finding("no_letter")
    if facts.not_spoken:
        yield provision.finding("not_spoken", names=", ".join(facts.not_spoken))


def whoever_was_not_there_says_how_they_agreed(names: Collection[str]) -> Iterator[Finding]:
    """Nobody who was not at the hearing agreed there; it is said how else they did (FH-AGREE)."""
    if names:
        yield court_law()["FH-AGREE"].finding("absent", weight=Weight.BARS, names=", ".join(names))


def officer_helps_to_agree_where_no_concern_stands_in_the_way(facts: AgreedFacts) -> Iterator[Finding]:
    """No danger, allegation, open check or check with risk stands in the way (FH-AGREE)."""
    for one in facts.in_the_way:
        if one.kind in CONCERNS:
            yield court_law()["FH-AGREE"].finding(one.kind.value, names=", ".join(one.names))
