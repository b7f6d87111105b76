"""The page on which something that was recorded of an activity is said to be wrong."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from lles.casefile.views.wrong import ENDED, WrongView
from lles.work.activities.changes.wrong import record_wrong
from lles.work.activities.queries.facts import happened_of, runs
from lles.work.activities.views.activity import ActivityChange


class RecordWrong(WrongView, ActivityChange):
    """Something was recorded wrongly; of what has ended, the end."""

    template = "activities/wrong.html"
    title = _("What was recorded of the activity is wrong")
    example = _("For example: the provider spoke of somebody else.")
    goes_on = _(
        "It stays on the file, marked as wrong, and the activity goes on. Record the right end when it comes,"
        " or now."
    )
    written = _(
        "Reports and referrals that were made stay as they were sealed. If one of them says this, tell the"
        " court and whoever else has it."
    )

    def is_open(self) -> bool:
        return (self.kwargs["what"] == ENDED) is not runs(self.activity)

    def rows(self) -> Mapping[str, Any]:
        return {ENDED: self.activity.ends, "happened": happened_of(self.activity)}

    def record(self, row: Any, **said: Any) -> None:
        record_wrong(activity=self.activity, row=row, **said)
