"""What waits under an order: who was not told of the plan, a new address, steps open after the end."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from lles.casefile import locations
from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.changes.whereabouts import protect_whereabouts, record_whereabouts
from lles.casefile.models import Case, Officer, Party
from lles.casefile.rules.whereabouts import Told
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.work.family_assistance.changes.order import propose_assistance
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.plan import record_work, tell_plan, write_plan
from lles.work.family_assistance.changes.wrong import record_wrong
from lles.work.family_assistance.models import Assistance, Plan, Worked
from lles.work.family_assistance.queries.facts import ADDRESS, CONTACT, REPORT
from lles.work.family_assistance.queries.pages import shown
from lles.work.family_assistance.queries.papers import Typed
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import checked
from lles.work.family_assistance.tests.test_papers import BOTH
from lles.work.family_assistance.tests.test_plan import PLAN

Record = Callable[..., Assistance]
LAST = date(2026, 9, 3)
AFTER = datetime(2026, 9, 4, 9, tzinfo=UTC)


def waits(case: Case, kind: str) -> set[str]:
    """The names of the people about whom a task is open; one name of nobody where it is about nobody."""
    found = case.tasks.filter(kind=f"family_assistance.{kind}", ended_at=None)
    return {one.party.name if one.party else "" for one in found}


def said(assistance: Assistance, provision: str, on: date) -> list[str]:
    return [one.says.en for one in shown(assistance, on).findings if one.provision == provision]


@pytest.fixture
def plan(record: Record, case: Case, own: Officer, now: datetime) -> Plan:
    """The plan of an order of six months, which names both parents."""
    assistance = record(months=6)
    return write_plan(
        case=case, by=own, at=now, assistance=assistance, says_=checked(assistance, PLAN), complete=True
    )


def tell(plan: Plan, own: Officer, now: datetime, party: Party) -> None:
    tell_plan(
        case=plan.assistance.case, by=own, at=now, plan=plan, party=party, on=now.date(), agrees=True,
        words="", language="en",
    )  # fmt: skip


def test_each_version_of_the_plan_waits_until_each_named_adult_was_told(
    plan: Plan, case: Case, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    assert waits(case, "told") == {mother.name, father.name}
    tell(plan, own, now, mother)
    assert waits(case, "told") == {father.name}
    tell(plan, own, now, father)
    assert not waits(case, "told")
    write_plan(case=case, by=own, at=now, assistance=plan.assistance, says_=PLAN, complete=False)
    assert not waits(case, "told")
    says = checked(plan.assistance, PLAN)
    write_plan(case=case, by=own, at=now, assistance=plan.assistance, says_=says, complete=True)
    assert waits(case, "told") == {mother.name, father.name}


@pytest.fixture
def moves(case: Case, own: Officer, now: datetime) -> Callable[..., None]:
    """A party tells us of a new place some days on."""

    def moved(party: Party, kind: str = locations.ADDRESS, days: int = 1) -> None:
        lines = (
            (f"{days} Stryd Newydd", "Wrecsam", "LL11 2ZZ")
            if kind == locations.ADDRESS
            else ("07700 900111",)
        )
        record_whereabouts(
            case=case, by=own, at=now + timedelta(days=days), owner=f"party:{party.pk}",
            told=Told(kind, lines, None),
        )  # fmt: skip

    return moved


def test_a_new_address_of_whoever_is_directed_to_tell_it_waits_until_somebody_looked_at_it(
    record: Record, moves: Callable[..., None], case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    assistance = record(months=6, directs=(Directed(ADDRESS, party=mother),))
    assert not waits(case, "address")
    moves(mother)
    assert waits(case, "address") == {mother.name}
    (alert,) = said(assistance, "FAO-ADDRESS", now.date())
    assert mother.name in alert
    assert "Stryd Newydd" not in alert
    record_work(
        case=case, by=own, at=now + timedelta(days=2), assistance=assistance, kind=Worked.ADDRESS,
        on=now.date(), words="She rang us.", language="en",
    )  # fmt: skip
    assert not waits(case, "address")
    assert not said(assistance, "FAO-ADDRESS", now.date())
    moves(mother, days=3)
    assert waits(case, "address") == {mother.name}


def test_a_look_at_one_address_leaves_the_others(
    record: Record, moves: Callable[..., None], case: Case, own: Officer, mother: Party, father: Party
) -> None:
    assistance = record(months=6, directs=tuple(Directed(ADDRESS, party=one) for one in (mother, father)))
    moves(mother)
    moves(father)
    page, client = f"/cases/{case.reference}/family-assistance/{assistance.pk}/work/", client_of(own)
    typed = {"kind": "address", "words": "She rang us.", "language_of_words": "en"}
    typed |= day("on", date(2026, 3, 5))
    with time_machine.travel(datetime(2026, 3, 6, 9, tzinfo=UTC), tick=False):
        assert "Choose whose address was looked at" in summary_of(fill(client, page, **typed))
        assert fill(client, page, **typed, whose=str(mother.pk)).status_code == 302
    assert waits(case, "address") == {father.name}
    (alert,) = said(assistance, "FAO-ADDRESS", date(2026, 3, 5))
    assert father.name in alert
    line = f"a new address was looked at ({mother.name})"
    assert line in text_of(client_of(own), f"/cases/{case.reference}/timeline/")


def test_a_look_that_was_recorded_wrongly_leaves_the_address_to_be_looked_at(
    record: Record, moves: Callable[..., None], case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    assistance = record(months=6, directs=(Directed(ADDRESS, party=mother),))
    moves(mother)
    look = record_work(
        case=case, by=own, at=now + timedelta(days=2), assistance=assistance, kind=Worked.ADDRESS,
        party=mother, on=now.date(), words="She rang us.", language="en",
    )  # fmt: skip
    assert not waits(case, "address")
    record_wrong(
        case=case,
        by=own,
        at=now + timedelta(days=3),
        assistance=assistance,
        row=look,
        why="It was him.",
        language="en",
    )
    assert waits(case, "address") == {mother.name}
    assert said(assistance, "FAO-ADDRESS", now.date())


def test_where_a_later_order_directs_her_to_tell_it_a_new_address_waits_too(
    record: Record, moves: Callable[..., None], case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    record(months=6)
    directed = (Directed(ADDRESS, party=mother),)
    record_order(case=case, by=own, at=now, kind="", title="C21", made_on=now.date(), directions=directed)
    moves(mother)
    assert waits(case, "address") == {mother.name}


def test_another_detail_another_person_or_another_direction_is_no_new_address(
    record: Record, moves: Callable[..., None], case: Case, own: Officer, now: datetime, mother: Party,
    father: Party,
) -> None:  # fmt: skip
    record(months=6, directs=(Directed(ADDRESS, party=mother),))
    moves(mother, locations.PHONE)
    moves(father)
    protect_whereabouts(case=case, by=own, at=now, owner=f"party:{mother.pk}", about=locations.ADDRESS)
    assert not waits(case, "address")


def test_where_nobody_is_directed_to_tell_an_address_nobody_is_asked_about_one(
    record: Record, moves: Callable[..., None], case: Case, mother: Party
) -> None:
    record(
        months=6, directs=(Directed(CONTACT),), arrangements_from=date(2026, 3, 4), arrangements_say_time=True
    )
    moves(mother)
    assert not waits(case, "address")


def test_a_step_that_nobody_finished_is_named_after_the_last_day_and_closed_with_its_reason(
    plan: Plan, case: Case, own: Officer, now: datetime
) -> None:
    assistance = plan.assistance
    known = {"case": case, "by": own, "assistance": assistance, "words": "It helped.", "language": "en"}
    record_work(**known, at=AFTER, kind=Worked.OUTCOME, number=1, on=AFTER.date())  # type: ignore[arg-type]  # by name
    assert not said(assistance, "FAO-END", LAST)
    (found,) = said(assistance, "FAO-END", AFTER.date())
    assert "still open: 1. " in found
    assert waits(case, "end")
    with pytest.raises(NeedsReason) as asked:
        make_papers(
            case=case, by=own, at=AFTER, assistance=assistance, paper=Paper.END,
            typed=Typed(words=BOTH, views=BOTH, to_court=True),
        )  # fmt: skip
    assert "FAO-END" in {one.provision for one in asked.value.findings}
    with pytest.raises(Barred):
        record_work(**known, at=AFTER, kind=Worked.GOING, number=1, on=AFTER.date())  # type: ignore[arg-type]  # by name
    record_work(**known, at=AFTER, kind=Worked.LEFT, number=1, on=AFTER.date())  # type: ignore[arg-type]  # by name
    assert not said(assistance, "FAO-END", AFTER.date())
    assert not waits(case, "end")
    assert waits(case, "closing")


def test_what_goes_on_again_after_it_was_done_is_open(
    plan: Plan, case: Case, own: Officer, now: datetime
) -> None:
    known = {"case": case, "by": own, "at": now, "assistance": plan.assistance, "number": 1, "on": now.date()}
    for kind, is_open in (("done", False), ("going", True)):
        record_work(**known, kind=kind, words="A call.", language="en")  # type: ignore[arg-type]  # named by a mapping
        assert bool(said(plan.assistance, "FAO-END", AFTER.date())) is is_open


def test_a_last_day_that_was_recorded_before_stays_on_the_timeline(
    record: Record, case: Case, own: Officer
) -> None:
    record(months=6)
    record(months=3)
    shown_to = (("en", "Last day of the order: Thursday 3 September 2026"), ("cy", "3 Medi 2026"))
    for language, says in shown_to:
        assert says in text_of(client_of(own, language), f"/cases/{case.reference}/timeline/")


def test_what_a_court_directs_while_an_order_is_only_proposed_is_a_task_all_the_same(
    case: Case, own: Officer, now: datetime
) -> None:
    propose_assistance(case=case, by=own, at=now)
    directed = (Directed(REPORT, due_on=LAST),)
    record_order(case=case, by=own, at=now, kind="", title="C21", made_on=now.date(), directions=directed)
    (task,) = case.tasks.filter(ended_at=None)
    assert (task.due_on, task.direction) == (LAST, case.directions.get())
