"""Checks: what was asked of the police and the local authorities, and what they answered."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.checks import Found, add_check, ask_check, record_check_answer
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.checks import AnswerForm, AskForm
from lles.casefile.queries.of_case import check_of, party_of
from lles.casefile.queries.work import checks_of, latest_answer
from lles.casefile.rules.check_answers import AskedOf, outcomes
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import CaseView, or_404

if TYPE_CHECKING:
    from lles.casefile.models import Check

KINDS = ("police", "local_authority")


class Checks(CaseView):
    """The checks of a case."""

    tab = "casefile:checks"
    what = "checks"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists every check with the answer that stands."""
        rows = [(check, latest_answer(check)) for check in checks_of(self.case)]
        return self.show("casefile/checks.html", rows=rows, outcomes=outcomes())


class AddCheck(CaseView):
    """One more check of a person, for a further address."""

    needs = Verb.WORK
    what = "checks"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Opens the check and leads to asking it."""
        party = or_404(party_of(self.case, self.kwargs["party"]))
        kind = str(self.kwargs["kind"])
        if kind not in KINDS:
            raise Http404
        check = add_check(case=self.case, by=self.officer, at=timezone.now(), party=party, kind=kind)
        return HttpResponseRedirect(reverse("casefile:ask_check", args=(self.case.reference, check.pk)))


class CheckView(ChangeView):
    """A page about one check."""

    tab = leads_to = "casefile:checks"

    @cached_property
    def check(self) -> Check:
        """The check it is about."""
        return or_404(check_of(self.case, self.kwargs["check"]))

    @property
    def kind(self) -> AskedOf:
        """Of whom it is asked: the police or a local authority."""
        return cast(AskedOf, self.check.kind)

    def choices(self) -> dict[str, Any]:
        return {"today": self.today, "kind": self.kind}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"check": self.check}


class AskCheck(CheckView):
    """A question to a police force or a local authority, or the reminder of one."""

    template = "casefile/ask_check.html"
    what = "checks"
    form_class = AskForm

    def heading(self) -> str:
        return _("Chase the check") if self.check.asked_on else _("Ask about this person")

    def press(self) -> str:
        return _("Record the reminder") if self.check.asked_on else _("Record the question")

    def initial(self) -> dict[str, Any]:
        return {"body": self.check.body, "asked_on": self.today}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        ask_check(**self.passed(form), check=self.check, body=given["body"], asked_on=given["asked_on"])


class AnswerCheck(CheckView):
    """The answer to a check, in closed words tied to one identified person."""

    template = "casefile/answer_check.html"
    what = "checks"
    form_class = AnswerForm

    def heading(self) -> str:
        return _("Record the answer")

    def press(self) -> str:
        return _("Record the answer")

    def initial(self) -> dict[str, Any]:
        return {"received_on": self.today, "as_received_language": "en"}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_check_answer(
            **self.passed(form),
            check=self.check,
            found=[
                Found(
                    given["outcome"],
                    as_received=given["as_received"],
                    as_received_language=given["as_received_language"],
                    passing_on="text" if given["may_be_passed_on"] else "sentence",
                )
            ],
            identified_by=given["identified_by"],
            received_on=given["received_on"],
            reasons=form.reasons,
        )
