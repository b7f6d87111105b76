"""How the crawl asks for notes on a case: read by those who work on it, and corrected by another."""

from collections.abc import Iterator

from django.urls import reverse

from lles.casefile.models import Case
from tests.crawl.ask import Ask, Data
from tests.crawl.canary import HOME
from tests.crawl.typed import seen

NOTED: Data = {"words": f"She rang from {HOME.in_one_line()}.", "written_in": "en"}


def _add(case: Case) -> Iterator[Ask]:
    yield from _form("casefile:add_note", case, ())


def _notes(case: Case) -> list[int]:
    return [*case.notes.order_by("-pk").values_list("pk", flat=True)[:1], 0]


def _read(case: Case) -> Iterator[Ask]:
    for note in _notes(case):
        yield Ask("casefile:note", reverse("casefile:note", args=(case.reference, note)), opens=True)


def _correct(case: Case) -> Iterator[Ask]:
    for note in _notes(case):
        yield from _form("casefile:correct_note", case, (note,))


def _form(route: str, case: Case, subject: tuple[int, ...]) -> Iterator[Ask]:
    path = reverse(route, args=(case.reference, *subject))
    yield Ask(route, path, opens=True)
    yield Ask(route, path, "POST", opens=True)
    yield Ask(route, path, "POST", seen(case, NOTED), filled=subject != (0,), opens=True)


NOTES = {"casefile:add_note": _add, "casefile:note": _read, "casefile:correct_note": _correct}
