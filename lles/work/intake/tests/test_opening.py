"""The register, tried from the door of intake: work opens through it, and only through it."""

from datetime import UTC, date, datetime

import pytest

from lles.casefile import register
from lles.casefile.models import Case, Officer
from lles.work.intake.tests.test_take import invented, take


def test_work_opens_through_the_register(service: Officer, now: datetime) -> None:
    take(invented(), service, now)
    assert set(Case.objects.get().tasks.values_list("kind", flat=True)) == {
        "allocation.allocate",
        "danger.asked",
        "introductions.letters",
        "safeguarding.letter",
        "safeguarding.checks",
        "safeguarding.call",
        "safeguarding.not_ready",
    }


def test_without_the_register_a_case_opens_and_nothing_is_due(
    service: Officer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register, "_entered", {})
    take(invented(), service, now)
    assert not Case.objects.get().tasks.exists()


def test_an_application_first_seen_just_after_midnight_in_summer_was_received_on_the_day_it_was_here(
    service: Officer,
) -> None:
    said = invented(case_data={"dateSubmitted": None, "issueDate": None})
    take(said, service, datetime(2026, 6, 14, 23, 30, tzinfo=UTC))
    case = Case.objects.get()
    assert (case.received_on, case.received_basis) == (date(2026, 6, 15), "first_seen")
