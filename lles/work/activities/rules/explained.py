"""The computed days of activities by the id of their rule, for `lles law explain`."""

from collections.abc import Mapping

from lles.law.periods import Reckoning, months_beginning_with
from lles.law.stated import Explanations, stated_day, stated_number
from lles.work.activities.rules.provisions import activities_law


def _period(facts: Mapping[str, str]) -> Reckoning:
    starts_on, months = stated_day(facts, "start"), stated_number(facts, "months")
    return months_beginning_with(starts_on, months, provision=activities_law()["ACT-MONITOR"])


EXPLAINED: Explanations = {"ACT-MONITOR": _period}
