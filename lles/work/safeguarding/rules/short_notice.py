"""A hearing that comes before the letter can be ready, and what is missing before one (SG-SHORTNOTICE,
SG-NOTREADY, SG-UPDATE)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lles.casefile.rules.partial_days import last_day_of
from lles.law.bilingual import Text
from lles.law.calendar import Calendar
from lles.law.due import Due, reckons
from lles.law.findings import Finding
from lles.law.not_reckoned import NotReckoned
from lles.law.periods import clear_working_days_before, working_days_after, working_days_before
from lles.work.safeguarding.rules.checks import note_to_court_due
from lles.work.safeguarding.rules.provisions import safeguarding_law

SHORT_NOTICE, NOT_READY, UPDATE = "SG-SHORTNOTICE", "SG-NOTREADY", "SG-UPDATE"


@dataclass(frozen=True)
class ShortNoticeFacts:
    """The day the service had the application, the first hearing that anybody attends, the day the letter is
    due where that is known, and the day by which the police have answered or are expected to, where they were
    asked about everybody."""

    received_on: date
    hearing_on: date | None
    letter_due_on: date | None = None
    police_by: date | None = None


def court_is_told_where_the_hearing_comes_before_the_letter(
    facts: ShortNoticeFacts, calendar: Calendar
) -> Finding | None:
    """Says that the hearing comes before the letter can be ready: before the police can have answered, or
    before the letter is due for a later one (SG-SHORTNOTICE)."""
    hearing, due = facts.hearing_on, facts.letter_due_on
    if hearing is None or hearing < facts.received_on:
        return None
    law = safeguarding_law()
    if due is not None and hearing <= due:
        return law[SHORT_NOTICE].finding("before_the_letter", hearing=hearing, letter=due)
    try:
        days_before = law["SG-LETTER-BEFORE"].number("working_days", hearing)
        target = clear_working_days_before(hearing, days_before, calendar).result
        days = law[SHORT_NOTICE].number("working_days", facts.received_on)
        earliest = facts.police_by or working_days_after(facts.received_on, days, calendar).result
    except NotReckoned:
        return None
    if target >= earliest:
        return None
    return law[SHORT_NOTICE].finding("too_soon", hearing=hearing, target=target, earliest=earliest)


@reckons(SHORT_NOTICE)
def short_notice_due(facts: ShortNoticeFacts, calendar: Calendar) -> Due:
    """The working day before the hearing, and never before the application came (SG-SHORTNOTICE)."""
    provision = safeguarding_law()[SHORT_NOTICE]
    found = court_is_told_where_the_hearing_comes_before_the_letter(facts, calendar)
    if facts.hearing_on is None or found is None:
        raise NotReckoned(provision.sentence("no_hearing") if facts.hearing_on is None else provision.says)
    days = provision.number("working_days_before", facts.hearing_on)
    before = working_days_before(facts.hearing_on, days, calendar, provision=provision)
    on = max(before.result, facts.received_on)
    return Due(on, None, SHORT_NOTICE, None, None, None, (before,), found.says)


@reckons(NOT_READY)
def note_due(hearing_on: date | None, calendar: Calendar) -> Due:
    """The working day before the first hearing; the task comes up shortly before it (SG-NOTREADY)."""
    provision = safeguarding_law()[NOT_READY]
    if hearing_on is None:
        raise NotReckoned(provision.sentence("no_hearing"))
    reckoning = note_to_court_due(hearing_on, calendar)
    days = provision.number("comes_up_working_days", hearing_on)
    says = provision.sentence("due", hearing=hearing_on, due=reckoning.result)
    comes_up_on = calendar.working_day_before(hearing_on, days)
    return Due(
        reckoning.result, None, NOT_READY, None, None, None, (reckoning,), says, comes_up_on=comes_up_on
    )


@dataclass(frozen=True)
class News:
    """One thing that is new since the letter, with the day on which it came: the word of an answer and from
    when to when it was, as far as that was told; or something that is urgent in itself."""

    came_on: date
    outcome: str = ""
    began: str = ""
    ended: str = ""
    is_urgent: bool = False


def bears_on_safety_now(news: News) -> bool:
    """Whether the court hears of it at once: what is recent, what has not ended, and what nobody dates
    (SG-UPDATE)."""
    provision = safeguarding_law()[UPDATE]
    if news.is_urgent:
        return True
    recent_from = news.came_on - timedelta(days=provision.number("recent_days", news.came_on))
    if news.outcome in str(provision.value("urgent_events", news.came_on)).split():
        last = news.ended or news.began
        return not last or last_day_of(last) >= recent_from
    if news.outcome in str(provision.value("urgent_states", news.came_on)).split():
        return not news.ended or last_day_of(news.ended) >= recent_from
    return False


@reckons(UPDATE)
def update_due(news: Sequence[News], count: int, hearing_on: date | None, calendar: Calendar) -> Due:
    """The working day before the next hearing, with how much is new since the letter; what bears on safety
    now is told by the working day after it came, whether a hearing is listed or not (SG-UPDATE)."""
    provision = safeguarding_law()[UPDATE]
    found = []
    if urgent := [one.came_on for one in news if bears_on_safety_now(one)]:
        days = provision.number("urgent_working_days", min(urgent))
        at_once = working_days_after(min(urgent), days, calendar, provision=provision)
        found.append((at_once, provision.sentence("urgent", count=count, due=at_once.result)))
    if hearing_on is not None:
        days = provision.number("working_days_before", hearing_on)
        before = working_days_before(hearing_on, days, calendar, provision=provision)
        found.append((before, provision.sentence("before_hearing", count=count, hearing=hearing_on)))
    if not found:
        raise NotReckoned(provision.sentence("no_hearing", count=count))
    reckoning, says = min(found, key=lambda one: one[0].result)
    return Due(reckoning.result, None, UPDATE, None, None, None, (reckoning,), says)


@reckons(UPDATE)
def outstanding_due(hearing_on: date | None, calendar: Calendar) -> Due:
    """What the letter says to be outstanding is there for an update before the next hearing (SG-UPDATE)."""
    provision = safeguarding_law()[UPDATE]
    if hearing_on is None:
        raise NotReckoned(provision.sentence("outstanding_no_hearing"))
    days = provision.number("working_days_before", hearing_on)
    before = working_days_before(hearing_on, days, calendar, provision=provision)
    says = provision.sentence("outstanding", hearing=hearing_on)
    return Due(before.result, None, UPDATE, None, None, None, (before,), says)


def short_notice_remark(why: Text) -> Text:
    """What the case says on top while a short-notice letter is to be written (SG-SHORTNOTICE)."""
    return safeguarding_law()[SHORT_NOTICE].sentence("remark", why=why)
