"""How the crawl asks about closing a case and opening it again."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from lles.casefile.models import Case, Officer
from lles.law.bilingual import Language
from lles.work.closing.changes import make_letters
from lles.work.closing.queries.facts import Ended, Told, readers_of, tasks_left
from tests.crawl.ask import Ask, Data, Draft
from tests.crawl.rows import case_row

ENDED: Data = {"outcome": "order_made"}


def _letters(case: Case) -> Iterator[Ask]:
    yield from case_row("closing:letters", _told(case))(case)


def _told(case: Case) -> Data:
    typed: dict[str, str] = {"adults-en": "Weekends.", "adults-cy": "Penwythnosau."}
    typed["reason-CLO-HEARING"] = "We have no part in it."
    for one in readers_of(case):
        typed[f"goes-{one.key}"] = "yes"
        typed |= {f"words-{one.key}-{language}": "You two." for language in one.languages}
    return {**ENDED, **typed}


def _previews(case: Case) -> Iterator[Ask]:
    for one in readers_of(case):
        for language in one.languages:
            path = reverse("closing:preview", args=(case.reference, one.reader, language))
            draft = Draft(case, "closing_letters", "case", _told(case))
            yield Ask("closing:preview", path, a_file=True, draft=draft)


def tell_everybody(case: Case, by: Officer, at: datetime) -> None:
    """Closing letters are made for the adults and the children of a case."""
    ended = Ended("order_made", at.date())
    words: dict[Language, str] = {"en": "You see both.", "cy": "Byddi di'n gweld y ddau."}
    told = [Told(one, words) for one in readers_of(case)]
    reasons = {"CLO-HEARING": "We have no part in it."}
    make_letters(case=case, by=by, at=at, ended=ended, told=told, reasons=reasons)


def _close(case: Case) -> Iterator[Ask]:
    left = tasks_left(case, timezone.localdate(), {})
    reasons = {f"task-{one.number}": "Not needed any more." for one in left}
    more = {"reason-CLO-LETTERS": "They know.", "reason-CLO-HEARING": "It goes on.",
            "reason-CLO-DIRECTED": "The court knows.", "reason-CLO-ORDERS": "It goes on."}  # fmt: skip
    yield from case_row("closing:close", {**ENDED, **reasons, **more})(case)


CLOSING: Mapping[str, Callable[[Case], Iterator[Ask]]] = {
    "closing:closing": case_row("closing:closing"),
    "closing:letters": _letters,
    "closing:preview": _previews,
    "closing:close": _close,
    "closing:goes_on": case_row("closing:goes_on", {"reason": "The school decides in May."}),
    "closing:reopen": case_row("closing:reopen", {"reason": "The court asks for more."}),
}
