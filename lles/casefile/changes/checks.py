"""Checks: opened for each adult party, asked, chased, and answered in closed words."""

from collections.abc import Sequence
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.models import Case, Check, CheckAnswer, Officer, Party
from lles.casefile.rules.checks import CheckAnswerFacts, check_answer_findings
from lles.casefile.timeline import Said, Word, says
from lles.law.findings import Finding


@change(needs=Verb.WORK)
def open_checks(*, case: Case, by: Officer, at: datetime) -> Done[Sequence[Check]]:
    """Opens for each adult party of a private case the police check and the local authority check (SG-
    CHECKS-CAO)."""
    adults = case.parties.filter(role__in=(Party.APPLICANT, Party.RESPONDENT), is_organisation=False)
    known = {(check.party_id, check.kind) for check in case.checks.filter(number=1)}
    missing = [
        Check(case=case, party=adult, kind=kind, number=1, opened_at=at)
        for adult in adults
        for kind in (Check.POLICE, Check.LOCAL_AUTHORITY)
        if (adult.pk, kind) not in known
    ]
    opened = Check.objects.bulk_create(missing)
    lines = tuple(_line("check_opened", check) for check in opened)
    return Done(opened, says("checks_opened", count=len(opened), checks=lines) if opened else None)


@change(needs=Verb.WORK)
def add_check(*, case: Case, by: Officer, at: datetime, party: Party, kind: str) -> Done[Check]:
    """Opens one more check of a party, for a further address since the child's birth."""
    number = case.checks.filter(party=party, kind=kind).count() + 1
    check = Check.objects.create(case=case, party=party, kind=kind, number=number, opened_at=at)
    return Done(check, _line("check_opened", check))


@change(needs=Verb.WORK)
def ask_check(
    *, case: Case, by: Officer, at: datetime, check: Check, body: str, asked_on: date, seen: int | None = None
) -> Done[None]:
    """Records that a police force or a local authority was asked; asked again, it was chased."""
    again = check.asked_on is not None and check.body == body
    days = {"chased_on": asked_on} if again else {"asked_on": asked_on, "body": body}
    Check.objects.filter(pk=check.pk).update(**days)
    kind = "check_chased" if again else "check_asked"
    return Done(None, says(kind, check=Word(f"check.{check.kind}"), person=check.party.name, day=asked_on))


def _answer_findings(
    *, check: Check, outcome: str, identified_by: Sequence[str], received_on: date, at: datetime, **_: object
) -> tuple[Finding, ...]:
    facts = CheckAnswerFacts(
        kind=check.kind,
        outcome=outcome,
        identified_by=tuple(identified_by),
        asked_on=check.asked_on,
        received_on=received_on,
        today=at.date(),
    )
    return check_answer_findings(facts)


@change(needs=Verb.WORK, weighs=_answer_findings)
def record_check_answer(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    check: Check,
    outcome: str,
    identified_by: Sequence[str],
    received_on: date,
    as_received: str = "",
    as_received_language: str = "en",
    may_be_passed_on: bool = False,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[CheckAnswer]:
    """Records an answer in closed words, tied to the person by at least two identifiers."""
    answer = CheckAnswer.objects.create(
        asked=check,
        outcome=outcome,
        identified_by=list(identified_by),
        received_on=received_on,
        as_received=as_received,
        as_received_language=as_received_language,
        may_be_passed_on=may_be_passed_on,
        by=by,
        at=at,
    )
    return Done(answer, _line("check_answered", check))


def _line(kind: str, check: Check) -> Said:
    return says(kind, check=Word(f"check.{check.kind}"), person=check.party.name)
