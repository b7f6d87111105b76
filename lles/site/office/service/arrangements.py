"""The arrangements under which somebody works who is not an employee (JUR-DELEGATE-W)."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from lles.casefile.changes.officers import record_arrangement, withdraw_arrangement
from lles.casefile.queries.arrangements import arrangement_of, arrangements_of
from lles.casefile.queries.provisions import provision_of
from lles.casefile.views.sight import or_404
from lles.site.office.service.forms import ArrangementForm, ServiceForm
from lles.site.office.service.page import ServiceChange
from lles.site.office.service.people import PersonPage


class Arrangements(ServiceChange, PersonPage):
    """The arrangements of one person, and a form for one more."""

    template = "office/service/arrangements.html"
    form_class = ArrangementForm

    def heading(self) -> str:
        return _("Arrangements: %(name)s") % {"name": self.person.name}

    def press(self) -> str:
        return _("Record the arrangement")

    def lead(self) -> tuple[str, ...]:
        provision = provision_of("JUR-DELEGATE-W")
        assert provision is not None
        return (provision.says.said(self.language), provision.citation.said(self.language))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records an arrangement, or takes one back."""
        taken_back = request.POST.get("withdraw", "")
        if not (taken_back.isascii() and taken_back.isdigit() and len(taken_back) < 18):
            return super().post(request, **kwargs)
        arrangement = or_404(arrangement_of(self.person, int(taken_back)))
        withdraw_arrangement(**self.given(), arrangement=arrangement)
        messages.success(request, _("Recorded"))
        return HttpResponseRedirect(self.after())

    def show(self, template: str, status: int = 200, **context: Any) -> HttpResponse:
        """The page with what there is."""
        known = {"arrangements": arrangements_of(self.person), "person": self.person}
        return super().show(template, status, **known, **context)

    def change(self, form: ServiceForm) -> object:
        given = form.cleaned_data
        days = {name: given[name] for name in ("starts", "ends", "scope")}
        return record_arrangement(**self.given(), officer=self.person, **days)

    def after(self) -> str:
        return reverse("service:arrangements", args=(self.person.pk,))
