"""A hearing that is recorded and of which the court says otherwise: somebody looks."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lles.casefile.queries.court import hearing_on_its_day
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.work.first_hearing.changes.looking import record_looked
from lles.work.first_hearing.forms.looking import LookedForm
from lles.work.first_hearing.queries.hearings import hearing_to_look_at
from lles.work.first_hearing.views.orders import PAGE

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Hearing


class Look(ChangeView):
    """Somebody looks at what the court says of a hearing that is recorded."""

    tab = leads_to = PAGE
    what = "hearing_record"
    template = "first_hearing/look.html"
    form_class = LookedForm

    @cached_property
    def hearing(self) -> Hearing:
        """The hearing as it is recorded."""
        return or_404(hearing_to_look_at(self.case, self.kwargs["hearing"]))

    def begin(self) -> None:
        super().begin()
        self.hearing  # noqa: B018

    def heading(self) -> str:
        return _("The court says otherwise: %(hearing)s") % {
            "hearing": self.unless_closed(hearing_on_its_day(self.hearing).said(self.language))
        }

    def press(self) -> str:
        return _("Record what you found")

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"hearing": self.hearing}

    def change(self, form: ChangeForm) -> None:
        record_looked(**self.passed(form), hearing=self.hearing, words=form.cleaned_data["words"])
