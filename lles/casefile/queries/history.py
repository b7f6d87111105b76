"""The timeline as pages read it: the latest first, a stretch at a time; refusals are kept but not shown."""

from django.db.models import QuerySet

from lles.casefile import timeline
from lles.casefile.models import Case, Entry
from lles.casefile.queries.work import EntryRow
from lles.law.bilingual import Language

STRETCH = 50
NOT_SHOWN = ("refused",)


def history_of(
    case: Case, language: Language, *, before: int | None = None, at_most: int = STRETCH
) -> tuple[EntryRow, ...]:
    """One stretch of the timeline in one language; `before` is the entry where the stretch above ended."""
    entries = _shown(case)
    if before is not None:
        entries = entries.filter(pk__lt=before)
    stretch = sorted(entries.order_by("-pk")[:at_most], key=lambda one: (one.at, one.pk), reverse=True)
    return tuple(_row(entry, language) for entry in stretch)


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


def _row(entry: Entry, language: Language) -> EntryRow:
    return EntryRow(entry, timeline.read(entry.kind, entry.facts, language))
