"""The computed days of monitoring orders by the id of their rule, for `lles law explain`."""

from collections.abc import Mapping

from lles.law.calendar import court_calendar
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
from lles.work.monitoring.rules.clock import first_call_by, monitoring_period
from lles.work.monitoring.rules.monitoring import breach_report_due, directed_report_due


def _longest(facts: Mapping[str, str]) -> Reckoning:
    starts_on = stated_day(facts, "start")
    return monitoring_period(OrderFacts(stated_day_or_none(facts, "made") or starts_on, starts_on)).limit


def _report(facts: Mapping[str, str]) -> Due:
    ordered_on, ordered_time = stated_day_or_none(facts, "ordered"), stated_time_or_none(facts, "time")
    if "breach" in facts:
        confirmed_on = stated_day(facts, "breach")
        return stated_due(
            breach_report_due(
                confirmed_on, court_calendar(), ordered_on=ordered_on, ordered_time=ordered_time
            )
        )
    return stated_due(directed_report_due(ordered_on, ordered_time, stated_day_or_none(facts, "end")))


EXPLAINED: Explanations = {
    "MON-PERIOD": _longest,
    "MON-METHOD": lambda facts: first_call_by(stated_day(facts, "start"), court_calendar()),
    "MON-REPORT": _report,
}
