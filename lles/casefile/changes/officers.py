"""The people of the service: their roles, accounts and sessions, as an administrator changes them."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from django.db.models import F

from lles.casefile.access import Reach, Verb, reaches, roles
from lles.casefile.changes.door import Done, Refused, change
from lles.casefile.models import Account, Arrangement, Office, Officer
from lles.casefile.timeline import Said, Word, says


class OwnRoles(Refused):
    """Nobody changes their own roles or closes their own account."""

    name = "own_roles"


class SeesCases(Refused):
    """Who administers the service sees no case: the two roles are not held together."""

    name = "sees_cases"


@change(needs=Verb.ADMINISTER)
def change_officer(
    *,
    by: Officer,
    at: datetime,
    officer: Officer,
    name: str,
    held: Sequence[str],
    office: Office | None,
    speaks_welsh: bool,
    is_contractor: bool,
) -> Done[None]:
    """Changes what an officer is called, may do, and where they work; the roles hold on the next request."""
    refuse_roles(held, before=officer.roles, own=by.pk == officer.pk)
    now = Officer(
        pk=officer.pk, name=name, roles=list(held), office=office,
        speaks_welsh=speaks_welsh, is_contractor=is_contractor,
    )  # fmt: skip
    lines = tuple(_differences(officer, now))
    job = officer.job if officer.job in held or not held else held[0]
    Officer.objects.filter(pk=officer.pk).update(
        name=name, roles=list(held), job=job, office=office,
        speaks_welsh=speaks_welsh, is_contractor=is_contractor,
    )  # fmt: skip
    Account.objects.filter(officer=officer).update(first_name=name[:150])
    return Done(
        None, says("officer_changed", officer=name, what=lines) if lines else None, subject=_of(officer)
    )


@change(needs=Verb.ADMINISTER)
def close_account(*, by: Officer, at: datetime, officer: Officer, reason: str) -> Done[None]:
    """Closes the account of somebody; they are out on their next request."""
    if by.pk == officer.pk:
        raise OwnRoles(f"{by} closes their own account")
    Account.objects.filter(officer=officer).update(is_active=False, sessions_ended=F("sessions_ended") + 1)
    return Done(None, says("account_closed", officer=officer.name, reason=reason), subject=_of(officer))


@change(needs=Verb.ADMINISTER)
def open_account(*, by: Officer, at: datetime, officer: Officer, reason: str) -> Done[None]:
    """Opens the account of somebody again; the sessions of before stay over."""
    Account.objects.filter(officer=officer).update(is_active=True)
    return Done(None, says("account_opened", officer=officer.name, reason=reason), subject=_of(officer))


@change(needs=Verb.ADMINISTER)
def end_sessions(*, by: Officer, at: datetime, officer: Officer, reason: str) -> Done[None]:
    """Ends every session of somebody at once, on every machine."""
    Account.objects.filter(officer=officer).update(sessions_ended=F("sessions_ended") + 1)
    return Done(None, says("sessions_ended", officer=officer.name, reason=reason), subject=_of(officer))


@change(needs=Verb.ADMINISTER)
def record_arrangement(
    *, by: Officer, at: datetime, officer: Officer, starts: date, ends: date, scope: str
) -> Done[Arrangement]:
    """Records the arrangement under which somebody works who is not an employee (JUR-DELEGATE-W)."""
    made = Arrangement.objects.create(officer=officer, starts=starts, ends=ends, scope=scope)
    entry = says("arrangement_recorded", officer=officer.name, starts=starts, ends=ends)
    return Done(made, entry, subject=_of(officer))


@change(needs=Verb.ADMINISTER)
def withdraw_arrangement(*, by: Officer, at: datetime, arrangement: Arrangement) -> Done[None]:
    """Takes back an arrangement that was recorded in error; it stays on the record."""
    Arrangement.objects.filter(pk=arrangement.pk, withdrawn_at=None).update(withdrawn_at=at)
    officer = arrangement.officer
    entry = says(
        "arrangement_withdrawn", officer=officer.name, starts=arrangement.starts, ends=arrangement.ends
    )
    return Done(None, entry, subject=_of(officer))


def refuse_roles(held: Sequence[str], *, before: Sequence[str], own: bool) -> None:
    """Refuses roles that nobody may give: to oneself, or the sight of cases to an administrator."""
    if own and set(held) != set(before):
        raise OwnRoles("own roles")
    probe = Officer(roles=list(held))
    if reaches(probe, Verb.SEE) and Reach.SERVICE in reaches(probe, Verb.ADMINISTER):
        raise SeesCases(", ".join(held))


def _differences(was: Officer, now: Officer) -> Iterator[Said]:
    if was.name != now.name:
        yield says("officer_renamed", was=was.name, now=now.name)
    for role in roles():
        if (role in now.roles) != (role in was.roles):
            yield says("role_given" if role in now.roles else "role_taken", role=roles()[role].name)
    if was.office_id != now.office_id:
        yield says("office_changed", office=now.office.name_en if now.office else "–")
    if was.speaks_welsh != now.speaks_welsh:
        yield says("speaks_welsh_changed", answer=_answer(now.speaks_welsh))
    if was.is_contractor != now.is_contractor:
        yield says("contractor_changed", answer=_answer(now.is_contractor))


def _answer(value: bool) -> Word:
    return Word("answer.yes" if value else "answer.no")


def _of(officer: Officer) -> str:
    return f"officer:{officer.pk}"
