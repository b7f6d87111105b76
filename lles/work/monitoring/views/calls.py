"""Calls planned and held, what a child said, and what was found of a breach."""

from __future__ import annotations

from functools import cached_property
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.queries.of_case import child_of, party_of
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.sight import or_404
from lles.law.bilingual import day_in_words, time_in_words
from lles.work.monitoring.changes.calls import call_off, decide_breach, plan_calls, record_call
from lles.work.monitoring.forms.calls import BreachForm, CallForm, ChangePlanForm, ChildForm, PlanForm
from lles.work.monitoring.queries.breaches import breach_of, monitoring_of_breach
from lles.work.monitoring.queries.facts import open_plans, provisions_of, sides_of
from lles.work.monitoring.views.order import MonitoringChange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lles.casefile.models import Child, Party
    from lles.work.monitoring.models import Monitoring, PlannedCall
    from lles.work.monitoring.queries.breaches import BreachStands

SHORT = 80


class AdultView(MonitoringChange):
    """A page about one adult of the case."""

    @cached_property
    def party(self) -> Party:
        """The adult."""
        party = or_404(party_of(self.case, self.kwargs["party"]))
        return or_404(party if party in sides_of(self.monitoring) else None)

    @cached_property
    def plans(self) -> Sequence[PlannedCall]:
        """The calls that are planned with them, the next one first."""
        return [one for one in open_plans(self.monitoring) if one.party_id == self.party.pk]


class PlanCall(AdultView):
    """When the next call with an adult is."""

    form_class = PlanForm

    def heading(self) -> str:
        return _("When do you call %(name)s?") % {"name": self.party.name}

    def press(self) -> str:
        return _("Plan the call")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {
            "means": _(
                "A call is planned in office hours. It takes the place of one that is planned about the same"
                " day; others stay planned."
            )
        }

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, PlanForm)
        plan_calls(
            **self.passed(form), monitoring=self.monitoring, party=self.party, planned=form.planned,
            reasons=form.reasons,
        )  # fmt: skip


class ChangePlan(AdultView):
    """A planned call is held at another time, or called off."""

    template = "monitoring/change_plan.html"
    form_class = ChangePlanForm

    @cached_property
    def plan(self) -> PlannedCall:
        """The call."""
        return or_404(next((one for one in self.plans if one.pk == self.kwargs["planned"]), None))

    def begin(self) -> None:
        """It is still planned."""
        super().begin()
        or_404(self.plan)

    def heading(self) -> str:
        at = timezone.localtime(self.plan.starts_at)
        when = f"{day_in_words(at.date(), self.language)}, {time_in_words(at.time(), self.language)}"
        return _("Planned call with %(name)s, %(when)s") % {"name": self.party.name, "when": when}

    def press(self) -> str:
        return _("Record this")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def initial(self) -> dict[str, Any]:
        at = timezone.localtime(self.plan.starts_at)
        return {"monitored_on": self.plan.monitored_on, "call_on": at.date(), "call_at": at.time()}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, ChangePlanForm)
        if form.is_off:
            call_off(**self.passed(form), monitoring=self.monitoring, planned=self.plan)
            return
        plan_calls(
            **self.passed(form), monitoring=self.monitoring, party=self.party, planned=form.planned,
            instead_of=self.plan, reasons=form.reasons,
        )  # fmt: skip


class RecordCall(AdultView, DraftedView):
    """What a call with an adult brought."""

    template = "monitoring/call.html"
    form_class = CallForm
    draft_kind = "monitoring-call"

    def heading(self) -> str:
        return _("Monitoring call: %(name)s") % {"name": self.party.name}

    def press(self) -> str:
        return _("Record the call")

    def choices(self) -> dict[str, Any]:
        rows = [(one.number, self._named(one.number, one.words)) for one in provisions_of(self.monitoring)]
        return {"today": self.today, "provisions": rows}

    def _named(self, number: int, words: str) -> str:
        if self.closed_words(words):
            return _("Provision %(number)s") % {"number": number}
        return _("Provision %(number)s: “%(words)s”") % {
            "number": number,
            "words": shorten(words, SHORT, placeholder="…"),
        }

    def initial(self) -> dict[str, Any]:
        now = timezone.localtime()
        about = self.plans[0].monitored_on if self.plans else None
        return {
            "held_on": self.today, "held_at": now.time(),
            "monitored_on": about if about and about <= self.today else None,
            "language_of_words": self.party.language or self.language,
        }  # fmt: skip

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"plans": self.plans}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, CallForm)
        record_call(
            **self.passed(form), monitoring=self.monitoring, party=self.party, said=form.said_of_it,
            reasons=form.reasons,
        )  # fmt: skip


class HearChild(MonitoringChange):
    """What a child said."""

    form_class = ChildForm

    @cached_property
    def child(self) -> Child:
        """The child."""
        return or_404(child_of(self.case, self.kwargs["child"]))

    def heading(self) -> str:
        return _("What did %(name)s say while we monitored?") % {"name": self.child.name}

    def press(self) -> str:
        return _("Record what the child said")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def initial(self) -> dict[str, Any]:
        now = timezone.localtime()
        spoken = self.child.language or self.language
        return {"held_on": self.today, "held_at": now.time(), "language_of_words": spoken}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, ChildForm)
        record_call(
            **self.passed(form), monitoring=self.monitoring, child=self.child, said=form.said_of_it,
            reasons=form.reasons,
        )  # fmt: skip


class DecideBreach(MonitoringChange):
    """Who was asked about an alleged breach, what they said, and what was found."""

    template = "monitoring/breach.html"
    form_class = BreachForm

    @cached_property
    def monitoring(self) -> Monitoring:
        """The order that the breach is of."""
        return or_404(monitoring_of_breach(self.case, self.kwargs["breach"]))

    @cached_property
    def breach(self) -> BreachStands:
        """The breach as it stands."""
        return or_404(breach_of(self.monitoring, self.kwargs["breach"]))

    def heading(self) -> str:
        return _("Breach of provision %(number)s") % {"number": self.breach.row.provision.number}

    def press(self) -> str:
        return _("Record what was found")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def initial(self) -> dict[str, Any]:
        return {"language_of_words": self.language}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"breach": self.breach, "monitoring": self.monitoring}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        decide_breach(
            **self.passed(form), monitoring=self.monitoring, breach=self.breach.row,
            is_confirmed=given["confirmed"], words=given["words"], language=given["language_of_words"],
            on=given["on"],
        )  # fmt: skip
