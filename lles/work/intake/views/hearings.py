"""The hearings of a case: those the court told otherwise than by its feed are listed, moved and vacated
here."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lles.casefile.changes.hearings import (
    HeldAlready,
    SentByTheCourt,
    list_hearing,
    move_hearing,
    vacate_hearing,
)
from lles.casefile.forms.hearings import HearingForm
from lles.casefile.register import hearings_recorded
from lles.casefile.views import CaseView
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.work.intake.forms.court import VacateForm
from lles.work.intake.queries.hearings import court_tells_hearings, hearing_of, hearings_of, our_hearing

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Hearing

PAGE = "intake:hearings"
HELD = gettext_lazy(
    "What happened at this hearing is recorded: it was held, and is neither moved nor taken off the list."
    " If it goes on upon another day, add that day as a hearing."
)


class Hearings(CaseView):
    """The hearings of a case."""

    tab = "intake:of_case"
    what = "hearings"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists them, with what an officer may do."""
        return self._page()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows a place of hearing that names a protected one to those who work on the case; the look is
        recorded."""
        if not self.may_work:
            raise PermissionDenied
        one = or_404(hearing_of(self.case, request.POST.get("hearing", "")))
        self.record_sight(f"location:venue:{one.pk}")
        return self._page(opened=one.pk)

    def _page(self, opened: int = 0) -> HttpResponse:
        told, hearings = court_tells_hearings(self.case), hearings_of(self.case)
        return self.show("intake/hearings.html", hearings=hearings, told=told, opened=opened, held=HELD)


class HearingPage(ChangeView):
    """A page on which something about a hearing is recorded."""

    tab = "intake:of_case"
    leads_to = PAGE
    what = "hearings"
    form_class: type[ChangeForm] = HearingForm

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def given(self, form: ChangeForm) -> dict[str, Any]:
        """What was typed of a hearing."""
        assert isinstance(form, HearingForm)
        typed = form.cleaned_data
        return {"type_code": typed["type_code"], "starts_at": form.starts_at, "venue": typed["venue"]}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the change, unless the court itself tells this hearing."""
        try:
            return super().post(request, **kwargs)
        except SentByTheCourt as refused:
            raise PermissionDenied from refused


class ListHearing(HearingPage):
    """A hearing of which the court told on paper or by e-mail."""

    def heading(self) -> str:
        return _("Add a hearing")

    def press(self) -> str:
        return _("Add the hearing")

    def change(self, form: ChangeForm) -> None:
        list_hearing(**self.passed(form), **self.given(form))


class OneHearing(HearingPage):
    """A page about one hearing that an officer keyed."""

    @cached_property
    def hearing(self) -> Hearing:
        """The hearing it is about."""
        return or_404(our_hearing(self.case, self.kwargs["hearing"]))

    def begin(self) -> None:
        super().begin()
        self.hearing  # noqa: B018

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows the form, or says why the hearing stays as it is."""
        if self.hearing.pk in hearings_recorded(self.case):
            return self._it_was_held()
        return super().get(request, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the change, unless somebody has recorded meanwhile what happened there."""
        try:
            return super().post(request, **kwargs)
        except HeldAlready:
            return self._it_was_held()

    def _it_was_held(self) -> HttpResponse:
        messages.warning(self.request, str(HELD))
        return HttpResponseRedirect(self.after())


class MoveHearing(OneHearing):
    """A hearing that was moved."""

    def heading(self) -> str:
        return _("Move the hearing")

    def press(self) -> str:
        return _("Record the new day")

    def initial(self) -> dict[str, Any]:
        starts_at = self.hearing.starts_at
        local = timezone.localtime(starts_at) if starts_at else None
        known = {"type_code": self.hearing.type_code}
        return {**known, "on": local.date(), "at": local.time()} if local else known

    def standing(self) -> dict[str, str]:
        return {"venue": self.hearing.venue}

    def change(self, form: ChangeForm) -> None:
        move_hearing(**self.passed(form), hearing=self.hearing, **self.given(form))


class VacateHearing(OneHearing):
    """A hearing that does not take place."""

    form_class = VacateForm

    def heading(self) -> str:
        return _("Take the hearing off the list")

    def press(self) -> str:
        return _("Take it off the list")

    def choices(self) -> dict[str, Any]:
        return {}

    def change(self, form: ChangeForm) -> None:
        vacate_hearing(**self.passed(form), hearing=self.hearing, words=form.cleaned_data["words"])
