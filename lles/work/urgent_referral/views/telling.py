"""One body: told by telephone, written to, sent, asked again, and what they said."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.documents import UnprintableText
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.danger import PhonedForm, day_and_hour
from lles.casefile.gate import GateRefused
from lles.casefile.queries.of_case import child_of
from lles.casefile.queries.telling import tellable
from lles.casefile.rules.bodies import body_name
from lles.casefile.timeline import word
from lles.casefile.views import CaseView, pdf_response
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.sight import or_404
from lles.links.store import StoreError
from lles.work.urgent_referral.changes.telling import (
    acknowledge,
    ask_again,
    record_reply,
    record_sent,
    set_aside,
    tell_by_telephone,
)
from lles.work.urgent_referral.changes.writing import open_written, write_referral
from lles.work.urgent_referral.forms import (
    AcknowledgedForm,
    ReplyForm,
    SentForm,
    SetAsideForm,
    WriteForm,
)
from lles.work.urgent_referral.queries.facts import children_of, recipient_of, written_of
from lles.work.urgent_referral.rules.referral_facts import TypedWords

if TYPE_CHECKING:
    from lles.work.urgent_referral.models import Recipient

TO_SEND = "to_send"


class RecipientView(ChangeView):
    """A page on which something about one body is recorded."""

    tab = "urgent_referral:referrals"
    what = "referral"
    template = "urgent_referral/of_body.html"
    states: tuple[str, ...] = ()

    @cached_property
    def recipient(self) -> Recipient:
        """The body, where it is as far as the page needs."""
        found = or_404(recipient_of(self.case, self.kwargs["recipient"]))
        return or_404(found if not self.states or found.state in self.states else None)

    @property
    def body(self) -> str:
        """The name of the body."""
        return body_name(self.recipient.kind, self.recipient.body).said(self.language)

    def choices(self) -> dict[str, Any]:
        assert self.recipient
        return {"today": self.today, "now": timezone.now()}

    def initial(self) -> dict[str, Any]:
        return {**day_and_hour(timezone.localtime()), "language_of_words": self.language}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"recipient": self.recipient, "body": self.body}

    def after(self) -> str:
        pk = self.recipient.referral_id
        return reverse("urgent_referral:referral", args=(self.case.reference, pk))


class Phoned(RecipientView):
    """Somebody there was told by telephone."""

    form_class = PhonedForm

    def heading(self) -> str:
        return _("Told by telephone")

    def press(self) -> str:
        return _("Record the call")

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, PhonedForm)
        whom = form.cleaned_data["whom"]
        tell_by_telephone(**self.passed(form), recipient=self.recipient, whom=whom, told_at=form.moment)


class Write(RecipientView, DraftedView):
    """The referral in writing is made."""

    states = (TO_SEND,)
    form_class = WriteForm
    template = "urgent_referral/write.html"
    draft_kind = "referral"

    def heading(self) -> str:
        return _("The referral in writing")

    def press(self) -> str:
        return _("Make the referral")

    def recorded(self) -> str:
        return _("The referral is made. Read it, send it, and record that it was sent.")

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes it, or says what stands in the way and where."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            found, unprintable = refused.refusals, ""
        except UnprintableText as wrong:
            found, unprintable = (), str(wrong)
        again = self._shown_again()
        return self.page(again, status=409, refusals=found, unprintable=unprintable)

    def choices(self) -> dict[str, Any]:
        adults = [(one.pk, one.name) for one in self.case_head.parties if not one.is_organisation]
        said = children_of(self.recipient.referral)
        children = [] if said else [(one.pk, one.name) for one in self.case_head.children]
        return {"details": self._details(), "adults": adults, "children": children}

    def initial(self) -> dict[str, Any]:
        return {"why_language": self.language, "known_to": self.recipient.referral.known_to}

    def _details(self) -> list[tuple[str, str]]:
        guarded = _("protected")
        return [
            (one.key, ", ".join([one.name, self._kind(one.kind), *([guarded] if one.protected else [])]))
            for one in tellable(self.case)
        ]

    def _kind(self, kind: str) -> str:
        said = word(f"danger_detail.{kind}").said(self.language)
        return said[:1].lower() + said[1:]

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        write_referral(
            **self.passed(form),
            recipient=self.recipient,
            details=given.get("details", ()),
            why=TypedWords(given.get("why", ""), given.get("why_language") or self.language),
            known_to=given.get("known_to", ()),
            children=[or_404(child_of(self.case, pk)) for pk in given.get("children", ())],
            reasons=form.reasons,
        )


class Sent(RecipientView):
    """The referral in writing was sent."""

    states = (TO_SEND,)
    form_class = SentForm

    def heading(self) -> str:
        return _("The referral was sent")

    def press(self) -> str:
        return _("Record that it was sent")

    def choices(self) -> dict[str, Any]:
        or_404(self.recipient.written.first())
        return super().choices()

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, SentForm)
        given = form.cleaned_data
        record_sent(
            **self.passed(form),
            recipient=self.recipient,
            way=given["way"],
            sent_to=given["sent_to"],
            sent_at=form.moment,
        )


class SetAside(RecipientView):
    """A body that was named is not written to after all."""

    states = (TO_SEND,)
    form_class = SetAsideForm

    def heading(self) -> str:
        return _("Not needed after all")

    def press(self) -> str:
        return _("Record that it is not needed")

    def choices(self) -> dict[str, Any]:
        assert self.recipient
        return {"today": self.today}

    def change(self, form: ChangeForm) -> None:
        because = form.cleaned_data["because"]
        set_aside(**self.passed(form), recipient=self.recipient, because=because)


class AskAgain(CaseView):
    """A body that has not replied was asked again today: one press."""

    needs = Verb.WORK
    what = "referral"

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records that they were asked today."""
        recipient = or_404(recipient_of(self.case, self.kwargs["recipient"]))
        or_404(recipient if recipient.state in ("sent", "acknowledged") else None)
        ask_again(
            case=self.case, by=self.officer, at=timezone.now(), recipient=recipient, asked_on=self.today
        )
        messages.success(request, _("Recorded: they were asked again today"))
        back = reverse("urgent_referral:referral", args=(self.case.reference, recipient.referral_id))
        return HttpResponseRedirect(back)


class Acknowledged(RecipientView):
    """The body says that it has the referral."""

    states = ("sent",)
    form_class = AcknowledgedForm

    def heading(self) -> str:
        return _("They have the referral")

    def press(self) -> str:
        return _("Record that they have it")

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, AcknowledgedForm)
        acknowledge(
            **self.passed(form),
            recipient=self.recipient,
            reference=form.cleaned_data["reference"],
            acknowledged_at=form.moment,
        )


class Replied(RecipientView, DraftedView):
    """What the body will do or has done."""

    form_class = ReplyForm
    draft_kind = "referral-reply"

    def heading(self) -> str:
        return _("Their reply")

    def press(self) -> str:
        return _("Record the reply")

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, ReplyForm)
        given = form.cleaned_data
        record_reply(
            **self.passed(form),
            recipient=self.recipient,
            decision=given["decision"],
            received_at=form.moment,
            by_day=given["by_day"],
            reference=given["reference"],
            words=given["words"],
            language=given["language_of_words"],
        )


class OpenWritten(CaseView):
    """The referral as it was written, for the officer who sends it: it opens by a button, and is recorded."""

    needs = Verb.WORK
    what = "referral"
    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Gives it through the gate, or says why it may not leave any more."""
        written = or_404(written_of(self.case, self.kwargs["written"]))
        try:
            released = open_written(case=self.case, by=self.officer, at=timezone.now(), written=written)
        except GateRefused as refused:
            return self.show("casefile/refused.html", 409, refusals=refused.refusals)
        except StoreError:
            return self.show("casefile/paper_refused.html", 409, refusals=())
        return pdf_response(released, inline=False)
