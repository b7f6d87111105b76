"""The scenarios of jurisdiction and pathway, each under its own sentence."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from lles.law.calendar import court_calendar
from lles.law.jurisdiction import (
    Nation,
    Residence,
    conflict_of_interest_bars_a_role,
    contractor_has_a_live_arrangement,
    jurisdiction_law,
    nation_of_case,
    nation_of_child,
    officer_title,
    officers_work_in_office_hours,
)
from lles.law.pathway import Pathway, areas, pathway_law, pathway_of
from lles.law.tests.scenario import Facts, Rules, Scenario, day, day_or_none, outcome, scenarios, words

ON = date(2026, 3, 4)


def text(facts: Facts, name: str) -> str | None:
    """Words among the facts, if they are there."""
    return str(facts[name]) if name in facts else None


def nation(facts: Facts) -> object:
    """The nation of a child with these facts."""
    stated = text(facts, "stated")
    residence = Residence(
        postcode=text(facts, "postcode"),
        country=text(facts, "country"),
        stated=Nation(stated) if stated else None,
        stated_on=day_or_none(facts, "stated_on"),
    )
    return nation_of_child(residence, ON).nation.value


def pathway(facts: Facts) -> object:
    """The pathway, the area and how many warnings these facts give."""
    decision = pathway_of(
        words(facts, "kinds"), text(facts, "code"), text(facts, "name"), day_or_none(facts, "filed")
    )
    return decision.pathway.value, decision.area, len(decision.warnings)


def hours(facts: Facts) -> object:
    """How an appointment at this time weighs."""
    moment = datetime.fromisoformat(str(facts["at"]))
    nation = Nation(str(facts.get("nation", "wales")))
    finding = officers_work_in_office_hours(moment, court_calendar(), nation)
    return finding.weight.value if finding else None


def conflict(facts: Facts) -> object:
    """How a role weighs for somebody with or without a conflict of interest."""
    finding = conflict_of_interest_bars_a_role(facts["recorded"] is True)
    return finding.weight.value if finding else None


def arrangement(facts: Facts) -> object:
    """How an allocation under this arrangement weighs."""
    starts, ends = day_or_none(facts, "starts"), day_or_none(facts, "ends")
    finding = contractor_has_a_live_arrangement(starts, ends, day(facts, "on"))
    return finding.weight.value if finding else None


RULES: Rules = {
    "JUR-WALES": nation,
    "JUR-ENGLAND": nation,
    "JUR-HOURS": hours,
    "JUR-DELEGATE-W": arrangement,
    "JUR-ROLES": conflict,
    "PF-APPLIES": pathway,
    "PF-COURTS": pathway,
}


@pytest.mark.parametrize("scenario", scenarios(__file__), ids=str)
def test_it_holds(scenario: Scenario) -> None:
    assert outcome(scenario, RULES) == scenario.gives


def test_it_speaks_of_provisions_that_exist() -> None:
    assert set(RULES) <= set(jurisdiction_law()) | set(pathway_law())


def test_it_shows_each_area_from_both_sides_of_its_first_day() -> None:
    rows = [row for row in scenarios(__file__) if row.rule == "PF-COURTS"]
    shown = {tuple(row.gives[:2]) for row in rows if isinstance(row.gives, list)}
    assert shown == {(kind, area) for kind in ("cap", "pathfinder") for area in areas()}


def test_it_takes_the_first_day_that_a_service_sets() -> None:
    known = areas()["hampshire-and-isle-of-wight"].with_start(date(2026, 1, 12))
    table = {**areas(), known.id: known}
    for filed, expected in ((date(2026, 1, 11), Pathway.CAP), (date(2026, 1, 12), Pathway.PATHFINDER)):
        decision = pathway_of(["child_arrangements"], "460592", None, filed, table)
        assert (decision.pathway, decision.warnings) == (expected, ())


def test_it_ends_with_the_period_of_an_area() -> None:
    ended = replace(areas()["dorset"], ends=date(2026, 3, 3))
    for filed, expected in ((date(2026, 3, 3), Pathway.PATHFINDER), (date(2026, 3, 4), Pathway.CAP)):
        assert pathway_of(["specific_issue"], "101633", None, filed, {"dorset": ended}).pathway is expected


@pytest.mark.parametrize(
    ("nations", "expected"),
    [
        ([], "unknown"),
        ([Nation.WALES, Nation.WALES], "wales"),
        ([Nation.ENGLAND], "england"),
        ([Nation.ENGLAND, Nation.WALES], "mixed"),
        ([Nation.ENGLAND, Nation.UNKNOWN], "unknown"),
        ([Nation.ENGLAND, Nation.WALES, Nation.UNKNOWN], "mixed"),
    ],
)
def test_it_sums_up_the_children_of_a_case(nations: list[Nation], expected: str) -> None:
    assert nation_of_case(nations) == expected


def test_it_names_the_officer_of_each_nation() -> None:
    assert officer_title(Nation.WALES).cy == "Swyddog Achosion Teuluol Cymru"
    assert officer_title(Nation.ENGLAND).en == "officer of the Service"
    assert " or " in officer_title(Nation.UNKNOWN).en


def test_it_never_repeats_the_address_in_its_reason() -> None:
    for residence in (Residence("LL13 9AC", "Atlantis"), Residence("CF10 1AC"), Residence("CH4 9AC")):
        basis = nation_of_child(residence, ON).basis
        assert not any(part in basis.en + basis.cy for part in ("LL13", "CF10", "CH4", "Atlantis"))
