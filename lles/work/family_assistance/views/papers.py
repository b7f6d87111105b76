"""The documents of an order: one is written and made for all its readers, or looked at as it stands."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.documents import UnprintableText
from lles.casefile.forms.change import ChangeForm
from lles.casefile.gate import GateRefused
from lles.casefile.queries.in_both import lacking
from lles.casefile.timeline import word
from lles.casefile.views import pdf_response
from lles.casefile.views.drafting import DraftedView
from lles.casefile.views.reporting import where_it_goes
from lles.casefile.views.sight import or_404
from lles.law.bilingual import LANGUAGES, Language, day_in_words
from lles.work.family_assistance import rules
from lles.work.family_assistance.changes.papers import make_papers, preview_paper
from lles.work.family_assistance.forms.papers import PaperForm
from lles.work.family_assistance.queries.also import written_for
from lles.work.family_assistance.queries.facts import complete_plan
from lles.work.family_assistance.queries.paper_parts import parts_of
from lles.work.family_assistance.queries.papers import (
    court_reads,
    goes_to_court,
    left_out_before,
    may_be_made,
    readers_to_ask,
)
from lles.work.family_assistance.queries.progress import progress_of, words_recorded
from lles.work.family_assistance.queries.told import can_be_told
from lles.work.family_assistance.queries.visits import said_by_children_at_visits, visits_to_tell
from lles.work.family_assistance.rules.papers import SHOWS_THE_PLAN, WITH_VIEWS, Paper, ToCourt
from lles.work.family_assistance.views.order import AssistanceChange, AssistanceView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lles.work.family_assistance.models import Worked
    from lles.work.family_assistance.queries.papers import Reader
    from lles.work.family_assistance.queries.visits import VisitToTell

_LANGUAGES: dict[str, Language] = {one: one for one in LANGUAGES}
_PAPERS = {one.value: one for one in Paper}


class ReportDue(AssistanceView):
    """Where the report that the court directed is written; while the file lacks what it needs, the order."""

    needs = Verb.FILE

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Leads there."""
        self.assistance.case = self.case
        args = [self.case.reference, self.assistance.pk]
        if self.case.office is None or not may_be_made(self.assistance, Paper.REPORT):
            return HttpResponseRedirect(reverse("family_assistance:order", args=args))
        return HttpResponseRedirect(reverse("family_assistance:document", args=[*args, Paper.REPORT.value]))


class WritePaper(AssistanceChange, DraftedView):
    """A document of the order is written and made."""

    needs = Verb.FILE
    template = "family_assistance/paper.html"
    form_class = PaperForm
    draft_kind = "family-document"
    goes_to_court = False
    goes_to_people = False

    @cached_property
    def paper(self) -> Paper:
        """Which document it is, where one can be made of the order as it stands."""
        found = or_404(_PAPERS.get(self.kwargs["paper"]))
        if not may_be_made(self.assistance, found):
            raise Http404
        return found

    def begin(self) -> None:
        """Only what the file holds something for is written; without an office nothing can be."""
        super().begin()
        self.assistance.case = self.case
        if self.case.office is None or not self.paper:
            raise Http404

    @property
    def draft_subject(self) -> str:
        """Which document of which order."""
        return f"{self.kwargs['assistance']}-{self.kwargs['paper']}"

    def heading(self) -> str:
        return word(f"document.{self.paper}").said(self.language)

    def press(self) -> str:
        return _("Make and seal it")

    def recorded(self) -> str:
        if not self.goes_to_people:
            alone = _("Made. It is on its way to the court.")
            return where_it_goes(self.case, alone) if self.goes_to_court else _("Recorded")
        if self.goes_to_court:
            says = _("Made. The court's copy is on its way; the others can be served once the court has it.")
            return where_it_goes(self.case, says)
        return _("Made. It does not go to the court; the copies are ready to go out.")

    @cached_property
    def readers(self) -> list[Reader]:
        """The people about whom one decides."""
        return readers_to_ask(self.assistance, self.paper)

    def choices(self) -> dict[str, Any]:
        plan = complete_plan(self.assistance)
        parts = [(key, self._part(key, words)) for key, words in parts_of(plan, self.paper)]
        told = [(str(one.pk), self._told(one)) for one in progress_of(self.assistance, self.paper)]
        told += [(str(one.row.pk), self._headed(self._visit(one.row), one.words)) for one in self.visits]
        tells = [
            (key, self._headed(name.said(self.language), words))
            for key, name, words in can_be_told(self.assistance, self.paper)
        ]
        return {
            "today": self.today, "paper": self.paper, "readers": self.readers, "parts": parts,
            "tells": tells, "progress": told,
        }  # fmt: skip

    def _told(self, one: Worked) -> str:
        step = word("family_part.step").said(self.language)
        day = day_in_words(one.on, self.language, weekday=False)
        return f"{step[:1].upper()}{step[1:]} {one.number}, {day}: {one.words}"

    @cached_property
    def visits(self) -> Sequence[VisitToTell]:
        """The visits and conversations of which the document can tell."""
        return visits_to_tell(self.assistance, self.paper)

    def _visit(self, one: Worked) -> str:
        sort = word(f"family_work.{one.kind}").said(self.language)
        day = day_in_words(one.on, self.language, weekday=False)
        return f"{sort[:1].upper()}{sort[1:]}, {day}"

    def _part(self, key: str, words: str) -> str:
        name, _sep, number = key.partition("-")
        said = word(f"family_part.{name}").said(self.language)
        return self._headed(f"{said} {number}".strip(), words)

    def _headed(self, name: str, words: str) -> str:
        """A part by its name and all that it says, where the page may show that."""
        head = name[:1].upper() + name[1:]
        if not words or self.closed_words(words):
            return head
        apart = " " if head.endswith("?") else ": "
        return f"{head}{apart}{words}"

    def initial(self) -> dict[str, Any]:
        """What the last copies left out, and the words that were recorded in the box of their language."""
        said = words_recorded(self.assistance, self.paper)
        words = {f"words-{said.language}": said.words} if said else {}
        if self.paper in WITH_VIEWS:
            views = said_by_children_at_visits(self.assistance, self.paper)
            words |= {f"views-{language}": text for language, text in views.items()}
        if self.paper not in SHOWS_THE_PLAN:
            return words
        left = {
            f"leave-party-{pk}": keys for pk, keys in left_out_before(self.assistance, self.paper).items()
        }
        return {**words, **left}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        refers = self.paper in (Paper.REFERRAL, Paper.REPORT)
        law = rules.family_assistance_law()
        return {
            "paper": self.paper,
            "previews": self.previews,
            "one_order": self.assistance,
            "lacking": lacking(self.case, written_for(self.assistance, self.paper)),
            "cut": [self._visit(one.row) for one in self.visits if one.is_cut],
            "remarks_of_law": (
                [rules.officer_does_not_change_an_order().says, law["FAO-NOEXTEND"].says] if refers else []
            ),
        }

    @property
    def previews(self) -> list[Reader]:
        """Whose copy can be looked at: the court's first, where it has one."""
        court = goes_to_court(self.paper) is not ToCourt.NEVER
        return [*([court_reads()] if court else []), *self.readers]

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes it, or says what stands in the way; what was typed stays in the draft."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            return self._refused(request, refused.refusals)
        except UnprintableText:
            return self._refused(request, ())

    def _refused(self, request: HttpRequest, refusals: Any) -> HttpResponse:
        self.draft.save(request.POST, timezone.now())
        return self.not_released(refusals)

    def not_released(self, refusals: Any) -> HttpResponse:
        """What the gate found, and the way back to what was typed."""
        args = (self.case.reference, self.assistance.pk, self.paper)
        return self.show(
            "casefile/report_refused.html",
            409,
            refusals=refusals,
            back=reverse("family_assistance:document", args=args),
        )

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, PaperForm)
        self.goes_to_court = form.typed.to_court
        self.goes_to_people = any(one.key not in form.typed.without for one in self.readers)
        make_papers(
            **self.passed(form),
            assistance=self.assistance,
            paper=self.paper,
            typed=form.typed,
            reasons=form.reasons,
        )


class PreviewPaper(WritePaper):
    """A document as one reader would have it, from what is typed so far, in the real bytes."""

    http_method_names = ("get",)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes it for one reader in one language."""
        wanted = self.kwargs["reader"]
        reader = or_404(next((one for one in self.previews if one.reader == wanted), None))
        language: Language = or_404(_LANGUAGES.get(self.kwargs["language"]))
        form = self.form(self.draft.typed() or self.blank())
        assert isinstance(form, PaperForm)
        form.full_clean()
        try:
            released = preview_paper(
                case=self.case, by=self.officer, at=timezone.now(), assistance=self.assistance,
                paper=self.paper, reader=reader, typed=form.typed, language=language,
            )  # fmt: skip
        except GateRefused as refused:
            return self.not_released(refused.refusals)
        except UnprintableText:
            return self.not_released(())
        return pdf_response(released, inline=True)
