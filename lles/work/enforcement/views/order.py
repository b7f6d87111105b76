"""The pages on which the enforcement order, what happens under it, compensation and the end are recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.utils.translation import gettext as _

from lles.casefile.forms.change import ChangeForm
from lles.law.bilingual import day_in_words
from lles.work.enforcement.changes.moving import move_order
from lles.work.enforcement.changes.order import (
    Loss,
    Terms,
    record_compensation,
    record_ended,
    record_happened,
    record_terms,
)
from lles.work.enforcement.forms.order import (
    CompensationForm,
    EndedForm,
    HappenedForm,
    MoveForm,
    TermsForm,
)
from lles.work.enforcement.queries.facts import waiting_of, work_of
from lles.work.enforcement.views.application import MatterChange, WordedChange

if TYPE_CHECKING:
    from lles.work.enforcement.models import Enforcement

DAYS = ("ends_on", "notice_on", "leave_on")
WORDS = ("asks", "officer", "officer_office")


class OrderedChange(WordedChange):
    """One that is about the order."""

    def begin(self) -> None:
        """There is an order of which it can be said."""
        super().begin()
        if self.enforcement.order is None:
            raise Http404


class MoveOrder(OrderedChange):
    """The order stands with the wrong application."""

    form_class = MoveForm
    template = "enforcement/move.html"

    def heading(self) -> str:
        return _("The order belongs to another application")

    def press(self) -> str:
        return _("Move the order")

    def choices(self) -> dict[str, Any]:
        self.others = {str(one.pk): one for one in waiting_of(self.case)}
        return {
            **super().choices(),
            "applications": [(pk, self._named(one)) for pk, one in self.others.items()],
        }

    def _named(self, other: Enforcement) -> str:
        name = (other.party.name if other.party else "") or _("without a name")
        if other.issued_on is None:
            return _("The application against %(name)s") % {"name": name}
        day = day_in_words(other.issued_on, self.language)
        return _("The application against %(name)s, issued %(day)s") % {"name": name, "day": day}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        move_order(
            **self.passed(form), enforcement=self.enforcement, to=self.others.get(given["to"]),
            why=given["why"],
        )  # fmt: skip


class RecordTerms(OrderedChange):
    """What the enforcement order asks, for the first time or put right."""

    form_class = TermsForm

    def heading(self) -> str:
        return _("What does the enforcement order ask?")

    def press(self) -> str:
        return _("Record what the enforcement order asks")

    def initial(self) -> dict[str, Any]:
        work = work_of(self.enforcement)
        if work is None:
            return super().initial()
        return {
            "hours": work.hours,
            "added_to": sum(work.added_to) or None,
            "as_sealed": work.as_sealed,
            **{name: getattr(work, name) for name in DAYS},
            "language_of_words": work.language,
        }

    def standing(self) -> dict[str, str]:
        work = work_of(self.enforcement)
        return {name: getattr(work, name) for name in WORDS} if work else {}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        terms = Terms(
            hours=given["hours"],
            added_to=(given["added_to"],) if given["added_to"] else (),
            as_sealed=bool(given["as_sealed"]),
            language=given["language_of_words"],
            **{name: given[name] for name in (*DAYS, *WORDS)},
        )
        record_terms(**self.passed(form), enforcement=self.enforcement, terms=terms, reasons=form.reasons)


class RecordHappened(WordedChange):
    """What happened on a day."""

    form_class = HappenedForm

    def heading(self) -> str:
        return _("What happened in the enforcement?")

    def press(self) -> str:
        return _("Record what happened")

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_happened(
            **self.passed(form), enforcement=self.enforcement, kind=given["kind"], on=given["on"],
            hours=given["hours"], words=given["words"], language=given["language_of_words"],
            reasons=form.reasons,
        )  # fmt: skip


class RecordCompensation(MatterChange):
    """What somebody lost, and what was ordered."""

    form_class = CompensationForm

    def heading(self) -> str:
        return _("Compensation for what was lost")

    def press(self) -> str:
        return _("Record the compensation")

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        loss = Loss(
            party=self.adult(given["party"]), has_applied=bool(given["has_applied"]), loss=given["loss"],
            ordered=given["ordered"], ordered_on=given["ordered_on"],
        )  # fmt: skip
        record_compensation(
            **self.passed(form), enforcement=self.enforcement, loss=loss, words=given["words"],
            language=given["language_of_words"], reasons=form.reasons,
        )  # fmt: skip


class RecordEnded(WordedChange):
    """How the enforcement ended."""

    form_class = EndedForm

    def heading(self) -> str:
        return _("How did the enforcement end?")

    def press(self) -> str:
        return _("Record the end")

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_ended(
            **self.passed(form), enforcement=self.enforcement, outcome=given["outcome"],
            on=given["ended_on"], words=given["words"], language=given["language_of_words"],
            reasons=form.reasons,
        )  # fmt: skip
