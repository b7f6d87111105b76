"""What stands in the way of filing a safeguarding letter, or must be said in it."""

from dataclasses import dataclass
from datetime import date

from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import Text
from lles.law.findings import Finding, Weight
from lles.law.jurisdiction import Nation
from lles.law.pathway import Pathway, pathway_law
from lles.work.safeguarding.rules.letter_writing import WritingFacts, check_writing
from lles.work.safeguarding.rules.provisions import safeguarding_law
from lles.work.safeguarding.rules.sign_off import SIGNATURE

WITHHOLD = "withhold"


@dataclass(frozen=True)
class AdultAsked:
    """An adult party and whether the officer has spoken to that person."""

    party: str
    name: str
    spoken_to: bool
    attempts: int = 0


@dataclass(frozen=True)
class Withheld:
    """A party the letter is kept from, why, and who signed for that."""

    party: str
    name: str
    reason: str
    signed_by: str


@dataclass(frozen=True)
class LetterFilingFacts:
    """The file as it stands when somebody is about to file the letter, and what was written in it."""

    pathway: Pathway
    adults: tuple[AdultAsked, ...] = ()
    checks_outstanding: tuple[str, ...] = ()
    asked_otherwise: tuple[str, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    is_late: bool = False
    is_overdue: bool = False
    arguable_until: date | None = None
    lateness_is_said: bool = False
    already_filed: bool = False
    written: WritingFacts | None = None


def check_letter(facts: LetterFilingFacts) -> tuple[Finding, ...]:
    """Everything the rules have to say before a safeguarding letter is filed."""
    found = (
        no_safeguarding_letter_outside_the_programme(facts.pathway),
        filed_letter_is_not_changed(facts.already_filed),
        *(one for held in facts.withheld for one in withholding_has_a_reason_and_a_signer(held)),
        *(every_adult_party_is_spoken_to_where_possible(adult) for adult in facts.adults),
        checks_outstanding_are_said(facts.checks_outstanding),
        answers_about_perhaps_somebody_else_are_looked_at(facts.asked_otherwise),
        late_letter_has_a_reason(facts),
        *(check_writing(facts.written) if facts.written else ()),
    )
    return tuple(finding for finding in found if finding is not None)


def no_safeguarding_letter_outside_the_programme(pathway: Pathway) -> Finding | None:
    """There is no safeguarding letter on Pathfinder or in public law (PF-NOLETTER)."""
    if pathway is Pathway.CAP:
        return None
    key = "public_law" if pathway is Pathway.PUBLIC_LAW else None
    return pathway_law()["PF-NOLETTER"].finding(key, weight=Weight.BARS)


def filed_letter_is_not_changed(already_filed: bool) -> Finding | None:
    """A filed letter is sealed; later information goes into an update (REC-IMMUTABLE, SG-UPDATE)."""
    return casefile_law()["REC-IMMUTABLE"].finding("letter_filed") if already_filed else None


def withholding_has_a_reason_and_a_signer(held: Withheld) -> tuple[Finding, ...]:
    """Withholding a letter from a party needs a reason and a signature (SG-DISCLOSE)."""
    provision, facts = safeguarding_law()["SG-DISCLOSE"], (("party", held.party),)
    missing = [
        *([("no_reason", WITHHOLD)] if not held.reason.strip() else []),
        *([("no_signer", SIGNATURE)] if not held.signed_by.strip() else []),
    ]
    if missing:
        return tuple(
            provision.finding(key, facts=facts, put_right=place, name=held.name) for key, place in missing
        )
    return (provision.finding("withheld", weight=Weight.NOTES, facts=facts, name=held.name),)


def letter_does_not_reach_a_party_it_is_withheld_from(
    withheld: tuple[Withheld, ...], recipient: str
) -> Finding | None:
    """A letter withheld from a party is not sent, shown or announced to that party (SG-DISCLOSE)."""
    for held in withheld:
        if held.party == recipient:
            named = (("party", held.party),)
            return safeguarding_law()["SG-DISCLOSE"].finding("withheld", facts=named, name=held.name)
    return None


def every_adult_party_is_spoken_to_where_possible(adult: AdultAsked) -> Finding | None:
    """A letter filed without speaking to an adult party says so (SG-CALLS)."""
    if adult.spoken_to:
        return None
    provision, facts = safeguarding_law()["SG-CALLS"], (("party", adult.party),)
    if adult.attempts == 0:
        return provision.finding("not_tried", facts=facts, name=adult.name)
    return provision.finding("not_reached", facts=facts, name=adult.name, attempts=adult.attempts)


def checks_outstanding_are_said(checks: tuple[str, ...]) -> Finding | None:
    """A letter filed while checks are out says which (SG-NOTREADY)."""
    if not checks:
        return None
    named = tuple(("check", check) for check in checks)
    return safeguarding_law()["SG-NOTREADY"].finding("outstanding", facts=named, count=len(checks))


def answers_about_perhaps_somebody_else_are_looked_at(checks: tuple[str, ...]) -> Finding | None:
    """A letter with answers to questions that were asked with other details says so (SG-NOTREADY)."""
    if not checks:
        return None
    named = tuple(("check", check) for check in checks)
    return safeguarding_law()["SG-NOTREADY"].finding("asked_otherwise", facts=named, count=len(checks))


def late_letter_has_a_reason(facts: LetterFilingFacts) -> Finding | None:
    """A letter is filed with a reason once no reading of the rules leaves time, unless it says itself why it
    is late; until then its due day is only said to be past (SG-LETTER-DUE)."""
    if not facts.is_late and not facts.is_overdue:
        return None
    provision = safeguarding_law()["SG-LETTER-DUE"]
    if not facts.is_overdue and facts.arguable_until is not None:
        return provision.finding("arguable", weight=Weight.NOTES, day=facts.arguable_until)
    if facts.lateness_is_said:
        return provision.finding("said", weight=Weight.NOTES)
    return provision.finding("overdue" if facts.arguable_until else "late", weight=Weight.WARNS)


def letter_is_named_by_nation(nations: frozenset[Nation]) -> Text:
    """The name of the document: a letter in England, a report in Wales (SG-STATE)."""
    provision = safeguarding_law()["SG-STATE"]
    if nations == {Nation.WALES}:
        return provision.sentence("wales")
    return provision.sentence("england" if nations == {Nation.ENGLAND} else "either")


def later_information_makes_an_update(*, news: int, is_on_its_way: bool) -> bool:
    """What is new since the court was told goes into an update until the court has it (SG-UPDATE)."""
    return news > 0 or is_on_its_way
