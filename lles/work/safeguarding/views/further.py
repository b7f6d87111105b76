"""Further letters to the court: at short notice, a note of what is missing, an update."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile import timeline
from lles.casefile.access import Verb
from lles.casefile.documents import UnprintableText
from lles.casefile.forms.change import ChangeForm
from lles.casefile.gate import GateRefused
from lles.casefile.rules.check_answers import outcomes
from lles.casefile.rules.parts_weighed import PARTS
from lles.casefile.views import CaseView, pdf_response
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.documents import service_of
from lles.casefile.views.drafts import PageDraft
from lles.casefile.views.reporting import where_it_goes
from lles.casefile.views.sight import or_404
from lles.casefile.views.why import question_of, why_of
from lles.law.pathway import Pathway
from lles.work.safeguarding.changes.further import (
    end_further_withholding,
    file_further,
    findings_before_filing,
    preview_further,
    withhold_further,
)
from lles.work.safeguarding.forms.further import WithholdUpdateForm, asks_typed, expected_typed
from lles.work.safeguarding.queries.concerns import waits_for_the_hearing
from lles.work.safeguarding.queries.further import further_record
from lles.work.safeguarding.queries.further_filing import FurtherShown, further_shown, further_typed
from lles.work.safeguarding.queries.letter_page import adult_of
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.views.places import places_of

if TYPE_CHECKING:
    from lles.casefile.models import Case, Officer, Party
    from lles.work.safeguarding.models import FurtherLetter

PAGES = {
    FurtherKind.SHORT_NOTICE: "short_notice",
    FurtherKind.NOTE: "note",
    FurtherKind.UPDATE: "update",
}


def as_typed(typed: QueryDict, case: Case, kind: FurtherKind, by: Officer) -> FurtherLetter:
    """What stands in a form or a draft, as a letter that nobody has kept yet."""
    return further_typed(
        {name: str(typed.get(name, "")) for name in typed},
        further_record(case, kind),
        by,
        timezone.now(),
        asks=asks_typed(typed),
        expected=expected_typed(typed),
    )


class FurtherView(ChangeView):
    """A page about one kind of further letter of a case on the older pathway."""

    kind: FurtherKind = FurtherKind.SHORT_NOTICE
    tab = "safeguarding:letter"
    what = "letter"

    def begin(self) -> None:
        """There is none where there is no safeguarding letter (PF-NOLETTER)."""
        super().begin()
        if self.case.pathway != Pathway.CAP:
            raise Http404

    @property
    def leads_to(self) -> str:  # type: ignore[override]  # a value for each request, not for each class
        """Back to the page on which it is written."""
        return f"safeguarding:{PAGES[self.kind]}"

    @cached_property
    def draft(self) -> PageDraft:
        """What is typed and not kept yet, which the previews show."""
        return PageDraft(self.officer, str(self.kind), "case", self.case)

    @cached_property
    def shown(self) -> FurtherShown:
        """It with everything around it."""
        return further_shown(self.case, self.kind, timezone.now())

    def heading(self) -> str:
        return timeline.word(f"document.{self.kind}").said(self.language)

    def context(self, form: ChangeForm) -> dict[str, Any]:
        due = self.shown.due
        return {
            "shown": self.shown,
            "kind": str(self.kind),
            "page_name": PAGES[self.kind],
            "why": why_of(due, self.language),
            "question": question_of(due, self.heading(), self.language),
            "outcomes": outcomes(),
            "waits_for_the_hearing": waits_for_the_hearing,
            "may_sign": Verb.APPROVE in self.may,
            "unkept": self.draft.unkept(),
            "place_of": places_of(self.case, str(self.kind)),
            **service_of(self.case, self.shown.documents),
        }


class PreviewFurther(CaseView):
    """It as one reader would have it, in the real bytes, or what the gate refused."""

    kind: FurtherKind = FurtherKind.SHORT_NOTICE
    needs = Verb.WORK
    tab = "safeguarding:letter"
    what = "letter"

    def begin(self) -> None:
        """There is none where there is no safeguarding letter."""
        super().begin()
        if self.case.pathway != Pathway.CAP:
            raise Http404

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes it for one reader in one language, with what is being written."""
        draft = PageDraft(self.officer, str(self.kind), "case", self.case)
        typed = draft.typed()
        stopped = {"page_name": PAGES[self.kind], "unkept": draft.unkept()}
        try:
            made = preview_further(
                case=self.case,
                by=self.officer,
                at=timezone.now(),
                kind=self.kind,
                reader=str(self.kwargs["reader"]),
                language=str(self.kwargs["language"]),
                typed=as_typed(typed, self.case, self.kind, self.officer) if typed is not None else None,
            )
        except UnprintableText:
            return self.show("safeguarding/further_refused.html", 409, refusals=(), **stopped)
        if made.refusals:
            return self.show("safeguarding/further_refused.html", 409, refusals=made.refusals, **stopped)
        return pdf_response(or_404(made.released[0] if made.released else None), inline=True)


class FileFurther(FurtherView):
    """What stands in the way of filing, and the filing."""

    needs = Verb.FILE
    template = "safeguarding/file_further.html"

    def press(self) -> str:
        return _("File it with the court")

    def recorded(self) -> str:
        return where_it_goes(self.case, _("It is sealed and on its way to the court"))

    @cached_property
    def findings(self) -> Any:
        """What the rules have to say, with the length; what may tell a place, by the words that do."""
        found = findings_before_filing(case=self.case, by=self.officer, at=timezone.now(), kind=self.kind)
        told = self.shown.parts_told
        return (*(one for one in found if not told or one.provision != PARTS), *told)

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        form = super().form(data, initial)
        sign_off = self.shown.sign_off
        form.expect(self.findings, sign_off.reasons_given if sign_off else {})
        return form

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {**super().context(form), "bars": [one for one in self.findings if one.bars]}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Files it, or says what stands in the way and where; what was typed stays."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as stopped:
            return self.page(self.form(request.POST), 409, refusals=stopped.refusals)
        except UnprintableText:
            return self.page(self.form(request.POST), 409, refusals=())

    def change(self, form: ChangeForm) -> None:
        file_further(**self.passed(form), kind=self.kind, reasons=form.reasons)


class WithholdUpdate(FurtherView):
    """Why an update is kept from a party who was given the letter."""

    kind = FurtherKind.UPDATE
    template = "safeguarding/withhold.html"
    form_class = WithholdUpdateForm

    @cached_property
    def party(self) -> Party:
        """The adult it is about."""
        return or_404(adult_of(self.case, self.kwargs["party"]))

    def heading(self) -> str:
        return _("Keep the update from %(name)s") % {"name": self.party.name}

    def press(self) -> str:
        return _("Keep the update from this person")

    def initial(self) -> dict[str, Any]:
        return {"language_of_text": self.officer.language}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"party": self.party}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        withhold_further(
            **self.passed(form), party=self.party, reason=given["reason"], language=given["language_of_text"]
        )


class EndUpdateWithholding(WithholdUpdate):
    """A party gets the update after all."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Ends the withholding."""
        end_further_withholding(case=self.case, by=self.officer, at=timezone.now(), party=self.party)
        messages.success(request, self.recorded())
        return HttpResponseRedirect(reverse(self.leads_to, args=(self.case.reference,)))
