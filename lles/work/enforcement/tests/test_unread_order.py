"""An order of which nobody knows whether it makes child arrangements is neither the one that is enforced nor
another: somebody has to read it (S8-TYPES)."""

from datetime import date, datetime

import pytest

from lles.casefile.changes.directions import record_order
from lles.casefile.models import Case, NoticeHad, Officer, OrderTerms, Party
from lles.work.enforcement.queries.facts import alleged_of, notices_of
from lles.work.enforcement.tests.conftest import Record
from lles.work.enforcement.tests.recorded import alleges, rules_of

ABOUT = date(2025, 12, 1)
C43 = "Child arrangements, specific issue or prohibited steps order (C43)"


@pytest.mark.parametrize(
    ("types", "asks", "lacks", "counts"),
    [
        (None, True, False, False),
        ([], True, False, False),
        (["child_arrangements", "specific_issue"], False, True, True),
        (["specific_issue"], False, False, False),
    ],
)
def test_neither_its_notice_nor_who_had_it_counts_before_somebody_has_read_it(
    case: Case, own: Officer, now: datetime, apply: Record, father: Party, types: list[str] | None,
    asks: bool, lacks: bool, counts: bool,
) -> None:  # fmt: skip
    order = record_order(case=case, by=own, at=now, kind="", title=C43, made_on=ABOUT)
    if types is not None:
        OrderTerms.objects.create(order=order, types=types, carries_notice=False, by=own, at=now)
    NoticeHad.objects.create(order=order, party=father, way="served", on=date(2026, 1, 5), by=own, at=now)
    enforcement = apply(is_attached=None)
    alleges(enforcement, own, now)
    assert ("S8-TYPES" in rules_of(enforcement)) == asks
    assert ("S8-WARN" in rules_of(enforcement)) == lacks
    assert len(notices_of(enforcement)) == counts
    assert ([one.provision for one in alleged_of(enforcement)[0].findings] == []) == counts
