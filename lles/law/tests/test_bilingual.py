"""Words in both languages: days, times, placeholders."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from lles.law.bilingual import (
    PlaceholderNotFilled,
    Text,
    UnknownForm,
    both_names,
    day_in_words,
    moment_in_words,
    time_in_words,
)
from lles.law.plurals import counted

THURSDAY = date(2026, 3, 12)


def test_it_says_a_day_in_each_language() -> None:
    assert day_in_words(THURSDAY, "en") == "Thursday 12 March 2026"
    assert day_in_words(THURSDAY, "cy") == "dydd Iau 12 Mawrth 2026"
    assert day_in_words(THURSDAY, "cy", weekday=False, year=False) == "12 Mawrth"


@pytest.mark.parametrize(
    ("moment", "en", "cy"),
    [
        (time(10), "10am", "10am"),
        (time(16, 30), "4:30pm", "4:30pm"),
        (time(12), "midday", "hanner dydd"),
        (time(0), "midnight", "hanner nos"),
        (time(0, 5), "12:05am", "12:05am"),
        (time(12, 5), "12:05pm", "12:05pm"),
    ],
)
def test_it_says_a_time_as_the_service_writes_it(moment: time, en: str, cy: str) -> None:
    assert (time_in_words(moment, "en"), time_in_words(moment, "cy")) == (en, cy)


def test_it_says_a_moment_with_its_day() -> None:
    moment = datetime(2026, 3, 12, 10, tzinfo=ZoneInfo("Europe/London"))
    assert moment_in_words(moment, "en") == "Thursday 12 March 2026, 10am"
    assert moment_in_words(moment, "cy") == "dydd Iau 12 Mawrth 2026, 10am"


def test_it_fills_each_language_with_its_own_words() -> None:
    reason = Text("Good Friday", "Gwener y Groglith")
    filled = Text("{day}: {reason}, {n}", "{day}: {reason}, {n}").fill(day=THURSDAY, reason=reason, n=2)
    assert filled.en == "Thursday 12 March 2026: Good Friday, 2"
    assert filled.cy == "dydd Iau 12 Mawrth 2026: Gwener y Groglith, 2"


def test_it_softens_or_bares_a_day_where_the_sentence_asks() -> None:
    assert Text("to {d:soft}", "hyd at {d:soft}").fill(d=THURSDAY).cy == "hyd at ddydd Iau 12 Mawrth 2026"
    assert Text("on {d:bare}", "ar {d:bare}").fill(d=THURSDAY).en == "on 12 March 2026"


def test_it_never_fills_what_was_filled_in() -> None:
    name = "{reason} O'Neill"
    assert Text("{name}", "{name}").fill(name=name, reason="x").said("en") == name


def test_it_refuses_a_sentence_left_unfilled() -> None:
    with pytest.raises(PlaceholderNotFilled):
        Text("{day}", "{day}").fill(days=THURSDAY)


def test_it_refuses_a_form_it_does_not_know() -> None:
    with pytest.raises(UnknownForm):
        Text("{day:loud}", "{day:loud}").fill(day=THURSDAY)


@pytest.mark.parametrize(
    ("n", "cy"), [(0, "0 diwrnod"), (1, "1 diwrnod"), (2, "2 ddiwrnod"), (6, "6 diwrnod"), (17, "17 diwrnod")]
)
def test_it_counts_in_the_six_welsh_categories(n: int, cy: str) -> None:
    assert counted("working_day", n).cy == f"{cy} gwaith"


def test_it_goes_to_plain_values_and_back() -> None:
    text = Text("Child", "Plentyn")
    assert Text.from_data(text.as_data()) == text
    with pytest.raises(TypeError):
        Text.from_data("Child")


@pytest.mark.parametrize(
    ("second", "joined"),
    [
        ("Angharad Vaughan", "ac"), ("Élan Rees", "ac"), ("Ynyr Bevan", "ac"), ("Yasmin Ali", "a"),
        ("William Rees", "a"), ("Wyn Evans", "a"), ("Gareth Bevan", "a"), ("", "a"),
    ],
)  # fmt: skip
def test_it_joins_two_names_by_how_the_second_one_sounds(second: str, joined: str) -> None:
    assert both_names("Siân Morris", second) == Text(
        f"Siân Morris and {second}", f"Siân Morris {joined} {second}"
    )
