"""What stands against something that somebody records of an activity, as the file has it."""

from datetime import date

from lles.law.findings import Finding
from lles.work.activities import rules
from lles.work.activities.models import Activity
from lles.work.activities.queries.facts import SESSIONS, happened_of, last_day_of


def _made_on(activity: Activity) -> date | None:
    return activity.order.made_on if activity.order else None


def against_happened(activity: Activity, kind: str, on: date) -> tuple[Finding, ...]:
    """Against something that happened on a day."""
    last = last_day_of(activity) if kind in SESSIONS else None
    found = rules.nothing_comes_before_its_order(
        "happened", on, _made_on(activity)
    ) or rules.session_is_on_a_day_on_which_something_is_asked(on, last)
    return (found,) if found else ()


def against_end(activity: Activity, on: date, certificate_on: date | None) -> tuple[Finding, ...]:
    """Against an end as somebody records it, and the day of its certificate."""
    made_on = _made_on(activity)
    last = max(happened_of(activity).values_list("on", flat=True), default=None)
    found = (
        rules.nothing_comes_before_its_order("end", on, made_on)
        or rules.activity_ends_after_what_happened(on, last),
        rules.nothing_comes_before_its_order("certificate", certificate_on, made_on),
    )
    return tuple(one for one in found if one is not None)


def against_order(activity: Activity | None, made_on: date | None) -> tuple[Finding, ...]:
    """Against the day of the order by which an activity is said to be asked."""
    happened = happened_of(activity).values_list("on", flat=True) if activity else ()
    found = rules.order_comes_before_what_happened(made_on, min(happened, default=None))
    return (found,) if found else ()
