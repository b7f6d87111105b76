"""A second case beside the fixed one: the same mother under another spelling, and a child of hers."""

from datetime import date

import pytest

from lles.casefile.locations import ADDRESS, PHONE, Detail, keep
from lles.casefile.models import Case, Child, Office, Officer, Party, Relation
from lles.casefile.queries.cases import search_form
from lles.conftest import HOME, NOW


@pytest.fixture
def older(office: Office, own: Officer) -> Case:
    """An older case of the same office: `Sian Moris`, born on the same day, with her daughter Mabli."""
    row = Case.objects.create(
        reference="C-1042", law="private", court_number="1600000000000001", received_basis="recorded",
        received_on=date(2024, 5, 7), pathway="cap", office=office, officer=own, opened_at=NOW,
    )  # fmt: skip
    mother = adult(row, "Sian", "Moris", role="respondent")
    daughter = Child.objects.create(
        case=row, first_name="Mabli", last_name="Morris", search_name="mabli morris",
        born_on=date(2014, 3, 3), gender="Female",
    )  # fmt: skip
    Relation.objects.create(case=row, party=mother, child=daughter, kind="mother")
    return row


def adult(
    case: Case, first: str, last: str, born: date | None = date(1990, 2, 28), role: str = "other"
) -> Party:
    """One more adult in a case."""
    return Party.objects.create(
        case=case, role=role, number=case.parties.filter(role=role).count() + 1, first_name=first,
        last_name=last, search_name=search_form(f"{first} {last}"), born_on=born,
    )  # fmt: skip


def at_home(case: Case, person: Party, *, protected: bool, lines: tuple[str, ...] = HOME) -> None:
    """Keeps where somebody lives."""
    keep(case, [Detail(f"party:{person.pk}", ADDRESS, lines, protected, "party")], NOW)


def called(case: Case, person: Party, number: str, *, protected: bool) -> None:
    """Keeps somebody's number."""
    keep(case, [Detail(f"party:{person.pk}", PHONE, (number,), protected, "phone")], NOW)
