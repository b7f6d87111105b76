"""What can be recorded of an activity: no day before the order that asks it (ACT-DAYS)."""

from datetime import date

from lles.law.findings import Finding, Weight
from lles.work.activities.rules.provisions import activities_law


def nothing_comes_before_its_order(what: str, on: date | None, made_on: date | None) -> Finding | None:
    """Bar what happened, an end or a certificate of a day before the order was made (ACT-DAYS)."""
    if on is None or made_on is None or on >= made_on:
        return None
    return activities_law()["ACT-DAYS"].finding(f"{what}_early", on=on, made=made_on)


def session_is_on_a_day_on_which_something_is_asked(on: date, last_on: date | None) -> Finding | None:
    """Warn of a session after the last day, when nobody has to take part any more (ACT-DAYS)."""
    if last_on is None or on <= last_on:
        return None
    provision = activities_law()["ACT-DAYS"]
    return provision.finding("session_late", weight=Weight.WARNS, on=on, last=last_on)


def activity_ends_after_what_happened(on: date, last_recorded_on: date | None) -> Finding | None:
    """Warn of an end before something that is recorded (ACT-DAYS)."""
    if last_recorded_on is None or on >= last_recorded_on:
        return None
    provision = activities_law()["ACT-DAYS"]
    return provision.finding("end_before_record", weight=Weight.WARNS, on=on, last=last_recorded_on)


def order_comes_before_what_happened(made_on: date | None, first_recorded_on: date | None) -> Finding | None:
    """Warn of an order after something that is recorded, as a place that was booked before it (ACT-DAYS)."""
    if made_on is None or first_recorded_on is None or first_recorded_on >= made_on:
        return None
    provision = activities_law()["ACT-DAYS"]
    return provision.finding("order_late", weight=Weight.WARNS, on=first_recorded_on, made=made_on)
