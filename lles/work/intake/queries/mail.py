"""What came by e-mail: what waits to be keyed, one message opened on purpose, and cases it may concern."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from lles.casefile.access import Verb, cases, may
from lles.casefile.locations import opened
from lles.casefile.models import Case, Officer, ReceivedFile
from lles.work.intake.models import Arrival, MailFile, MailMessage
from lles.work.intake.queries import sees_held
from lles.work.intake.rules import says_a_place


@dataclass(frozen=True)
class Head:
    """Who sent a message and about what; both may say where somebody is."""

    sender_name: str
    sender: str
    subject: str


@dataclass(frozen=True)
class MailRow:
    """A message that waits, as the list shows it: what may say where somebody is stands on its page alone."""

    arrival: Arrival
    sender: str
    subject: str
    hidden: bool
    files: int
    like: tuple[str, ...]

    def held_for(self, now: datetime) -> tuple[int, int]:
        """For how many whole days and hours it has waited."""
        waited = now - self.arrival.at
        return waited.days, waited.seconds // 3600


@dataclass(frozen=True)
class Opened:
    """One message, opened for somebody who may read it; the caller records who looks."""

    head: Head
    text: str
    sent_at: datetime | None
    files: Sequence[MailFile]
    like: tuple[str, ...]


def message_with(digest: str) -> MailMessage | None:
    """The message that said the same, None where none did."""
    return MailMessage.objects.filter(digest=digest).select_related("arrival").first()


def id_is_known(id_mark: str) -> bool:
    """Whether another message came under this message number."""
    return bool(id_mark) and MailMessage.objects.filter(id_mark=id_mark).exists()


def mail_waiting(officer: Officer) -> tuple[MailRow, ...]:
    """The messages that wait to be keyed, the longest first; only for those who see what concerns no case."""
    if not sees_held(officer):
        return ()
    waiting = Arrival.objects.filter(outcome=Arrival.WAITING, settled_at=None).order_by("pk")
    files = MailFile.objects.filter(message=OuterRef("message")).order_by().values("message")
    counted = waiting.annotate(files_=Coalesce(Subquery(files.values(n=Count("pk"))), 0))
    found = list(counted.select_related("message").defer("message__text"))
    like = _cases_like(officer, {one.pk: one.message.numbers for one in found})
    return tuple(_row(one, like[one.pk], one.files_) for one in found)


def _row(arrival: Arrival, like: tuple[str, ...], files: int) -> MailRow:
    head = head_of(arrival.message)
    plain = {name: "" if says_a_place(text) else text for name, text in vars(head).items()}
    hidden = plain["subject"] != head.subject or plain["sender_name"] != head.sender_name
    return MailRow(arrival, plain["sender_name"], plain["subject"], hidden, files, like)


def head_of(message: MailMessage) -> Head:
    """Who sent it and about what, opened."""
    return Head(**json.loads(opened(bytes(message.head))))


def may_read(officer: Officer, arrival: Arrival) -> bool:
    """Whether an officer may read a message: intake, and once it belongs to a case who works on that case."""
    if arrival.case is None:
        return sees_held(officer)
    return may(officer, Verb.WORK, arrival.case)


def opened_message(officer: Officer, arrival: Arrival) -> Opened | None:
    """The message of an arrival, None where it has none or this officer may not read it."""
    message = MailMessage.objects.filter(arrival=arrival).first()
    if message is None or not may_read(officer, arrival):
        return None
    files = list(message.files.select_related("file"))
    like = _cases_like(officer, {0: message.numbers})[0]
    text = opened(bytes(message.text)).decode()
    return Opened(head_of(message), text, message.sent_at, files, like)


def messages_of(case: Case) -> frozenset[int]:
    """The arrivals of a case that are messages by e-mail."""
    return frozenset(MailMessage.objects.filter(arrival__case=case).values_list("arrival", flat=True))


def files_kept(message: MailMessage) -> Sequence[MailFile]:
    """The files of a message that were taken."""
    return list(message.files.exclude(file__state=ReceivedFile.REFUSED).select_related("file"))


def files_to_tell(arrival: Arrival) -> Mapping[int, str]:
    """The files of a message that were taken, by their places, with their names; a name that may say where
    somebody is stays on the page of the message."""
    message = MailMessage.objects.filter(arrival=arrival).first()
    named = {one.place: one.file.name for one in files_kept(message)} if message else {}
    return {place: "" if says_a_place(name) else name for place, name in named.items()}


def file_of_message(officer: Officer, arrival: Arrival, place: int) -> MailFile | None:
    """One file of a message, None where there is none or this officer may not read the message."""
    if not may_read(officer, arrival):
        return None
    found = MailFile.objects.filter(message__arrival=arrival, place=place)
    return found.select_related("file").first()


def cases_named(officer: Officer, numbers: Iterable[str]) -> tuple[str, ...]:
    """The references of the cases an officer sees that bear one of these numbers."""
    return _cases_like(officer, {0: list(numbers)})[0]


def _cases_like(officer: Officer, named: Mapping[int, Sequence[str]]) -> dict[int, tuple[str, ...]]:
    every = {number for numbers in named.values() for number in numbers}
    if not every:
        return dict.fromkeys(named, ())
    bears = Q(court_number__in=every) | Q(family_man_number__in=every) | Q(reference__in=every)
    known = list(
        cases(officer).filter(bears).values_list("reference", "court_number", "family_man_number")[:200]
    )
    return {
        one: tuple(row[0] for row in known if {number for number in row if number} & set(numbers))
        for one, numbers in named.items()
    }


def workable(officer: Officer, reference: str) -> Case | None:
    """The case of a reference that an officer works on."""
    return cases(officer, Verb.WORK).filter(reference=reference.strip().upper()).first()
