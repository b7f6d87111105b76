"""Pages that change a case: what the door refuses is said on the page, and nothing typed is lost."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.access import Verb
from lles.casefile.changes.door import NotAllowed, Stale, Weighed
from lles.casefile.changes.due_days import the_service
from lles.casefile.forms.change import ChangeForm
from lles.casefile.models import Entry
from lles.casefile.once import reading
from lles.casefile.queries.history import entries_after, last_entry
from lles.casefile.queries.work import EntryRow
from lles.casefile.views.sight import CaseView

FOLLOWS_OF_ITSELF = frozenset({"filing_settled", "task_opened", "task_ended", "due_days_moved"})


class ChangeView(CaseView):
    """A page with one form, which makes one change; one that `makes_anew` writes another version of something
    in which no protected place may stand."""

    needs = Verb.WORK
    template = "casefile/change.html"
    form_class: type[ChangeForm] = ChangeForm
    leads_to = "casefile:case"
    makes_anew = False

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows the form."""
        return self.page(self.form(initial={**self.as_seen(), **self.initial()}))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the change, or shows the form again with everything typed and what stands in the way."""
        with reading():
            form = self.form(request.POST)
            if not form.is_valid():
                return self.page(form)
        try:
            self._change_unless_stale(form)
        except NotAllowed as refused:
            raise PermissionDenied from refused
        except Stale:
            return self._changed_meanwhile(form)
        except Weighed as refused:
            form.weigh(refused.findings)
            with reading():
                return self.page(form)
        messages.success(request, self.recorded())
        return HttpResponseRedirect(self.after())

    def form(self, data: QueryDict | None = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        """The form of the page, blank or with what was typed; words that stand are in their boxes. Where they
        name a protected place the box says so, and left empty keeps them unless something is made anew."""
        standing = {name: words for name, words in self.standing().items() if words}
        closed = {name: words for name, words in standing.items() if self.closed_words(words)}
        shown = {name: words for name, words in standing.items() if name not in closed}
        known = {**shown, **(initial or {})}
        form = self.form_class(data, initial=known, language=self.language, **self.choices())
        if self.makes_anew:
            form.leave_out(closed)
        else:
            form.keep_where_empty(closed)
        return form

    def heading(self) -> str:
        """What the page is about."""
        raise NotImplementedError

    def press(self) -> str:
        """What the button says."""
        raise NotImplementedError

    def recorded(self) -> str:
        """What the next page says first."""
        return _("Recorded")

    def choices(self) -> dict[str, Any]:
        """What the form has to know of the case."""
        return {}

    def initial(self) -> dict[str, Any]:
        """What the form holds when it is opened."""
        return {}

    def standing(self) -> Mapping[str, str]:
        """Words of somebody that stand and that this form can put right, by the names of their boxes."""
        return {}

    def change(self, form: ChangeForm) -> None:
        """Makes the change through the door."""
        raise NotImplementedError

    def passed(self, form: ChangeForm) -> dict[str, Any]:
        """What every change is given: the case, who, when, and what they had seen."""
        return {
            "case": self.case,
            "by": self.officer,
            "at": timezone.now(),
            "seen": form.cleaned_data["seen"],
        }

    def page(self, form: ChangeForm, status: int = 200, **context: Any) -> HttpResponse:
        """The page with its form."""
        known = {"form": form, "heading": self.heading(), "press": self.press(), "back": self.after()}
        return self.show(self.template, status, **{**known, **self.context(form), **context})

    def context(self, form: ChangeForm) -> dict[str, Any]:
        """What else the page shows."""
        return {}

    def after(self) -> str:
        """Where one goes when it is done."""
        return reverse(self.leads_to, args=(self.case.reference,))

    def as_seen(self) -> dict[str, int]:
        """What the page shows now, for the form to bring back."""
        return {"seen": self.case.version, "seen_entry": last_entry(self.case)}

    def _change_unless_stale(self, form: ChangeForm) -> None:
        """Makes the change; what the officer alone did since, such as a preview, does not make it stale, nor
        does what the service wrote of a filing's way to the court and of tasks that followed."""
        try:
            self.change(form)
        except Stale:
            since = self._since(form)
            if not since or any(self._overtakes(row.entry) for row in since):
                raise
            self.case.refresh_from_db(fields=["version"])
            form.cleaned_data["seen"] = self.case.version
            self.change(form)

    def _overtakes(self, entry: Entry) -> bool:
        """Whether an entry changed what the officer saw; what follows of itself never did."""
        if entry.by_id == self.officer.pk:
            return False
        return not (entry.by_id == the_service().pk and entry.kind in FOLLOWS_OF_ITSELF)

    def _since(self, form: ChangeForm) -> tuple[EntryRow, ...]:
        return entries_after(
            self.case, self.officer, form.cleaned_data["seen_entry"], self.language, self.closed_words
        )

    def _changed_meanwhile(self, form: ChangeForm) -> HttpResponse:
        entries = self._since(form)
        self.begin()
        typed = self.request.POST.copy()
        for name, value in self.as_seen().items():
            typed[name] = str(value)
        return self.page(self.form(typed), status=409, changed_meanwhile=True, entries=entries)
