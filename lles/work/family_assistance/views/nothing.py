"""A proposed order that came to nothing."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from lles.casefile.forms.change import ChangeForm
from lles.work.family_assistance import rules
from lles.work.family_assistance.changes.nothing import record_nothing
from lles.work.family_assistance.forms.said import NothingForm
from lles.work.family_assistance.views.order import AssistanceChange


class RecordNothing(AssistanceChange):
    """The court made no order of what was proposed, or it was withdrawn."""

    form_class = NothingForm

    def begin(self) -> None:
        """The court has made no order of it yet."""
        super().begin()
        if self.assistance.order is not None:
            raise Http404

    def heading(self) -> str:
        return _("Nothing came of the order that was weighed")

    def press(self) -> str:
        return _("Record that nothing came of it")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def initial(self) -> dict[str, Any]:
        return {"language_of_words": self.language}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"means": rules.proposal_that_came_to_nothing_feeds_no_order().said(self.language)}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_nothing(
            **self.passed(form), assistance=self.assistance, outcome=given["outcome"], on=given["on"],
            decided_by=given["decided_by"], known_by=given["known_by"], words=given["words"],
            language=given["language_of_words"],
        )  # fmt: skip
