"""Giving a child the letter that was made for them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from lles.casefile.changes.children import record_given
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.children import GivenForm
from lles.casefile.gate import GateRefused
from lles.casefile.queries.of_case import document_of, versions_beside
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404

if TYPE_CHECKING:
    from lles.casefile.models import Document


class GiveToChild(ChangeView):
    """That a child has a letter, and how."""

    tab = leads_to = "casefile:documents"
    what = "serving"
    template = "casefile/give_to_child.html"
    form_class = GivenForm

    @cached_property
    def document(self) -> Document:
        """The letter; a document of nobody's child has no such page."""
        found = or_404(document_of(self.case, self.kwargs["document"]))
        return or_404(found if found.child_id else None)

    def begin(self) -> None:
        super().begin()
        self.document  # noqa: B018

    def heading(self) -> str:
        return _("Give %(name)s their letter") % {
            "name": self.document.child.name if self.document.child else ""
        }

    def press(self) -> str:
        return _("Record that it was given")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def initial(self) -> dict[str, Any]:
        return {"given_on": self.today}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"documents": versions_beside(self.document)}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records it, or says what has become protected since it was sealed."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            return self.page(self.form(request.POST), 409, not_recorded=refused.refusals)

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_given(
            **self.passed(form), document=self.document, way=given["way"], given_on=given["given_on"]
        )
