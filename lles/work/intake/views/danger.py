"""Danger that somebody sees in what came, on the page of the arrival: recorded there at once, and whom it was
told."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.changes.door import Stale
from lles.casefile.forms.danger import day_and_hour
from lles.casefile.views import OfficerView
from lles.casefile.views.sight import or_404
from lles.work.intake.changes.danger import (
    Seen,
    Told,
    end_danger_in_arrival,
    see_danger_in_arrival,
    tell_of_danger_in_arrival,
)
from lles.work.intake.changes.settle import record_look
from lles.work.intake.forms.danger import ENDED, SEEN, STEP, TOLD, TOLD_IN_CASE, EndedForm, SeenForm, ToldForm
from lles.work.intake.queries import arrival_for, sees_held
from lles.work.intake.queries.danger import danger_of, danger_shown
from lles.work.intake.queries.mail import workable

if TYPE_CHECKING:
    from lles.work.intake.models import Arrival, ArrivalDanger

DangerForm = SeenForm | ToldForm | EndedForm
STEPS = (SEEN, TOLD, ENDED)


class DangerOnArrival(OfficerView):
    """The part of the page of an arrival on which danger is recorded, for those who settle arrivals, as long
    as it is no case."""

    def post(self, request: HttpRequest, arrival: int) -> HttpResponse:
        """Records what was seen, whom one told, or why nobody is; or says what is missing. What was typed
        while somebody made the arrival a case stands on the page, to be recorded there."""
        found = or_404(arrival_for(self.officer, arrival))
        if not sees_held(self.officer):
            raise Http404
        form = self._form(found, request.POST)
        if form.is_valid() and found.case is None and self._recorded(found, form):
            messages.success(request, _("Recorded"))
            return HttpResponseRedirect(reverse("intake:arrival", args=(found.pk,)))
        if found.case is None:
            return self.page(found, form)
        form.add_error(None, _belongs_now(found.case.reference))
        return self.page(found, form, 409)

    def is_before_a_case(self, arrival: "Arrival") -> bool:
        """Whether danger in an arrival is recorded here, and not on its case."""
        return arrival.case is None and sees_held(self.officer)

    def danger(self, arrival: "Arrival", form: DangerForm | None) -> dict[str, Any]:
        """What the page shows of danger: what was seen and told, and the form of what comes next."""
        if not self.is_before_a_case(arrival):
            return {"danger": None, "danger_form": form, "danger_typed": form is not None}
        danger = danger_of(arrival)
        if danger is not None:
            record_look(by=self.officer, at=timezone.now(), arrival=arrival, what="danger")
        shown = danger_shown(danger, self.officer) if danger else None
        made = form or self._form(arrival)
        return {
            "danger": shown, "danger_form": made, "danger_typed": form is not None,
            "danger_ends": isinstance(made, EndedForm),
        }  # fmt: skip

    def page(self, arrival: "Arrival", form: DangerForm | None = None, status: int = 200) -> HttpResponse:
        """The page of the arrival."""
        raise NotImplementedError

    def _form(self, arrival: "Arrival", typed: QueryDict | None = None) -> DangerForm:
        step, now = self._step(arrival, typed), timezone.localtime()
        known: dict[str, Any] = {"language": self.language, "today": self.today, "now": now}
        if step == ENDED:
            return EndedForm(typed, **known)
        known["initial"] = day_and_hour(now)
        if step == SEEN:
            return SeenForm(typed, **known)
        danger = danger_of(arrival)
        return ToldForm(typed, **known, seen_at=danger.seen_at if danger else None)

    def _step(self, arrival: "Arrival", typed: QueryDict | None) -> str:
        asked = (self.request.GET if typed is None else typed).get(STEP, "")
        if typed is not None and asked in STEPS:
            return asked
        if danger_of(arrival) is None:
            return SEEN
        return ENDED if asked == ENDED else TOLD

    def _recorded(self, arrival: "Arrival", form: DangerForm) -> bool:
        try:
            if isinstance(form, SeenForm):
                see_danger_in_arrival(by=self.officer, at=timezone.now(), arrival=arrival, danger=_seen(form))
            elif isinstance(form, ToldForm):
                danger = or_404(danger_of(arrival))
                tell_of_danger_in_arrival(by=self.officer, at=timezone.now(), danger=danger, told=_told(form))
            else:
                return self._ended(or_404(danger_of(arrival)), form)
        except Stale:
            arrival.refresh_from_db(fields=("case",))
            if arrival.case is None:
                said = _("Somebody was here before you: nothing was changed. Look at what is there.")
                form.add_error(None, said)
            return False
        return True

    def _ended(self, danger: "ArrivalDanger", form: EndedForm) -> bool:
        given, by = form.cleaned_data, self.officer
        told_in = workable(by, given["reference"]) if given["outcome"] == TOLD_IN_CASE else None
        if told_in is None and given["outcome"] == TOLD_IN_CASE:
            form.add_error("reference", _("You work on no case of this reference. Check it."))
            return False
        end_danger_in_arrival(
            by=by, at=timezone.now(), danger=danger, outcome=given["outcome"], words=given["words"],
            told_in=told_in,
        )  # fmt: skip
        return True


def _belongs_now(reference: str) -> str:
    return _(
        "This arrival belongs to case %(reference)s by now, and nothing was recorded. What you typed stands"
        " below: record it in the case, a danger with “Danger now” and all else with its urgent referral."
    ) % {"reference": reference}


def _seen(form: SeenForm) -> Seen:
    given = form.cleaned_data
    return Seen(
        form.moment, given["learnt"], given["language_of_words"], given["harm"], given["children_safe"],
        given["adults_safe"],
    )  # fmt: skip


def _told(form: ToldForm) -> Told:
    given, (kind, body) = form.cleaned_data, form.named[0]
    language = given["language_of_words"]
    return Told(kind, body, given["whom"], form.moment, form.decided, given["words"], language)
