"""Documents: what the court sent, what we made and sealed, and the way of each to the court."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.filing import look_at_sealed, look_settled, record_filed_by_hand, withdraw_filing
from lles.casefile.changes.received_files import scanner
from lles.casefile.documents import paper_store
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.filing import ByHandForm, LookForm, WithdrawForm
from lles.casefile.gate import (
    GateRefused,
    kept_from_onlookers,
    refused_now,
    sealed,
    stopped_now,
    unweighed_findings,
)
from lles.casefile.queries.enquiries import enquiries_of
from lles.casefile.queries.of_case import document_of, filing_of, paper_of, waits_beside
from lles.casefile.queries.papers import orders_in_papers, received_papers
from lles.casefile.queries.serving import servings_of
from lles.casefile.register import kept_from
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import CaseView, or_404, paper_response, pdf_response
from lles.links.store import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lles.casefile.gate import Refusal
    from lles.casefile.models import Case, Document, Filing

BY_HAND = ("by_hand", "refused", "unreachable", "stopped")


def service_of(case: Case, documents: Sequence[Document]) -> dict[str, Any]:
    """How each of these documents was served, and from whom each kind is kept, for the macros of serving."""
    kinds = {one.kind for one in documents}
    return {
        "servings": servings_of(case) if documents else {},
        "kept_from": {kind: kept_from(case, kind) for kind in kinds},
    }


class Documents(CaseView):
    """The papers of the court and our own sealed documents."""

    tab = "casefile:documents"
    what = "documents"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists the papers with their state, and our documents with their way to the court."""
        made = self.case.documents.select_related("party", "child", "given", "made_by", "filing__filed_by")
        ours = list(made.order_by("-version", "pk"))
        papers = self.case.papers.order_by("-dated_at", "-pk")
        return self.show(
            "casefile/documents.html",
            documents=ours,
            **service_of(self.case, ours),
            papers=papers,
            received=received_papers(self.case),
            orders_in=orders_in_papers(self.case),
            enquiries=enquiries_of(self.case),
            scanned=scanner() is not None,
        )


class SealedDocument(CaseView):
    """One sealed document, in the bytes that were sealed, through the gate."""

    what = "document"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Gives the document, or says where the gate found what may not leave."""
        document = or_404(document_of(self.case, self.kwargs["document"]))
        try:
            released = look_at_sealed(case=self.case, by=self.officer, at=timezone.now(), document=document)
        except GateRefused as refused:
            return self.show("casefile/refused.html", 409, refusals=refused.refusals)
        return pdf_response(released, inline=True)


class CourtPaper(CaseView):
    """One paper of the court, as a file to keep; it may say where somebody is, so it opens by a button."""

    what = "paper"
    http_method_names = ("post",)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Gives the paper; who only sees the case has it where it tells no protected place."""
        paper = or_404(paper_of(self.case, self.kwargs["paper"], restricted=self.may_work))
        try:
            content = paper_store().get(paper.sha256)
        except StoreError:
            return self.show("casefile/paper_refused.html", 409, refusals=())
        if not self.may_work and (refusals := kept_from_onlookers(self.case, content)):
            return self.show("casefile/paper_refused.html", 409, refusals=refusals)
        self.record_sight(f"location:paper:{paper.pk}" if self.may_work else f"paper:{paper.pk}")
        return paper_response(content, f"{self.case.reference}-paper-{paper.pk}")


class FilingPage(ChangeView):
    """The way of one sealed document to the court, where a person has to act."""

    tab = leads_to = "casefile:documents"
    what = "filing"
    template = "casefile/filing.html"

    @cached_property
    def filing(self) -> Filing:
        """The filing it is about."""
        return or_404(filing_of(self.case, self.kwargs["filing"]))

    @property
    def looks(self) -> bool:
        """Whether a person has to look at the court's side first."""
        return self.filing.state == self.filing.UNKNOWN

    @cached_property
    def refused(self) -> tuple[Refusal, ...]:
        """Why a document that waits for a person may not leave as the case stands now."""
        waits = self.filing.state in BY_HAND and not self.is_away
        return refused_now(self.filing.document) if waits else ()

    @cached_property
    def is_away(self) -> bool:
        """Whether the store does not give the file at the moment, so that nobody can say what it holds."""
        try:
            sealed(self.filing.document)
        except StoreError:
            return True
        return False

    @cached_property
    def may_withdraw(self) -> bool:
        """Whether this officer may withdraw it: our gate stopped it, or would stop it now."""
        if self.filing.state not in BY_HAND or self.is_away or Verb.FILE not in self.may:
            return False
        return self.filing.state == self.filing.STOPPED or bool(stopped_now(self.filing.document))

    @property
    def withdraws(self) -> bool:
        """Whether the page withdraws it: nothing else is open, or somebody asks for that."""
        return bool(self.refused) or (self.may_withdraw and "withdraw" in self.request.GET)

    def heading(self) -> str:
        if self.refused:
            return _("This document may not leave")
        if self.withdraws:
            return _("Withdraw this document")
        if self.looks:
            return _("Did the document arrive?")
        return _("File the document by hand") if self.filing.state in BY_HAND else _("Filing with the court")

    def press(self) -> str:
        if self.withdraws:
            return _("Withdraw this document")
        return _("Record what I saw") if self.looks else _("Record the filing")

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        if self.looks:
            return LookForm(data, initial=initial, language=self.language)
        if self.withdraws:
            return WithdrawForm(data, initial=initial, language=self.language)
        form = ByHandForm(
            data,
            initial=initial,
            language=self.language,
            today=self.today,
            now=timezone.now(),
            not_before=self.filing.document.made_at,
            has_others=bool(waits_beside(self.filing)),
        )
        if data is None and self.filing.state in BY_HAND and not self.is_away:
            form.expect(unweighed_findings(self.case, [sealed(self.filing.document)]))
        return form

    def initial(self) -> dict[str, Any]:
        now = timezone.localtime()
        return {"on": now.date(), "clock": now.time().replace(second=0, microsecond=0)}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        waits = self.looks or (self.filing.state in BY_HAND and (self.may_withdraw or not self.refused))
        return {
            "filing": self.filing,
            "waits": waits,
            "refusals": self.refused,
            "is_away": self.filing.state in BY_HAND and self.is_away,
            "withdraws": self.withdraws,
            "may_withdraw": self.may_withdraw,
        }

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Records what a person did, or says above what was typed why the gate lets it not leave."""
        if self.filing.state in BY_HAND and self.is_away:
            return self.page(self.form(request.POST), 409)
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            return self.page(self.form(request.POST), 409, not_recorded=refused.refusals)

    def change(self, form: ChangeForm) -> None:
        passed, given = self.passed(form), form.cleaned_data
        if isinstance(form, ByHandForm):
            record_filed_by_hand(
                **passed,
                filing=self.filing,
                way=given["way"],
                filed_at=form.moment,
                together=given.get("together", False),
                reasons=form.reasons,
            )
        elif isinstance(form, WithdrawForm):
            withdraw_filing(**passed, filing=self.filing, why=given["why"])
        else:
            look_settled(**passed, filing=self.filing, is_there=given["is_there"])
