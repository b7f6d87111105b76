"""The safeguarding letter: checked before filing, filed, and withheld from a party."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile import timeline
from lles.casefile.access import Verb
from lles.casefile.documents import UnprintableText
from lles.casefile.forms.change import ChangeForm
from lles.casefile.gate import GateRefused
from lles.casefile.rules.check_answers import outcomes
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.documents import service_of
from lles.casefile.views.drafts import PageDraft
from lles.casefile.views.reporting import where_it_goes
from lles.casefile.views.sight import or_404
from lles.casefile.views.why import question_of, why_of
from lles.work.safeguarding.changes.letter import (
    end_withholding,
    file_letter,
    withhold,
)
from lles.work.safeguarding.forms.letter import WithholdForm
from lles.work.safeguarding.queries.filing import KIND
from lles.work.safeguarding.queries.letter_page import LetterShown, adult_of, letter_shown, record_of
from lles.work.safeguarding.queries.writing import DRAFT
from lles.work.safeguarding.views.places import places_of

if TYPE_CHECKING:
    from lles.casefile.models import Party
    from lles.work.safeguarding.queries.letter_record import LetterRecord


class LetterView(ChangeView):
    """A page about the letter of a case."""

    tab = leads_to = "safeguarding:letter"
    what = "letter"

    @cached_property
    def record(self) -> LetterRecord:
        """What the letter is made from, as it was kept."""
        return record_of(self.case)

    @cached_property
    def shown(self) -> LetterShown:
        """The letter with everything around it."""
        return letter_shown(self.record, timezone.now())

    @cached_property
    def draft(self) -> PageDraft:
        """What is typed and not kept yet, which the previews show."""
        return PageDraft(self.officer, DRAFT, "case", self.case)

    def heading(self) -> str:
        return timeline.word("document.safeguarding_letter").said(self.language)

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {
            "shown": self.shown,
            "why": why_of(self.shown.due, self.language),
            "question": question_of(self.shown.due, self.heading(), self.language),
            "outcomes": outcomes(),
            "unkept": self.draft.unkept(),
            "place_of": places_of(self.case, KIND),
            **service_of(self.case, self.shown.documents),
        }


class FileLetter(LetterView):
    """What stands in the way of filing, and the filing."""

    needs = Verb.FILE
    template = "safeguarding/file.html"

    def press(self) -> str:
        return _("File the letter")

    def recorded(self) -> str:
        return where_it_goes(self.case, _("The letter is sealed and on its way to the court"))

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        form = super().form(data, initial)
        sign_off = self.shown.sign_off
        form.expect(self.shown.warnings, sign_off.reasons_given if sign_off else {})
        return form

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Files the letter, or says what stands in the way and where; what was typed stays."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            return self.page(self.form(request.POST), 409, refusals=refused.refusals)
        except UnprintableText:
            return self.page(self.form(request.POST), 409, refusals=())

    def change(self, form: ChangeForm) -> None:
        file_letter(**self.passed(form), reasons=form.reasons)


class PartyView(LetterView):
    """A page about the letter and one adult."""

    @cached_property
    def party(self) -> Party:
        """The adult it is about."""
        return or_404(adult_of(self.case, self.kwargs["party"]))


class Withhold(PartyView):
    """Why the letter is kept from a party."""

    template = "safeguarding/withhold.html"
    form_class = WithholdForm

    def heading(self) -> str:
        return _("Keep the letter from %(name)s") % {"name": self.party.name}

    def press(self) -> str:
        return _("Keep the letter from this person")

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"party": self.party}

    def change(self, form: ChangeForm) -> None:
        withhold(**self.passed(form), party=self.party, reason=form.cleaned_data["reason"])


class EndWithholding(PartyView):
    """A party gets the letter after all."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Ends the withholding."""
        end_withholding(case=self.case, by=self.officer, at=timezone.now(), party=self.party)
        messages.success(request, self.recorded())
        return HttpResponseRedirect(reverse(self.leads_to, args=(self.case.reference,)))
