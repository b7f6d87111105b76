"""A call that nobody answered, recorded from wherever it was made."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.changes.conversations import record_no_answer
from lles.casefile.forms.conversations import CallForm
from lles.casefile.queries.of_case import party_of
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Party

BACK = {"today": "today", "case": "casefile:case", "tasks": "casefile:tasks"}


class NoAnswer(ChangeView):
    """A call that nobody answered, recorded by one press; it asks for a reason where nobody was to call."""

    http_method_names = ("post", "options")
    tab = "casefile:conversations"
    what = "conversations"
    form_class = CallForm

    @cached_property
    def party(self) -> Party:
        """The adult who was called."""
        return or_404(party_of(self.case, self.kwargs["party"]))

    def heading(self) -> str:
        return _("No answer: %(name)s") % {"name": self.party.name}

    def press(self) -> str:
        return _("Record the call")

    def recorded(self) -> str:
        return _("Recorded: no answer from %(name)s") % {"name": self.party.name}

    def after(self) -> str:
        """Back to where the button was pressed."""
        page = BACK.get(self.request.POST.get("back", ""), "casefile:conversations")
        return reverse(page, args=() if page == "today" else (self.case.reference,))

    def change(self, form: ChangeForm) -> None:
        """Records the attempt as of now, whatever else was done since the page was opened."""
        record_no_answer(
            case=self.case, by=self.officer, at=timezone.now(), party=self.party, reasons=form.reasons
        )
