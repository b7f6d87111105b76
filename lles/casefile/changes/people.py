"""What people tell us of themselves: the language they choose, and the officer who has the case."""

from dataclasses import dataclass
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Refused, change
from lles.casefile.models import Account, Case, Child, Office, Officer, Party, WelshInCourt
from lles.casefile.queries.arrangements import allocation_findings
from lles.casefile.register import Event
from lles.casefile.timeline import LONDON, Word, says
from lles.law.findings import Finding


class AccountClosed(Refused):
    """The officer who would get the case cannot sign in: nobody would read what is due in it."""

    name = "account_closed"


@dataclass(frozen=True)
class ToldCourt:
    """When and how the court was told that somebody has chosen Welsh."""

    on: date
    way: str


@change(needs=Verb.WORK)
def record_language(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    party: Party,
    language: str,
    asked_on: date,
    told_court: ToldCourt | None = None,
    seen: int | None = None,
) -> Done[None]:
    """Records the language a person chose and the day they were asked; it is used from then on. Beside it,
    that the court was told of Welsh (CYM-COURT)."""
    Party.objects.filter(pk=party.pk).update(language=language, language_asked_on=asked_on)
    who, chosen = party.name, Word(f"language.{language}")
    if told_court is None:
        entry = says("language_recorded", person=who, language=chosen, asked_on=asked_on)
    else:
        on, way = told_court.on, told_court.way
        WelshInCourt.objects.create(case=case, party=party, told_on=on, way=way, by=by, at=at)
        entry = says(
            "language_told_to_court", person=who, language=chosen, asked_on=asked_on, told_on=on,
            way=Word(f"court_told.{way}"),
        )  # fmt: skip
    return Done(None, entry, ((Event.DETAILS_CHANGED, {"party": party.pk}),))


@change(needs=Verb.WORK)
def record_asked(
    *, case: Case, by: Officer, at: datetime, party: Party, asked_on: date, seen: int | None = None
) -> Done[None]:
    """Records the day on which a person was asked for a language, who has not chosen yet (CYM-ASK)."""
    Party.objects.filter(pk=party.pk).update(language_asked_on=asked_on)
    return Done(None, says("language_asked", person=party.name, asked_on=asked_on))


@change(needs=Verb.WORK)
def record_residence(
    *, case: Case, by: Officer, at: datetime, child: Child, nation: str, seen: int | None = None
) -> Done[None]:
    """Records in which nation a child is ordinarily resident, as a person decided it."""
    Child.objects.filter(pk=child.pk).update(
        nation=nation,
        nation_provision="JUR-WALES" if nation == "wales" else "JUR-ENGLAND",
        nation_basis_en=f"recorded by {by.name}",
        nation_basis_cy=f"cofnodwyd gan {by.name}",
    )
    entry = says("residence_recorded", child=child.name, nation=Word(f"nation.{nation}"))
    return Done(None, entry, ((Event.DETAILS_CHANGED, {"child": child.pk}),))


@change(needs=Verb.WORK)
def record_receipt(
    *, case: Case, by: Officer, at: datetime, received_on: date, seen: int | None = None
) -> Done[None]:
    """Records the day on which the service received the application; due days follow from it."""
    Case.objects.filter(pk=case.pk).update(received_on=received_on, received_basis="recorded")
    return Done(None, says("receipt_recorded", received_on=received_on))


def _allocation_findings(*, case: Case, at: datetime, to: Officer, **_: object) -> tuple[Finding, ...]:
    return allocation_findings(case, to, at.astimezone(LONDON).date())


@change(needs=Verb.ALLOCATE, weighs=_allocation_findings)
def allocate(*, case: Case, by: Officer, at: datetime, to: Officer, seen: int | None = None) -> Done[None]:
    """Gives the case to an officer of an office: not to one with a conflict of interest in it, nor in Wales
    to one whose arrangement does not run (JUR-ROLES, JUR-DELEGATE-W), nor to one whose account is closed."""
    if not Account.objects.filter(officer=to, is_active=True).exists():
        raise AccountClosed(f"{to} cannot sign in")
    office: Office | None = case.office or to.office
    Case.objects.filter(pk=case.pk).update(officer=to, office=office)
    return Done(None, says("allocated", officer=to.name), ((Event.ALLOCATED, {"officer": to.pk}),))
