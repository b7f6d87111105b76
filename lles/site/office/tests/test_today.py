"""Today in its order: what hurts first, how much of it, and since when something is new."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone, translation

from lles.casefile import register
from lles.casefile.access import Verb
from lles.casefile.models import Case, Officer, Sighting
from lles.casefile.queries.desk import desk_of
from lles.casefile.queries.today import TodayTask
from lles.casefile.timeline import LONDON
from lles.site.office.today import counts, since

MONDAY = date(2026, 3, 9)
RULED = '{"provision": "SG-LETTER-DUE"}'


def task(
    pk: int, days: int | None, *, kind: str = "safeguarding.letter", due: str | None = RULED
) -> TodayTask:
    on = None if days is None else MONDAY + timedelta(days=days)
    return TodayTask(
        pk=pk, kind=register.task_kind(kind), subject="", due_on=on, due=due, case=1, reference="C-1",
        person="", children=(), hearing_at=None, is_urgent=False,
    )  # fmt: skip


def test_what_hurts_first_comes_first() -> None:
    (first,) = [kind.name for kind in register.task_kinds() if kind.comes_first][:1]
    hurting = [
        task(9, 30, kind=first), task(8, -20), task(7, -1), task(6, 0), task(5, 6),
        task(4, None, due=None), task(3, 7), task(2, 30), task(1, None),
    ]  # fmt: skip
    assert sorted(hurting[::-1], key=lambda one: one.pain(MONDAY)) == hurting


def test_it_counts_what_is_late_what_this_week_brings_and_what_waits_for_a_signature() -> None:
    signing = next(iter(register.task_kinds_that_need(Verb.APPROVE)))
    found = counts([task(1, -1), task(2, 0), task(3, 6), task(4, 7), task(5, None, kind=signing)], MONDAY)
    assert (found.late, found.this_week, found.to_sign, found.all) == (1, 2, 1, 5)


def test_new_is_what_others_did_since_the_last_look_before_today(
    case: Case, own: Officer, manager: Officer, service: Officer
) -> None:
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    looked, before = midnight - timedelta(hours=7), midnight - timedelta(days=3)
    Sighting.objects.create(case=case, officer=own, what="case", at=looked)
    Sighting.objects.create(case=case, officer=own, what="case", at=midnight + timedelta(minutes=1))
    mine, manager = own, manager
    for by, at in (
        (manager, looked - timedelta(hours=1)),
        (manager, looked + timedelta(hours=1)),
        (mine, midnight),
    ):
        case.entries.create(kind="note_added", facts={"by": by.name, "note": 1}, by=by, at=at)
    desk = desk_of(own, midnight, before, "en")
    assert desk.since == looked
    assert [(one.by, one.at) for one in desk.came_in] == [(manager.name, looked + timedelta(hours=1))]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 3, 6, tzinfo=LONDON), "Came in since Fri 6 March"),
        (datetime(2026, 3, 6, 17, 2, tzinfo=LONDON), "Came in since Fri 6 March, 5:02pm"),
    ],
)
def test_a_whole_day_is_said_without_an_hour(at: datetime, said: str) -> None:
    with translation.override("en"):
        assert since(at) == said
