"""A hearing that is adjourned: one the feed sent or one that an officer listed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lles.casefile.changes.hearings import adjourn_hearing
from lles.casefile.queries.court import day_of, hearing_on_its_day
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.work.first_hearing.forms.adjourn import AdjournForm
from lles.work.first_hearing.queries.hearings import hearing_to_adjourn
from lles.work.first_hearing.views.orders import PAGE

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Hearing


class Adjourn(ChangeView):
    """A hearing is adjourned."""

    tab = leads_to = PAGE
    what = "hearing_record"
    form_class = AdjournForm

    @cached_property
    def hearing(self) -> Hearing:
        """The hearing."""
        return or_404(hearing_to_adjourn(self.case, self.kwargs["hearing"]))

    def begin(self) -> None:
        super().begin()
        self.hearing  # noqa: B018

    def heading(self) -> str:
        return _("Adjourn the hearing")

    def press(self) -> str:
        return _("Record that it is adjourned")

    def recorded(self) -> str:
        return _(
            "Recorded. Every day that hangs on the hearing is counted anew; the timeline says which moved."
        )

    def choices(self) -> dict[str, Any]:
        return {"listed_on": day_of(self.hearing) or self.today}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"means": self.unless_closed(hearing_on_its_day(self.hearing).said(self.language))}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, AdjournForm)
        given = form.cleaned_data
        adjourn_hearing(
            **self.passed(form), hearing=self.hearing, words=given["words"], again_at=form.again_at,
            venue=given["venue"],
        )  # fmt: skip
