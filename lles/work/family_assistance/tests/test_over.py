"""What the end of an order makes impossible is asked for no more, and its closing follows (FAO-END)."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from lles.casefile.models import Case, Officer
from lles.work.family_assistance.changes.answers import record_answer
from lles.work.family_assistance.changes.plan import record_work, write_plan
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.tests.conftest import Record, checked
from lles.work.family_assistance.tests.test_plan import PLAN, asked_for

SPRING, AFTER = datetime(2026, 4, 1, 9, tzinfo=UTC), datetime(2026, 9, 4, 9, tzinfo=UTC)
LAST = datetime(2026, 9, 3, 9, tzinfo=UTC)
OVER = {"plan", "letter", "review", "end", "told"}
End = Callable[[], None]


@pytest.fixture
def assistance(record: Record) -> Assistance:
    """An order of six months, made on 4 March 2026."""
    return record(months=6)


@pytest.fixture
def end_it(assistance: Assistance, case: Case, own: Officer) -> End:
    """The court ends the order on 1 April."""

    def ended() -> None:
        record_answer(
            case=case, by=own, at=SPRING, assistance=assistance, answer="ended", on=SPRING.date(), words="",
            language="en",
        )  # fmt: skip

    return ended


def outcomes(case: Case) -> set[str]:
    kinds = [f"family_assistance.{one}" for one in OVER]
    return set(case.tasks.filter(kind__in=kinds).exclude(ended_at=None).values_list("outcome", flat=True))


def test_an_order_without_a_plan_that_the_court_ends_is_closed(
    assistance: Assistance, end_it: End, case: Case
) -> None:
    end_it()
    assert not asked_for(case, SPRING.date()) & OVER
    assert "closing" in asked_for(case, SPRING.date())
    assert outcomes(case) == {"not_needed"}


def test_an_order_with_a_plan_waits_for_what_came_of_it_and_for_no_review(
    assistance: Assistance, end_it: End, case: Case, own: Officer, now: datetime
) -> None:
    write_plan(
        case=case, by=own, at=now, assistance=assistance, says_=checked(assistance, PLAN), complete=True
    )
    for kind in ("left", "outcome"):
        record_work(
            case=case, by=own, at=now, assistance=assistance, kind=kind, number=1, on=now.date(), words="So.",
            language="en",
        )  # fmt: skip
    assert "review" in asked_for(case)
    end_it()
    assert case.tasks.get(kind="family_assistance.review").outcome == "not_needed"
    assert "closing" in asked_for(case, SPRING.date())


@pytest.mark.parametrize(("at", "is_over"), [(LAST, False), (AFTER, True)])
def test_the_day_after_the_last_one_closes_what_ended(
    assistance: Assistance, case: Case, at: datetime, is_over: bool
) -> None:
    assert asked_for(case) >= {"plan", "letter", "review", "end"}
    assert bool(asked_for(case, at.date()) & OVER) is not is_over
    assert ("closing" in asked_for(case, at.date())) is is_over
