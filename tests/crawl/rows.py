"""Kinds of rows of the matrix: a page, a page with a form, a page of a case."""

from collections.abc import Callable, Iterator

from django.urls import reverse

from lles.casefile.models import Case
from tests.crawl.ask import Ask, Data
from tests.crawl.typed import seen

Row = Callable[[Case], Iterator[Ask]]


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


def case_row(route: str, *more: Data, subject: Callable[[Case], list[int | str]] | None = None) -> Row:
    """A page of a case, asked for and, where it takes a form, sent empty and filled in."""

    def row(case: Case) -> Iterator[Ask]:
        args = [case.reference, *(subject(case) if subject else [])]
        yield Ask(route, reverse(route, args=args))
        if more:
            yield Ask(route, reverse(route, args=args), "POST")
        for data in more:
            yield Ask(route, reverse(route, args=args), "POST", seen(case, data), filled=True)

    return row
