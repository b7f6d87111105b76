"""What can be recorded of an enforcement: no day before the order it rests on, no hours that nobody was asked
to do, no report without what it is about (ENF-DAYS, ENF-HOURS, ENF-MON)."""

from collections.abc import Iterable
from datetime import date

from lles.law.findings import Finding, Weight
from lles.law.plurals import counted
from lles.work.enforcement.rules.clock import Suspension
from lles.work.enforcement.rules.provisions import enforcement_law


def failure_is_not_before_its_order(on: date, ordered_on: date | None) -> Finding | None:
    """Bar a failure before the child arrangements order was first made (ENF-DAYS)."""
    if ordered_on is None or on >= ordered_on:
        return None
    return enforcement_law()["ENF-DAYS"].finding("failure_early", on=on, ordered=ordered_on)


def notice_is_not_before_its_order(on: date, ordered_on: date | None) -> Finding | None:
    """Bar a warning notice before the child arrangements order that carries it (ENF-DAYS)."""
    if ordered_on is None or on >= ordered_on:
        return None
    return enforcement_law()["ENF-DAYS"].finding("notice_early", on=on, ordered=ordered_on)


def order_is_not_after_what_rests_on_it(
    ordered_on: date | None, failures: Iterable[date], notices: Iterable[date]
) -> tuple[Finding, ...]:
    """Bar a day of the child arrangements order after a failure or a notice on the file (ENF-DAYS)."""
    provision, first = (
        enforcement_law()["ENF-DAYS"],
        (min(failures, default=None), min(notices, default=None)),
    )
    return tuple(
        provision.finding(f"order_after_{what}", on=on, ordered=ordered_on)
        for what, on in zip(("failure", "notice"), first, strict=True)
        if on is not None and ordered_on is not None and on < ordered_on
    )


def court_finds_after_the_failure(on: date, failed_on: date, issued_on: date | None) -> Finding | None:
    """Bar what the court found before the failure; warn of it before the application (ENF-DAYS)."""
    provision = enforcement_law()["ENF-DAYS"]
    if on < failed_on:
        return provision.finding("found_early", on=on, failed=failed_on)
    if issued_on is not None and on < issued_on:
        return provision.finding("found_unasked", weight=Weight.WARNS, on=on, issued=issued_on)
    return None


def compensation_comes_after_what_it_is_for(
    on: date, failed_on: date | None, issued_on: date | None
) -> Finding | None:
    """Bar compensation that is ordered before the first failure; warn of it before the application
    (ENF-DAYS)."""
    provision = enforcement_law()["ENF-DAYS"]
    if failed_on is not None and on < failed_on:
        return provision.finding("compensation_early", on=on, failed=failed_on)
    if issued_on is not None and on < issued_on:
        return provision.finding("compensation_unasked", weight=Weight.WARNS, on=on, issued=issued_on)
    return None


def something_happens_under_an_order(
    on: date, made_on: date | None, *, has_order: bool, may_come_first: bool = False
) -> Finding | None:
    """Bar what happens under an enforcement order without one or before it; what may be known before the
    order warns (ENF-DAYS)."""
    provision = enforcement_law()["ENF-DAYS"]
    if not has_order:
        return None if may_come_first else provision.finding("no_order")
    if made_on is None or on >= made_on:
        return None
    weight = Weight.WARNS if may_come_first else Weight.BARS
    return provision.finding("happened_early", weight=weight, on=on, made=made_on)


def own_notice_is_not_before_its_order(on: date | None, made_on: date) -> Finding | None:
    """Bar a notice of the enforcement order before that order (ENF-DAYS)."""
    if on is None or on >= made_on:
        return None
    return enforcement_law()["ENF-DAYS"].finding("own_notice_early", on=on, made=made_on)


def hours_done_are_not_more_than_asked(done: int, asked: int | None, on: date) -> Finding | None:
    """Bar more hours done than the order asks; while nobody recorded those, warn above the most of the
    Schedule (ENF-HOURS)."""
    provision = enforcement_law()["ENF-HOURS"]
    if asked is None:
        most = provision.number("most_hours", on)
        if done <= most:
            return None
        hours, allowed = counted("hour", done), counted("hour", most)
        return provision.finding("done_unknown", weight=Weight.WARNS, done=hours, most=allowed)
    if done <= asked:
        return None
    return provision.finding("done_above", done=counted("hour", done), asked=counted("hour", asked))


def order_asks_no_fewer_hours_than_are_done(asked: int, done: int) -> Finding | None:
    """Bar an order that asks fewer hours than are recorded as done (ENF-HOURS)."""
    if asked >= done:
        return None
    told, wanted = counted("hour", done), counted("hour", asked)
    return enforcement_law()["ENF-HOURS"].finding("asked_below", done=told, asked=wanted)


def hours_are_done_in_time(on: date, last_on: date | None) -> Finding | None:
    """Warn of hours after the last day for the work (ENF-DAYS)."""
    if last_on is None or on <= last_on:
        return None
    return enforcement_law()["ENF-DAYS"].finding("hours_late", weight=Weight.WARNS, on=on, last=last_on)


def hours_are_not_done_while_suspended(on: date, suspensions: Iterable[Suspension]) -> Finding | None:
    """Warn of hours on a day on which the court had suspended the order (ENF-DAYS)."""
    for one in suspensions:
        if one.first_on <= on and (one.last_on is None or on <= one.last_on):
            provision = enforcement_law()["ENF-DAYS"]
            return provision.finding("hours_suspended", weight=Weight.WARNS, on=on, since=one.first_on)
    return None


def enforcement_ends_after_it_began(
    on: date, made_on: date | None, issued_on: date | None, last_recorded_on: date | None
) -> Finding | None:
    """Bar an end before the enforcement order, or before the application where there is none; warn of one
    before something that is recorded (ENF-DAYS)."""
    provision = enforcement_law()["ENF-DAYS"]
    if made_on is not None and on < made_on:
        return provision.finding("end_before_order", on=on, made=made_on)
    if made_on is None and issued_on is not None and on < issued_on:
        return provision.finding("end_before_application", on=on, issued=issued_on)
    if last_recorded_on is not None and on < last_recorded_on:
        return provision.finding("end_before_record", weight=Weight.WARNS, on=on, last=last_recorded_on)
    return None


def work_is_done_before_it_is_said_to_be(done: int, asked: int | None) -> Finding | None:
    """Warn that the work is said to be done while fewer hours were told to us (ENF-HOURS)."""
    if asked is None or done >= asked:
        return None
    told, wanted = counted("hour", done), counted("hour", asked)
    return enforcement_law()["ENF-HOURS"].finding("done_short", weight=Weight.WARNS, done=told, asked=wanted)


def time_is_over_before_work_is_said_to_be_missing(on: date, last_on: date | None) -> Finding | None:
    """Warn that the work is said not to be done in its time while that goes on (ENF-DAYS)."""
    if last_on is None or on > last_on:
        return None
    return enforcement_law()["ENF-DAYS"].finding("time_left", weight=Weight.WARNS, on=on, last=last_on)


def report_has_what_it_is_about(kind: str, *, is_recorded: bool) -> Finding | None:
    """Bar a report of a failure, of somebody unsuitable or of an end that is not on the file (ENF-MON)."""
    if is_recorded or kind not in ("failure", "unsuitable", "end"):
        return None
    return enforcement_law()["ENF-MON"].finding(f"no_{kind}", weight=Weight.BARS)


def report_tells_something_new(told_on: date | None) -> Finding | None:
    """Warn of a report on what the court was told before (ENF-MON)."""
    if told_on is None:
        return None
    return enforcement_law()["ENF-MON"].finding("told_before", weight=Weight.WARNS, told=told_on)


def end_report_is_not_early(done: int, asked: int | None, last_on: date | None, on: date) -> Finding | None:
    """Warn of a last report while work is left and its last day is to come (ENF-MON)."""
    if asked is None or last_on is None or done >= asked or on > last_on:
        return None
    told, wanted = counted("hour", done), counted("hour", asked)
    return enforcement_law()["ENF-MON"].finding(
        "early", weight=Weight.WARNS, done=told, asked=wanted, last=last_on
    )
