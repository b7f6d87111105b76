"""What is left to us of an order that an officer of a local authority carries out (FAO-LA)."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.changes.directions import Directed
from lles.casefile.models import Case, Officer
from lles.casefile.queries.orders_at_work import orders_at_work
from lles.casefile.tests.pages import client_of, text_of
from lles.work.family_assistance.changes.opinion import give_opinion
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.facts import CONTACT, REPORT
from lles.work.family_assistance.queries.findings import findings_of
from lles.work.family_assistance.queries.pages import shown
from lles.work.family_assistance.tests.test_orders import MADE, open_tasks
from lles.work.family_assistance.tests.test_pages import page_of
from lles.work.family_assistance.tests.test_plan import ADVICE

Record = Callable[..., Assistance]
NEWPORT = {
    "supplier": "authority", "authority": "newport", "authority_name": "Newport",
    "authority_basis": "agrees", "months": 6,
}  # fmt: skip
OURS = {"plan", "review", "letter", "end"}


def test_the_work_of_an_order_is_ours_only_where_an_officer_of_the_service_does_it(
    record: Record, case: Case, own: Officer
) -> None:
    assistance = record(months=6)
    assert open_tasks(case).keys() >= OURS
    assert "FAO-PLAN" in {one.provision for one in findings_of(assistance)}
    assistance = record(**NEWPORT)
    assert set(open_tasks(case)) == {"consent"}
    assert "FAO-PLAN" not in {one.provision for one in findings_of(assistance)}
    assert "FAO-REVIEW" not in {one.rule for one in shown(assistance, MADE).days}
    (still,) = orders_at_work(own, date(2026, 9, 1)).ending
    assert still.order.ends_on == date(2026, 9, 3), "its last day is still seen"
    assert record(months=6)
    assert open_tasks(case).keys() >= OURS


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "has a plan of its own"), ("cy", "ei gynllun ei hun")],
)
def test_the_page_says_whose_plan_it_is(record: Record, own: Officer, language: str, said: str) -> None:
    assert said not in text_of(client_of(own, language), page_of(record(months=6)))
    assert said in text_of(client_of(own, language), page_of(record(**NEWPORT)))


def test_the_page_keeps_saying_that_the_arrangements_end_before_the_order(
    record: Record, own: Officer, now: datetime
) -> None:
    more = {"directs": (Directed(CONTACT),), "arrangements_from": MADE, "arrangements_say_time": True}
    whole = record(months=6, **more, arrangements_to=date(2026, 9, 3))
    assert "FAO-CONTACT" not in {one.provision for one in findings_of(whole)}
    ends = date(2026, 9, 2)
    why = {"FAO-CONTACT": "A hearing is listed."}
    shorter = record(months=6, **more, arrangements_to=ends, reasons=why)
    (found,) = [one for one in findings_of(shorter) if one.provision == "FAO-CONTACT"]
    assert "2 September 2026" in found.says.en
    assert found.says.en in text_of(client_of(own), page_of(shorter))


def test_the_report_that_the_court_directs_is_for_the_officer_who_carries_the_order_out(
    record: Record, case: Case
) -> None:
    more = {"directs": (Directed(REPORT),), "arrangements_from": MADE}
    record(months=6, **more)
    assert "report" in open_tasks(case)
    record(**NEWPORT, **more)
    assert "report" not in open_tasks(case)
    assert case.tasks.get(kind="family_assistance.report").outcome == "not_needed"


def test_the_opinion_of_another_kind_of_officer_is_said_of_the_order(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    assistance = record(months=6)
    give_opinion(case=case, by=own, at=now, assistance=assistance, advice=ADVICE)
    assert "FAO-OPINION-WHO" not in {one.provision for one in findings_of(assistance)}
    assert "FAO-OPINION-WHO" in {one.provision for one in findings_of(record(**NEWPORT))}
