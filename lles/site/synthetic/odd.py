"""Cases as they ought not to come: without a number, with words nobody knows, with dates that are none."""

from copy import deepcopy
from typing import Any

from lles.site.synthetic.facts import Payload


def without_number(case: Payload) -> Payload:
    """The same case as if the court had forgotten its number: it can only be held."""
    return {key: value for key, value in case.items() if key != "id"}


def with_unknown_words(case: Payload) -> Payload:
    """The same case with a field, an order and a state that no list names."""
    odd = _copy(case)
    odd["state"] = "AWAITING_SOMETHING_NEW"
    odd["case_data"]["courtMoonPhase"] = "waxing"
    odd["case_data"]["ordersApplyingFor"].append("somethingNewOrder")
    return dict(odd)


def with_wrong_days(case: Payload) -> Payload:
    """The same case with days that are none, and a child who is said to be born in the future."""
    odd = _copy(case)
    odd["case_data"]["issueDate"] = "about six months back"
    first = odd["case_data"]["children"][0]["value"]
    first["dateOfBirth"] = "2998-02-30" if "2998" not in str(first["dateOfBirth"]) else "2998-03-01"
    return dict(odd)


def with_empty_values(case: Payload) -> Payload:
    """The same case with nothing where something usually stands, in every form of nothing."""
    odd = _copy(case)
    odd["case_data"] |= {"otherDocuments": [{}], "miamTable": {}, "courtTypeId": None, "solicitorName": ""}
    for row in odd["case_data"]["respondents"]:
        row["value"]["address"] = {}
    return dict(odd)


def with_array_moments(case: Payload) -> Payload:
    """The same case with its moments as lists of numbers, trailing zeros cut away."""
    odd = _copy(case)
    odd["created_date"], odd["last_modified"] = [2026, 3, 2, 9, 12], [2026, 3, 9, 10, 30]
    return dict(odd)


def with_hearings_of_another_case(case: Payload) -> Payload:
    """The same case with the hearings of somebody else."""
    odd = _copy(case)
    odd["case_data"]["hearingData"]["caseRef"] = "9999888877776666"
    return dict(odd)


def every_oddity(case: Payload) -> tuple[Payload, ...]:
    """One case of each sort of oddness."""
    return (
        without_number(case),
        with_unknown_words(case),
        with_wrong_days(case),
        with_empty_values(case),
        with_array_moments(case),
        with_hearings_of_another_case(case),
    )


def _copy(case: Payload) -> Any:
    return deepcopy(case)
