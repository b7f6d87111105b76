"""Today in its order: what hurts first, how much of it, and since when something is new."""

import json
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone, translation

from lles.casefile import register
from lles.casefile.access import Verb
from lles.casefile.models import Case, Officer, Sighting
from lles.casefile.queries.desk import Desk, desk_of
from lles.casefile.queries.today import TodayTask
from lles.casefile.timeline import LONDON
from lles.casefile.views.say import Say
from lles.law.bilingual import Language
from lles.law.calendar import court_calendar
from lles.site.frame.words import short_day
from lles.site.office.today import Lines, counts, since

MONDAY = date(2026, 3, 9)
SAYS = {"en": "Due on a day.", "cy": "Dyddiad cwblhau."}
NO_TARGET = dict.fromkeys(("target_on", "last_arguable_on", "within_on"))
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


def test_it_says_until_when_a_day_can_be_argued_only_where_it_can() -> None:
    """A target before a hearing has two readings, told while it stands and after; days after receipt, and the
    day of an order, have one."""
    passed, ahead = MONDAY - timedelta(days=3), MONDAY + timedelta(days=2)
    days = {"on": passed.isoformat(), "last_arguable_on": ahead.isoformat(), "findings": [], "says": SAYS}
    before = {**days, "provision": "SG-LETTER-BEFORE", "target_on": passed.isoformat(), "within_on": None}
    after_receipt = {**before, "provision": "SG-LETTER-WITHIN-E", "target_on": MONDAY.isoformat()}
    due = [before, after_receipt, {**before, "provision": "CAL-ORDER-WINS"}]
    desk = Desk(timezone.now(), False, (), (), (), {})
    with translation.override("en"):
        lines = Lines(Say("en", MONDAY), desk, court_calendar(), ())
        found = [line.notes for line in lines.of([task(1, -3, due=json.dumps(one)) for one in due])]
        said = f"Last day that can be argued: {short_day(ahead)}"
        in_time = {**before, "on": MONDAY.isoformat(), "target_on": MONDAY.isoformat()}
        (standing,) = lines.of([task(1, 0, due=json.dumps(in_time))])
    assert found == [(said,), (), ()]
    assert standing.notes == (said,)


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


@pytest.mark.parametrize(("language", "said"), [("en", "Due Mon 9 March, 7:02am"), ("cy", ", 7:02am")])
def test_a_task_with_an_hour_says_it(language: Language, said: str) -> None:
    due = {"provision": "CAL-ORDER-WINS", "on": MONDAY.isoformat(), "findings": [], "says": SAYS}
    desk = Desk(timezone.now(), False, (), (), (), {})
    with translation.override(language):
        lines = Lines(Say(language, MONDAY), desk, court_calendar(), ())
        tasks = [
            task(1, 0, due=json.dumps({**due, **NO_TARGET, "at_time": hour})) for hour in ("07:02", None)
        ]
        with_hour, without = (line.due for line in lines.of(tasks))
    assert with_hour.endswith(said)
    assert with_hour.startswith(without)
    assert "am" not in without
