"""The lines of Today in the language of the page: worked out once for each line, so that the page only sets
them."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lles.casefile.access import Verb
from lles.casefile.queries.provisions import provision_of
from lles.casefile.register import titles_of
from lles.casefile.rules.days import working_days_until
from lles.casefile.rules.spoken_languages import is_a_language
from lles.casefile.views.addresses import address
from lles.casefile.views.tasks import CALLS, address_of, hour_is_past, needed_for
from lles.law.bilingual import Text, day_in_words
from lles.law.due import ORDER_WINS, last_arguable_in
from lles.site.frame.words import clock, short_day

if TYPE_CHECKING:
    from lles.casefile.queries.desk import Desk, HearingAhead, ToReach
    from lles.casefile.queries.today import TodayTask
    from lles.casefile.views.say import Say
    from lles.law.bilingual import Language
    from lles.law.calendar import Calendar
    from lles.work.meetings.queries import MeetingAhead

A_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a day is the day: the paragraphs, the law behind it, and the page that counts the days."""

    question: str
    says: tuple[str, ...]
    source: str
    rule: str
    counted_at: str


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do; `calls` are the presses that say of an adult that nobody answered."""

    title: str
    reference: str
    case: str
    children: str
    is_urgent: bool
    is_late: bool
    due: str
    reason: Reason | None
    notes: tuple[str, ...]
    calls: tuple[tuple[str, str], ...]
    act: str
    href: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What stands in the head of the page."""

    late: int
    this_week: int
    to_sign: int
    all: int


def counts(tasks: Sequence[TodayTask], today: date) -> Counts:
    """How much is late, due until the end of this week, and waiting for the reader's own signature."""
    sunday = today + timedelta(days=6 - today.weekday())
    return Counts(
        late=sum(task.is_late(today) for task in tasks),
        this_week=sum(task.due_on is not None and today <= task.due_on <= sunday for task in tasks),
        to_sign=sum(task.kind.needs is Verb.APPROVE for task in tasks),
        all=len(tasks),
    )


def since(at: datetime) -> str:
    """From when something counts as new: a moment, or simply a day where it is counted from its start."""
    if timezone.localtime(at).time() == time.min:
        return _("Came in since %(day)s") % {"day": short_day(at)}
    return _("Came in since %(day)s, %(time)s") % {"day": short_day(at), "time": clock(at)}


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """One thing that is planned: a hearing or a meeting; `came_in` is the language of a court's own words."""

    at: datetime
    what: str
    reference: str
    about: str
    came_in: Language | None = None


def planned(
    hearings: Sequence[HearingAhead], meetings: Sequence[MeetingAhead], say: Say
) -> Sequence[PlannedLine]:
    """Hearings and meetings in the order of the day."""
    ahead = [
        PlannedLine(
            at=one.starts_at,
            what=say.hearing(one.type_code, one.type_words),
            reference=one.reference,
            about=_about(one),
            came_in=say.hearing_came_in(one.type_code, one.type_words),
        )
        for one in hearings
    ]
    ahead += [PlannedLine(one.starts_at, _meeting(one, say), one.reference, one.name) for one in meetings]
    return sorted(ahead, key=lambda one: one.at)


def _about(one: HearingAhead) -> str:
    children = ", ".join(one.children)
    return _("%(children)s: you are on duty") % {"children": children} if one.is_duty else children


def _meeting(one: MeetingAhead, say: Say) -> str:
    way = say.word(f"meeting_way.{one.way}")
    if one.interpreter and not is_a_language(one.interpreter):
        return _("Meeting: %(way)s; with an interpreter") % {"way": way}
    if one.interpreter:
        return _("Meeting: %(way)s; interpreter: %(language)s") % {
            "way": way,
            "language": say.spoken(one.interpreter),
        }
    return _("Meeting: %(way)s") % {"way": way}


class Lines:
    """Puts the tasks of one officer into words."""

    def __init__(self, say: Say, desk: Desk, calendar: Calendar, may: Collection[Verb]) -> None:
        self.say, self.desk, self.calendar, self.may = say, desk, calendar, may
        self.language: Language = say.language
        self.today = say.today
        self.due, self.no_day = _("Due %(day)s"), _("No due day")
        self.why, self.why_not = _("Why this day? %(task)s: %(day)s"), _("Why is there no due day? %(task)s")
        self.rule, self.no_answer = _("Rule %(id)s"), _("No answer: %(name)s")
        self.arguable = _("Last day that can be argued: %(day)s")
        self._hearings: dict[datetime, str] = {}

    def of(self, tasks: Sequence[TodayTask]) -> Iterator[Line]:
        """Each task as a line, in the order given."""
        titles = titles_of((task.kind, task.subject) for task in tasks)
        return (self._line(task, titles.get((task.kind.name, task.subject))) for task in tasks)

    def _line(self, task: TodayTask, of_one: Text | None) -> Line:
        title = (of_one or task.kind.title).said(self.language)
        titled = f"{title}: {task.person}" if task.person else title
        offered = needed_for(task.kind.page, task.subject) in self.may
        due: Mapping[str, Any] | None = json.loads(task.due) if task.due else None
        return Line(
            title=titled,
            reference=task.reference,
            case=address("casefile:case", (task.reference,)),
            children=", ".join(task.children),
            is_urgent=task.is_urgent,
            is_late=task.is_late(self.today) or _hour_is_past(task, due),
            due=self._due(task, due),
            reason=self._reason(task, due, titled) if due else None,
            notes=tuple(self._notes(task, due)),
            calls=tuple(self._calls(task)) if offered else (),
            act=task.kind.act.said(self.language) if offered else "",
            href=address_of(task.kind.page, task.reference, task.subject) if offered else "",
        )

    def _due(self, task: TodayTask, due: Mapping[str, Any] | None) -> str:
        """The day, with the hour where the task has one."""
        if task.due_on is None:
            return self.no_day if due else ""
        hour = due.get("at_time") if due else None
        day = self.due % {"day": short_day(task.due_on)}
        return f"{day}, {clock(time.fromisoformat(hour))}" if hour else day

    def _reason(self, task: TodayTask, due: Mapping[str, Any], title: str) -> Reason:
        found = provision_of(due["provision"])
        says: tuple[Mapping[str, str], ...]
        counted = address("casefile:tasks", (task.reference,)) if due.get("was_counted") else ""
        question, says = self.why_not % {"task": title}, ()
        if task.due_on is not None:
            on = day_in_words(task.due_on, self.language)
            question = self.why % {"task": title, "day": on}
            says = (due["says"], *(one["says"] for one in due["findings"]))
        return Reason(
            question=question,
            says=tuple(self._said(one) for one in says),
            source=found.citation.said(self.language) if found else "",
            rule=self.rule % {"id": due["provision"]},
            counted_at=counted,
        )

    def _notes(self, task: TodayTask, due: Mapping[str, Any] | None) -> Iterator[str]:
        if due and task.due_on is None:
            yield self._said(due["says"])
        last_on = last_arguable_in(due) if due and task.due_on else None
        if last_on and self.today <= last_on:
            yield self.arguable % {"day": short_day(last_on)}
        if due and due["provision"] != ORDER_WINS:
            yield from dict.fromkeys(self._said(one) for one in due.get("warnings") or ())
        if task.hearing_at:
            yield self._hearing(task.hearing_at)
        if task.kind.page == CALLS:
            yield from (said for one in self.desk.to_reach.get(task.case, ()) if (said := _tried(one)))

    def _hearing(self, at: datetime) -> str:
        said = self._hearings.get(at)
        if said is None:
            on = timezone.localtime(at).date()
            ahead = working_days_until(on, self.today, self.calendar)
            if on == self.today:
                said = _("Hearing today, %(time)s") % {"time": clock(at)}
            elif isinstance(ahead, int) and ahead:
                said = ngettext(
                    "Hearing %(day)s, in %(num)s working day",
                    "Hearing %(day)s, in %(num)s working days",
                    ahead,
                ) % {"day": short_day(on), "num": ahead}
            else:
                said = _("Hearing %(day)s") % {"day": short_day(on)}
            self._hearings[at] = said
        return said

    def _calls(self, task: TodayTask) -> Iterator[tuple[str, str]]:
        if task.kind.page == CALLS:
            for one in self.desk.to_reach.get(task.case, ()):
                press = address("casefile:no_answer", (task.reference, one.pk))
                yield self.no_answer % {"name": one.name}, press

    def _said(self, text: Mapping[str, str]) -> str:
        return Text(text["en"], text["cy"]).said(self.language)


def _hour_is_past(task: TodayTask, due: Mapping[str, Any] | None) -> bool:
    at_time = due.get("at_time") if due and task.due_on else None
    return bool(at_time and task.due_on and hour_is_past(task.due_on, time.fromisoformat(at_time)))


def _tried(one: ToReach) -> str:
    if not one.attempts or one.last_at is None:
        return ""
    return ngettext(
        "%(name)s: %(num)s attempt; last: %(day)s, %(time)s",
        "%(name)s: %(num)s attempts; last: %(day)s, %(time)s",
        one.attempts,
    ) % {"name": one.name, "num": one.attempts, "day": short_day(one.last_at), "time": clock(one.last_at)}
