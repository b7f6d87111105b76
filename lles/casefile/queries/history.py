"""The timeline as pages read it: the latest first, a stretch at a time; refusals are kept but not shown."""

import json
import re
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, Count, QuerySet
from django.db.models.expressions import RawSQL

from lles.casefile import timeline
from lles.casefile.models import Case, Entry
from lles.casefile.queries.work import EntryRow
from lles.law.bilingual import Language

STRETCH = 50
NOT_SHOWN = ("refused",)


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
    language: Language,
    *,
    wanted: Wanted = EVERYTHING,
    before: int | None = None,
    at_most: int = STRETCH,
) -> tuple[EntryRow, ...]:
    """One stretch of the timeline in one language; `before` is the entry where the stretch above ended."""
    entries = _wanted(_shown(case), wanted)
    if before is not None:
        entries = entries.filter(pk__lt=before)
    stretch = sorted(entries.order_by("-pk")[:at_most], key=lambda one: (one.at, one.pk), reverse=True)
    return tuple(_row(entry, language) for entry in stretch)


def lines_wanted(case: Case, wanted: Wanted) -> int:
    """How many lines of the timeline somebody wants to read."""
    return _wanted(_shown(case), wanted).count()


def writers_of(case: Case) -> Writers:
    """How many lines there are, and everybody who wrote one."""
    by_whom = _shown(case).order_by("by__name", "by").values_list("by", "by__name")
    counted = list(by_whom.annotate(lines=Count("pk")))
    return Writers(sum(lines for *_, lines in counted), tuple((by, name) for by, name, _ in counted))


def entries_after(case: Case, entry: int, language: Language, at_most: int = 20) -> tuple[EntryRow, ...]:
    """What was written on the timeline after an entry: who changed what since a page was opened."""
    later = _shown(case).filter(pk__gt=entry)
    return tuple(_row(one, language) for one in later.order_by("pk")[:at_most])


def last_entry(case: Case) -> int:
    """The latest entry of a case, 0 where there is none."""
    return case.entries.order_by("-pk").values_list("pk", flat=True).first() or 0


def _shown(case: Case) -> QuerySet[Entry]:
    entries = case.entries.exclude(kind__in=NOT_SHOWN).select_related("by")
    return entries.only("case", "kind", "facts", "at", "by__name")


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


def _row(entry: Entry, language: Language) -> EntryRow:
    return EntryRow(entry, timeline.read(entry.kind, entry.facts, language))
