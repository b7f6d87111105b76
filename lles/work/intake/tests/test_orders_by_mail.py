"""An order of the court that came by e-mail or on paper waits to be keyed, and an e-mail is read from its
case."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.changes.received_files import look_at, receive_paper
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.links.tests.hostile import a_pdf
from lles.work.intake.models import Arrival
from lles.work.intake.tests.test_mail import settle, take, written

KEY, RECORD = "first_hearing.key_order", "/cases/C-2288/orders/"
JOINED = {"way": "joined", "reference": "C-2288", "words": "An order of the court."}


@pytest.fixture
def intake(officer_with: Callable[..., Officer]) -> Officer:
    """The intake administrator."""
    return officer_with("intake_administrator")


@pytest.fixture
def came(service: Officer, now: datetime) -> Arrival:
    """A message with an order and the letter that came with it."""
    content = written(text="Re: C-2288", gorchymyn_pdf=a_pdf(), llythyr_pdf=a_pdf() + b"\n")
    return take(content, service, now).arrival


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("en", "Which of its files is an order of the court?"),
        ("cy", "Pa un o'i ffeiliau sy'n orchymyn llys?"),
    ],
)
def test_whoever_puts_it_to_a_case_says_which_of_its_files_is_an_order(
    came: Arrival, case: Case, intake: Officer, language: str, says: str
) -> None:
    client = client_of(intake, language)
    page = text_of(client, f"/arrivals/{came.pk}/settle/")
    assert says in page
    assert " checked" not in page
    for chosen in ([], ["1", "none"]):
        assert summary_of(settle(client, came, **JOINED, orders=chosen))  # type: ignore[arg-type]  # several
    assert not case.received_papers.exists()


def test_the_order_among_its_files_waits_to_be_keyed(
    came: Arrival, case: Case, own: Officer, intake: Officer
) -> None:
    settle(client_of(intake), came, **JOINED, orders="1")
    kinds = dict(case.received_papers.values_list("file__name", "kind"))
    assert kinds == {"gorchymyn.pdf": "order", "llythyr.pdf": "other"}
    task, paper = case.tasks.get(kind=KEY, ended_at=None), case.received_papers.get(kind="order")
    page = f"{RECORD}papers/{paper.pk}/record/"
    client = client_of(own)
    assert page in text_of(client, "/cases/C-2288/tasks/")
    assert f'value="received-{paper.pk}" selected' in text_of(client, page)
    answer = fill(
        client, page, title="Directions", ends_involvement="no", paper=f"received-{paper.pk}",
        **day("made_on", date(2026, 3, 4)),
    )  # fmt: skip
    assert answer.status_code == 302, summary_of(answer)
    task.refresh_from_db()
    assert (task.outcome, case.orders.get().paper_key) == ("done", f"received-{paper.pk}")
    assert client.get(page).status_code == 404


def test_one_in_which_no_order_is_asks_for_none(came: Arrival, case: Case, intake: Officer) -> None:
    settle(client_of(intake), came, **JOINED, orders="none")
    assert case.received_papers.count() == 2
    assert not case.tasks.filter(kind=KEY).exists()


@pytest.mark.parametrize(("kind", "waits"), [("order", 1), ("letter", 0)])
def test_so_does_an_order_that_came_by_hand(
    case: Case, own: Officer, now: datetime, kind: str, waits: int
) -> None:
    receive_paper(
        case=case, by=own, at=now, looked=look_at(name="order.pdf", content=a_pdf()), kind=kind,
        sender="The court", came_by="by_hand", received_on=now.date(),
    )  # fmt: skip
    assert case.tasks.filter(kind=KEY, ended_at=None).count() == waits


def test_a_message_is_read_from_its_case_by_those_who_work_on_it(
    came: Arrival, case: Case, own: Officer, intake: Officer, officer_with: Callable[..., Officer]
) -> None:
    settle(client_of(intake), came, **JOINED, orders="none")
    link = f'href="/arrivals/{came.pk}/"'
    assert link in text_of(client_of(own), "/cases/C-2288/court/")
    assert link not in text_of(client_of(officer_with("auditor")), "/cases/C-2288/court/")


def test_a_message_that_names_a_case_is_put_to_it_first(came: Arrival, case: Case, intake: Officer) -> None:
    client, page = client_of(intake), f"/arrivals/{came.pk}/settle/?case=C-2288"
    for path in ("/arrivals/", f"/arrivals/{came.pk}/"):
        shown = text_of(client, path)
        assert shown.index(page) < shown.index(f"/arrivals/{came.pk}/key/")
    assert 'value="C-2288"' in text_of(client, page)
