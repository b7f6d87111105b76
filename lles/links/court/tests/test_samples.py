"""The court service's published samples, where they lie beside the project, are read to the last value."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lles.links.court.facts import Answer, CourtCase
from lles.links.court.payload import loads, read_answer, read_case
from lles.links.court.tests.marks import MARK, Steps, is_named, places, said_by, with_value, written

SAMPLES = Path(__file__).parents[5] / "shared" / "samples" / "hmcts"
pytestmark = pytest.mark.skipif(
    not SAMPLES.is_dir(), reason="the court service's samples do not lie beside the project"
)

FIVE_HARMS = (
    "past_sexual_abuse",
    "future_emotional_harm",
    "past_emotional_harm",
    "alcohol_or_drug_abuse",
    "other_factor",
)


def answer(name: str) -> Answer:
    return read_answer(loads((SAMPLES / name).read_bytes()))


def counts(case: CourtCase) -> tuple[int, ...]:
    lists = (case.children, case.parties, case.relations, case.hearings, case.orders, case.papers)
    return tuple(len(rows) for rows in lists)


def oddities(case: CourtCase) -> dict[str, int]:
    return dict(Counter(warning.code for warning in case.warnings))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("prl-api/derived-search-1-after-service.json", [(5, 7, 35, 1, 1, 5)]),
        ("prl-api/derived-search-2-after-first-hearing.json", [(5, 7, 35, 5, 2, 11)]),
        (
            "prl-api/search-four-cases-array-dates.json",
            [(2, 2, 0, 1, 0, 7), (1, 3, 0, 0, 2, 5), (2, 3, 0, 0, 0, 7), (2, 2, 0, 0, 0, 7)],
        ),
        ("prl-api/search-no-data.json", []),
        ("prl-api/search-redacted-documents.json", [(0, 0, 0, 0, 0, 0)]),
        ("prl-api/search-two-cases.json", [(1, 2, 0, 0, 0, 1), (1, 2, 0, 1, 0, 1)]),
        ("fpl-api/case-all-fields.json", [(3, 6, 3, 8, 0, 34)]),
        ("fpl-api/derived-search-two-cases.json", [(2, 6, 2, 17, 0, 7), (4, 2, 1, 0, 0, 1)]),
        ("fpl-api/guardians-request.json", []),
    ],
)
def test_it_counts_what_every_sample_holds(name: str, expected: list[tuple[int, ...]]) -> None:
    assert [counts(case) for case in answer(name).cases] == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("prl-api/derived-search-1-after-service.json", [{}]),
        ("prl-api/derived-search-2-after-first-hearing.json", [{}]),
        (
            "prl-api/search-four-cases-array-dates.json",
            [
                {"court_side_shape": 3, "unknown_field": 2},
                {"person_without_name": 1, "home_of_unknown_party": 1, "hearing_of_another_case": 1},
                {"home_of_unknown_party": 2, "hearing_of_another_case": 1},
                {"home_of_unknown_party": 2, "hearing_of_another_case": 1},
            ],
        ),
        ("prl-api/search-redacted-documents.json", [{"unknown_field": 1}]),
        (
            "prl-api/search-two-cases.json",
            [{"child_is_grown_up": 1, "party_is_under_18": 1}, {"child_is_grown_up": 1, "repeated_key": 1}],
        ),
        (
            "fpl-api/case-all-fields.json",
            [
                {
                    "no_case_number": 1,
                    "person_said_deceased": 1,
                    "child_is_grown_up": 1,
                    "hearing_very_long": 1,
                    "unknown_field": 1,
                }
            ],
        ),
        (
            "fpl-api/derived-search-two-cases.json",
            [{"date_not_understood": 1, "person_said_deceased": 2}, {}],
        ),
    ],
)
def test_it_warns_of_exactly_what_is_odd(name: str, expected: list[dict[str, int]]) -> None:
    assert [oddities(case) for case in answer(name).cases] == expected


def test_it_reads_the_first_case_of_the_story_whole() -> None:
    (case,) = answer("prl-api/derived-search-1-after-service.json").cases
    assert case.kinds == ("child_arrangements_spend_time", "prohibited_steps", "specific_issue")
    assert [party.role for party in case.parties] == ["applicant"] * 3 + ["respondent"] * 3 + ["other"]
    assert [len(party.copies) for party in case.parties] == [2, 3, 3, 0, 0, 0, 0]
    assert [day.starts_at.day for day in case.hearings[0].days] == [11, 12, 13]
    assert case.orders[0].reports == ("safeguarding_letter",)
    assert str(case.orders[0].filing_due_on) == "2023-04-05"
    assert [paper.category for paper in case.papers if paper.restricted] == ["c8Document", "confidential"]


def test_it_reads_the_order_whose_code_and_title_changed_places() -> None:
    (case,) = answer("prl-api/derived-search-2-after-first-hearing.json").cases
    assert [order.code for order in case.orders] == ["standardDirectionsOrder", "blankOrderOrDirections"]
    assert case.orders[1].title == "Blank order or directions (C21)"
    assert case.orders[1].reports == ("section_7_report", "risk_assessment_16a")
    assert case.orders[1].hearing_keys == ("2000004862", "2000004836")


def test_it_finds_a_bare_case_without_a_number() -> None:
    (case,) = answer("fpl-api/case-all-fields.json").cases
    assert (case.service, case.number, case.harm_signals) == ("public", None, FIVE_HARMS)


@pytest.mark.parametrize("folder", ["prl-api", "fpl-api"])
def test_it_tells_keeps_or_names_a_mark_at_every_place_of_every_sample(folder: str) -> None:
    for file in sorted((SAMPLES / folder).glob("*.json")):
        for case in answer(f"{folder}/{file.name}").cases:
            for place in one_of_each_kind(case.raw):
                marked = read_case(with_value(case.raw, place, MARK))
                assert MARK in said_by(marked) or is_named(marked, written(place)), (file.name, place)


def one_of_each_kind(raw: Any) -> list[Steps]:
    """Choose one place of every kind, whichever row it stands in."""
    return list({re.sub(r"\[\d+\]", "[]", written(place)): place for place in places(raw)}.values())


@pytest.mark.parametrize("folder", ["prl-case", "prl-event", "prl-hearings", "fpl-case", "reference", "spec"])
def test_it_raises_for_no_other_file_either(folder: str) -> None:
    for file in sorted((SAMPLES / folder).rglob("*.json")):
        read_answer(loads(file.read_bytes()))
