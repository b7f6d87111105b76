"""A task for which nothing asks any more ends as it is: done, taken back by the court, or not needed."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed, lift_direction, record_order
from lles.casefile.models import Case, Officer
from lles.work.family_assistance.changes.order import follow_directions
from lles.work.family_assistance.changes.plan import record_work
from lles.work.family_assistance.models import Assistance, NamedOne
from lles.work.family_assistance.queries.facts import ADDRESS, REPORT

MADE, JUNE, DAY = date(2026, 3, 4), date(2026, 6, 4), timedelta(days=1)


@pytest.fixture
def assistance(case: Case, own: Officer, now: datetime) -> Assistance:
    """An order that directs two reports."""
    directed = [Directed(REPORT, due_on=JUNE, paragraph=one) for one in ("5", "6")]
    record_order(
        case=case, by=own, at=now, kind="family_assistance", title="C42", made_on=MADE, directions=directed
    )
    return Assistance.objects.get(case=case)


def outcomes(case: Case, name: str) -> list[str]:
    return list(
        case.tasks.filter(kind=f"family_assistance.{name}")
        .exclude(ended_at=None)
        .order_by("ended_at")
        .values_list("outcome", flat=True)
    )


def test_of_two_reports_one_is_done_and_the_other_is_taken_back(
    assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    record_work(
        case=case, by=own, at=now + DAY, assistance=assistance, kind="reported", on=MADE, words="Sent.",
        language="en",
    )  # fmt: skip
    (left,) = (one.direction for one in case.tasks.filter(kind="family_assistance.report", ended_at=None))
    assert left is not None
    lift_direction(case=case, by=own, at=now + 2 * DAY, direction=left, reason="The court says so.")
    assert outcomes(case, "report") == ["done", "lifted"]


def test_what_an_authority_does_is_not_needed_here(
    assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    Assistance.objects.update(supplier=Assistance.AUTHORITY, terms_at=now)
    follow_directions(case=case, by=own, at=now + DAY)
    assert outcomes(case, "terms") == ["done"]
    for name in ("plan", "review", "end"):
        assert outcomes(case, name) == ["not_needed"], name


def test_who_is_named_no_longer_was_not_asked_for_consent(
    assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    Assistance.objects.update(supplier=Assistance.SERVICE, terms_at=now, as_sealed=True)
    father = case.parties.get(role="respondent")
    named = NamedOne.objects.create(assistance=assistance, party=father, standing="parent", named_at=now)
    follow_directions(case=case, by=own, at=now)
    assert case.tasks.filter(kind="family_assistance.consent", ended_at=None).exists()
    NamedOne.objects.filter(pk=named.pk).update(left_at=now)
    follow_directions(case=case, by=own, at=now + DAY)
    assert outcomes(case, "consent") == ["not_needed"]


def test_an_address_that_nobody_must_tell_any_more_was_not_looked_at(
    assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    father, order = case.parties.get(role="respondent"), case.orders.get()
    case.tasks.create(
        kind="family_assistance.address", subject=str(assistance.pk), party=father, opened_at=now
    )
    case.directions.create(order=order, kind=ADDRESS, given_at=now, superseded_at=now + DAY)
    follow_directions(case=case, by=own, at=now + DAY)
    assert outcomes(case, "address") == ["lifted"]
