"""What orders are called where one of them is chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from lles.casefile.queries.court import order_names
from lles.law.bilingual import day_in_words

if TYPE_CHECKING:
    from lles.casefile.models import Order
    from lles.casefile.views import CaseView


def calls_orders(page: CaseView, orders: Collection[Order]) -> Sequence[tuple[str, str]]:
    """Each of some orders of the case by its number, with its name and its day."""
    names = order_names(page.case, orders)
    return [(str(one.pk), _called(page, names[one.pk].said(page.language), one)) for one in orders]


def _called(page: CaseView, name: str, one: Order) -> str:
    called = page.unless_closed(name) or _("an order without a title")
    return f"{called}, {day_in_words(one.made_on, page.language)}" if one.made_on else called
