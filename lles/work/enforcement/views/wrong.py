"""The page on which something that was recorded of an enforcement is said to be wrong."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from lles.casefile.views.wrong import ENDED, WrongView
from lles.work.enforcement.changes.wrong import record_wrong
from lles.work.enforcement.queries.facts import runs
from lles.work.enforcement.queries.moved import happened_of
from lles.work.enforcement.views.application import WordedChange


class RecordWrong(WrongView, WordedChange):
    """Something was recorded wrongly; of what has ended, the end."""

    template = "enforcement/wrong.html"
    title = _("What was recorded is wrong")
    example = _("For example: probation told us 5 hours, not 50.")
    goes_on = _(
        "It stays on the file, marked as wrong, and the enforcement goes on. Record the right end when it"
        " comes, or now."
    )
    written = _(
        "Reports and letters that were made stay as they were sealed. If one of them says this, tell the"
        " court and whoever else has it."
    )

    def is_open(self) -> bool:
        return (self.kwargs["what"] == ENDED) is not runs(self.enforcement)

    def rows(self) -> Mapping[str, Any]:
        one = self.enforcement
        return {
            ENDED: one.ends, "alleged": one.alleged, "notice": one.notices, "happened": happened_of(one),
        }  # fmt: skip

    def record(self, row: Any, **said: Any) -> None:
        record_wrong(enforcement=self.enforcement, row=row, **said)
