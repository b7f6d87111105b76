"""Documents: what the court sent, what we made and sealed, and the way of each to the court."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.changes.filing import look_settled, record_filed_by_hand
from lles.casefile.changes.received_files import scanner
from lles.casefile.documents import paper_store
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.filing import ByHandForm, LookForm
from lles.casefile.gate import GateRefused, basis_of, kept_from_onlookers, release, sealed
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

    from lles.casefile.models import Case, Document, Filing

BY_HAND = ("by_hand", "refused", "unreachable")


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
            released = release(
                self.case, sealed(document), basis=basis_of(document.reader), purpose="look",
                by=self.officer, at=timezone.now(),
            )  # fmt: skip
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

    def heading(self) -> str:
        if self.looks:
            return _("Did the document arrive?")
        return _("File the document by hand") if self.filing.state in BY_HAND else _("Filing with the court")

    def press(self) -> str:
        return _("Record what I saw") if self.looks else _("Record the filing")

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        if self.looks:
            return LookForm(data, initial=initial, language=self.language)
        return ByHandForm(
            data,
            initial=initial,
            language=self.language,
            today=self.today,
            now=timezone.now(),
            not_before=self.filing.document.made_at,
            has_others=bool(waits_beside(self.filing)),
        )

    def initial(self) -> dict[str, Any]:
        now = timezone.localtime()
        return {"on": now.date(), "clock": now.time().replace(second=0, microsecond=0)}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"filing": self.filing, "waits": self.looks or self.filing.state in BY_HAND}

    def change(self, form: ChangeForm) -> None:
        passed, given = self.passed(form), form.cleaned_data
        if isinstance(form, ByHandForm):
            record_filed_by_hand(
                **passed,
                filing=self.filing,
                way=given["way"],
                filed_at=form.moment,
                together=given.get("together", False),
            )
        else:
            look_settled(**passed, filing=self.filing, is_there=given["is_there"])
