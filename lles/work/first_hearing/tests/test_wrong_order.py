"""An order that was recorded wrongly here is taken back: it stays to be read, and counts nowhere."""

import re
from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed, amend_direction, record_order
from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.changes.taken_back import SentByTheCourt, take_back_order
from lles.casefile.models import Attached, Case, Direction, Officer, Order, TakenBack
from lles.casefile.queries.finding import found
from lles.casefile.queries.section_8 import attached_to
from lles.casefile.register import orders_running
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.work.first_hearing.queries.orders import DIRECTION, READ

MADE, DUE, LATER = date(2026, 3, 2), date(2026, 4, 2), date(2026, 5, 2)
ASKED = Directed("section_7_report", due_on=DUE)


def ordered(
    case: Case, own: Officer, at: datetime, *asked: Directed, kind: str = "", on: date = MADE
) -> Order:
    title = "" if kind else "Directions"
    return record_order(
        case=case, by=own, at=at, kind=kind, title=title, made_on=on, directions=asked, is_another=True
    )


@pytest.fixture
def order(case: Case, own: Officer, now: datetime) -> Order:
    return ordered(case, own, now, ASKED)


@pytest.fixture
def page(case: Case, order: Order) -> str:
    return f"/cases/{case.reference}/orders/{order.pk}/wrong/"


def waiting(case: Case, *kinds: str) -> int:
    return case.tasks.filter(kind__in=kinds, ended_at=None).count()


def taken_back(
    case: Case, own: Officer, at: datetime, order: Order, what: str = "kind", same_as: Order | None = None
) -> TakenBack:
    return take_back_order(
        case=case, by=own, at=at, order=order, what=what, why="It was read badly.", same_as=same_as
    )


def test_it_stays_crossed_out_with_why_and_who_and_counts_nowhere(
    case: Case, own: Officer, order: Order, page: str
) -> None:
    orders, client = f"/cases/{case.reference}/orders/", client_of(own)
    assert page in text_of(client, orders)
    answer = fill(client, page, what="never", words="The court refused it.")
    assert answer.status_code == 302, summary_of(answer)
    shown = text_of(client, orders)
    assert re.search(r"<s>[^/]*Directions", shown)
    for said in ("The court made no such order", "The court refused it.", own.name):
        assert said in shown
    assert not case.orders.exists()
    assert not case.directions.exists()
    task = case.tasks.get(kind=DIRECTION)
    assert task.outcome == "not_needed"
    assert "An order was recorded wrongly" in text_of(client, f"/cases/{case.reference}/timeline/")
    assert (Order.every.count(), Direction.every.count()) == (1, 1)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"words": "It says so."}, "Select what is wrong"),
        ({"what": "kind"}, "Say how, in a few words"),
        ({"what": "twice", "words": "It is."}, "Select the order that it really is"),
        ({"what": "kind", "words": "It is.", "same_as": "other"}, "Only an order that stands twice"),
    ],
)
def test_it_says_what_is_wrong(
    case: Case, own: Officer, now: datetime, page: str, typed: dict[str, str], says: str
) -> None:
    other = ordered(case, own, now)
    given = {name: str(other.pk) if one == "other" else one for name, one in typed.items()}
    assert says in summary_of(fill(client_of(own), page, **given))


def test_nothing_is_twice_where_there_is_one_order(own: Officer, page: str) -> None:
    assert "twice" not in text_of(client_of(own), page)


def test_nobody_takes_back_what_the_court_sent_and_the_page_says_so(
    case: Case, own: Officer, now: datetime, order: Order, page: str
) -> None:
    Order.objects.update(court_key="o1")
    client = client_of(own)
    assert client.get(page).status_code == 404
    shown = text_of(client, f"/cases/{case.reference}/orders/")
    assert page not in shown
    assert "only the court puts it right" in shown
    with pytest.raises(SentByTheCourt):
        taken_back(case, own, now, order)


def test_only_who_works_on_the_case_takes_back_and_only_once(
    case: Case, own: Officer, teammate: Officer, now: datetime, order: Order
) -> None:
    with pytest.raises(NotAllowed):
        taken_back(case, teammate, now, order)
    taken_back(case, own, now, order)
    with pytest.raises(Stale):
        taken_back(case, own, now, order)


def test_what_it_amended_stands_again_with_its_task(case: Case, own: Officer, now: datetime) -> None:
    first, wrong = ordered(case, own, now, ASKED), ordered(case, own, now, on=MADE + timedelta(days=1))
    was, later = first.directions.get(), Directed("section_7_report", due_on=LATER)
    amend_direction(case=case, by=own, at=now, direction=was, said=later, order=wrong)
    taken_back(case, own, now, wrong)
    stands = case.directions.get(superseded_at=None)
    assert (stands.pk, stands.due_on) == (was.pk, DUE)
    assert case.tasks.get(kind=DIRECTION, ended_at=None).direction == was


def test_what_a_later_order_amended_since_stays_amended(case: Case, own: Officer, now: datetime) -> None:
    first, wrong, last = (ordered(case, own, now, *asked) for asked in ((ASKED,), (), ()))
    for order, on in ((wrong, LATER), (last, LATER + timedelta(days=7))):
        live, said = case.directions.get(superseded_at=None), Directed("section_7_report", due_on=on)
        amend_direction(case=case, by=own, at=now, direction=live, said=said, order=order)
    taken_back(case, own, now, wrong)
    stands = case.directions.get(superseded_at=None)
    assert (stands.order, stands.supersedes) == (last, first.directions.get())


def test_of_one_that_stands_twice_what_it_directs_goes_to_the_other(
    case: Case, own: Officer, now: datetime, order: Order
) -> None:
    twin = ordered(case, own, now, ASKED, Directed("addendum_report", due_on=DUE), kind="monitoring")
    taken_back(case, own, now, twin, "twice", order)
    order.refresh_from_db()
    assert order.kind == "monitoring"
    kinds = order.directions.filter(superseded_at=None).values_list("kind", flat=True)
    assert sorted(kinds) == ["addendum_report", "section_7_report"]
    assert waiting(case, DIRECTION) == 2
    assert [one.order for one in case.monitorings.select_related("order")] == [order]


def test_what_is_attached_to_one_that_stands_twice_is_attached_to_the_other(
    case: Case, own: Officer, now: datetime, order: Order
) -> None:
    twin = ordered(case, own, now)
    known = {"kind": "direction", "language": "en", "by": own, "at": now}
    for to, words in ((order, "At school."), (twin, "At school."), (twin, "At noon.")):
        Attached.objects.create(order=to, words=words, **known)
    Attached.objects.create(order=twin, words="At school.", ties=["parent"], **known)
    taken_back(case, own, now, twin, "twice", order)
    said = [(one.words, one.ties) for one in attached_to(order)]
    assert said == [("At school.", []), ("At noon.", []), ("At school.", ["parent"])]


def test_it_can_be_recorded_anew_of_the_same_kind_and_day(case: Case, own: Officer, now: datetime) -> None:
    wrong = ordered(case, own, now, kind="family_assistance")
    assert found(own, "family assistance").cases
    taken_back(case, own, now, wrong)
    assert not found(own, "family assistance").cases
    assert not list(orders_running(Case.objects.filter(pk=case.pk)))
    right = record_order(case=case, by=own, at=now, kind="family_assistance", made_on=MADE)
    assert right != wrong
    assert len(list(orders_running(Case.objects.filter(pk=case.pk)))) == 1


def test_what_the_court_sent_of_that_day_is_read_again(case: Case, own: Officer, now: datetime) -> None:
    sent = Order.objects.create(case=case, court_key="o1", title="C21", made_on=MADE, filing_due_on=DUE)
    taken_back(case, own, now, ordered(case, own, now, ASKED))
    assert case.tasks.get(kind=READ, ended_at=None).subject == str(sent.pk)


def test_where_it_alone_ended_the_involvement_nobody_is_asked_to_close(
    case: Case, own: Officer, now: datetime
) -> None:
    wrong = record_order(
        case=case, by=own, at=now, kind="", title="Final", made_on=MADE, ends_involvement=True
    )
    assert waiting(case, "closing.close")
    taken_back(case, own, now, wrong)
    assert not waiting(case, "closing.close")
