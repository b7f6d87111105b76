"""Whether the officer helps the parties to agree: what stands in the way, and what one goes on with only for
a reason (FH-AGREE, DA-CONSENTORDER)."""

from collections.abc import Iterator
from dataclasses import dataclass

from lles.law.findings import Finding
from lles.work.first_hearing.rules.agreeing import CONCERNS
from lles.work.first_hearing.rules.concerns import InTheWay, Kind
from lles.work.first_hearing.rules.provisions import court_law

TOGETHER, APART = "together", "apart"
WAYS = (TOGETHER, APART)


@dataclass(frozen=True)
class HelpingFacts:
    """What stands in the way, the gravest first, whether the court has the safeguarding information, and
    whether the parties are helped together or apart; empty where nobody has said it yet."""

    in_the_way: tuple[InTheWay, ...] = ()
    court_has_the_letter: bool = True
    way: str = ""


def check_helping(facts: HelpingFacts) -> Iterator[Finding]:
    """All that the rules have to say before an officer helps the parties to agree, the gravest first."""
    yield from no_concern_stands_in_the_way_of_helping(facts)
    yield from nothing_stands_in_the_way_of_being_together(facts)
    yield from safeguarding_information_is_there_before_anybody_is_helped(facts)


def no_concern_stands_in_the_way_of_helping(facts: HelpingFacts) -> Iterator[Finding]:
    """No danger, allegation, open check or check with risk stands in the way (FH-AGREE)."""
    for one in facts.in_the_way:
        if one.kind in CONCERNS:
            yield court_law()["FH-AGREE"].finding(f"help_{one.kind.value}", names=", ".join(one.names))


def nothing_stands_in_the_way_of_being_together(facts: HelpingFacts) -> Iterator[Finding]:
    """Whoever is helped together can be spoken to together (FH-AGREE)."""
    if facts.way != TOGETHER or not facts.in_the_way:
        return
    hidden = any(one.kind is Kind.PROTECTED for one in facts.in_the_way)
    yield court_law()["FH-AGREE"].finding("together_protected" if hidden else "together")


def safeguarding_information_is_there_before_anybody_is_helped(facts: HelpingFacts) -> Iterator[Finding]:
    """The court has the safeguarding information, and somebody has spoken to each party
    (DA-CONSENTORDER)."""
    provision = court_law()["DA-CONSENTORDER"]
    for one in facts.in_the_way:
        if one.kind is Kind.NOT_SPOKEN:
            yield provision.finding("help_not_spoken", names=", ".join(one.names))
    if not facts.court_has_the_letter:
        yield provision.finding("help_no_letter")
