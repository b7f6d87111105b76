"""What a private-law case says, with the oddities the service is known for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from lles.links.court.facts import CourtAddress, HearingDay, InterpreterNeed, LocationCopy
from lles.links.court.payload import read_case
from lles.links.court.tests.invented import (
    NUMBER,
    PRIVATE,
    address,
    document,
    private_case,
    read_private,
    row,
    warned,
)


def test_it_reads_the_case_itself() -> None:
    case = read_private()
    assert (case.service, case.number, case.family_man_number) == ("private", str(NUMBER), "CF26P00042")
    assert (case.court_code, case.court_name, case.region) == ("700701", "Invented Family Court", "3")
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


def test_it_keeps_the_copies_of_confidential_details_with_their_party() -> None:
    copies = read_private().parties[0].copies
    assert [copy.kind for copy in copies] == ["email", "phone", "address"]
    assert copies[0] == LocationCopy("email", "copy@example.org")
    assert copies[2].address is not None
    assert copies[2].address.postcode == "CF99 1AA"


def test_it_protects_every_applicant_where_the_copies_name_nobody() -> None:
    case = read_private(applicantsConfidentialDetails=[row("s", firstName="Nobody", email="x@example.org")])
    assert case.parties[0].copies == (LocationCopy("email", "x@example.org"),)
    assert warned(case)["case_data.applicantsConfidentialDetails[0]"] == "confidential_details_of_nobody"


def test_it_warns_where_a_flag_says_no_beside_a_confidential_copy() -> None:
    changed = private_case()
    changed["case_data"]["applicants"][0]["value"]["isPhoneNumberConfidential"] = "No"
    assert "confidential_flag_contradicted" in warned(read_case(changed)).values()


@pytest.mark.parametrize(
    ("came", "flag"), [("Yes", True), ("No", False), ("yes", True), ("", None), ("TEST", None)]
)
def test_it_reads_a_flag_that_was_not_said_as_not_said(came: str, flag: bool | None) -> None:
    case = read_private(respondents=[row("p", firstName="A", isAddressConfidential=came)])
    assert case.parties[1].address_flag is flag


def test_it_takes_an_address_that_says_confidential_for_protected() -> None:
    place = {"AddressLine1": "CONFIDENTIAL - c/o the court", "PostCode": "CF991AA"}
    case = read_private(respondents=[row("p", firstName="A", address=place, isAddressConfidential="No")])
    assert case.parties[1].address == CourtAddress(
        lines=("CONFIDENTIAL - c/o the court",), postcode="CF991AA"
    )
    assert case.parties[1].address_flag is True


def test_it_keeps_an_address_that_came_as_one_text() -> None:
    case = read_private(respondents=[row("p", firstName="A", address="1 Low Road, Nant")])
    assert case.parties[1].address == CourtAddress(lines=("1 Low Road, Nant",))


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


def test_it_puts_the_days_of_a_hearing_in_order_and_in_utc() -> None:
    (hearing,) = read_private().hearings
    assert hearing.key == "2000009001"
    assert hearing.days[0] == HearingDay(
        datetime(2026, 6, 8, 9, tzinfo=UTC),
        datetime(2026, 6, 8, 15, tzinfo=UTC),
        "Invented Hearing Hall",
        "700703",
    )
    assert (hearing.status, hearing.going_ahead, hearing.type_words) == ("LISTED", True, "First Hearing")


def hearing(**changes: Any) -> dict[str, Any]:
    day = {"hearingStartDateTime": "2026-06-08T09:00:00", "hearingEndDateTime": "2026-06-08T09:00:00"}
    return {"hearingID": 1, "hearingType": "ABA5-FHR", "hearingDaySchedule": [day], **changes}


def hearings(*rows: dict[str, Any], **data: Any) -> dict[str, Any]:
    return {"hearingData": {"caseRef": str(NUMBER), "caseHearings": list(rows), **data}}


def test_it_attaches_no_hearing_of_another_case() -> None:
    case = read_private(**hearings(hearing(), caseRef="1111222233334444"))
    assert case.hearings == ()
    assert warned(case)["case_data.hearingData"] == "hearing_of_another_case"


def test_it_attaches_hearings_that_name_no_case_with_a_warning() -> None:
    case = read_private(**hearings(hearing(), caseRef=None))
    assert len(case.hearings) == 1
    assert warned(case)["case_data.hearingData.caseRef"] == "hearing_without_case_number"


@pytest.mark.parametrize(
    ("status", "read", "going_ahead"),
    [
        ("CANCELED", "CANCELLED", False),
        ("cancelled ", "CANCELLED", False),
        ("ADJOURNED", "ADJOURNED", False),
        ("AWAITING_ACTUALS", "AWAITING_ACTUALS", True),
        ("NEW_THING", "NEW_THING", True),
        (None, "", True),
    ],
)
def test_it_reads_a_status_in_every_spelling(status: str | None, read: str, going_ahead: bool) -> None:
    (one,) = read_private(**hearings(hearing(hmcStatus=status))).hearings
    assert (one.status, one.going_ahead) == (read, going_ahead)


def test_it_reads_a_hearing_in_the_names_of_the_specification() -> None:
    (one,) = read_private(
        **hearings({"hearingId": "77", "hearingType": "ABA5-2GA", "hearingStatus": "LISTED"})
    ).hearings
    assert (one.key, one.type_words, one.days) == ("77", "2nd Gatekeeping Appointment", ())


def test_it_reads_times_that_came_as_numbers() -> None:
    day = {
        "hearingStartDateTime": [2023, 5, 9, 9, 0],
        "hearingEndDateTime": [2023, 5, 9, 9, 45],
        "hearingVenueName": None,
    }
    (one,) = read_private(**hearings(hearing(hearingDaySchedule=[day]))).hearings
    assert one.days == (
        HearingDay(datetime(2023, 5, 9, 9, tzinfo=UTC), datetime(2023, 5, 9, 9, 45, tzinfo=UTC)),
    )


def test_it_warns_of_hearings_that_last_years_or_end_before_they_start() -> None:
    long = {"hearingStartDateTime": "2026-06-08T09:00:00", "hearingEndDateTime": "2028-06-08T09:00:00"}
    back = {"hearingStartDateTime": "2026-06-08T09:00:00", "hearingEndDateTime": "2026-06-07T09:00:00"}
    lost = {"hearingStartDateTime": "soon", "hearingVenueName": "Hall"}
    for day, code in (
        (long, "hearing_very_long"),
        (back, "hearing_ends_before_it_starts"),
        (lost, "date_not_understood"),
    ):
        case = read_private(**hearings(hearing(hearingDaySchedule=[day])))
        assert code in warned(case).values()


def test_it_reads_an_order_and_what_it_asks_for() -> None:
    (order,) = read_private().orders
    assert (order.code, order.title, order.made_on) == (
        "standardDirectionsOrder",
        "Directions as usual",
        date(2026, 5, 8),
    )
    assert order.created_at == datetime(2026, 5, 11, 9, 30, 0, 123456, tzinfo=UTC)
    assert (order.reports, order.filing_due_on) == (("safeguarding_letter",), date(2026, 6, 2))
    assert (order.hearing_keys, order.paper_key) == (("2000009001",), document(1, "")["document_id"])


@pytest.mark.parametrize(
    ("first", "second", "code", "title"),
    [
        (
            "Family assistance order (C42)",
            "familyAssistOrder",
            "familyAssistOrder",
            "Family assistance order (C42)",
        ),
        (
            "familyAssistOrder",
            "Family assistance order (C42)",
            "familyAssistOrder",
            "Family assistance order (C42)",
        ),
        ("FAMILYASSISTORDER", None, "familyAssistOrder", "Family assistance order (C42)"),
        ("other : A note", "other", "other", "other : A note"),
        ("A word", "A longer word", None, "A longer word"),
        (None, None, None, ""),
    ],
)
def test_it_knows_the_code_of_an_order_in_either_field(
    first: str | None, second: str | None, code: str | None, title: str
) -> None:
    (order,) = read_private(orderCollection=[row("o", orderType=first, orderTypeId=second, id="x")]).orders
    assert (order.code, order.title) == (code, title)


@pytest.mark.parametrize(
    "labels",
    [
        ["S7 addendum report", "CIR Extension Request"],
        [{"id": "1", "value": "S7 ADDENDUM REPORT "}, {"id": "2", "value": "CIR extension request"}],
    ],
)
def test_it_reads_report_labels_bare_or_in_rows(labels: list[object]) -> None:
    (order,) = read_private(orderCollection=[row("o", orderType="x", courtReportType=labels)]).orders
    assert order.reports == ("section_7_addendum", "extension_request")


def test_it_keeps_an_unknown_report_label_and_asks_to_read_the_order() -> None:
    case = read_private(orderCollection=[row("o", orderType="x", courtReportType=["A new report"])])
    assert (case.orders[0].reports, case.orders[0].report_labels) == (("other_report",), ("A new report",))
    assert "unknown_code" in warned(case).values()


@pytest.mark.parametrize(
    ("made", "day"),
    [
        ("20 Jan 2023", date(2023, 1, 20)),
        ("2023-06-09T00:00:00.000Z", date(2023, 6, 9)),
        ("about Easter", None),
    ],
)
def test_it_keeps_the_words_of_the_day_an_order_was_made(made: str, day: date | None) -> None:
    (order,) = read_private(orderCollection=[row("o", orderType="x", orderMadeDate=made)]).orders
    assert (order.made_on, order.made_text) == (day, made)


def test_it_reads_orders_of_the_older_collection() -> None:
    older = row(
        "old",
        orderName="An older order",
        courtReportType=["Section 7 report"],
        originalFilingDate="2026-07-01",
    )
    orders = read_private(manageOrderCollection=[older]).orders
    assert [(order.key, order.title) for order in orders] == [
        ("order-1", "Directions as usual"),
        ("old", "An older order"),
    ]


def test_it_lists_every_document_once() -> None:
    papers = {paper.name: paper for paper in read_private().papers}
    assert set(papers) == {"order.pdf", "c100.pdf", "c8.pdf", "statement.pdf"}
    assert papers["c8.pdf"].restricted
    assert papers["statement.pdf"].restricted
    assert (papers["statement.pdf"].category, papers["statement.pdf"].title) == (
        "applicantStatements",
        "A statement",
    )


def test_it_withholds_a_document_that_is_restricted_in_any_listing() -> None:
    same = document(9, "x.pdf")
    rows = [
        row("1", documentOther=same, documentTypeOther="anyOtherDoc"),
        row("2", documentOther=same, documentTypeOther="confidential"),
    ]
    papers = read_private(otherDocuments=rows).papers
    assert [paper.restricted for paper in papers if paper.key == same["document_id"]] == [True]


@pytest.mark.parametrize(
    "reference",
    [
        {"document_id": "00000000-0000-0000-0000-000000000000", "document_filename": "x.pdf"},
        {"document_id": "0d000000-0000-4000-8000-000000000009", "document_filename": "*Redacted*.pdf"},
        {"document_url": "https://store.example/documents/00000000-0000-0000-0000-000000000000"},
    ],
)
def test_it_sees_that_a_document_was_withdrawn(reference: dict[str, str]) -> None:
    (paper,) = [
        paper for paper in read_private(finalDocument=reference).papers if paper.category == "finalDocument"
    ]
    assert paper.withdrawn


def test_it_keeps_two_withdrawn_documents_apart() -> None:
    zero = {"document_id": "00000000-0000-0000-0000-000000000000", "document_filename": "*Redacted*"}
    papers = [paper for paper in read_private(finalDocument=zero, c8Document=zero).papers if paper.withdrawn]
    assert len({paper.key for paper in papers}) == 2


def test_it_takes_the_id_of_a_document_from_its_address() -> None:
    url = {
        "document_binary_url": "https://store.example/documents/0d000000-0000-4000-8000-000000000009/binary"
    }
    papers = read_private(finalDocument={**url, "document_filename": "x.pdf"}).papers
    assert "0d000000-0000-4000-8000-000000000009" in {paper.key for paper in papers}


def test_it_prefers_the_base_location_and_falls_back_on_the_venue() -> None:
    assert read_private(caseManagementLocation={"region": "5", "baseLocation": "7"}).court_code == "7"
    case = read_private(caseManagementLocation={"region": "5", "regionId": None})
    assert (case.court_code, case.region) == ("700700", "5")


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
