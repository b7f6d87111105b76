"""Documents: what the court sent, and what we made and sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from lles.casefile.changes.filing import look_at_sealed
from lles.casefile.changes.received_files import scanner
from lles.casefile.documents import paper_store
from lles.casefile.gate import GateRefused, kept_from_onlookers
from lles.casefile.queries.enquiries import enquiries_of
from lles.casefile.queries.of_case import document_of, paper_of
from lles.casefile.queries.papers import orders_in_papers, received_papers
from lles.casefile.queries.serving import servings_of
from lles.casefile.register import kept_from
from lles.casefile.views.sight import CaseView, or_404, paper_response, pdf_response
from lles.links.store import StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lles.casefile.models import Case, Document


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
