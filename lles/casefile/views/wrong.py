"""A page on which somebody says that something was recorded wrongly."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.wrong import WrongForm
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.sight import or_404

ENDED = "ended"


class WrongView(ChangeView):
    """Why what the address names is wrong: `what` it is and the number of its `row`; with what comes of a
    wrong end, and what of that which was written."""

    form_class = WrongForm
    template = "casefile/wrong.html"
    title: Any
    example: Any
    goes_on: Any = ""
    written: Any = ""

    def rows(self) -> Mapping[str, Any]:
        """What can be wrong, by the name of what it is."""
        raise NotImplementedError

    def record(self, row: Any, **said: Any) -> None:
        """Records through the door that a row is wrong."""
        raise NotImplementedError

    def begin(self) -> None:
        """What is said to be wrong is of this case, and counts."""
        super().begin()
        rows = or_404(self.rows().get(self.kwargs["what"]))
        self.row = or_404(rows.filter(pk=self.kwargs["row"], wrong=None).first())

    def heading(self) -> str:
        return str(self.title)

    def press(self) -> str:
        return str(_("Record that it is wrong"))

    def recorded(self) -> str:
        return str(_("Recorded. It stays on the file, and counts no more."))

    def choices(self) -> dict[str, Any]:
        return {"example": self.example}

    def initial(self) -> dict[str, Any]:
        return {}

    def means(self) -> list[Any]:
        """What comes of it, in sentences."""
        stays = _("It stays on the file, marked as wrong, and counts no more. Then record what is right.")
        return [self.goes_on if self.kwargs["what"] == ENDED else stays, self.written]

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {"row": self.row, "what": self.kwargs["what"], "means": self.means()}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        self.record(self.row, **self.passed(form), why=given["why"], language=given["language_of_words"])
