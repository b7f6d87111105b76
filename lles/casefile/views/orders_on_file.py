"""The orders of a case with their days, where a page asks for the day of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lles.casefile.forms.days_of_orders import OrderOnFile
from lles.casefile.queries.section_8 import makes_arrangements, terms_of
from lles.casefile.views.naming import calls_orders

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lles.casefile.models import Order
    from lles.casefile.views import CaseView


def arrangements_on_file(page: CaseView) -> Sequence[OrderOnFile]:
    """The orders that make child arrangements, or may, the latest first."""
    return _on_file(page, [one for one in _dated(page) if makes_arrangements(one) is not False])


def endings_on_file(page: CaseView) -> Sequence[OrderOnFile]:
    """The orders that are final, or may be, the latest first."""
    return _on_file(page, [one for one in _dated(page) if one.is_final is not False])


def _dated(page: CaseView) -> list[Order]:
    return list(page.case.orders.exclude(made_on=None).order_by("-made_on", "-pk"))


def _on_file(page: CaseView, orders: Sequence[Order]) -> Sequence[OrderOnFile]:
    called = dict(calls_orders(page, orders))
    read = ((one, terms_of(one)) for one in orders)
    return [
        OrderOnFile(str(one.pk), called[str(one.pk)], one.made_on, terms.ends_on if terms else None)
        for one, terms in read
        if one.made_on is not None
    ]
