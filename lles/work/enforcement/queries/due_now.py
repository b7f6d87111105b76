"""What is due of an enforcement now, for the head of its page."""

from dataclasses import dataclass
from datetime import date

from lles.work.enforcement.models import Enforcement, Report
from lles.work.enforcement.queries import due
from lles.work.enforcement.queries.facts import unreported

_PAGES = {due.APPLICATION: "application", due.TERMS: "terms", due.MONITOR: "end"}
_WRITTEN = {due.INFORMATION: Report.INFORMATION, due.CORRECTION: Report.CORRECTION}


@dataclass(frozen=True)
class DueNow:
    """One open task: its day where it has one, whether that has passed, and the page on which it is done,
    with the document that is written there; no page where the file lacks what it needs."""

    kind: str
    on: date | None
    is_late: bool
    page: str
    document: str = ""


def due_now(enforcement: Enforcement, writable: tuple[str, ...], today: date) -> tuple[DueNow, ...]:
    """The open tasks, the first day first; monitoring is due once its last day has come."""
    subject = str(enforcement.pk)
    tasks = enforcement.case.tasks.filter(
        kind__startswith="enforcement.", subject=subject, ended_at=None
    ).order_by("pk")
    found = [
        _due(enforcement, one.kind, one.due_on, writable, today)
        for one in tasks
        if one.kind != due.MONITOR or (one.due_on is not None and one.due_on <= today)
    ]
    return tuple(sorted(found, key=lambda one: one.on or date.max))


def _due(
    enforcement: Enforcement, kind: str, on: date | None, writable: tuple[str, ...], today: date
) -> DueNow:
    is_late = on is not None and on < today
    if kind == due.CHECKS:
        return DueNow(kind, on, is_late, "checks")
    if kind in _PAGES:
        return DueNow(kind, on, is_late, _PAGES[kind])
    heard = unreported(enforcement)
    document = _WRITTEN.get(kind, heard.kind if heard else "")
    return DueNow(kind, on, is_late, "write" if document in writable else "", document)
