"""Parents who live together: more than six months without a break, and not a day sooner (S8-TOGETHER)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lles.law.counting import in_months
from lles.law.living_together import (
    ParentsTogether,
    Together,
    arrangements_cease_when_the_parents_live_together,
    ceasing_of,
    ceasings_of,
    day_on_which_arrangements_cease,
    living_part_can_cease,
    without_a_break,
)
from lles.law.tests.scenario import Facts, Rules, Scenario, day, day_or_none, outcome, scenarios

DAY = timedelta(days=1)
DAYS = st.dates(date(1992, 1, 1), date(2090, 12, 31))


def parents(*times: Together, both: bool | None = True) -> ParentsTogether:
    return ParentsTogether("Siân Morris", "Gareth Bevan", times, both)


def told(facts: Facts) -> ParentsTogether:
    """The parents of a scenario: one time, and perhaps another."""
    times = [Together(day(facts, "since"), day_or_none(facts, "until"))]
    if "again" in facts:
        times.append(Together(day(facts, "again"), day_or_none(facts, "again_until")))
    return parents(*times)


def ceases(facts: Facts) -> object:
    """The day on which arrangements cease."""
    found = ceasing_of(told(facts), day_or_none(facts, "order"))
    return found.on if found else None


def stands(facts: Facts) -> object:
    """Whether arrangements have ceased by a day, will, or neither."""
    found = day_on_which_arrangements_cease(told(facts), day(facts, "on"), day_or_none(facts, "order"))
    if found is None:
        return None
    return "will cease" if found.on > day(facts, "on") else "ceased"


def living_part(facts: Facts) -> object:
    """Whether the living part can cease, by whether both have parental responsibility."""
    both = {"yes": True, "no": False}.get(str(facts["both"]))
    return living_part_can_cease(parents(Together(day(facts, "since")), both=both))


RULES: Rules = {"S8-TOGETHER": ceases, "stands": stands, "living part": living_part}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


@pytest.mark.parametrize(
    ("both", "en", "cy"),
    [
        (True, "says about living, time and contact ceased", "am fyw, amser a chyswllt i ben"),
        (False, "says about time and contact ceased", "am amser a chyswllt i ben"),
        (None, "(and about living, if both", "(ac am fyw, os oes gan y ddau"),
    ],
)
def test_the_living_part_hangs_on_parental_responsibility(both: bool | None, en: str, cy: str) -> None:
    together = parents(Together(date(2026, 3, 4)), both=both)
    found = arrangements_cease_when_the_parents_live_together(together, date(2026, 9, 4))
    assert found is not None
    assert found.warns
    assert en in found.says.en
    assert cy in found.says.cy
    assert "Thursday 3 September 2026" in found.says.en


def test_it_says_beforehand_on_which_day() -> None:
    found = arrangements_cease_when_the_parents_live_together(
        parents(Together(date(2026, 3, 4))), date(2026, 9, 3)
    )
    assert found is not None
    assert "If they still live together on Friday 4 September 2026" in found.says.en
    assert "Os byddant yn dal i gyd-fyw ar 4 Medi 2026" in found.says.cy


def test_an_order_of_a_later_day_says_that_it_counts_from_its_own() -> None:
    made, together = date(2026, 5, 1), parents(Together(date(2026, 3, 4)))
    for on, words in ((date(2026, 10, 31), "If they still live"), (date(2026, 11, 1), "went on without a")):
        found = arrangements_cease_when_the_parents_live_together(together, on, made)
        assert found is not None
        assert "already lived together when the child arrangements order was made" in found.says.en
        assert words in found.says.en


@given(DAYS, st.integers(0, 900))
def test_it_ceases_exactly_where_the_last_day_is_past_six_months(since: date, days: int) -> None:
    until = since + days * DAY
    found = ceasing_of(parents(Together(since, until)))
    sixth = in_months(since, 6)
    clamped = sixth.day < since.day  # the last of a shorter month belongs to the six months
    assert (found is not None) == (until > sixth if clamped else until >= sixth)


@given(DAYS, st.integers(0, 900), st.integers(0, 900))
def test_a_time_that_is_told_in_two_parts_is_one_time(since: date, first: int, second: int) -> None:
    middle = since + first * DAY
    until = middle + DAY + second * DAY
    parts = (Together(middle + DAY, until), Together(since, middle))
    assert without_a_break(parts) == (Together(since, until),)
    assert ceasing_of(parents(*parts)) == ceasing_of(parents(Together(since, until)))


@given(DAYS, st.integers(0, 180), st.integers(2, 400), st.integers(0, 180))
def test_no_two_short_times_with_a_break_make_one_long_time(
    since: date, first: int, gap: int, second: int
) -> None:
    until = since + first * DAY
    again = until + gap * DAY
    times = (Together(since, until), Together(again, again + second * DAY))
    assert ceasing_of(parents(*times)) is None


@given(DAYS, DAYS)
def test_an_order_never_ceases_within_six_months_of_its_own_day(since: date, made_on: date) -> None:
    found = ceasing_of(parents(Together(since)), made_on)
    assert found is not None
    assert found.on > in_months(made_on, 6) - DAY
    assert found.on > in_months(since, 6) - DAY
    assert found.since in (since, made_on)


@given(DAYS, st.integers(-400, 800))
def test_what_is_derived_of_a_day_never_turns_back(since: date, days: int) -> None:
    together, on = parents(Together(since)), since + days * DAY
    today, found = day_on_which_arrangements_cease(together, on), ceasing_of(together)
    assert today is not None
    assert found is not None
    assert ("ceased" in today.what.en) == (found.on <= on)


def test_each_time_that_is_long_enough_ceases_the_orders_before_its_end() -> None:
    twice = parents(Together(date(2020, 1, 31), date(2021, 1, 31)), Together(date(2026, 3, 4)))
    assert [one.on for one in ceasings_of(twice)] == [date(2020, 7, 31), date(2026, 9, 4)]
    (between,) = ceasings_of(twice, date(2023, 5, 2))
    assert between.on == date(2026, 9, 4)
