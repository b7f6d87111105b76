"""What was written in one language, each with a box for the same in the other."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.queries.in_both import InOneLanguage

MOST = 5000


class InBothForm(ChangeForm):
    """A box for each of these words."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, written: Sequence[InOneLanguage], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.written = written
        for one in written:
            label = _("In Welsh: %(where)s") if one.other == "cy" else _("In English: %(where)s")
            self.fields[one.key] = Prose(
                label=label % {"where": one.where.said(self.language)}, most=MOST,
                initial=one.other_words,
            )  # fmt: skip

    def rows(self) -> list[tuple[InOneLanguage, BoundField]]:
        """Each of the words with its box."""
        return [(one, self[one.key]) for one in self.written]

    def said(self) -> dict[str, str]:
        """What was typed, by the key of the words it is the same of."""
        return {one.key: self.cleaned_data[one.key] for one in self.written}
