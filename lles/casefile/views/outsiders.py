"""Adults outside the case who are checked, and people close to a child who are asked."""

from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from lles.casefile.changes.enhanced import open_enhanced
from lles.casefile.changes.outsiders import Basis, Outsider, check_outsider, open_source
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.outsiders import EnhancedForm, OutsiderForm, SourceForm
from lles.casefile.models import Check, Party
from lles.casefile.queries.of_case import check_of
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404


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


class Enhanced(ChangeView):
    """The question for enhanced police information about somebody who was checked."""

    tab = leads_to = "casefile:checks"
    what = "checks"
    template = "casefile/ask_check.html"
    form_class = EnhancedForm

    @cached_property
    def first(self) -> Check:
        """The police check of the first level."""
        found = or_404(check_of(self.case, self.kwargs["check"]))
        return or_404(found if found.kind == Check.POLICE and not found.is_enhanced else None)

    def heading(self) -> str:
        return _("Ask for enhanced police information")

    def press(self) -> str:
        return _("Open the question")

    def choices(self) -> dict[str, Any]:
        assert self.first
        return {"today": self.today}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"check": self.first}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        basis = Basis(given["basis"], given["basis_on"], None, given["basis_words"])
        open_enhanced(**self.passed(form), first=self.first, basis=basis, reasons=form.reasons)
