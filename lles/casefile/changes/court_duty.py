"""Sending somebody to court for a case: the officer on duty at a hearing."""

from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Refused, Stale, change
from lles.casefile.changes.people import AccountClosed
from lles.casefile.models import Account, Case, CourtDuty, Hearing, Officer
from lles.casefile.queries.arrangements import allocation_findings
from lles.casefile.queries.court import hearing_name
from lles.casefile.timeline import LONDON, says
from lles.law.findings import Finding


class NotAhead(Refused):
    """The hearing does not take place, or its day is over: nobody can be sent to it any more."""

    name = "not_ahead"


def _findings(*, case: Case, at: datetime, to: Officer | None, **_: object) -> tuple[Finding, ...]:
    return allocation_findings(case, to, at.astimezone(LONDON).date()) if to else ()


@change(needs=Verb.ALLOCATE, weighs=_findings)
def send_to_court(
    *, case: Case, by: Officer, at: datetime, hearing: Hearing, to: Officer | None, was: int | None = None
) -> Done[None]:
    """Sends an officer to a hearing on duty, in place of whoever was to go; nobody where the officer of the
    case goes. `was` is the duty that the page showed, 0 for none.

    Not one with a conflict of interest in the case, nor in Wales one whose arrangement does not run
    (JUR-ROLES, JUR-DELEGATE-W), nor one whose account is closed.
    """
    now = Hearing.objects.get(pk=hearing.pk, case=case)
    if not now.going_ahead or now.starts_at is None or _day(now.ends_at or now.starts_at) < _day(at):
        raise NotAhead(f"{now} is not ahead")
    if to is not None and not Account.objects.filter(officer=to, is_active=True).exists():
        raise AccountClosed(f"{to} cannot sign in")
    sent = None if to is None or to.pk == case.officer_id else to
    standing = CourtDuty.objects.filter(hearing=now, ended_at=None).select_related("officer").first()
    on = _day(now.starts_at)
    if was is not None and was != (standing.pk if standing and standing.on == on else 0):
        raise Stale(f"somebody else was sent to {now} meanwhile")
    if (standing and standing.officer) == sent and (standing is None or standing.on == on):
        return Done(None, None, leaves_the_case=True)
    if standing:
        CourtDuty.objects.filter(pk=standing.pk).update(ended_at=at, ended_by=by)
    called, starts_at = hearing_name(now), now.starts_at
    if sent is None:
        gone = standing.officer.name if standing else ""
        return Done(
            None,
            says("on_duty_no_longer", officer=gone, hearing=called, starts_at=starts_at),
            leaves_the_case=True,
        )
    CourtDuty.objects.create(hearing=now, officer=sent, on=on, began_at=at, began_by=by)
    return Done(
        None, says("on_duty", officer=sent.name, hearing=called, starts_at=starts_at), leaves_the_case=True
    )


def _day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()
