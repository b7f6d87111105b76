"""Hearings, orders and documents of a private-law case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC

from lles.links.court import codes
from lles.links.court.facts import CourtHearing, CourtOrder, CourtPaper, HearingDay
from lles.links.court.hearings import days_in_order, status_of, type_words
from lles.links.court.moments import LONDON
from lles.links.court.papers import category_of, each_once, paper_of
from lles.links.court.people import made_key, with_own_keys
from lles.links.court.private_people import rows_of
from lles.links.court.reading import Field

C8 = "c8Document"
RESTRICTED_WORD = "restricttogroup"
RESTRICTED_CATEGORIES = frozenset({"confidential", "c8ArchivedDocuments"})
DOCUMENTS = (
    "submitAndPayDownloadApplicationLink",
    "finalDocument",
    C8,
    "c1ADocument",
    "draftConsentOrderFile",
    "miamCertificationDocumentUpload1",
    "mpuCertificateByMediator",
    "mpuDocFromDisputeResolutionProvider",
    "ordersNonMolestationDocument",
    "hearingOutComeDocument",
)
EVIDENCE = "mpuDomesticAbuseEvidenceDocument"
ORDER_LISTS = ("orderCollection", "manageOrderCollection")


def hearings_of(hearing_data: Field, number: str | None) -> tuple[CourtHearing, ...]:
    """Read the hearings of this case; those that name another case are not attached."""
    reference = hearing_data.at("caseRef")
    named = re.sub(r"[\s-]", "", reference.text())
    if named and number and named != number:
        hearing_data.reading.warn("hearing_of_another_case", hearing_data.path, named)
        return ()
    if hearing_data.at("caseHearings") and not (named and number):
        hearing_data.reading.note("hearing_without_case_number", reference.path)
    return with_own_keys(
        (row, _hearing(row)) for row in hearing_data.at("caseHearings").rows() if row.is_object()
    )


def orders_of(case: Field) -> tuple[CourtOrder, ...]:
    """Read the orders, of the present collection and of the older one."""
    return with_own_keys(
        (row, _order(row, value)) for name in ORDER_LISTS for row, value in rows_of(case.at(name))
    )


def papers_of(case: Field) -> tuple[CourtPaper, ...]:
    """Read every document of the case, each once."""
    return each_once(_papers(case))


def _hearing(row: Field) -> CourtHearing:
    days = days_in_order(row, (_day(day) for day in row.at("hearingDaySchedule").rows() if day.is_object()))
    code = row.at("hearingType").text()
    status = status_of(row.at("hearingStatus", "hmcStatus"))
    given = row.at("hearingID").text()
    if not given:
        row.reading.note("no_id", row.path)
    return CourtHearing(
        key=given or made_key("hearing", code, days[0].starts_at if days else ""),
        type_code=code,
        type_words=type_words(row.at("hearingType"), row.at("hearingTypeValue").text()),
        status=status,
        days=days,
        going_ahead=status not in codes.OFF_THE_LIST,
    )


def _day(day: Field) -> HearingDay | None:
    starts_at = day.at("hearingStartDateTime").moment(UTC)
    ends_at = day.at("hearingEndDateTime").moment(UTC)
    venue, venue_code = day.at("hearingVenueName").text(), day.at("epimsId").text()
    if starts_at is None:
        day.reading.warn("hearing_day_without_start", day.path, day.value)
        return None
    if ends_at and ends_at < starts_at:
        day.reading.note("hearing_ends_before_it_starts", day.path, day.value)
    return HearingDay(starts_at, ends_at, venue, venue_code)


def _order(row: Field, value: Field) -> CourtOrder:
    code, title = _code_and_title(value)
    other = value.at("otherDetails")
    made = other.at("orderMadeDate") or value.at("orderMadeDate")
    labels = tuple(_labels(value.at("courtReportType")))
    paper = paper_of(value.at("orderDocument"), "order")
    made_on, filing = made.day(), value.at("originalFilingDate")
    if filing and not labels:
        filing.reading.note("filing_day_without_report", filing.path, filing.value)
    return CourtOrder(
        key=row.at("id").text() or made_key("order", code, title, made.value),
        code=code,
        title=title,
        created_at=value.at("dateCreated").moment(LONDON),
        made_on=made_on,
        made_text=made.text() if isinstance(made.value, str) else "",
        reports=tuple(
            dict.fromkeys(codes.REPORTS.get(codes.folded(label), "other_report") for label in labels)
        ),
        report_labels=labels,
        filing_due_on=filing.day(),
        hearing_keys=tuple(dict.fromkeys(_hearing_keys(value))),
        paper_key=paper.key if paper else None,
    )


def _code_and_title(value: Field) -> tuple[str | None, str]:
    texts = {name: value.at(name).text() for name in ("orderType", "orderTypeId", "orderName")}
    coded = min(
        (name for name in texts if _order_code(texts[name])), key=lambda name: len(texts[name]), default=""
    )
    named = max((name for name in texts if name != coded), key=lambda name: len(texts[name]))
    for name, text in texts.items():
        if text and name not in (coded, named):
            value.reading.note("second_title", value.at(name).path, text)
    code = _order_code(texts[coded]) if coded else None
    if code is None and texts["orderType"] and texts["orderTypeId"]:
        value.reading.note("unknown_code", value.at("orderTypeId").path, texts["orderTypeId"])
    return code, texts[named] or codes.ORDERS.get(code or "", "")


def _order_code(text: str) -> str | None:
    return codes.ORDER_CODES.get(codes.folded(text.split(":")[0]))


def _labels(types: Field) -> Iterator[str]:
    for item in types.rows():
        label = item.at("value") if isinstance(item.value, dict) else item
        text = label.text()
        if text and codes.folded(text) not in codes.REPORTS:
            label.reading.note("unknown_code", label.path, text)
        if text:
            yield text


def _hearing_keys(value: Field) -> Iterator[str]:
    for key in value.at("hearingIds").rows():
        if text := key.text():
            yield text
    yield from (part.strip() for part in value.at("hearingId").text().split(",") if part.strip())


def _papers(case: Field) -> Iterator[tuple[Field, CourtPaper | None]]:
    for name in DOCUMENTS:
        yield case.at(name), paper_of(case.at(name), name, restricted=name == C8)
    for row, value in rows_of(case.at(EVIDENCE)):
        yield row, paper_of(value.at("domesticAbuseDocument"), EVIDENCE)
    for name in ORDER_LISTS:
        for row, value in rows_of(case.at(name)):
            yield row, paper_of(value.at("orderDocument"), "order")
    for row, value in rows_of(case.at("otherDocuments")):
        yield row, _other_paper(value)


def _other_paper(value: Field) -> CourtPaper | None:
    category = category_of(value.at("documentTypeOther"))
    group = value.at("restrictCheckboxOtherDocuments")
    words = (
        group.text() if not isinstance(group.value, list) else " ".join(row.text() for row in group.rows())
    )
    if words and codes.folded(words) != RESTRICTED_WORD:
        group.reading.note("unknown_code", group.path, words)
    return paper_of(
        value.at("documentOther"),
        category,
        restricted=bool(words) or category in RESTRICTED_CATEGORIES,
        title=value.at("documentName").text(),
    )
