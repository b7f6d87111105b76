"""The letter as it is written: section by section over the record, its length, and as each reader has it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.documents import UnprintableText
from lles.casefile.views import CaseView, pdf_response
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.drafts import OF, PageDraft
from lles.casefile.views.sight import or_404
from lles.law.pathway import Pathway
from lles.work.safeguarding.changes.letter import write_letter
from lles.work.safeguarding.changes.preview import preview_letter
from lles.work.safeguarding.changes.typed_details import without_details
from lles.work.safeguarding.documents.safeguarding_letter.length import length_of
from lles.work.safeguarding.forms.letter import LetterForm, initial_of
from lles.work.safeguarding.forms.typed import choices_of, content_typed
from lles.work.safeguarding.queries.letter_page import LetterShown, letter_shown, record_of
from lles.work.safeguarding.queries.writing import DRAFT
from lles.work.safeguarding.rules.advice import pieces_of_advice
from lles.work.safeguarding.views.in_words import length_in_words, marks_in_words, options_in_words
from lles.work.safeguarding.views.letter import LetterView

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.rules.lengths import Length
    from lles.law.bilingual import Language
    from lles.work.safeguarding.rules.letter_content import Content

CHECK = "check-before-filing"


class WriteLetter(DraftedView, LetterView):
    """The letter from the record, section by section, with what its author adds."""

    needs = Verb.SEE
    template = "safeguarding/letter.html"
    form_class = LetterForm
    draft_kind = DRAFT

    def press(self) -> str:
        return _("Keep what I wrote")

    def recorded(self) -> str:
        return _("Kept")

    def choices(self) -> dict[str, Any]:
        return choices_of(self.record, self.language)

    @cached_property
    def shown(self) -> LetterShown:
        """The letter as it is being written, where something was typed."""
        return letter_shown(self.record, timezone.now(), self.typed)

    typed: Content | None = None

    def page(self, form: ChangeForm, status: int = 200, **context: Any) -> HttpResponse:
        if form.is_bound and isinstance(form, LetterForm):
            self.typed = content_typed(form.data, self.record)
        return super().page(form, status, **context)

    def context(self, form: ChangeForm) -> dict[str, Any]:
        kept = self.record.letter.set_aside if self.record.letter else {}
        return {
            **super().context(form),
            "set_aside": options_in_words(kept, self.language),
            "pieces": pieces_of_advice(),
            "length": length_in_words(self.length) if self.may_work else "",
        }

    @cached_property
    def length(self) -> Length | None:
        """How long the version for the court is, in the language of the page."""
        if self.shown.sealed or not self.shown.belongs:
            return None
        return length_of(self.shown.record, self.officer, timezone.now(), self.language)

    def as_seen(self) -> dict[str, int]:
        letter = self.record.letter
        known = {"revision": letter.revision if letter else 1}
        return {**super().as_seen(), **known}

    def initial(self) -> dict[str, Any]:
        letter = self.record.letter
        answers = max((answer.pk for answer in self.record.every_answer), default=0)
        if letter is None:
            return {"language_of_text": self.officer.language, "answers": answers}
        language: Language = "cy" if letter.language == "cy" else "en"
        return {**initial_of(self.record.content, letter.set_aside, language), "answers": answers}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, LetterForm)
        draft = {"draft": self.draft.used(self.request.POST)} if OF in self.request.POST else {}
        kept = write_letter(
            case=self.case,
            by=self.officer,
            at=timezone.now(),
            content=form.content(),
            looked_again=form.looked_again(),
            answers_seen=form.answers_seen(),
            set_aside=form.set_aside(),
            seen_revision=form.cleaned_data["revision"],
            **draft,
        )
        if kept.marks:
            messages.warning(self.request, marks_in_words(kept.marks))

    def after(self) -> str:
        """On to the page that is asked for: the check before filing, or back to the letter."""
        if CHECK in self.request.POST:
            return reverse("safeguarding:file", args=(self.case.reference,))
        return super().after()


class LengthOfLetter(CaseView):
    """How long the letter is by now, for the page on which it is being written; it shows nothing of it."""

    needs = Verb.WORK
    what = ""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Sets the version for the court as it is being written, and says its length."""
        record = record_of(self.case)
        typed = PageDraft(self.officer, DRAFT, "case", self.case).typed()
        content = content_typed(typed, record) if typed is not None else None
        length = length_of(
            replace(record, content=content) if content else record,
            self.officer,
            timezone.now(),
            self.language,
        )
        return JsonResponse({"says": length_in_words(length)})


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
        """Makes the letter for one reader in one language, with what is being written."""
        draft = PageDraft(self.officer, DRAFT, "case", self.case)
        typed, unkept, content = draft.typed(), draft.unkept(), None
        if typed is not None:
            content, _marks = without_details(self.case, content_typed(typed, record_of(self.case)))
        try:
            made = preview_letter(
                case=self.case,
                by=self.officer,
                at=timezone.now(),
                reader=str(self.kwargs["reader"]),
                language=str(self.kwargs["language"]),
                content=content,
            )
        except UnprintableText as unprintable:
            return self.show(
                "safeguarding/refused.html", 409, refusals=(), unprintable=str(unprintable), unkept=unkept
            )
        if made.refusals:
            return self.show(
                "safeguarding/refused.html", 409, refusals=made.refusals, unprintable="", unkept=unkept
            )
        released = made.released[0] if made.released else None
        return pdf_response(or_404(released), inline=True)
