"""Notes on a case: written, read by those who work on it, and corrected by another note."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.notes import CorrectedAlready, add_note
from lles.casefile.forms.notes import NoteForm
from lles.casefile.queries.notes import note_of
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.sight import CaseView, or_404

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.queries.notes import NoteRead


class ReadNote(CaseView):
    """The words of one note, for those who work on the case."""

    needs = Verb.WORK
    tab = "casefile:timeline"
    what = "note"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Opens the note."""
        return self.show("casefile/note.html", read=or_404(note_of(self.case, self.kwargs["note"])))


class AddNote(DraftedView):
    """A new note on the case; each officer has a draft of their own."""

    tab = leads_to = "casefile:timeline"
    what = "note"
    form_class = NoteForm
    draft_kind = "note"

    def heading(self) -> str:
        return _("Add a note")

    def press(self) -> str:
        return _("Keep the note")

    @property
    def draft_subject(self) -> str:
        """Two who note something at the same time do not write on one draft."""
        return f"{super().draft_subject}-by-{self.officer.pk}"

    def initial(self) -> dict[str, Any]:
        return {"written_in": self.language}

    def change(self, form: ChangeForm) -> None:
        passed = {name: given for name, given in self.passed(form).items() if name != "seen"}
        words, language = form.cleaned_data["words"], form.cleaned_data["written_in"]
        add_note(**passed, words=words, language=language, **self.corrected())

    def corrected(self) -> dict[str, Any]:
        """What the note corrects, for the change."""
        return {}


class CorrectNote(AddNote):
    """A note that corrects an earlier one, which stays as it was."""

    template = "casefile/correct_note.html"

    def heading(self) -> str:
        return _("Correct a note")

    @cached_property
    def read(self) -> NoteRead:
        """The note to correct."""
        return or_404(note_of(self.case, self.kwargs["note"]))

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows the form, or leads to the note that corrects this one already."""
        return self._to_the_later() or super().get(request, **kwargs)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Keeps the correction; where somebody corrected the note in between, nothing typed is lost."""
        or_404(self.read)
        try:
            return super().post(request, **kwargs)
        except CorrectedAlready:
            form = self._shown_again()
            form.is_valid()
            form.add_error(None, _("Another note corrects this one already: read it, then correct that one."))
            return self.page(form, status=409)

    def initial(self) -> dict[str, Any]:
        return {"written_in": self.read.note.language}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"read": self.read}

    def corrected(self) -> dict[str, Any]:
        return {"corrects": self.read.note}

    def _to_the_later(self) -> HttpResponse | None:
        if self.read.corrected_by is None:
            return None
        messages.info(self.request, _("This note corrects the one you asked for."))
        return HttpResponseRedirect(
            reverse("casefile:note", args=(self.case.reference, self.read.corrected_by))
        )
