"""Offices, closed days and Pathfinder areas, changed without a release."""

from datetime import date, time
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _

from lles.casefile.changes.door import Refused
from lles.casefile.changes.service import change_office, open_office
from lles.casefile.changes.service_law import close_day, open_day, set_area, withdraw_area, withdraw_day
from lles.casefile.queries.service import changes_of_service, office, offices
from lles.casefile.queries.service_law import areas_in_force, areas_set, closed_day, days_of_year
from lles.casefile.views.sight import or_404
from lles.law.bilingual import Text, day_in_words
from lles.site.office.service.forms import (
    DAYS,
    WEEK,
    AreaForm,
    ClosedDayForm,
    NewOfficeForm,
    OfficeForm,
    ServiceForm,
)
from lles.site.office.service.page import WORDS, ServiceChange, ServicePage

CHANGES = 20  # that a page of the service shows of what it is about


class Service(ServicePage):
    """What an administrator looks after, and what was changed last."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Shows the ways in and the latest changes."""
        return self.show("office/service/service.html", changes=changes_of_service(self.language))


class Offices(ServicePage):
    """The offices of the service."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Lists them with their hours."""
        found = offices()
        return self.show(
            "office/service/offices.html",
            offices=found,
            closed={
                one.slug: [
                    day_in_words(date.fromisoformat(day), self.language, weekday=False)
                    for day in one.closed_on
                ]
                for one in found
            },
            days=[(day, DAYS[day]) for day in WEEK],
            changes=changes_of_service(self.language, ["office:"], CHANGES),
        )


class _OfficeForm(ServiceChange):
    template = "office/service/office.html"
    leads_to = "service:offices"

    def heading(self) -> str:
        return _("Add an office")

    def values(self, form: ServiceForm) -> dict[str, Any]:
        """What the form says of the office."""
        assert isinstance(form, OfficeForm)
        given = form.cleaned_data
        named = {name: given[name] for name in ("name_en", "name_cy", "phone", "court_codes")}
        return {**named, "hours": form.hours, "closed_on": given["closed_on"]}


class ChangeOffice(_OfficeForm):
    """Changes an office."""

    form_class = OfficeForm

    def begin(self) -> None:
        """Finds the office."""
        super().begin()
        self.office = or_404(office(str(self.kwargs["slug"])))

    def heading(self) -> str:
        name = self.office.name_cy if self.language == "cy" else self.office.name_en
        return _("Change: %(name)s") % {"name": name}

    def initial(self) -> dict[str, Any]:
        hours = {
            f"{day}_{name}": time.fromisoformat(at)
            for day, both in self.office.hours.items()
            for name, at in zip(("from", "to"), both, strict=True)
        }
        codes = "\n".join(self.office.court_codes)
        named = {name: getattr(self.office, name) for name in ("name_en", "name_cy", "phone")}
        closed = "\n".join(f"{date.fromisoformat(day):%d/%m/%Y}" for day in self.office.closed_on)
        return {**named, "court_codes": codes, "closed_on": closed, **hours}

    def change(self, form: ServiceForm) -> object:
        return change_office(**self.given(), office=self.office, **self.values(form))


class AddOffice(_OfficeForm):
    """Opens an office."""

    form_class = NewOfficeForm

    def press(self) -> str:
        return _("Add the office")

    def choices(self) -> dict[str, Any]:
        named = [(one.slug, one.name_cy if self.language == "cy" else one.name_en) for one in offices()]
        return {"places": named}

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ServiceForm:
        form = super().form(data, initial)
        if form.is_bound and form.is_valid() and office(form.cleaned_data["slug"]):
            form.add_error("slug", _("There is an office of this short name. Choose another."))
        return form

    def change(self, form: ServiceForm) -> object:
        like = or_404(office(form.cleaned_data["like"]))
        same = {
            name: getattr(like, name) for name in ("service_en", "service_cy", "nation", "area", "invented")
        }
        return open_office(**self.given(), slug=form.cleaned_data["slug"], **same, **self.values(form))


class ClosedDays(ServicePage):
    """The closed days of a year: what is shipped, and what the service has set over it."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Lists a year."""
        first, last = self.calendar.first, self.calendar.last
        asked = request.GET.get("year", "")
        year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else self.today.year
        year = min(max(year, first), last)
        return self.show(
            "office/service/closed_days.html", days=days_of_year(year), year=year, first=first, last=last,
            proclaimed_to=self.calendar.proclaimed_to,
            changes=changes_of_service(self.language, ["closed_day:"], CHANGES),
        )  # fmt: skip

    def post(self, request: HttpRequest) -> HttpResponse:
        """Makes a working day of one of them, or takes back what was set of a day."""
        try:
            year = self._changed(request)
        except Refused as refused:
            messages.warning(request, str(WORDS.get(refused.name, WORDS["already_set"])))
            return HttpResponseRedirect(reverse("service:closed_days"))
        messages.success(request, _("Recorded"))
        return HttpResponseRedirect(f"{reverse('service:closed_days')}?year={year}")

    def _changed(self, request: HttpRequest) -> int:
        taken_back = request.POST.get("withdraw", "")
        if taken_back.isascii() and taken_back.isdigit() and len(taken_back) < 18:
            row = or_404(closed_day(int(taken_back)))
            withdraw_day(**self.given(), row=row)
            return row.day.year
        day = or_404(_day(request.POST.get("open", "")))
        open_day(**self.given(), day=day)
        return day.year


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class AddClosedDay(ServiceChange):
    """Closes a day, such as a proclaimed holiday."""

    form_class = ClosedDayForm
    leads_to = "service:closed_days"

    def heading(self) -> str:
        return _("Add a closed day")

    def press(self) -> str:
        return _("Close the day")

    def lead(self) -> tuple[str, ...]:
        return (_("Every due day that is counted over it moves at once, and each case says so."),)

    def change(self, form: ServiceForm) -> object:
        given = form.cleaned_data
        names = {"name_en": given["name_en"], "name_cy": given["name_cy"]}
        return close_day(**self.given(), day=given["day"], **names)


class Areas(ServicePage):
    """The areas of Pathfinder courts, with their days."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Lists them, and says which the service has set."""
        own = {row.area: row for row in areas_set()}
        ordered = sorted(areas_in_force().values(), key=lambda one: (one.starts, one.id))
        changes = changes_of_service(self.language, ["area:"], CHANGES)
        return self.show("office/service/areas.html", areas=ordered, own=own, changes=changes)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Takes back what was set of an area."""
        row = next((one for one in areas_set() if str(one.pk) == request.POST.get("withdraw")), None)
        withdraw_area(**self.given(), row=or_404(row))
        messages.success(request, _("Recorded"))
        return HttpResponseRedirect(reverse("service:areas"))


class SetArea(ServiceChange):
    """Sets from when to when the courts of an area follow Pathfinder."""

    form_class = AreaForm
    leads_to = "service:areas"

    def begin(self) -> None:
        """Finds the area, where it is not a new one."""
        super().begin()
        asked = self.kwargs.get("area")
        self.area = or_404(areas_in_force().get(str(asked))) if asked else None

    def heading(self) -> str:
        if self.area is None:
            return _("Add a Pathfinder area")
        return _("Change: %(name)s") % {"name": self.area.name.said(self.language)}

    def lead(self) -> tuple[str, ...]:
        return (_("The pathway of a case is decided once: cases that are open keep theirs."),)

    def initial(self) -> dict[str, Any]:
        if self.area is None:
            return {}
        return {
            "name_en": self.area.name.en,
            "name_cy": self.area.name.cy,
            "starts": self.area.starts,
            "ends": self.area.ends,
            "court_codes": "\n".join(sorted(self.area.codes)),
            "court_names": "\n".join(self.area.begins),
        }

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ServiceForm:
        form = super().form(data, initial)
        if form.is_bound and form.is_valid() and (taken := self._taken(form.cleaned_data["court_codes"])):
            form.add_error(
                "court_codes",
                _("Court %(code)s belongs to another area: %(area)s")
                % {"code": taken[0], "area": taken[1].said(self.language)},
            )
        return form

    def _taken(self, codes: list[str]) -> tuple[str, Text] | None:
        others = (one for name, one in areas_in_force().items() if name != self._name())
        return next(((code, one.name) for one in others for code in codes if code in one.codes), None)

    def _name(self) -> str:
        return self.area.id if self.area else ""

    def change(self, form: ServiceForm) -> object:
        given = dict(form.cleaned_data)
        del given["seen"]
        name = self._name() or self._new_name(given["name_en"])
        return set_area(**self.given(), area=name, **given)

    def _new_name(self, words: str) -> str:
        name = slugify(words)[:50] or "area"
        taken = areas_in_force()
        return next(one for n in range(1, 1000) if (one := name if n == 1 else f"{name}-{n}") not in taken)
