"""The safeguarding letter: written over the record, previewed as each reader has it, withheld, filed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.documents import UnprintableText
from lles.casefile.forms.change import ChangeForm
from lles.casefile.gate import GateRefused
from lles.casefile.rules.check_answers import outcomes
from lles.casefile.views import CaseView, pdf_response
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.casefile.views.why import question_of, why_of
from lles.law.pathway import Pathway
from lles.work.safeguarding.changes.letter import (
    end_withholding,
    file_letter,
    withhold,
    write_letter,
)
from lles.work.safeguarding.changes.preview import preview_letter
from lles.work.safeguarding.forms.letter import LetterForm, WithholdForm, advice_in_words, because
from lles.work.safeguarding.queries.letter_page import LetterShown, adult_of, letter_shown

if TYPE_CHECKING:
    from lles.casefile.models import Party


class LetterView(ChangeView):
    """A page about the letter of a case."""

    tab = leads_to = "safeguarding:letter"
    what = "letter"

    @cached_property
    def shown(self) -> LetterShown:
        """The letter with everything around it."""
        return letter_shown(self.case, self.officer, timezone.now())

    def heading(self) -> str:
        return self.shown.title.said(self.language)

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {
            "shown": self.shown,
            "why": why_of(self.shown.due, self.language),
            "question": question_of(self.shown.due, self.heading(), self.language),
            "outcomes": outcomes(),
        }


class WriteLetter(LetterView):
    """The letter from the record, with what its author adds."""

    needs = Verb.SEE
    template = "safeguarding/letter.html"
    form_class = LetterForm

    def press(self) -> str:
        return _("Keep what I wrote")

    def recorded(self) -> str:
        return _("Kept")

    def context(self, form: ChangeForm) -> dict[str, Any]:
        kept = self.shown.letter.set_aside if self.shown.letter else {}
        return {**super().context(form), "set_aside": advice_in_words(kept, self.language)}

    def as_seen(self) -> dict[str, int]:
        letter = self.shown.letter
        return {**super().as_seen(), "revision": letter.revision if letter else 1}

    def initial(self) -> dict[str, Any]:
        letter = self.shown.letter
        if letter is None:
            return {"language_of_text": self.officer.language}
        given = {one["code"]: one.get("reason", "") for one in letter.advice} | letter.set_aside
        reasons = {because(code): reason for code, reason in given.items()}
        return {
            "language_of_text": letter.language,
            "analysis": letter.analysis,
            "advice": [one["code"] for one in letter.advice],
            "next_steps": letter.next_steps,
            **reasons,
        }

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, LetterForm)
        given = form.cleaned_data
        write_letter(
            case=self.case,
            by=self.officer,
            at=timezone.now(),
            analysis=given["analysis"],
            language=given["language_of_text"],
            advice=form.advised(),
            set_aside=form.set_aside(),
            next_steps=given["next_steps"],
            seen_revision=given["revision"],
        )


class Preview(CaseView):
    """The letter as one reader would have it, in the real bytes, or what the gate refused."""

    needs = Verb.WORK
    tab = "safeguarding:letter"
    what = "letter"

    def begin(self) -> None:
        """There is nothing to preview on a pathway without the letter (PF-NOLETTER)."""
        super().begin()
        if self.case.pathway != Pathway.CAP:
            raise Http404

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the letter for one reader in one language."""
        try:
            made = preview_letter(
                case=self.case,
                by=self.officer,
                at=timezone.now(),
                reader=str(self.kwargs["reader"]),
                language=str(self.kwargs["language"]),
            )
        except UnprintableText as unprintable:
            return self.show("safeguarding/refused.html", 409, refusals=(), unprintable=str(unprintable))
        if made.refusals:
            return self.show("safeguarding/refused.html", 409, refusals=made.refusals, unprintable="")
        released = made.released[0] if made.released else None
        return pdf_response(or_404(released), inline=True)


class FileLetter(LetterView):
    """What stands in the way of filing, and the filing."""

    template = "safeguarding/file.html"

    def press(self) -> str:
        return _("File the letter")

    def recorded(self) -> str:
        return _("The letter is sealed and on its way to the court")

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        form = super().form(data, initial)
        form.expect(self.shown.warnings)
        return form

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Files the letter, or says what stands in the way and where."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            return self.show("safeguarding/refused.html", 409, refusals=refused.refusals, unprintable="")
        except UnprintableText as unprintable:
            return self.show("safeguarding/refused.html", 409, refusals=(), unprintable=str(unprintable))

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
