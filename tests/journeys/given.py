"""A case that somebody has been given, for stories that do not begin with the giving."""

from datetime import UTC, datetime

from pytest_django.plugin import DjangoDbBlocker

from tests.journeys.service import Service, working_in


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


def number_of(reference: str, role: str) -> int:
    """The number of the first party of a role, inside a block that works in the database."""
    from lles.casefile.models import Party

    return Party.objects.get(case__reference=reference, role=role, number=1).pk
