"""What the court directs about an order before that order is made is one task before and one after."""

from datetime import datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Officer
from lles.conftest import case, father, mother, now, office, officer_with, own

__all__ = ["case", "father", "mother", "now", "office", "officer_with", "own"]


def tasks_about_directions(case: Case) -> list[str]:
    open_tasks = case.tasks.filter(ended_at=None).exclude(direction=None)
    return list(open_tasks.values_list("kind", flat=True))


@pytest.mark.parametrize("kind", ["family_assistance", "monitoring"])
def test_the_work_of_the_order_takes_it_up(case: Case, own: Officer, now: datetime, kind: str) -> None:
    report = f"{kind}_report" if kind == "family_assistance" else f"{kind}_end_report"
    directed = (Directed(report, due_on=now.date() + timedelta(days=90)),)
    record_order(case=case, by=own, at=now, kind="", title="C21", made_on=now.date(), directions=directed)
    (before,) = case.tasks.filter(ended_at=None, kind="first_hearing.direction")
    assert tasks_about_directions(case) == ["first_hearing.direction"]
    record_order(case=case, by=own, at=now, kind=kind, title=kind, made_on=now.date())
    (after,) = tasks_about_directions(case)
    assert after.startswith(f"{kind}.")
    before.refresh_from_db()
    assert before.outcome == "taken_up"
