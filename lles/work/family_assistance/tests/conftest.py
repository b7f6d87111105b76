"""A family assistance order on the file of the usual case, made on 4 March 2026."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from lles.casefile.changes.directions import record_order
from lles.casefile.models import Case, Officer, Party
from lles.work.family_assistance.changes.order import Naming, Terms, record_terms
from lles.work.family_assistance.changes.plan import Check, PlanSays
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.named import people_checked

MADE = date(2026, 3, 4)
Record = Callable[..., Assistance]


def checked(assistance: Assistance, says: PlanSays) -> PlanSays:
    """A plan that says of everybody in what way and how often the officer checks with them."""
    people = people_checked(assistance)
    return replace(says, checks=tuple(Check(who, "A talk.", "monthly") for who, _name in people))


def typed_checks(assistance: Assistance) -> dict[str, str]:
    """The same as somebody types it on the page of the plan."""
    people = [who.replace(":", "-") for who, _name in people_checked(assistance)]
    return {f"way-{who}": "A talk." for who in people} | {f"frequency-{who}": "monthly" for who in people}


@pytest.fixture
def made(case: Case, own: Officer, now: datetime) -> Assistance:
    """The order as it comes, before anybody wrote down what it says."""
    record_order(case=case, by=own, at=now, kind="family_assistance", title="C42", made_on=MADE)
    return Assistance.objects.get(case=case)


@pytest.fixture
def record(made: Assistance, case: Case, own: Officer, now: datetime, mother: Party, father: Party) -> Record:
    """Records what the order says: it names both parents and Efa, unless the test says otherwise."""

    def recorded(**more: object) -> Assistance:
        efa = case.children.get(first_name="Efa")
        named = (Naming("parent", mother), Naming("parent", father), Naming("child", child=efa))
        known = {"named": named, "supplier": "service", **more}
        reasons = known.pop("reasons", None)
        terms = Terms(**known)  # type: ignore[arg-type]  # named by a mapping
        record_terms(
            case=case, by=own, at=now, assistance=made, terms=terms,
            reasons=reasons,  # type: ignore[arg-type]  # named by a mapping
        )  # fmt: skip
        made.refresh_from_db()
        return made

    return recorded
