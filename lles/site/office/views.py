"""Today, what one officer has to do and to know on this day; and Find, a person or a case."""

from datetime import datetime, time

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from lles.casefile.access import Verb, reaches
from lles.casefile.queries.finding import Found, found
from lles.casefile.queries.today import came_in, planned, today_tasks, waiting_on_others
from lles.casefile.rules.days import working_day_before
from lles.casefile.views import OfficerView
from lles.casefile.views.tasks import task_line, to_call
from lles.casefile.views.waiting import waiting_line
from lles.work.intake.queries import arrivals_since, sees_held

LONGEST_QUESTION = 200
OFFERED = (Verb.WORK, Verb.ALLOCATE)  # the tasks of Today are those of which one of these is held


class Today(OfficerView):
    """The first page of an officer."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Shows what is due, what came in, what waits on others and what is planned."""
        if not reaches(self.officer, Verb.SEE):
            return self.show("office/no_cases.html")
        tasks = today_tasks(self.officer, self.today)
        lines = [task_line(one.row, self.language, OFFERED) for one in tasks]
        since = self._since()
        return self.show(
            "office/today.html",
            lines=lines,
            calls=to_call(lines),
            children=[one.children for one in tasks],
            late=sum(line.is_late for line in lines),
            since=since,
            came_in=came_in(self.officer, since, self.language),
            arrived=arrivals_since(since) if sees_held(self.officer) else None,
            waiting=[waiting_line(one, self.say, self.today) for one in waiting_on_others(self.officer)],
            planned=planned(self.officer, self.today),
        )

    def _since(self) -> datetime:
        """The last working day before this one: what came in since then may be new to somebody."""
        day = working_day_before(self.today, self.calendar)
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
