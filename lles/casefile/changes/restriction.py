"""Restricting a case, and shutting one person out of it; for those outside it is as if it were not there."""

from collections.abc import Sequence
from datetime import datetime

from lles.casefile.access import Verb, holds_over
from lles.casefile.changes.door import Done, Refused, change
from lles.casefile.models import Case, Child, Exclusion, KeptSight, Officer, Party, Restriction
from lles.casefile.register import Event
from lles.casefile.timeline import says


class NotOneself(Refused):
    """Who decides on a restriction cannot be shut out by it: somebody else has to do it."""

    name = "not_oneself"


class AlreadySo(Refused):
    """It stands as asked already: somebody did it meanwhile."""

    name = "already_so"


class OutOfReach(Refused):
    """Naming gives no sight that one's roles do not give: nothing would come of it."""

    name = "out_of_reach"


@change(needs=Verb.APPROVE)
def seal(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    reason: str,
    named: Sequence[Officer] = (),
    seen: int | None = None,
) -> Done[None]:
    """Restricts a case to its officer, to those who approve over it, and to those named."""
    if case.sealed:
        raise AlreadySo(f"{case} is restricted")
    Case.objects.filter(pk=case.pk).update(sealed=True)
    Restriction.objects.create(case=case, reason=reason, began_at=at, began_by=by)
    for officer in named:
        _name(case, officer, by, at)
    entry = says("sealed", what=tuple(says("named", officer=one.name) for one in named))
    return Done(None, entry, ((Event.ACCESS_CHANGED, {}),))


@change(needs=Verb.APPROVE)
def unseal(*, case: Case, by: Officer, at: datetime, reason: str, seen: int | None = None) -> Done[None]:
    """Lifts the restriction of a case; who was named is named no longer."""
    if not case.sealed:
        raise AlreadySo(f"{case} is not restricted")
    Case.objects.filter(pk=case.pk).update(sealed=False)
    ended = {"ended_at": at, "ended_by": by, "end_reason": reason}
    case.restrictions.filter(ended_at=None).update(**ended)
    case.kept_sights.filter(ended_at=None).update(**ended)
    return Done(None, says("unsealed"), ((Event.ACCESS_CHANGED, {}),))


@change(needs=Verb.APPROVE)
def name_person(
    *, case: Case, by: Officer, at: datetime, officer: Officer, seen: int | None = None
) -> Done[None]:
    """Lets one more person keep sight of a restricted case."""
    if not case.sealed or case.kept_sights.filter(officer=officer, ended_at=None).exists():
        raise AlreadySo(f"{officer} sees {case}, or it is not restricted")
    _name(case, officer, by, at)
    return Done(None, says("named", officer=officer.name))


@change(needs=Verb.APPROVE)
def end_naming(
    *, case: Case, by: Officer, at: datetime, named: KeptSight, reason: str, seen: int | None = None
) -> Done[None]:
    """Ends that a person keeps sight of a restricted case."""
    standing = KeptSight.objects.filter(pk=named.pk, case=case, ended_at=None)
    if not standing.update(ended_at=at, ended_by=by, end_reason=reason):
        raise AlreadySo(f"{named.officer} is not named for {case}")
    return Done(None, says("named_no_longer", officer=named.officer.name))


@change(needs=Verb.APPROVE)
def shut_out(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    officer: Officer,
    relation: str,
    whom: Party | Child | None = None,
    words: str = "",
    seen: int | None = None,
) -> Done[Exclusion]:
    """Shuts an officer out of a case at once; a case that the officer has is taken from them."""
    if officer.pk == by.pk or officer.is_service:
        raise NotOneself(f"{by} cannot shut {officer} out")
    if case.exclusions.filter(officer=officer, ended_at=None).exists():
        raise AlreadySo(f"{officer} is shut out of {case}")
    made = Exclusion.objects.create(
        case=case, officer=officer, relation=relation, words=words, began_at=at, began_by=by,
        party=whom if isinstance(whom, Party) else None, child=whom if isinstance(whom, Child) else None,
    )  # fmt: skip
    taken = case.officer_id == officer.pk
    if taken:
        Case.objects.filter(pk=case.pk).update(officer=None)
        case.officer = None
    lines = (says("taken_from", officer=officer.name),) if taken else ()
    announced = ((Event.ALLOCATED, {"officer": None}),) if taken else ()
    entry = says("shut_out", officer=officer.name, what=lines)
    return Done(made, entry, (*announced, (Event.ACCESS_CHANGED, {})))


@change(needs=Verb.APPROVE)
def let_in(
    *, case: Case, by: Officer, at: datetime, exclusion: Exclusion, reason: str, seen: int | None = None
) -> Done[None]:
    """Ends the exclusion of an officer; it stays on the record."""
    standing = Exclusion.objects.filter(pk=exclusion.pk, case=case, ended_at=None)
    if not standing.update(ended_at=at, ended_by=by, end_reason=reason):
        raise AlreadySo(f"{exclusion.officer} is not shut out of {case}")
    return Done(None, says("let_in", officer=exclusion.officer.name), ((Event.ACCESS_CHANGED, {}),))


def _name(case: Case, officer: Officer, by: Officer, at: datetime) -> None:
    if not holds_over(officer, Verb.SEE, case):
        raise OutOfReach(f"no role of {officer} reaches {case}")
    KeptSight.objects.create(case=case, officer=officer, began_at=at, began_by=by)
