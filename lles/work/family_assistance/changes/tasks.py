"""The tasks of a family assistance order, and which of them the file asks for now."""

from collections.abc import Collection
from datetime import datetime

from lles.casefile.changes.tasks import end_tasks, open_task, open_tasks_of
from lles.casefile.models import Officer, Party
from lles.casefile.queries.directions import first_of
from lles.work.family_assistance import rules
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.due import (
    ADDRESS,
    CLOSING,
    CONSENT,
    END,
    LETTER,
    NAMED,
    PLAN,
    REPORTED,
    REVIEW,
    TERMS,
    TOLD,
)
from lles.work.family_assistance.queries.facts import (
    clock_of,
    complete_plan,
    everything_has_its_outcome,
    is_of_an_authority,
    lack_of_consent,
    moved,
    not_told_of_the_plan,
    reports_to_come,
    was_reviewed,
)
from lles.work.family_assistance.queries.named import named_in, named_people
from lles.work.family_assistance.queries.papers import untold
from lles.work.family_assistance.rules.papers import Paper


def follow(assistance: Assistance, by: Officer, at: datetime) -> None:
    """Inside a change: opens what the order asks for as it stands now, and ends what it asks for no more. The
    work itself is ours where an officer of the service does it; a local authority has its own (FAO-LA)."""
    clock = clock_of(assistance)
    _hold(assistance, by, at, TERMS, assistance.order is not None and assistance.terms_at is None)
    runs = clock is not None and clock.ends_on is not None
    ours = runs and not is_of_an_authority(assistance)
    _hold(assistance, by, at, PLAN, ours and complete_plan(assistance) is None)
    _hold(assistance, by, at, REVIEW, ours and not was_reviewed(assistance))
    ended = ours and everything_has_its_outcome(assistance)
    _hold(assistance, by, at, END, ours and not ended)
    _hold(assistance, by, at, LETTER, ours and not ended and bool(untold(assistance, Paper.LETTER)))
    _hold(assistance, by, at, CLOSING, ended and bool(untold(assistance, Paper.CLOSING)))
    _hold(assistance, by, at, NAMED, assistance.as_sealed and _names_somebody_else(assistance))
    _follow_report(assistance, by, at)
    _hold_each(assistance, by, at, CONSENT, _unconsented(assistance))
    _hold_each(assistance, by, at, TOLD, not_told_of_the_plan(assistance) if ours and not ended else ())
    _hold_each(assistance, by, at, ADDRESS, moved(assistance) if runs and not ended else ())


def _names_somebody_else(assistance: Assistance) -> bool:
    """Whether a sealed order names somebody whom the statute does not allow (FAO-NAMED)."""
    named = named_people(assistance)
    return assistance.order is not None and any(
        one.warns for one in rules.only_people_close_to_the_child_are_named(named, is_sealed=True)
    )


def _hold(assistance: Assistance, by: Officer, at: datetime, kind: str, wanted: bool) -> None:
    subject = str(assistance.pk)
    if wanted:
        open_task(case=assistance.case, by=by, at=at, kind=kind, subject=subject)
    else:
        end_tasks(case=assistance.case, by=by, at=at, kind=kind, outcome="done", subject=subject)


def _follow_report(assistance: Assistance, by: Officer, at: datetime) -> None:
    """Each report that the court directed waits until the court has it, or asks for it no more."""
    case, own = assistance.case, str(assistance.pk)
    wanted = {f"{own}-{first_of(one)}": one for one in reports_to_come(assistance)}
    for subject, direction in wanted.items():
        open_task(case=case, by=by, at=at, kind=REPORTED, direction=direction, subject=subject)
    for task in open_tasks_of(case, [REPORTED]):
        if task.subject.partition("-")[0] == own and task.subject not in wanted:
            end_tasks(case=case, by=by, at=at, kind=REPORTED, outcome="done", subject=task.subject)


def _unconsented(assistance: Assistance) -> list[Party]:
    """A sealed order without our record of a consent is taken as made; somebody finds out (FAO-CONSENT)."""
    if assistance.order is None or assistance.order.made_on is None:
        return []
    lacking = {dict(found.facts)["person"] for found in lack_of_consent(assistance)}
    return [one.party for one in named_in(assistance) if one.party and f"party:{one.party_id}" in lacking]


def _hold_each(
    assistance: Assistance, by: Officer, at: datetime, kind: str, wanted: Collection[Party]
) -> None:
    """Holds a task about each of some adults, and ends it about every other whom the order named."""
    case, subject = assistance.case, str(assistance.pk)
    for one in wanted:
        open_task(case=case, by=by, at=at, kind=kind, party=one, subject=subject)
    keys = {one.pk for one in wanted}
    for task in open_tasks_of(case, [kind]):
        if task.subject == subject and task.party_id not in keys:
            end_tasks(case=case, by=by, at=at, kind=kind, party=task.party, outcome="done", subject=subject)
