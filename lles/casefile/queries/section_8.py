"""The orders of a case under section 8: what was read in each, and who had its warning notice."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db.models import Q, QuerySet

from lles.casefile.models import Attached, Case, NoticeHad, Order, OrderTerms, Party
from lles.law.section_8 import CARRYING_NOTICE, section_8_types_named_by


def leaves_its_types_open(order: Order) -> bool:
    """Whether an order is one under section 8 and its heading does not say which types it makes."""
    return _named_by_its_heading(order) is None


def section_8_types_of(order: Order) -> frozenset[str] | None:
    """Its types, by how it is headed or coded, else as somebody read them in it; None where nobody knows,
    empty for every order that is none under section 8 (S8-TYPES)."""
    types = _named_by_its_heading(order)
    if types is not None:
        return types
    terms = terms_of(order)
    return frozenset(terms.types) or None if terms else None


def _named_by_its_heading(order: Order) -> frozenset[str] | None:
    types = section_8_types_named_by(order.title)
    return section_8_types_named_by(order.code) if types == frozenset() else types


def is_under_section_8(order: Order) -> bool:
    """Whether an order is one under section 8, also where nobody knows of which type."""
    return _named_by_its_heading(order) != frozenset()


def terms_of(order: Order) -> OrderTerms | None:
    """What was read in an order, as it stands."""
    return order.terms_read.select_related("by").order_by("pk").last()


def makes_arrangements(order: Order) -> bool | None:
    """Whether an order makes child arrangements, or contact as it was ordered before them; None where nobody
    knows."""
    types = section_8_types_of(order)
    return None if types is None else not CARRYING_NOTICE.isdisjoint(types)


def orders_made_on(case: Case, days: Collection[date | None]) -> Sequence[Order]:
    """The orders of a case that were made on one of these days."""
    known = [day for day in days if day is not None]
    return list(case.orders.filter(made_on__in=known).order_by("made_on", "pk"))


def arrangements_made_on(case: Case, days: Collection[date | None]) -> Sequence[Order]:
    """The orders of a case on one of these days that are known to make child arrangements."""
    return [one for one in orders_made_on(case, days) if makes_arrangements(one)]


def are_arrangements_made_on(case: Case, day: date | None) -> bool | None:
    """Whether an order of a day is known to make child arrangements; None where one of them may."""
    made = [makes_arrangements(one) for one in orders_made_on(case, [day])]
    return True if True in made else None if None in made else False


def carries_its_notice(case: Case, on: date | None) -> bool | None:
    """Whether the child arrangements order of a day carries its warning notice, as it was read in the order;
    None where nobody knows (S8-WARN)."""
    read = [terms_of(one) for one in arrangements_made_on(case, [on])]
    return next((one.carries_notice for one in reversed(read) if one is not None), None)


def notices_had(orders: Collection[Order]) -> Sequence[NoticeHad]:
    """Who had the notice of one of these orders, and when."""
    found = NoticeHad.objects.filter(order__in=orders)
    return list(found.select_related("party", "by", "order").order_by("on", "pk"))


def attached_to(order: Order) -> Sequence[Attached]:
    """What an order directs, attaches as a condition or makes incidentally."""
    return list(order.attached.select_related("party", "by"))


def _conditions_in_force(on: date) -> QuerySet[Attached]:
    """The conditions of section 11(7)(b) that are in force on a day: from the day that each names, else from
    that of its order, to the last one that it names (S8-CONDITIONS)."""
    begun = Q(since__lte=on) | Q(since=None, order__made_on__lte=on)
    ends = Q(until=None) | Q(until__gte=on)
    return Attached.objects.filter(begun, ends, kind=Attached.CONDITION)


def bound_by_a_condition(case: Case, on: date) -> frozenset[int]:
    """The adults, by their numbers, on whom a condition is in force on a day (S8-CONDITIONS)."""
    return frozenset(_conditions_in_force(on).filter(order__case=case).values_list("party", flat=True))


def is_bound_by_a_condition(party: Party, on: date) -> bool:
    """Whether a condition is in force on somebody on a day (S8-CONDITIONS)."""
    return _conditions_in_force(on).filter(party=party).exists()
