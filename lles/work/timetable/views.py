"""The court's timetable of a case: each day with its reason."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from lles.casefile.views import CaseView
from lles.work.timetable.queries import court_days_of


class CourtDays(CaseView):
    """What the court does with this application, and by when."""

    tab = "intake:of_case"
    what = "court_days"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows each day with the provision it comes from and how it was counted."""
        days = court_days_of(self.case)
        return self.show("timetable/court_days.html", days=days, language=self.language)
