"""What a document says of earlier work: no more than the record, to each reader no more than is theirs."""

from datetime import date, datetime

import pytest

from lles.casefile.documents import COURT
from lles.casefile.models import Application, Case, Exclusion, Officer, Party
from lles.work.earlier_involvement.changes.look import ARRIVED, look_for_earlier_involvement
from lles.work.earlier_involvement.models import Candidate
from lles.work.earlier_involvement.queries.telling import known_before


@pytest.fixture
def linked(case: Case, older: Case, service: Officer, now: datetime) -> Candidate:
    """Somebody decided that the mother is the one of the older case."""
    Application.objects.create(case=older, kind="child_arrangements")
    look_for_earlier_involvement(case=case, by=service, at=now, why=ARRIVED)
    Candidate.objects.update(decision=Candidate.SAME)
    return Candidate.objects.get()


def told(case: Case, reader: str = COURT) -> list[str]:
    return [one.en for one in known_before(case, reader)]


def test_the_court_reads_who_was_in_which_application(case: Case, linked: Candidate, mother: Party) -> None:
    (says,) = told(case)
    assert says.startswith("An earlier application was received on 7 May 2024: ")
    assert says.endswith(f"People of this case who were in it: {mother.name}.")
    assert "Mabli" not in says


def test_it_is_said_from_either_side_of_what_came_before(older: Case, linked: Candidate) -> None:
    assert told(older) == []
    Case.objects.filter(pk=older.pk).update(received_on=date(2026, 5, 1))
    older.refresh_from_db()
    (says,) = told(older)
    assert "4 March 2026" in says
    assert says.endswith("Sian Moris.")


def test_a_party_reads_of_an_application_they_were_in_alone(case: Case, linked: Candidate) -> None:
    assert len(told(case, "applicant-1")) == 1
    assert told(case, "respondent-1") == []


@pytest.mark.parametrize("how", ["sealed", "guarded", "shut out", "another person", "waits"])
def test_nothing_is_said_of_what_may_not_be_known_nor_that_there_was_nobody(
    case: Case, older: Case, linked: Candidate, teammate: Officer, manager: Officer, now: datetime, how: str
) -> None:
    if how == "sealed":
        Case.objects.filter(pk=older.pk).update(sealed=True)
    elif how == "guarded":
        Candidate.objects.update(is_open=False)
    elif how == "shut out":
        Exclusion.objects.create(
            case=older, officer=teammate, relation="relative", began_at=now, began_by=manager
        )
    else:
        Candidate.objects.update(decision="" if how == "waits" else Candidate.CANNOT_SAY)
    assert told(case) == []


def test_that_nobody_was_known_is_said_to_the_court_once_the_register_was_asked(
    case: Case, service: Officer, now: datetime
) -> None:
    assert told(case) == []
    look_for_earlier_involvement(case=case, by=service, at=now, why=ARRIVED)
    assert told(case) == [
        "We looked in our register on 4 March 2026 and found nobody of this case in an earlier one."
    ]
    assert told(case, "applicant-1") == []
