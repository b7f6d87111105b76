"""An invented answer of the public-law service: nobody in it lives anywhere."""

from __future__ import annotations

from typing import Any

PUBLIC: dict[str, Any] = {
    "id": 1790000000000029,
    "jurisdiction": "PUBLICLAW",
    "caseTypeId": "CARE_SUPERVISION_EPO",
    "state": "Submitted",
    "createdDate": "2026-07-01T08:00:00",
    "lastModified": "2026-07-02T08:00:00.5",
    "caseData": {
        "familyManCaseNumber": "CF26C00007",
        "dateSubmitted": "2026-07-01",
        "dateOfCourtIssue": "2026-07-02",
        "applicationType": "C110A",
        "ordersSought": ["CARE_ORDER", "INTERIM_CARE_ORDER"],
        "citizenIsApplicant": False,
        "applicantLA": "XX",
        "applicants": [
            {
                "id": "la-1",
                "name": "Invented Council",
                "email": "legal@example.org",
                "phone": "01632 960444",
                "address": {"addressLine1": "Civic Hall", "postTown": "Trefin", "postcode": "CF99 3CC"},
                "colleagues": [
                    {"role": "SOLICITOR", "fullName": "Mared Lewys", "email": "mared@example.org"}
                ],
            }
        ],
        "respondents": [
            {
                "firstName": "Nia",
                "lastName": "Gethin",
                "gender": "FEMALE",
                "dateOfBirth": "1995-09-09",
                "addressKnown": True,
                "address": {
                    "addressLine1": "her Quarry Lane",
                    "postTown": "her Tref",
                    "postcode": "CF99 4DD",
                },
                "telephoneNumber": "07700 900555",
                "contactDetailsHidden": False,
                "relationshipToChild": "mother",
                "solicitor": {
                    "firstName": "Ida",
                    "lastName": "Noakes",
                    "organisationName": "Noakes",
                    "email": "i@example.org",
                },
            }
        ],
        "children": [
            {
                "firstName": "Macsen",
                "lastName": "Gethin",
                "dateOfBirth": "2021-12-24",
                "gender": "MALE",
                "livingSituation": "Living in a refuge",
                "detailsHidden": True,
                "socialWorkerName": "Tomos Ellis",
                "fathersResponsibility": "Don't know",
            }
        ],
        "others": [
            {
                "name": "Alun Gethin",
                "dateOfBirth": "1960-02-02",
                "gender": "MALE",
                "telephone": "07700 900666",
            }
        ],
        "hearingDetails": [
            {
                "id": "hearing-1",
                "type": "CASE_MANAGEMENT",
                "status": None,
                "startDate": "2026-08-03T10:00:00",
                "endDate": "2026-08-03T11:00:00",
                "cancellationReason": "LW1",
            }
        ],
        "risks": {"neglectOccurrences": ["Past harm"]},
        "factorsParenting": {"domesticViolence": True},
        "caseManagementLocation": {"region": "3", "baseLocation": "700704"},
        "caseDocuments": [
            {
                "documentFileName": "plan.pdf",
                "documentCategory": "carePlan",
                "documentId": "0d000000-0000-4000-8000-000000000077",
                "removed": False,
                "uploadTimestamp": "2026-07-02T09:00:00.12345678",
            }
        ],
    },
}
