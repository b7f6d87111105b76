"""An invented public-law case: an authority asks for an order, and the service for a guardian."""

from dataclasses import dataclass
from datetime import date, datetime

from lles.site.synthetic.draws import identity
from lles.site.synthetic.facts import Address, Adult, Child, Family, Payload
from lles.site.synthetic.families import LONDON, Wish, draw_family
from lles.site.synthetic.papers import papers_of
from lles.site.synthetic.whereabouts import landline

AUTHORITY = "Cheshire West and Chester Council"
OFFICE = Address("1 Umberfold Square", "Chester", "Cheshire", "CH2 7CO")


@dataclass(frozen=True)
class PublicFamily:
    """A family whom an authority brings before the court; its own address may be withheld at the source."""

    family: Family
    orders: tuple[str, ...] = ("CARE_ORDER", "INTERIM_CARE_ORDER")
    withheld: bool = True


def draw_public_family(seed: int, number: int, day: date, court: str = "crewe") -> PublicFamily:
    """One public-law family as it stands on a day."""
    wish = Wish(court=court, confidential=True, issued_days_ago=1, hearing_in_days=8)
    return PublicFamily(draw_family(seed, number, day, wish))


def public_case(public: PublicFamily) -> Payload:
    """One case of an answer of the public-law service; a withheld address is simply absent."""
    family, days = public.family, public.family.days
    stamp = days.changed_at.replace(tzinfo=None).isoformat(timespec="milliseconds")
    return {
        "id": family.case_number,
        "jurisdiction": "PUBLICLAW",
        "state": "GATEKEEPING_LISTING",
        "caseTypeId": "CARE_SUPERVISION_EPO",
        "createdDate": f"{days.submitted_on.isoformat()}T08:41:02.913",
        "lastModified": stamp,
        "caseData": {
            "familyManCaseNumber": f"{family.court.letters}{days.submitted_on.year % 100:02d}C50001",
            "dateSubmitted": days.submitted_on.isoformat(),
            "dateOfCourtIssue": days.issued_on.isoformat(),
            "applicationType": "C110A",
            "ordersSought": list(public.orders),
            "citizenIsApplicant": False,
            "applicants": [_authority(family)],
            "respondents": [_parent(adult) for adult in (*family.applicants, *family.respondents)],
            "children": [_child(public, child) for child in family.children],
            "hearingDetails": [_hearing(family, days.hearing_at)] if days.hearing_at else [],
            "risks": {"neglectOccurrences": ["Past harm"]},
            "factorsParenting": {"alcoholDrugAbuse": False, "domesticViolence": True, "anythingElse": False},
            "caseManagementLocation": {"region": family.court.region, "baseLocation": family.court.code},
            "caseDocuments": _documents(family),
        },
    }


def _authority(family: Family) -> Payload:
    return {
        "id": identity(family.seed, family.number, "authority"),
        "name": AUTHORITY,
        "email": "children.legal@example.org",
        "phone": landline(family.number),
        "address": _address(OFFICE),
        "designated": True,
    }


def _parent(adult: Adult) -> Payload:
    said: Payload = {
        "firstName": adult.first_name,
        "lastName": adult.last_name,
        "gender": adult.gender.upper(),
        "dateOfBirth": adult.born_on.isoformat(),
        "litigationIssues": "NO",
        "relationshipToChild": adult.relation,
    }
    if adult.confidential or adult.address is None:
        return said
    contact: Payload = {
        "addressKnown": True,
        "address": _address(adult.address),
        "contactDetailsHidden": False,
    }
    return said | contact | {"telephoneNumber": adult.phone}


def _child(public: PublicFamily, child: Child) -> Payload:
    said: Payload = {
        "firstName": child.first_name,
        "lastName": child.last_name,
        "dateOfBirth": child.born_on.isoformat(),
        "gender": child.gender.upper(),
        "livingSituation": "Living with respondents",
        "careAndContactPlan": "The authority asks that the child lives with a foster carer for now.",
        "detailsHidden": public.withheld,
        "fathersResponsibility": "Yes",
        "additionalNeeds": False,
        "litigationIssues": "NO",
    }
    carer = public.family.adult(child.lives_with)
    if not public.withheld and carer is not None and carer.address is not None:
        said["address"] = _address(carer.address)
    return said


def _address(address: Address) -> Payload:
    return {
        "addressLine1": address.street,
        "postTown": address.town,
        "county": address.county,
        "postcode": address.postcode,
        "country": address.country,
    }


def _hearing(family: Family, at: datetime) -> Payload:
    starts = at.astimezone(LONDON).replace(tzinfo=None)
    return {
        "id": identity(family.seed, family.number, "hearing"),
        "type": "CASE_MANAGEMENT",
        "venue": "37",
        "startDate": starts.isoformat(),
        "endDate": starts.replace(hour=starts.hour + 1).isoformat(),
        "attendance": ["IN_PERSON"],
    }


def _documents(family: Family) -> list[Payload]:
    """The application alone: a C8 is not sent here."""
    return [
        {
            "documentFileName": "C110A_application.pdf",
            "removed": False,
            "documentCategory": "originalApplications",
            "documentId": paper.key,
            "uploadTimestamp": f"{family.days.submitted_on.isoformat()}T16:21:31.55409705",
        }
        for paper in papers_of(family)[:1]
    ]
