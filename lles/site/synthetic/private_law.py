"""An invented family as the private-law service sends it: the shape of a live answer after service."""

from collections.abc import Iterator, Sequence
from datetime import UTC, timedelta

from lles.site.synthetic.draws import identity
from lles.site.synthetic.facts import Adult, Child, Family, Ordered, Paper, Payload
from lles.site.synthetic.papers import papers_of
from lles.site.synthetic.private_people import (
    address_row,
    applicant_row,
    confidential_row,
    other_row,
    respondent_row,
)

FIRST_HEARING = ("ABA5-FHR", "First Hearing")
WORDS = {
    "childArrangementsOrder": "Child Arrangements Order",
    "prohibitedStepsOrder": "Prohibited Steps Order",
    "specificIssueOrder": "Specific Issue Order",
}
FIELD_OF = {"C100": "finalDocument", "C8": "c8Document", "C1A": "c1ADocument"}
DOMESTIC_ABUSE = "Evidence from an independent domestic violence support service."


def private_case(family: Family) -> Payload:
    """One case of an answer, with every place in which a live answer repeats where people live."""
    days = family.days
    return {
        "id": family.case_number,
        "jurisdiction": "PRIVATELAW",
        "state": "PREPARE_FOR_HEARING_CONDUCT_HEARING",
        "caseTypeOfApplication": "C100",
        "case_type_id": "PRLAPPS",
        "created_date": f"{days.submitted_on.isoformat()}T09:12:44.166",
        "last_modified": _stamp(family),
        "case_data": _case_data(family),
    }


def _case_data(family: Family) -> Payload:
    hidden = [adult for adult in family.applicants if adult.confidential]
    said: Payload = {
        **{FIELD_OF[paper.title]: _document(paper) for paper in papers_of(family) if paper.title in FIELD_OF},
        "dateSubmitted": family.days.submitted_on.isoformat(),
        "issueDate": family.days.issued_on.isoformat(),
        "caseTypeOfApplication": "C100",
        "childrenKnownToLocalAuthority": family.known_to_authority,
        "ordersApplyingFor": list(family.asks),
        "mpuChildInvolvedInMiam": "No",
        **_what_is_asked(family),
        **_mediation(family),
        "confidentialDetails": {"isConfidentialDetailsAvailable": "Yes" if hidden else "No"},
        "applicants": [_row(adult.key, applicant_row(adult)) for adult in family.applicants],
        "respondents": [_row(adult.key, respondent_row(adult)) for adult in family.respondents],
        "children": [_row(child.key, _child(family, child)) for child in family.children],
        **_relations(family),
        **_court(family),
    }
    if family.others:
        said["otherPeopleInTheCaseTable"] = [_row(adult.key, other_row(adult)) for adult in family.others]
    if hidden:
        said["applicantsConfidentialDetails"] = [
            _row(identity(family.seed, family.number, f"c8 {adult.key}"), confidential_row(adult))
            for adult in hidden
        ]
    if family.interpreter:
        said |= _interpreter(family)
    if family.orders:
        said["orderCollection"] = list(_orders(family))
    return said


def _row(key: str, value: Payload) -> Payload:
    return {"id": key, "value": value}


def _what_is_asked(family: Family) -> Payload:
    summary: Payload = {"ordersApplyingFor": ", ".join(WORDS[asked] for asked in family.asks)}
    if family.arrangement:
        summary["typeOfChildArrangementsOrder"] = family.arrangement
    return {"summaryTabForOrderAppliedFor": summary}


def _mediation(family: Family) -> Payload:
    if not family.says_harm:
        return {"applicantAttendedMiam": "Yes", "claimingExemptionMiam": "No"}
    return {
        "applicantAttendedMiam": "No",
        "claimingExemptionMiam": "Yes",
        "miamExemptionsTable": {
            "reasonsForMiamExemption": "Domestic abuse",
            "domesticViolenceEvidence": "Domestic abuse",
        },
        "miamDomesticAbuseEvidences": [DOMESTIC_ABUSE],
        "mpuIsDomesticAbuseEvidenceProvided": "No",
    }


def _child(family: Family, child: Child) -> Payload:
    carer = family.adult(child.lives_with)
    said: Payload = {
        "firstName": child.first_name,
        "lastName": child.last_name,
        "dateOfBirth": child.born_on.isoformat(),
        "gender": child.gender,
        "orderAppliedFor": list(family.asks),
        "parentalResponsibilityDetails": _who_answers_for(family, carer),
    }
    if carer is not None:
        said["whoDoesTheChildLiveWith"] = {
            "partyId": carer.key,
            "partyFullName": carer.name,
            "partyType": "applicant" if carer in family.applicants else "respondent",
            "childAddress": address_row(carer.address),
        }
    return said


def _who_answers_for(family: Family, carer: Adult | None) -> str:
    """Free text, in which people write what they would not put on another line."""
    told = "Both parents. They were married when the child was born."
    if carer in family.applicants and carer is not None and carer.confidential and carer.address:
        return f"{told} The child lives with me at {carer.address.in_one_line()}."
    return told


def _relations(family: Family) -> Payload:
    lists = {
        "childAndApplicantRelations": (family.applicants, "applicant"),
        "childAndRespondentRelations": (family.respondents, "RESPONDENT"),
        "childAndOtherPeopleRelations": (family.others, "OtherPeople"),
    }
    return {
        name: list(_relations_to(family, adults, word)) for name, (adults, word) in lists.items() if adults
    }


def _relations_to(family: Family, adults: Sequence[Adult], word: str) -> Iterator[Payload]:
    for adult in adults:
        for child in family.children:
            value: Payload = {
                "partyId": adult.key, "partyFullName": adult.name, "partyType": word,
                "childId": child.key, "childFullName": child.name, "relationType": adult.relation,
                "childLivesWith": "Yes" if child.lives_with == adult.key else "No",
            }  # fmt: skip
            yield _row(identity(family.seed, family.number, f"{adult.key} {child.key}"), value)


def _interpreter(family: Family) -> Payload:
    need: Payload = {"party": ["respondent"], "language": family.interpreter}
    key = identity(family.seed, family.number, "interpreter")
    return {"isInterpreterNeeded": "Yes", "interpreterNeeds": [_row(key, need)]}


def _court(family: Family) -> Payload:
    court = family.court
    year = family.days.submitted_on.year % 100
    said: Payload = {
        "caseManagementLocation": {
            "regionId": court.region, "regionName": court.region_name,
            "baseLocationId": court.code, "baseLocationName": court.name,
        },
        "courtEpimsId": court.code,
        "familymanCaseNumber": f"{court.letters}{year:02d}P{family.number % 100_000:05d}",
    }  # fmt: skip
    if family.days.hearing_at is not None:
        said |= {"courtName": court.name, "courtTypeId": "18", "hearingData": _hearings(family)}
    return said


def hearing_number(family: Family) -> int:
    """The court's number of the first hearing of a family."""
    return 9_000_000_000 + family.number % 100_000_000


def _hearings(family: Family) -> Payload:
    at = family.days.hearing_at
    assert at is not None
    starts = at.astimezone(UTC).replace(tzinfo=None)
    code, words = FIRST_HEARING
    schedule: Payload = {
        "hearingVenueName": family.court.name,
        "hearingStartDateTime": starts.isoformat(),
        "hearingEndDateTime": (starts + timedelta(hours=1)).isoformat(),
        "courtTypeId": "18",
        "epimsId": family.court.code,
    }
    hearing: Payload = {
        "hearingID": hearing_number(family), "hearingType": code, "hearingTypeValue": words,
        "hearingStatus": "LISTED", "hearingDaySchedule": [schedule],
    }  # fmt: skip
    return {"hmctsServiceCode": "ABA5", "caseRef": str(family.case_number), "caseHearings": [hearing]}


def _orders(family: Family) -> Iterator[Payload]:
    papers = {paper.key: paper for paper in papers_of(family)}
    for place, order in enumerate(family.orders, start=1):
        paper = papers[identity(family.seed, family.number, f"paper order {place}")]
        yield _row(identity(family.seed, family.number, f"order {place}"), _order(family, order, paper))


def _order(family: Family, order: Ordered, paper: Paper) -> Payload:
    said: Payload = {
        "courtReportType": list(order.reports),
        "dateCreated": f"{order.made_on.isoformat()}T15:32:08.118245",
        "orderDocument": _document(paper),
        "orderType": order.code,
        "orderTypeId": order.title,
        "otherDetails": {"createdBy": "Court office", "orderMadeDate": order.made_on.isoformat()},
    }
    if order.due_on:
        said["originalFilingDate"] = order.due_on.isoformat()
    if family.days.hearing_at:
        said |= {"hearingId": str(hearing_number(family)), "hearingIds": [hearing_number(family)]}
    return said


def _document(paper: Paper) -> Payload:
    return {"document_filename": paper.file_name, "document_id": paper.key}


def _stamp(family: Family) -> str:
    return family.days.changed_at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="milliseconds")
