"""Hearings, orders and documents of a private-law case, with the oddities the service is known for."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from lles.links.court.facts import HearingDay
from lles.links.court.tests.invented import NUMBER, document, read_private, row, warned


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
    ("label", "directed"),
    [
        ("Safeguarding letter", "safeguarding_letter"),
        ("Update to safeguarding letter", "safeguarding_update"),
        ("Child Impact report", "child_impact_report"),
        ("Child Impact Report 1", "child_impact_report_1"),
        ("Child Impact Report 2", "child_impact_report_2"),
        ("Section 7 report", "section_7_report"),
        ("S7 addendum report", "section_7_addendum"),
        ("16.4 report", "rule_16_4_report"),
        ("S16A risk assessment", "risk_assessment_16a"),
        ("CIR Transfer Request", "transfer_request"),
        ("CIR Extension Request", "extension_request"),
        ("Other reports", "other_report"),
    ],
)
def test_each_report_label_of_the_court_is_a_direction_of_its_own(label: str, directed: str) -> None:
    (order,) = read_private(orderCollection=[row("o", orderType="x", courtReportType=[label])]).orders
    assert order.reports == (directed,)


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
