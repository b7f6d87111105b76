"""Recording the answer to a check: fact by fact, with the most that a letter may say of each."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lles.casefile.changes.checks import Found, record_check_answer
from lles.casefile.forms import SHOWN_AGAIN
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.checks import AnswerForm
from lles.casefile.views.checks import CheckView
from lles.casefile.views.drafting import DraftedView


class AnswerCheck(CheckView, DraftedView):
    """The answer to a check, in closed words tied to one identified person."""

    template = "casefile/answer_check.html"
    what = "checks"
    form_class = AnswerForm
    draft_kind = "check_answer"

    def heading(self) -> str:
        return _("Record the answer")

    def press(self) -> str:
        return _("Record the answer")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records the answer; or shows the most it can carry, or room for one more thing it says."""
        if "more" not in request.POST and "preview" not in request.POST:
            return super().post(request, **kwargs)
        typed = request.POST.copy()
        if "more" in request.POST:
            typed["rows"] = str(self.form(typed).count + 1)  # type: ignore[attr-defined]  # it counts its rows
        typed[SHOWN_AGAIN] = self.language
        return self.page(self.form(typed), preview="preview" in request.POST)

    def choices(self) -> dict[str, Any]:
        children = [(child.pk, child.name) for child in self.case_head.children]
        return {**super().choices(), "children": children}

    def initial(self) -> dict[str, Any]:
        return {"received_on": self.today}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, AnswerForm)
        children = {child.pk: child for child in self.case.children.all()}
        found = [
            Found(**{**asdict(one), "child": children.get(one.child) if one.child else None})
            for one in form.facts()
        ]
        record_check_answer(
            **self.passed(form),
            check=self.check,
            found=found,
            identified_by=form.cleaned_data["identified_by"],
            received_on=form.cleaned_data["received_on"],
            reasons=form.reasons,
        )
