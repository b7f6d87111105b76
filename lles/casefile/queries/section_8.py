"""The orders of a case under section 8: what was read in each, and who had its warning notice."""

from collections.abc import Collection, Sequence
from datetime import date

from lles.casefile.models import Case, NoticeHad, Order, OrderTerms
from lles.law.section_8 import CHILD_ARRANGEMENTS, section_8_type_named_by


def section_8_type_of(order: Order) -> str | None:
    """Its type, by how it is headed or coded; None for every other order (S8-TYPES)."""
    return section_8_type_named_by(order.title) or section_8_type_named_by(order.code)


def terms_of(order: Order) -> OrderTerms | None:
    """What was read in an order, as it stands."""
    return order.terms_read.select_related("by").order_by("pk").last()


def arrangements_made_on(case: Case, days: Collection[date | None]) -> Sequence[Order]:
    """The child arrangements orders of a case that were made on one of these days."""
    made = case.orders.filter(made_on__in=[day for day in days if day is not None]).order_by("made_on", "pk")
    return [one for one in made if section_8_type_of(one) == CHILD_ARRANGEMENTS]


def carries_its_notice(case: Case, on: date | None) -> bool | None:
    """Whether the child arrangements order of a day carries its warning notice, as it was read in the order;
    None where nobody knows (S8-WARN)."""
    read = [terms_of(one) for one in arrangements_made_on(case, [on])]
    return next((one.carries_notice for one in reversed(read) if one is not None), None)


def notices_had(orders: Collection[Order]) -> Sequence[NoticeHad]:
    """Who had the notice of one of these orders, and when."""
    found = NoticeHad.objects.filter(order__in=orders)
    return list(found.select_related("party", "by", "order").order_by("on", "pk"))
