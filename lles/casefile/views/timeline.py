"""What happened in a case: all of it, or the part that somebody asks for."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import urlencode

from lles.casefile.forms.timeline import TimelineForm
from lles.casefile.queries.history import STRETCH, history_of, lines_wanted, writers_of
from lles.casefile.views.sight import CaseView


class Timeline(CaseView):
    """What happened in a case."""

    tab = "casefile:timeline"
    what = "timeline"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows one stretch of what is asked for, the latest first, or says what is wrong with it."""
        writers = writers_of(self.case)
        form = TimelineForm.asked(request.GET, head=self.case_head, writers=writers, language=self.language)
        before = request.GET.get("before", "")
        start = int(before) if before.isascii() and before.isdigit() and len(before) < 18 else None
        wanted = form.wanted()
        if wanted is None:
            return self.show("casefile/timeline.html", form=form, entries=None, asked="")
        entries = history_of(self.case, self.language, wanted=wanted, before=start)
        return self.show(
            "casefile/timeline.html",
            form=form,
            entries=entries,
            asked=urlencode(form.typed(), doseq=True),
            lines=writers.lines if wanted.is_everything else lines_wanted(self.case, wanted),
            all=writers.lines,
            narrowed=not wanted.is_everything,
            more=min(row.entry.pk for row in entries) if len(entries) == STRETCH else None,
            later=start is not None,
        )
