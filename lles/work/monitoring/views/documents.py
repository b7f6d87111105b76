"""The letters of monitoring, and its reports to the court."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
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
from lles.law.bilingual import LANGUAGES, Language, day_in_words, time_in_words
from lles.work.monitoring.changes.documents import (
    file_report,
    make_letters,
    preview_letter,
    preview_report,
)
from lles.work.monitoring.forms.documents import LettersForm, ReportForm
from lles.work.monitoring.queries.also import written_under
from lles.work.monitoring.queries.facts import END, LETTERS
from lles.work.monitoring.queries.letters import letters_of, untold
from lles.work.monitoring.queries.period import period_of
from lles.work.monitoring.queries.report import (
    breaches_to_report,
    calls_told_in,
    may_be_written,
    reader_of,
    readers_of,
)
from lles.work.monitoring.views.order import MonitoringChange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lles.work.monitoring.models import Call
    from lles.work.monitoring.queries.letters import LetterTo

_LANGUAGES: dict[str, Language] = {one: one for one in LANGUAGES}


class Letters(MonitoringChange):
    """The letters when monitoring begins or ends: who gets one."""

    template = "monitoring/letters.html"
    form_class = LettersForm

    def begin(self) -> None:
        """There are letters at the start and at the end; where it never begins, at the end."""
        super().begin()
        if self.kwargs["letter"] not in letters_of(self.monitoring):
            raise Http404

    @cached_property
    def to_tell(self) -> Sequence[LetterTo]:
        """Who has neither a letter nor a reason for none."""
        return untold(self.monitoring, self.kwargs["letter"])

    @property
    def to_look_at(self) -> Sequence[LetterTo]:
        """Whose letter can be looked at before it is made; none without an office or a period."""
        return self.to_tell if self.case.office and period_of(self.monitoring) else ()

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"monitoring": self.monitoring, "letter": self.kwargs["letter"], "to_look_at": self.to_look_at}

    def heading(self) -> str:
        return word(f"document.{LETTERS[self.kwargs['letter']]}").said(self.language)

    def press(self) -> str:
        return _("Make and seal the letters")

    def recorded(self) -> str:
        return _("Recorded. What was made can be served now.")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today, "adults": self.to_tell}

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the letters, or says what stands in the way."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            return self.show(
                "casefile/report_refused.html", 409, refusals=refused.refusals, back=request.path
            )
        except UnprintableText:
            return self.show("casefile/report_refused.html", 409, refusals=(), back=request.path)

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, LettersForm)
        make_letters(
            **self.passed(form), monitoring=self.monitoring, letter=self.kwargs["letter"],
            decided=form.decided, reasons=form.reasons,
        )  # fmt: skip


class PreviewLetter(Letters):
    """A letter as one adult would have it now, in the real bytes."""

    http_method_names = ("get",)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes it for one adult in one of their languages."""
        to = or_404(next((one for one in self.to_look_at if one.party.slug == kwargs["reader"]), None))
        language: Language = or_404(next((one for one in to.languages if one == kwargs["language"]), None))
        back = request.path.partition("preview/")[0]
        try:
            released = preview_letter(
                case=self.case, by=self.officer, at=timezone.now(), monitoring=self.monitoring,
                letter=kwargs["letter"], to=to, language=language,
            )  # fmt: skip
        except GateRefused as refused:
            return self.show("casefile/report_refused.html", 409, refusals=refused.refusals, back=back)
        except UnprintableText:
            return self.show("casefile/report_refused.html", 409, refusals=(), back=back)
        return pdf_response(released, inline=True)


class WriteReport(MonitoringChange, DraftedView):
    """A report to the court: of a breach, in between, or at the end."""

    needs = Verb.FILE
    template = "monitoring/report.html"
    form_class = ReportForm
    draft_kind = "monitoring-report"

    @property
    def draft_subject(self) -> str:
        return f"{self.kwargs['monitoring']}-{self.kwargs['kind']}"

    def begin(self) -> None:
        """There is something of which a report can be made."""
        super().begin()
        if not may_be_written(self.monitoring, self.kwargs["kind"]):
            raise Http404

    def heading(self) -> str:
        return word(f"document.monitoring_{self.kwargs['kind']}_report").said(self.language)

    def press(self) -> str:
        return _("Seal the report and send it to the court")

    def recorded(self) -> str:
        if f"monitoring_{self.kwargs['kind']}_report" == END:
            says = _("The report at the end is sealed and on its way to the court.")
        else:
            says = _("The report is sealed and on its way to the court. Monitoring goes on.")
        return where_it_goes(self.case, says)

    def choices(self) -> dict[str, Any]:
        calls = calls_told_in(self.monitoring, self.kwargs["kind"])
        return {
            "today": self.today,
            "a_child_spoke": any(one.child_id for one in calls),
            "accounts": [(str(one.pk), self._account(one)) for one in calls if one.party_id],
        }

    def _account(self, one: Call) -> str:
        """A call with an adult by name, day and hour, the day that it was about, and what came of it."""
        held, outcome = timezone.localtime(one.held_at), self.say.word(f"monitoring_outcome.{one.outcome}")
        when = f"{day_in_words(held.date(), self.language)}, {time_in_words(held.time(), self.language)}"
        if one.monitored_on:
            about = _("about %(day)s") % {"day": day_in_words(one.monitored_on, self.language, weekday=False)}
            when = f"{when}, {about}"
        return f"{one.name}, {when}: {outcome}"

    def initial(self) -> dict[str, Any]:
        return {"language_of_words": self.language}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {
            "monitoring": self.monitoring,
            "kind": self.kwargs["kind"],
            "lacking": lacking(self.case, written_under(self.monitoring)),
            "breaches": breaches_to_report(self.monitoring, self.kwargs["kind"]),
            "readers": readers_of(self.monitoring),
        }

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Seals it, or says what stands in the way; what was typed stays in the draft."""
        try:
            return super().post(request, **kwargs)
        except GateRefused as refused:
            return self._refused(refused.refusals)
        except UnprintableText:
            return self._refused(())

    def _refused(self, refusals: Sequence[Any]) -> HttpResponse:
        self.draft.save(self.request.POST, timezone.now())
        return self.show("casefile/report_refused.html", 409, refusals=refusals, back=self._page())

    def _page(self) -> str:
        return self.request.path.partition("preview/")[0]

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, ReportForm)
        file_report(
            **self.passed(form), monitoring=self.monitoring, kind=self.kwargs["kind"], author=form.author,
            reasons=form.reasons,
        )  # fmt: skip


class Preview(WriteReport):
    """A report as one reader would have it, from what is typed so far, in the real bytes."""

    http_method_names = ("get",)

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes it for one reader in one language."""
        reader = or_404(reader_of(self.monitoring, self.kwargs["reader"]))
        language: Language = or_404(_LANGUAGES.get(self.kwargs["language"]))
        form = self.form(self.draft.typed() or QueryDict())
        assert isinstance(form, ReportForm)
        form.full_clean()
        try:
            released = preview_report(
                case=self.case, by=self.officer, at=timezone.now(), monitoring=self.monitoring,
                kind=self.kwargs["kind"], author=form.author, reader=reader, language=language,
            )  # fmt: skip
        except GateRefused as refused:
            return self.show(
                "casefile/report_refused.html", 409, refusals=refused.refusals, back=self._page()
            )
        except UnprintableText:
            return self.show("casefile/report_refused.html", 409, refusals=(), back=self._page())
        return pdf_response(released, inline=True)
