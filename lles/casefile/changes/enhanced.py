"""Enhanced police information about an adult: asked for after the first level, and for a reason."""

from collections.abc import Iterator
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.changes.outsiders import Basis
from lles.casefile.models import Case, Check, Officer
from lles.casefile.queries.intake import is_of_england
from lles.casefile.rules.check_bases import enhanced_police_information_follows_the_first_level
from lles.casefile.timeline import Word, says
from lles.law.findings import Finding


def _enhanced_findings(*, case: Case, first: Check, basis: Basis, **_: object) -> Iterator[Finding]:
    found = enhanced_police_information_follows_the_first_level(
        first_level_returned=first.answers.exists(),
        need_recorded=basis.kind == "need" and bool(basis.words.strip()),
        directed=basis.kind == "direction" and basis.on is not None,
    )
    if found and is_of_england(case):
        yield found


@change(needs=Verb.WORK, weighs=_enhanced_findings)
def open_enhanced(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    first: Check,
    basis: Basis,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Check]:
    """Opens the question for enhanced police information beside the police check of the same person (SG-
    ENHANCED)."""
    alike = {"party": first.party, "adult": first.adult, "kind": Check.POLICE}
    check = Check.objects.create(
        case=case, number=case.checks.filter(**alike).count() + 1, is_enhanced=True, body=first.body,
        basis=basis.kind, basis_on=basis.on, basis_words=basis.words.strip(), opened_at=at, **alike,
    )  # fmt: skip
    on = Word(f"basis.{basis.kind}")
    return Done(check, says("enhanced_opened", person=check.person.name, basis=on))
