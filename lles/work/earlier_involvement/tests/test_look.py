"""The register is asked when a case arrives and when a person changes; it proposes, and decides nothing."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import OperationalError

from lles.casefile.changes.door import NotAllowed
from lles.casefile.changes.people import record_language
from lles.casefile.locations import found_in
from lles.casefile.models import Case, Child, Officer, Party
from lles.casefile.register import Event, Occasion
from lles.casefile.tests.pages import statements
from lles.work.earlier_involvement import work
from lles.work.earlier_involvement.changes.look import ARRIVED, ASKED, CHANGED, look_for_earlier_involvement
from lles.work.earlier_involvement.models import Candidate, Search
from lles.work.earlier_involvement.queries.candidates import TASK, matched_in, waiting_for
from lles.work.earlier_involvement.tests.conftest import adult, at_home, called


def look(case: Case, service: Officer, at: datetime, why: str = ARRIVED) -> list[Candidate]:
    look_for_earlier_involvement(case=case, by=service, at=at, why=why)
    return list(Candidate.objects.filter(case=case))


def test_it_proposes_a_person_known_from_another_case_and_opens_a_task(
    case: Case, older: Case, service: Officer, mother: Party, now: datetime
) -> None:
    (found,) = look(case, service, now)
    assert (found.party, found.other_case, found.decision) == (mother, older, Candidate.WAITING)
    assert set(found.reasons) == {"name_alike", "born_same_day"}
    assert case.tasks.filter(kind=TASK, ended_at=None).exists()
    assert not older.tasks.filter(kind=TASK).exists()


def test_it_records_that_it_looked_also_where_nothing_was_found(
    case: Case, service: Officer, now: datetime
) -> None:
    assert look(case, service, now) == []
    search = Search.objects.get()
    assert (search.by, search.people, search.found) == (service, 4, 0)
    assert case.entries.filter(kind="known_looked_for").count() == 1
    assert not case.tasks.filter(kind=TASK).exists()


@pytest.mark.parametrize(
    ("first", "last", "born"),
    [
        ("Morris", "Siân", date(1990, 2, 28)),
        ("Siân", "Morris", None),
        ("SHAN", "Moris", date(1990, 2, 28)),
        ("Siân", "ferch Morris", None),
        ("Siân", "Bowen-Morris", date(1990, 2, 28)),
        ("Siân", "Pugh", date(1990, 2, 28)),
        ("Siân", "Morris", date(1990, 3, 28)),
    ],
)
def test_it_finds_her_by_whatever_name_she_was_written(
    case: Case, older: Case, service: Officer, now: datetime, first: str, last: str, born: date | None
) -> None:
    older.parties.all().update(first_name="Elin", search_name="elin moris", born_on=date(1960, 1, 1))
    her = adult(older, first, last, born)
    assert [one.other_party for one in look(case, service, now)] == [her]


def test_it_finds_her_by_a_former_name_and_a_child_who_is_a_parent_now(
    case: Case, older: Case, service: Officer, mother: Party, now: datetime
) -> None:
    older.parties.all().update(first_name="Elin", search_name="elin moris", born_on=date(1960, 1, 1))
    mother.previous_name = "Price"
    mother.save(update_fields=["previous_name"])
    girl = Child.objects.create(
        case=older, first_name="Siân", last_name="Price", search_name="sian price", born_on=date(1990, 2, 28)
    )
    (found,) = look(case, service, now)
    assert (found.other_child, found.reasons) == (girl, ["former_name", "born_same_day"])


def test_it_does_not_take_a_council_a_stranger_or_a_lawyer_for_somebody(
    case: Case, older: Case, service: Officer, now: datetime
) -> None:
    older.parties.all().update(first_name="Elin", search_name="elin moris", born_on=date(1960, 1, 1))
    Party.objects.filter(pk=adult(older, "Siân", "Morris").pk).update(is_organisation=True)
    assert look(case, service, now) == []


def test_an_address_is_matched_inside_the_store_and_never_said(
    case: Case, older: Case, service: Officer, mother: Party, now: datetime
) -> None:
    older.parties.all().update(born_on=date(1960, 1, 1))
    aunt = older.parties.get()
    at_home(older, aunt, protected=True, lines=("Flat A, 7 Heol-y-Dwr", "WREXHAM", "ll111zz"))
    shared = found_in(case).with_others(200, 10)
    assert {(one.owner, one.other, one.kind) for one in shared} == {
        (f"party:{mother.pk}", f"party:{aunt.pk}", "address")
    }
    assert all("Heol" not in str(one) and "LL11" not in str(one).upper() for one in shared)


def test_what_very_many_share_says_nothing(case: Case, older: Case, now: datetime) -> None:
    for place in range(12):
        at_home(older, adult(older, f"Name{place}", "Other", None), protected=False)
    assert found_in(case).with_others(200, 10) == ()


def test_a_match_by_a_protected_number_is_there_only_for_who_may_see_both_cases(
    case: Case,
    older: Case,
    service: Officer,
    own: Officer,
    officer_with: Callable[..., Officer],
    now: datetime,
) -> None:
    older.parties.all().update(first_name="Elin", search_name="elin moris", born_on=date(1960, 1, 1))
    called(older, older.parties.get(), "+44 7700 900123", protected=False)
    (found,) = look(case, service, now)
    assert (found.reasons, found.guarded_reasons, found.is_open) == (
        ["born_another_day"],
        ["same_phone"],
        False,
    )
    assert not case.tasks.filter(kind=TASK).exists()
    assert len(matched_in([case.pk], own)) == 1
    Case.objects.filter(pk=older.pk).update(officer=None)
    assert matched_in([case.pk], own) == []
    assert len(waiting_for(officer_with("intake_administrator"), 10)) == 1


def test_a_match_with_a_sealed_case_is_told_to_that_case_alone(
    case: Case,
    older: Case,
    service: Officer,
    own: Officer,
    officer_with: Callable[..., Officer],
    now: datetime,
) -> None:
    Case.objects.filter(pk=older.pk).update(
        sealed=True, officer=officer_with("practitioner", username="hers")
    )
    assert len(look(case, service, now)) == 1
    assert not case.tasks.filter(kind=TASK).exists()
    assert older.tasks.filter(kind=TASK, ended_at=None).exists()
    assert matched_in([case.pk], own) == []
    entry = case.entries.get(kind="known_looked_for")
    assert entry.facts["found"] == 0


def test_whoever_may_not_open_the_other_case_learns_only_that_there_is_one(
    case: Case, older: Case, service: Officer, own: Officer, now: datetime
) -> None:
    Case.objects.filter(pk=older.pk).update(officer=None)
    look(case, service, now)
    (one,) = matched_in([case.pk], own)
    assert (one.is_seen, one.reasons) == (False, ())


def test_it_looks_again_only_for_who_is_new_or_known_by_something_new(
    case: Case, older: Case, service: Officer, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    look(case, service, now)
    record_language(case=case, by=own, at=now, party=mother, language="cy", asked_on=now.date())
    assert Search.objects.count() == 1
    father.previous_name = "Moris"
    father.save(update_fields=["previous_name"])
    look(case, service, now, CHANGED)
    assert (Search.objects.count(), Search.objects.first().people) == (2, 1)  # type: ignore[union-attr]  # it is there in this test
    called(case, father, "07700 900777", protected=True)
    look(case, service, now, CHANGED)
    assert Search.objects.count() == 3


def test_looking_twice_or_from_the_other_case_proposes_a_pair_once(
    case: Case, older: Case, service: Officer, now: datetime
) -> None:
    look(case, service, now)
    look(case, service, now, ASKED)
    look(older, service, now)
    assert Candidate.objects.count() == 1


def test_a_register_that_does_not_answer_keeps_no_case_from_opening(
    case: Case, service: Officer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_long(**_: object) -> None:
        raise OperationalError("canceling statement due to statement timeout")

    monkeypatch.setattr(work, "look_for_earlier_involvement", too_long)
    work.application_received(Occasion(Event.APPLICATION_RECEIVED, case, service, now))
    assert case.tasks.filter(kind="earlier_involvement.look", ended_at=None).exists()
    look(case, service, now, ASKED)
    assert not case.tasks.filter(kind="earlier_involvement.look", ended_at=None).exists()


def test_the_register_is_asked_with_as_many_statements_for_many_people_as_for_few(
    case: Case, older: Case, service: Officer, now: datetime
) -> None:
    with statements() as few:
        look(case, service, now, ASKED)
    for place in range(8):
        adult(case, f"Person{place}", "Anybody", date(1980, 1, place + 1))
    with statements() as many:
        look(case, service, now, ASKED)
    assert len(many) <= len(few)


def test_a_stranger_may_not_ask_the_register(case: Case, stranger: Officer, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        look_for_earlier_involvement(case=case, by=stranger, at=now, why=ASKED)
