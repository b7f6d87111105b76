"""The activities of a case, one of them with its clock, what an order says of it, and what happened."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.forms.change import ChangeForm
from lles.casefile.queries.court import order_names
from lles.casefile.queries.of_case import party_of
from lles.casefile.queries.section_8 import is_bound_while
from lles.casefile.rules.order_strip import clock_for_page
from lles.casefile.views import CaseView
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.law.bilingual import day_in_words
from lles.work.activities import rules
from lles.work.activities.changes.activity import record_ended, record_happened, record_terms
from lles.work.activities.forms import EndedForm, HappenedForm, TermsForm
from lles.work.activities.queries.facts import (
    UNDER_A_CONDITION,
    Terms,
    activities_of,
    activity_of,
    monitored_by,
    orders_to_choose,
    runs,
)
from lles.work.activities.queries.pages import shown

if TYPE_CHECKING:
    from lles.casefile.models import Order
    from lles.law.bilingual import Text
    from lles.work.activities.models import Activity

MONITORED = "is_monitored"
ANSWERS = (MONITORED, "is_final", "is_excepted", "as_sealed")


class Activities(CaseView):
    """The activities of a case."""

    tab = "activities:activities"
    what = "activities"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists them, the latest first."""
        found = [shown(one, self.today) for one in activities_of(self.case)]
        return self.show("activities/activities.html", found=found)


class ActivityView(CaseView):
    """A page about one activity."""

    tab = "activities:activities"
    what = "activities"

    @cached_property
    def activity(self) -> Activity:
        """The activity it is about."""
        return or_404(activity_of(self.case, self.kwargs["activity"]))

    def begin(self) -> None:
        """The activity is of this case."""
        super().begin()
        self.activity.case = self.case


class ActivityPage(ActivityView):
    """One activity: its clock, what is asked of whom, who pays, what happened, what was written."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows it."""
        one = shown(self.activity, self.today)
        clock = clock_for_page(one.days, self.today, self.language)
        return self.show("activities/activity.html", shown=one, **clock)


class TermsView(ChangeView):
    """What is asked of whom, recorded for the first time or put right."""

    tab = "activities:activities"
    what = "activities"
    needs = Verb.WORK
    template = "activities/terms.html"
    form_class = TermsForm
    leads_to = "activities:activities"
    record: Activity | None = None

    def press(self) -> str:
        return _("Record what is asked")

    def is_directed(self) -> bool:
        """Whether a direction of the court, which stands by itself, asks for monitoring."""
        return self.record is not None and monitored_by(self.record) is not None

    def _as_read(self, name: str) -> bool | None:
        """The answer that stands, where it is not asked for again."""
        is_read = self.record is not None and self.record.terms_at is not None
        return getattr(self.record, name) if is_read else None

    def choices(self) -> dict[str, Any]:
        self.orders = {str(one.pk): one for one in orders_to_choose(self.case)}
        adults = [(str(one.pk), one.name) for one in self.case_head.parties if not one.is_organisation]
        names = order_names(self.case, self.orders.values())
        never_asked = rules.kinds_that_are_never_asked(self.today)
        orders = [(pk, self._called(names[one.pk], one)) for pk, one in self.orders.items()]
        return {
            "today": self.today, "adults": adults, "never_asked": never_asked, "orders": orders,
            "is_directed": self.is_directed(),
        }  # fmt: skip

    def _called(self, name: Text, one: Order) -> str:
        called = self.unless_closed(name.said(self.language)) or self.say.word("paper.order")
        return f"{called}, {self._day(one.made_on)}"

    def _day(self, day: Any) -> str:
        return day_in_words(day, self.language) if day else ""

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        answers = {name: given.get(name, self._as_read(name)) for name in ANSWERS}
        terms = Terms(
            party=or_404(party_of(self.case, int(given["party"]))),
            order=self.orders.get(given["order"]),
            form=given["form"],
            kind=given["kind"] or given["never_asked"],
            ties=tuple(given["ties"]),
            is_a_parent=given["is_a_parent"],
            provider=given["provider"],
            given_in=given["given_in"],
            approved_in=tuple(given["approved_in"]),
            starts_on=given["starts_on"],
            months=given["months"],
            ends_on=given["ends_on"],
            left_on=given["left_on"],
            **answers,
        )
        record_terms(**self.passed(form), terms=terms, activity=self.record, reasons=form.reasons)


class Add(TermsView):
    """An activity that stands in an order which is on the file, or that the court asks about."""

    def heading(self) -> str:
        return _("Record an activity")


class RecordTerms(ActivityView, TermsView):
    """What an activity asks, read out of the order."""

    def heading(self) -> str:
        return _("What does the order ask?")

    def begin(self) -> None:
        """What has ended is not put right any more."""
        super().begin()
        if not runs(self.activity):
            raise Http404
        self.record = self.activity

    def initial(self) -> dict[str, Any]:
        one = self.activity
        kept = (
            "form", "kind", "ties", "given_in", "approved_in", "starts_on", "months", "ends_on",
            "left_on", "is_a_parent",
        )  # fmt: skip
        known: dict[str, Any] = {
            "party": str(one.party_id or ""), "order": str(one.order_id or ""),
        }  # fmt: skip
        if not one.form:
            return {**known, "ties": self._ties()}
        said = {name: getattr(one, name) for name in kept}
        answers = {name: getattr(one, name) for name in ANSWERS}
        if one.kind in rules.kinds_that_are_never_asked(self.today):
            said |= {"kind": "", "never_asked": one.kind}
        return {**known, **said, **answers}

    def _ties(self) -> list[str]:
        """Before anything is read in the order: that a condition binds the adult on its day or later."""
        party, order = self.activity.party, self.activity.order
        on = (order.made_on if order else None) or self.today
        return [UNDER_A_CONDITION] if party and is_bound_while(party, on, None) else []

    def standing(self) -> dict[str, str]:
        return {"provider": self.activity.provider}

    def after(self) -> str:
        return reverse("activities:activity", args=(self.case.reference, self.activity.pk))


class ActivityChange(ActivityView, ChangeView):
    """A page on which something about one activity is recorded; not before anybody is bound, nor after its
    end."""

    needs = Verb.WORK

    def begin(self) -> None:
        super().begin()
        if self.activity.party is None or not self.is_open():
            raise Http404

    def is_open(self) -> bool:
        """Whether it may be recorded as the activity stands."""
        return runs(self.activity)

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def initial(self) -> dict[str, Any]:
        return {"language_of_words": self.language}

    def after(self) -> str:
        return reverse("activities:activity", args=(self.case.reference, self.activity.pk))


class RecordHappened(ActivityChange):
    """What happened of the activity on a day."""

    form_class = HappenedForm

    def heading(self) -> str:
        return _("What happened of the activity?")

    def press(self) -> str:
        return _("Record what happened")

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_happened(
            **self.passed(form),
            activity=self.activity,
            kind=given["kind"],
            on=given["on"],
            words=given["words"],
            language=given["language_of_words"],
            reasons=form.reasons,
        )


class RecordEnded(ActivityChange):
    """How the activity ended."""

    form_class = EndedForm

    def heading(self) -> str:
        return _("How did the activity end?")

    def press(self) -> str:
        return _("Record the end")

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_ended(
            **self.passed(form),
            activity=self.activity,
            outcome=given["outcome"],
            on=given["ended_on"],
            certificate_on=given["certificate_on"],
            words=given["words"],
            language=given["language_of_words"],
            reasons=form.reasons,
        )
