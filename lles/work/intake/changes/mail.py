"""Takes a message: kept in the ledger as it came, its files looked at, and then it waits for a person.

The same message taken twice changes nothing. What cannot be read is held, and a person is told.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.received_files import LookedAt, keep_file, look_at
from lles.casefile.locations import sealed
from lles.casefile.models import Officer
from lles.casefile.timeline import says
from lles.links.mail import MOST_BYTES, Message, Unreadable, read_message
from lles.work.intake.models import Arrival, FeedNote, MailFile, MailMessage, Received
from lles.work.intake.queries import Line, ledger_store
from lles.work.intake.queries.mail import cases_named, id_is_known, message_with
from lles.work.intake.rules import numbers_named

__all__ = ["MOST_BYTES", "TakenMail", "hold_unread", "take_message"]


@dataclass(frozen=True)
class TakenMail:
    """What became of one message."""

    arrival: Arrival
    outcome: str
    by: Officer

    @property
    def is_unreadable(self) -> bool:
        """Whether nobody could read it."""
        return self.arrival.reason in ("mail_not_readable", "mail_too_large")

    def line(self) -> Line:
        """One line for a program."""
        message = MailMessage.objects.filter(arrival=self.arrival).first()
        files = list(message.files.select_related("file")) if message else []
        notes = self.arrival.notes.values_list("code", flat=True)
        return {
            "outcome": self.outcome,
            "arrival": self.arrival.pk,
            "cases": list(cases_named(self.by, message.numbers)) if message else [],
            "attachments": [_file_line(one) for one in files],
            "warnings": [code for code in (self.arrival.reason, *notes) if code],
        }


def _file_line(one: MailFile) -> Line:
    """A file without its name: people write addresses into names."""
    file = one.file
    return {
        "number": one.place, "kind": file.kind or None, "size": file.size, "sha256": file.sha256,
        "state": file.state, "reason": file.reason or None,
    }  # fmt: skip


def take_message(*, content: bytes, source: str, by: Officer, at: datetime) -> TakenMail:
    """Takes one message as it came."""
    try:
        message = read_message(content)
    except Unreadable as unreadable:
        return hold_unread(content=content, source=source, reason=unreadable.reason, by=by, at=at)
    if known := message_with(message.digest):
        return TakenMail(known.arrival, Arrival.UNCHANGED, by)
    looked = [look_at(name=one.name, content=one.content) for one in message.attached]
    try:
        arrival = record_message(by=by, at=at, content=content, source=source, message=message, looked=looked)
    except IntegrityError:
        if known := message_with(message.digest):  # somebody else took it in between
            return TakenMail(known.arrival, Arrival.UNCHANGED, by)
        raise
    return TakenMail(arrival, Arrival.WAITING, by)


@change(needs=Verb.WORK)
def record_message(
    *,
    by: Officer,
    at: datetime,
    content: bytes,
    source: str,
    message: Message,
    looked: Sequence[LookedAt],
) -> Done[Arrival]:
    """Writes a message in the ledger with its files; from now on it waits to be keyed."""
    numbers = numbers_named(f"{message.subject}\n{message.text}")
    received = Received.objects.create(
        source=source[:200], sha256=ledger_store().put(content), size=len(content), at=at
    )
    arrival = Arrival.objects.create(
        received=received, position=0, court_number=next(iter(numbers), ""), at=at,
        content_sha256=message.digest, outcome=Arrival.WAITING,
    )  # fmt: skip
    id_mark = hashlib.sha256(message.message_id.encode()).hexdigest() if message.message_id else ""
    codes = [*message.warnings, *(["same_message_id"] if id_is_known(id_mark) else [])]
    FeedNote.objects.bulk_create([FeedNote(arrival=arrival, code=code, path="", at=at) for code in codes])
    row = MailMessage.objects.create(
        arrival=arrival, digest=message.digest, id_mark=id_mark, head=sealed(_head(message)),
        text=sealed(message.text.encode()), sent_at=message.sent_at, numbers=numbers,
    )  # fmt: skip
    for place, one in enumerate(looked, start=1):
        MailFile.objects.create(message=row, place=place, file=keep_file(by=by, at=at, looked=one))
    return Done(arrival, says("mail_arrived", files=len(looked)), subject=f"arrival:{arrival.pk}")


def _head(message: Message) -> bytes:
    said = {"sender_name": message.sender_name, "sender": message.sender, "subject": message.subject}
    return json.dumps(said).encode()


def hold_unread(
    *, content: bytes | None, source: str, reason: str, by: Officer, at: datetime, size: int = 0
) -> TakenMail:
    """Holds what nobody could read, once; a person is told of it in Arrivals."""
    digest = hashlib.sha256(source.encode() if content is None else content).hexdigest()
    held = Arrival.objects.filter(content_sha256=digest, reason=reason, settled_at=None).first()
    if held is not None:
        return TakenMail(held, Arrival.HELD, by)
    arrival = record_unread(
        by=by, at=at, content=content, source=source, reason=reason, digest=digest, size=size
    )
    return TakenMail(arrival, Arrival.HELD, by)


@change(needs=Verb.WORK)
def record_unread(
    *, by: Officer, at: datetime, content: bytes | None, source: str, reason: str, digest: str, size: int
) -> Done[Arrival]:
    """Writes in the ledger what could not be read; what is too large is not kept there."""
    fits = content is not None and len(content) <= MOST_BYTES
    received = Received.objects.create(
        source=source[:200],
        sha256=ledger_store().put(content) if fits and content is not None else "",
        size=size if content is None else len(content),
        at=at,
    )
    arrival = Arrival.objects.create(
        received=received, position=0, content_sha256=digest, outcome=Arrival.HELD, reason=reason, at=at
    )
    return Done(arrival, says("arrival_held", reason=reason), subject=f"arrival:{arrival.pk}")
