"""The family assistance orders of a case, one of them with its clock, and what it says."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.directions import Directed
from lles.casefile.changes.door import Stale
from lles.casefile.forms.change import ChangeForm
from lles.casefile.queries.of_case import child_of, party_of
from lles.casefile.queries.readers import nation_of_officers
from lles.casefile.rules.bodies import body_name
from lles.casefile.rules.order_strip import clock_for_page
from lles.casefile.views import CaseView
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.orders_on_file import arrangements_on_file
from lles.casefile.views.sight import or_404
from lles.work.family_assistance import rules
from lles.work.family_assistance.changes.order import Naming, Terms, propose_assistance, record_terms
from lles.work.family_assistance.forms.order import PEOPLE, TermsForm
from lles.work.family_assistance.queries.counted import nothing_of, proposal_of
from lles.work.family_assistance.queries.facts import (
    assistance_of,
    assistances_of,
    is_of_an_authority,
    live_directions,
    supplier_of,
)
from lles.work.family_assistance.queries.named import is_unread, named_or_proposed
from lles.work.family_assistance.queries.pages import shown
from lles.work.family_assistance.queries.papers import copies_of, not_sent_of, papers_open
from lles.work.family_assistance.queries.risks import risk_is_open
from lles.work.family_assistance.rules.papers import Paper, document_begins_before_the_order_ends

if TYPE_CHECKING:
    from datetime import date

    from lles.casefile.models import Direction
    from lles.work.family_assistance.models import Assistance

PREFIX = "family_assistance_"


class Orders(CaseView):
    """The family assistance orders of a case."""

    tab = "family_assistance:orders"
    what = "family_assistance"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists them, the latest first."""
        found = [shown(one, self.today) for one in assistances_of(self.case)]
        may_propose = self.may_work and proposal_of(self.case) is None
        return self.show("family_assistance/orders.html", found=found, may_propose=may_propose)


class Propose(CaseView):
    """An order is weighed before the court makes one."""

    tab = "family_assistance:orders"
    what = "family_assistance"
    needs = Verb.WORK

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """What begins by a press has no page of its own."""
        return HttpResponseRedirect(reverse("family_assistance:orders", args=(self.case.reference,)))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Begins to weigh one; where that is done already, leads to it."""
        try:
            made = propose_assistance(case=self.case, by=self.officer, at=timezone.now())
        except Stale:
            return self.get(request)
        messages.success(request, _("Begun. Say whom the order would name."))
        args = (self.case.reference, made.pk)
        return HttpResponseRedirect(reverse("family_assistance:terms", args=args))


class AssistanceView(CaseView):
    """A page about one family assistance order."""

    tab = "family_assistance:orders"
    what = "family_assistance"

    @cached_property
    def assistance(self) -> Assistance:
        """The order it is about."""
        return or_404(assistance_of(self.case, self.kwargs["assistance"]))

    def begin(self) -> None:
        """The order is of this case."""
        super().begin()
        or_404(self.assistance)


class Order(AssistanceView):
    """One order: its clock, whom it names, what it directs, and what has to be known of it."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows it."""
        one = shown(self.assistance, self.today)
        helper = rules.officer_is_made_available_to_advise_and_assist(
            supplier_of(self.assistance), nation_of_officers(self.case)
        )
        authority = self.assistance.authority
        return self.show(
            "family_assistance/order.html",
            shown=one,
            **clock_for_page(one.days, self.today, self.language),
            helper=helper if self.assistance.supplier else None,
            authority=body_name("local_authority", authority) if authority else None,
            papers=self.papers(one.ends_on) if self.case.office else (),
            documents=copies_of(self.assistance),
            not_sent=not_sent_of(self.assistance),
            risk=risk_is_open(self.assistance),
            unread=is_unread(self.assistance),
            may_weigh_again=proposal_of(self.case) is None,
            of_an_authority=is_of_an_authority(self.assistance),
            nothing_changes=rules.officer_does_not_change_an_order().says,
        )

    def papers(self, ends_on: date | None) -> list[Paper]:
        """What can be written still; after the last day what brings the work to its end alone (FAO-END)."""
        return [
            one
            for one in papers_open(self.assistance)
            if document_begins_before_the_order_ends(one, self.today, ends_on) is None
        ]


class AssistanceChange(AssistanceView, ChangeView):
    """A page on which something about one order is recorded."""

    needs = Verb.WORK

    def begin(self) -> None:
        """Nothing more is recorded of a proposal that came to nothing."""
        super().begin()
        if not self.is_open():
            raise Http404

    def is_open(self) -> bool:
        """Whether this can be recorded of the order as it stands."""
        return nothing_of(self.assistance) is None

    def after(self) -> str:
        return reverse("family_assistance:order", args=(self.case.reference, self.assistance.pk))


class RecordTerms(AssistanceChange):
    """What the order says, or would say."""

    template = "family_assistance/terms.html"
    form_class = TermsForm

    def heading(self) -> str:
        if self.assistance.order is None:
            return _("What would the order say?")
        return _("What does the order say?")

    def press(self) -> str:
        if self.assistance.order is None:
            return _("Record what it would say")
        return _("Record what it says")

    def choices(self) -> dict[str, Any]:
        return {
            "adults": [(one.pk, one.name) for one in self.case_head.parties if not one.is_organisation],
            "children": [(one.pk, one.name) for one in self.case_head.children],
            "is_made": self.assistance.order is not None,
            "of_all": [name for name in map(_directed, live_directions(self.assistance)) if name in PEOPLE],
            "today": self.today,
            "arrangements": arrangements_on_file(self),
        }

    def initial(self) -> dict[str, Any]:
        one, named = self.assistance, named_or_proposed(self.assistance)
        directions = live_directions(one)
        report = next((row for row in directions if row.kind == f"{PREFIX}report"), None)
        children = [row.child_id for row in named if row.child_id]
        return {
            **{f"standing-{row.party_id}": row.standing for row in named if row.party_id},
            "about": one.about,
            "children": children,
            "supplier": one.supplier,
            "authority": one.authority,
            "authority_basis": one.authority_basis,
            "months": one.months,
            "ends_on": one.ends_on,
            "as_sealed": one.as_sealed if one.terms_at else None,
            "directs": list(dict.fromkeys(map(_directed, directions))),
            "report_on": report.due_on if report else None,
            "arrangements_from": one.arrangements_from,
            "arrangements_to": one.arrangements_to,
            "arrangements_say_time": one.arrangements_say_time or None,
        }

    def context(self, form: ChangeForm) -> dict[str, Any]:
        was_proposed = bool(named_or_proposed(self.assistance))
        is_made = self.assistance.order is not None
        return {"is_made": is_made, "as_proposed": is_unread(self.assistance) and was_proposed}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, TermsForm)
        record_terms(
            **self.passed(form), assistance=self.assistance, terms=self._terms(form), reasons=form.reasons
        )

    def _terms(self, form: TermsForm) -> Terms:
        given = form.cleaned_data
        adults = [Naming(standing, party=or_404(party_of(self.case, pk))) for pk, standing in form.standings]
        children = [Naming("child", child=or_404(child_of(self.case, pk))) for pk in given["children"]]
        asked = given.get("about") or [one.pk for one in self.case_head.children]
        about = [or_404(child_of(self.case, pk)) for pk in asked]
        is_authority = given["supplier"] == "authority"
        authority = given["authority"] if is_authority else ""
        name = body_name("local_authority", authority).said(self.language) if authority else ""
        return Terms(
            named=(*adults, *children),
            supplier=given["supplier"],
            about=about,
            authority=authority,
            authority_name=name,
            authority_basis=given["authority_basis"] if is_authority else "",
            months=given["months"],
            ends_on=given.get("ends_on"),
            as_sealed=bool(given.get("as_sealed")),
            directs=tuple(self._directs(given, adults)),
            arrangements_from=given["arrangements_from"],
            arrangements_to=given["arrangements_to"],
            arrangements_say_time=bool(given["arrangements_say_time"]),
        )

    def _directs(self, given: dict[str, Any], adults: list[Naming]) -> list[Directed]:
        found: list[Directed] = []
        for name in given.get("directs", ()):
            kind, _dash, pk = name.partition("-")
            if pk:
                found.append(Directed(f"{PREFIX}{kind}", party=or_404(party_of(self.case, int(pk)))))
            elif kind in PEOPLE:
                of_each = [Directed(f"{PREFIX}{kind}", party=one.party) for one in adults]
                found += of_each or [Directed(f"{PREFIX}{kind}")]
            else:
                due = given.get("report_on") if kind == "report" else None
                found.append(Directed(f"{PREFIX}{kind}", due_on=due))
        return found


def _directed(row: Direction) -> str:
    """A direction by its name in the form: of whom, where it binds one person alone."""
    kind = row.kind.removeprefix(PREFIX)
    return f"{kind}-{row.party_id}" if row.party_id and kind in PEOPLE else kind
