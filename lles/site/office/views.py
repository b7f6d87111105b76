"""Today, what one officer has to do and to know on this day; and Find, a person or a case."""

from collections.abc import Sequence
from datetime import date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb, reaches
from lles.casefile.queries.desk import desk_of
from lles.casefile.queries.drafts_in_hand import drafts_begun_by
from lles.casefile.queries.finding import Found, found
from lles.casefile.queries.service_law import calendar_of_office
from lles.casefile.queries.sight import DOING
from lles.casefile.queries.today import TodayTask, today_tasks, waiting_on_others
from lles.casefile.rules.days import working_day_before
from lles.casefile.rules.hours import closes_at
from lles.casefile.views import OfficerView
from lles.casefile.views.drafts_in_hand import draft_lines
from lles.casefile.views.waiting import waiting_line
from lles.site.frame.words import clock
from lles.site.office.navigation import administers
from lles.site.office.today import Lines, counts, planned, since
from lles.work.closing.queries.ended import at_their_end
from lles.work.intake.queries import arrivals_since, sees_held
from lles.work.intake.queries.danger import dangers_in_arrivals
from lles.work.meetings.queries import MeetingAhead, meetings_ahead
from lles.work.urgent_referral.queries.desk import OpenDanger, open_dangers

LONGEST_QUESTION = 200
REFERRAL = "urgent_referral:referral"
FIRST = 25  # lines that are shown at first: what hurts; the rest is one step away
FIRST_ENDED = 3  # cases of which it is asked whether our involvement ends, below what has to be done


class Today(OfficerView):
    """The first page of an officer."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Shows what is due, what came in, what waits on others and what is planned."""
        if not reaches(self.officer, Verb.SEE):
            return self.show("office/no_cases.html", administers=administers(self.officer))
        now = timezone.now()
        tasks = today_tasks(self.officer, self.today, now)
        desk = desk_of(self.officer, _start_of(self.today), self._last_working_day(), self.language)
        ended = at_their_end(self.officer, self.today) if desk.holds_cases else ()
        shown, at_end = (tasks, ended) if "all" in request.GET else (tasks[:FIRST], ended[:FIRST_ENDED])
        lines = Lines(self.say, desk, self.calendar, [verb for verb in DOING if reaches(self.officer, verb)])
        return self.show(
            "office/today.html",
            lines=lines.of(shown),
            dangers=_beside(open_dangers(self.officer), tasks) if desk.holds_cases else (),
            ended=at_end,
            more_ended=len(ended) - len(at_end),
            more=len(tasks) - len(shown),
            counts=counts(tasks, self.today),
            desk=desk,
            since=since(desk.since),
            in_arrivals=dangers_in_arrivals(self.officer),
            now=now,
            arrived=arrivals_since(self.officer, desk.since) if sees_held(self.officer) else None,
            waiting=[waiting_line(one, self.say, self.today) for one in waiting_on_others(self.officer)],
            planned=planned(desk.hearings, self._meetings() if desk.holds_cases else (), self.say),
            works=Verb.WORK in lines.may,
            drafts=tuple(draft_lines(drafts_begun_by(self.officer), "", lines.may, self.language)),
            office_closes=self._closing(),
        )

    def _meetings(self) -> Sequence[MeetingAhead]:
        return meetings_ahead(self.officer, _start_of(self.today))

    def _last_working_day(self) -> datetime:
        """What came in since then may be new to somebody who never looked at a case before."""
        return _start_of(working_day_before(self.today, self.calendar))

    def _closing(self) -> str:
        office = self.officer.office
        if office is None or not office.hours:
            return ""
        closes = closes_at(office.hours, self.today, calendar_of_office(office))
        if closes is None:
            return _("The office is closed today")
        return _("The office closes at %(time)s today") % {"time": clock(closes)}


def _beside(dangers: Sequence[OpenDanger], tasks: Sequence[TodayTask]) -> Sequence[OpenDanger]:
    """The open dangers of which no task speaks: they stand there until they are closed."""
    spoken_of = {(task.reference, task.subject) for task in tasks if task.kind.page == REFERRAL}
    return [one for one in dangers if (one.reference, str(one.referral)) not in spoken_of]


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


class Find(OfficerView):
    """Finds the cases of a person or a number."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Shows what was found, or what can be asked for."""
        words = request.GET.get("q", "").replace("\x00", "").strip()
        too_long = len(words) > LONGEST_QUESTION
        result = Found() if too_long else found(self.officer, words)
        return self.show(
            "office/find.html",
            words=words[:LONGEST_QUESTION],
            found=result,
            too_long=too_long,
            longest=LONGEST_QUESTION,
        )
