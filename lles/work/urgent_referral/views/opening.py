"""Danger now: what was seen and whom to tell, recorded in one go; one more body; and the end of it."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.danger import day_and_hour
from lles.casefile.queries.of_case import check_of, child_of, party_of
from lles.casefile.queries.work import checks_of
from lles.casefile.timeline import word
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.sight import or_404
from lles.law.bilingual import moment_in_words
from lles.work.urgent_referral.changes import opening
from lles.work.urgent_referral.changes.opening import (
    Body,
    close_referral,
    refer_to_another,
    say_whether_in_danger,
    see_danger,
)
from lles.work.urgent_referral.forms import (
    AnotherBodyForm,
    AtReceiptForm,
    CloseForm,
    DangerForm,
)
from lles.work.urgent_referral.queries.facts import (
    is_to_record,
    read_for_danger,
    referral_of,
    seen_at_receipt,
)
from lles.work.urgent_referral.queries.pages import answer_shown, conversations_named
from lles.work.urgent_referral.rules import AT_RECEIPT, PLACES

if TYPE_CHECKING:
    from lles.casefile.models import Check
    from lles.work.urgent_referral.models import Referral

SEEN = re.compile(r"(?P<place>[a-z]+)(?:-(?P<number>\d{1,15}))?")


class Danger(DraftedView):
    """A danger that somebody sees now; one draft for a case, from wherever it was begun."""

    tab = "urgent_referral:referrals"
    what = "referrals"
    template = "urgent_referral/danger.html"
    form_class = DangerForm
    draft_kind = "danger"
    draft_subject = "danger"
    acts = ()  # one is here already

    def heading(self) -> str:
        return word("act.danger_now").said(self.language)

    def press(self) -> str:
        return _("Record the danger and tell them")

    def recorded(self) -> str:
        return _("Recorded. Now tell them by telephone, then send the referral in writing.")

    @cached_property
    def seen(self) -> tuple[str, int]:
        """On which page somebody was, and whom or what it was about."""
        found = SEEN.fullmatch(str(self.kwargs["seen"]))
        place = found["place"] if found and found["place"] in PLACES else ""
        return place, int(found["number"] or 0) if found else 0

    @cached_property
    def asked(self) -> Check | None:
        """The check on whose page somebody was, to read its answer or to record it."""
        place, number = self.seen
        return check_of(self.case, number) if place == "answer" and number else None

    def choices(self) -> dict[str, Any]:
        return {
            "today": self.today,
            "now": timezone.now(),
            "children": [(child.pk, child.name) for child in self.case_head.children],
            "adults": [(one.pk, one.name) for one in self.case_head.parties if not one.is_organisation],
            "conversations": [
                (
                    one.pk,
                    f"{one.party.name}, {moment_in_words(timezone.localtime(one.began_at), self.language)}",
                )
                for one in conversations_named(self.case)
            ],
        }

    def initial(self) -> dict[str, Any]:
        place, number = self.seen
        asked = {check.kind: check.body for check in checks_of(self.case) if check.body}
        known: dict[str, Any] = {"seen_in": place, "language_of_words": self.language}
        known |= {"party": number} if place == "call" and number else {}
        read_at = seen_at_receipt(self.case) if place == AT_RECEIPT else None
        return {**known, **asked, **day_and_hour(read_at or timezone.localtime())}

    def after(self) -> str:
        return reverse("urgent_referral:referral", args=(self.case.reference, self.recorded_as)) \
            if self.recorded_as else reverse("casefile:case", args=(self.case.reference,))  # fmt: skip

    recorded_as = 0

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, DangerForm)
        given = form.cleaned_data
        asked = self.asked if given["seen_in"] == "answer" else None
        held = {one.pk: one for one in conversations_named(self.case)}
        danger = opening.Danger(
            seen_at=form.moment,
            seen_in=given["seen_in"],
            children=[or_404(child_of(self.case, pk)) for pk in given["children"]],
            learnt=given["learnt"],
            language=given["language_of_words"],
            harm=given["harm"],
            children_safe=given["children_safe"],
            adults_safe=given["adults_safe"],
            safety=given["safety"],
            teller=given["teller"],
            party=party_of(self.case, given["party"]) if given["party"] else None,
            conversation=held.get(given.get("conversation") or 0),
            asked=asked,
            answer=answer_shown(self.case, asked.pk) if asked else None,
        )
        bodies = [Body(kind, slug) for kind, slug in form.named]
        self.recorded_as = see_danger(**self.passed(form), danger=danger, bodies=bodies).pk


class AtReceipt(ChangeView):
    """What came is read for immediate danger; with a yes one goes on to record it."""

    tab = "urgent_referral:referrals"
    what = "referrals"
    template = "urgent_referral/receipt.html"
    form_class = AtReceiptForm

    def heading(self) -> str:
        return _("Read what came for immediate danger")

    def press(self) -> str:
        return _("Record the answer")

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"read": read_for_danger(self.case), "record": self._record if is_to_record(self.case) else ""}

    @property
    def _record(self) -> str:
        return reverse("urgent_referral:danger", args=(self.case.reference, AT_RECEIPT))

    def after(self) -> str:
        return self._record if self.in_danger else super().after()

    in_danger = False

    def change(self, form: ChangeForm) -> None:
        in_danger = form.cleaned_data["in_danger"]
        say_whether_in_danger(**self.passed(form), in_danger=in_danger, reasons=form.reasons)
        self.in_danger = in_danger


class ReferralView(ChangeView):
    """A page on which something about one danger is recorded."""

    tab = "urgent_referral:referrals"
    what = "referral"

    @cached_property
    def referral(self) -> Referral:
        """The referral it is about."""
        return or_404(referral_of(self.case, self.kwargs["referral"]))

    def choices(self) -> dict[str, Any]:
        or_404(None if self.referral.closed_at else self.referral)
        return {"today": self.today}

    def after(self) -> str:
        return reverse("urgent_referral:referral", args=(self.case.reference, self.referral.pk))


class AnotherBody(ReferralView):
    """One more body is told."""

    form_class = AnotherBodyForm

    def heading(self) -> str:
        return _("Tell another body")

    def press(self) -> str:
        return _("Tell them too")

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, AnotherBodyForm)
        known = set(self.referral.recipients.values_list("kind", "body"))
        for kind, slug in form.named:
            if (kind, slug) not in known:
                refer_to_another(**self.passed(form), referral=self.referral, body=Body(kind, slug))
                form.cleaned_data["seen"] = None


class Close(ReferralView):
    """What came of the danger."""

    form_class = CloseForm

    def heading(self) -> str:
        return _("Close the referral")

    def press(self) -> str:
        return _("Close the referral")

    def change(self, form: ChangeForm) -> None:
        outcome = form.cleaned_data["outcome"]
        close_referral(**self.passed(form), referral=self.referral, outcome=outcome, reasons=form.reasons)
