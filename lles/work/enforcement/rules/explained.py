"""The computed days of enforcement by the id of their rule, for `lles law explain`."""

from collections.abc import Mapping

from lles.law.calendar import court_calendar
from lles.law.due import Due
from lles.law.order_clock import OrderFacts
from lles.law.periods import Reckoning, add_months
from lles.law.stated import Explanations, stated_day, stated_day_or_none, stated_due
from lles.work.enforcement.rules.application import (
    enforcement_application_is_listed_within_working_days,
    further_failures_are_reported_until,
)
from lles.work.enforcement.rules.clock import unpaid_work_period
from lles.work.enforcement.rules.provisions import enforcement_law
from lles.work.enforcement.rules.reports import report_of_what_probation_reports_due


def _checks(facts: Mapping[str, str]) -> Reckoning:
    ordered_on, provision = stated_day(facts, "order"), enforcement_law()["ENF-CHECKS"]
    return add_months(ordered_on, provision.number("months", ordered_on), provision=provision)


def _work(facts: Mapping[str, str]) -> Reckoning:
    made_on, starts_on = stated_day(facts, "made"), stated_day_or_none(facts, "start")
    return unpaid_work_period(OrderFacts(made_on, starts_on)).limit


def _report(facts: Mapping[str, str]) -> Due:
    return stated_due(report_of_what_probation_reports_due(stated_day(facts, "heard"), court_calendar()))


EXPLAINED: Explanations = {
    "ENF-LIST": lambda facts: enforcement_application_is_listed_within_working_days(
        stated_day(facts, "issued"), court_calendar()
    ),
    "ENF-CHECKS": _checks,
    "ENF-HOURS": _work,
    "ENF-PROBATION": lambda facts: further_failures_are_reported_until(stated_day(facts, "warning")),
    "ENF-REPORT": _report,
}
