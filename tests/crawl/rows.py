"""Kinds of rows of the matrix: a page, a page with a form, a page of a case."""

from collections.abc import Callable, Iterator
from datetime import datetime
from importlib import import_module

from django.urls import reverse

from lles.casefile.access import Verb
from lles.casefile.models import Case, Officer
from lles.site.pieces import modules_of_pieces
from tests.crawl.ask import Ask, Typed
from tests.crawl.typed import seen

Row = Callable[[Case], Iterator[Ask]]


def rows_of_pieces() -> dict[str, Row]:
    """The rows that pieces of work bring in their own `tests/crawl.py`."""
    brought = [import_module(name).ROWS for name in modules_of_pieces("tests.crawl")]
    return {route: row for rows in brought for route, row in rows.items()}


def needs_of_pieces() -> dict[str, Verb]:
    """What the pages of those pieces need of whoever asks."""
    brought = [import_module(name).NEEDS for name in modules_of_pieces("tests.crawl")]
    return {route: verb for needs in brought for route, verb in needs.items()}


def prepare_pieces(case: Case, by: Officer, at: datetime) -> None:
    """What those pieces put on the file of a case, where they bring something (`prepare`)."""
    for name in modules_of_pieces("tests.crawl"):
        if prepare := getattr(import_module(name), "prepare", None):
            prepare(case, by, at)


def page_row(route: str, **data: str) -> Row:
    """A page that is asked for."""

    def row(case: Case) -> Iterator[Ask]:
        yield Ask(route, reverse(route), data=data)

    return row


def form_row(route: str, **data: str) -> Row:
    """A page that is asked for and sent."""

    def row(case: Case) -> Iterator[Ask]:
        yield Ask(route, reverse(route))
        yield Ask(route, reverse(route), "POST", data)

    return row


def case_row(route: str, *more: Typed, subject: Callable[[Case], list[int | str]] | None = None) -> Row:
    """A page of a case, asked for and, where it takes a form, sent empty and filled in."""

    def row(case: Case) -> Iterator[Ask]:
        args = [case.reference, *(subject(case) if subject else [])]
        yield Ask(route, reverse(route, args=args))
        if more:
            yield Ask(route, reverse(route, args=args), "POST")
        for data in more:
            yield Ask(route, reverse(route, args=args), "POST", seen(case, data), filled=True)

    return row
