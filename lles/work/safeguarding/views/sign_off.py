"""A second person's signature: asked for by whoever writes, read and given or sent back by another."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile import timeline
from lles.casefile.access import Verb
from lles.casefile.changes.door import Weighed
from lles.casefile.documents import UnprintableText
from lles.casefile.forms.change import ChangeForm
from lles.casefile.gate import GateRefused
from lles.casefile.register import page_of_document
from lles.casefile.views import CaseView, pdf_response
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.sight import or_404
from lles.work.safeguarding.changes.leaving import found_before_signature, refused_by_gate
from lles.work.safeguarding.changes.sign_off import ask_for_signature, read_to_sign, send_back, sign
from lles.work.safeguarding.forms.further import AskForm, SignForm
from lles.work.safeguarding.queries.filing import KIND
from lles.work.safeguarding.queries.sign_off import SignOffState, asked_of, may_sign, sign_off_of
from lles.work.safeguarding.queries.sign_off_page import SignOffShown, sign_off_shown
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.views.places import places_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lles.casefile.models import Officer
    from lles.law.bilingual import Text
    from lles.law.findings import Finding
    from lles.work.safeguarding.models import SignOff

KINDS = (KIND, *FurtherKind)


class AskForSignature(ChangeView):
    """Why a second person has to sign, and the asking."""

    tab = "safeguarding:letter"
    what = "letter"
    template = "safeguarding/ask_signature.html"
    form_class = AskForm

    @property
    def kind(self) -> str:
        """Of which document it is."""
        kind = str(self.kwargs["kind"])
        if kind not in KINDS:
            raise Http404
        return kind

    @cached_property
    def state(self) -> SignOffState:
        """How it stands with the signature; there is none where nothing is being written."""
        return or_404(sign_off_of(self.case, self.kind, self.today))

    def heading(self) -> str:
        return _("Ask a second person to sign")

    def press(self) -> str:
        return _("Ask for a signature")

    def recorded(self) -> str:
        return _("Asked. It stands on the Today page of whom you asked.")

    @cached_property
    def people(self) -> Mapping[str, Officer]:
        """Who may sign it, by their numbers."""
        return {str(one.pk): one for one in may_sign(self.case, self.officer)}

    def choices(self) -> dict[str, Any]:
        return {"people": [(one.pk, one.name) for one in self.people.values()]}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        document = timeline.word(f"document.{self.kind}")
        return {
            "state": self.state,
            "document": document,
            "people": self.people,
            "page": page_of_document(self.kind),
            "bars": [one for one in self.found if one.bars],
            "place_of": places_of(self.case, self.kind),
            **self.stopped,
        }

    @cached_property
    def found(self) -> tuple[Finding, ...]:
        """What the rules have to say of it before somebody signs."""
        return found_before_signature(self.case, timezone.now(), self.kind)

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        form = super().form(data, initial)
        form.expect(self.found, self.state.reasons_given)
        return form

    @cached_property
    def stopped(self) -> dict[str, Any]:
        """What the gate refuses as it stands; empty where it may leave."""
        try:
            refusals = refused_by_gate(self.case, self.officer, timezone.now(), self.kind)
        except UnprintableText:
            return {"refusals": ()}
        return {"refusals": refusals} if refusals else {}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Asks, or says what keeps it from leaving and where; what was chosen stays."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            self.stopped = {"refusals": refused.refusals}
        except UnprintableText:
            self.stopped = {"refusals": ()}
        return self.page(self.form(request.POST), 409)

    def change(self, form: ChangeForm) -> None:
        person = self.people.get(form.cleaned_data["asked_of"])
        try:
            ask_for_signature(
                **self.passed(form), kind=self.state.in_hand.kind, asked_of=person, reasons=form.reasons
            )
        except Weighed:
            self.stopped = {}  # what the gate refuses comes first, so it refused nothing
            raise

    def after(self) -> str:
        return reverse(page_of_document(self.kind), args=(self.case.reference,))


class SignOffPage(DraftedView):
    """What was asked to be signed, in every version, with what was decided; whoever may sign decides here."""

    needs = Verb.SEE
    tab = "safeguarding:letter"
    what = "letter"
    template = "safeguarding/sign_off.html"
    form_class = SignForm
    draft_kind = "sign_off"

    @cached_property
    def asked(self) -> SignOff:
        """The request for a signature."""
        return or_404(asked_of(self.case, self.kwargs["asked"]))

    @cached_property
    def shown(self) -> SignOffShown:
        """It with everything around it."""
        return sign_off_shown(self.case, self.asked, self.officer, self.today)

    def heading(self) -> str:
        return _("Signature by a second person")

    def press(self) -> str:
        return _("Record what I decided")

    def recorded(self) -> str:
        return _("Recorded")

    def initial(self) -> dict[str, Any]:
        return {"read": self.shown.fingerprint, "language_of_text": self.officer.language}

    def as_seen(self) -> dict[str, Any]:
        return {**super().as_seen(), "read": self.shown.fingerprint}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {
            "shown": self.shown,
            "asked": self.asked,
            "place_of": places_of(self.case, self.asked.kind),
            "document": timeline.word(f"document.{self.asked.kind}"),
            "reasons_given": self.asked.reasons,
            "found": self.found,
            "may_sign": Verb.APPROVE in self.may and self.shown.is_open and not self.shown.had_a_hand,
            "wants_to": Verb.APPROVE in self.may,
            "page": page_of_document(self.asked.kind),
        }

    @property
    def found(self) -> Mapping[str, list[Text]]:
        """What the rules say of it, by their provisions, beside the reasons why it goes as it is."""
        reads = self.may_work or Verb.APPROVE in self.may
        if not (reads and self.shown.is_open and self.asked.reasons):
            return {}
        said: dict[str, list[Text]] = {}
        for one in found_before_signature(self.case, timezone.now(), self.asked.kind):
            said.setdefault(one.provision, []).append(one.says)
        return said

    def page(self, form: ChangeForm, status: int = 200, **context: Any) -> HttpResponse:
        """The page; whoever approves without working on the case keeps no draft."""
        more = {} if self.may_work else {"draft": None}
        return super().page(form, status, **{**context, **more})

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Signs or sends back; nobody else has anything to send here."""
        if Verb.APPROVE not in self.may:
            raise PermissionDenied
        return super().post(request, **kwargs)

    def change(self, form: ChangeForm) -> None:
        given, passed = form.cleaned_data, self.passed(form)
        if not self.may_work:
            passed.pop("draft")
        if given["decision"] == "sign":
            sign(**passed, asked=self.asked, read=given["read"])
        else:
            language = given["language_of_text"] or self.officer.language
            send_back(**passed, asked=self.asked, words=given["words"], language=language)

    def after(self) -> str:
        return reverse("safeguarding:sign_off", args=(self.case.reference, self.asked.pk))


class ReadToSign(CaseView):
    """One version of what is to be signed, in the real bytes, for whoever may sign."""

    needs = Verb.APPROVE
    tab = "safeguarding:letter"
    what = "letter"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes it for one reader in one language."""
        asked = or_404(asked_of(self.case, self.kwargs["asked"]))
        refused = "safeguarding/further_refused.html"
        try:
            made = read_to_sign(
                case=self.case,
                by=self.officer,
                at=timezone.now(),
                asked=asked,
                reader=str(self.kwargs["reader"]),
                language=str(self.kwargs["language"]),
            )
        except UnprintableText:
            return self.show(refused, 409, refusals=(), page_name="")
        if made.refusals:
            return self.show(refused, 409, refusals=made.refusals, page_name="")
        return pdf_response(or_404(made.released[0] if made.released else None), inline=True)
