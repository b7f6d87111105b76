"""What has left already and holds a detail that became protected since: it is named, whichever way the
protection came, and somebody decides what is done about it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.documents import COURT, Made
from lles.casefile.gate import Refusal, refusals, sealed
from lles.casefile.models import Case, Document, Officer, Party
from lles.casefile.passage import is_new
from lles.casefile.queries.left import documents_that_left
from lles.casefile.timeline import Said, Word, reader_in_words, says
from lles.law.bilingual import Text
from lles.links.store import StoreError

TASK = "casefile.left_before"
T = TypeVar("T")


def and_what_left(
    *, case: Case, by: Officer, at: datetime, protect: Callable[[], T]
) -> tuple[T, tuple[Said, ...]]:
    """Inside a change: does what may protect a detail, and names every document that has left and holds what
    is protected by that, and what cannot be read at the moment, which may hold it. A task then asks somebody
    to decide what is done about them (CONF-LEFT). To protect answers False where nothing changed."""
    gone = () if is_new(case) else documents_that_left(case)
    opened = [(one, _opened(one)) for one in gone]
    left = [(one, made) for one, made in opened if made is not None]
    before = [_refused(case, made) for _one, made in left]
    done = protect()
    more = [one for (one, made), was in zip(left, before, strict=True) if _refused(case, made) - was]
    unread = [one for one, made in opened if made is None and done is not False]
    if more or unread:
        open_task(case=case, by=by, at=at, kind=TASK)
    return done, (*_named(more), *_named(unread, "may_hold_and_left"))


@change(needs=Verb.WORK)
def left_dealt_with(
    *, case: Case, by: Officer, at: datetime, done: str, seen: int | None = None
) -> Done[None]:
    """Records what was done about what had left before a detail in it became protected."""
    end_tasks(case=case, by=by, at=at, kind=TASK, outcome="done")
    return Done(None, says("left_dealt_with", why=done))


def holding_and_left(case: Case) -> tuple[Said, ...]:
    """Every document that has left and holds what is protected from its reader now."""
    opened = [(one, _opened(one)) for one in documents_that_left(case)]
    held = [one for one, made in opened if made is not None and _refused(case, made)]
    return (*_named(held), *_named([one for one, made in opened if made is None], "may_hold_and_left"))


def _opened(document: Document) -> Made | None:
    """A sealed document; None while the store does not give it, so that nobody can say what it holds."""
    try:
        return sealed(document)
    except StoreError:
        return None


def _refused(case: Case, made: Made) -> frozenset[Refusal]:
    """What its reader must not learn; for a reader whom the court calls otherwise by now, what nobody may."""
    try:
        return frozenset(refusals(case, made))
    except Party.DoesNotExist:
        return frozenset(refusals(case, replace(made, reader=COURT)))


def _named(documents: list[Document], kind: str = "holds_and_left") -> list[Said]:
    each = {(one.kind, one.version, one.reader): one for one in documents}.values()
    return [_line(one, kind) for one in each]


def _line(document: Document, kind: str) -> Said:
    person = document.party or document.child
    who = Text(en=person.name, cy=person.name) if person else reader_in_words(document.reader)
    what = Word(f"document.{document.kind}")
    return says(kind, document=what, version=document.version, reader=who)
