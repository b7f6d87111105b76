"""The referrals of a case, and one of them: what all see who see the case, and what opens on purpose."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.rules.danger import moment_of
from lles.casefile.timeline import word
from lles.casefile.views import CaseView
from lles.casefile.views.sight import or_404
from lles.casefile.views.why import question_of, why_of
from lles.work.urgent_referral.changes.opening import note_danger
from lles.work.urgent_referral.queries.facts import read_for_danger, referral_of
from lles.work.urgent_referral.queries.pages import referral_shown, referrals_of

if TYPE_CHECKING:
    from lles.work.urgent_referral.models import Referral


class Referrals(CaseView):
    """The dangers that were seen in a case."""

    tab = "urgent_referral:referrals"
    what = "referrals"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists them, the latest first."""
        return self.show(
            "urgent_referral/referrals.html",
            referrals=referrals_of(self.case),
            read=read_for_danger(self.case),
        )


class ReferralPage(CaseView):
    """One danger: what was learnt, whom it is told, and what they said."""

    tab = "urgent_referral:referrals"
    what = "referral"
    opens = False

    @cached_property
    def referral(self) -> Referral:
        """The referral it is about."""
        return or_404(referral_of(self.case, self.kwargs["referral"]))

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows how far it is with each body."""
        return self.page()

    @property
    def _task(self) -> str:
        return word("task.urgent_referral.tell").said(self.language)

    def page(self, *, opened: bool = False) -> HttpResponse:
        """The page, with words that tell a place opened on purpose or closed."""
        shown = referral_shown(self.referral, works=self.may_work, opened=opened)
        return self.show(
            "urgent_referral/referral.html",
            shown=shown,
            by=moment_of(shown.told_by),
            overdue=shown.is_overdue(timezone.now()),
            why=why_of(shown.told_by, self.language),
            question=question_of(shown.told_by, self._task, self.language),
            may_note=Verb.APPROVE in self.may,
        )


class OpenWords(ReferralPage):
    """The words of a danger that say where somebody is: opened by who works on the case, and recorded."""

    needs = Verb.WORK

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Opens them once."""
        self.record_sight(f"location:referral:{self.referral.pk}")
        return self.page(opened=True)


class Note(CaseView):
    """A second person who approves has read of the danger."""

    needs = Verb.APPROVE
    what = "referral"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Says so on the record."""
        referral = or_404(referral_of(self.case, self.kwargs["referral"]))
        note_danger(case=self.case, by=self.officer, at=timezone.now(), referral=referral)
        messages.success(request, _("Recorded: you have read of this danger"))
        return HttpResponseRedirect(
            reverse("urgent_referral:referral", args=(self.case.reference, referral.pk))
        )
