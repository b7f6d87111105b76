"""The fixed cast of the tests: an office, its people, a stranger, and a case with a family."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from lles.casefile.changes.due_days import the_service
from lles.casefile.locations import ADDRESS, EMAIL, PHONE, Detail, keep
from lles.casefile.models import Account, Case, Child, Office, Officer, Party
from lles.casefile.queries.cases import search_form

NOW = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)
HOME = ("7 Heol y Dŵr", "Wrexham", "LL11 1ZZ")


@pytest.fixture
def now() -> datetime:
    """A working morning: Wednesday 4 March 2026."""
    return NOW


@pytest.fixture
def office(db: None) -> Office:
    """An invented office in Wales."""
    return _office("wrexham", "north-wales")


def _office(slug: str, area: str) -> Office:
    return Office.objects.create(
        slug=slug, service_en="Invented service", service_cy="Gwasanaeth dychmygol", name_en=slug.title(),
        name_cy=slug.title(), nation="wales", area=area, phone="01632 960100", invented=True,
    )  # fmt: skip


@pytest.fixture
def officer_with(office: Office) -> Callable[..., Officer]:
    """Makes an officer with roles; of the usual office unless another is named."""

    def make(*roles: str, username: str = "", where: Office | None = None) -> Officer:
        name = username or "-".join(roles) or "nobody"
        account = Account.objects.create(username=name)
        return Officer.objects.create(
            account=account,
            name=name.title(),
            job=roles[0] if roles else "",
            roles=list(roles),
            office=where or office,
        )

    return make


@pytest.fixture
def own(officer_with: Callable[..., Officer]) -> Officer:
    """The practitioner who has the case."""
    return officer_with("practitioner", username="own")


@pytest.fixture
def teammate(officer_with: Callable[..., Officer]) -> Officer:
    """A practitioner of the same office who does not have the case."""
    return officer_with("practitioner", username="teammate")


@pytest.fixture
def manager(officer_with: Callable[..., Officer]) -> Officer:
    """The manager of the office."""
    return officer_with("service_manager", username="manager")


@pytest.fixture
def stranger(officer_with: Callable[..., Officer]) -> Officer:
    """A manager of another office in another area."""
    return officer_with("service_manager", username="stranger", where=_office("chester", "elsewhere"))


@pytest.fixture
def service(db: None) -> Officer:
    """The service itself."""
    return the_service()


@pytest.fixture
def case(office: Office, own: Officer) -> Case:
    """A private case of two children in Wales; the mother's whereabouts are protected."""
    row = Case.objects.create(
        reference="C-2288",
        law="private",
        court_number="1700000000000001",
        court_code="226511",
        court_name="Chester Civil and Family Justice Centre",
        received_on=date(2026, 3, 4),
        received_basis="recorded",
        pathway="cap",
        office=office,
        officer=own,
        opened_at=NOW,
    )
    for first, born in (("Efa", date(2017, 5, 1)), ("Macsen", date(2020, 1, 9))):
        Child.objects.create(
            case=row,
            first_name=first,
            last_name="Bevan",
            search_name=search_form(f"{first} Bevan"),
            born_on=born,
            nation="wales",
        )
    mother = _adult(row, "applicant", "Siân", "Morris", "cy")
    _adult(row, "respondent", "Gareth", "Bevan", "en")
    owner = f"party:{mother.pk}"
    keep(
        row,
        [
            Detail(owner, ADDRESS, HOME, True, "party"),
            Detail(owner, PHONE, ("07700 900123",), True, "phone"),
            Detail(owner, EMAIL, ("sian.morris@example.org",), None, "email"),
        ],
        NOW,
    )
    return row


def _adult(case: Case, role: str, first: str, last: str, language: str) -> Party:
    return Party.objects.create(
        case=case, role=role, number=1, first_name=first, last_name=last, language=language,
        search_name=search_form(f"{first} {last}"), born_on=date(1990, 2, 28), court_key=f"{role}-key",
    )  # fmt: skip


@pytest.fixture
def mother(case: Case) -> Party:
    """The applicant, who chose Welsh and whose whereabouts are protected."""
    return case.parties.get(role="applicant")


@pytest.fixture
def father(case: Case) -> Party:
    """The respondent."""
    return case.parties.get(role="respondent")
