"""Adults outside the case who are checked, and people close to a child who are asked: only on a basis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from lles.casefile import locations
from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.left import and_what_left
from lles.casefile.models import Case, Check, Child, Officer, OtherAdult, Party
from lles.casefile.rules.check_bases import (
    BasisFacts,
    check_of_an_outsider_has_a_basis,
    source_is_asked_on_a_basis,
)
from lles.casefile.timeline import LONDON, Fact, Word, says
from lles.law.findings import Finding


@dataclass(frozen=True)
class Basis:
    """On what somebody is checked or asked: its kind, its day, which party gave it, and who or what else in
    words."""

    kind: str
    on: date | None
    party: Party | None = None
    words: str = ""


@dataclass(frozen=True)
class Outsider:
    """An adult who is no party, as they were told to us once."""

    first_name: str
    last_name: str
    relation: str
    party: Party
    former_names: str = ""
    born_on: date | None = None
    lives_with_party: bool | None = None


def _facts(case: Case, basis: Basis, at: datetime) -> BasisFacts:
    has_words, today = bool(basis.party or basis.words.strip()), at.astimezone(LONDON).date()
    return BasisFacts(basis.kind, basis.on, has_words, case.pathway, today)


def _outsider_findings(*, case: Case, basis: Basis, at: datetime, **_: object) -> tuple[Finding, ...]:
    return check_of_an_outsider_has_a_basis(_facts(case, basis, at))


@change(needs=Verb.WORK, weighs=_outsider_findings)
def check_outsider(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    outsider: Outsider,
    basis: Basis,
    kinds: Sequence[str] = Check.OF_ADULTS,
    seen: int | None = None,
) -> Done[OtherAdult]:
    """Records an adult outside the case and opens their checks, on a party's word, a direction of the court
    or that person's consent (SG-NEWPARTNER)."""
    adult = OtherAdult.objects.create(case=case, by=by, at=at, **vars(outsider))
    Check.objects.bulk_create(
        Check(case=case, adult=adult, kind=kind, opened_at=at, **_fields(basis)) for kind in kinds
    )
    relation, on = Word(f"outsider.{outsider.relation}"), Word(f"basis.{basis.kind}")
    return Done(adult, says("outsider_added", person=adult.name, relation=relation, basis=on))


def _source_findings(*, case: Case, basis: Basis, at: datetime, **_: object) -> tuple[Finding, ...]:
    return source_is_asked_on_a_basis(_facts(case, basis, at))


@change(needs=Verb.WORK, weighs=_source_findings)
def open_source(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    child: Child,
    kind: str,
    called: str,
    basis: Basis,
    seen: int | None = None,
) -> Done[Check]:
    """Opens a question to a school, a nursery, a health worker or somebody else close to a child. What it is
    called says where the child can be found, so that it goes straight to the store of locations; what
    holds it and has left is named."""
    number = case.checks.filter(child=child, kind=kind).count() + 1
    source = Check.objects.create(
        case=case, child=child, kind=kind, number=number, opened_at=at, **_fields(basis)
    )
    detail = locations.Detail(source_owner(source), locations.ADDRESS, (called,), None, "source")
    keep = partial(locations.keep, case, [detail], at)
    _, left = and_what_left(case=case, by=by, at=at, protect=keep)
    said: dict[str, Fact] = {"lines": left} if left else {}
    on, what = Word(f"basis.{basis.kind}"), Word(f"check.{kind}")
    return Done(source, says("source_opened", source=what, child=child.name, basis=on, **said))


def source_owner(source: Check) -> str:
    """Under which name the store of locations knows what a source is called: that of the question with which
    it was first asked."""
    return source_owner(source.instead_of) if source.instead_of else f"source:{source.pk}"


def _fields(basis: Basis) -> dict[str, object]:
    said = {"basis": basis.kind, "basis_on": basis.on}
    return {**said, "basis_from": basis.party, "basis_words": basis.words.strip()}
