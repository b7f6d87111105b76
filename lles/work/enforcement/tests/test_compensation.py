"""Whom compensation is for, when it is ordered, and for which breach it cannot be."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.models import Officer, Party
from lles.work.enforcement.changes.order import Loss, record_compensation
from lles.work.enforcement.models import Compensation, Enforcement
from lles.work.enforcement.queries.compensation import compensation_of, findings_of_compensation
from lles.work.enforcement.tests.conftest import Record
from lles.work.enforcement.tests.recorded import MADE, alleges

ISSUED, DAY = date(2026, 2, 20), timedelta(days=1)


def compensate(
    one: Enforcement, by: Officer, at: datetime, party: Party, on: date | None = MADE,
    reasons: dict[str, str] | None = None,
) -> Compensation:  # fmt: skip
    loss = Loss(party, True, 48000, None if on is None else 48000, on)
    return record_compensation(
        case=one.case, by=by, at=at, enforcement=one, loss=loss, words="", language="en", reasons=reasons
    )


@pytest.mark.parametrize("on", [MADE, None])
def test_nobody_is_compensated_for_a_breach_of_their_own(
    apply: Record, own: Officer, now: datetime, father: Party, on: date | None
) -> None:
    with pytest.raises(Barred) as refused:
        compensate(apply(), own, now, father, on)
    assert [one.provision for one in refused.value.findings] == ["COMP-LOSS"]


def test_none_is_ordered_before_the_failure_and_seldom_before_the_application(
    apply: Record, own: Officer, now: datetime, mother: Party
) -> None:
    one, notice = apply(), {"ENF-NOTICE": "He was told in court."}
    with pytest.raises(NeedsReason) as asked:
        compensate(one, own, now, mother, ISSUED - DAY)
    assert [found.provision for found in asked.value.findings] == ["ENF-DAYS"]
    compensate(one, own, now, mother, ISSUED)
    alleges(one, own, now, ISSUED - 5 * DAY)
    with pytest.raises(Barred):
        compensate(one, own, now, mother, ISSUED - 6 * DAY, notice)


def test_a_breach_at_seventeen_and_without_a_notice_takes_a_reason_and_is_shown(
    apply: Record, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    father.born_on = date(2008, 5, 1)
    father.save()
    one = apply()
    alleges(one, own, now, ISSUED - 5 * DAY)
    with pytest.raises(NeedsReason) as asked:
        compensate(one, own, now, mother)
    assert {found.provision for found in asked.value.findings} == {"ENF-AGE", "ENF-NOTICE"}
    reasons = {"ENF-AGE": "The court ordered it.", "ENF-NOTICE": "He was told in court."}
    compensate(one, own, now, mother, reasons=reasons)
    (row,) = compensation_of(one)
    assert {found.provision for found in findings_of_compensation(one, row)} == {"ENF-AGE", "ENF-NOTICE"}
