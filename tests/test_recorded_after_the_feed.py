"""An order or a hearing that the feed has brought and that somebody records afterwards is one, and its work
opens once."""

from datetime import UTC, date, datetime, time

import pytest

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Direction, Hearing, Officer
from lles.conftest import now, office, officer_with, own, service
from lles.work.first_hearing.changes.hearings import Happened, Next, Ordered, record_hearing
from lles.work.first_hearing.changes.reading import read_order
from lles.work.intake.tests.test_orders_keyed import (
    DIRECTIONS,
    DUE,
    FAMILY,
    MADE,
    SOONER,
    key,
    ours,
    sent,
    waits,
)
from lles.work.intake.tests.test_take import take

__all__ = ["now", "office", "officer_with", "ours", "own", "service"]

REPORT = Directed("section_7_report", "", DUE, time(16), paragraph="5")
NEXT_AT = datetime(2026, 8, 3, 9, tzinfo=UTC)


@pytest.fixture
def hearing(ours: Case) -> Hearing:
    """The hearing of the day on which the order was made."""
    return Hearing.objects.create(
        case=ours, court_key="h-made", type_code="ABA5-FHR", starts_at=datetime(2026, 3, 12, 10, tzinfo=UTC)
    )


def live(case: Case) -> list[Direction]:
    return list(case.directions.filter(superseded_at=None).order_by("pk"))


def hold(hearing: Hearing, by: Officer, at: datetime, ends: bool = False, **more: object) -> None:
    known = {"case": hearing.case, "by": by, "at": at, "hearing": hearing, "happened": Happened(ends, "en")}
    record_hearing(**known, **more)  # type: ignore[arg-type]  # named by a mapping


def test_an_order_that_the_feed_brought_is_the_one_that_is_recorded_at_its_hearing(
    ours: Case, hearing: Hearing, service: Officer, now: datetime
) -> None:
    take(sent(FAMILY), service, now)
    hold(hearing, service, now, ordered=Ordered("family_assistance"))
    (order,) = ours.orders.all()
    assert (order.court_key, order.hearing_keys, order.ends_involvement) == ("o1", ["h-made"], False)
    assert hearing.records.get().order == order
    assert waits(ours, "family_assistance.terms") == 1
    assert ours.entries.filter(kind="order_joined").exists()


@pytest.mark.parametrize("made", [date(2026, 3, 11), date(2026, 3, 13)])
def test_one_of_another_day_is_another_order(ours: Case, service: Officer, now: datetime, made: date) -> None:
    take(sent(FAMILY, made=made), service, now)
    key(ours, service, now, "family_assistance")
    assert ours.orders.count() == waits(ours, "family_assistance.terms") == 2


def test_what_the_feed_says_is_directed_is_not_directed_again_but_gains_what_the_order_says(
    ours: Case, service: Officer, now: datetime
) -> None:
    efa = ours.children.get()
    take(sent(DIRECTIONS, DUE), service, now)
    key(ours, service, now, "", Directed("section_7_report", "", DUE, time(16), efa, paragraph="5"))
    (direction,) = live(ours)
    assert (direction.child, direction.paragraph, direction.due_time) == (efa, "5", time(16))
    assert (direction.order.court_key, ours.orders.count()) == ("o1", 1)
    assert waits(ours, "first_hearing.direction") == 1
    take(sent(DIRECTIONS, DUE) | {"last_modified": "2026-03-21T10:00:00"}, service, now)
    assert live(ours) == [direction]


def test_the_day_that_the_court_wrote_stays(ours: Case, service: Officer, now: datetime) -> None:
    take(sent(DIRECTIONS, SOONER), service, now)
    key(ours, service, now, "", REPORT)
    (direction,) = live(ours)
    assert (direction.paragraph, direction.due_on, direction.due_time) == ("5", SOONER, None)


def test_two_paragraphs_are_two_things_also_where_the_feed_names_one(
    ours: Case, service: Officer, now: datetime
) -> None:
    take(sent(DIRECTIONS, DUE), service, now)
    addendum = Directed("section_7_report", "", DUE, paragraph="6")
    key(ours, service, now, "", REPORT, addendum)
    assert [one.paragraph for one in live(ours)] == ["5", "6"]


def test_an_order_of_another_kind_does_not_direct_the_same_again(
    ours: Case, service: Officer, now: datetime
) -> None:
    take(sent(DIRECTIONS, DUE), service, now)
    key(ours, service, now, "monitoring", REPORT)
    assert ours.orders.count() == 2
    assert [one.paragraph for one in live(ours)] == ["5"]


def test_an_order_of_the_feed_that_ends_our_involvement_asks_for_the_closing_once_that_is_recorded(
    ours: Case, service: Officer, now: datetime
) -> None:
    take(sent(FAMILY), service, now)
    record_order(
        case=ours, by=service, at=now, kind="family_assistance", title="", made_on=MADE, ends_involvement=True
    )
    assert waits(ours, "closing.close") == 1
    assert waits(ours, "family_assistance.terms") == 1


@pytest.mark.parametrize("type_code", ["ABA5-DRA", "ABA5-FFH"])
def test_the_next_hearing_that_the_feed_has_brought_is_not_listed_again(
    ours: Case, hearing: Hearing, service: Officer, now: datetime, type_code: str
) -> None:
    theirs = Hearing.objects.create(case=ours, court_key="h-next", type_code=type_code, starts_at=NEXT_AT)
    hold(hearing, service, now, following=Next("ABA5-DRA", NEXT_AT))
    assert hearing.records.get().next_hearing == theirs
    assert ours.hearings.filter(starts_at=NEXT_AT).count() == 1


def test_an_order_that_was_keyed_and_sent_is_read_without_doubling_what_it_directs(
    ours: Case, service: Officer, now: datetime
) -> None:
    key(ours, service, now, "", REPORT)
    take(sent(DIRECTIONS, DUE), service, now)
    order = ours.orders.get(court_key="o1")
    read_order(case=ours, by=service, at=now, order=order, kind="", directions=(REPORT,))
    assert [one.paragraph for one in live(ours)] == ["5"]
    assert waits(ours, "first_hearing.direction") == 1


def test_each_child_for_whom_a_reader_finds_a_direction_has_it(
    ours: Case, service: Officer, now: datetime
) -> None:
    efa = ours.children.get()
    other = ours.children.create(court_key="c2", first_name="Huw")
    key(ours, service, now, "", Directed("section_7_report", "", DUE))
    take(sent(DIRECTIONS, DUE), service, now)
    order = ours.orders.get(court_key="o1")
    both = tuple(Directed("section_7_report", "", DUE, child=child) for child in (efa, other))
    read_order(case=ours, by=service, at=now, order=order, kind="", directions=both)
    assert {one.child for one in live(ours)} == {efa, other}


def test_what_stands_in_words_alone_is_another_thing_where_the_words_are_others(
    ours: Case, service: Officer, now: datetime
) -> None:
    key(ours, service, now, "", Directed("in_its_words", "Ask the school."))
    take(sent(DIRECTIONS, DUE), service, now)
    order = ours.orders.get(court_key="o1")
    words = tuple(Directed("in_its_words", one, paragraph="") for one in ("Ask the school.", "Visit once."))
    read_order(case=ours, by=service, at=now, order=order, kind="", directions=words)
    found = [one.label for one in live(ours) if one.kind == "in_its_words"]
    assert found == ["Ask the school.", "Visit once."]
