"""Serving a sealed document on one person: what is safe, its versions, the address for the envelope."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.serving import (
    check_address,
    record_came_back,
    record_served,
    record_served_before,
)
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.serving import CameBackForm, CheckAddressForm, ServedBeforeForm, ServeForm
from lles.casefile.gate import GateRefused, refusals_of_every, sealed
from lles.casefile.queries.conversations import safe_contact_of
from lles.casefile.queries.people import address_of
from lles.casefile.queries.serving import serving_facts, serving_of, to_serve
from lles.casefile.register import page_of_document
from lles.casefile.rules.serving import (
    Way,
    check_serving,
    only_who_may_have_it_is_served,
    served_only_in_a_safe_way,
    ways_open,
)
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404

if TYPE_CHECKING:
    from lles.casefile.gate import Refusal
    from lles.casefile.models import Serving
    from lles.casefile.queries.serving import ToServe
    from lles.casefile.rules.serving import ServingFacts


class ServingView(ChangeView):
    """A page about one document that one person is to have."""

    tab = leads_to = "casefile:documents"
    what = "serving"

    @cached_property
    def serving(self) -> Serving:
        """The document and the person."""
        return or_404(serving_of(self.case, self.kwargs["serving"]))

    @cached_property
    def shown(self) -> ToServe:
        """Its versions, and how it went so far."""
        return to_serve(self.serving)

    @cached_property
    def facts(self) -> ServingFacts:
        """The person as the rules weigh them."""
        return serving_facts(self.serving, self.case)

    def here(self) -> str:
        """The page of this document and this person."""
        return reverse("casefile:serving", args=(self.case.reference, self.serving.pk))


class Serve(ServingView):
    """How this person can be served now, and that they were."""

    template = "casefile/serving.html"

    def heading(self) -> str:
        return _("Serve a document on %(name)s") % {"name": self.serving.party.name}

    def press(self) -> str:
        return _("Record that it was served")

    @cached_property
    def refused(self) -> tuple[Refusal, ...]:
        """What has become protected since it was sealed, in any of the versions."""
        documents = () if self.shown.stands else self.shown.documents
        return refusals_of_every(self.case, [sealed(one) for one in documents])

    @property
    def was_before(self) -> bool:
        """Whether somebody says that the person had it before something in it became protected."""
        is_open = bool(self.refused) or self.request.method == "POST"  # what was typed then stays
        return is_open and Verb.FILE in self.may and "before" in self.request.GET

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        known: dict[str, Any] = {"initial": initial, "language": self.language, "today": self.today}
        known["now"] = timezone.now()
        sealed_at = min((one.made_at for one in self.shown.documents), default=self.serving.opened_at)
        if self.was_before:
            return ServedBeforeForm(data, **known, not_before=sealed_at, ways=tuple(Way))
        open_now = ways_open(self.facts)
        weighed = ((way, served_only_in_a_safe_way(way, self.facts)) for way in open_now)
        return ServeForm(
            data,
            **known,
            not_before=sealed_at,
            ways=open_now,
            warned=[(way, finding) for way, finding in weighed if finding and finding.warns],
        )

    def initial(self) -> dict[str, Any]:
        if self.was_before:
            return {}
        now = timezone.localtime()
        return {"on": now.date(), "clock": now.time().replace(second=0, microsecond=0)}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {
            "serving": self.serving,
            "written_on": page_of_document(self.serving.kind),
            "shown": self.shown,
            "facts": self.facts,
            "safe": safe_contact_of(self.case, self.serving.party),
            "of_post": served_only_in_a_safe_way(Way.POST, self.facts),
            "may_post": Way.POST in ways_open(self.facts),
            "barred": only_who_may_have_it_is_served(self.facts),
            "refusals": self.refused,
            "was_before": self.was_before,
            "may_file": Verb.FILE in self.may,
        }

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records that the person was served, or says what stands in the way."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            return self.page(self.form(request.POST), 409, not_recorded=refused.refusals)

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, ServeForm)
        way, passed = form.cleaned_data["way"], self.passed(form)
        if isinstance(form, ServedBeforeForm):
            before = {"way": way, "served_at": form.moment, "done": form.cleaned_data["done"]}
            record_served_before(**passed, serving=self.serving, **before)
            return
        record_served(**passed, serving=self.serving, way=way, served_at=form.moment, reasons=form.reasons)

    def recorded(self) -> str:
        return _("Recorded: %(name)s was served") % {"name": self.serving.party.name}


class Envelope(ServingView):
    """The address for the envelope, opened on purpose by a button, never kept and never printed elsewhere."""

    what = "serving"
    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows the address of this person where post is safe; the opening is recorded."""
        findings = check_serving(Way.POST, self.facts)
        if stands := [finding for finding in findings if finding.bars]:
            messages.error(request, stands[0].says.said(self.language))
            return HttpResponseRedirect(self.here())
        self.record_sight(f"location:party:{self.serving.party_id}")
        lines = address_of(self.case, self.serving.party)
        return self.show("casefile/envelope.html", serving=self.serving, lines=lines, back=self.here())


class CheckAddress(ServingView):
    """An address that changed is looked at again before anything is posted to it."""

    template = "casefile/check_address.html"
    form_class = CheckAddressForm

    def heading(self) -> str:
        return _("New address of %(name)s") % {"name": self.serving.party.name}

    def press(self) -> str:
        return _("Record that I checked")

    def after(self) -> str:
        return self.here()

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"serving": self.serving}

    def change(self, form: ChangeForm) -> None:
        check_address(**self.passed(form), serving=self.serving, letters=form.cleaned_data["letters"])


class CameBack(ServingView):
    """What was posted came back."""

    form_class = CameBackForm

    def heading(self) -> str:
        return _("What was posted to %(name)s came back") % {"name": self.serving.party.name}

    def press(self) -> str:
        return _("Record that it came back")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def initial(self) -> dict[str, Any]:
        return {"came_back_on": self.today}

    def after(self) -> str:
        return self.here()

    def change(self, form: ChangeForm) -> None:
        record_came_back(
            **self.passed(form), serving=self.serving, came_back_on=form.cleaned_data["came_back_on"]
        )
