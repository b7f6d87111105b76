"""What follows from the record: a short-notice letter, a note of what is missing, an update."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import prefetch_related_objects

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task, open_tasks_of
from lles.casefile.models import Case, Conversation
from lles.casefile.once import reading
from lles.casefile.passage import is_new
from lles.casefile.queries.readers import adults
from lles.casefile.queries.service_law import knowing_the_calendar
from lles.casefile.queries.work import checks_of, conversations_of
from lles.casefile.timeline import LONDON
from lles.law.pathway import Pathway
from lles.work.safeguarding.queries.filing import KIND
from lles.work.safeguarding.queries.screening import is_called_for
from lles.work.safeguarding.queries.short_notice import (
    first_hearing_is_to_come,
    hearing_comes_too_soon,
    is_on_its_way,
    kinds_the_court_has,
    last_told_at,
    news_moments,
    outstanding,
)
from lles.work.safeguarding.rules.checks import (
    NotReadyFacts,
    court_is_told_what_is_missing_before_the_first_hearing,
)
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.rules.letter_filing import later_information_makes_an_update

SHORT_NOTICE, NOT_READY, UPDATE = (
    "safeguarding.short_notice",
    "safeguarding.not_ready",
    "safeguarding.update",
)

CHECKS, CALL = "safeguarding.checks", "safeguarding.call"
_DOCUMENTS = {SHORT_NOTICE: FurtherKind.SHORT_NOTICE, NOT_READY: FurtherKind.NOTE, UPDATE: FurtherKind.UPDATE}


@reading()
def follow(case: Case, at: datetime) -> None:
    """Opens what has become necessary and ends what no longer is."""
    fresh = case if is_new(case) else Case.objects.get(pk=case.pk)
    prefetch_related_objects([fresh], "hearings", "children", "directions")
    with knowing_the_calendar():
        filed = frozenset() if is_new(case) else kinds_the_court_has(fresh)
        needed = _needed(fresh, filed, at.astimezone(LONDON).date())
    every = {task.kind for task in open_tasks_of(case, (*_DOCUMENTS, CHECKS, CALL))}
    if KIND in filed:
        for kind in sorted(every & {CHECKS, CALL} - _outstanding(fresh)):
            end_tasks(case=case, by=the_service(), at=at, kind=kind, outcome="filed")
    open_now = every & _DOCUMENTS.keys()
    if needed - open_now - {UPDATE} and not is_called_for(fresh):
        needed &= {UPDATE}
    for kind in sorted(needed ^ open_now):
        if kind in needed:
            open_task(case=case, by=the_service(), at=at, kind=kind)
        else:
            outcome = "filed" if _DOCUMENTS[kind] in filed else "not_needed"
            end_tasks(case=case, by=the_service(), at=at, kind=kind, outcome=outcome)


def _outstanding(case: Case) -> set[str]:
    """What goes on once the court has the letter, for the update to tell: a check that nobody has answered,
    and an adult whom nobody has reached."""
    reached = {one.party_id for one in conversations_of(case) if one.outcome == Conversation.SPOKE}
    to_reach = {one.pk for one in adults(case) if one.in_latest_answer}
    checks = outstanding(checks_of(case))
    return {kind for kind, is_so in ((CHECKS, checks), (CALL, to_reach - reached)) if is_so}


def _needed(case: Case, filed: Collection[str], on: date) -> set[str]:
    told, since = FurtherKind.SHORT_NOTICE in filed, None if is_new(case) else last_told_at(case)
    soon = not told and KIND not in filed and hearing_comes_too_soon(case) is not None
    note = not soon and _is_note_needed(case, since, on, is_told=told or FurtherKind.NOTE in filed)
    update = since is not None and later_information_makes_an_update(
        news=len(news_moments(case, since)),
        is_on_its_way=is_on_its_way(case, FurtherKind.UPDATE),
    )
    return {kind for kind, so in ((SHORT_NOTICE, soon), (NOT_READY, note), (UPDATE, update)) if so}


def _is_note_needed(case: Case, since: datetime | None, on: date, *, is_told: bool) -> bool:
    if case.pathway != Pathway.CAP:
        return False
    facts = NotReadyFacts(
        hearing_is_listed=first_hearing_is_to_come(case, on),
        letter_is_missing=since is None,
        checks_out=0 if since is None or is_told else len(outstanding(checks_of(case))),
        is_told=is_told,
    )
    return court_is_told_what_is_missing_before_the_first_hearing(facts) is not None
