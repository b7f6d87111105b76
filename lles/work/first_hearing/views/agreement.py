"""The page on which an officer helps the parties to agree, and the draft for the court as each reader would
have it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.queries.court import hearing_on_its_day
from lles.casefile.views.reporting import ReportPreview, ReportView, where_it_goes
from lles.casefile.views.sight import or_404
from lles.work.first_hearing.changes.agreement import draft_agreement, preview_agreement
from lles.work.first_hearing.forms.agreement import AgreementForm
from lles.work.first_hearing.queries.agreement import (
    childs_words_in,
    hearing_to_help_at,
    helping_facts,
    versions_of_agreement,
)
from lles.work.first_hearing.rules.helping import check_helping
from lles.work.first_hearing.views.orders import PAGE
from lles.work.first_hearing.views.rows import RowsView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.http import QueryDict

    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.gate import Released
    from lles.casefile.models import Hearing
    from lles.casefile.queries.reports import Version
    from lles.law.bilingual import Language
    from lles.law.findings import Finding


class HelpToAgree(RowsView, ReportView):
    """The officer helps the parties of a hearing to agree."""

    needs = Verb.FILE
    tab = leads_to = PAGE
    what = "hearing_record"
    template = "first_hearing/agree.html"
    form_class = AgreementForm
    draft_kind = "agreement"
    preview_page = "first_hearing:agree_preview"

    @cached_property
    def hearing(self) -> Hearing:
        """The hearing."""
        return or_404(hearing_to_help_at(self.case, self.kwargs["hearing"], self.today))

    @property
    def about(self) -> int:
        return int(self.kwargs["hearing"])

    @cached_property
    def versions(self) -> Sequence[Version]:
        return versions_of_agreement(self.case)

    def begin(self) -> None:
        super().begin()
        self.hearing  # noqa: B018

    def heading(self) -> str:
        return _("Help to agree: %(hearing)s") % {
            "hearing": self.unless_closed(hearing_on_its_day(self.hearing).said(self.language))
        }

    def press(self) -> str:
        return _("Seal the draft and send it to the court")

    def recorded(self) -> str:
        says = _("The draft is sealed and on its way to the court. The court decides.")
        return where_it_goes(self.case, says)

    def found(self, way: str = "") -> tuple[Finding, ...]:
        """What stands in the way, the gravest first."""
        return tuple(check_helping(helping_facts(self.case, self.case_head, way)))

    def form(self, data: QueryDict | None = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        """The form asks the reason for whatever stands in the way before anything is pressed."""
        form = super().form(data, initial)
        form.expect(self.found())
        return form

    def context(self, form: ChangeForm) -> dict[str, Any]:
        found = (*self.found(str(form.data.get("way", ""))), *self.childs_words(form))
        return {**super().context(form), "found": found}

    def childs_words(self, form: ChangeForm) -> tuple[Finding, ...]:
        """Where what was sent seems to hold what a child has said, for a page that is shown again."""
        assert isinstance(form, AgreementForm)
        was_checked = hasattr(form, "cleaned_data")
        return childs_words_in(self.case, form.helped, self.today) if was_checked else ()

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, AgreementForm)
        draft_agreement(
            **self.passed(form), hearing=self.hearing, helped=form.helped, reasons=form.reasons
        )  # fmt: skip


class AgreementPreview(HelpToAgree, ReportPreview):
    """The draft as one reader would have it, from what is typed so far."""

    def preview(self, form: ChangeForm, reader: str, language: Language) -> Released:
        assert isinstance(form, AgreementForm)
        return preview_agreement(
            case=self.case, by=self.officer, at=timezone.now(), hearing=self.hearing, helped=form.helped,
            version=(reader, language),
        )  # fmt: skip
