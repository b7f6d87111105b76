"""Restricting a case, and shutting one person out of it; for those outside it is as if it were not there."""

from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Refused, change
from lles.casefile.models import Case, Exclusion, Officer
from lles.casefile.register import Event
from lles.casefile.timeline import Word, says


class NotOneself(Refused):
    """Who decides on a restriction cannot be shut out by it: somebody else has to do it."""

    name = "not_oneself"


class AlreadySo(Refused):
    """It stands as asked already: somebody did it meanwhile."""

    name = "already_so"


@change(needs=Verb.APPROVE)
def seal(*, case: Case, by: Officer, at: datetime, reason: str, seen: int | None = None) -> Done[None]:
    """Restricts a case to its officer and to those of its office who approve."""
    return _restricted(case, sealed=True, reason=reason)


@change(needs=Verb.APPROVE)
def unseal(*, case: Case, by: Officer, at: datetime, reason: str, seen: int | None = None) -> Done[None]:
    """Lifts the restriction of a case."""
    return _restricted(case, sealed=False, reason=reason)


@change(needs=Verb.APPROVE)
def shut_out(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    officer: Officer,
    relation: str,
    words: str = "",
    seen: int | None = None,
) -> Done[Exclusion]:
    """Shuts an officer out of a case at once; a case that the officer has is taken from them."""
    if officer.pk == by.pk or officer.is_service:
        raise NotOneself(f"{by} cannot shut {officer} out")
    if case.exclusions.filter(officer=officer, ended_at=None).exists():
        raise AlreadySo(f"{officer} is shut out of {case}")
    made = Exclusion.objects.create(
        case=case, officer=officer, relation=relation, words=words, began_at=at, began_by=by
    )
    taken = case.officer_id == officer.pk
    if taken:
        Case.objects.filter(pk=case.pk).update(officer=None)
        case.officer = None
    lines = (says("taken_from", officer=officer.name),) if taken else ()
    entry = says("shut_out", officer=officer.name, relation=Word(f"relation_to_case.{relation}"), what=lines)
    return Done(made, entry, ((Event.ALLOCATED, {"officer": None}),) if taken else ())


@change(needs=Verb.APPROVE)
def let_in(
    *, case: Case, by: Officer, at: datetime, exclusion: Exclusion, seen: int | None = None
) -> Done[None]:
    """Ends the exclusion of an officer; it stays on the record."""
    standing = Exclusion.objects.filter(pk=exclusion.pk, case=case, ended_at=None)
    if not standing.update(ended_at=at, ended_by=by):
        raise AlreadySo(f"{exclusion.officer} is not shut out of {case}")
    return Done(None, says("let_in", officer=exclusion.officer.name))


def _restricted(case: Case, *, sealed: bool, reason: str) -> Done[None]:
    if case.sealed == sealed:
        raise AlreadySo(f"{case} is {'' if sealed else 'not '}restricted")
    Case.objects.filter(pk=case.pk).update(sealed=sealed)
    return Done(None, says("sealed" if sealed else "unsealed", reason=reason))
