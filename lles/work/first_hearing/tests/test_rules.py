"""What holds at court: each scenario under its own sentence, and what the pages say of it."""

from datetime import date, time

import pytest

from lles.law.calendar import court_calendar
from lles.law.due import Due
from lles.law.tests.scenario import Facts, Rules, Scenario, day, day_or_none, outcome, plain, scenarios, words
from lles.work.first_hearing.rules import day_of_the_order
from lles.work.first_hearing.rules.agreeing import AgreedFacts, check_agreed
from lles.work.first_hearing.rules.concerns import InTheWay, Kind
from lles.work.first_hearing.rules.directions import asked_twice
from lles.work.first_hearing.rules.hearings import (
    EXPLAINED,
    HeldFacts,
    a_party_may_ask_the_court_to_reconsider,
    check_hearing,
)
from lles.work.first_hearing.rules.helping import HelpingFacts, check_helping
from lles.work.first_hearing.rules.papers import (
    COURTS_CATEGORIES,
    PapersFacts,
    named,
    papers_are_expected_by_the_first_hearing,
)
from lles.work.first_hearing.rules.provisions import court_law


def weighed(facts: Facts) -> object:
    """How a hearing weighs under the one provision that speaks of it."""
    due = facts.get("due", [])
    assert isinstance(due, list)
    held = HeldFacts(
        str(facts.get("type", "ABA5-FHR")), bool(facts.get("there")), str(facts.get("next", "")),
        day_or_none(facts, "on"), tuple(due),
    )  # fmt: skip
    return next((finding.weight.value for finding in check_hearing(held)), None)


def missing(facts: Facts) -> object:
    """The papers that the rule misses, by our names."""
    there = frozenset(words(facts, "there"))
    held = PapersFacts(day(facts, "on"), there, bool(facts.get("harm")))
    sentences = {court_law()["FH-BUNDLE"].sentence(paper).en: paper for paper in COURTS_CATEGORIES}
    return [sentences[one.says.en] for one in papers_are_expected_by_the_first_hearing(held)]


def agreed(facts: Facts) -> object:
    """Which provisions ask for a reason before something agreed is recorded."""
    held = AgreedFacts(
        bool(facts.get("agreed", True)),
        bool(facts.get("letter", True)),
        tuple(words(facts, "not_spoken")),
        tuple(InTheWay(Kind(one), ("Siân Morris",)) for one in words(facts, "in_the_way")),
    )
    return [f"{one.provision} {one.weight.value}" for one in check_agreed(held)]


def helping(facts: Facts) -> object:
    """Which provisions ask for a reason before the parties are helped to agree."""
    found = tuple(InTheWay(Kind(one), ("Siân Morris",)) for one in words(facts, "in_the_way"))
    held = HelpingFacts(found, bool(facts.get("letter", True)), str(facts.get("way", "")))
    return [f"{one.provision} {one.weight.value}" for one in check_helping(held)]


RULES: Rules = {
    "helping": helping,
    "FH-BUNDLE": missing,
    "FH-AGREE": agreed,
    "DA-CONSENTORDER": agreed,
    "FH-NOTPRIV": lambda facts: court_law()["FH-NOTPRIV"].in_force(day(facts, "on")),
    "FH-SECONDGATE": weighed,
    "DRA-MARK": weighed,
    "DIR-RECONSIDER": lambda facts: (
        a_party_may_ask_the_court_to_reconsider(day(facts, "received"), court_calendar()).result
    ),
    "DIR-RECORD": lambda facts: day_of_the_order(day_or_none(facts, "due"), None).on,
    "asked twice": lambda facts: [plain(one) for one in asked_twice(words(facts, "rows"))],
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


def test_an_order_without_an_hour_means_the_hour_of_the_rules_and_one_with_an_hour_its_own() -> None:
    by_rule, by_order = (day_of_the_order(date(2026, 7, 13), hour) for hour in (None, time(12)))
    assert isinstance(by_rule, Due)
    assert isinstance(by_order, Due)
    assert (by_rule.at_time, by_order.at_time, by_order.provision) == (time(16), time(12), "CAL-ORDER-WINS")


def test_no_day_is_said_in_both_languages() -> None:
    said = day_of_the_order(None, None).says
    assert "gives no day" in said.en
    assert "dyddiad" in said.cy


def test_it_explains_the_days_to_reconsider_in_both_languages() -> None:
    explained = EXPLAINED["DIR-RECONSIDER"]({"received": "2026-04-01"})
    assert explained.explain("en") != explained.explain("cy")


def test_nothing_said_at_the_hearing_is_privileged_and_the_law_says_so_in_both_languages() -> None:
    says = court_law()["FH-NOTPRIV"].says
    assert "not privileged" in says.en
    assert "freintiedig" in says.cy


def test_the_gravest_concern_is_said_first_and_in_both_languages() -> None:
    found = tuple(InTheWay(kind, ("Siân Morris",)) for kind in Kind)
    first, *others = check_helping(HelpingFacts(found, court_has_the_letter=False, way="together"))
    assert "danger" in first.says.en
    assert "berygl" in first.says.cy
    assert [one.provision for one in others] == ["FH-AGREE"] * 4 + ["DA-CONSENTORDER"] * 2


@pytest.mark.parametrize(
    ("category", "paper"),
    [("finalDocument", "application"), ("c1ADocument", "harm"), ("noticeOfHearing", "notice")],
)
def test_papers_are_known_by_the_names_under_which_the_feed_lists_them(category: str, paper: str) -> None:
    assert named(frozenset({category}), frozenset()) == {paper}
