"""On what basis somebody who is no party is checked, and somebody close to a child is asked."""

from dataclasses import dataclass
from datetime import date

from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import Text
from lles.law.findings import Finding, Weight
from lles.law.pathway import Pathway

OF_OUTSIDERS = ("party", "direction", "consent")
OF_SOURCES = ("direction", "consent", "pathfinder")
OF_ENHANCED = ("need", "direction")


@dataclass(frozen=True)
class BasisFacts:
    """The basis as it is about to be recorded; without a kind there is none."""

    kind: str
    on: date | None
    is_said_by_somebody: bool
    pathway: str
    today: date


def check_of_an_outsider_has_a_basis(facts: BasisFacts) -> tuple[Finding, ...]:
    """An adult outside the case is checked on a party's word, a direction or consent (SG-NEWPARTNER)."""
    return _weighed(facts, OF_OUTSIDERS)


def source_is_asked_on_a_basis(facts: BasisFacts) -> tuple[Finding, ...]:
    """Somebody close to a child is asked where the court directs it, with consent, or under Pathfinder."""
    return _weighed(facts, OF_SOURCES)


def _weighed(facts: BasisFacts, allowed: tuple[str, ...]) -> tuple[Finding, ...]:
    if facts.kind not in allowed:
        return (Finding("SG-NEWPARTNER", Weight.BARS, _NO_BASIS),)
    if facts.kind == "pathfinder" and facts.pathway != Pathway.PATHFINDER:
        return (Finding("SG-NEWPARTNER", Weight.BARS, _NOT_PATHFINDER),)
    if facts.on is None or facts.on > facts.today:
        return (Finding("SG-NEWPARTNER", Weight.BARS, _NO_DAY),)
    if facts.kind in ("party", "consent") and not facts.is_said_by_somebody:
        return (Finding("SG-NEWPARTNER", Weight.BARS, _NOBODY),)
    return ()


def enhanced_police_information_follows_the_first_level(
    first_level_returned: bool, need_recorded: bool, directed: bool
) -> Finding | None:
    """Enhanced police information needs the first level and a reason (SG-ENHANCED)."""
    if first_level_returned and (need_recorded or directed):
        return None
    return casefile_law()["SG-ENHANCED"].finding()


_NO_BASIS = Text(
    en="Record the basis first: without it nobody outside the case is checked or asked.",
    cy="Cofnodwch y sail yn gyntaf: hebddi ni wneir gwiriad ar neb y tu allan i'r achos ac ni ofynnir i neb.",
)
_NOT_PATHFINDER = Text(
    en="This case does not follow Pathfinder. Choose another basis.",
    cy="Nid yw'r achos hwn yn dilyn Braenaru. Dewiswch sail arall.",
)
_NO_DAY = Text(
    en="Record the day of the basis; it cannot be after today.",
    cy="Cofnodwch ddyddiad y sail; ni all fod ar ôl heddiw.",
)
_NOBODY = Text(
    en="Record who gave the details or the consent.",
    cy="Cofnodwch pwy a roddodd y manylion neu'r cydsyniad.",
)
