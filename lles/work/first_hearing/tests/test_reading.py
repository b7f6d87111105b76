"""Orders of the courts' feed: what they direct opens the same work, and what only a title tells a person
reads."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile import register
from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.door import Stale
from lles.casefile.changes.due_days import the_service
from lles.casefile.models import Case, Officer, Order
from lles.casefile.register import Event, Occasion, OrderKind, Work
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.law.bilingual import Text
from lles.links.court import codes
from lles.work.first_hearing.changes.reading import TOLD_BY_THEIR_TEXT, order_made, read_order
from lles.work.first_hearing.queries.orders import READ

NAME = Text(en="Throw-away order", cy="Gorchymyn dros dro")


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[Occasion]:
    """A piece of work that does orders whose title speaks of throwing away."""
    told: list[Occasion] = []
    kinds = (OrderKind("throw_away", NAME, found_by=("throw", "taflu")),)
    work = Work("throw_away", NAME, orders=kinds, on={Event.ORDER_MADE: told.append})
    monkeypatch.setattr(register, "_entered", {**register._entered, "throw_away": work})
    return told


@pytest.fixture
def sent(case: Case, now: datetime) -> Callable[..., Order]:
    """An order as the feed brings it."""

    def send(
        title: str, kind: str = "", filing: date | None = None, key: str = "o-1", code: str = ""
    ) -> Order:
        order = Order.objects.create(
            case=case, court_key=key, title=title, kind=kind, made_on=date(2026, 3, 2), filing_due_on=filing,
            code=code,
        )  # fmt: skip
        about = {"order": order.pk, "kind": kind}
        order_made(Occasion(Event.ORDER_MADE, case, the_service(), now, about))
        return order

    return send


def to_read(case: Case) -> list[str]:
    return list(case.tasks.filter(kind=READ, ended_at=None).values_list("subject", flat=True))


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize(
    ("title", "kind", "filing", "is_read"),
    [
        ("Order to throw it away", "", None, True),
        ("Gorchymyn taflu", "", None, True),
        ("Order to throw it away", "throw_away", None, False),
        ("Child arrangements order", "", None, False),
        ("Child arrangements order", "", date(2026, 5, 1), True),
    ],
)
def test_a_person_reads_what_only_a_title_tells_and_what_names_no_report(
    case: Case, sent: Callable[..., Order], title: str, kind: str, filing: date | None, is_read: bool
) -> None:
    order = sent(title, kind, filing)
    assert to_read(case) == ([str(order.pk)] if is_read else [])


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize(
    ("code", "is_read"),
    [
        ("caSpecificProhibitedOrder", True), ("childArrangementsSpecificProhibitedOrder", True),
        ("blankOrderOrDirections", True), ("financialCompensationC82", True),
        ("splGuardianshipOrder", False), ("", False),
    ],
)  # fmt: skip
def test_a_person_reads_what_only_the_text_of_a_form_tells(
    case: Case, sent: Callable[..., Order], code: str, is_read: bool
) -> None:
    order = sent("Child arrangements, specific issue or prohibited steps order (C43)", code=code)
    assert to_read(case) == ([str(order.pk)] if is_read else [])
    assert set(codes.ORDERS) >= TOLD_BY_THEIR_TEXT


@pytest.mark.usefixtures("heard")
def test_what_a_person_keyed_is_not_read_again(case: Case, sent: Callable[..., Order]) -> None:
    sent("Order to throw it away", key="keyed-order-1-0")
    assert to_read(case) == []


def test_it_waits_in_arrivals_and_is_settled_as_what_it_is(
    case: Case, own: Officer, sent: Callable[..., Order], heard: list[Occasion]
) -> None:
    order, client = sent("Order to throw it away"), client_of(own)
    page = f"/cases/{case.reference}/orders/{order.pk}/read/"
    assert page in text_of(client, "/arrivals/")
    assert page in text_of(client, "/")
    assert '<option value="throw_away" selected' in text_of(client, page)
    typed = {"kind": "throw_away", "ends_involvement": "no", "kind-0": "section_7_report", "paragraph-0": "5"}
    assert fill(client, page, **typed).status_code == 302
    order.refresh_from_db()
    assert (order.kind, order.ends_involvement, to_read(case)) == ("throw_away", False, [])
    assert heard[-1].about == {"order": order.pk, "kind": "throw_away", "read": True}
    assert case.directions.get().kind == "section_7_report"
    assert "It is: Throw-away order" in text_of(client, f"/cases/{case.reference}/timeline/")
    assert page not in text_of(client, "/arrivals/")
    assert client.get(page).status_code == 404


def test_it_is_settled_as_none_and_read_once(
    case: Case, own: Officer, now: datetime, sent: Callable[..., Order], heard: list[Occasion]
) -> None:
    order = sent("Order to throw it away")
    read_order(case=case, by=own, at=now, order=order, kind="")
    assert (to_read(case), heard[-1].about["kind"]) == ([], "")
    order.kind = "throw_away"
    order.save()
    with pytest.raises(Stale):
        read_order(case=case, by=own, at=now, order=order, kind="")


@pytest.mark.usefixtures("heard")
def test_who_does_not_work_on_the_case_does_not_find_it_in_arrivals(
    case: Case, stranger: Officer, sent: Callable[..., Order]
) -> None:
    order = sent("Order to throw it away")
    assert f"/orders/{order.pk}/read/" not in text_of(client_of(stranger), "/arrivals/")


@pytest.mark.parametrize(("made_on", "times"), [(date(2026, 3, 2), 1), (date(2026, 3, 3), 2)])
def test_an_order_that_was_recorded_at_court_and_is_read_later_opens_its_work_once(
    case: Case, own: Officer, now: datetime, sent: Callable[..., Order], heard: list[Occasion], made_on: date,
    times: int,
) -> None:  # fmt: skip
    due = date(2026, 7, 13)
    keyed = Directed("section_7_report", due_on=due, paragraph="5")
    known = {"case": case, "by": own, "at": now, "kind": "throw_away"}
    record_order(**known, title="As heard", made_on=made_on, directions=[keyed])  # type: ignore[arg-type]  # by name
    order = sent("Order to throw it away")
    read_order(**known, order=order, directions=[Directed("section_7_report", due_on=due)])  # type: ignore[arg-type]  # by name
    assert [one.about["kind"] for one in heard].count("throw_away") == times
    assert case.directions.filter(superseded_at=None).count() == times
    assert not to_read(case)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("is_keyed", [True, False])
def test_the_day_of_an_order_is_put_on_its_page_where_nothing_stands_directed_by_then(
    case: Case, own: Officer, now: datetime, sent: Callable[..., Order], is_keyed: bool
) -> None:
    due = date(2026, 7, 13)
    if is_keyed:
        asked = Directed("section_7_report", due_on=due, paragraph="5")
        record_order(
            case=case, by=own, at=now, kind="", title="As heard", made_on=date(2026, 3, 2), directions=[asked]
        )
    order = sent("Child arrangements order", filing=due)
    page = text_of(client_of(own), f"/cases/{case.reference}/orders/{order.pk}/read/")
    assert ('value="2026"' in page) is not is_keyed
