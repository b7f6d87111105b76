"""What was recorded of an order wrongly."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _

from lles.casefile.forms.change import ChangeForm
from lles.work.family_assistance.changes.wrong import record_wrong
from lles.work.family_assistance.forms.said import WrongForm
from lles.work.family_assistance.queries.counted import proposal_of, recorded
from lles.work.family_assistance.views.order import AssistanceChange


class RecordWrong(AssistanceChange):
    """Something was recorded wrongly; of a proposal that came to nothing, that it did."""

    form_class = WrongForm
    template = "family_assistance/wrong.html"

    def begin(self) -> None:
        """What is said to be wrong is of this order, and counts."""
        super().begin()
        found = recorded(self.assistance, self.kwargs["what"], self.kwargs["row"])
        if found is None:
            raise Http404
        self.row = found

    def is_open(self) -> bool:
        """A proposal is weighed again where no other is."""
        return self.kwargs["what"] != "nothing" or proposal_of(self.case) is None

    def heading(self) -> str:
        return _("What was recorded of the order is wrong")

    def press(self) -> str:
        return _("Record that it is wrong")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"row": self.row, "what": self.kwargs["what"]}

    def change(self, form: ChangeForm) -> None:
        why = form.cleaned_data["why"]
        record_wrong(**self.passed(form), assistance=self.assistance, row=self.row, why=why)
