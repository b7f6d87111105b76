"""One case of the private-law service, read into facts."""

from __future__ import annotations

from collections.abc import Iterator

from lles.links.court import codes
from lles.links.court.facts import CourtCase, InterpreterNeed, Known
from lles.links.court.identity import number_of, region_of, state_of, warn_of_case_type
from lles.links.court.moments import LONDON
from lles.links.court.people import short_words
from lles.links.court.private_court import hearings_of, orders_of, papers_of
from lles.links.court.private_people import (
    children_of,
    copies_of_nobody,
    kinds_of,
    parties_of,
    relations_of,
    rows_of,
)
from lles.links.court.reading import Field, Reading


def read(raw: object) -> CourtCase:
    """Read one private-law case; whatever it holds is in the facts, kept, or named by a warning."""
    reading = Reading(codes.kept_paths("private"))
    whole = Field(raw, (), reading)
    number = number_of(whole.at("id"))
    warn_of_case_type(
        whole.at("jurisdiction"), whole.at("case_type_id", "case_type"), whole.at("caseTypeOfApplication")
    )
    modified = whole.at("last_modified").moment()
    case = whole.at("case_data")
    warn_of_case_type(case.at("caseTypeOfApplication"))
    submitted_on = case.at("dateSubmitted").day()
    seen_on = submitted_on or (modified.astimezone(LONDON).date() if modified else None)
    children, parties = children_of(case, seen_on), parties_of(case, seen_on)
    _warn_of_strange_homes(case, {party.key for party in parties})
    place = case.at("caseManagementLocation")
    return CourtCase(
        service="private",
        number=number,
        family_man_number=case.at("familymanCaseNumber").text(),
        state=state_of(whole.at("state")),
        court_name=case.at("courtName").text() or place.at("baseLocationName").text(),
        court_code=place.at("baseLocationId", "baseLocation").text()
        or case.at("courtEpimsId").text()
        or None,
        region=region_of(place.at("regionId", "region")),
        submitted_on=submitted_on,
        issued_on=case.at("issueDate").day(),
        modified_at=modified,
        kinds=_kinds(case),
        children=children,
        parties=parties,
        relations=relations_of(case, children, parties),
        hearings=hearings_of(case.at("hearingData"), number),
        orders=orders_of(case),
        papers=papers_of(case),
        interpreter_needs=tuple(_needs(case.at("interpreterNeeds"))),
        known_to_local_authority=_known(case.at("childrenKnownToLocalAuthority")),
        harm_signals=_harm_signals(case),
        public_law_proceedings=case.at("mpuChildInvolvedInMiam").yes(),
        raw=raw,
        copies_of_nobody=copies_of_nobody(case, parties),
        warnings=reading.finish(raw),
    )


def _kinds(case: Field) -> tuple[str, ...]:
    summary = case.at("summaryTabForOrderAppliedFor")
    kind = summary.at("typeOfChildArrangementsOrder")
    arrangements = kind.code(codes.CHILD_ARRANGEMENTS_TYPES)
    kinds = kinds_of(_asked(case, summary), arrangements)
    if arrangements and not any(one.startswith("child_arrangements") for one in kinds):
        kind.reading.note("arrangements_without_order", kind.path, kind.value)
    return kinds


def _asked(case: Field, summary: Field) -> Field:
    if asked := case.at("ordersApplyingFor"):
        return asked
    words = summary.at("ordersApplyingFor")
    return Field([word for word in words.text().split(",") if word.strip()], words.path, words.reading)


def _known(field: Field) -> Known | None:
    answers: dict[str, Known] = {"yes": "yes", "no": "no", "unknown": "unknown"}
    return answers.get(field.answer() or "")


def _needs(needs: Field) -> Iterator[InterpreterNeed]:
    for _, value in rows_of(needs):
        parties = tuple(text for row in value.at("party").rows() if (text := short_words(row)))
        yield InterpreterNeed(parties, short_words(value.at("language")))


def _warn_of_strange_homes(case: Field, party_keys: set[str]) -> None:
    for _, value in rows_of(case.at("children")):
        home = value.at("whoDoesTheChildLiveWith").at("partyId")
        if home and home.text() not in party_keys:
            home.reading.note("home_of_unknown_party", home.path, home.value)


def _harm_signals(case: Field) -> tuple[str, ...]:
    """The exemptions claimed from mediation are the only hint of harm in the whole payload."""
    table = case.at("miamExemptionsTable")
    claimed = codes.folded(str(table.at("reasonsForMiamExemption").value or ""))
    signals = {
        "domestic_abuse": any(words in claimed for words in ("domestic abuse", "domestic violence"))
        or bool(table.at("domesticViolenceEvidence") or case.at("miamDomesticAbuseEvidences"))
        or codes.ANSWERS.get(codes.folded(str(case.at("mpuIsDomesticAbuseEvidenceProvided").value))) == "yes",
        "child_protection": "child protection" in claimed
        or bool(table.at("childProtectionEvidence") or case.at("miamChildProtectionConcernReason")),
        "urgency": "urgency" in claimed or bool(table.at("urgencyEvidence") or case.at("miamUrgencyReason")),
    }
    return tuple(signal for signal, is_given in signals.items() if is_given)
