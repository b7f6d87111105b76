"""An order that was proposed is read once the court has made it, and no page answers what nobody has said."""

from datetime import date, datetime

import pytest

from lles.casefile.changes.directions import record_order
from lles.casefile.models import Case, Officer, Order, Party
from lles.casefile.register import Event, Occasion
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.work.family_assistance.changes.order import Naming, Terms, propose_assistance, record_terms
from lles.work.family_assistance.changes.said import record_consent
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.facts import last_day_of
from lles.work.family_assistance.queries.findings import findings_of
from lles.work.family_assistance.queries.papers import papers_open
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import Record
from lles.work.family_assistance.tests.test_orders import MADE, open_tasks
from lles.work.family_assistance.tests.test_pages import page_of
from lles.work.family_assistance.work import order_made


@pytest.fixture
def proposed(case: Case, own: Officer, now: datetime, mother: Party) -> Assistance:
    """Three months are proposed, and the mother consents."""
    assistance = propose_assistance(case=case, by=own, at=now)
    terms = Terms((Naming("parent", mother),), "service", months=3)
    record_terms(case=case, by=own, at=now, assistance=assistance, terms=terms)
    record_consent(
        case=case, by=own, at=now, assistance=assistance, party=mother, answer="given", on=MADE,
        way="telephone", taken_by="Own",
    )  # fmt: skip
    return assistance


def make_it(case: Case, own: Officer, service: Officer, now: datetime, way: str) -> None:
    """The court makes the order: its feed says so, or somebody keys it."""
    if way == "keyed":
        record_order(case=case, by=own, at=now, kind="family_assistance", title="C42", made_on=MADE)
        return
    order = Order.objects.create(case=case, court_key="c42", kind="family_assistance", made_on=MADE)
    order_made(Occasion(Event.ORDER_MADE, case, service, now, {"order": order.pk, "kind": order.kind}))


@pytest.mark.parametrize("way", ["keyed", "by the feed"])
def test_an_order_that_was_proposed_is_read_as_one_that_nobody_proposed(
    proposed: Assistance, case: Case, own: Officer, service: Officer, now: datetime, way: str
) -> None:
    make_it(case, own, service, now, way)
    proposed.refresh_from_db()
    assert open_tasks(case) == {
        "terms": None, "plan": None, "review": date(2026, 9, 2), "end": date(2027, 3, 3),
    }  # fmt: skip
    assert last_day_of(proposed) == date(2027, 3, 3)
    assert {one.provision for one in findings_of(proposed)} == {"FAO-OPINION", "FAO-PLAN"}
    assert Paper.CONSENT not in papers_open(proposed)
    assert Paper.LETTER not in papers_open(proposed)


def test_the_months_of_the_order_are_those_that_somebody_read_in_it(
    proposed: Assistance, case: Case, own: Officer, service: Officer, now: datetime, mother: Party
) -> None:
    make_it(case, own, service, now, "keyed")
    proposed.refresh_from_db()
    terms = Terms((Naming("parent", mother),), "service", months=6)
    record_terms(case=case, by=own, at=now, assistance=proposed, terms=terms)
    assert last_day_of(proposed) == date(2026, 9, 3), "longer than proposed is no extension"
    assert "terms" not in open_tasks(case)
    assert "FAO-CONSENT" not in {one.provision for one in findings_of(proposed)}


@pytest.mark.parametrize(
    ("language", "at_the_latest", "unread"),
    [
        ("en", "at the latest", "Nobody has recorded yet what the order says. It runs for 12 months at most"),
        ("cy", "fan bellaf", "Nid oes neb wedi cofnodi eto yr hyn y mae'r gorchymyn yn ei ddweud. Y cyfnod"),
    ],
)
def test_an_order_that_nobody_has_read_has_its_days_at_the_latest(
    made: Assistance, record: Record, own: Officer, language: str, at_the_latest: str, unread: str
) -> None:
    client, orders = client_of(own, language), f"/cases/{made.case.reference}/family-assistance/"
    page = text_of(client, page_of(made))
    assert at_the_latest in page
    assert unread in page
    assert at_the_latest in text_of(client, orders)
    record(months=6)
    assert at_the_latest not in text_of(client, page_of(made)) + text_of(client, orders)


def test_we_write_of_our_own_accord_of_no_order_that_nobody_has_read(made: Assistance, now: datetime) -> None:
    assert papers_open(made) == []
    Assistance.objects.update(supplier="service", months=6, terms_at=now)
    made.refresh_from_db()
    assert set(papers_open(made)) >= {Paper.REFERRAL, Paper.END}


@pytest.mark.parametrize(
    ("language", "is_proposed", "here_already"),
    [
        ("en", "As it was proposed: nobody has recorded", "What stands here already is as it was proposed."),
        ("cy", "Fel y'i cynigiwyd: nid oes neb wedi cofnodi", "Mae'r hyn sydd yma eisoes fel y'i cynigiwyd."),
    ],
)
def test_the_pages_say_that_what_stands_there_is_the_proposal(
    proposed: Assistance, case: Case, own: Officer, service: Officer, now: datetime, mother: Party,
    language: str, is_proposed: str, here_already: str,
) -> None:  # fmt: skip
    client = client_of(own, language)
    assert here_already not in text_of(client, page_of(proposed, "terms/"))
    make_it(case, own, service, now, "keyed")
    page = text_of(client, page_of(proposed))
    assert is_proposed in page
    terms = text_of(client, page_of(proposed, "terms/"))
    assert here_already in terms
    assert chosen(terms) == ["service"], "whether it is as sealed nobody proposed"
    assert 'value="3"' in terms


def chosen(page: str) -> list[str]:
    """The answers that stand chosen on a page, beside the language of what is written."""
    inputs = [one.split(">", 1)[0] for one in page.split("<main", 1)[1].split("<input")[1:]]
    checked = [one for one in inputs if " checked" in one and "language_of_words" not in one]
    return [one.split('value="', 1)[1].split('"', 1)[0] for one in checked]


def test_nothing_is_chosen_before_somebody_recorded_it(made: Assistance, own: Officer) -> None:
    client = client_of(own)
    assert chosen(text_of(client, page_of(made, "terms/"))) == []
    assert chosen(text_of(client, page_of(made, "opinion/"))) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Say whether the sealed order gives it so"),
        ("cy", "Dywedwch a yw'r gorchymyn dan sêl yn ei roi felly"),
    ],
)
def test_whether_it_is_as_sealed_is_asked_for_where_nobody_answers(
    made: Assistance, own: Officer, mother: Party, language: str, words: str
) -> None:
    typed = {f"standing-{mother.pk}": "parent", "supplier": "service"}
    answer = fill(client_of(own, language), page_of(made, "terms/"), **typed)
    assert words in summary_of(answer)
    made.refresh_from_db()
    assert made.terms_at is None
