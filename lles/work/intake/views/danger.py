"""Danger that somebody sees in what came, on the page of the arrival: recorded there at once, and whom it was
told."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.changes.door import Stale
from lles.casefile.views import OfficerView
from lles.casefile.views.sight import or_404
from lles.work.intake.changes.danger import Seen, Told, see_danger_in_arrival, tell_of_danger_in_arrival
from lles.work.intake.changes.settle import record_look
from lles.work.intake.forms.danger import SEEN, STEP, TOLD, SeenForm, ToldForm
from lles.work.intake.queries import arrival_for, sees_held
from lles.work.intake.queries.danger import danger_of, danger_shown

if TYPE_CHECKING:
    from lles.work.intake.models import Arrival


class DangerOnArrival(OfficerView):
    """The part of the page of an arrival on which danger is recorded, for those who settle arrivals, as long
    as it is no case."""

    def post(self, request: HttpRequest, arrival: int) -> HttpResponse:
        """Records what was seen, or whom one told; or says what is missing. What was typed while somebody
        made the arrival a case stands on the page, to be recorded there."""
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

    def danger(self, arrival: "Arrival", form: SeenForm | ToldForm | None) -> dict[str, Any]:
        """What the page shows of danger: what was seen and told, and the form of what comes next."""
        if not self.is_before_a_case(arrival):
            return {"danger": None, "danger_form": form, "danger_typed": form is not None}
        danger = danger_of(arrival)
        if danger is not None:
            record_look(by=self.officer, at=timezone.now(), arrival=arrival, what="danger")
        shown = danger_shown(danger) if danger else None
        return {"danger": shown, "danger_form": form or self._form(arrival), "danger_typed": form is not None}

    def page(
        self, arrival: "Arrival", form: SeenForm | ToldForm | None = None, status: int = 200
    ) -> HttpResponse:
        """The page of the arrival."""
        raise NotImplementedError

    def _form(self, arrival: "Arrival", typed: QueryDict | None = None) -> SeenForm | ToldForm:
        step = typed.get(STEP) if typed is not None else None
        seen = step == SEEN or (step != TOLD and danger_of(arrival) is None)
        made = SeenForm if seen else ToldForm
        return made(typed, language=self.language, today=self.today, now=timezone.now())

    def _recorded(self, arrival: "Arrival", form: SeenForm | ToldForm) -> bool:
        try:
            if isinstance(form, SeenForm):
                see_danger_in_arrival(by=self.officer, at=timezone.now(), arrival=arrival, danger=_seen(form))
            else:
                danger = or_404(danger_of(arrival))
                tell_of_danger_in_arrival(by=self.officer, at=timezone.now(), danger=danger, told=_told(form))
        except Stale:
            arrival.refresh_from_db(fields=("case",))
            if arrival.case is None:
                said = _("Somebody was here before you: nothing was changed. Look at what is there.")
                form.add_error(None, said)
            return False
        return True


def _belongs_now(reference: str) -> str:
    return _(
        "This arrival belongs to case %(reference)s by now, and nothing was recorded. What you typed stands"
        " below: record it in the case, with “Danger now”."
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
