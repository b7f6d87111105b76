"""An application is keyed by hand: started from an arrival or from nothing, and opened as a case or set
aside."""

from collections.abc import Mapping
from datetime import datetime

from django.db import IntegrityError

from lles.casefile import drafts
from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, NotAllowed, Refused, Stale, change
from lles.casefile.models import Case, Officer
from lles.casefile.passage import attempt
from lles.casefile.timeline import says
from lles.links.court.facts import CourtCase
from lles.work.intake.changes.by_hand import ByHand
from lles.work.intake.changes.case import receive_application
from lles.work.intake.changes.settle import record_keyed
from lles.work.intake.models import Arrival, Registration, RegistrationSighting
from lles.work.intake.queries import sees_held
from lles.work.intake.queries.registration import draft_kind, is_a_case


class AlreadyACase(Refused):
    """A case bears this number already; two files of one family are never opened."""

    name = "already_a_case"


@change(needs=Verb.WORK)
def start_registration(*, by: Officer, at: datetime, arrival: Arrival | None = None) -> Done[Registration]:
    """Starts keying an application; an arrival that somebody keys already leads to where they are."""
    _of_intake(by)
    if arrival is not None:
        Arrival.objects.select_for_update().get(pk=arrival.pk)
        if known := Registration.objects.filter(arrival=arrival, ended_at=None).first():
            return Done(known, None)
    row = Registration.objects.create(arrival=arrival, started_by=by, started_at=at)
    return Done(row, says("registration_started"), subject=f"registration:{row.pk}")


@change(needs=Verb.WORK)
def set_registration_aside(
    *, by: Officer, at: datetime, registration: Registration, words: str
) -> Done[None]:
    """Ends a registration without a case, and why; an arrival it was keyed from waits again."""
    _end(registration, by, at, ended_words=words)
    return Done(None, says("registration_set_aside"), subject=f"registration:{registration.pk}")


@change(needs=Verb.WORK)
def open_registration(
    *,
    by: Officer,
    at: datetime,
    registration: Registration,
    said: CourtCase,
    by_hand: ByHand,
    seen: Mapping[str, int],
) -> Done[Case]:
    """Opens a case from what was keyed, as it was seen, by the same way as the feed; the arrival it came
    from is keyed with it."""
    _of_intake(by)
    drafts.end_all_shared(by=by, at=at, kind=draft_kind(registration), seen=seen)
    if is_a_case(said):
        raise AlreadyACase(f"registration {registration.pk}")
    try:
        with attempt():
            case = receive_application(by=by, at=at, said=said, by_hand=by_hand)
    except IntegrityError as taken:
        raise AlreadyACase(f"registration {registration.pk}") from taken
    if registration.arrival is not None:
        record_keyed(case=case, by=by, at=at, arrival=registration.arrival)
    _end(registration, by, at, case=case)
    return Done(case, None, case=case)


@change(needs=Verb.SEE)
def record_registration_look(
    *, by: Officer, at: datetime, registration: Registration, what: str
) -> Done[None]:
    """Records that an officer looked at a page of a registration, which may say where somebody is."""
    RegistrationSighting.objects.create(registration=registration, officer=by, what=what[:60], at=at)
    return Done(None, None)


def _of_intake(by: Officer) -> None:
    if not sees_held(by):
        raise NotAllowed(f"{by} may not register applications")


def _end(registration: Registration, by: Officer, at: datetime, **values: object) -> None:
    """Ends it once; somebody else may have done it meanwhile."""
    _of_intake(by)
    going_on = Registration.objects.filter(pk=registration.pk, ended_at=None)
    if not going_on.update(ended_at=at, ended_by=by, **values):
        raise Stale(f"registration {registration.pk} has ended")
