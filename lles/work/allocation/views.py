"""Who carries how much, and giving a case to an officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lles.casefile.access import Verb, reaches
from lles.casefile.changes.door import NotAllowed, Refused, Stale, Weighed
from lles.casefile.changes.people import AccountClosed, allocate
from lles.casefile.forms.change import ChangeForm
from lles.casefile.timeline import LONDON
from lles.casefile.views import OfficerView
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.casefile.views.tasks import task_line
from lles.work.allocation.forms import AllocateForm, GiveForm
from lles.work.allocation.queries import (
    Choice,
    LeftOut,
    Load,
    carried_by,
    choice,
    loads,
    officers_in_reach,
    takers,
    waiting,
)

if TYPE_CHECKING:
    from lles.casefile.models import Officer

SHOWN_AT_MOST = 100
WORKING_DAYS_AHEAD = 5


def refuse_who_gives_none(officer: "Officer") -> None:
    """Has no page for somebody who gives no cases to officers."""
    if not reaches(officer, Verb.ALLOCATE):
        raise PermissionDenied


class Team(OfficerView):
    """The cases that wait for an officer, and what each officer carries."""

    def begin(self) -> None:
        """Lets in whoever gives cases to officers."""
        refuse_who_gives_none(self.officer)

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
        return {
            "people": [(one.officer.pk, one.officer.name) for one in self.choice.candidates],
            "left_out": {str(one.officer.pk): self.why_not(one) for one in self.choice.left_out},
        }

    def why_not(self, one: LeftOut) -> str:
        """Why somebody is not among those who could take the case, for who chose them before that was so."""
        findings = " ".join(finding.says.said(self.language) for finding in one.findings)
        why = findings or _("The account of this officer is closed.")
        return _("%(name)s cannot take this case. %(why)s") % {"name": one.officer.name, "why": why}

    def initial(self) -> dict[str, Any]:
        return {"to": self.case.officer_id}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        carried = {str(one.officer.pk): _carries(one.open_cases) for one in self.choice.candidates}
        return {"carried": carried, "people": self.choice.candidates, "left_out": self.choice.left_out}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Gives the case; where the account was closed meanwhile, the choice is shown as it now is."""
        try:
            return super().post(request, **kwargs)
        except AccountClosed:
            del self.choice
            return self.page(self.form(request.POST))

    def change(self, form: ChangeForm) -> None:
        to = next(one.officer for one in self.choice.candidates if one.officer.pk == form.cleaned_data["to"])
        allocate(**self.passed(form), to=to)


def _carries(cases: int) -> str:
    if not cases:
        return _("No open cases")
    return ngettext("%(num)s open case", "%(num)s open cases", cases) % {"num": cases}


class Caseload(OfficerView):
    """The cases of one officer, of which several can be given to another at once."""

    def begin(self) -> None:
        """Finds an officer over whose cases the reader allocates."""
        refuse_who_gives_none(self.officer)
        reach = officers_in_reach(self.officer)
        self.whose = or_404(next((one for one in reach if one.pk == self.kwargs["whose"]), None))
        self.read()

    def read(self) -> None:
        """The cases as they are now, and who could take them."""
        self.carried = {one.case.reference: one for one in carried_by(self.whose, self.officer, self.today)}
        self.takers = {one.officer.pk: one for one in takers(self.whose, self.officer)}

    def get(self, request: HttpRequest, whose: int) -> HttpResponse:
        """Shows the cases."""
        return self.page(self.form())

    def post(self, request: HttpRequest, whose: int) -> HttpResponse:
        """Gives each of the ticked cases, or says of it why not; what was refused stays ticked."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self.page(form)
        to = self.takers[form.cleaned_data["to"]].officer
        tried = {one: self.give(one, to, form.seen_of(one)) for one in form.cleaned_data["cases"]}
        refused = {reference: why for reference, why in tried.items() if why}
        if given := len(tried) - len(refused):
            said = ngettext(
                "%(num)s case was given to %(name)s", "%(num)s cases were given to %(name)s", given
            )
            messages.success(request, said % {"num": given, "name": to.name})
        if not refused:
            return HttpResponseRedirect(reverse("allocation:team"))
        self.read()
        typed = request.POST.copy()
        typed.setlist("cases", list(refused))
        typed["seen"] = self.versions()
        form = self.form(typed)
        for reference, why in refused.items():
            form.add_error(None, f"{reference[:20]}: {why}")
        return self.page(form, status=409)

    def give(self, reference: str, to: "Officer", seen: int) -> str:
        """Gives one case to an officer; what is said where that was refused, or nothing."""
        listed = self.carried.get(reference)
        if listed is None:
            return _("it is not among the cases of %(name)s any more") % {"name": self.whose.name}
        if listed.case.office_id not in (None, to.office_id):
            return _("%(name)s works in another office") % {"name": to.name}
        try:
            allocate(case=listed.case, by=self.officer, at=timezone.now(), to=to, seen=seen)
        except Refused as refused:
            return self.said_of(refused)
        return ""

    def said_of(self, refused: Refused) -> str:
        """Why a case was not given, in the words of the page."""
        match refused:
            case Stale():
                return _("somebody changed it since you opened the page. Look at it, then press again")
            case NotAllowed():
                return _("it is not among the cases of %(name)s any more") % {"name": self.whose.name}
            case AccountClosed():
                return _("The account of this officer is closed.")
            case Weighed(findings=findings):
                return " ".join(finding.says.said(self.language) for finding in findings)
        raise refused

    def form(self, data: QueryDict | None = None) -> GiveForm:
        """The form, blank or with what was ticked."""
        listed = [(reference, f"{reference} {one.names}") for reference, one in self.carried.items()]
        people = [(one.officer.pk, one.officer.name) for one in self.takers.values()]
        return GiveForm(data, initial={"seen": self.versions()}, offered={"cases": listed, "to": people})

    def versions(self) -> str:
        """Each case with the version in which the page shows it."""
        return " ".join(f"{reference}:{one.case.version}" for reference, one in self.carried.items())

    def page(self, form: GiveForm, status: int = 200) -> HttpResponse:
        """The page with its form."""
        return self.show(
            "allocation/caseload.html",
            status,
            form=form,
            whose=self.whose,
            carried=self.carried.values(),
            takers=self.takers,
            due={reference: one.next_due for reference, one in self.carried.items()},
            load={str(pk): _carries(one.open_cases) for pk, one in self.takers.items()},
        )
