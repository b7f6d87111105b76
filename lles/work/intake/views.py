"""Arrivals: what the courts sent, what became of it, and what could not be understood."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from lles.casefile.views import CaseView, OfficerView
from lles.casefile.views.sight import or_404
from lles.work.intake.queries import (
    applications_of,
    arrival_for,
    arrivals_held,
    arrivals_of,
    arrivals_settled,
    feed_notes,
    note_words,
    orders_of,
    sees_held,
)

SHOWN_AT_MOST = 100


class Arrivals(OfficerView):
    """What the courts sent, by age."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Shows first what is held, the longest first; then the rest, the latest first."""
        rows = arrivals_settled(self.officer, SHOWN_AT_MOST)
        return self.show(
            "intake/arrivals.html",
            held=arrivals_held(self.officer),
            rows=rows,
            now=timezone.now(),
            sees_held=sees_held(self.officer),
            full=len(rows) == SHOWN_AT_MOST,
        )


class OneArrival(OfficerView):
    """One case of an answer of the courts."""

    def get(self, request: HttpRequest, arrival: int) -> HttpResponse:
        """Shows what became of it and what was not understood."""
        found = or_404(arrival_for(self.officer, arrival))
        notes = list(found.notes.all())
        return self.show("intake/arrival.html", arrival=found, notes=notes, note_words=note_words)


class FromTheCourt(CaseView):
    """What the courts sent about one case."""

    tab = "intake:of_case"
    what = "arrivals"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Lists what came and what was not understood in it, what was asked for and what was ordered."""
        return self.show(
            "intake/of_case.html",
            arrivals=arrivals_of(self.case),
            notes=feed_notes(self.case),
            applications=applications_of(self.case),
            orders=orders_of(self.case),
            note_words=note_words,
        )
