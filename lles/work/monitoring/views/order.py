"""The monitoring orders of a case, one of them with its clock, what it says, and what the court answered."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.directions import Directed
from lles.casefile.forms.change import ChangeForm
from lles.casefile.queries.of_case import party_of
from lles.casefile.queries.section_8 import bound_while
from lles.casefile.rules.order_strip import clock_for_page
from lles.casefile.views import CaseView
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.orders_on_file import arrangements_on_file, endings_on_file
from lles.casefile.views.sight import or_404
from lles.work.monitoring import rules
from lles.work.monitoring.changes.order import Naming, Provided, Terms, record_answer, record_terms
from lles.work.monitoring.forms.order import AnswerForm, TermsForm
from lles.work.monitoring.queries.facts import (
    Request,
    live_directions,
    monitoring_of,
    monitorings_of,
    people_of,
    provisions_of,
    whom_an_order_can_name,
)
from lles.work.monitoring.queries.pages import shown
from lles.work.monitoring.rules import Limb

if TYPE_CHECKING:
    from lles.work.monitoring.models import Monitoring

SPARE, LEAST = 1, 3


class Orders(CaseView):
    """The monitoring orders of a case."""

    tab = "monitoring:orders"
    what = "monitoring"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists them, the latest first."""
        found = [shown(one, self.today) for one in monitorings_of(self.case)]
        return self.show("monitoring/orders.html", found=found)


class MonitoringView(CaseView):
    """A page about one monitoring order."""

    tab = "monitoring:orders"
    what = "monitoring"

    @cached_property
    def monitoring(self) -> Monitoring:
        """The order it is about."""
        return or_404(monitoring_of(self.case, self.kwargs["monitoring"]))

    def begin(self) -> None:
        """The order is of this case."""
        super().begin()
        or_404(self.monitoring)


class Order(MonitoringView):
    """One order: its clock, what is monitored and of whom, the calls, the breaches, the documents."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows it."""
        one = shown(self.monitoring, self.today)
        law = rules.monitoring_law()
        return self.show(
            "monitoring/order.html",
            shown=one,
            **clock_for_page(one.days, self.today, self.language),
            notes=[law[name] for name in ("MON-NOCONSENT", "MON-DUTY", "MON-LIMITS", "MON-16A")],
        )


class MonitoringChange(MonitoringView, ChangeView):
    """A page on which something about one order is recorded."""

    needs = Verb.WORK

    def after(self) -> str:
        return reverse("monitoring:order", args=(self.case.reference, self.monitoring.pk))


class RecordTerms(MonitoringChange):
    """What the order says."""

    template = "monitoring/terms.html"
    makes_anew = True
    form_class = TermsForm

    def heading(self) -> str:
        return _("What does the monitoring order say?")

    def press(self) -> str:
        return _("Record what it says")

    def choices(self) -> dict[str, Any]:
        known = len(provisions_of(self.monitoring))
        return {
            "today": self.today,
            "adults": [(one.pk, one.name) for one in whom_an_order_can_name(self.case)],
            "rows": max(known + SPARE, LEAST),
            "arrangements": arrangements_on_file(self),
            "orders": endings_on_file(self),
        }

    def initial(self) -> dict[str, Any]:
        one, directions = self.monitoring, live_directions(self.monitoring)
        due = {row.kind: row.due_on for row in directions}
        people = people_of(one)
        known: dict[str, Any] = {
            name: getattr(one, name)
            for name in (
                "starts_on", "months", "ends_on", "arrangements_on", "proceedings_ended_on", "report_within",
                "report_unit", "report_way",
            )
        }  # fmt: skip
        if one.terms_at:
            known |= {"as_sealed": one.as_sealed, "is_excepted": one.is_excepted}
            known["by_consent"] = "unknown" if one.by_consent is None else one.by_consent
        for row, provision in enumerate(provisions_of(one)):
            known |= {f"kind-{row}": provision.kind, f"number-{row}": provision.number}
        return {
            **known,
            **{f"limb-{pk}": Limb.UNDER_A_CONDITION.value for pk in self._bound()},
            **{f"limb-{row.party_id}": row.limb for row in people},
            "steps": [row.party_id for row in people if row.takes_steps],
            "reports": [row.kind.removeprefix("monitoring_").removesuffix("_report") for row in directions],
            "interim_on": due.get("monitoring_interim_report"),
            "end_on": due.get("monitoring_end_report"),
            "language_of_words": one.language or self.language,
        }

    def _bound(self) -> frozenset[int]:
        """Before anything is read in the order: whom a condition binds on its day or later."""
        made_on = None if self.monitoring.terms_at else self.monitoring.order.made_on
        return bound_while(self.case, made_on, None) if made_on else frozenset()

    def standing(self) -> dict[str, str]:
        rows = enumerate(provisions_of(self.monitoring))
        return {"asks": self.monitoring.asks, **{f"words-{row}": one.words for row, one in rows}}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, TermsForm)
        record_terms(
            **self.passed(form), monitoring=self.monitoring, terms=self._terms(form), reasons=form.reasons
        )

    def _terms(self, form: TermsForm) -> Terms:
        given = form.cleaned_data
        days = {"interim": given["interim_on"], "end": given["end_on"]}
        return Terms(
            provisions=[Provided(*one) for one in form.provisions],
            people=[
                Naming(or_404(party_of(self.case, pk)), limb, pk in given["steps"]) for pk, limb in form.limbs
            ],
            request=Request(
                given["arrangements_on"], given["proceedings_ended_on"], given["by_consent"],
                bool(given["is_excepted"]),
            ),
            starts_on=given["starts_on"],
            months=given["months"],
            ends_on=given["ends_on"],
            as_sealed=bool(given["as_sealed"]),
            directs=[Directed(f"monitoring_{one}_report", due_on=days.get(one)) for one in given["reports"]],
            report_within=given["report_within"],
            report_unit=given["report_unit"],
            report_way=given["report_way"],
            asks=given["asks"],
            language=given["language_of_words"],
        )  # fmt: skip


class RecordAnswer(MonitoringChange):
    """That the court ended monitoring before its last day, or that it goes on."""

    form_class = AnswerForm

    def heading(self) -> str:
        return _("What did the court decide on monitoring?")

    def press(self) -> str:
        return _("Record the decision")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def initial(self) -> dict[str, Any]:
        return {"language_of_words": self.language}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_answer(
            **self.passed(form), monitoring=self.monitoring, answer=given["answer"], on=given["on"],
            words=given["words"], language=given["language_of_words"], reasons=form.reasons,
        )  # fmt: skip
