"""Who carries how much, and giving a case to an officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lles.casefile.access import Verb, reaches
from lles.casefile.changes.people import allocate
from lles.casefile.forms.change import ChangeForm
from lles.casefile.timeline import LONDON
from lles.casefile.views import OfficerView
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.tasks import task_line
from lles.work.allocation.forms import AllocateForm
from lles.work.allocation.queries import Choice, Load, choice, loads, waiting

SHOWN_AT_MOST = 100
WORKING_DAYS_AHEAD = 5


class Team(OfficerView):
    """The cases that wait for an officer, and what each officer carries."""

    def begin(self) -> None:
        """Lets in whoever gives cases to officers."""
        if not reaches(self.officer, Verb.ALLOCATE):
            raise PermissionDenied

    def get(self, request: HttpRequest) -> HttpResponse:
        """Shows first what waits, then who carries how much."""
        until = self.calendar.working_day_after(self.today, WORKING_DAYS_AHEAD)
        found = waiting(self.officer, self.today, SHOWN_AT_MOST + 1)
        people = loads(self.officer, self.today, until)
        return self.show(
            "allocation/team.html",
            waiting=[task_line(row, self.language, [Verb.ALLOCATE]) for row in found[:SHOWN_AT_MOST]],
            full=len(found) > SHOWN_AT_MOST,
            people=people,
            totals=Totals.of(people),
            of_many_offices=len({one.officer.office_id for one in people}) > 1,
            until=until,
        )


@dataclass(frozen=True)
class Totals:
    """The foot of the table, and the longest bar of its columns: tasks share one measure."""

    open_cases: int
    soon: int
    late: int
    most_cases: int
    most_tasks: int

    @classmethod
    def of(cls, people: Sequence[Load]) -> "Totals":
        """Of everybody on the page."""
        return cls(
            sum(one.open_cases for one in people),
            sum(one.soon for one in people),
            sum(one.late for one in people),
            max((one.open_cases for one in people), default=0),
            max((max(one.soon, one.late) for one in people), default=0),
        )


class Allocate(ChangeView):
    """Who takes the case."""

    needs = Verb.ALLOCATE
    what = "allocation"
    template = "allocation/allocate.html"
    form_class = AllocateForm

    def heading(self) -> str:
        return _("Give the case to an officer")

    def press(self) -> str:
        return _("Give the case")

    @cached_property
    def choice(self) -> Choice:
        """The officers who could take it, and those who could not."""
        return choice(self.case, self.officer, timezone.now().astimezone(LONDON).date())

    def choices(self) -> dict[str, Any]:
        return {"people": [(one.officer.pk, one.officer.name) for one in self.choice.candidates]}

    def initial(self) -> dict[str, Any]:
        return {"to": self.case.officer_id}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        carried = {str(one.officer.pk): _carries(one.open_cases) for one in self.choice.candidates}
        return {"carried": carried, "people": self.choice.candidates, "left_out": self.choice.left_out}

    def change(self, form: ChangeForm) -> None:
        to = next(one.officer for one in self.choice.candidates if one.officer.pk == form.cleaned_data["to"])
        allocate(**self.passed(form), to=to)


def _carries(cases: int) -> str:
    if not cases:
        return _("No open cases")
    return ngettext("%(num)s open case", "%(num)s open cases", cases) % {"num": cases}
