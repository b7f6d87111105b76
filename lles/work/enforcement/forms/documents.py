"""What the author of a document of enforcement writes, box by box."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.worded import MOST, ReportForm
from lles.law.bilingual import Text, opening
from lles.work.enforcement.queries.headings import FOR_THE_COURT
from lles.work.enforcement.queries.report import Typed


class DocumentForm(ReportForm):
    """One box for each heading; where a child's wishes or a risk can be written down, whether the person may
    read that: nothing is chosen before."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, headings: Mapping[str, Text], name: str, **kwargs: Any
    ) -> None:
        super().__init__(data, group="", boxes=(), **kwargs)
        self.boxes = tuple(headings)
        last = self.fields.pop("language_of_words")
        for box, heading in headings.items():
            label = opening(heading.said(self.language))
            self.fields[f"words-{box}"] = Prose(label=label, most=MOST, rows=3)
        self.fields["language_of_words"] = last
        self.ask_in_the_other()
        if self._hides:
            self.fields["all_to_person"] = YesNoField(
                label=_("May %(name)s read what you write about the child's wishes and about risk?")
                % {"name": name},
                help_text=_(
                    "Answer where you write under either. If not, it stands in the versions for the court"
                    " alone."
                ),
                asked=Asked.IS,
                required=False,
            )

    @property
    def _hides(self) -> list[str]:
        return [box for box in FOR_THE_COURT if box in self.boxes]

    def clean(self) -> dict[str, Any]:
        """Where something is written that may be for the court alone, somebody says whether it is."""
        given = super().clean()
        written = any(given.get(f"words-{box}") for box in self._hides)
        if written and given.get("all_to_person") is None and "all_to_person" not in self.errors:
            self.fields["all_to_person"].required = True
            self.add_error("all_to_person", _("Say whether the person may read it"))
        return given

    @property
    def typed(self) -> Typed:
        """What was written, also where the form is not finished."""
        said = super().typed
        to_person = self.cleaned_data.get("all_to_person") is True
        return Typed(said.said, said.written_in, said.other, all_to_person=to_person)
