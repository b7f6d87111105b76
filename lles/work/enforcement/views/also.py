"""The page on which what was written of an enforcement in one language is said in the other too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from lles.casefile.timeline import word
from lles.casefile.views.in_both import InBothView
from lles.work.enforcement.queries.also import written_of
from lles.work.enforcement.views.application import MatterView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lles.casefile.queries.in_both import Written


class SayInBoth(InBothView, MatterView):
    """What was written of it, each with the same in the other language beside it."""

    def of_what(self) -> str:
        return word("work.enforcement").said(self.language)

    def to_say(self) -> Iterable[Written]:
        return written_of(self.enforcement)

    def after(self) -> str:
        return reverse("enforcement:matter", args=(self.case.reference, self.enforcement.pk))
