"""What a private-law case says, with the oddities the service is known for."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from lles.links.court.facts import InterpreterNeed
from lles.links.court.payload import read_case
from lles.links.court.tests.invented import (
    NUMBER,
    PRIVATE,
    address,
    private_case,
    read_private,
    row,
    warned,
)


def test_it_reads_the_case_itself() -> None:
    case = read_private()
    assert (case.service, case.number, case.family_man_number) == ("private", str(NUMBER), "CF26P00042")
    assert (case.court_code, case.court_name) == ("700701", "Invented Family Court")
    assert case.region == "north_east"
    assert (case.submitted_on, case.issued_on) == (date(2026, 5, 1), date(2026, 5, 5))
    assert case.modified_at == datetime(2026, 5, 11, 9, 30, 15, 123456, tzinfo=UTC)
    assert case.kinds == ("child_arrangements_live_with", "child_arrangements_spend_time", "prohibited_steps")
    assert (case.known_to_local_authority, case.public_law_proceedings) == ("unknown", False)
    assert case.harm_signals == ("domestic_abuse", "urgency")
    assert case.interpreter_needs == (InterpreterNeed(("applicant",), "Somali"),)


def test_it_reads_a_child_and_where_it_lives() -> None:
    (child,) = read_private().children
    assert (child.key, child.first_name, child.born_on, child.gender) == (
        "child-1",
        "Cadi",
        date(2019, 2, 28),
        "female",
    )
    assert child.lives_with_party == "party-1"
    assert child.lives_with_address is not None
    assert child.lives_with_address.lines == ("home Quarry Lane", "home Upper Row", "home Nant")
    assert (child.kinds, child.parental_responsibility) == (("specific_issue",), "")


def test_it_reads_parties_with_their_flags() -> None:
    olwen, brychan, heledd = read_private().parties
    assert (olwen.role, brychan.role, heledd.role) == ("applicant", "respondent", "other")
    assert (olwen.address_flag, olwen.email_flag, olwen.phone_flag) == (True, True, True)
    assert (brychan.address_flag, brychan.email_flag, brychan.phone_flag) == (None, None, None)
    assert olwen.earlier_addresses == "before that 7 Hidden Yard, CF99 2BB"
    assert (olwen.represented, olwen.lawyer_name, olwen.lawyer_firm) == (
        True,
        "Gwil Sutton",
        "Sutton and Daughters",
    )
    assert heledd.gender == "female"


@pytest.mark.parametrize("value", [{"address": {}, "relationshipToChild": []}, {}, None])
def test_it_skips_an_other_person_who_is_empty(value: object) -> None:
    case = read_private(otherPeopleInTheCaseTable=[{"id": "p", "value": value}])
    assert [party.role for party in case.parties] == ["applicant", "respondent"]
    assert "case_data.otherPeopleInTheCaseTable[0]" not in warned(case)


def test_it_names_an_other_person_without_a_name_who_is_not_empty() -> None:
    case = read_private(otherPeopleInTheCaseTable=[row("p", gender="male", address=address("x"))])
    assert len(case.parties) == 2
    assert warned(case)["case_data.otherPeopleInTheCaseTable[0]"] == "person_without_name"


def test_it_keeps_a_party_without_a_last_name() -> None:
    assert read_private(respondents=[row("p", firstName="Only")]).parties[1].first_name == "Only"


@pytest.mark.parametrize("word", ["male", "Male", "MALE", "Boy", " male "])
def test_it_reads_a_gender_in_every_spelling(word: str) -> None:
    assert read_private(respondents=[row("p", firstName="A", gender=word)]).parties[1].gender == "male"


@pytest.mark.parametrize(
    ("born", "code"),
    [
        ("2001-01-01", "child_is_grown_up"),
        ("2030-01-01", "born_in_the_future"),
        ("1801-01-01", "born_too_long_ago"),
        ("about 6 months back", "date_not_understood"),
        ("2008-05-02", None),
        ("2012-02-29", None),
    ],
)
def test_it_warns_of_strange_birth_dates_of_children(born: str, code: str | None) -> None:
    case = read_private(children=[row("c", firstName="A", dateOfBirth=born)])
    assert warned(case).get("case_data.children[0].value.dateOfBirth") == code
    assert case.children[0].born_text == (born if code == "date_not_understood" else "")


def test_a_child_born_on_the_day_it_is_here_just_after_midnight_in_summer_is_not_born_in_the_future() -> None:
    children = [row("c", firstName="A", dateOfBirth="2026-06-15")]
    raw = private_case(children=children, dateSubmitted=None)
    raw["last_modified"] = "2026-06-14T23:30:00"
    assert "born_in_the_future" not in warned(read_case(raw)).values()


def test_it_warns_of_a_party_under_eighteen() -> None:
    case = read_private(respondents=[row("p", firstName="A", dateOfBirth="2010-01-01")])
    assert "party_is_under_18" in warned(case).values()


def test_it_keeps_contradictory_relations() -> None:
    rows = [
        row(f"r{number}", partyId=party, childId="child-1", relationType="mother")
        for number, party in enumerate(["party-1", "party-2"])
    ]
    relations = read_private(childAndApplicantRelations=rows).relations
    assert [(one.party_key, one.kind) for one in relations[:2]] == [
        ("party-1", "mother"),
        ("party-2", "mother"),
    ]


def test_it_names_relations_in_the_court_s_own_form_once() -> None:
    raw_form = [row("r", applicantId="a", childId="b", childAndApplicantRelation="mother") for _ in range(9)]
    case = read_private(childAndApplicantRelations=raw_form)
    assert warned(case)["case_data.childAndApplicantRelations"] == "court_side_shape"
    assert len(case.warnings) == 1


def test_it_keeps_free_words_that_may_name_a_place_out_of_a_relation() -> None:
    said = row(
        "r", partyId="party-2", childId="child-1", relationType="other", otherRelationDetails="at 5 Low Road"
    )
    case = read_private(childAndRespondentRelations=[said])
    assert [one.details for one in case.relations if one.party_key == "party-2"] == [""]
    assert "free_text_kept" in warned(case).values()


def test_it_prefers_the_base_location_and_falls_back_on_the_venue() -> None:
    assert read_private(caseManagementLocation={"region": "5", "baseLocation": "7"}).court_code == "7"
    case = read_private(caseManagementLocation={"region": "5", "regionId": None})
    assert (case.court_code, case.region) == ("700700", "south_east")


@pytest.mark.parametrize(
    ("came", "number", "code"),
    [
        (1652950891557691, "1652950891557691", None),
        (9999999999999999, "9999999999999999", None),
        ("1652-9508-9155-7691", "1652950891557691", None),
        (12345, "12345", "case_number_unusual"),
        (1.652950891557691e15, "1652950891557691", None),
        (1e300, None, "case_number_not_understood"),
        ("1652950891557691.0", None, "case_number_not_understood"),
        (-5, None, "case_number_not_understood"),
        (0, None, "case_number_not_understood"),
        (True, None, "case_number_not_understood"),
        (None, None, "no_case_number"),
    ],
)
def test_it_reads_a_number_exactly_or_not_at_all(came: object, number: str | None, code: str | None) -> None:
    case = read_case({**PRIVATE, "id": came, "case_data": {}})
    assert (case.number, warned(case).get("id")) == (number, code)


def test_it_keeps_an_unknown_state_as_text() -> None:
    case = read_case({**PRIVATE, "state": "SOMETHING_NEW"})
    assert (case.state, warned(case)["state"]) == ("SOMETHING_NEW", "unknown_code")


def test_it_keeps_two_children_under_one_id() -> None:
    rows = [row("same", firstName="Ann"), row("same", firstName="Bet"), row("same", firstName="Ann")]
    case = read_private(children=rows)
    assert [(child.key, child.first_name) for child in case.children] == [("same", "Ann"), ("same~2", "Bet")]
    assert "same_key_twice" in warned(case).values()


def test_it_replaces_characters_no_page_can_hold() -> None:
    case = read_private(children=[row("c", firstName="A\x00b\ud800", lastName="Sia\u0302n")])
    assert (case.children[0].first_name, case.children[0].last_name) == ("A\ufffdb\ufffd", "Siân")
    assert "unprintable_text" in warned(case).values()


def test_it_keeps_telephone_numbers_that_are_none() -> None:
    case = read_private(respondents=[row("p", firstName="A", phoneNumber="none", email="other")])
    assert (case.parties[1].phone, case.parties[1].email) == ("none", "other")
    assert {"phone_not_a_number", "email_not_an_address"} <= set(warned(case).values())


@pytest.mark.parametrize(
    ("known", "unknown", "expected"),
    [
        ("Yes", None, True),
        (None, "Yes", False),
        ("No", "Yes", False),
        ("Yes", "Yes", None),
        ("No", "No", None),
    ],
)
def test_it_reads_whether_an_address_is_known_and_names_a_contradiction(
    known: str | None, unknown: str | None, expected: bool | None
) -> None:
    bet = row("a", firstName="Bet", isCurrentAddressKnown=known, isAddressUnknown=unknown)
    case = read_private(applicants=[bet])
    assert case.parties[0].address_known is expected
    assert ("address_known_contradicted" in warned(case).values()) is (known == unknown)


def test_it_keeps_an_unknown_region_as_text_and_names_it() -> None:
    case = read_private(caseManagementLocation={"regionId": "23"})
    assert case.region == "23"
    assert "unknown_code" in warned(case).values()


def test_it_names_a_kind_of_arrangement_that_nobody_asked_for() -> None:
    case = read_private(ordersApplyingFor=["specificIssueOrder"])
    assert case.kinds == ("specific_issue",)
    assert "arrangements_without_order" in warned(case).values()
