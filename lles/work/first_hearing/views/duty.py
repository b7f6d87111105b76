"""Who goes to court on a day: the officers on duty, as somebody who gives out work says it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lles.casefile.access import Verb, reaches
from lles.casefile.changes.court_duty import NotAhead, send_to_court
from lles.casefile.changes.door import NotAllowed, Refused, Stale, Weighed
from lles.casefile.changes.people import AccountClosed
from lles.casefile.views import OfficerView
from lles.work.first_hearing.forms.court_day import CourtDayForm
from lles.work.first_hearing.forms.duty import OFFICER_OF_THE_CASE, DutyForm
from lles.work.first_hearing.queries.court_day import courts_of
from lles.work.first_hearing.queries.duty import to_send_to, who_could_go
from lles.work.first_hearing.views.court_day import address

if TYPE_CHECKING:
    from lles.casefile.models import Officer
    from lles.work.first_hearing.queries.court_day import Listed


class Duty(OfficerView):
    """The hearings of one day in one court, or in every court, and who goes to each."""

    def begin(self) -> None:
        """Lets in whoever gives out work, and reads the day that is asked for."""
        if not reaches(self.officer, Verb.ALLOCATE):
            raise PermissionDenied
        self.asked = CourtDayForm.asked(
            self.request.GET,
            today=self.today,
            courts=lambda near: courts_of(self.officer, near, self.language),
        )
        self.read()

    def read(self) -> None:
        """The hearings as they are now."""
        asked = self.asked
        known = asked.is_valid() and asked.cleaned_data["on"] >= self.today
        found = (
            to_send_to(self.officer, asked.cleaned_data["on"], asked.cleaned_data["court"]) if known else ()
        )
        self.listed = {str(one.hearing.pk): one for one in found}

    @cached_property
    def people(self) -> dict[int, Officer]:
        """Who could go."""
        return {one.pk: one for one in who_could_go(self.officer)}

    def get(self, request: HttpRequest) -> HttpResponse:
        """Shows who goes to each."""
        return self.page(self.form())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Sends somebody to each hearing that was ticked, or says of it why not; what was refused stays
        ticked."""
        if not self.listed:
            return self.page(self.form(), status=409)
        form = self.form(request.POST)
        if not form.is_valid():
            return self.page(form)
        to = self.people.get(form.cleaned_data["to"])
        tried = {key: self.send(key, to, form.seen_of(key)) for key in form.cleaned_data["hearings"]}
        refused = {key: why for key, why in tried.items() if why}
        if sent := len(tried) - len(refused):
            messages.success(request, self.done(to, sent))
        if not refused:
            return HttpResponseRedirect(self.list_address)
        self.read()
        if not self.listed:
            return self.page(self.form(), status=409)
        typed = request.POST.copy()
        typed.setlist("hearings", list(refused))
        typed["seen"] = self.standing()
        form = self.form(typed)
        for why in dict.fromkeys(refused.values()):
            form.add_error(None, why)
        return self.page(form, status=409)

    def done(self, to: Officer | None, sent: int) -> str:
        """What was done."""
        if to is None:
            said = ngettext(
                "The officer of the case goes to %(num)s hearing",
                "The officer of each case goes to %(num)s hearings",
                sent,
            )
            return said % {"num": sent}
        said = ngettext("%(name)s goes to %(num)s hearing", "%(name)s goes to %(num)s hearings", sent)
        return said % {"num": sent, "name": to.name}

    def send(self, key: str, to: Officer | None, was: int) -> str:
        """Sends an officer to one hearing; what is said where that was refused, or nothing."""
        if (listed := self.listed.get(key)) is None:
            return _("A hearing that you ticked is not in this list any more.")
        hearing = listed.hearing
        try:
            send_to_court(
                case=hearing.case, by=self.officer, at=timezone.now(), hearing=hearing, to=to, was=was
            )
        except Refused as refused:
            return f"{hearing.case.reference}: {self.said_of(refused)}"
        return ""

    def said_of(self, refused: Refused) -> str:
        """Why nobody was sent, in the words of the page."""
        match refused:
            case Stale():
                return _("somebody else was sent meanwhile. Look at it, then press again")
            case NotAhead() | NotAllowed():
                return _("the hearing is not in this list any more")
            case AccountClosed():
                return _("the account of this officer is closed")
            case Weighed(findings=findings):
                return " ".join(finding.says.said(self.language) for finding in findings)
        raise refused

    def form(self, data: QueryDict | None = None) -> DutyForm:
        """The form, blank or with what was ticked."""
        hearings = [(key, self.called(one)) for key, one in self.listed.items()]
        people = [(pk, one.name) for pk, one in self.people.items()]
        people.append((OFFICER_OF_THE_CASE, _("The officer of each case")))
        return DutyForm(data, initial={"seen": self.standing()}, offered={"hearings": hearings, "to": people})

    def called(self, one: Listed) -> str:
        """A hearing as the list names it."""
        children = ", ".join(child.name for child in one.hearing.case.children.all())
        return f"{one.hearing.case.reference} {children}"

    def standing(self) -> str:
        """Each hearing with the duty that stands for it, 0 for none."""
        return " ".join(f"{key}:{one.duty.pk if one.duty else 0}" for key, one in self.listed.items())

    @property
    def list_address(self) -> str:
        """The list of the same court and day."""
        asked = self.asked.cleaned_data
        return reverse("first_hearing:court_day") + address(asked["on"], asked["court"])

    def page(self, form: DutyForm, status: int = 200) -> HttpResponse:
        """The page with its form."""
        known = self.asked.is_valid()
        return self.show(
            "first_hearing/duty.html",
            status,
            form=form,
            listed=self.listed,
            is_gone=status == 409 and not self.listed,
            on=self.asked.cleaned_data["on"] if known else None,
            back=self.list_address if known else reverse("first_hearing:court_day"),
        )
