"""The list of a court and a day, for the officer on duty there."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse

from lles.casefile.queries.court import hearings_page
from lles.casefile.views import OfficerView
from lles.work.first_hearing.forms.court_day import CourtDayForm
from lles.work.first_hearing.queries.court_day import SHOWN_AT_MOST, courts_of, hearings_of_day, next_day

if TYPE_CHECKING:
    from collections.abc import Sequence


class CourtDay(OfficerView):
    """The hearings of one day in one court, or in every court, of the cases that one may see."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Lists them by the hour, with what leads to the brief and to the record of each."""
        form = CourtDayForm.asked(request.GET, today=self.today, courts=self.courts)
        if not form.is_valid():
            return self.show("first_hearing/court_day.html", form=form, rows=None)
        on, court = form.cleaned_data["on"], form.cleaned_data["court"]
        rows = hearings_of_day(self.officer, on, court)
        following = None if rows else next_day(self.officer, on, court)
        return self.show(
            "first_hearing/court_day.html",
            form=form,
            on=on,
            next_on=following,
            next_list=address(following, court) if following else "",
            rows=[one for one in rows if one.hearing.going_ahead],
            off=[one for one in rows if not one.hearing.going_ahead],
            full=len(rows) == SHOWN_AT_MOST,
            has_come=on <= self.today,
            hearings_at=hearings_page(),
            who_goes=address(on, court) if on >= self.today and any(one.may_send for one in rows) else "",
            before=address(on - timedelta(days=1), court),
            after=address(on + timedelta(days=1), court),
        )

    def courts(self, near: date) -> Sequence[tuple[str, str]]:
        """The courts to choose from."""
        return courts_of(self.officer, near, self.language)


def address(on: date, court: str) -> str:
    """What follows the address of the list for one court and day."""
    asked: dict[str, Any] = {"on-day": on.day, "on-month": on.month, "on-year": on.year}
    return "?" + urlencode({"court": court, **asked} if court else asked)
