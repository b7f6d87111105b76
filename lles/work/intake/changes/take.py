"""Takes an answer of a court's service: kept in the ledger first, then each case opens, is updated, or is
held."""

import contextlib
import hashlib
import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import DatabaseError, transaction
from django.db.models import Q

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.inserting import insert
from lles.casefile.models import Case, Officer
from lles.casefile.prepared import Asked
from lles.casefile.timeline import says
from lles.law.calendar import YearOutsideTable
from lles.law.counting import DayOutOfReach
from lles.links.court.facts import CourtCase
from lles.links.court.payload import NotJson, loads, read_answer
from lles.work.intake.changes.case import bring_up_to_date, keep_whereabouts, receive_application
from lles.work.intake.changes.free_text import plain_notes
from lles.work.intake.changes.rows import as_heard
from lles.work.intake.models import Arrival, FeedNote, Received
from lles.work.intake.queries import Line, case_line, ledger_store
from lles.work.intake.rules import plain_number

UNTAKEN = (DatabaseError, ValueError, LookupError, TypeError, OverflowError)
logger = logging.getLogger(__name__)
STAMPS = frozenset({"last_modified", "lastModified", "last_state_modified_date", "lastStateModifiedDate"})


@dataclass(frozen=True)
class Taken:
    """What became of one case of an answer."""

    arrival: Arrival
    case: Case | None
    outcome: str
    notes: tuple[str, ...]
    said: CourtCase

    def line(self) -> Line:
        """One line for a program: what the case holds now, or what was sent where it could not be opened."""
        if self.case is not None:
            self.case.refresh_from_db()
            return case_line(self.case, self.outcome, self.notes)
        return {
            "court_case": self.said.number,
            "outcome": self.outcome,
            "reference": None,
            "children": len(self.said.children),
            "parties": len(self.said.parties),
            "hearings": len(self.said.hearings),
            "orders": len(self.said.orders),
            "documents": len(self.said.papers),
            "pathway": None,
            "nation": "unknown",
            "warnings": list(self.notes),
        }


def take_answer(*, content: bytes, source: str, by: Officer, at: datetime) -> Iterator[Taken]:
    """Takes one answer as it came; `ValueError` where it is not JSON, and even then it stands in the
    ledger."""
    received = record_received(by=by, at=at, content=content, source=source)
    try:
        document = loads(content)
    except NotJson:
        _hold(received, 0, CourtCase("private", None), received.sha256, "not_json", by, at)
        raise
    answer = read_answer(document)
    if answer.warnings and not answer.cases:
        unread = CourtCase("private", None, raw=document, warnings=answer.warnings)
        _hold(received, 0, unread, received.sha256, "not_an_answer", by, at)
    for position, said in enumerate(answer.cases):
        heard = as_heard(replace(said, warnings=(*said.warnings, *answer.warnings)))
        yield _take(received, position, heard, by, at)


@change(needs=Verb.WORK)
def record_received(*, by: Officer, at: datetime, content: bytes, source: str) -> Done[Received]:
    """Keeps the bytes that came, with their hash, time and source."""
    digest = ledger_store().put(content)
    (row,) = insert([Received(source=source[:200], sha256=digest, size=len(content), at=at)])
    return Done(row, None)


def _take(received: Received, position: int, said: CourtCase, by: Officer, at: datetime) -> Taken:
    digest = content_hash(said.raw)
    if said.number is None:
        return _hold(received, position, said, digest, "no_number", by, at)
    try:
        with transaction.atomic():
            return _take_numbered(received, position, said, digest, by, at)
    except UNTAKEN as error:
        logger.error(
            "held, could not be opened: answer %s, case %s: %s", received.pk, position, type(error).__name__
        )
        _protect_all_the_same(said, by, at)
        return _hold(received, position, said, digest, _reason(error), by, at)


def _reason(error: Exception) -> str:
    """Why an answer is held, as far as the fault itself says it."""
    if isinstance(error, DatabaseError):
        return "not_stored"
    return "outside_the_years" if isinstance(error, YearOutsideTable | DayOutOfReach) else "not_understood"


def _protect_all_the_same(said: CourtCase, by: Officer, at: datetime) -> None:
    """Even an answer that cannot be taken may say that somebody's whereabouts are confidential."""
    case = _known(said)
    with contextlib.suppress(*UNTAKEN), transaction.atomic():
        if case is not None:
            keep_whereabouts(case=case, by=by, at=at, said=said)


def _take_numbered(
    received: Received, position: int, said: CourtCase, digest: str, by: Officer, at: datetime
) -> Taken:
    case = _known(said)
    if case is None:
        opened = receive_application(by=by, at=at, said=said)
        return _record(received, position, said, digest, Arrival.OPENED, opened, by, at)
    if reason := _nothing_new(case, said, digest):
        if reason != "same":
            keep_whereabouts(case=case, by=by, at=at, said=said)
        return _record(received, position, said, digest, Arrival.UNCHANGED, case, by, at, reason)
    bring_up_to_date(case=case, by=by, at=at, said=said)
    return _record(received, position, said, digest, Arrival.UPDATED, case, by, at)


def _known(said: CourtCase) -> Case | None:
    number = said.number
    if not number:
        return None
    older = plain_number(said.family_man_number)
    known = _BEARING.all_of(number, older, said.service) if older else _NUMBERED.all_of(number, said.service)
    return min(known, key=lambda case: case.court_number != number, default=None)


_NUMBERED = Asked(lambda number, law: Case.objects.filter(court_number=number, law=law).order_by("pk"))
_BEARING = Asked(
    lambda number, older, law: Case.objects.filter(
        Q(court_number=number) | Q(court_number="", family_man_number=older),  # as it may stand from paper
        law=law,
    ).order_by("pk")
)


def _nothing_new(case: Case, said: CourtCase, digest: str) -> str:
    known = case.court_changed_at
    last = case.arrivals.filter(outcome__in=(Arrival.OPENED, Arrival.UPDATED)).order_by("-pk").first()
    if last is not None and last.content_sha256 == digest:
        return "same"
    if known is not None and said.modified_at is not None and said.modified_at < known:
        return "older_than_known"
    if known is not None and said.modified_at == known:
        return "same_stamp_other_content"
    return ""


def _hold(
    received: Received, position: int, said: CourtCase, digest: str, reason: str, by: Officer, at: datetime
) -> Taken:
    return _record(received, position, said, digest, Arrival.HELD, None, by, at, reason)


def _record(
    received: Received,
    position: int,
    said: CourtCase,
    digest: str,
    outcome: str,
    case: Case | None,
    by: Officer,
    at: datetime,
    reason: str = "",
) -> Taken:
    arrival = record_arrival(
        by=by, at=at, received=received, position=position, said=said, digest=digest,
        outcome=outcome, reason=reason, of=case,
    )  # fmt: skip
    notes = [f"{code}: {path}" for code, path in plain_notes(said)]
    told = [reason, *notes] if reason and reason != "same" else notes
    return Taken(arrival, case, outcome, tuple(told), said)


@change(needs=Verb.WORK)
def record_arrival(
    *,
    by: Officer,
    at: datetime,
    received: Received,
    position: int,
    said: CourtCase,
    digest: str,
    outcome: str,
    reason: str,
    of: Case | None,
) -> Done[Arrival]:
    """Writes in the ledger what became of one case of an answer, with every note on what was not
    understood."""
    is_held = outcome == Arrival.HELD
    same = Arrival.objects.filter(outcome=Arrival.HELD, settled_at=None, content_sha256=digest, reason=reason)
    held_before = same.first() if is_held else None
    came = Arrival(
        received=received,
        position=position,
        law=said.service,
        court_number=(said.number or "")[:40],
        court_name=said.court_name.replace("\x00", "")[:200],
        children=min(len(said.children), 32_000),
        content_sha256=digest,
        court_changed_at=said.modified_at,
        outcome=Arrival.UNCHANGED if held_before else outcome,
        reason="held_already" if held_before else reason if reason != "same" else "",
        case=of,
        at=at,
    )
    (arrival,) = insert([came])
    if held_before is not None:
        return Done(held_before, None)
    codes = list(plain_notes(said))
    about = of or _known(said)
    if reason in ("older_than_known", "same_stamp_other_content"):
        codes.append((reason, ""))
    elif about is not None and is_held:
        codes.append(("changes_not_taken", ""))
    notes = [
        FeedNote(arrival=arrival, case=about, code=code[:60], path=path.replace("\x00", "")[:300], at=at)
        for code, path in codes
    ]
    FeedNote.objects.bulk_create(notes, ignore_conflicts=True)
    entry = says("arrival_held", reason=reason) if is_held else None
    return Done(arrival, entry, subject=f"arrival:{arrival.pk}")


def content_hash(raw: object) -> str:
    """The hash of a case as it came, but for the stamps of its last change."""
    plain = (
        {key: value for key, value in raw.items() if key not in STAMPS} if isinstance(raw, Mapping) else raw
    )
    text = json.dumps(plain, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
