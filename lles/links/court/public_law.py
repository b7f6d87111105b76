"""One case of the public-law service, read into facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lles.links.court import codes
from lles.links.court.facts import CourtCase, CourtHearing, CourtPaper, HearingDay
from lles.links.court.hearings import days_in_order, status_of, type_words
from lles.links.court.identity import number_of, region_of, state_of, warn_of_case_type
from lles.links.court.moments import LONDON
from lles.links.court.papers import category_of, each_once, paper_of
from lles.links.court.people import made_key, with_own_keys
from lles.links.court.public_people import children_of, copies_of_nobody, parties_of, relations_of
from lles.links.court.reading import Field, Reading

HARMS = (
    ("neglectOccurrences", "neglect"),
    ("sexualAbuseOccurrences", "sexual_abuse"),
    ("physicalHarmOccurrences", "physical_harm"),
    ("emotionalHarmOccurrences", "emotional_harm"),
)
FACTORS = (
    ("alcoholDrugAbuse", "alcohol_or_drug_abuse"),
    ("domesticViolence", "domestic_abuse"),
    ("anythingElse", "other_factor"),
)


def read(raw: object) -> CourtCase:
    """Read one public-law case; whatever it holds is in the facts, kept, or named by a warning."""
    reading = Reading(codes.kept_paths("public"))
    whole = Field(raw, (), reading)
    warn_of_case_type(whole.at("jurisdiction"), whole.at("caseTypeId"))
    modified = whole.at("lastModified").moment()
    case = whole.at("caseData")
    warn_of_case_type(case.at("applicationType"))
    submitted_on = case.at("dateSubmitted").day()
    seen_on = submitted_on or (modified.astimezone(LONDON).date() if modified else None)
    place = case.at("caseManagementLocation")
    parties = parties_of(case, seen_on)
    return CourtCase(
        service="public",
        number=number_of(whole.at("id")),
        family_man_number=case.at("familyManCaseNumber").text(),
        state=state_of(whole.at("state")),
        court_name=place.at("baseLocationName").text(),
        court_code=place.at("baseLocation", "baseLocationId").text() or None,
        region=region_of(place.at("region", "regionId")),
        submitted_on=submitted_on,
        issued_on=case.at("dateOfCourtIssue").day(),
        modified_at=modified,
        kinds=tuple(_kinds(case.at("ordersSought"))),
        children=children_of(case, seen_on),
        parties=parties,
        relations=relations_of(case, parties, seen_on),
        hearings=_hearings(case.at("hearingDetails")),
        papers=each_once(_papers(case.at("caseDocuments"))),
        harm_signals=tuple(_harm_signals(case)),
        public_law_proceedings=True,
        raw=raw,
        copies_of_nobody=copies_of_nobody(case),
        warnings=reading.finish(raw),
    )


def _kinds(orders: Field) -> Iterator[str]:
    for order in orders.rows():
        if word := order.text():
            kind = codes.PUBLIC_KINDS.get(codes.folded(word))
            if kind is None:
                order.reading.note("unknown_code", order.path, word)
            yield kind or codes.snake(word)


def _hearings(hearings: Field) -> tuple[CourtHearing, ...]:
    return with_own_keys((row, _hearing(row)) for row in hearings.rows() if row.is_object())


def _hearing(row: Field) -> CourtHearing:
    code = row.at("type").text()
    status = status_of(row.at("status"))
    days = days_in_order(row, [_day(row)])
    given = row.at("id").text()
    if not given:
        row.reading.note("no_id", row.path)
    return CourtHearing(
        key=given or made_key("hearing", code, days[0].starts_at if days else ""),
        type_code=code,
        type_words=type_words(row.at("type"), ""),
        status=status,
        days=days,
        going_ahead=status not in codes.OFF_THE_LIST,
    )


def _day(row: Field) -> HearingDay | None:
    starts_at, ends_at = row.at("startDate").moment(LONDON), row.at("endDate").moment(LONDON)
    if starts_at is None:
        row.reading.note("hearing_day_without_start", row.path)
        if ends_at:
            row.reading.warn("hearing_day_without_start", row.at("endDate").path, row.at("endDate").value)
        return None
    if ends_at and ends_at < starts_at:
        row.reading.note("hearing_ends_before_it_starts", row.path)
    return HearingDay(starts_at, ends_at)


def _papers(documents: Field) -> Iterator[tuple[Field, CourtPaper | None]]:
    for row in documents.rows():
        if row.is_object():
            paper = paper_of(row, category_of(row.at("documentCategory")), clock=LONDON)
            yield row, _removed(row, paper)


def _removed(row: Field, paper: CourtPaper | None) -> CourtPaper | None:
    if paper is None or not row.at("removed").yes():
        return paper
    return replace(paper, withdrawn=True)


def _harm_signals(case: Field) -> Iterator[str]:
    for name, signal in HARMS:
        for seen in case.at("risks").at(name).rows():
            if when := seen.code(codes.HARM_SEEN):
                yield f"{when}_{signal}"
    for name, signal in FACTORS:
        if case.at("factorsParenting").at(name).yes():
            yield signal
