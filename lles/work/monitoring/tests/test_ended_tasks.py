"""A task for which nothing asks any more ends as it is: done, taken back by the court, or not needed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from lles.casefile.changes.directions import lift_direction
from lles.casefile.models import Case, Direction, Officer
from lles.work.monitoring.changes.order import follow_orders
from lles.work.monitoring.models import Breach, Monitoring

Record = Callable[..., Monitoring]
DAY = timedelta(days=1)


def outcomes(case: Case, name: str) -> list[str]:
    found = case.tasks.filter(kind=f"monitoring.{name}").exclude(ended_at=None).order_by("pk")
    return list(found.values_list("outcome", flat=True))


def lift(case: Case, by: Officer, at: datetime) -> None:
    live = Direction.objects.get(case=case, superseded_at=None)
    lift_direction(case=case, by=by, at=at, direction=live, reason="The court says so.")


def test_a_report_on_a_breach_that_the_court_takes_back_was_not_made(
    confirmed: Breach, case: Case, own: Officer
) -> None:
    assert (outcomes(case, "ask"), outcomes(case, "decide")) == (["done"], ["done"])
    lift(case, own, datetime(2026, 3, 18, 10, tzinfo=UTC))
    assert confirmed.monitoring.breaches.count() == 1
    assert outcomes(case, "breach") == ["lifted"]


def test_letters_that_nobody_can_write_any_more_are_not_needed(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    monitoring = record()
    assert case.tasks.filter(kind="monitoring.letters", ended_at=None).exists()
    case.orders.filter(pk=monitoring.order_id).update(made_on=None)
    follow_orders(case=case, by=own, at=now + DAY)
    assert (outcomes(case, "letters"), outcomes(case, "end")) == (["not_needed"], ["not_needed"])
