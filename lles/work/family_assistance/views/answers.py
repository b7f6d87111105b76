"""What the court says of a running order."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from lles.casefile.forms.change import ChangeForm
from lles.work.family_assistance import rules
from lles.work.family_assistance.changes.answers import record_answer
from lles.work.family_assistance.forms.said import AnswerForm
from lles.work.family_assistance.queries.named import wrongly_named
from lles.work.family_assistance.views.order import AssistanceChange


class RecordAnswer(AssistanceChange):
    """That the court ended the order before its last day, or that it goes on."""

    form_class = AnswerForm

    def heading(self) -> str:
        return _("What did the court decide on family assistance?")

    def press(self) -> str:
        return _("Record the decision")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today, "asks_of_names": bool(wrongly_named(self.assistance))}

    def initial(self) -> dict[str, Any]:
        return {"language_of_words": self.language}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"means": rules.officer_does_not_change_an_order().says.said(self.language)}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_answer(
            **self.passed(form), assistance=self.assistance, answer=given["answer"], on=given["on"],
            words=given["words"], language=given["language_of_words"], reasons=form.reasons,
        )  # fmt: skip
