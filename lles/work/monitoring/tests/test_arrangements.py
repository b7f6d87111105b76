"""Monitoring is of a child arrangements order that stands in the case: the day alone is none (MON-POWER)."""

import pytest

from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Case, Officer, Order, OrderTerms
from lles.work.monitoring.queries.facts import findings_of
from lles.work.monitoring.tests.conftest import SATURDAY, Record

C43 = "Child arrangements, specific issue or prohibited steps order (C43)"


@pytest.mark.parametrize(
    ("arranged", "words"),
    [
        ("", "makes child arrangements is recorded in this case"),
        ("Prohibited steps order", "makes child arrangements is recorded in this case"),
        (C43, "It is not recorded whether the order of"),
    ],
)
def test_an_order_that_is_not_recorded_as_making_arrangements_takes_a_reason(
    record: Record, arranged: str, words: str
) -> None:
    with pytest.raises(NeedsReason) as asked:
        record(arranged)
    (finding,) = asked.value.findings
    assert finding.provision == "MON-POWER"
    assert words in finding.says.en
    monitoring = record(arranged, reasons={"MON-POWER": "The court was asked."})
    assert words in " ".join(one.says.en for one in findings_of(monitoring, SATURDAY))
    sealed = findings_of(record(arranged, as_sealed=True), SATURDAY)
    assert "MON-POWER" not in [one.provision for one in sealed]


@pytest.mark.parametrize(
    ("types", "asked"), [(["child_arrangements"], False), (["specific_issue"], True), ([], True)]
)
def test_it_is_known_once_somebody_has_read_what_the_order_makes(
    record: Record, case: Case, own: Officer, types: list[str], asked: bool
) -> None:
    monitoring = record(C43, reasons={"MON-POWER": "Not read yet."})
    order = Order.objects.get(case=case, title=C43)
    OrderTerms.objects.create(order=order, types=types, by=own, at=monitoring.begun_at)
    assert ("MON-POWER" in [one.provision for one in findings_of(monitoring, SATURDAY)]) is asked


def test_a_child_arrangements_order_of_the_day_takes_none(record: Record) -> None:
    assert "MON-POWER" not in [one.provision for one in findings_of(record(), SATURDAY)]
