"""What is known of a case for its orders under section 8, and what follows: for its page, for each order, and
on top of every page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import DateField, F, JSONField, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import JSONObject

from lles.casefile.models import Attached, Case, Child, NoticeHad, Officer, Order, OrderTerms, Party
from lles.casefile.queries.living_together import days_of_ceasing, parents_together_of
from lles.casefile.queries.section_8 import (
    attached_to,
    days_of,
    discharged_by,
    is_under_section_8,
    notices_had,
    section_8_types_of,
    struck_from,
    terms_of,
)
from lles.casefile.register import OrderSaid, Remark
from lles.casefile.rules.order_strip import OrderDay
from lles.casefile.timeline import word
from lles.law.bilingual import Text, opening
from lles.law.days_in_force import InForce
from lles.law.findings import Finding
from lles.work.section_8.models import Care, Fostering
from lles.work.section_8.rules import (
    Bound,
    ChildOfCase,
    Fostered,
    OrderMade,
    check_order,
    check_what_is_asked,
    days_of_order,
)

PAGE = "section_8:facts"


@dataclass(frozen=True)
class AttachedRead:
    """What is attached to an order, the days on which it is in force, and the order that discharges it."""

    row: Attached
    days: InForce
    discharged_by: Order | None
    may_be_discharged: bool


@dataclass(frozen=True)
class OrderRead:
    """An order under section 8: what was read in it and is attached to it, what of that was recorded wrongly,
    its notices, what follows."""

    order: Order
    types: frozenset[str] | None
    terms: OrderTerms | None
    attached: Sequence[AttachedRead]
    struck: Sequence[Attached]
    notices: Sequence[NoticeHad]
    findings: tuple[Finding, ...]
    days: tuple[OrderDay, ...]


def care_of(case: Case) -> Mapping[int, Care]:
    """What is known of the care of each child, by the child; of whom nobody has recorded it is not there."""
    rows = Care.objects.filter(case=case).select_related("child", "by")
    return {row.child_id: row for row in rows.order_by("child_id", "-pk").distinct("child_id")}


def fostering_of(case: Case) -> Sequence[Fostering]:
    """What is known of foster parents, child by child."""
    rows = Fostering.objects.filter(case=case).select_related("child", "party", "by")
    return list(rows.order_by("child_id", "party_id", "-pk").distinct("child_id", "party_id"))


def earlier_facts(case: Case) -> Sequence[Care | Fostering]:
    """What was recorded before and stands no longer, the latest first."""
    stands = {one.pk for one in care_of(case).values()}
    care = Care.objects.filter(case=case).exclude(pk__in=stands).select_related("child", "by")
    stands = {one.pk for one in fostering_of(case)}
    fostering = Fostering.objects.filter(case=case).exclude(pk__in=stands)
    found: list[Care | Fostering] = [*care, *fostering.select_related("child", "party", "by")]
    return sorted(found, key=lambda one: one.at, reverse=True)


def child_of(case: Case, pk: int) -> Child | None:
    """A child of the case."""
    return case.children.filter(pk=pk).first()


def adults_of(case: Case) -> Sequence[Party]:
    """The adults of the case."""
    return list(case.parties.filter(is_organisation=False).order_by("pk"))


def fostering_row(case: Case, pk: int) -> Fostering | None:
    """One row about a foster parent of the case."""
    return Fostering.objects.filter(case=case, pk=pk).select_related("child", "party").first()


def section_8_order(case: Case, pk: int) -> Order | None:
    """An order of the case that is one under section 8."""
    order = case.orders.filter(pk=pk).first()
    return order if order is not None and is_under_section_8(order) else None


def orders_read(case: Case, today: date) -> tuple[OrderRead, ...]:
    """The orders of a case under section 8, the latest first."""
    parents, children = parents_together_of(case), _children(case)
    found = []
    orders = list(case.orders.order_by("-made_on", "-pk"))
    for order in orders:
        if is_under_section_8(order):
            types = section_8_types_of(order)
            terms, attached = terms_of(order), attached_to(order)
            made = _as_made(order, types, terms, attached)
            said = check_order(made, children, parents, today) if made else ()
            read = [_as_read(one, orders) for one in attached]
            struck = struck_from(order)
            days = _days(case, made, read, children, today) if made else ()
            found.append(OrderRead(order, types, terms, read, struck, notices_had([order]), said, days))
    return tuple(found)


def _days(
    case: Case,
    made: OrderMade,
    attached: Sequence[AttachedRead],
    children: Sequence[ChildOfCase],
    today: date,
) -> tuple[OrderDay, ...]:
    ceasing = days_of_ceasing(
        case, made.made_on, made.made_on, made.ends_on, today, of_living_alone=bool(made.is_only_about_living)
    )
    return days_of_order(
        made, children, [(_called(one.row), one.days) for one in attached],
        () if made.makes_arrangements is False else ceasing,
    )  # fmt: skip


def _called(one: Attached) -> Text:
    """What is attached, and whom it binds."""
    kind, name = word(f"attached.{one.kind}"), f": {one.party.name}" if one.party else ""
    return Text(en=f"{opening(kind.en)}{name}", cy=f"{opening(kind.cy)}{name}")


def _as_read(one: Attached, orders: Sequence[Order]) -> AttachedRead:
    return AttachedRead(one, days_of(one), discharged_by(one), bool(later_orders(one, orders)))


def attached_in(case: Case) -> QuerySet[Attached]:
    """What is attached to the orders of a case."""
    return Attached.objects.filter(order__case=case).select_related("order", "party")


def struck_in(order: Order) -> QuerySet[Attached]:
    """What was recorded wrongly of what is attached to an order."""
    return order.attached.exclude(wrong=None)


def later_orders(attached: Attached, orders: Sequence[Order]) -> Sequence[Order]:
    """Those of the orders of the case, of the same day or later, that can discharge what is attached to
    one."""
    order = attached.order
    first = order.made_on or date.min
    return [one for one in orders if one.pk != order.pk and one.made_on and one.made_on >= first]


def _as_made(
    order: Order, types: frozenset[str] | None, terms: OrderTerms | None, attached: Sequence[Attached]
) -> OrderMade | None:
    if order.made_on is None:
        return None
    bound = tuple(
        Bound(one.party.name, tuple(one.ties))
        for one in attached
        if one.kind == Attached.CONDITION and one.party
    )
    if terms is None:
        return OrderMade(types, order.made_on, conditions=bound)
    return OrderMade(
        types, order.made_on, terms.only_about_living, terms.varies, terms.ends_on, terms.carries_notice,
        bound,
    )  # fmt: skip


def _children(case: Case) -> tuple[ChildOfCase, ...]:
    care = care_of(case)
    rows = ((child, care.get(child.pk)) for child in case.children.all())
    return tuple(
        ChildOfCase(child.name, child.born_on, row.since if row else None, row.until if row else None)
        for child, row in rows
    )


def said_of_orders(case: Case, today: date) -> Mapping[int, OrderSaid]:
    """What there is to say of each order under section 8 where the orders of the case stand."""
    act = word("section_8_act.open")
    return {one.order.pk: OrderSaid(one.findings, PAGE, act) for one in orders_read(case, today)}


_LAST_CARE = """SELECT DISTINCT ON (one.child_id) one.child_id, one.since, one.until
  FROM section_8_care AS one
  WHERE one.case_id = casefile_case.id ORDER BY one.child_id, one.id DESC"""
_LAST_FOSTERING = """SELECT DISTINCT ON (one.child_id, one.party_id) one.* FROM section_8_fostering AS one
  WHERE one.case_id = casefile_case.id ORDER BY one.child_id, one.party_id, one.id DESC"""
IS_NEEDED = """(casefile_case.closed_at IS NULL AND casefile_case.law = 'private' AND (
  EXISTS (SELECT FROM section_8_care AS one WHERE one.case_id = casefile_case.id)
  OR EXISTS (SELECT FROM section_8_fostering AS one WHERE one.case_id = casefile_case.id)))"""
_CARE = f"""(SELECT json_agg(json_build_array(trim(c.first_name || ' ' || c.last_name), care.since,
    care.until) ORDER BY c.id) FROM ({_LAST_CARE}) AS care JOIN casefile_child AS c ON c.id = care.child_id
  WHERE care.since IS NOT NULL)"""
_FOSTERING = f"""(SELECT json_agg(json_build_array(trim(p.first_name || ' ' || p.last_name), f.since, f.until,
    f.has_consent, f.is_relative, f.lived_there_since) ORDER BY f.id)
  FROM ({_LAST_FOSTERING}) AS f JOIN casefile_party AS p ON p.id = f.party_id
  WHERE f.since IS NOT NULL AND p.role = 'applicant')"""
_KINDS = "(SELECT json_agg(a.kind) FROM casefile_application AS a WHERE a.case_id = casefile_case.id)"
_FILED = "coalesce(casefile_case.submitted_on, casefile_case.issued_on, casefile_case.received_on)"
_TODAY = "(now() AT TIME ZONE 'Europe/London')::date"


def remarks_column(officer: Officer) -> JSONObject:
    """What the rules need to know of a case: who is in care, which applicants foster, and what is asked."""
    return JSONObject(
        care=RawSQL(_CARE, (), output_field=JSONField()),
        fostering=RawSQL(_FOSTERING, (), output_field=JSONField()),
        kinds=RawSQL(_KINDS, (), output_field=JSONField()),
        filed=RawSQL(_FILED, (), output_field=DateField()),
        today=RawSQL(_TODAY, (), output_field=DateField()),
        reference=F("reference"),
    )


def remarks_from(column: Mapping[str, Any]) -> Sequence[Remark]:
    """What the law says of an order about a child in care, and of an applicant who fosters (S8-CARE,
    S8-FOSTER)."""
    children = [
        ChildOfCase(name, care_from=_day(since), care_to=_day(until))
        for name, since, until in column["care"] or ()
    ]
    fostered = [
        Fostered(name, date.fromisoformat(since), _day(until), consent, relative, _day(lived))
        for name, since, until, consent, relative, lived in column["fostering"] or ()
    ]
    found = check_what_is_asked(
        column["kinds"] or (), children, fostered, _day(column["filed"]),
        date.fromisoformat(column["today"]),
    )  # fmt: skip
    return tuple(Remark(one.says, PAGE, column["reference"], is_warning=True) for one in found)


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None
