"""The timeline as pages read it: the latest first, a stretch at a time. That the rules refused somebody a
change is not shown; nobody reads there that they were shut out of the case themselves; typed words that
name a place stay closed."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from django.db.models import BooleanField, Count, Exists, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from lles.casefile import register, timeline
from lles.casefile.models import Case, Entry, Exclusion, Officer
from lles.casefile.prepared import Asked
from lles.casefile.queries.work import EntryRow
from lles.law.bilingual import Filling, Language

STRETCH = 50
NOT_SHOWN = ("refused",)
Closed = Callable[[str], bool]


@dataclass(frozen=True)
class Wanted:
    """What somebody wants to read of a timeline: of these groups, by one person, with a name in its facts,
    from one day to another in London. What is empty leaves everything in; together they narrow each other."""

    groups: tuple[str, ...] = ()
    by: int | None = None
    names: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


EVERYTHING = Wanted()


@dataclass(frozen=True)
class Writers:
    """How many lines a timeline has, and who wrote them, by name."""

    lines: int
    people: tuple[tuple[int, str], ...]


def history_of(
    case: Case,
    reader: Officer,
    language: Language,
    is_closed: Closed,
    *,
    wanted: Wanted = EVERYTHING,
    before: int | None = None,
    at_most: int = STRETCH,
    opened: int = 0,
) -> tuple[EntryRow, ...]:
    """One stretch of the timeline in one language; `before` is the entry where the stretch above ended, and
    `opened` one whose words are shown whatever they name."""
    if before is None and wanted.is_everything:
        found = _latest(at_most).all_of(case.pk, reader.pk)
    else:
        since = {} if before is None else {"pk__lt": before}
        found = list(_wanted(_shown(case.pk, reader.pk), wanted).filter(**since).order_by("-pk")[:at_most])
    stretch = sorted(found, key=lambda one: (one.at, one.pk), reverse=True)
    return tuple(_row(one, language, _nothing if one.pk == opened else is_closed) for one in stretch)


def lines_wanted(case: Case, reader: Officer, wanted: Wanted) -> int:
    """How many lines of the timeline somebody wants to read."""
    return _wanted(_shown(case.pk, reader.pk), wanted).count()


def writers_of(case: Case, reader: Officer) -> Writers:
    """How many lines there are, and everybody who wrote one."""
    by_whom = _shown(case.pk, reader.pk).order_by("by__name", "by").values_list("by", "by__name")
    counted = list(by_whom.annotate(lines=Count("pk")))
    return Writers(sum(lines for *_, lines in counted), tuple((by, name) for by, name, _ in counted))


def entries_after(
    case: Case, reader: Officer, entry: int, language: Language, is_closed: Closed, at_most: int = 20
) -> tuple[EntryRow, ...]:
    """What was written on the timeline after an entry: who changed what since a page was opened."""
    later = _shown(case.pk, reader.pk).filter(pk__gt=entry)
    return tuple(_row(one, language, is_closed) for one in later.order_by("pk")[:at_most])


def is_closed_entry(case: Case, reader: Officer, entry: int, is_closed: Closed) -> bool:
    """Whether an entry that a reader finds on the timeline of a case has words that stay closed."""
    return any(
        _row(found, "en", is_closed).is_closed for found in _shown(case.pk, reader.pk).filter(pk=entry)
    )


def last_entry(case: Case) -> int:
    """The latest entry of a case, 0 where there is none."""
    return case.entries.order_by("-pk").values_list("pk", flat=True).first() or 0


@cache
def _latest(at_most: int) -> Asked[Entry]:
    return Asked(lambda case, reader: _shown(case, reader).order_by("-pk")[:at_most])


def _shown(case: int, reader: int) -> QuerySet[Entry]:
    mine = Exclusion.objects.filter(case=OuterRef("case"), officer_id=reader)
    began = Q(kind="shut_out") & Exists(mine.filter(began_at=OuterRef("at")))
    ended = Q(kind="let_in") & Exists(mine.filter(ended_at=OuterRef("at")))
    entries = Entry.objects.filter(case_id=case).exclude(kind__in=NOT_SHOWN).exclude(began | ended)
    return entries.select_related("by").only("case", "kind", "facts", "at", "by__name")


def _wanted(entries: QuerySet[Entry], wanted: Wanted) -> QuerySet[Entry]:
    if wanted.groups:
        kinds = timeline.groups()
        entries = entries.filter(kind__in=[kind for group in wanted.groups for kind in kinds[group]])
    if wanted.by is not None:
        entries = entries.filter(by=wanted.by)
    if wanted.names:
        entries = entries.filter(_names(wanted.names))
    if wanted.since:
        entries = entries.filter(at__date__gte=wanted.since)
    if wanted.until:
        entries = entries.filter(at__date__lte=wanted.until)
    return entries


def _names(name: str) -> RawSQL:
    """The facts say this name, not only as a part of a longer one."""
    as_kept = json.dumps(name, ensure_ascii=False)[1:-1]
    pattern = rf"(?<![\w-]){re.escape(as_kept)}(?![\w-])"
    return RawSQL("casefile_entry.facts::text ~ %s", (pattern,), output_field=BooleanField())


def _row(entry: Entry, language: Language, is_closed: Closed) -> EntryRow:
    closed: list[str] = []

    def typed(words: str) -> Filling:
        if not is_closed(words):
            return words
        closed.append(words)
        return timeline.word("typed.closed")

    lines = timeline.read(entry.kind, entry.facts, language, typed)
    return EntryRow(entry, lines, bool(closed), register.leading(entry.kind))


def _nothing(*words: str) -> bool:
    return False
