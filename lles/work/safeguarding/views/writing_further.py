"""A further letter to the court as it is written, with what keeps it from leaving."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from lles.casefile import timeline
from lles.casefile.documents import UnprintableText
from lles.casefile.rules.bodies import body_name
from lles.casefile.views.drafting import DraftedView
from lles.work.safeguarding.changes.further import refused_further, refused_words, write_further
from lles.work.safeguarding.forms.further import EXPECTED, ShortNoticeForm, UpdateForm
from lles.work.safeguarding.queries.further_filing import FurtherShown, further_shown
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.views.further import FurtherView, as_typed
from lles.work.safeguarding.views.in_words import marks_in_words

if TYPE_CHECKING:
    from django.http import HttpResponse

    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Check
    from lles.work.safeguarding.models import FurtherLetter


class WriteFurther(FurtherView, DraftedView):
    """What the record holds, and what its author adds."""

    template = "safeguarding/further.html"

    @property
    def draft_kind(self) -> str:  # type: ignore[override]  # a value for each request, not for each class
        """Each kind has a draft of its own."""
        return str(self.kind)

    typed: FurtherLetter | None = None

    @cached_property
    def shown(self) -> FurtherShown:
        """It with everything around it, as it is being written, where something was typed."""
        return further_shown(self.case, self.kind, timezone.now(), self.typed)

    def press(self) -> str:
        return _("Keep what I wrote")

    def recorded(self) -> str:
        return _("Kept")

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        if self.kind is FurtherKind.UPDATE:
            return UpdateForm(data, initial=initial, language=self.language)
        checks = [(check.pk, self._asked_of(check)) for check in self.shown.record.outstanding]
        return ShortNoticeForm(data, initial=initial, language=self.language, outstanding=checks)

    def _asked_of(self, check: Check) -> str:
        body = body_name(check.kind, check.body) if check.body else timeline.word(f"check.{check.kind}")
        return f"{body.said(self.language)}, {check.person.name}"

    def page(self, form: ChangeForm, status: int = 200, **context: Any) -> HttpResponse:
        """The page; what was typed and is not kept yet is read as well."""
        if form.is_bound:
            self.typed = as_typed(cast(QueryDict, form.data), self.case, self.kind, self.officer)
            vars(self).pop("shown", None)  # only a form that asks about checks has read it
        return super().page(form, status, **{**self._stopped(), **context})

    def _stopped(self) -> dict[str, Any]:
        """What the gate refuses of it as it is being written, with place and reason."""
        if not (self.shown.may_be_written and self.shown.record.is_written):
            return {}
        try:
            refusals = refused_further(self.case, self.officer, timezone.now(), self.kind, self.typed)
        except UnprintableText:
            return {"stopped_by": ()}
        if not refusals:
            return {}
        return {"stopped_by": refusals, "stopped_words": refused_words(self.case, self.kind, self.typed)}

    def as_seen(self) -> dict[str, int]:
        further = self.shown.record.further
        return {**super().as_seen(), "revision": further.revision if further else 1}

    def initial(self) -> dict[str, Any]:
        further = self.shown.record.further
        if further is None:
            return {"language_of_text": self.officer.language}
        days = {f"{EXPECTED}{check}": _day(day) for check, day in further.expected.items()}
        return {
            "language_of_text": further.language,
            "words": further.words,
            "asks": further.asks,
            "advice_changes": further.advice_changes,
            "advice": further.advice,
            "other_words": further.other_words,
            "other_advice": further.other_advice,
            **days,
        }

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        more: dict[str, Any]
        if isinstance(form, ShortNoticeForm):
            more = {"asks": given["asks"], "expected": form.expected()}
        else:
            changes = given["advice_changes"]
            more = {"advice_changes": changes, "advice": given["advice"] if changes else ""}
            more |= {"other_advice": given["other_advice"] if changes else ""}
        kept = write_further(
            **self.passed(form),
            kind=self.kind,
            words=given["words"],
            other_words=given["other_words"],
            language=given["language_of_text"],
            seen_revision=given["revision"],
            **more,
        )
        if kept.marks:
            messages.warning(self.request, marks_in_words(kept.marks))


def _day(given: str) -> date:
    return date.fromisoformat(given)
