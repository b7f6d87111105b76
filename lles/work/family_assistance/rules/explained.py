"""The computed days of family assistance orders by the id of their rule, for `lles law explain`."""

from collections.abc import Mapping

from lles.law.due import Due
from lles.law.order_clock import OrderFacts
from lles.law.periods import Reckoning
from lles.law.stated import (
    Explanations,
    stated_day,
    stated_day_or_none,
    stated_due,
    stated_time_or_none,
)
from lles.work.family_assistance.rules.clock import (
    family_assistance_period,
    plan_is_reviewed_before_the_order_ends,
)
from lles.work.family_assistance.rules.content import directed_report_due


def _whole(facts: Mapping[str, str]) -> Reckoning:
    return family_assistance_period(OrderFacts(stated_day(facts, "made"))).limit


def _review(facts: Mapping[str, str]) -> Reckoning:
    return plan_is_reviewed_before_the_order_ends(stated_day(facts, "made"), stated_day(facts, "end"))


def _report(facts: Mapping[str, str]) -> Due:
    ordered_on, ordered_time = stated_day_or_none(facts, "ordered"), stated_time_or_none(facts, "time")
    return stated_due(directed_report_due(ordered_on, ordered_time, stated_day_or_none(facts, "end")))


EXPLAINED: Explanations = {
    "FAO-DURATION-DEFAULT": _whole,
    "FAO-DURATION-MAX": _whole,
    "FAO-REVIEW": _review,
    "FAO-REPORT": _report,
}
