"""The page on which what was written under an order in one language is said in the other too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lles.casefile.timeline import word
from lles.casefile.views.in_both import InBothView
from lles.work.family_assistance.queries.also import written_under
from lles.work.family_assistance.views.order import AssistanceChange

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lles.casefile.queries.in_both import Written


class SayInBoth(InBothView, AssistanceChange):
    """What was written under the order, each with the same in the other language beside it."""

    def of_what(self) -> str:
        return word("order.family_assistance").said(self.language)

    def to_say(self) -> Iterable[Written]:
        return written_under(self.assistance)
