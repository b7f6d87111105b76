"""Adults outside the case who are checked, and people close to a child who are asked."""

from typing import Any

from django.utils.translation import gettext as _

from lles.casefile.changes.outsiders import Basis, Outsider, check_outsider, open_source
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.outsiders import OutsiderForm, SourceForm
from lles.casefile.models import Party
from lles.casefile.views.changing import ChangeView


class OnBasis(ChangeView):
    """A page that opens a question on a recorded basis."""

    tab = leads_to = "casefile:checks"
    what = "checks"

    def press(self) -> str:
        return _("Open the question")

    def choices(self) -> dict[str, Any]:
        adults = [one for one in self.case_head.parties if not one.is_organisation]
        return {"today": self.today, "parties": [(one.pk, one.name) for one in adults]}

    def party(self, number: str) -> Party | None:
        """The party of a number; the form offers those of the case alone."""
        return self.case.parties.get(pk=number) if number else None

    def basis(self, form: ChangeForm) -> Basis:
        """The basis as it was typed."""
        given = form.cleaned_data
        party = self.party(given["basis_from"])
        return Basis(given["basis"], given["basis_on"], party, given["basis_words"])


class CheckOutsider(OnBasis):
    """A check of an adult who is no party."""

    form_class = OutsiderForm

    def heading(self) -> str:
        return _("Check an adult who is not a party")

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        told = ("first_name", "last_name", "former_names", "born_on", "relation", "lives_with_party")
        party = self.party(given["party"])
        assert party is not None
        outsider = Outsider(party=party, **{name: given[name] for name in told})
        check_outsider(**self.passed(form), outsider=outsider, basis=self.basis(form), kinds=given["kinds"])


class OpenSource(OnBasis):
    """A question to somebody close to a child."""

    form_class = SourceForm

    def heading(self) -> str:
        return _("Ask somebody close to a child")

    def choices(self) -> dict[str, Any]:
        children = [(child.pk, child.name) for child in self.case_head.children]
        return {**super().choices(), "children": children}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        child = self.case.children.get(pk=given["child"])
        open_source(
            **self.passed(form),
            child=child,
            kind=given["kind"],
            called=given["called"],
            basis=self.basis(form),
        )
