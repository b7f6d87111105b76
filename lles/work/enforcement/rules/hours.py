"""How many hours of unpaid work an enforcement order may ask (ENF-HOURS)."""

from datetime import date

from lles.law.findings import Finding
from lles.law.plurals import counted
from lles.law.provisions import Provision
from lles.work.enforcement.rules.provisions import enforcement_law


def unpaid_work_keeps_to_its_hours(
    hours: int, made_on: date | None, added_to: tuple[int, ...] = ()
) -> tuple[Finding, ...]:
    """Bar fewer or more hours than the Schedule has, alone or with the other orders to whose hours these are
    added; orders that run together are not among those. Where nobody knows the day of the order, what the
    Schedule has on no day (ENF-HOURS)."""
    provision = enforcement_law()["ENF-HOURS"]
    fewest, most = _fewest_and_most(provision, made_on)
    if hours < fewest:
        few = provision.finding("too_few", hours=counted("hour", hours), fewest=counted("hour", fewest))
        return (few,)
    if hours > most:
        many = provision.finding("too_many", hours=counted("hour", hours), most=counted("hour", most))
        return (many,)
    if (total := hours + sum(added_to)) > most:
        hours_in_all, longest = counted("hour", total), counted("hour", most)
        return (provision.finding("too_many_in_all", hours=hours_in_all, most=longest),)
    return ()


def _fewest_and_most(provision: Provision, made_on: date | None) -> tuple[int, int]:
    if made_on is not None:
        return provision.number("fewest_hours", made_on), provision.number("most_hours", made_on)
    ever = {end: [int(one.value) for one in provision.values if one.key == end] for end in _ENDS}
    return min(ever["fewest_hours"]), max(ever["most_hours"])


_ENDS = ("fewest_hours", "most_hours")
