"""Rules of the child impact report, pure: when it is due, who writes it and what it says (PF-*)."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from functools import cache
from pathlib import Path

from lles.law.bilingual import Text
from lles.law.calendar import Calendar, court_calendar
from lles.law.due import Due, DueDay, ordered_due, reckons
from lles.law.findings import Finding, Weight
from lles.law.not_reckoned import NotReckoned
from lles.law.periods import Reckoning, add_weeks, minus_weeks
from lles.law.plurals import counted
from lles.law.provisions import Law, load
from lles.law.stated import Explanations, stated_day_or_none, stated_due, stated_time_or_none

DUTIES = ("CA04-S35-1-A", "CA04-S35-1-B", "CA89-S7-5", "CJCSA00-S12-1-A", "CJCSA00-S12-1-B")


@dataclass(frozen=True)
class ReportDueFacts:
    """What the due day hangs on: the day an order sets, else the order's own day, else receipt; and the first
    hearing that anybody attends, with whether it is the one so called, which the pathway does not have."""

    ordered_on: date | None
    ordered_time: time | None
    order_made_on: date | None
    received_on: date | None
    court_code: str | None
    hearing_on: date | None = None
    is_first_hearing: bool = False


@cache
def impact_report_law() -> Law:
    """The provisions of the child impact report by their ids."""
    return load(Path(__file__).parent / "law.toml")


def report_due(facts: ReportDueFacts, calendar: Calendar, law: Law | None = None) -> DueDay:
    """The day of the order, else a planning day some weeks on, or why there is none (PF-CIR-DUE)."""
    planned = _planned(facts, calendar, law or impact_report_law())
    if facts.ordered_on is None:
        return planned
    return ordered_due(facts.ordered_on, facts.ordered_time, None)


@reckons("PF-CIR-DUE")
def _planned(facts: ReportDueFacts, calendar: Calendar, law: Law) -> Due:
    provision = law["PF-CIR-DUE"]
    starts = facts.order_made_on or facts.received_on
    if starts is None:
        raise NotReckoned(provision.sentence("nothing_known"))
    n = provision.number("weeks", starts, facts.court_code)
    counting = add_weeks(starts, n, provision=provision)
    heard = _heard_before(facts, counting.result, law)
    reckoning = replace(counting, warnings=(*calendar.warnings([counting.result]), *heard))
    sentence = "from_order" if facts.order_made_on else "from_receipt"
    says = provision.sentence(sentence, due=reckoning.result, count=counted("week", n), starts=starts)
    notes = (provision.finding("planned", weight=Weight.NOTES), *_closed(reckoning, calendar, law))
    return Due(reckoning.result, None, provision.id, None, None, None, (reckoning,), says, notes)


def _heard_before(facts: ReportDueFacts, planned: date, law: Law) -> Iterator[Text]:
    """That a hearing is listed before the report can be there, or is one that the pathway does not have."""
    hearing, provision = facts.hearing_on, law["PF-CIR-DUE"]
    if hearing is not None and facts.is_first_hearing:
        yield provision.sentence("first_hearing", hearing=hearing)
    elif hearing is not None and (facts.received_on or hearing) <= hearing < planned:
        yield provision.sentence("hearing_before", hearing=hearing)


def _closed(reckoning: Reckoning, calendar: Calendar, law: Law) -> tuple[Finding, ...]:
    reason = calendar.closure(reckoning.result)
    if reason is None:
        return ()
    return (law["PF-CIR-DUE"].finding("closed_day", weight=Weight.NOTES, reason=reason),)


def who_writes_the_report(order_made_on: date, authority_last_involved_on: date | None) -> Finding | None:
    """Warn where a local authority, involved in the weeks before, should write the report (PF-WHO)."""
    provision = impact_report_law()["PF-WHO"]
    n = provision.number("weeks", order_made_on)
    since = minus_weeks(order_made_on, n, provision=provision).result
    if authority_last_involved_on is None or authority_last_involved_on < since:
        return None
    return provision.finding("authority", day=authority_last_involved_on)


def report_says_each_required_thing(
    said: Collection[str], not_done_because: Collection[str]
) -> tuple[Finding, ...]:
    """Each required section is there, or the report says why not (PF-CIR-CONTENT)."""
    provision = impact_report_law()["PF-CIR-CONTENT"]
    required = str(provision.values[0].value).split()
    silent = [section for section in required if section not in {*said, *not_done_because}]
    return tuple(provision.finding(section, facts=(("section", section),)) for section in silent)


def _due(facts: Mapping[str, str]) -> Due:
    found = report_due(
        ReportDueFacts(
            ordered_on=stated_day_or_none(facts, "ordered"),
            ordered_time=stated_time_or_none(facts, "time"),
            order_made_on=stated_day_or_none(facts, "order"),
            received_on=stated_day_or_none(facts, "receipt"),
            court_code=facts.get("court"),
        ),
        court_calendar(),
    )
    return stated_due(found)


EXPLAINED: Explanations = {"PF-CIR-DUE": _due}
PROVISIONS = impact_report_law()
