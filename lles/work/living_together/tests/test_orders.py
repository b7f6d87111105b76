"""What hangs on a child arrangements order whose parents live together: the clocks of other orders, and the
list of the orders of the case."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.utils import timezone

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, LivingTogether, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.work.living_together.tests.test_pages import DAY, LONG_AGO, page_of

Record = Callable[..., LivingTogether]


@pytest.mark.parametrize(
    ("kind", "directs", "shown"),
    [
        ("monitoring", "", True),
        ("family_assistance", "family_assistance_contact", True),
        ("family_assistance", "family_assistance_report", False),
    ],
)
def test_the_clock_of_an_order_that_hangs_on_contact_shows_the_day(
    case: Case, own: Officer, record: Record, kind: str, directs: str, shown: bool
) -> None:
    today = timezone.localdate()
    record(today - 30 * DAY)
    record_order(
        case=case, by=own, at=timezone.now(), kind=kind, title="C43", made_on=today,
        directions=(Directed(directs),) if directs else (),
    )  # fmt: skip
    client, orders = client_of(own), page_of(case, f"{kind.replace('_', '-')}/")
    (path,) = set(re.findall(rf'href="({orders}\d+/)"', text_of(client, orders)))
    assert ("Time and contact under the child arrangements cease" in text_of(client, path)) == shown


@pytest.mark.parametrize(
    ("title", "made_on", "words"),
    [
        ("Child arrangements order (C43)", date(2019, 5, 2), "up to 31 January 2020 says about living"),
        ("Child arrangements order (C43)", date(2020, 3, 4), "already lived together when the child"),
        ("Prohibited steps order", date(2019, 5, 2), ""),
        ("Enforcement of a child arrangements order (C80)", date(2019, 5, 2), ""),
    ],
)
def test_the_order_that_ceased_says_so_where_the_orders_of_the_case_stand(
    case: Case, own: Officer, record: Record, title: str, made_on: date, words: str
) -> None:
    record_order(case=case, by=own, at=timezone.now(), kind="", title=title, made_on=made_on)
    client, here = client_of(own), page_of(case, "orders/")
    assert "with what hangs on it" not in text_of(client, here)
    record(LONG_AGO)
    page = text_of(client, here)
    assert words in page
    assert ("with what hangs on it" in page) == bool(words)


@pytest.mark.parametrize(("made_on", "warned"), [(date(2014, 4, 21), False), (date(2014, 4, 22), True)])
def test_an_order_of_a_type_that_was_not_made_that_day_is_warned_of(
    case: Case, own: Officer, made_on: date, warned: bool
) -> None:
    record_order(case=case, by=own, at=timezone.now(), kind="", title="Contact order", made_on=made_on)
    page = text_of(client_of(own), page_of(case, "orders/"))
    assert ("An order of this type was not made on" in page) == warned
