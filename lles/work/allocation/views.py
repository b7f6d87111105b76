"""Giving a case to an officer."""

from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lles.casefile.access import Verb
from lles.casefile.changes.people import allocate
from lles.casefile.forms.change import ChangeForm
from lles.casefile.timeline import LONDON
from lles.casefile.views.changing import ChangeView
from lles.work.allocation.forms import AllocateForm
from lles.work.allocation.queries import Choice, choice


class Allocate(ChangeView):
    """Who takes the case."""

    needs = Verb.ALLOCATE
    what = "allocation"
    template = "allocation/allocate.html"
    form_class = AllocateForm

    def heading(self) -> str:
        return _("Give the case to an officer")

    def press(self) -> str:
        return _("Give the case")

    @cached_property
    def choice(self) -> Choice:
        """The officers who could take it, and those who could not."""
        return choice(self.case, self.officer, timezone.now().astimezone(LONDON).date())

    def choices(self) -> dict[str, Any]:
        return {"people": [(one.officer.pk, one.officer.name) for one in self.choice.candidates]}

    def initial(self) -> dict[str, Any]:
        return {"to": self.case.officer_id}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        carried = {str(one.officer.pk): _carries(one.open_cases) for one in self.choice.candidates}
        return {"carried": carried, "people": self.choice.candidates, "left_out": self.choice.left_out}

    def change(self, form: ChangeForm) -> None:
        to = next(one.officer for one in self.choice.candidates if one.officer.pk == form.cleaned_data["to"])
        allocate(**self.passed(form), to=to)


def _carries(cases: int) -> str:
    if not cases:
        return _("No open cases")
    return ngettext("%(num)s open case", "%(num)s open cases", cases) % {"num": cases}
