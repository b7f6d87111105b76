"""Closing a case: how far the letters are and what is still open, the letters, the closing, and opening the
case again."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.documents import UnprintableText
from lles.casefile.forms.change import ChangeForm
from lles.casefile.gate import GateRefused
from lles.casefile.views import CaseView, pdf_response
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.sight import or_404
from lles.law.bilingual import LANGUAGES, Language
from lles.work.closing.changes import (
    close_case,
    make_letters,
    preview_letter,
    reopen_case,
    say_that_it_goes_on,
)
from lles.work.closing.forms import CloseForm, GoesOnForm, LettersForm, ReopenForm, draft_day
from lles.work.closing.queries.ended import is_at_its_end
from lles.work.closing.queries.facts import (
    closing_of,
    earlier_closings,
    hearing_ahead,
    how_long_it_is_kept,
    letters_say,
    reader_of,
    readers_of,
    tasks_left,
)
from lles.work.closing.rules import no_hearing_lies_ahead

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lles.work.closing.queries.facts import Reader
    from lles.work.closing.rules import OpenTask

_LANGUAGES: dict[str, Language] = {one: one for one in LANGUAGES}


class ClosingView(CaseView):
    """A page about closing a case; only what is open can be closed."""

    tab = "closing:closing"
    what = "closing"
    of_closed = False

    def begin(self) -> None:
        """A case that is closed is opened again first; one that is open cannot be."""
        super().begin()
        if self.needs is not Verb.SEE and (self.case.closed_at is not None) != self.of_closed:
            raise Http404

    def as_the_letters_say(self) -> dict[str, Any]:
        """How the work ended as the letters say that were made: nobody types it twice."""
        said = letters_say(self.case)
        return (
            {"outcome": said[-1].outcome, "ended_on": said[-1].ended_on} if said else {"ended_on": self.today}
        )


class ClosingPage(ClosingView):
    """What is left to do before a case can be closed; or how it was closed."""

    @property
    def hearing_ahead(self) -> date | None:
        """The day of the next hearing that goes ahead."""
        return hearing_ahead(self.case, timezone.now())

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists the readers of the letters and the open tasks."""
        return self.show(
            "closing/closing.html",
            closing=closing_of(self.case) if self.case.closed_at else None,
            earlier=earlier_closings(self.case),
            readers=readers_of(self.case),
            kept=how_long_it_is_kept(self.case, self.today),
            left=() if self.case.closed_at else tasks_left(self.case, self.today, {}),
            is_asked=is_at_its_end(self.case, self.today),
            ahead=None if self.case.closed_at else no_hearing_lies_ahead(self.hearing_ahead),
        )


class Letters(ClosingView, DraftedView):
    """The closing letters: who gets one, and what it says."""

    needs = Verb.FILE
    template = "closing/letters.html"
    form_class = LettersForm
    draft_kind = "closing_letters"
    draft_subject = "case"
    leads_to = "closing:closing"

    def heading(self) -> str:
        return _("Write the closing letters")

    def press(self) -> str:
        return _("Make and seal the letters")

    def recorded(self) -> str:
        return _("Recorded. What was made can be served and given now.")

    @cached_property
    def to_tell(self) -> Sequence[Reader]:
        """Everybody who has neither a letter nor a reason for none."""
        return [one for one in readers_of(self.case) if not one.is_told]

    def choices(self) -> dict[str, Any]:
        return {"today": self.today, "readers": self.to_tell}

    def initial(self) -> dict[str, Any]:
        return self.as_the_letters_say()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the letters, or says what stands in the way; what was typed stays in the draft."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            self.draft.save(request.POST, timezone.now())
            return self.show("closing/refused.html", 409, refusals=refused.refusals)
        except UnprintableText:
            self.draft.save(request.POST, timezone.now())
            return self.show("closing/refused.html", 409, refusals=())

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, LettersForm)
        make_letters(**self.passed(form), reasons=form.reasons, ended=form.ended, told=form.told)


class Preview(Letters):
    """One closing letter as its reader would have it, from what is typed so far, in the real bytes."""

    http_method_names = ("get",)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the letter for one reader in one language."""
        reader = or_404(reader_of(self.case, self.kwargs["reader"]))
        language: Language = or_404(_LANGUAGES.get(self.kwargs["language"]))
        if self.case.office is None or reader.is_told:
            raise Http404
        form = self.form(or_404(self.draft.typed()))
        assert isinstance(form, LettersForm)
        form.full_clean()
        try:
            released = preview_letter(
                case=self.case, by=self.officer, at=timezone.now(), reader=reader,
                ended=draft_day(form, self.today), words=form.words_for(reader, language), language=language,
            )  # fmt: skip
        except GateRefused as refused:
            return self.show("closing/refused.html", 409, refusals=refused.refusals)
        except UnprintableText:
            return self.show("closing/refused.html", 409, refusals=())
        return pdf_response(released, inline=True)


class Close(ClosingView, ChangeView):
    """The case is closed."""

    needs = Verb.FILE
    template = "closing/close.html"
    form_class = CloseForm
    leads_to = "closing:closing"

    def heading(self) -> str:
        return _("Close the case")

    def press(self) -> str:
        return _("Close the case")

    def recorded(self) -> str:
        return _("The case is closed. It can be opened again.")

    @cached_property
    def left(self) -> Sequence[OpenTask]:
        """What is still open."""
        return tasks_left(self.case, self.today, {})

    def choices(self) -> dict[str, Any]:
        return {"today": self.today, "tasks": self.left}

    def initial(self) -> dict[str, Any]:
        return self.as_the_letters_say()

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, CloseForm)
        close_case(**self.passed(form), ended=form.ended, tasks=form.tasks_ended, reasons=form.reasons)


class SayItGoesOn(ClosingView, ChangeView):
    """Why our involvement goes on where nothing is open."""

    needs = Verb.WORK
    form_class = GoesOnForm
    leads_to = "closing:closing"

    def heading(self) -> str:
        return _("Our involvement goes on")

    def press(self) -> str:
        return _("Record why it goes on")

    def recorded(self) -> str:
        return _("Recorded. Nobody is asked again until further work has ended.")

    def change(self, form: ChangeForm) -> None:
        say_that_it_goes_on(**self.passed(form), reason=form.cleaned_data["reason"])


class Reopen(ClosingView, ChangeView):
    """A closed case is opened again."""

    needs = Verb.WORK
    form_class = ReopenForm
    leads_to = "casefile:case"
    of_closed = True

    def heading(self) -> str:
        return _("Open the case again")

    def press(self) -> str:
        return _("Open the case again")

    def change(self, form: ChangeForm) -> None:
        reopen_case(**self.passed(form), reason=form.cleaned_data["reason"])
