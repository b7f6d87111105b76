"""The checks of many cases: what is overdue, what is to be asked, what waits; many can be asked at once."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lles.casefile.changes.checks import ask_check
from lles.casefile.changes.door import NotAllowed
from lles.casefile.queries.checks import CheckRow, open_checks_of
from lles.casefile.rules.check_days import State
from lles.casefile.views.sight import OfficerView
from lles.casefile.views.why import question_of, why_of
from lles.law.due import Due

OPEN = (State.OVERDUE, State.TO_ASK, State.WAITING)


class ChecksOfMany(OfficerView):
    """The open checks of every case an officer works on."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """Lists them, the overdue first, of one state or one body where that is asked for."""
        rows = open_checks_of(self.officer, self.today)
        state, body = request.GET.get("state", ""), request.GET.get("body", "")
        shown = [row for row in rows if state in ("", row.state) and body in ("", _asked_of(row))]
        return self.show(
            "casefile/checks_of_many.html",
            rows=shown,
            all=rows,
            counts={one: sum(row.state == one for row in rows) for one in OPEN},
            bodies=sorted({(row.check.kind, row.body) for row in rows if row.body}, key=self._named),
            state=state,
            body=body,
            why_of=self._why,
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Records that the ticked ones were asked, or reminded, today; whom nobody knows is not asked."""
        ticked = set(request.POST.getlist("check"))
        rows = [row for row in open_checks_of(self.officer, self.today) if str(row.check.pk) in ticked]
        asked = sum(self._ask(row) for row in rows if row.body or row.check.is_source)
        if asked:
            said = ngettext(
                "Recorded as asked today: %(num)s check", "Recorded as asked today: %(num)s checks", asked
            )
            messages.success(request, said % {"num": asked})
        if left := len(ticked) - asked:
            said = ngettext(
                "%(num)s check was not recorded: open it and choose whom to ask",
                "%(num)s checks were not recorded: open them and choose whom to ask", left,
            )  # fmt: skip
            messages.error(request, said % {"num": left})
        elif not ticked:
            messages.error(request, _("Tick the checks that were asked today"))
        return HttpResponseRedirect(reverse("casefile:checks_of_many"))

    def _ask(self, row: CheckRow) -> bool:
        check, now = row.check, timezone.now()
        try:
            ask_check(
                case=check.case, by=self.officer, at=now, check=check, body=row.body, asked_on=self.today
            )
        except NotAllowed:
            return False
        return True

    def _named(self, one: tuple[str, str]) -> str:
        return self.say.body(*one)

    def _why(self, due: Due, title: str) -> dict[str, Any]:
        return {"why": why_of(due, self.language), "question": question_of(due, title, self.language)}


def _asked_of(row: CheckRow) -> str:
    return f"{row.check.kind}:{row.body}"
