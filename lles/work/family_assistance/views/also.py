"""The page on which what was written in one language is said in the other too."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lles.work.family_assistance.changes.also import say_in_both
from lles.work.family_assistance.forms.also import AlsoForm
from lles.work.family_assistance.queries.also import to_say_in_both
from lles.work.family_assistance.views.order import AssistanceChange

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lles.casefile.forms.change import ChangeForm
    from lles.work.family_assistance.queries.also import InOneLanguage


class SayInBoth(AssistanceChange):
    """What was written under the order, each with the same in the other language beside it."""

    template = "family_assistance/also.html"
    form_class = AlsoForm

    @cached_property
    def written(self) -> Sequence[InOneLanguage]:
        """What stands in one language."""
        return to_say_in_both(self.assistance)

    def heading(self) -> str:
        return _("The same in the other language")

    def press(self) -> str:
        return _("Keep both languages")

    def choices(self) -> dict[str, Any]:
        return {"written": self.written}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, AlsoForm)
        say_in_both(**self.passed(form), assistance=self.assistance, said=form.said())
