"""An arrival is settled by a person: keyed as a case, put to a case that is there, or set aside."""

import re
from collections.abc import Collection
from datetime import datetime

from django.utils import timezone

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, NotAllowed, Stale, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.received_files import add_paper
from lles.casefile.changes.sight import looked
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Case, Officer, ReceivedPaper
from lles.casefile.register import Occasion
from lles.casefile.timeline import Word, says
from lles.work.intake.models import Arrival, ArrivalSighting, MailMessage
from lles.work.intake.queries import sees_held
from lles.work.intake.queries.danger import goes_on
from lles.work.intake.queries.mail import files_kept, head_of
from lles.work.intake.queries.reading import READ, left_unread
from lles.work.intake.rules import says_a_place

OPEN = (Arrival.WAITING, Arrival.HELD)
_FORM_C8 = re.compile("(?<![a-z0-9])(?:form|ffurflen)?[ _-]?c[ _-]?8(?![0-9])", re.IGNORECASE)


@change(needs=Verb.WORK)
def set_aside(*, by: Officer, at: datetime, arrival: Arrival, why: str, words: str) -> Done[None]:
    """Settles an arrival without a case: it is a duplicate, not for us, or something else, and why."""
    _settle(arrival, by, at, outcome=Arrival.SET_ASIDE, reason=why, settled_words=words)
    return Done(None, says("arrival_set_aside", why=Word(f"held.{why}")), subject=f"arrival:{arrival.pk}")


@change(needs=Verb.WORK)
def join_to_case(
    *, case: Case, by: Officer, at: datetime, arrival: Arrival, words: str, orders: Collection[int] = ()
) -> Done[None]:
    """Puts an arrival to a case that is there: its files become papers of that case, those in some places
    orders of the court."""
    _settle(arrival, by, at, outcome=Arrival.JOINED, case=case, settled_words=words)
    _add_papers(arrival, case, by, at, kind="other", orders=orders)
    if not _is_orders_alone(arrival, orders):
        open_task(case=case, by=by, at=at, kind=READ, subject=str(arrival.pk))
    entry = says("arrival_joined", of=arrival.pk)
    return Done(None, entry, goes_on(arrival, is_application=False))


@change(needs=Verb.WORK)
def record_read(*, case: Case, by: Officer, at: datetime, subject: str) -> Done[None]:
    """Records that somebody read what came on the case."""
    read = end_tasks(case=case, by=by, at=at, kind=READ, outcome="read", subject=subject)
    return Done(None, says("what_came_was_read") if read else None)


def reopened(occasion: Occasion) -> None:
    """The case is open again: so is what came and the closing left unread."""
    for subject in left_unread(occasion.case):
        open_task(case=occasion.case, by=the_service(), at=occasion.at, kind=READ, subject=subject)


def _is_orders_alone(arrival: Arrival, orders: Collection[int]) -> bool:
    """Whether a message brought orders and nothing else in its files: their tasks have them read."""
    message = MailMessage.objects.filter(arrival=arrival).first()
    places = {one.place for one in files_kept(message)} if message else set()
    return message is None or (bool(places) and places <= set(orders))


@change(needs=Verb.WORK)
def record_keyed(*, case: Case, by: Officer, at: datetime, arrival: Arrival) -> Done[None]:
    """Settles an arrival as the case that was keyed from it: its files become papers of that case."""
    _settle(arrival, by, at, outcome=Arrival.KEYED, case=case)
    _add_papers(arrival, case, by, at, kind="application")
    entry = says("arrival_keyed", of=arrival.pk)
    return Done(None, entry, goes_on(arrival, is_application=True))


@change(needs=Verb.SEE)
def record_look(*, by: Officer, at: datetime, arrival: Arrival, what: str) -> Done[None]:
    """Records that an officer looked at something of an arrival that may say where somebody is."""
    ArrivalSighting.objects.create(arrival=arrival, officer=by, what=what, at=at)
    if arrival.case is not None:
        looked(arrival.case, by, f"arrival:{arrival.pk}:{what}", at)
    return Done(None, None)


def _settle(arrival: Arrival, by: Officer, at: datetime, **values: object) -> None:
    """Settles it once; somebody else may have done it meanwhile."""
    if not sees_held(by):
        raise NotAllowed(f"{by} may not settle arrivals")
    waiting = Arrival.objects.filter(pk=arrival.pk, outcome__in=OPEN, settled_at=None, case=None)
    if not waiting.update(settled_at=at, settled_by=by, **values):
        raise Stale(f"arrival {arrival.pk} is settled")


def _add_papers(
    arrival: Arrival, case: Case, by: Officer, at: datetime, *, kind: str, orders: Collection[int] = ()
) -> None:
    message = MailMessage.objects.filter(arrival=arrival).first()
    if message is None:
        return
    name = head_of(message).sender_name
    sender = "" if says_a_place(name) else name
    for one in files_kept(message):
        add_paper(
            case=case, by=by, at=at, file=one.file,
            kind=ReceivedPaper.ORDER if one.place in orders else _told_by_its_name(one.file.name) or kind,
            sender=sender, came_by="email", received_on=timezone.localdate(arrival.at),
        )  # fmt: skip


def _told_by_its_name(name: str) -> str:
    """The kind of a paper where the name of its file tells it: the form that keeps contact details from
    the other parties is never called an application (CONF-C8)."""
    return ReceivedPaper.CONTACT_DETAILS if _FORM_C8.search(name) else ""
