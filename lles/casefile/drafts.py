"""The second door: what somebody types is saved as they type, one revision after another, until a change
uses it.

The same right to work on the case is asked as at the first door. Nothing is overwritten: a saving by one who
has not seen the last revision is refused with that revision, so that both texts can be shown. A draft of no
case is its writer's own; a shared one belongs to what several people write together before there is a
case, and the page asks who may.
"""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connection, transaction
from django.db.models import QuerySet

from lles.casefile.access import Verb, may
from lles.casefile.inserting import insert
from lles.casefile.locations import opened, sealed
from lles.casefile.models import Case, Draft, Officer
from lles.casefile.prepared import Asked
from lles.casefile.rules.drafts import Revision, Saving, Turn, turn_of

Content = Mapping[str, Sequence[str]]
LONGEST = 400_000


@dataclass(frozen=True)
class Written:
    """A revision of a draft, opened: what was typed, by whom and when; `ended` where a change has used it,
    and then what the change was made from, nothing where it was only set aside."""

    revision: int
    content: Content
    by: Officer
    at: datetime
    ended: bool
    sheet: str
    turn: int


@dataclass(frozen=True)
class Used:
    """The draft from which a change was made, what its writer had seen of it, and what they made it from."""

    kind: str
    subject: str
    saving: Saving
    shared: bool = False
    content: Content = field(default_factory=dict)


class Overtaken(Exception):
    """Somebody else saved a later revision; nothing was overwritten, and theirs comes with this."""

    name = "overtaken"

    def __init__(self, theirs: Written) -> None:
        self.theirs = theirs
        super().__init__(f"revision {theirs.revision} was saved in between")


class NotTheDraftOf(Exception):
    """Who asks may not work on the case, or the words were saved at another place."""


class TooLong(Exception):
    """More was typed than a draft holds."""


def latest(*, by: Officer, kind: str, subject: str, case: Case | None = None) -> Written | None:
    """The draft in hand, for one who works on the case; None where there is none or a change has used it."""
    found = standing(by=by, kind=kind, subject=subject, case=case)
    return found if found and not found.ended else None


def standing(
    *, by: Officer, kind: str, subject: str, case: Case | None = None, shared: bool = False
) -> Written | None:
    """The last revision, also one that a change has used."""
    return _last(by, kind, subject, case, shared) if may(by, Verb.WORK, case) else None


def all_shared(*, by: Officer, kind: str) -> dict[str, Written]:
    """The last revision of every shared draft of a kind by its subject, also those that were used."""
    if not may(by, Verb.WORK, None):
        return {}
    return {row.subject: _written(row) for row in _SHARED.all_of(kind)}


def _shared(kind: str) -> QuerySet[Draft]:
    """The last revision of every shared draft of a kind."""
    rows = Draft.objects.filter(case=None, shared=True, kind=kind)
    return rows.order_by("subject", "-revision").distinct("subject")


_SHARED = Asked(lambda kind: _shared(kind).select_related("by"))
_SHARED_UNOPENED = Asked(lambda kind: _shared(kind).only("subject", "revision", "ended"))


def is_in_hand(case: Case, kind: str, subject: str = "case") -> bool:
    """Whether words of a page of a case are saved that no change has used; they stay closed."""
    of_page = Draft.objects.filter(case=case, kind=kind, subject=subject)
    return of_page.order_by("-revision").values_list("ended", flat=True).first() is False


def save(
    *, by: Officer, at: datetime, kind: str, subject: str, content: Content, seen_revision: int,
    case: Case | None = None, sheet: str = "", turn: int = 0, shared: bool = False,
) -> int:  # fmt: skip
    """Saves what was typed as the next revision, and says its number; another's is never overwritten."""
    return _append(Used(kind, subject, Saving(seen_revision, sheet, turn), shared), by, at, case, content)


def end(*, by: Officer, at: datetime, used: Used, case: Case | None = None) -> None:
    """Says that a change was made from the draft: once, and by nobody who has not seen the last revision."""
    with transaction.atomic():
        _append(used, by, at, case, None)


def end_all_shared(*, by: Officer, at: datetime, kind: str, seen: Mapping[str, int]) -> None:
    """Says that one change was made from all shared drafts of a kind, as far as each of them was seen."""
    if not may(by, Verb.WORK, None):
        raise NotTheDraftOf(f"{by} does not work on it")
    with transaction.atomic(savepoint=False):
        _one_at_a_time(Used(kind, "", Saving(0), shared=True), by, None)
        live = {row.subject: row.revision for row in _SHARED_UNOPENED.all_of(kind) if not row.ended}
        if any(seen.get(subject) != revision for subject, revision in live.items()):
            written = all_shared(by=by, kind=kind)
            raise Overtaken(next(written[one] for one in live if seen.get(one) != live[one]))
        ended = [(Used(kind, one, Saving(0), shared=True), revision) for one, revision in live.items()]
        insert(
            Draft(
                kind=kind, subject=used.subject, revision=revision + 1, ended=True, shared=True,
                content=_closed(used, by, None, {}), by=by, at=at,
            )
            for used, revision in ended
        )  # fmt: skip


def _append(used: Used, by: Officer, at: datetime, case: Case | None, content: Content | None) -> int:
    """One more revision; without content it says that the draft was used."""
    if not may(by, Verb.WORK, case):
        raise NotTheDraftOf(f"{by} does not work on it")
    with transaction.atomic():
        _one_at_a_time(used, by, case)
        last = _last(by, used.kind, used.subject, case, used.shared)
        turn = turn_of(_as_revision(last), used.saving)
        again = turn is Turn.CAME_ALREADY and last is not None
        if last and (turn is Turn.OVERTAKEN or (again and content is None and last.ended)):
            raise Overtaken(last)
        if again and last and content is not None:
            return last.revision
        number = last.revision + 1 if last else 1
        Draft.objects.create(
            case=case, kind=used.kind, subject=used.subject, revision=number, ended=content is None,
            begins=content is not None and (last is None or last.ended),
            content=_closed(used, by, case, content) if content is not None else _recorded(used, by, case),
            sheet=used.saving.sheet, turn=used.saving.turn,
            shared=used.shared, by=by, at=at,
        )  # fmt: skip
        return number


def _one_at_a_time(used: Used, by: Officer, case: Case | None) -> None:
    """Two savings of one draft wait for each other; of shared drafts, all of one kind."""
    place = _place(used.kind, used.subject, by.pk, case.pk if case else None, used.shared)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [" ".join(place[:2] if used.shared else place)],
        )


def _as_revision(last: Written | None) -> Revision | None:
    return Revision(last.revision, last.sheet, last.turn, last.ended) if last else None


def _last(by: Officer, kind: str, subject: str, case: Case | None, shared: bool) -> Written | None:
    own = {} if case or shared else {"by": by}
    of_page = Draft.objects.filter(case=case, kind=kind, subject=subject, shared=shared, **own)
    row = of_page.select_related("by").order_by("-revision").first()
    return _written(row) if row else None


def _place(kind: str, subject: str, by: int, case: int | None, shared: bool) -> list[str]:
    """Where words belong; they are sealed with it, so that they open nowhere else."""
    alone = "shared" if shared else f"officer {by}"
    return [f"case {case}" if case else alone, kind, subject]


def _recorded(used: Used, by: Officer, case: Case | None) -> bytes:
    """What a change was made from; the change itself is not held up by a text that is too long to keep."""
    try:
        return _closed(used, by, case, used.content)
    except TooLong:
        return _closed(used, by, case, {})


def _closed(used: Used, by: Officer, case: Case | None, content: Content) -> bytes:
    typed = {name: list(values) for name, values in content.items()}
    place = _place(used.kind, used.subject, by.pk, case.pk if case else None, used.shared)
    whole = json.dumps({"place": place, "typed": typed}).encode()
    if len(whole) > LONGEST:
        raise TooLong(f"{len(whole)} bytes")
    return sealed(zlib.compress(whole))


def _written(row: Draft) -> Written:
    whole = json.loads(zlib.decompress(opened(bytes(row.content))))
    if whole["place"] != _place(row.kind, row.subject, row.by_id, row.case_id, row.shared):
        raise NotTheDraftOf(f"draft {row.pk} holds words of another place")
    return Written(row.revision, whole["typed"], row.by, row.at, row.ended, row.sheet, row.turn)
