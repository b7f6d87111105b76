"""What was recorded of an order wrongly."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from lles.casefile.views.wrong import WrongView
from lles.work.family_assistance.changes.wrong import record_wrong
from lles.work.family_assistance.queries.counted import proposal_of, recorded
from lles.work.family_assistance.views.order import AssistanceChange


class RecordWrong(WrongView, AssistanceChange):
    """Something was recorded wrongly; of a proposal that came to nothing, that it did."""

    template = "family_assistance/wrong.html"
    title = _("What was recorded of the order is wrong")
    example = _("For example: it was the father who answered, and not the mother.")
    written = _(
        "Letters and documents that were made stay as they were sealed. If one of them says this, tell the"
        " court and whoever else has it."
    )

    def is_open(self) -> bool:
        """A proposal is weighed again where no other is."""
        return self.kwargs["what"] != "nothing" or proposal_of(self.case) is None

    def rows(self) -> Mapping[str, Any]:
        return recorded(self.assistance)

    def means(self) -> list[Any]:
        stays, written = super().means()
        again = _("It stays on the file, marked as wrong, and the order is weighed again.")
        return [again if self.kwargs["what"] == "nothing" else stays, written]

    def record(self, row: Any, **said: Any) -> None:
        record_wrong(assistance=self.assistance, row=row, **said)
