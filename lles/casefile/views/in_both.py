"""The page on which what was written in one language is said in the other too."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.in_both import say_in_both
from lles.casefile.forms.in_both import InBothForm
from lles.casefile.queries.in_both import with_the_other
from lles.casefile.views.changing import ChangeView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.queries.in_both import InOneLanguage, Written


class InBothView(ChangeView):
    """What was written, each with the same in the other language beside it."""

    needs = Verb.WORK
    template = "casefile/in_both.html"
    form_class = InBothForm

    def to_say(self) -> Iterable[Written]:
        """What the author wrote that a document can tell; what somebody said is theirs, as they said it."""
        raise NotImplementedError

    @cached_property
    def written(self) -> Sequence[InOneLanguage]:
        """What stands in one language, with the other where it is there."""
        return with_the_other(self.case, self.to_say())

    def of_what(self) -> str:
        """What the words are of, as the page is headed."""
        raise NotImplementedError

    def heading(self) -> str:
        return _("%(what)s: the same in the other language") % {"what": self.of_what()}

    def press(self) -> str:
        return _("Keep both languages")

    def choices(self) -> dict[str, Any]:
        return {"written": self.written}

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, InBothForm)
        say_in_both(**self.passed(form), written=self.written, said=form.said())
