"""The meetings of a case: with a child when that may be, with an adult apart to clarify safety."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.conversations import ANOTHER
from lles.casefile.queries.of_case import child_of, party_of
from lles.casefile.views import CaseView
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.work.meetings.changes import plan_meeting, settle_meeting
from lles.work.meetings.forms import PlanForm, SettleForm
from lles.work.meetings.queries import children_wait, meeting_of, meetings_of

if TYPE_CHECKING:
    from lles.casefile.models import Child, Party
    from lles.work.meetings.models import Meeting


class Meetings(CaseView):
    """What is planned and what was held."""

    tab = "meetings:meetings"
    place = "meeting"
    what = "meetings"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists the meetings, and whom one can meet."""
        adults = [party for party in self.case_head.parties if not party.is_organisation]
        wait = children_wait(self.case, timezone.now())
        return self.show("meetings/meetings.html", planned=meetings_of(self.case), adults=adults, wait=wait)


class Plan(ChangeView):
    """A meeting is planned."""

    tab = leads_to = "meetings:meetings"
    what = "meetings"
    form_class = PlanForm
    child: Child | None = None
    party: Party | None = None

    def heading(self) -> str:
        return _("Meeting with %(name)s") % {"name": self.whom.name}

    @property
    def whom(self) -> Child | Party:
        """Whom one meets."""
        return self.child or or_404(self.party)

    def press(self) -> str:
        return _("Plan the meeting")

    def choices(self) -> dict[str, Any]:
        return {"offers_welsh": self.child is not None and self.child.nation != "england"}

    def initial(self) -> dict[str, Any]:
        return {"spoken": self.whom.language}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, PlanForm)
        given = form.cleaned_data
        plan_meeting(
            **self.passed(form),
            child=self.child,
            party=self.party,
            way=given["way"],
            starts_at=form.starts,
            language=form.language_spoken,
            interpreter=given["interpreter"],
            welsh_offered=given.get("welsh_offered"),
            reasons=form.reasons,
        )


class PlanWithChild(Plan):
    """A meeting with a child is planned."""

    @cached_property
    def child(self) -> Child:  # type: ignore[override]  # a value for each request, not for each class
        """The child."""
        return or_404(child_of(self.case, self.kwargs["child"]))


class PlanWithAdult(Plan):
    """A meeting with an adult apart is planned."""

    @cached_property
    def party(self) -> Party:  # type: ignore[override]  # a value for each request, not for each class
        """The adult."""
        return or_404(party_of(self.case, self.kwargs["party"]))


class Settle(ChangeView):
    """What became of a meeting."""

    tab = leads_to = "meetings:meetings"
    what = "meetings"
    form_class = SettleForm

    def heading(self) -> str:
        return _("What became of the meeting with %(name)s?") % {"name": self.meeting.name}

    def press(self) -> str:
        return _("Record what became of it")

    @cached_property
    def meeting(self) -> Meeting:
        """The meeting."""
        return or_404(meeting_of(self.case, self.kwargs["meeting"]))

    def initial(self) -> dict[str, Any]:
        spoken = self.meeting.language or (ANOTHER if self.meeting.interpreter else "")
        return {"spoken": spoken}

    def standing(self) -> dict[str, str]:
        return {"interpreter": self.meeting.interpreter}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, SettleForm)
        given = form.cleaned_data
        settle_meeting(
            **self.passed(form),
            meeting=self.meeting,
            outcome=given["outcome"],
            language=form.language_spoken,
            interpreter=given["interpreter"],
            reasons=form.reasons,
        )
