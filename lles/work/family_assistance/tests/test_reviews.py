"""A review counts for the plan that it looked at, and is held while the order runs (FAO-REVIEW)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.door import Barred
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.work.family_assistance.changes.answers import record_answer
from lles.work.family_assistance.changes.plan import write_plan
from lles.work.family_assistance.models import Assistance, Plan
from lles.work.family_assistance.tests.conftest import checked
from lles.work.family_assistance.tests.test_plan import PLAN, asked_for, work


@pytest.fixture
def plan(record: Callable[..., Assistance], case: Case, own: Officer, now: datetime) -> Callable[..., Plan]:
    """Writes a complete plan of an order of six months with a day for its review."""
    assistance = record(months=6)

    def written(review_on: date, reasons: dict[str, str] | None = None) -> Plan:
        return write_plan(
            case=case, by=own, at=now, assistance=assistance, complete=True, reasons=reasons,
            says_=checked(assistance, replace(PLAN, review_on=review_on)),
        )  # fmt: skip

    return written


def test_a_new_plan_with_another_day_asks_for_another_review(
    plan: Callable[..., Plan], case: Case, own: Officer, now: datetime
) -> None:
    first = plan(review_on=date(2026, 6, 2))
    work(first.assistance, own, now + timedelta(days=90), "review", date(2026, 6, 2))
    assert "review" not in asked_for(case)

    def anew(days: int, review_on: date) -> None:
        write_plan(
            case=case, by=own, at=now + timedelta(days=days), assistance=first.assistance,
            says_=checked(first.assistance, replace(PLAN, review_on=review_on)), complete=True,
        )  # fmt: skip

    anew(91, date(2026, 6, 2))
    assert "review" not in asked_for(case), "the review that led to it was of that day"
    anew(92, date(2026, 8, 3))
    assert case.tasks.get(kind="family_assistance.review", ended_at=None).due_on == date(2026, 8, 3)
    work(first.assistance, own, now + timedelta(days=150), "review", date(2026, 8, 1))
    assert "review" not in asked_for(case)


def test_nothing_was_done_under_the_order_before_it_was_made(
    record: Callable[..., Assistance], case: Case, own: Officer, now: datetime
) -> None:
    assistance = record(months=6)
    with pytest.raises(Barred) as barred:
        work(assistance, own, now, "review", date(2026, 3, 3))
    assert [one.provision for one in barred.value.findings] == ["FAO-END"]
    assert "review" in asked_for(case)
    work(assistance, own, now, "risk", date(2026, 3, 3))
    assert "risk" in asked_for(case)


def test_a_review_before_the_order_was_made_is_refused(
    plan: Callable[..., Plan], case: Case, own: Officer
) -> None:
    with pytest.raises(Barred) as barred:
        plan(review_on=date(2026, 3, 3))
    assert [one.provision for one in barred.value.findings] == ["FAO-REVIEW"]
    written = plan(review_on=date(2026, 3, 4))
    page = f"/cases/{case.reference}/family-assistance/{written.assistance.pk}/"
    assert "To be reviewed on" in text_of(client_of(own), page)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "The plan sets the review for"), ("cy", "Yn ôl y cynllun mae'r adolygiad ar 3 Medi 2026")],
)
def test_a_review_after_the_last_day_is_refused_and_an_order_that_ends_sooner_warns_of_it(
    plan: Callable[..., Plan], case: Case, own: Officer, now: datetime, language: str, said: str
) -> None:
    with pytest.raises(Barred) as barred:
        plan(review_on=date(2026, 9, 4))
    assert [one.provision for one in barred.value.findings] == ["FAO-REVIEW"]
    assistance, on = plan(review_on=date(2026, 9, 3)).assistance, date(2026, 5, 3)
    record_answer(
        case=case, by=own, at=now + (on - now.date()), assistance=assistance, answer="ended", on=on, words="",
        language="en",
    )  # fmt: skip
    page = f"/cases/{case.reference}/family-assistance/{assistance.pk}/"
    assert said in text_of(client_of(own, language), page)
