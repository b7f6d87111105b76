"""Giving a case to an officer: by those who may, to those who could take it, with what each one carries."""

import pytest

from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of

PATH = "/cases/C-2288/allocate/"


@pytest.mark.parametrize(("language", "carries"), [("en", "1 open case"), ("cy", "1 achos agored")])
def test_it_shows_who_carries_how_much(
    case: Case, manager: Officer, teammate: Officer, language: str, carries: str
) -> None:
    page = text_of(client_of(manager, language), PATH)
    assert page.index(teammate.name) < page.index(case.officer.name)  # type: ignore[union-attr]
    assert carries in page


def test_it_gives_the_case(case: Case, manager: Officer, teammate: Officer) -> None:
    assert fill(client_of(manager), PATH, to=str(teammate.pk)).status_code == 302
    case.refresh_from_db()
    assert case.officer == teammate


@pytest.mark.parametrize("to", ["", "0", "x", "999999"])
def test_it_gives_the_case_to_nobody_else(case: Case, manager: Officer, own: Officer, to: str) -> None:
    answer = fill(client_of(manager), PATH, to=to)
    assert answer.status_code == 200
    assert summary_of(answer)
    case.refresh_from_db()
    assert case.officer == own


def test_those_who_may_not_are_refused(case: Case, own: Officer, stranger: Officer) -> None:
    assert client_of(own).get(PATH).status_code == 403
    assert client_of(own).post(PATH, {"to": str(own.pk)}).status_code == 403
    assert client_of(stranger).get(PATH).status_code == 404


def test_an_office_without_practitioners_says_so(case: Case, manager: Officer, own: Officer) -> None:
    Officer.objects.filter(pk=own.pk).update(roles=[])
    page = text_of(client_of(manager), PATH)
    assert "no practitioner who could take the case" in page
    assert 'id="page-form"' not in page
