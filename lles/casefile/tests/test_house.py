"""What the register, the door and the sight are for: what happens with them, and what would without."""

import re
from datetime import datetime
from inspect import unwrap

import pytest
from django.test import Client

from lles.casefile import register
from lles.casefile.changes.conversations import record_conversation
from lles.casefile.models import Account, Case, Officer, Party, Sighting
from lles.casefile.queries.cases import case_for
from lles.casefile.register import EnteredTwice, TaskKind, Work
from lles.law.bilingual import Text

NAME = Text(en="Name", cy="Enw")


def test_two_pieces_of_work_cannot_bear_one_task() -> None:
    stolen = TaskKind("safeguarding.letter", NAME, NAME, page="casefile:case")
    with pytest.raises(EnteredTwice):
        register.enter(Work(name="thief", title=NAME, tasks=(stolen,)))


def test_without_the_door_a_stranger_writes_and_nobody_learns_of_it(
    case: Case, stranger: Officer, mother: Party, now: datetime
) -> None:
    behind_the_door = unwrap(record_conversation)
    behind_the_door(case=case, by=stranger, at=now, party=mother, began_at=now, outcome="no_answer")
    assert case.conversations.exists()
    assert not case.entries.exists()


def test_without_the_sight_a_stranger_would_have_the_case(case: Case, stranger: Officer) -> None:
    assert case_for(stranger, case.reference) is None
    assert Case.objects.get(reference=case.reference) == case


def signed_in(officer: Officer) -> Client:
    client = Client()
    client.force_login(Account.objects.get(officer=officer))
    return client


def test_seeing_a_case_is_recorded(case: Case, own: Officer) -> None:
    assert signed_in(own).get(f"/cases/{case.reference}/").status_code == 200
    assert Sighting.objects.filter(case=case, officer=own).exists()


def _without_token(page: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", page)


def test_a_case_one_may_not_see_cannot_be_told_from_no_case(case: Case, stranger: Officer) -> None:
    client = signed_in(stranger)
    hidden, absent = (client.get(f"/cases/{reference}/") for reference in (case.reference, "C-9999"))
    assert hidden.status_code == absent.status_code == 404
    assert _without_token(hidden.content).replace(b"C-2288", b"C-9999") == _without_token(absent.content)
    assert not Sighting.objects.exists()
