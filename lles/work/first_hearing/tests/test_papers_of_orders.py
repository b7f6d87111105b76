"""The paper of an order: it waits until the order is recorded, or until somebody says that it was already or
that it is none; and whoever works on the case opens it where the order stands."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, IntegrityError, transaction

from lles.casefile.changes.directions import record_order
from lles.casefile.changes.papers_of_orders import say_order_of_paper
from lles.casefile.changes.received_files import look_at, receive_paper
from lles.casefile.changes.taken_back import take_back_order
from lles.casefile.models import Case, Officer, Order, PaperOfOrder, ReceivedPaper
from lles.casefile.queries.papers import orders_in_papers, papers_of_orders
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.links.tests.hostile import a_pdf

MADE = date(2026, 3, 4)
KEY = "first_hearing.key_order"
ROOT = "/cases/C-2288/"


def came(case: Case, by: Officer, now: datetime, kind: str = "order") -> ReceivedPaper:
    looked = look_at(name="order.pdf", content=a_pdf())
    return receive_paper(
        case=case, by=by, at=now, looked=looked, kind=kind, sender="The court", came_by="email",
        received_on=MADE,
    )  # fmt: skip


def recorded(case: Case, by: Officer, now: datetime, paper_key: str = "") -> Order:
    return record_order(
        case=case, by=by, at=now, kind="", title="Directions", made_on=MADE, paper_key=paper_key,
        is_another=True,
    )  # fmt: skip


def lines(case: Case) -> list[str]:
    """The kinds of what was recorded, without the tasks that follow."""
    kinds = case.entries.order_by("pk").values_list("kind", flat=True)
    return [kind for kind in kinds if not kind.startswith("task_")]


def papers_of(order: Order) -> list[ReceivedPaper]:
    return list(papers_of_orders(order.case).get(order.pk, ()))


def test_an_order_that_is_recorded_from_its_paper_shows_it(case: Case, own: Officer, now: datetime) -> None:
    paper = came(case, own, now)
    order = recorded(case, own, now, f"received-{paper.pk}")
    assert papers_of(order) == [paper]
    assert not case.tasks.filter(kind=KEY, ended_at=None).exists()
    page = text_of(client_of(own), f"{ROOT}orders/")
    assert "Its paper" in page
    assert f'action="{ROOT}received/{paper.pk}/"' in page
    assert "Its paper is not on the file" not in page
    assert "The paper of an order that is recorded" in text_of(client_of(own), f"{ROOT}documents/")


@pytest.mark.parametrize(
    ("is_order", "outcome", "kind"),
    [(True, "done", "paper_is_of_order"), (False, "not_needed", "paper_is_no_order")],
)
def test_what_came_waits_no_longer_once_somebody_says_what_it_is(
    case: Case, own: Officer, now: datetime, is_order: bool, outcome: str, kind: str
) -> None:
    order, paper = recorded(case, own, now), came(case, own, now)
    client, here = client_of(own), f"{ROOT}received/{paper.pk}/order/"
    assert here in text_of(client, f"{ROOT}orders/papers/{paper.pk}/record/")
    said = summary_of(fill(client, here))
    assert "Choose the order, or that it is none" in said
    assert "Say how, in a few words" in said
    before = lines(case)
    answer = fill(client, here, order=str(order.pk) if is_order else "none", words="I read both.")
    assert answer.status_code == 302
    assert lines(case) == [*before, kind]
    assert case.tasks.get(kind=KEY).outcome == outcome
    assert papers_of(order) == ([paper] if is_order else [])
    assert client.get(f"{ROOT}orders/papers/{paper.pk}/record/").status_code == 404


def test_what_was_said_of_a_paper_is_put_right_by_saying_it_anew(
    case: Case, own: Officer, now: datetime
) -> None:
    order, paper = recorded(case, own, now), came(case, own, now)
    client, here = client_of(own), f"{ROOT}received/{paper.pk}/order/"
    fill(client, here, order=str(order.pk), words="It says so.")
    fill(client, here, order="none", words="It is the letter beside it.")
    assert papers_of(order) == []
    assert "It is the letter beside it." in text_of(client, f"{ROOT}documents/")
    with pytest.raises(DatabaseError), transaction.atomic():
        PaperOfOrder.objects.update(why="")
    with pytest.raises(IntegrityError), transaction.atomic():
        PaperOfOrder.objects.create(paper=paper, by=own, at=now)
    assert papers_of(recorded(case, own, now, f"received-{paper.pk}")) == [paper]


def test_the_paper_of_an_order_that_is_recorded_asks_for_no_recording(
    case: Case, own: Officer, now: datetime
) -> None:
    order, client = recorded(case, own, now), client_of(own)
    add = f"{ROOT}received/add/?order={order.pk}"
    assert add in text_of(client, f"{ROOT}orders/")
    assert f'value="{order.pk}" selected' in text_of(client, add)
    typed = {
        "order": str(order.pk), "came_by": "post", "written_by": "else", "sender": "The court",
        "written_in": "en", **day("received_on", MADE),
    }  # fmt: skip
    file = SimpleUploadedFile("order.pdf", a_pdf())
    wrong = fill(client, f"{ROOT}received/add/", **typed, kind="letter", file=file)
    assert "Only an order is the paper of an order" in summary_of(wrong)
    before, file = lines(case), SimpleUploadedFile("order.pdf", a_pdf())
    assert fill(client, f"{ROOT}received/add/", **typed, kind="order", file=file).status_code == 302
    assert lines(case) == [*before, "paper_added"]
    assert not case.tasks.filter(kind=KEY).exists()
    assert [one.kind for one in papers_of(order)] == ["order"]


def test_the_papers_of_one_that_stood_twice_are_those_of_the_other(
    case: Case, own: Officer, now: datetime
) -> None:
    paper = came(case, own, now)
    twin, order = recorded(case, own, now, f"received-{paper.pk}"), recorded(case, own, now)
    take_back_order(case=case, by=own, at=now, order=twin, what="twice", why="The same.", same_as=order)
    assert papers_of(order) == [paper]
    assert not case.tasks.filter(kind=KEY, ended_at=None).exists()


def test_a_paper_in_which_two_orders_stand_shows_with_each_until_somebody_says_that_one_is_wrong(
    case: Case, own: Officer, now: datetime
) -> None:
    paper, client = came(case, own, now), client_of(own)
    here = f"{ROOT}received/{paper.pk}/order/"
    assert "What was said of this paper before is wrong" not in text_of(client, here)
    first, second = (recorded(case, own, now, f"received-{paper.pk}") for _ in range(2))
    third = recorded(case, own, now)
    fill(client, here, order=str(third.pk), words="It stands on the back.")
    assert [papers_of(one) for one in (first, second, third)] == [[paper]] * 3
    assert text_of(client, f"{ROOT}documents/").count("The paper of an order that is recorded") == 3
    assert "What was said of this paper before is wrong" in text_of(client, here)
    fill(client, here, order=str(third.pk), words="I read it again.", instead="on")
    assert [papers_of(one) for one in (first, second, third)] == [[], [], [paper]]


def test_orders_that_were_recorded_before_from_one_paper_have_it_both(
    case: Case, own: Officer, now: datetime
) -> None:
    paper, orders = came(case, own, now), [recorded(case, own, now) for _ in range(2)]
    case.orders.update(paper_key=f"received-{paper.pk}")
    assert [papers_of(one) for one in orders] == [[paper]] * 2


def test_the_paper_of_an_order_that_was_recorded_wrongly_waits_again(
    case: Case, own: Officer, now: datetime
) -> None:
    paper = came(case, own, now)
    say_order_of_paper(case=case, by=own, at=now, paper=paper, order=None, why="It is a letter.")
    wrong = recorded(case, own, now, f"received-{paper.pk}")
    take_back_order(case=case, by=own, at=now, order=wrong, what="kind", why="I read it badly.")
    assert case.tasks.get(kind=KEY, ended_at=None).subject == str(paper.pk)
    assert orders_in_papers(case) == {}
    right = recorded(case, own, now, f"received-{paper.pk}")
    assert papers_of(right) == [paper]
    assert not case.tasks.filter(kind=KEY, ended_at=None).exists()


def test_who_only_sees_the_case_opens_no_paper(
    case: Case, own: Officer, now: datetime, officer_with: Callable[..., Officer]
) -> None:
    paper = came(case, own, now)
    recorded(case, own, now, f"received-{paper.pk}")
    client = client_of(officer_with("auditor"))
    page = text_of(client, f"{ROOT}orders/")
    assert "Its paper" in page
    assert f"received/{paper.pk}/" not in page
    assert client.get(f"{ROOT}received/{paper.pk}/order/").status_code == 403
