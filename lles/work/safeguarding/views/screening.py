"""The screening of an application that brings no checks of itself: what was decided, and deciding it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.views.changing import ChangeView
from lles.work.safeguarding.changes.screening import screen_application
from lles.work.safeguarding.forms.screening import ScreeningForm
from lles.work.safeguarding.queries.screening import opened_on, screenings_of, why_screened_first
from lles.work.safeguarding.queries.short_notice import hearing_comes_too_soon
from lles.work.safeguarding.rules import safeguarding_law

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm


class Screen(ChangeView):
    """Why the application is screened first, what was decided so far, and a decision; where checks are open
    already there is none to take."""

    needs = Verb.WORK
    what = "screening"
    template = "safeguarding/screening.html"
    form_class = ScreeningForm

    def heading(self) -> str:
        return _("Screening of the application")

    def press(self) -> str:
        return _("Record the decision")

    def context(self, form: ChangeForm) -> dict[str, Any]:
        waits = None if opened_on(self.case).has_letter else why_screened_first(self.case)
        law = safeguarding_law()["SG-CHECKS-OTHER"]
        return {
            "is_asked": waits is not None,
            "says": waits.says if waits else law.sentence("open"),
            "provision": law.id,
            "decided": screenings_of(self.case),
            "too_soon": hearing_comes_too_soon(self.case) if waits else None,
        }

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        screen_application(
            **self.passed(form), checks_called_for=given["checks_called_for"], reason=given["reason"]
        )
