"""What others give us comes onto the file: looked at first, kept as it came, opened only as a clean copy."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.documents import received_store
from lles.casefile.kinds import Event
from lles.casefile.models import Case, Officer, Order, PaperOfOrder, Party, ReceivedFile, ReceivedPaper
from lles.casefile.queries.court import order_name
from lles.casefile.queries.readers import choice_of
from lles.casefile.timeline import Fact, Said, Word, says
from lles.links.scanner import Scanner, ScannerDown
from lles.links.uploads import Examined, NotTaken, cleaned, examine

Announces = tuple[tuple[Event, Mapping[str, object]], ...]
SCANNED = (ReceivedFile.WAITING, ReceivedFile.UNSCANNED)


@dataclass(frozen=True)
class LookedAt:
    """A file after it was looked at: what it is, or why it is not taken, and what the scanner said."""

    name: str
    content: bytes
    examined: Examined | None
    state: str
    reason: str = ""
    found: str = ""


def scanner() -> Scanner | None:
    """The scanner of this installation, None where it has none."""
    return Scanner(settings.LLES_SCANNER) if settings.LLES_SCANNER else None


def look_at(*, name: str, content: bytes) -> LookedAt:
    """Tells what a file is and whether it may be opened; nothing is kept yet."""
    try:
        examined = examine(name, content)
    except NotTaken as refused:
        return LookedAt(cleaned(name), content, None, ReceivedFile.REFUSED, refused.reason)
    state, found = _scanned(content)
    return LookedAt(cleaned(name), content, examined, state, found=found)


def _scanned(content: bytes) -> tuple[str, str]:
    asked = scanner()
    if asked is None:
        return ReceivedFile.UNSCANNED, ""
    try:
        found = asked.found_in(content)
    except ScannerDown:
        return ReceivedFile.WAITING, ""
    return (ReceivedFile.INFECTED if found else ReceivedFile.CLEAN), found


@change(needs=Verb.WORK)
def keep_file(*, by: Officer, at: datetime, looked: LookedAt) -> Done[ReceivedFile]:
    """Keeps a file that was looked at; of one that is not taken only its name and its hash."""
    copy = ""
    if looked.examined is not None:
        received_store().put(looked.content)
        copy = received_store().put(looked.examined.copy)
    row = ReceivedFile.objects.create(
        name=looked.name,
        kind=looked.examined.kind.name if looked.examined else "",
        size=len(looked.content),
        sha256=hashlib.sha256(looked.content).hexdigest(),
        copy_sha256=copy,
        state=looked.state,
        reason=looked.reason,
        found=looked.found,
        scanned_at=at if looked.state in (ReceivedFile.CLEAN, ReceivedFile.INFECTED) else None,
        at=at,
    )
    return Done(row, None)


@change(needs=Verb.WORK)
def add_paper(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    file: ReceivedFile,
    kind: str,
    sender: str,
    came_by: str,
    received_on: date,
    party: Party | None = None,
    language: str = "",
    order: Order | None = None,
) -> Done[ReceivedPaper]:
    """Puts a file that came by post, by e-mail or by hand among the papers of a case; an adult who wrote in
    Welsh and has chosen no language is answered in Welsh (CYM-REPLY), and an order of the court is keyed,
    unless it is the paper of one that is recorded already."""
    paper, is_new = ReceivedPaper.objects.get_or_create(
        case=case,
        file=file,
        defaults={
            "kind": kind,
            "sender": sender[:200],
            "party": party,
            "language": language,
            "came_by": came_by,
            "received_on": received_on,
            "added_by": by,
            "at": at,
        },
    )
    if not is_new:
        return Done(paper, None)
    announces, lines = _answer_in(party, language) if party and language else ((), ())
    if order is not None:
        PaperOfOrder.objects.create(paper=paper, order=order, by=by, at=at)
        made_on: Fact = order.made_on or Word("value.nothing")
        lines = (*lines, says("paper_of_order", title=order_name(case, order), made_on=made_on))
    elif kind == ReceivedPaper.ORDER:
        announces = (*announces, (Event.ORDER_CAME, {"paper": paper.pk}))
    entry = says(
        "paper_added", kind=Word(f"paper.{kind}"), way=Word(f"came_by.{came_by}"), received_on=received_on,
        lines=lines,
    )  # fmt: skip
    return Done(paper, entry, announces)


def _answer_in(party: Party, language: str) -> tuple[Announces, tuple[Said, ...]]:
    """Keeps in which language an adult wrote last: what pieces of work are told, and what it means."""
    Party.objects.filter(pk=party.pk).update(wrote_in=language)
    line = says("wrote_in_welsh", person=party.name)
    lines = (line,) if language == "cy" and choice_of(party) is None else ()
    return ((Event.DETAILS_CHANGED, {"party": party.pk}),), lines


@change(needs=Verb.WORK)
def receive_paper(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    looked: LookedAt,
    kind: str,
    sender: str,
    came_by: str,
    received_on: date,
    party: Party | None = None,
    language: str = "",
    order: Order | None = None,
) -> Done[ReceivedPaper]:
    """Keeps a file that was looked at, and puts it among the papers of a case; the same paper, sent again, is
    there already."""
    told = {"kind": kind, "sender": sender[:200], "party": party, "received_on": received_on}
    told |= {"language": language, "came_by": came_by}
    sha256 = hashlib.sha256(looked.content).hexdigest()
    same = ReceivedPaper.objects.filter(case=case, file__sha256=sha256, **told).first()
    if same is not None and (order is None or same.orders_said.filter(order=order).exists()):
        return Done(same, None)
    file = keep_file(by=by, at=at, looked=looked)
    paper = add_paper(
        case=case, by=by, at=at, file=file, kind=kind, sender=sender, came_by=came_by,
        received_on=received_on, party=party, language=language, order=order,
    )  # fmt: skip
    later = ((Event.LATER_APPLICATION, {"paper": paper.pk}),) if kind == ReceivedPaper.APPLICATION else ()
    return Done(paper, None, later)


@change(needs=Verb.WORK)
def record_scan(*, by: Officer, at: datetime, file: ReceivedFile, found: str) -> Done[bool]:
    """Records what the scanner said of a file that waited for it, once."""
    state = ReceivedFile.INFECTED if found else ReceivedFile.CLEAN
    waiting = ReceivedFile.objects.filter(pk=file.pk, state__in=SCANNED)
    changed = waiting.update(state=state, found=found, scanned_at=at)
    entry = says("malware_found") if found and changed else None
    return Done(bool(changed), entry, subject=f"file:{file.pk}")
