"""A page on which a report is written, looked at as its readers would have it, and sealed through the
gate."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import Any, Protocol

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.documents import UnprintableText
from lles.casefile.forms.change import ChangeForm
from lles.casefile.gate import GateRefused, Released
from lles.casefile.models import Case, Filing
from lles.casefile.queries.reports import Version
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.sight import or_404, pdf_response
from lles.law.bilingual import LANGUAGES, Language, day_in_words, opening

_LANGUAGES: dict[str, Language] = {one: one for one in LANGUAGES}


class Heard(Protocol):
    """Something that was recorded of a day, in somebody's words."""

    @property
    def on(self) -> date: ...
    @property
    def words(self) -> str: ...
    @property
    def language(self) -> str: ...


def where_it_goes(case: Case, on_its_way: str = "") -> str:
    """What becomes of the document that was sealed last: on its way to the court, which a page may say in its
    own words, to be filed there by hand, or for people alone."""
    last = case.documents.order_by("-pk").first()
    versions = case.documents.filter(kind=last.kind, version=last.version) if last else case.documents.none()
    states = set(versions.exclude(filing=None).values_list("filing__state", flat=True))
    if not states:
        return _("Made and sealed. It does not go to the court; whom it is for can be given it now.")
    if Filing.BY_HAND in states:
        return _("Made and sealed. It does not go to the court by itself: file it by hand.")
    return on_its_way or _("Made and sealed. It is on its way to the court.")


class ReportView(DraftedView):
    """A page on which a report is written; what the gate refuses is said, and what was typed stays."""

    template = "casefile/report.html"
    preview_page: str

    def begin(self) -> None:
        """A document names an office, so there is none without one."""
        super().begin()
        if self.case.office is None:
            raise Http404

    @property
    def draft_subject(self) -> str:
        return str(self.about)

    @property
    def about(self) -> int:
        """The number of what the report is about."""
        raise NotImplementedError

    @cached_property
    def versions(self) -> Sequence[Version]:
        """Each reader and language in which it is made."""
        raise NotImplementedError

    def press(self) -> str:
        return _("Make and seal it")

    def recorded(self) -> str:
        return where_it_goes(self.case)

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes it, or says what stands in the way; what was typed stays in the draft."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            self.draft.save(request.POST, timezone.now())
            return self.refused(refused)
        except UnprintableText:
            self.draft.save(request.POST, timezone.now())
            return self.refused(None)

    def taken_over(self, box: str, heard: Iterable[Heard]) -> dict[str, Any]:
        """What was recorded of it stands in its box already, day by day, in the language of what comes first;
        words that name a protected place do not."""
        told = [one for one in heard if one.words and not self.closed_words(one.words)]
        if not told:
            return {}
        language = _LANGUAGES[told[0].language]
        lines = [
            f"{opening(day_in_words(one.on, language))}: {one.words}"
            for one in told
            if one.language == language
        ]
        return {f"words-{box}": "\n".join(lines), "language_of_words": language}

    def refused(self, refused: GateRefused | None) -> HttpResponse:
        """What the gate refused, with the way back to what was typed."""
        back = reverse(self.preview_page.removesuffix("_preview"), args=(self.case.reference, self.about))
        found = refused.refusals if refused else ()
        return self.show("casefile/report_refused.html", 409, refusals=found, back=back)

    def context(self, form: ChangeForm) -> dict[str, Any]:
        """The previews of what is typed so far."""
        previews = [
            (reader, language, reverse(
                self.preview_page, args=(self.case.reference, self.about, reader, language)
            ))
            for reader, language in self.versions
        ]  # fmt: skip
        return {**super().context(form), "previews": previews}


class ReportPreview(ReportView):
    """The report as one reader would have it in one language, from what is typed so far, or else from what
    the page holds by itself, in the real bytes."""

    http_method_names = ("get",)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes it for one reader in one language."""
        language: Language = or_404(_LANGUAGES.get(self.kwargs["language"]))
        reader = str(self.kwargs["reader"])
        if (reader, language) not in self.versions:
            raise Http404
        form = self.form(self.draft.typed() or self.blank())
        form.full_clean()
        try:
            return pdf_response(self.preview(form, reader, language), inline=True)
        except GateRefused as refused:
            return self.refused(refused)
        except UnprintableText:
            return self.refused(None)

    def preview(self, form: ChangeForm, reader: str, language: Language) -> Released:
        """What is typed so far, through the gate."""
        raise NotImplementedError
