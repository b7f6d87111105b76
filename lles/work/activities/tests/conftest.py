"""Activities on the file of the usual case, ordered on 4 March 2026."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.changes.directions import record_order
from lles.casefile.models import Case, Officer, Order, Party
from lles.work.activities.changes.activity import record_terms
from lles.work.activities.models import Activity
from lles.work.activities.queries.facts import Terms

MADE = date(2026, 3, 4)
Record = Callable[..., Activity]


@pytest.fixture
def order(case: Case, own: Officer, now: datetime) -> Order:
    """An order about something else in which an activity may stand."""
    return record_order(case=case, by=own, at=now, kind="", title="C43", made_on=MADE)


@pytest.fixture
def record(case: Case, own: Officer, now: datetime, father: Party, order: Order) -> Record:
    """Records what is asked of the father: a programme by direction, unless the test says otherwise."""

    def recorded(activity: Activity | None = None, **more: object) -> Activity:
        known = {"party": father, "form": "direction", "kind": "programme", "order": order, **more}
        reasons = known.pop("reasons", None)
        terms = Terms(**known)  # type: ignore[arg-type]  # named by a mapping
        return record_terms(
            case=case, by=own, at=now, terms=terms, activity=activity,
            reasons=reasons,  # type: ignore[arg-type]  # named by a mapping
        )  # fmt: skip

    return recorded
