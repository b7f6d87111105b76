"""What once stood in the ledger alone has a field of its own, and what says nothing alone is named."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from lles.casefile.models import Officer
from lles.links.court.facts import CourtCase
from lles.work.intake.changes import apply, rows
from tests.crawl.accounting import unaccounted
from tests.crawl.mutations import Steps, put
from tests.crawl.test_nothing_is_lost import PRIVATE, PUBLIC, answer, by, outcome_of, taken_from

__all__ = ["by"]

CASE, PEOPLE = ("case_data",), ("caseData",)
CHILD, KID = (*CASE, "children", 0, "value"), (*PEOPLE, "children", 0)
MOTHER, FATHER = (*CASE, "applicants", 0, "value"), (*CASE, "respondents", 0, "value")
RESPONDENT = (*PEOPLE, "respondents", 0)
ARRANGED = (*CASE, "summaryTabForOrderAppliedFor", "typeOfChildArrangementsOrder")
ORDER = {"orderType": "blankOrderOrDirections", "originalFilingDate": "2031-05-06"}

WORDS: list[tuple[dict[str, Any], Steps, object, str]] = [
    (PRIVATE, (*CASE, "caseManagementLocation", "regionId"), "6", "court_region"),
    (PUBLIC, (*PEOPLE, "caseManagementLocation", "region"), "6", "court_region"),
    (PRIVATE, (*CHILD, "orderAppliedFor"), ["Specific Issue Order"], "applied_for"),
    (PUBLIC, (*KID, "socialWorkerName"), "Zzyzx Prydderch", "social_worker"),
    (PUBLIC, (*RESPONDENT, "addressUnknownReason"), "No fixed abode", "address_unknown_reason"),
    (PUBLIC, (*PEOPLE, "others", 0, "addressUnknownReason"), "Whereabouts unknown", "address_unknown_reason"),
]
ANSWERS: list[tuple[dict[str, Any], Steps, tuple[object, ...], str]] = [
    (PRIVATE, (*CASE, "mpuChildInvolvedInMiam"), ("Yes", "No", None), "public_law_proceedings"),
    (PRIVATE, (*MOTHER, "isCurrentAddressKnown"), ("Yes", "No", None), "address_known"),
    (PRIVATE, (*FATHER, "isAddressUnknown"), ("Yes", "No", None), "address_known"),
    (PUBLIC, (*RESPONDENT, "addressKnown"), (True, False, None), "address_known"),
    (PUBLIC, (*PEOPLE, "others", 0, "addressKnown"), (True, False, None), "address_known"),
    (PUBLIC, (*KID, "fathersResponsibility"), ("Yes", "No", "Don't know", None), "parental_responsibility"),
]
Forget = Callable[..., None]


@pytest.fixture
def forget(monkeypatch: pytest.MonkeyPatch) -> Forget:
    """Makes the intake forget a field of whatever row has it."""

    def without(name: str) -> None:
        def short(said: CourtCase, today: date) -> rows.Rows:
            whole = rows.rows_of(said, today)
            return replace(
                whole,
                case=_bare(whole.case, name),
                **{
                    table: {key: _bare(row, name) for key, row in getattr(whole, table).items()}
                    for table in ("children", "parties", "orders")
                },
            )

        monkeypatch.setattr(apply, "rows_of", short)

    return without


def _bare(row: rows.Values, name: str) -> rows.Values:
    return {key: value for key, value in row.items() if key != name}


def bare(raw: dict[str, Any]) -> dict[str, Any]:
    """A payload in which nothing else says whether an address is known, and others are named."""
    plain = deepcopy(raw)
    data: dict[str, Any] = plain["case_data" if "case_data" in plain else "caseData"]
    for rows_ in (data.get("applicants", []), data["respondents"]):
        for row in rows_:
            for name in ("isCurrentAddressKnown", "isAddressUnknown", "addressKnown"):
                row.get("value", row).pop(name, None)
    if "caseData" in plain:
        data["others"] = [{"name": "Alun Gethin", "dateOfBirth": "1960-02-02"}]
    return plain


@pytest.mark.parametrize(("raw", "place", "value", "field"), WORDS)
def test_it_keeps_the_value_in_a_field(
    by: Officer, raw: dict[str, Any], place: Steps, value: object, field: str
) -> None:
    said = put(bare(raw), place, value)
    (one,) = taken_from(by, answer(said))
    assert one.case is not None
    assert unaccounted(one.case, said) == []


@pytest.mark.parametrize(("raw", "place", "value", "field"), WORDS)
def test_it_shows_that_the_value_would_be_missed(
    by: Officer, forget: Forget, raw: dict[str, Any], place: Steps, value: object, field: str
) -> None:
    forget(field)
    said = put(bare(raw), place, value)
    (one,) = taken_from(by, answer(said))
    assert one.case is not None
    assert unaccounted(one.case, said) != []


@pytest.mark.parametrize(("raw", "place", "answers", "field"), ANSWERS)
def test_it_tells_one_answer_from_another(
    by: Officer, raw: dict[str, Any], place: Steps, answers: tuple[object, ...], field: str
) -> None:
    heard = {outcome_of(by, put(bare(raw), place, said)) for said in answers}
    assert len(heard) == len(answers)


@pytest.mark.parametrize(("raw", "place", "answers", "field"), ANSWERS)
def test_it_shows_that_answers_would_fall_together(
    by: Officer, forget: Forget, raw: dict[str, Any], place: Steps, answers: tuple[object, ...], field: str
) -> None:
    forget(field)
    heard = {outcome_of(by, put(bare(raw), place, said)) for said in answers}
    assert len(heard) == 1


@pytest.mark.parametrize("hidden", [True, False, None, "perhaps"])
@pytest.mark.parametrize("living", ["Living in a refuge", "In hospital and soon to be discharged"])
def test_it_keeps_how_a_child_lives_and_whether_it_is_hidden(
    by: Officer, hidden: object, living: str
) -> None:
    said = put(put(bare(PUBLIC), (*KID, "livingSituation"), living), (*KID, "detailsHidden"), hidden)
    (one,) = taken_from(by, answer(said))
    assert one.case is not None
    assert unaccounted(one.case, said) == []


def test_it_shows_that_how_a_child_lives_would_be_missed(
    by: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lles.work.intake.changes.whereabouts._hidden_child", lambda *said: iter(()))
    said = put(bare(PUBLIC), (*KID, "livingSituation"), "In hospital and soon to be discharged")
    (one,) = taken_from(by, answer(said))
    assert one.case is not None
    assert unaccounted(one.case, said) == ["caseData.children[0].livingSituation"]


@pytest.mark.parametrize("asked", [["childArrangementsOrder"], ["specificIssueOrder"], []])
@pytest.mark.parametrize("kind", ["Live with order", "bothLiveWithAndSpendTimeWithOrder", "perhaps"])
def test_it_keeps_or_names_a_kind_of_arrangement(by: Officer, asked: list[str], kind: str) -> None:
    said = put(
        put(bare(PRIVATE), (*CASE, "ordersApplyingFor"), asked), (*CASE, ARRANGED[1]), {ARRANGED[2]: kind}
    )
    (one,) = taken_from(by, answer(said))
    assert one.case is not None
    assert unaccounted(one.case, said) == []


def test_it_keeps_and_names_a_filing_day_of_an_order_that_names_no_report(by: Officer) -> None:
    said = put(bare(PRIVATE), (*CASE, "orderCollection"), [{"id": "1", "value": ORDER}])
    (one,) = taken_from(by, answer(said))
    assert one.case is not None
    assert unaccounted(one.case, said) == []
    assert one.case.orders.get().filing_due_on == date(2031, 5, 6)
    assert one.case.feed_notes.filter(code="filing_day_without_report").exists()


def test_it_names_a_relation_to_no_child(by: Officer) -> None:
    said = put(put(bare(PUBLIC), (*PEOPLE, "children"), []), (*RESPONDENT, "relationshipToChild"), "Zzyzx")
    (one,) = taken_from(by, answer(said))
    assert one.case is not None
    assert unaccounted(one.case, said) == []
    assert one.case.feed_notes.filter(code="relation_to_no_child").exists()
