"""One rule explained with facts that a person states: the engine behind `lles law explain RULE key=value`."""

from collections.abc import Mapping

from lles.law import periods
from lles.law.bilingual import Language, Text
from lles.law.calendar import court_calendar, information_calendar
from lles.law.counting import counting_law
from lles.law.lawbook import duties, provision_lines
from lles.law.periods import Reckoning
from lles.law.provisions import Law
from lles.law.stated import (
    Explained,
    Explanations,
    FactMissing,
    FactUnreadable,
    Read,
    stated_day,
    stated_number,
)


class UnknownRule(LookupError):
    """No provision bears that id."""


def explain(rule: str, facts: Mapping[str, str], language: Language, table: Explanations, law: Law) -> str:
    """A rule applied to the stated facts, or the provision itself when no facts are stated."""
    id_ = rule.strip().upper()
    if duty := next((duty for duty in duties() if duty.id == id_), None):
        return f"{duty.says.said(language)}\n\n{duty.citation.said(language)}"
    provision = {**counting_law(), **law}.get(id_)
    if provision is None:
        raise UnknownRule(f"no rule is called {rule}")
    found = reckoned(rule, facts, table)
    if found is None:
        return _said(provision_lines(provision), language)
    return f"{provision.says.said(language)}\n\n{found.explain(language)}"


def reckoned(rule: str, facts: Mapping[str, str], table: Explanations) -> Explained | None:
    """What a rule makes of the stated facts, None where it reckons nothing; a fact it does not read is
    refused."""
    reckoner = {**COUNTING, **table}.get(rule.strip().upper())
    if reckoner is None or not facts:
        return None
    read = Read(facts)
    found = reckoner(read)
    if unread := read.unread():
        raise FactUnreadable(f"this rule does not read {', '.join(unread)}")
    return found


def _said(lines: tuple[tuple[Text, Text], ...], language: Language) -> str:
    return "\n".join(f"{label.said(language)}: {value.said(language)}" for label, value in lines)


def _beginning(facts: Mapping[str, str]) -> Reckoning:
    starts, provision = stated_day(facts, "start"), counting_law()["CAL-BEGINNING"]
    if "months" in facts:
        return periods.months_beginning_with(starts, stated_number(facts, "months"), provision=provision)
    if "weeks" in facts:
        return periods.weeks_beginning_with(starts, stated_number(facts, "weeks"), provision=provision)
    raise FactMissing("months=NUMBER or weeks=NUMBER is needed")


def _within(facts: Mapping[str, str]) -> Reckoning:
    return periods.within_days(stated_day(facts, "start"), stated_number(facts, "days"), court_calendar())


def _subject_access(facts: Mapping[str, str]) -> Reckoning:
    received_on, provision = stated_day(facts, "receipt"), counting_law()["SAR-1M"]
    months = provision.number("months", received_on)
    return periods.subject_access(received_on, months, court_calendar(), provision=provision)


COUNTING: Explanations = {
    "CAL-AFTER-WD": lambda facts: periods.working_days_after(
        stated_day(facts, "start"), stated_number(facts, "days"), court_calendar()
    ),
    "CAL-BEFORE-WD": lambda facts: periods.clear_working_days_before(
        stated_day(facts, "hearing"), stated_number(facts, "days"), court_calendar()
    ),
    "CAL-BEGINNING": _beginning,
    "CAL-CLEAR": _within,
    "CAL-CLOSED": _within,
    "CAL-FOIA": lambda facts: periods.working_days_after(
        stated_day(facts, "receipt"), stated_number(facts, "days"), information_calendar()
    ),
    "CAL-MONTH": lambda facts: periods.add_months(stated_day(facts, "start"), stated_number(facts, "months")),
    "CAL-SHORT": _within,
    "SAR-1M": _subject_access,
}
