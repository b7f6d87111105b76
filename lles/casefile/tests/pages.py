"""Looking at pages as an officer does: signed in, in a language, counting what is asked of the database."""

import html
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from lles.casefile.models import Officer

BETWEEN = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT", "SET LOCAL ROLE", "RESET ROLE")
SESSION = "SELECT session_data"  # with which every page begins


def client_of(officer: Officer, language: str = "en") -> Client:
    """A browser in which an officer is signed in with both factors."""
    client = Client()
    assert officer.account is not None
    client.force_login(officer.account)
    session = client.session
    session["second_factor_seen"] = True
    session.save()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client


def text_of(client: Client, path: str, status: int = 200) -> str:
    """A page as text."""
    answer = client.get(path)
    assert answer.status_code == status, path
    return html.unescape(answer.content.decode())


def day(name: str, value: date) -> dict[str, str]:
    return {f"{name}-day": str(value.day), f"{name}-month": str(value.month), f"{name}-year": str(value.year)}


def fill(client: Client, path: str, **typed: Any) -> HttpResponse:
    """Opens a page and sends its form as a person would, with what the page knew when it was opened."""
    page = client.get(path).content.decode()
    seen = dict(re.findall(r'name="(seen|seen_entry|revision|rows|draft-revision)" value="(-?\d+)"', page))
    return send(client, path, seen | typed)


def send(client: Client, path: str, typed: dict[str, Any]) -> HttpResponse:
    answer = client.post(path, typed)
    assert isinstance(answer, HttpResponse)
    return answer


def said(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def summary_of(answer: Any) -> str:
    return said(answer).split("govuk-error-summary", 1)[1].split("<form", 1)[0]


@contextmanager
def statements() -> Iterator[list[str]]:
    """The statements sent meanwhile, also those that were put into SQL once: all but what begins and ends
    transactions, changes the role, and reads the session."""
    sent: list[str] = []

    def note(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if not sql.lstrip().startswith((*BETWEEN, SESSION)):
            sent.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield sent
