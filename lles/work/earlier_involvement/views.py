"""Known before: what the register proposes, two people side by side, and orders by which leave is needed."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.forms.change import ChangeForm
from lles.casefile.views import CaseView, OfficerView
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404
from lles.law.bilingual import day_in_words
from lles.work.earlier_involvement.changes.decide import decide
from lles.work.earlier_involvement.changes.filter_orders import (
    answer_leave,
    record_filter_order,
    withdraw_filter_order,
)
from lles.work.earlier_involvement.changes.look import ASKED, look_for_earlier_involvement
from lles.work.earlier_involvement.forms import DecideForm, FilterOrderForm, LeaveForm, WithdrawForm
from lles.work.earlier_involvement.queries.candidates import Matched, candidate_for, waiting_for
from lles.work.earlier_involvement.queries.leave import LeaveShown, filter_order_of, leave_shown, question_of
from lles.work.earlier_involvement.queries.pages import beside, known_page

if TYPE_CHECKING:
    from lles.work.earlier_involvement.models import FilterOrder, LeaveQuestion

SHOWN_AT_MOST = 100
KINDS = ("child_arrangements", "prohibited_steps", "specific_issue", "enforcement", "variation_or_discharge")
KNOWN = "earlier_involvement:known"


class Waiting(OfficerView):
    """The matches that wait for this officer."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Lists them, the latest first."""
        found = waiting_for(self.officer, SHOWN_AT_MOST)
        return self.show("earlier_involvement/waiting.html", found=found)


class Known(CaseView):
    """Who of a case was known before."""

    tab = KNOWN
    what = "known"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows what was found, what was decided, and the orders by which leave is needed."""
        return self.show("earlier_involvement/known.html", known=known_page(self.case, self.officer))


class Look(CaseView):
    """One more look into the register, by hand."""

    needs = Verb.WORK
    tab = KNOWN
    what = "known"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Looks, and leads to what was found."""
        look_for_earlier_involvement(case=self.case, by=self.officer, at=timezone.now(), why=ASKED)
        messages.success(request, _("The register was asked again"))
        return HttpResponseRedirect(reverse(KNOWN, args=(self.case.reference,)))


class Decide(ChangeView):
    """Two people side by side, and whether they are one."""

    tab = leads_to = KNOWN
    what = "known"
    template = "earlier_involvement/decide.html"
    form_class = DecideForm

    @cached_property
    def matched(self) -> Matched:
        """The match; it is not there for somebody who may not see both cases."""
        return or_404(candidate_for(self.officer, self.case, self.kwargs["candidate"]))

    def begin(self) -> None:
        super().begin()
        self.record_sight("known", self.matched.other_case)

    def heading(self) -> str:
        return _("Is it the same person?")

    def press(self) -> str:
        return _("Record the decision")

    def initial(self) -> dict[str, Any]:
        return {"decision": self.matched.candidate.decision}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"matched": self.matched, "beside": beside(self.matched)}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        decide(**self.passed(form), matched=self.matched, decision=given["decision"], reason=given["reason"])


class RecordFilterOrder(ChangeView):
    """An order under section 91(14)."""

    tab = leads_to = KNOWN
    what = "known"
    template = "earlier_involvement/filter_order.html"
    form_class = FilterOrderForm

    def heading(self) -> str:
        return _("Record an order under section 91(14)")

    def press(self) -> str:
        return _("Record the order")

    def choices(self) -> dict[str, Any]:
        adults = [one for one in self.case_head.parties if not one.is_organisation]
        return {
            "adults": [(one.pk, f"{one.name}, {self.say.word(f'role.{one.role}')}") for one in adults],
            "of_children": [(one.pk, one.name) for one in self.case_head.children],
            "of_kinds": [(kind, self.say.code("application", kind)) for kind in KINDS],
        }

    def initial(self) -> dict[str, Any]:
        return {"children": [one.pk for one in self.case_head.children]}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, FilterOrderForm)
        given, (months, ends_on) = form.cleaned_data, form.lasts
        record_filter_order(
            **self.passed(form),
            barred=list(self.case.parties.filter(pk__in=given["barred"])),
            children=list(self.case.children.filter(pk__in=given["children"])),
            kinds=given["kinds"],
            starts_on=given["starts_on"],
            months=months,
            ends_on=ends_on,
        )


class WithdrawFilterOrder(ChangeView):
    """An order that was keyed wrongly or set aside."""

    tab = leads_to = KNOWN
    what = "known"
    form_class = WithdrawForm

    @cached_property
    def order(self) -> FilterOrder:
        """The order it is about."""
        return or_404(filter_order_of(self.case, self.kwargs["order"]))

    def begin(self) -> None:
        super().begin()
        assert self.order

    def heading(self) -> str:
        day = day_in_words(self.order.starts_on, self.language, weekday=False)
        return _("Take back the order of %(day)s") % {"day": day}

    def press(self) -> str:
        return _("Take the order back")

    def change(self, form: ChangeForm) -> None:
        withdraw_filter_order(**self.passed(form), order=self.order, reason=form.cleaned_data["reason"])


class AnswerLeave(ChangeView):
    """Whether the court gave leave for an application."""

    tab = leads_to = KNOWN
    what = "known"
    template = "earlier_involvement/leave.html"
    form_class = LeaveForm

    @cached_property
    def question(self) -> LeaveQuestion:
        """The question it is about."""
        return or_404(question_of(self.case, self.kwargs["question"]))

    @cached_property
    def shown(self) -> LeaveShown:
        """The question with what the rule says of it."""
        return leave_shown(self.question, self.officer)

    def heading(self) -> str:
        return _("Leave of the court")

    def press(self) -> str:
        return _("Record the answer")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def initial(self) -> dict[str, Any]:
        question = self.question
        return {"answer": question.answer, "given_on": question.given_on, "reason": question.reason}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"shown": self.shown}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        answer_leave(
            **self.passed(form),
            question=self.question,
            answer=given["answer"],
            given_on=given["given_on"] if given["answer"] == "given" else None,
            reason=given["reason"],
        )
