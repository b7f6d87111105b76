"""What the closing of a case left undone beside the pieces of work: somebody to be served, a child to be
given a letter, a detail to be opened, a question of leave. It waits again, whoever opens the case."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import OperationalError

from lles.casefile.changes.children import open_giving
from lles.casefile.changes.serving import open_serving
from lles.casefile.changes.tasks import open_task
from lles.casefile.changes.whereabouts import ask_to_open, decide_opening
from lles.casefile.models import Case, Child, Document, GivenToChild, Officer, Party, Served, Serving
from lles.conftest import case, manager, mother, now, office, officer_with, own, service
from lles.work.closing.changes import close_case, reopen_case
from lles.work.closing.queries.facts import Ended
from lles.work.earlier_involvement import work as earlier
from lles.work.earlier_involvement.changes.filter_orders import answer_leave, record_filter_order
from lles.work.earlier_involvement.changes.look import LOOK
from lles.work.earlier_involvement.models import LeaveQuestion, Search
from lles.work.earlier_involvement.queries.leave import LEAVE

__all__ = ["case", "manager", "mother", "now", "office", "officer_with", "own", "service"]
KINDS = {"casefile.serve", "casefile.give_to_child", "casefile.confirm_opening", LEAVE}
Open = set[tuple[str, str]]
again = pytest.mark.parametrize("reason", ["It was closed by mistake.", ""])


@pytest.fixture
def make(case: Case, own: Officer, now: datetime) -> Callable[..., Document]:
    """Makes a document of a kind for one person."""

    def made(kind: str, of: Party | Child) -> Document:
        whose = {"party": of} if isinstance(of, Party) else {"child": of}
        return Document.objects.create(
            case=case, kind=kind, version=1, reader=f"{next(iter(whose))}-{of.pk}", language="en",
            file_name="letter.pdf", sha256="0" * 64, made_by=own, made_at=now, **whose,
        )  # fmt: skip

    return made


@pytest.fixture
def left(case: Case, own: Officer, mother: Party, now: datetime, make: Callable[..., Document]) -> Open:
    """A case in which one of each waits."""
    make("agreed_draft", mother)
    open_serving(case=case, by=own, at=now, kind="agreed_draft", version=1)
    letter = make("agreed_draft", case.children.order_by("pk")[0])
    open_giving(case=case, by=own, at=now, documents=[letter])
    ask_to_open(
        case=case, by=own, at=now, owner=f"party:{mother.pk}", about="phone", made_by="person",
        made_on=now.date(), words="Cewch.",
    )  # fmt: skip
    case.applications.update_or_create(kind="child_arrangements", defaults={"filed_on": now.date()})
    record_filter_order(
        case=case, by=own, at=now, barred=[mother], children=[], kinds=["child_arrangements"],
        starts_on=date(2026, 1, 5), months=12, ends_on=None,
    )  # fmt: skip
    waits = waiting(case)
    assert {kind for kind, _ in waits} == KINDS
    return waits


def waiting(case: Case) -> Open:
    return set(case.tasks.filter(ended_at=None, kind__in=KINDS | {LOOK}).values_list("kind", "subject"))


def close(case: Case, by: Officer, at: datetime) -> None:
    tasks = {one.pk: "The court needs nothing more." for one in case.tasks.filter(ended_at=None)}
    reasons = {"CLO-LETTERS": "They were told at court."}
    close_case(
        case=case, by=by, at=at, ended=Ended("order_made", date(2026, 3, 4)), tasks=tasks, reasons=reasons
    )
    assert not waiting(case)


@again
def test_what_the_closing_left_waits_again(
    case: Case, own: Officer, now: datetime, left: Open, reason: str
) -> None:
    close(case, own, now)
    reopen_case(case=case, by=own, at=now, reason=reason)
    assert waiting(case) == left


@again
def test_what_was_done_meanwhile_does_not(
    case: Case, own: Officer, manager: Officer, now: datetime, left: Open, reason: str
) -> None:
    assert left
    close(case, own, now)
    Served.objects.create(
        serving=Serving.objects.get(), languages=["en"], way="by_hand", served_at=now, by=own, at=now
    )
    letter = Document.objects.get(child__isnull=False)
    GivenToChild.objects.create(document=letter, way="read_out", given_on=now.date(), by=own, at=now)
    statement = case.confidentiality_statements.get()
    decide_opening(case=case, by=manager, at=now, statement=statement, confirmed=False)
    question = LeaveQuestion.objects.get()
    answer_leave(case=case, by=own, at=now, question=question, answer="given", given_on=None, reason="")
    reopen_case(case=case, by=own, at=now, reason=reason)
    assert not waiting(case)


@again
def test_a_closing_letter_that_nobody_has_holds_no_longer(
    case: Case, own: Officer, mother: Party, now: datetime, make: Callable[..., Document], reason: str
) -> None:
    make("closing_letter", mother)
    open_serving(case=case, by=own, at=now, kind="closing_letter", version=1)
    letter = make("childs_closing_letter", case.children.order_by("pk")[0])
    open_giving(case=case, by=own, at=now, documents=[letter])
    close(case, own, now)
    reopen_case(case=case, by=own, at=now, reason=reason)
    assert not waiting(case)


@again
@pytest.mark.parametrize("answers", [True, False])
def test_who_was_not_looked_for_is_looked_for_now_or_by_a_person(
    case: Case, own: Officer, now: datetime, monkeypatch: pytest.MonkeyPatch, reason: str, answers: bool
) -> None:
    def slow(**_: object) -> None:
        raise OperationalError

    open_task(case=case, by=own, at=now, kind=LOOK)
    close(case, own, now)
    if not answers:
        monkeypatch.setattr(earlier, "look_for_earlier_involvement", slow)
    reopen_case(case=case, by=own, at=now, reason=reason)
    assert Search.objects.filter(case=case).exists() is answers
    assert waiting(case) == (set() if answers else {(LOOK, "")})
