"""The pages on which the documents about an activity are written and looked at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.worded import ReportForm
from lles.casefile.views.reporting import ReportPreview, ReportView
from lles.work.activities.changes.reports import preview_report, write_report
from lles.work.activities.queries.facts import is_monitored, unreported
from lles.work.activities.queries.reports import (
    BOXES,
    FAILURE,
    GROUPS,
    INFORMATION,
    NEEDED,
    REFERRAL,
    versions_of,
)
from lles.work.activities.views.activity import ActivityChange

if TYPE_CHECKING:
    from lles.casefile.gate import Released
    from lles.casefile.queries.reports import Version
    from lles.law.bilingual import Language


class WriteReport(ActivityChange, ReportView):
    """A document about an activity."""

    needs = Verb.FILE
    template = "casefile/report.html"
    form_class = ReportForm
    kind: str

    @property
    def about(self) -> int:
        return int(self.kwargs["activity"])

    @cached_property
    def versions(self) -> Sequence[Version]:
        return versions_of(self.activity, self.kind)

    def context(self, form: ChangeForm) -> dict[str, Any]:
        means = self.say.word(f"activity_means.{self.kind}")
        return {**super().context(form), "means": means}

    def choices(self) -> dict[str, Any]:
        needed = NEEDED.get(self.kind, ())
        return {"boxes": BOXES[self.kind], "group": GROUPS[self.kind], "needed": needed}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, ReportForm)
        write_report(
            **self.passed(form), activity=self.activity, kind=self.kind, typed=form.typed,
            reasons=form.reasons,
        )  # fmt: skip

    def preview(self, form: ChangeForm, reader: str, language: Language) -> Released:
        assert isinstance(form, ReportForm)
        return preview_report(
            case=self.case, by=self.officer, at=timezone.now(), activity=self.activity, kind=self.kind,
            typed=form.typed, version=(reader, language),
        )  # fmt: skip


class Information(WriteReport):
    """The answers that the court asks for before it orders an activity."""

    kind = INFORMATION
    draft_kind = "activity-information"
    preview_page = "activities:information_preview"

    def heading(self) -> str:
        return _("Answer the court about the activity")


class Referral(WriteReport):
    """The referral to the provider of what the court ordered."""

    kind = REFERRAL
    draft_kind = "activity-referral"
    preview_page = "activities:referral_preview"

    def begin(self) -> None:
        """Nobody is referred before the court has ordered it."""
        super().begin()
        if self.activity.order is None or self.activity.terms_at is None:
            raise Http404

    def heading(self) -> str:
        return _("Refer to the provider")


class Failure(WriteReport):
    """The report that somebody did not take part."""

    kind = FAILURE
    draft_kind = "activity-failure"
    preview_page = "activities:failure_preview"

    def is_open(self) -> bool:
        """A session that was missed is reported after the end too."""
        return super().is_open() or unreported(self.activity).exists()

    def initial(self) -> dict[str, Any]:
        """What was recorded of the sessions that were missed is not typed again."""
        return {**super().initial(), **self.taken_over("happened", unreported(self.activity))}

    def begin(self) -> None:
        """A failure is reported where the court asked us to monitor what it ordered."""
        super().begin()
        if not is_monitored(self.activity) or self.activity.terms_at is None:
            raise Http404

    def heading(self) -> str:
        return _("Report a failure to the court")


class InformationPreview(Information, ReportPreview):
    """The answers as one reader would have them."""


class ReferralPreview(Referral, ReportPreview):
    """The referral as the provider would have it."""


class FailurePreview(Failure, ReportPreview):
    """The report of a failure as one reader would have it."""
