"""A page whose form is saved while one types, and that never overwrites what another wrote."""

import re
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    QueryDict,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile.drafts import Overtaken, TooLong, Written
from lles.casefile.forms import SHOWN_AGAIN
from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.drafts import differences
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.drafts import OF, SAVE, SET_ASIDE, PageDraft, clock, words_of

CHOICE = re.compile(r"[a-z0-9_:-]*")  # what a choice or a number is kept as, and no words


class DraftedView(ChangeView):
    """A page with one form, which keeps a draft and makes one change from it."""

    draft_kind: str

    @property
    def draft_subject(self) -> str:
        """Which draft of its kind it is, within the case."""
        return "-".join(str(value) for name, value in self.kwargs.items() if name != "reference") or "case"

    @cached_property
    def draft(self) -> PageDraft:
        """The draft of the page."""
        return PageDraft(self.officer, self.draft_kind, self.draft_subject, self.case)

    def blank(self) -> QueryDict:
        """What the page holds before anything is typed."""
        held = QueryDict(mutable=True)
        for name, kept in self.initial().items():
            held.setlist(name, kept if isinstance(kept, list) else [kept])
        return held

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """What the page was about may be gone since: then what was typed is shown as it stands."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except Http404:
            left = self._left_over() if "post" in self.http_method_names and hasattr(self, "may") else None
            if left is None:
                raise
            return left

    def _left_over(self) -> HttpResponseBase | None:
        """What was typed here and can be recorded no more, to be copied or set aside; None where nothing
        was."""
        typed, now = self.request.POST, timezone.now()
        if OF in typed and self.draft.is_of(typed):
            if SET_ASIDE in typed:
                self.draft.set_aside(typed, now)
                return HttpResponseRedirect(reverse("casefile:case", args=(self.case.reference,)))
            with suppress(Overtaken, TooLong):
                self.draft.save(typed, now)
        draft = replace(self.draft)  # read again: what was just typed stands in it now
        words = draft.typed()
        if words is None:
            return None
        texts = [text for _name, texts in words.lists() for text in texts if not CHOICE.fullmatch(text)]
        return self.show("casefile/left_over.html", 410, texts=texts, draft=draft.shown())

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Shows the form with the draft in hand, or blank."""
        typed = self.draft.typed()
        if typed is None:
            return super().get(request, **kwargs)
        return self.page(self._shown_again(typed), draft=self.draft.shown())

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """Makes the change and uses up the draft; or saves it, or sets it aside."""
        if OF in request.POST and not self.draft.is_of(request.POST):
            raise PermissionDenied
        try:
            if SAVE in request.POST:
                return self._saved()
            if SET_ASIDE in request.POST:
                self.draft.set_aside(request.POST, timezone.now())
                return HttpResponseRedirect(request.path)
            return super().post(request, **kwargs)
        except Overtaken as overtaken:
            return self._overtaken(overtaken.theirs)

    def passed(self, form: ChangeForm) -> dict[str, Any]:
        """What every change is given, and the draft it uses up."""
        return {**super().passed(form), "draft": self.draft.used(self.request.POST)}

    def page(self, form: ChangeForm, status: int = 200, **context: Any) -> HttpResponse:
        """The page with its form and its draft."""
        typed = self.request.POST if self.request.method == "POST" else None
        return super().page(form, status, **{"draft": self.draft.shown(typed), **context})

    def _saved(self) -> HttpResponse:
        at = timezone.now()
        try:
            self.draft.save(self.request.POST, at)
        except TooLong:
            messages.error(self.request, _("Not saved: the text is too long."))
            return self.page(self._shown_again())
        messages.success(self.request, _("Saved %(time)s") % {"time": clock(at)})
        leads_to = self.request.POST[SAVE]
        return HttpResponseRedirect(leads_to if leads_to in dict(self.acts).values() else self.request.path)

    def _overtaken(self, theirs: Written) -> HttpResponse:
        """Both texts: theirs as it was saved or recorded, one's own still in the form; the same text pressed
        a second time is no other text."""
        self.record_sight("draft")
        own = self._shown_again()
        typed = words_of(theirs.content)
        typed[SHOWN_AGAIN] = self.language
        their_form = self.form(typed)
        other = differences(own, their_form) if theirs.content else ()
        same = theirs.ended and not (other or differences(their_form, own))
        shown = self.draft.shown(self.request.POST, theirs)
        return self.page(
            own, status=409, draft=shown, theirs=theirs, theirs_at=clock(theirs.at), other=other, same=same
        )

    def _shown_again(self, draft: QueryDict | None = None) -> ChangeForm:
        typed = self.request.POST.copy() if draft is None else draft
        typed[SHOWN_AGAIN] = self.language
        for name, value in self.as_seen().items():
            typed[name] = str(value)
        return self.form(typed)
