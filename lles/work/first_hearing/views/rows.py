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
        rows = getattr(form, "count", None)
        if isinstance(form, ArrangementRows) and (typed["more"] == "holds" or rows is None):
            typed["holds_rows"] = str(form.arrangements_count + MORE_ROWS)
        elif rows is not None:
            typed["rows"] = str(rows + MORE_ROWS)
        typed[SHOWN_AGAIN] = self.language
        return self.page(self.form(typed))

    def choices(self) -> dict[str, Any]:
        return {
            "children": list(self.case.children.order_by("pk")),
            "parties": list(self.case.parties.filter(is_organisation=False).order_by("role", "number")),
        }
