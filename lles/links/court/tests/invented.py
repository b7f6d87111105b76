"""Invented answers of both courts' services: nobody in them lives anywhere."""

from __future__ import annotations

import copy
from typing import Any

from lles.links.court.facts import CourtCase
from lles.links.court.payload import read_case
from lles.links.court.tests.invented_public import PUBLIC as PUBLIC

NUMBER = 1790000000000011


def row(key: str, **value: Any) -> dict[str, Any]:
    """Make a row of a collection."""
    return {"id": key, "value": value}


def address(mark: str) -> dict[str, str]:
    """Make a private-law address that bears a mark in every part."""
    return {
        "AddressLine1": f"{mark} Quarry Lane",
        "AddressLine2": f"{mark} Upper Row",
        "AddressLine3": f"{mark} Nant",
        "PostTown": f"{mark} Tref",
        "County": f"{mark} Sir",
        "Country": f"{mark} Wales",
        "PostCode": "CF99 1AA",
    }


def document(number: int, name: str) -> dict[str, str]:
    """Make a document reference."""
    return {"document_id": f"0d000000-0000-4000-8000-{number:012}", "document_filename": name}


PRIVATE: dict[str, Any] = {
    "id": NUMBER,
    "jurisdiction": "PRIVATELAW",
    "case_type_id": "PRLAPPS",
    "caseTypeOfApplication": "C100",
    "state": "PREPARE_FOR_HEARING_CONDUCT_HEARING",
    "created_date": "2026-05-01T08:00:00.1",
    "last_modified": "2026-05-11T09:30:15.123456789",
    "case_data": {
        "familymanCaseNumber": "CF26P00042",
        "dateSubmitted": "2026-05-01",
        "issueDate": "2026-05-05",
        "courtName": "Invented Family Court",
        "courtEpimsId": "700700",
        "caseManagementLocation": {"regionId": "3", "baseLocationId": "700701", "regionName": "Somewhere"},
        "ordersApplyingFor": ["childArrangementsOrder", "prohibitedStepsOrder"],
        "summaryTabForOrderAppliedFor": {
            "ordersApplyingFor": "Child Arrangements Order, Prohibited Steps Order",
            "typeOfChildArrangementsOrder": "bothLiveWithAndSpendTimeWithOrder",
        },
        "childrenKnownToLocalAuthority": "dontKnow",
        "mpuChildInvolvedInMiam": "No",
        "miamExemptionsTable": {"reasonsForMiamExemption": "Domestic abuse, Urgency"},
        "interpreterNeeds": [row("need-1", party=["applicant"], language="Somali", otherAssistance="none")],
        "children": [
            row(
                "child-1",
                firstName="Cadi",
                lastName="Prydderch",
                dateOfBirth="2019-02-28",
                gender="female",
                orderAppliedFor=["specificIssueOrder"],
                parentalResponsibilityDetails="both parents",
                whoDoesTheChildLiveWith={
                    "partyId": "party-1",
                    "partyFullName": "Olwen Prydderch",
                    "partyType": "applicant",
                    "childAddress": address("home"),
                },
            )
        ],
        "applicants": [
            row(
                "party-1",
                firstName="Olwen",
                lastName="Prydderch",
                previousName="Maddox",
                dateOfBirth="1990-04-03",
                gender="female",
                address=address("own"),
                addressLivedLessThan5YearsDetails="before that 7 Hidden Yard, CF99 2BB",
                email="olwen@example.org",
                phoneNumber="07700 900111",
                landline="01632 960111",
                isAddressConfidential="Yes",
                isEmailAddressConfidential="Yes",
                isPhoneNumberConfidential="Yes",
                isCurrentAddressKnown="Yes",
                doTheyHaveLegalRepresentation="yes",
                representativeFirstName="Gwil",
                representativeLastName="Sutton",
                solicitorEmail="gwil@example.org",
                solicitorTelephone="01632 960222",
                solicitorOrg={"OrganisationID": "ORG1", "OrganisationName": "Sutton and Daughters"},
            )
        ],
        "respondents": [
            row(
                "party-2",
                firstName="Brychan",
                lastName="Vaughan",
                dateOfBirth="1988-10-21",
                gender="male",
                address=address("his"),
                email="brychan@example.org",
                phoneNumber="07700 900222",
            )
        ],
        "otherPeopleInTheCaseTable": [
            row("party-3", firstName="Heledd", lastName="Vaughan", gender="Female", dateOfBirth="1961-01-30")
        ],
        "applicantsConfidentialDetails": [
            row(
                "secret-1",
                firstName="Olwen",
                lastName="Prydderch",
                email="copy@example.org",
                phoneNumber="07700 900333",
                address=address("copy"),
            )
        ],
        "childAndApplicantRelations": [
            row("rel-1", partyId="party-1", childId="child-1", relationType="mother", childLivesWith="Yes")
        ],
        "childAndOtherPeopleRelations": [
            row(
                "rel-2",
                partyId="party-3",
                childId="child-1",
                relationType="other",
                otherRelationDetails="family friend",
                childLivesWith="No",
            )
        ],
        "hearingData": {
            "hmctsServiceCode": "ABA5",
            "caseRef": str(NUMBER),
            "caseHearings": [
                {
                    "hearingID": 2000009001,
                    "hearingType": "ABA5-FHR",
                    "hearingTypeValue": "First Hearing",
                    "hearingStatus": "LISTED",
                    "hearingDaySchedule": [
                        {
                            "hearingStartDateTime": "2026-06-09T13:00:00",
                            "hearingEndDateTime": "2026-06-09T14:00:00",
                            "hearingVenueName": "Invented Hearing Centre",
                            "epimsId": "700702",
                        },
                        {
                            "hearingStartDateTime": "2026-06-08T09:00:00",
                            "hearingEndDateTime": "2026-06-08T15:00:00",
                            "hearingVenueName": "Invented Hearing Hall",
                            "epimsId": "700703",
                        },
                    ],
                }
            ],
        },
        "orderCollection": [
            row(
                "order-1",
                orderType="standardDirectionsOrder",
                orderTypeId="Directions as usual",
                dateCreated="2026-05-11T10:30:00.123456",
                otherDetails={"orderMadeDate": "8 May 2026", "createdBy": "a judge"},
                courtReportType=["Safeguarding letter"],
                originalFilingDate="2026-06-02",
                hearingId="2000009001",
                hearingIds=[2000009001],
                orderDocument=document(1, "order.pdf"),
            )
        ],
        "finalDocument": document(2, "c100.pdf"),
        "c8Document": document(3, "c8.pdf"),
        "otherDocuments": [
            row(
                "loose-1",
                documentName="A statement",
                documentOther=document(4, "statement.pdf"),
                documentTypeOther="applicantStatements",
                restrictCheckboxOtherDocuments="restrictToGroup",
                notes="n",
            )
        ],
    },
}


def private_case(**changes: Any) -> dict[str, Any]:
    """Make the private-law case with other case data."""
    raw = copy.deepcopy(PRIVATE)
    raw["case_data"].update(changes)
    return raw


def public_case(**changes: Any) -> dict[str, Any]:
    """Make the public-law case with other case data."""
    raw = copy.deepcopy(PUBLIC)
    raw["caseData"].update(changes)
    return raw


def warned(case: CourtCase) -> dict[str, str]:
    """List what a case is warned about, by path."""
    return {warning.path: warning.code for warning in case.warnings}


def read_private(**changes: Any) -> CourtCase:
    """Read the private-law case with other case data."""
    return read_case(private_case(**changes))


def read_public(**changes: Any) -> CourtCase:
    """Read the public-law case with other case data."""
    return read_case(public_case(**changes))
