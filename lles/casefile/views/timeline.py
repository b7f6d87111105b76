"""What happened in a case: all of it, or the part that somebody asks for."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import urlencode

from lles.casefile.forms.timeline import TimelineForm
from lles.casefile.queries.history import STRETCH, history_of, is_closed_entry, lines_wanted, writers_of
from lles.casefile.views.sight import CaseView

LONGEST = 18  # a number with more digits is none of ours


class Timeline(CaseView):
    """What happened in a case."""

    tab = "casefile:timeline"
    what = "timeline"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows one stretch of what is asked for, the latest first, or says what is wrong with it."""
        return self._page()

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows words of one line that name a protected place; the look is recorded."""
        if not self.may_work:
            raise PermissionDenied
        number = request.POST.get("entry", "")
        entry = int(number) if number.isascii() and number.isdigit() and len(number) < LONGEST else 0
        if not is_closed_entry(self.case, self.officer, entry, self.closed_words):
            raise Http404
        self.record_sight(f"location:entry:{entry}")
        return self._page(entry)

    def _page(self, opened: int = 0) -> HttpResponse:
        request = self.request
        writers = writers_of(self.case, self.officer)
        form = TimelineForm.asked(request.GET, head=self.case_head, writers=writers, language=self.language)
        before = request.GET.get("before", "")
        start = int(before) if before.isascii() and before.isdigit() and len(before) < LONGEST else None
        wanted = form.wanted()
        if wanted is None:
            return self.show("casefile/timeline.html", form=form, entries=None, asked="")
        entries = history_of(
            self.case,
            self.officer,
            self.language,
            self.closed_words,
            wanted=wanted,
            before=start,
            opened=opened,
        )
        return self.show(
            "casefile/timeline.html",
            form=form,
            entries=entries,
            asked=urlencode(form.typed(), doseq=True),
            lines=writers.lines if wanted.is_everything else lines_wanted(self.case, self.officer, wanted),
            all=writers.lines,
            narrowed=not wanted.is_everything,
            more=min(row.entry.pk for row in entries) if len(entries) == STRETCH else None,
            later=start is not None,
            this_stretch=request.get_full_path(),
            opened=opened,
        )
