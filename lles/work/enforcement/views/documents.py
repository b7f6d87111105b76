"""The page on which a document of enforcement is written, and what its readers would have."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.forms.change import ChangeForm
from lles.casefile.queries.in_both import lacking
from lles.casefile.timeline import word
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.reporting import ReportPreview, ReportView
from lles.work.enforcement.changes.documents import DRAFT, preview_document, write_document
from lles.work.enforcement.forms.documents import DocumentForm
from lles.work.enforcement.queries.also import written_of
from lles.work.enforcement.queries.headings import BEFORE, SHORT, TAKEN_OVER, headings_of, needed_in
from lles.work.enforcement.queries.report import (
    CORRECTION,
    LETTERS,
    document_told,
    ends_with_words,
    heard_since,
    is_short_of,
    may_be_written,
    said_of_wrong_ends,
    versions_of,
)
from lles.work.enforcement.views.application import MatterView

if TYPE_CHECKING:
    from lles.casefile.gate import GateRefused, Released
    from lles.casefile.queries.reports import Version
    from lles.law.bilingual import Language


class Write(MatterView, ReportView):
    """A report to the court, or a letter to the person whom the order binds."""

    needs = Verb.FILE
    template = "enforcement/report.html"
    form_class = DocumentForm
    draft_kind = DRAFT
    preview_page = "enforcement:preview"

    @property
    def kind(self) -> str:
        """Which document it is."""
        return str(self.kwargs["kind"])

    @property
    def about(self) -> int:
        return int(self.kwargs["enforcement"])

    @property
    def draft_subject(self) -> str:
        return f"{self.about}-{self.kind}"

    @cached_property
    def versions(self) -> Sequence[Version]:
        return versions_of(self.enforcement, self.kind)

    def begin(self) -> None:
        """The file has what the document is about."""
        super().begin()
        if not may_be_written(self.enforcement, self.kind):
            raise Http404

    def heading(self) -> str:
        return word(f"document.enforcement_{self.kind}").said(self.language)

    def after(self) -> str:
        return reverse("enforcement:matter", args=(self.case.reference, self.about))

    def choices(self) -> dict[str, Any]:
        name = self.enforcement.party.name if self.enforcement.party else ""
        is_short = is_short_of(self.enforcement)
        return {
            "headings": headings_of(self.kind, self.today, is_short=is_short),
            "needed": needed_in(self.kind, is_short=is_short),
            "name": name,
        }

    def initial(self) -> dict[str, Any]:
        """What probation told of it, or what was written of the end, is not typed again."""
        if ended := ends_with_words(self.enforcement, self.kind):
            return self.taken_over(SHORT, ended)
        if self.kind == CORRECTION:
            known = self.taken_over("wrong", said_of_wrong_ends(self.enforcement, self.language))
            return {name: words for name, words in known.items() if name != "language_of_words"}
        return self.taken_over(TAKEN_OVER.get(self.kind, ""), heard_since(self.enforcement, self.kind))

    def context(self, form: ChangeForm) -> dict[str, Any]:
        """The previews of what is typed so far, and what the document says by itself."""
        page = self._page("enforcement:preview")
        previews = [
            (reader, language, f"{page}?{urlencode({'reader': reader, 'language': language})}")
            for reader, language in self.versions
        ]
        told = document_told(self.enforcement, self.kind, self.closed_words)
        return {
            **DraftedView.context(self, form),
            "previews": previews,
            "means": self._means(),
            "told": told,
            "enforcement": self.enforcement,
            "lacking": lacking(self.case, written_of(self.enforcement)),
        }

    def refused(self, refused: GateRefused | None) -> HttpResponse:
        found = refused.refusals if refused else ()
        back = self._page("enforcement:write")
        return self.show("casefile/report_refused.html", 409, refusals=found, back=back)

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, DocumentForm)
        write_document(
            **self.passed(form), enforcement=self.enforcement, kind=self.kind, typed=form.typed,
            reasons=form.reasons,
        )  # fmt: skip

    def preview(self, form: ChangeForm, reader: str, language: Language) -> Released:
        assert isinstance(form, DocumentForm)
        return preview_document(
            case=self.case, by=self.officer, at=timezone.now(), enforcement=self.enforcement, kind=self.kind,
            typed=form.typed, version=(reader, language),
        )  # fmt: skip

    def _page(self, name: str) -> str:
        return reverse(name, args=(self.case.reference, self.about, self.kind))

    def _means(self) -> str:
        if self.kind in LETTERS:
            return _("It goes to the person whom the order binds, and to nobody else.")
        if self.kind == BEFORE:
            return _(
                "The court asks the first four things before it makes an enforcement order. The others are"
                " what it considers; leave empty what you cannot say. It goes to the court, and to the person"
                " it is about."
            )
        return _("It goes to the court, and to the person it is about.")


class Preview(Write, ReportPreview):
    """A document as one reader would have it in one language; the address says which, in its query."""

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes it for one reader in one language."""
        self.kwargs |= {name: request.GET.get(name, "") for name in ("reader", "language")}
        return super().get(request, **kwargs)
