"""The orders of a case under section 8: what was read in each, and who had its warning notice."""

from collections.abc import Collection, Sequence
from datetime import date

from django.db.models import Prefetch, QuerySet

from lles.casefile.models import Attached, AttachedDischarged, Case, NoticeHad, Order, OrderTerms, Party
from lles.law.days_in_force import InForce, days_in_force
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
    return list(_with_its_days(order.attached.filter(wrong=None)))


def struck_from(order: Order) -> Sequence[Attached]:
    """What was recorded wrongly of what is attached to an order."""
    return list(order.attached.exclude(wrong=None).select_related("party", "by", "wrong__by"))


def _with_its_days(attached: QuerySet[Attached]) -> QuerySet[Attached]:
    discharges = AttachedDischarged.objects.select_related("order").order_by("pk")
    terms = Prefetch("order__terms_read", OrderTerms.objects.order_by("pk"))
    found = attached.select_related("party", "by", "order")
    return found.prefetch_related(Prefetch("discharges", discharges), terms)


def discharged_by(attached: Attached) -> Order | None:
    """The later order that discharges what is attached to one."""
    said = list(attached.discharges.all())
    return said[-1].order if said else None


def days_of(attached: Attached) -> InForce:
    """The days on which what is attached to an order is in force (S8-CONDITIONS)."""
    order, terms = attached.order, list(attached.order.terms_read.all())
    later, ends_on = discharged_by(attached), terms[-1].ends_on if terms else None
    discharged_on = later.made_on if later else None
    return days_in_force(order.made_on, attached.since, attached.until, ends_on, discharged_on)


def _conditions() -> QuerySet[Attached]:
    return _with_its_days(Attached.objects.filter(kind=Attached.CONDITION, wrong=None))


def bound_while(case: Case, begins: date, ends: date | None) -> frozenset[int]:
    """The adults, by their numbers, on whom a condition of section 11(7)(b) is in force on any day from the
    one to the other, or at any time after the one: also one that begins later than its order
    (S8-CONDITIONS)."""
    found = _conditions().filter(order__case=case)
    return frozenset(one.party_id for one in found if one.party_id and days_of(one).within(begins, ends))


def is_bound_while(party: Party, begins: date, ends: date | None) -> bool:
    """Whether a condition is in force on somebody on any of those days (S8-CONDITIONS)."""
    return any(days_of(one).within(begins, ends) for one in _conditions().filter(party=party))


def bound_by_a_condition(case: Case, on: date) -> frozenset[int]:
    """The adults, by their numbers, on whom a condition is in force on a day (S8-CONDITIONS)."""
    return bound_while(case, on, on)


def is_bound_by_a_condition(party: Party, on: date) -> bool:
    """Whether a condition is in force on somebody on a day (S8-CONDITIONS)."""
    return is_bound_while(party, on, on)
