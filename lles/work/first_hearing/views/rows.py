"""A drafted page with rows of directions or of arrangements, to which one may add."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from lles.casefile.forms import SHOWN_AGAIN
from lles.casefile.views.drafting import DraftedView
from lles.work.first_hearing.forms.arrangements import ArrangementRows
from lles.work.first_hearing.forms.directions import MORE_ROWS


class RowsView(DraftedView):
    """A page whose form has a row for each direction, matter or arrangement."""

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the change, or shows the page again with room for more."""
        if "more" not in request.POST:
            return super().post(request, **kwargs)
        typed, form = request.POST.copy(), self.form(request.POST)
        if typed["more"] == "holds" and isinstance(form, ArrangementRows):
            typed["holds_rows"] = str(form.arrangements_count + MORE_ROWS)
        else:
            typed["rows"] = str(form.count + MORE_ROWS)  # type: ignore[attr-defined]  # it counts its rows
        typed[SHOWN_AGAIN] = self.language
        return self.page(self.form(typed))

    def choices(self) -> dict[str, Any]:
        return {
            "children": list(self.case.children.order_by("pk")),
            "parties": list(self.case.parties.filter(is_organisation=False).order_by("role", "number")),
        }
