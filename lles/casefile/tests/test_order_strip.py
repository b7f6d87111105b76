"""The picture of the clock of an order."""

from datetime import date

from lles.casefile.rules.order_strip import NEAR, strip_of

FIRST, LAST = date(2026, 3, 4), date(2027, 3, 3)


def test_days_stand_on_the_strip_in_their_place_and_today_is_marked() -> None:
    strip = strip_of([(FIRST, False), (date(2026, 9, 2), True), (LAST, False)], date(2026, 9, 2))
    assert strip is not None
    first, middle, last = strip.marks
    assert (first.x, last.x) == (strip.first_x, strip.last_x)
    assert abs(middle.x - strip.width // 2) <= 1
    assert (middle.is_late, middle.number, strip.today_x) == (True, 2, middle.x)


def test_days_that_are_near_stand_above_one_another() -> None:
    strip = strip_of([(FIRST, False), (date(2027, 3, 2), False), (LAST, False)], date(2028, 1, 1))
    assert strip is not None
    before, last = strip.marks[1:]
    assert last.x - before.x < NEAR
    assert before.y != last.y
    assert strip.today_x is None


def test_one_day_is_no_picture() -> None:
    assert strip_of([], FIRST) is None
    assert strip_of([(FIRST, False)], FIRST) is None
