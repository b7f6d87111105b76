"""What a public-law case says, where almost nobody has an id and absent may mean withheld."""

from __future__ import annotations

import copy
from datetime import UTC, date, datetime
from typing import Any

import pytest

from lles.links.court.facts import CourtRelation
from lles.links.court.payload import read_case
from lles.links.court.tests.invented import PUBLIC, read_public, warned


def with_first(people: str, **changes: Any) -> dict[str, Any]:
    raw = copy.deepcopy(PUBLIC)
    raw["caseData"][people][0].update(changes)
    return raw


def test_it_reads_the_case_itself() -> None:
    case = read_public()
    assert (case.service, case.number, case.family_man_number) == ("public", "1790000000000029", "CF26C00007")
    assert (case.kinds, case.court_code, case.region) == (("care", "interim_care"), "700704", "north_east")
    assert (case.submitted_on, case.issued_on) == (date(2026, 7, 1), date(2026, 7, 2))
    assert case.harm_signals == ("past_neglect", "domestic_abuse")
    assert case.public_law_proceedings is True


def test_it_reads_hearings_and_uploads_in_london_time() -> None:
    case = read_public()
    assert case.hearings[0].days[0].starts_at == datetime(2026, 8, 3, 9, tzinfo=UTC)
    assert case.papers[0].created_at == datetime(2026, 7, 2, 8, 0, 0, 123456, tzinfo=UTC)
    assert case.modified_at == datetime(2026, 7, 2, 8, 0, 0, 500000, tzinfo=UTC)


def test_it_reads_the_authority_as_an_organisation_with_its_lawyer() -> None:
    authority = read_public().parties[0]
    assert (authority.key, authority.last_name, authority.is_organisation) == (
        "la-1",
        "Invented Council",
        True,
    )
    assert (authority.lawyer_name, authority.lawyer_email) == ("Mared Lewys", "mared@example.org")
    assert not read_public(citizenIsApplicant=True).parties[0].is_organisation


@pytest.mark.parametrize(("is_citizen", "flag"), [(False, False), (True, None), (None, None)])
def test_the_office_of_an_authority_is_open_where_it_is_said_to_be_one(
    is_citizen: bool | None, flag: bool | None
) -> None:
    one = read_public(citizenIsApplicant=is_citizen).parties[0]
    assert (one.address_flag, one.phone_flag, one.email_flag) == (flag, flag, flag)


def test_it_reads_a_child_with_the_situation_in_our_words() -> None:
    (child,) = read_public().children
    assert (child.first_name, child.gender, child.living_situation) == ("Macsen", "male", "in_a_refuge")
    assert (child.details_flag, child.parental_responsibility) == (True, "father_unknown")
    assert child.social_worker == "Tomos Ellis"


@pytest.mark.parametrize(
    ("hidden", "address", "expected"),
    [
        (None, None, None),
        (None, {"postTown": "Nant"}, None),
        (False, None, None),
        (False, {"postTown": "Nant"}, False),
        (True, {"postTown": "N"}, True),
        (False, {"addressLine1": "Confidential"}, True),
    ],
)
def test_it_takes_only_an_outspoken_no_beside_an_address_for_a_no(
    hidden: bool | None, address: object, expected: bool | None
) -> None:
    raw = with_first("children", detailsHidden=hidden, address=address)
    assert read_case(raw).children[0].details_flag is expected


@pytest.mark.parametrize(("name", "place"), [("respondents", 1), ("others", 2)], ids=["respondent", "other"])
@pytest.mark.parametrize(("said", "expected"), [("Yes", True), ("No", False), ("perhaps", None)])
def test_it_protects_where_a_flag_says_two_things(
    name: str, place: int, said: str, expected: bool | None
) -> None:
    flag = "contactDetailsHidden" if name == "respondents" else "detailsHidden"
    where = {"address": {"postTown": "Nant"}}
    case = read_case(with_first(name, **{flag: "No", flag.upper(): said, **where}))
    assert (case.parties[place].address_flag, case.parties[place].phone_flag) == (expected, expected)


@pytest.mark.parametrize(("said", "expected"), [("Yes", True), ("No", False), ("perhaps", None)])
def test_it_protects_a_child_whose_flag_says_two_things(said: str, expected: bool | None) -> None:
    raw = with_first("children", detailsHidden="No", DetailsHidden=said, address={"postTown": "Nant"})
    assert read_case(raw).children[0].details_flag is expected


def test_it_keeps_where_an_other_without_a_name_can_be_found() -> None:
    case = read_case(with_first("others", name="", address=["1 Low Road", "Nant"]))
    assert [(copy.kind, copy.value) for copy in case.copies_of_nobody] == [
        ("phone", "07700 900666"),
        ("address", "1 Low Road, Nant"),
    ]
    assert "person_without_name" in warned(case).values()


def test_it_does_not_take_an_old_no_for_a_no_where_the_detail_is_missing() -> None:
    nia = read_public().parties[1]
    assert (nia.address_flag, nia.phone_flag, nia.email_flag) == (False, False, None)
    withheld = read_case(with_first("respondents", address=None, telephoneNumber=None)).parties[1]
    assert (withheld.address_flag, withheld.phone_flag) == (None, None)


def test_it_knows_people_again_by_name_and_birth_date() -> None:
    first = read_public()
    again = read_public(children=list(reversed([*PUBLIC["caseData"]["children"], {"firstName": "Bet"}])))
    assert first.children[0].key == again.children[1].key
    other = read_case(with_first("children", firstName="Maxen")).children[0].key
    assert other != first.children[0].key
    assert "macsen" not in first.children[0].key


def test_it_reads_others_from_one_field_and_relations_in_words() -> None:
    case = read_public()
    assert (case.parties[2].first_name, case.parties[2].last_name) == ("", "Alun Gethin")
    assert case.relations == (CourtRelation(case.parties[1].key, "", "mother"),)
    aunt = read_case(with_first("respondents", relationshipToChild="Aunty")).relations[0]
    assert (aunt.kind, aunt.details) == ("other", "Aunty")


def test_it_warns_that_someone_is_said_to_have_died() -> None:
    case = read_case(with_first("respondents", addressUnknownReason="Person deceased"))
    assert case.parties[1].address_unknown_reason == "person_deceased"
    assert "person_said_deceased" in warned(case).values()


@pytest.mark.parametrize("status", ["VACATED", "ADJOURNED_TO_BE_RE_LISTED"])
def test_it_takes_a_hearing_off_by_its_status_alone(status: str) -> None:
    assert read_public().hearings[0].going_ahead
    assert not read_case(with_first("hearingDetails", status=status)).hearings[0].going_ahead


def test_it_keeps_a_hearing_that_ends_when_it_starts_and_warns_of_one_of_two_years() -> None:
    instant = read_case(with_first("hearingDetails", endDate="2026-08-03T10:00:00"))
    assert instant.warnings == ()
    years = read_case(with_first("hearingDetails", endDate="2028-08-03T10:00:00"))
    assert warned(years)["caseData.hearingDetails[0]"] == "hearing_very_long"


def test_it_warns_of_an_hour_that_happens_twice() -> None:
    case = read_case(with_first("hearingDetails", startDate="2026-10-25T01:30:00", endDate=None))
    assert warned(case)["caseData.hearingDetails[0].startDate"] == "time_at_clock_change"


@pytest.mark.parametrize("name", ["documentFileName", "document_filename"])
def test_it_reads_a_document_in_either_spelling(name: str) -> None:
    paper = {name: "x.pdf", "documentCategory": "parentAssessments ", "documentId": "abc", "removed": True}
    (read,) = read_public(caseDocuments=[paper]).papers
    assert (read.name, read.category, read.key, read.withdrawn) == ("x.pdf", "parentAssessments", "abc", True)


@pytest.mark.parametrize("postcode", ["postcode", "postCode", "PostCode"])
def test_it_reads_a_postcode_in_every_spelling(postcode: str) -> None:
    case = read_case(with_first("respondents", address={postcode: "CF99 9ZZ"}))
    assert case.parties[1].address is not None
    assert case.parties[1].address.postcode == "CF99 9ZZ"


def test_it_takes_words_for_an_unknown_order_in_lower_snake() -> None:
    case = read_public(ordersSought=["BRAND_NEW_ORDER", "OTHER"])
    assert case.kinds == ("brand_new_order", "variation_or_discharge")
    assert warned(case) == {"caseData.ordersSought[0]": "unknown_code"}


def test_it_reads_a_case_with_next_to_nothing() -> None:
    case = read_case({"caseData": {"children": [{"firstName": "A"}]}})
    assert (case.number, len(case.children), case.parties) == (None, 1, ())
