"""Harm that is suspected while monitoring, and what came of it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.views.drafting import DraftedView
from lles.work.monitoring import rules
from lles.work.monitoring.changes.suspicions import record_suspicion
from lles.work.monitoring.forms.suspicions import SuspicionForm
from lles.work.monitoring.queries.facts import suspicion_is_open
from lles.work.monitoring.views.order import MonitoringChange


class RecordSuspicion(MonitoringChange, DraftedView):
    """That harm is suspected, or what its assessment found."""

    template = "monitoring/suspicion.html"
    form_class = SuspicionForm
    draft_kind = "monitoring-suspicion"

    def heading(self) -> str:
        return _("Harm suspected while monitoring")

    def press(self) -> str:
        return _("Record it")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today, "is_open": suspicion_is_open(self.monitoring)}

    def initial(self) -> dict[str, Any]:
        return {"language_of_words": self.language}

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"law": rules.monitoring_law()["MON-16A"]}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_suspicion(
            **self.passed(form), monitoring=self.monitoring, kind=given["kind"], on=given["on"],
            words=given["words"], language=given["language_of_words"],
        )  # fmt: skip
