"""The computed days of activities by the id of their rule, for `lles law explain`."""

from collections.abc import Mapping

from lles.law.calendar import court_calendar
from lles.law.due import Due
from lles.law.periods import Reckoning, months_beginning_with
from lles.law.stated import Explanations, stated_day, stated_due, stated_number
from lles.work.activities.rules.provisions import activities_law
from lles.work.activities.rules.reports import end_of_an_activity_is_known, report_of_a_failure_due


def _period(facts: Mapping[str, str]) -> Reckoning:
    starts_on, months = stated_day(facts, "start"), stated_number(facts, "months")
    return months_beginning_with(starts_on, months, provision=activities_law()["ACT-MONITOR"])


def _failure(facts: Mapping[str, str]) -> Due:
    return stated_due(report_of_a_failure_due(stated_day(facts, "heard"), court_calendar()))


def _end(facts: Mapping[str, str]) -> Due:
    return stated_due(end_of_an_activity_is_known(stated_day(facts, "last"), court_calendar()))


EXPLAINED: Explanations = {
    "ACT-END": _end,
    "ACT-MONITOR": _period,
    "ACT-REPORT": _failure,
}
