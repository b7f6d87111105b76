"""The lawbook and the explanations: every provision and every duty, in its place."""

from datetime import date

import pytest

from lles.law.counting import counting_law
from lles.law.explain import COUNTING, UnknownRule, explain
from lles.law.lawbook import StatedTwice, UnknownDuty, duties, gathered, render
from lles.law.stated import (
    FactMissing,
    FactUnreadable,
    stated_nations,
    stated_number,
    stated_time_or_none,
)


def test_it_gathers_each_provision_once() -> None:
    assert {"CAL-BD", "JUR-WALES", "PF-COURTS"} <= set(gathered([]))
    with pytest.raises(StatedTwice, match="CAL-BD"):
        gathered([counting_law()])


def test_it_lists_the_four_duties_of_each_nation() -> None:
    for prefix, nation in (("CJCSA00-S12-1-", "england"), ("CA04-S35-1-", "wales")):
        found = [duty for duty in duties() if duty.id.startswith(prefix)]
        assert [duty.id[-1] for duty in found] == list("ABCD")
        assert all(duty.nations == {nation} for duty in found)


def test_it_says_which_work_does_a_duty_and_which_none_does() -> None:
    book = render(gathered([]), {"CA89-S7-5": ("section7",)})
    row = next(line for line in book.splitlines() if line.startswith("| CA89-S7-5 "))
    other = next(line for line in book.splitlines() if line.startswith("| CA89-S16A-2 "))
    assert row.endswith("| section7 |")
    assert other.endswith("| **none yet** |")


def test_it_refuses_a_duty_that_no_statute_lays_down() -> None:
    with pytest.raises(UnknownDuty):
        render({}, {"CA89-S999": ("work",)})


def test_it_holds_every_provision_in_both_languages() -> None:
    law = gathered([])
    book = render(law, {})
    for provision in law.values():
        assert f"### {provision.id}\n" in book
        assert provision.says.en in book
        assert provision.says.cy in book


def test_it_explains_a_counted_day() -> None:
    said = explain("cal-short", {"start": "2026-04-01", "days": "5"}, "en", {}, {})
    assert "Result: Friday 10 April 2026" in said
    assert "Not counted: Friday 3 April 2026, Good Friday" in said


STATED = {
    "CAL-AFTER-WD": "start days",
    "CAL-BEFORE-WD": "hearing days",
    "CAL-BEGINNING": "start months",
    "CAL-CLEAR": "start days",
    "CAL-CLOSED": "start days",
    "CAL-FOIA": "receipt days",
    "CAL-MONTH": "start months",
    "CAL-SHORT": "start days",
    "SAR-1M": "receipt",
}
FACTS = {"start": "2026-03-04", "days": "3", "months": "2", "hearing": "2026-04-09", "receipt": "2026-03-04"}


@pytest.mark.parametrize("rule", sorted(COUNTING))
def test_it_explains_every_way_of_counting_in_both_languages(rule: str) -> None:
    facts = {name: FACTS[name] for name in STATED[rule].split()}
    assert explain(rule, facts, "en", {}, {}) != explain(rule, facts, "cy", {}, {})


def test_a_fact_that_the_rule_does_not_read_is_refused() -> None:
    with pytest.raises(FactUnreadable, match="recipt"):
        explain("cal-short", {"start": "2026-04-01", "days": "5", "recipt": "2026-04-01"}, "en", {}, {})


def test_a_duty_is_explained_by_its_source() -> None:
    assert "section 7(5)" in explain("CA89-S7-5", {}, "en", {}, {})


def test_it_shows_the_provision_where_no_facts_are_stated() -> None:
    said = explain("CAL-BD", {}, "cy", {}, {})
    assert said.startswith("Rheol: CAL-BD")
    assert "Rheolau Trefniadaeth Teulu 2010" in said


def test_it_says_which_rule_or_fact_it_cannot_use() -> None:
    with pytest.raises(UnknownRule, match="NO-RULE"):
        explain("NO-RULE", {}, "en", {}, {})
    with pytest.raises(FactMissing, match="days"):
        explain("CAL-SHORT", {"start": "2026-04-01"}, "en", {}, {})
    with pytest.raises(FactUnreadable, match="start"):
        explain("CAL-SHORT", {"start": "soon", "days": "5"}, "en", {}, {})


@pytest.mark.parametrize("words", ["-1", "1.5", "²", "many"])
def test_it_counts_in_whole_numbers(words: str) -> None:
    with pytest.raises(FactUnreadable):
        stated_number({"days": words}, "days")


def test_it_reads_nations_and_times() -> None:
    assert len(stated_nations({"nation": "England, wales"})) == 2
    with pytest.raises(FactUnreadable):
        stated_nations({"nation": "mars"})
    with pytest.raises(FactUnreadable):
        stated_time_or_none({"time": "tea"}, "time")


def test_it_has_begun_each_duty_on_a_day() -> None:
    assert all(duty.starts <= date(2018, 5, 25) for duty in duties())
