"""Consents, and what an adult or a child says of the order."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.queries.of_case import child_of, party_of
from lles.casefile.views.sight import or_404
from lles.work.family_assistance.changes.said import record_consent, record_heard
from lles.work.family_assistance.forms.said import ConsentForm, HeardForm
from lles.work.family_assistance.queries.named import named_or_proposed
from lles.work.family_assistance.views.order import AssistanceChange

if TYPE_CHECKING:
    from lles.casefile.models import Child, Party


class RecordConsent(AssistanceChange):
    """What an adult answered when asked for consent."""

    form_class = ConsentForm

    @cached_property
    def party(self) -> Party:
        """The adult, whom the order names."""
        party = or_404(party_of(self.case, self.kwargs["party"]))
        return or_404(
            party if any(one.party_id == party.pk for one in named_or_proposed(self.assistance)) else None
        )

    def heading(self) -> str:
        return _("Does %(name)s consent?") % {"name": self.party.name}

    def press(self) -> str:
        return _("Record the answer")

    def choices(self) -> dict[str, Any]:
        return {"today": self.today}

    def initial(self) -> dict[str, Any]:
        return {"taken_by": self.officer.name, "language_of_words": self.language}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_consent(
            **self.passed(form),
            assistance=self.assistance,
            party=self.party,
            answer=given["answer"],
            on=given["on"],
            way=given["way"],
            taken_by=given["taken_by"],
            words=given["words"],
            language=given["language_of_words"],
        )


class RecordHeard(AssistanceChange):
    """What somebody said of the order."""

    form_class = HeardForm
    party: Party | None = None
    child: Child | None = None

    def heading(self) -> str:
        return _("What did %(name)s say of the order?") % {"name": self.whom.name}

    @property
    def whom(self) -> Child | Party:
        """Who was heard."""
        return self.child or or_404(self.party)

    def press(self) -> str:
        return _("Record what was said")

    def choices(self) -> dict[str, Any]:
        named = (
            any(one.party_id == self.party.pk for one in named_or_proposed(self.assistance))
            if self.party
            else True
        )
        abouts = ("view", "comment", "no_comment") if named else ("objection", "view")
        return {"today": self.today, "abouts": abouts}

    def initial(self) -> dict[str, Any]:
        return {"language_of_words": self.whom.language or self.language}

    def change(self, form: ChangeForm) -> None:
        given = form.cleaned_data
        record_heard(
            **self.passed(form),
            assistance=self.assistance,
            party=self.party,
            child=self.child,
            about=given["about"],
            on=given["on"],
            words=given["words"],
            language=given["language_of_words"],
        )


class HeardAdult(RecordHeard):
    """What an adult said."""

    @cached_property
    def party(self) -> Party:  # type: ignore[override]  # a value for each request, not for each class
        """The adult."""
        return or_404(party_of(self.case, self.kwargs["party"]))


class HeardChild(RecordHeard):
    """What a child said."""

    @cached_property
    def child(self) -> Child:  # type: ignore[override]  # a value for each request, not for each class
        """The child."""
        return or_404(child_of(self.case, self.kwargs["child"]))
