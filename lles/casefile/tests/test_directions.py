"""Orders and directions as an officer enters them: announced, superseded, taken back, never deleted."""

from datetime import date, datetime, time

import pytest

from lles.casefile import register
from lles.casefile.changes.directions import Directed, amend_direction, lift_direction, record_order
from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.models import Case, Direction, Entry, Officer
from lles.casefile.queries.court import order_names
from lles.casefile.register import DirectionKind, Event, Occasion, OrderKind, Work
from lles.law.bilingual import Text

MADE = date(2026, 4, 9)
NAME = Text(en="Throw-away", cy="Dros dro")
LETTER = Directed("section_7_report", "a report", date(2026, 7, 13), time(16), paragraph="5")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Occasion]:
    """What a piece of work is told of orders and directions."""
    told: list[Occasion] = []
    events = (Event.ORDER_MADE, Event.DIRECTION_GIVEN, Event.DIRECTION_LIFTED)
    kinds = (OrderKind("throw_away", NAME, codes=("throwAway",), found_by=("throw", "taflu")),)
    directions = (DirectionKind("throw_away_report", NAME),)
    work = Work(
        "throw_away", NAME, orders=kinds, directions=directions, on=dict.fromkeys(events, told.append)
    )
    monkeypatch.setattr(register, "_entered", {**register._entered, "throw_away": work})
    return told


def test_it_announces_the_order_and_each_direction(
    case: Case, own: Officer, now: datetime, heard: list[Occasion]
) -> None:
    record_order(
        case=case, by=own, at=now, kind="throw_away", title="An order", made_on=MADE, directions=(LETTER,)
    )
    (given,) = case.directions.all()
    assert (given.paragraph, given.due_on, given.due_time) == ("5", date(2026, 7, 13), time(16))
    assert [(one.event, one.about["kind"]) for one in heard] == [
        (Event.ORDER_MADE, "throw_away"), (Event.DIRECTION_GIVEN, "section_7_report"),
    ]  # fmt: skip
    assert Entry.objects.get(case=case, kind="order_recorded").facts["lines"]


def test_an_order_is_called_as_it_came_else_by_the_hearing_at_which_it_was_made(
    case: Case, own: Officer, now: datetime
) -> None:
    hearing = case.hearings.create(court_key="h", type_code="ABA5-FHR", starts_at=now)
    by_title = record_order(
        case=case, by=own, at=now, kind="", title="As heard", made_on=MADE, hearing=hearing
    )
    by_hearing = record_order(case=case, by=own, at=now, kind="", made_on=MADE, hearing=hearing)
    bare = record_order(case=case, by=own, at=now, kind="", made_on=MADE)
    assert order_names(case, [by_title, by_hearing, bare]) == {
        by_title.pk: Text(en="As heard", cy="As heard"),
        by_hearing.pk: Text(en="First Hearing", cy="Gwrandawiad Cyntaf"),
        bare.pk: Text(en="", cy=""),
    }


def test_an_amended_direction_supersedes_and_the_old_one_stays(
    case: Case, own: Officer, now: datetime, heard: list[Occasion]
) -> None:
    order = record_order(
        case=case, by=own, at=now, kind="", title="An order", made_on=MADE, directions=(LETTER,)
    )
    old = case.directions.get()
    later = Directed("section_7_report", due_on=date(2026, 8, 3), paragraph="5")
    new = amend_direction(case=case, by=own, at=now, direction=old, said=later, order=order)
    old.refresh_from_db()
    assert (old.superseded_at, new.supersedes, new.superseded_at) == (now, old, None)
    assert heard[-1].about == {"direction": new.pk, "kind": "section_7_report", "supersedes": old.pk}
    with pytest.raises(Stale):
        amend_direction(case=case, by=own, at=now, direction=old, said=later, order=order)


def test_a_direction_that_the_court_took_back_is_told_and_stays(
    case: Case, own: Officer, now: datetime, heard: list[Occasion]
) -> None:
    record_order(case=case, by=own, at=now, kind="", title="An order", made_on=MADE, directions=(LETTER,))
    given = case.directions.get()
    lift_direction(case=case, by=own, at=now, direction=given, reason="The parties agreed.")
    assert heard[-1].event is Event.DIRECTION_LIFTED
    assert Direction.objects.get(pk=given.pk).superseded_at == now


def test_only_who_works_on_the_case_records(case: Case, stranger: Officer, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        record_order(case=case, by=stranger, at=now, kind="", title="An order", made_on=MADE)
    assert not case.orders.exists()


@pytest.mark.usefixtures("heard")
def test_a_code_names_a_kind_of_order_and_a_title_only_suggests_it() -> None:
    assert register.kind_of_order("throwAway") == "throw_away"
    assert register.kind_of_order("") == register.kind_of_order("generalForm") == ""
    found = register.perhaps_of_kind("Gorchymyn TAFLU i ffwrdd")
    assert found is not None
    assert found.name == "throw_away"
    assert register.perhaps_of_kind("Child arrangements order") is None
