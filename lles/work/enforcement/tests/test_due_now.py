"""What is due of an enforcement stands first on its page, with the button that does it."""

from collections.abc import Callable
from datetime import datetime

import pytest

from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.work.enforcement.models import Enforcement
from lles.work.enforcement.queries.due_now import due_now
from lles.work.enforcement.tests.recorded import happens
from lles.work.enforcement.tests.written import enforcement_of_the_father

Record = Callable[..., Enforcement]


@pytest.mark.parametrize(
    ("language", "said", "what"),
    [("en", "What is due now", "What happened"), ("cy", "Beth sydd i'w wneud nawr", "Yr hyn a ddigwyddodd")],
)
def test_a_failure_that_probation_reported_is_written_from_the_head_of_the_page(
    case: Case, own: Officer, now: datetime, language: str, said: str, what: str
) -> None:
    one = enforcement_of_the_father(case, own, now, ordered=True)
    happens(one, own, now, "failure")
    page = f"/cases/{case.reference}/enforcement/{one.pk}/"
    text = text_of(client_of(own, language), page).replace("&#39;", "'")
    assert said in text
    due = text[text.index(said) : text.index("lles-strip")]
    assert f"{page}write/failure/" in due


def test_what_an_order_asks_is_due_until_it_is_recorded(ordered: Record, own: Officer) -> None:
    one = ordered(None)
    page = f"/cases/{one.case.reference}/enforcement/{one.pk}/"
    text = text_of(client_of(own), page)
    assert f"{page}terms/" in text[text.index("What is due now") : text.index("lles-strip")]


def test_where_nothing_is_due_nothing_is_said(ordered: Record, own: Officer, now: datetime) -> None:
    one = ordered()
    assert due_now(one, (), now.date()) == ()


FOLD = "The application, what is alleged and notices"


def test_before_an_order_the_application_is_open(apply: Record, own: Officer) -> None:
    one = apply()
    assert FOLD not in text_of(client_of(own), f"/cases/{one.case.reference}/enforcement/{one.pk}/")


def test_after_the_order_it_is_folded(ordered: Record, own: Officer) -> None:
    one = ordered()
    assert FOLD in text_of(client_of(own), f"/cases/{one.case.reference}/enforcement/{one.pk}/")
