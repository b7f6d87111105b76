"""Pages on which a new address is recorded, a detail protected, or opened by the word of two persons."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.left import holding_and_left, left_dealt_with
from lles.casefile.changes.whereabouts import (
    ask_to_open,
    decide_opening,
    protect_whereabouts,
    record_whereabouts,
)
from lles.casefile.forms.serving import LeftBeforeForm
from lles.casefile.forms.whereabouts import DecideOpeningForm, OpeningForm, WhereaboutsForm
from lles.casefile.locations import ABOUT, PROTECTED
from lles.casefile.queries.people import guards_of, person_of, statement_of
from lles.casefile.timeline import read
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import CaseView, or_404

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Child, ConfidentialityStatement, Party
    from lles.casefile.timeline import Said
    from lles.law.bilingual import Language


def _warn(request: HttpRequest, left: Sequence[Said], language: Language) -> None:
    """Names at once what holds a protected detail and has left already."""
    for one in left:
        messages.warning(request, " ".join(read(one.kind, one.as_data(), language)))


class OfOnePerson(CaseView):
    """A page about one child or one party, whom its address names as party-3 or child-4."""

    tab = "casefile:people"
    what = "people"
    needs = Verb.WORK

    @cached_property
    def owner(self) -> str:
        """The person as the store of locations names them."""
        return str(self.kwargs["who"]).replace("-", ":", 1)

    @cached_property
    def person(self) -> Child | Party:
        """The child or the party."""
        found = person_of(self.case, self.owner)
        if found is None:
            raise Http404
        return found


class RecordWhereabouts(OfOnePerson, ChangeView):
    """A new address, telephone number or e-mail address of a person."""

    leads_to = "casefile:people"
    template = "casefile/record_whereabouts.html"
    form_class = WhereaboutsForm

    def heading(self) -> str:
        return _("New contact details of %(name)s") % {"name": self.person.name}

    def press(self) -> str:
        return _("Record the contact details")

    def recorded(self) -> str:
        return _("Recorded. Nothing is sent to what it replaced.") if self.holds else _("Recorded")

    def initial(self) -> dict[str, Any]:
        return {"replaces": "yes", "private": "unknown"}

    def choices(self) -> dict[str, Any]:
        return {"holds": self.holds}

    @cached_property
    def holds(self) -> bool:
        """Whether anything was held of this person when the page was opened."""
        return bool(guards_of(self.case, self.owner))

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, WhereaboutsForm)
        left = record_whereabouts(**self.passed(form), owner=self.owner, told=form.told())
        _warn(self.request, left, self.language)


class Protect(OfOnePerson):
    """Protects a kind of detail of a person at once."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Protects it; nobody is asked twice."""
        about = request.POST.get("about", "")
        if about not in ABOUT:
            raise Http404
        name = self.person.name
        passed: dict[str, Any] = {"case": self.case, "by": self.officer, "at": timezone.now()}
        left = protect_whereabouts(**passed, owner=self.owner, about=about)
        messages.success(request, _("Protected from now on: %(name)s") % {"name": name})
        _warn(request, left, self.language)
        return HttpResponseRedirect(reverse("casefile:people", args=(self.case.reference,)))


class AskToOpen(OfOnePerson, ChangeView):
    """A statement of the person or the court that a detail may be told."""

    leads_to = "casefile:people"
    template = "casefile/ask_to_open.html"
    form_class = OpeningForm

    def heading(self) -> str:
        return _("What may be told of %(name)s") % {"name": self.person.name}

    def press(self) -> str:
        return _("Ask a second person to confirm")

    def recorded(self) -> str:
        return _("Recorded. It stays protected until a second person confirms it.")

    def choices(self) -> dict[str, Any]:
        held = guards_of(self.case, self.owner)
        return {"today": self.today, "kinds": [one for one in ABOUT if held.get(one) == PROTECTED]}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        statement = {name: given[name] for name in ("about", "made_by", "made_on", "words")}
        ask_to_open(**self.passed(form), owner=self.owner, **statement)


class DecideOpening(ChangeView):
    """A second person reads a statement and decides whether the detail may be told."""

    needs = Verb.APPROVE
    tab = leads_to = "casefile:people"
    what = "statement"
    template = "casefile/decide_opening.html"
    form_class = DecideOpeningForm

    @cached_property
    def statement(self) -> ConfidentialityStatement:
        """The statement."""
        return or_404(statement_of(self.case, self.kwargs["statement"]))

    def heading(self) -> str:
        return _("May this be told?")

    def press(self) -> str:
        return _("Record the decision")

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"statement": self.statement, "person": person_of(self.case, self.statement.owner)}

    def change(self, form: ChangeForm) -> None:
        confirmed = form.cleaned_data["confirmed"] == "yes"
        decide_opening(**self.passed(form), statement=self.statement, confirmed=confirmed)


class LeftBefore(ChangeView):
    """What has left and holds what became protected since, and what was done about it."""

    tab = leads_to = "casefile:people"
    what = "people"
    template = "casefile/left_before.html"
    form_class = LeftBeforeForm

    def heading(self) -> str:
        return _("What left before it became protected")

    def press(self) -> str:
        return _("Record what was done")

    def context(self, form: ChangeForm) -> dict[str, Any]:
        found = holding_and_left(self.case)
        return {"left": [" ".join(read(one.kind, one.as_data(), self.language)) for one in found]}

    def change(self, form: ChangeForm) -> None:
        left_dealt_with(**self.passed(form), done=form.cleaned_data["done"])
