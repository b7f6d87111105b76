"""The page on which a call, what a child said, or what was found of a breach is said to be wrong."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from lles.casefile.views.wrong import WrongView
from lles.work.monitoring.changes.wrong import record_wrong
from lles.work.monitoring.queries.breaches import decisions_of
from lles.work.monitoring.views.order import MonitoringChange

CALL, DECISION = "call", "decision"


class RecordWrong(WrongView, MonitoringChange):
    """Something of monitoring was recorded wrongly."""

    template = "monitoring/wrong.html"
    title = _("What was recorded while monitoring is wrong")
    example = _("For example: it was the call with the other parent.")
    written = _(
        "Reports that were made stay as they were sealed. If one of them says this, tell the court and"
        " whoever else has it."
    )

    def rows(self) -> Mapping[str, Any]:
        return {CALL: self.monitoring.calls, DECISION: decisions_of(self.monitoring)}

    def means(self) -> list[Any]:
        rests = _(
            "What was found of a breach after this call counts no more either: say again what you find. A"
            " planned call that this one was is planned again."
        )
        return [*super().means(), *([rests] if self.kwargs["what"] == CALL else [])]

    def record(self, row: Any, **said: Any) -> None:
        record_wrong(monitoring=self.monitoring, row=row, **said)
