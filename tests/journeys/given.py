"""A case that somebody has been given, for stories that do not begin with the giving."""

from datetime import UTC, datetime

from pytest_django.plugin import DjangoDbBlocker

from lles.law.bilingual import Language
from lles.site.synthetic import Family
from lles.site.synthetic.families import LONDON
from tests.journeys.family import family_of
from tests.journeys.service import Service, employ, send, working_in


def given_to(
    service: Service, blocker: DjangoDbBlocker, court_number: str, username: str, by: str = "R. Hughes"
) -> str:
    """Gives the case of a court number to an officer, by a manager of that name; its reference."""
    from lles.casefile.changes.people import allocate
    from lles.casefile.models import Case, Officer

    with working_in(service.database, blocker):
        case = Case.objects.get(court_number=court_number)
        officer, roles = Officer.objects.get(account__username=username), ["service_manager"]
        manager = Officer.objects.create(name=by, job=roles[0], roles=roles, office=case.office)
        allocate(case=case, by=manager, at=datetime.now(UTC), to=officer)
        return case.reference


def employed_with_a_case(
    service: Service, blocker: DjangoDbBlocker, who: tuple[str, str], language: Language, number: int,
    by: str = "R. Hughes",
) -> tuple[Family, str]:  # fmt: skip
    """Somebody new, by username and name, is given the case of a family that the court has just sent: the
    family, and the reference of the case."""
    employ(service, blocker, *who, "practitioner", language)
    family = family_of(language, datetime.now(LONDON).date(), number)
    send(service.court, family)
    service.lles("feed", "poll")
    return family, given_to(service, blocker, str(family.case_number), who[0], by)


def number_of(reference: str, role: str) -> int:
    """The number of the first party of a role, inside a block that works in the database."""
    from lles.casefile.models import Party

    return Party.objects.get(case__reference=reference, role=role, number=1).pk
