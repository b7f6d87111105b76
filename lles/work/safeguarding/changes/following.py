"""What follows from the record: a short-notice letter, a note of what is missing, an update."""

from datetime import datetime

from django.db.models import prefetch_related_objects

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Case
from lles.law.pathway import Pathway
from lles.work.safeguarding.queries.filing import KIND, sealed_letter
from lles.work.safeguarding.queries.short_notice import (
    court_has,
    first_attended,
    hearing_comes_too_soon,
    is_information_missing,
    is_on_its_way,
    last_told_at,
    news_moments,
)
from lles.work.safeguarding.rules.further_facts import FurtherKind

SHORT_NOTICE, NOT_READY, UPDATE = (
    "safeguarding.short_notice",
    "safeguarding.not_ready",
    "safeguarding.update",
)


def follow(case: Case, at: datetime) -> None:
    """Opens what has become necessary and ends what no longer is."""
    fresh = Case.objects.get(pk=case.pk)
    prefetch_related_objects([fresh], "hearings", "children")
    told = _is_told_at_short_notice(fresh)
    soon = not told and hearing_comes_too_soon(fresh) and not court_has(fresh, KIND)
    _set(fresh, SHORT_NOTICE, at, needed=soon)
    _set(fresh, NOT_READY, at, needed=not told and not soon and _is_note_needed(fresh))
    _set(fresh, UPDATE, at, needed=_is_update_needed(fresh))


def _is_told_at_short_notice(case: Case) -> bool:
    return court_has(case, FurtherKind.SHORT_NOTICE)


def _is_note_needed(case: Case) -> bool:
    if case.pathway != Pathway.CAP or first_attended(case) is None:
        return False
    return is_information_missing(case) and not court_has(case, FurtherKind.NOTE)


def _is_update_needed(case: Case) -> bool:
    since = last_told_at(case)
    if since is None or sealed_letter(case) is None:
        return False
    return bool(news_moments(case, since)) or is_on_its_way(case, FurtherKind.UPDATE)


def _set(case: Case, kind: str, at: datetime, *, needed: bool) -> None:
    if needed:
        open_task(case=case, by=the_service(), at=at, kind=kind)
    else:
        outcome = "filed" if court_has(case, _DOCUMENTS[kind]) else "not_needed"
        end_tasks(case=case, by=the_service(), at=at, kind=kind, outcome=outcome)


_DOCUMENTS = {SHORT_NOTICE: FurtherKind.SHORT_NOTICE, NOT_READY: FurtherKind.NOTE, UPDATE: FurtherKind.UPDATE}
