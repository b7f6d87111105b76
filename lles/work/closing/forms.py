"""The closing letters, how the work ended, why each open task ends, and why a case is opened again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.people import DatedForm, PastDayField
from lles.casefile.timeline import word
from lles.law.bilingual import LANGUAGES, Language
from lles.work.closing.queries.facts import Ended, Reader, Told
from lles.work.closing.rules import OUTCOMES, OpenTask

IN_LANGUAGE = {"en": _("in English"), "cy": _("in Welsh")}
MOST = 3000


class EndedForm(DatedForm):
    """How the work of the service ended, and on which day."""

    outcome = forms.ChoiceField(label=_("How did our work end?"), widget=forms.RadioSelect)
    ended_on = PastDayField(label=_("On which day did it end?"))

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        outcome = self.fields["outcome"]
        assert isinstance(outcome, forms.ChoiceField)
        said = ((one, word(f"closing_choice.{one}").said(self.language)) for one in OUTCOMES)
        outcome.choices = list(said)

    @property
    def ended(self) -> Ended:
        """What was chosen."""
        return Ended(str(self.cleaned_data["outcome"]), self.cleaned_data["ended_on"])


class LettersForm(EndedForm):
    """For each adult and each child: whether a letter goes, and what it says to them."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, readers: Sequence[Reader], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.readers = readers
        grown = [one for one in readers if not one.is_child]
        self.shared = [one for one in LANGUAGES if any(one in reader.languages for reader in grown)]
        for language in self.shared:
            label = _("What was decided and what it means for the adults, %(language)s") % {
                "language": IN_LANGUAGE[language]
            }
            self.fields[f"adults-{language}"] = Prose(label=label, most=MOST, rows=5)
        for one in readers:
            self._ask_of(one)

    def _ask_of(self, one: Reader) -> None:
        name = {"name": one.person.name}
        self.fields[f"goes-{one.key}"] = YesNoField(
            label=_("Does a closing letter go to %(name)s?") % name, asked=Asked.IS_THERE,
            error_messages={"required": _("Say whether a closing letter goes to %(name)s") % name},
        )  # fmt: skip
        for language in one.languages if one.is_child else ():
            known = {**name, "language": IN_LANGUAGE[language]}
            self.fields[f"words-{one.key}-{language}"] = Prose(
                label=_("What was decided, in words for %(name)s, %(language)s") % known, most=MOST, rows=4
            )
        self.fields[f"because-{one.key}"] = Prose(label=_("Why no letter goes to %(name)s") % name, most=2000)

    def clean(self) -> dict[str, Any]:
        """Who gets no letter has a reason, and every letter that goes says what was decided."""
        given = super().clean() or self.cleaned_data
        goes = {one.key for one in self.readers if given.get(f"goes-{one.key}")}
        for one in self.readers:
            name = {"name": one.person.name}
            if given.get(f"goes-{one.key}") is False and not given.get(f"because-{one.key}"):
                self.add_error(f"because-{one.key}", _("Write down why no letter goes to %(name)s") % name)
        for language in self.shared:
            reads = any(language in one.languages for one in self.readers if one.key in goes)
            if reads and not given.get(f"adults-{language}") and self._some_adult(goes, language):
                said = _("Write what was decided, %(language)s") % {"language": IN_LANGUAGE[language]}
                self.add_error(f"adults-{language}", said)
        for one in (one for one in self.readers if one.is_child and one.key in goes):
            for language in one.languages:
                if not given.get(f"words-{one.key}-{language}"):
                    known = {"name": one.person.name, "language": IN_LANGUAGE[language]}
                    said = _("Write what %(name)s is to know, %(language)s") % known
                    self.add_error(f"words-{one.key}-{language}", said)
        return given

    def _some_adult(self, goes: set[str], language: Language) -> bool:
        return any(one.key in goes and language in one.languages for one in self.readers if not one.is_child)

    @property
    def told(self) -> tuple[Told, ...]:
        """What was decided for each reader."""
        return tuple(self._told(one) for one in self.readers)

    def _told(self, one: Reader) -> Told:
        given = self.cleaned_data
        if given[f"goes-{one.key}"] is False:
            return Told(one, reason=str(given[f"because-{one.key}"]))
        return Told(one, {language: self.words_for(one, language) for language in one.languages})

    def words_for(self, one: Reader, language: Language) -> str:
        """What was typed for one reader in one language, also where the form is not finished."""
        name = f"words-{one.key}-{language}" if one.is_child else f"adults-{language}"
        return str(self.cleaned_data.get(name, "") or "")

    def for_adults(self) -> list[BoundField]:
        """What all adults read, a box for each language they read it in."""
        return [self[f"adults-{language}"] for language in self.shared]

    def asked(self) -> list[tuple[Reader, BoundField, list[BoundField], BoundField]]:
        """Each reader with the question, the words for a child, and the reason, for the page."""
        return [
            (
                one,
                self[f"goes-{one.key}"],
                [self[f"words-{one.key}-{language}"] for language in one.languages if one.is_child],
                self[f"because-{one.key}"],
            )
            for one in self.readers
        ]


class CloseForm(EndedForm):
    """How the work ended, and why each open task ends."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, tasks: Sequence[OpenTask], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.tasks = [one for one in tasks if not one.comes_first]
        for one in self.tasks:
            title = one.title.said(self.language) + (f": {one.whose}" if one.whose else "")
            asked = _("Give a reason for ending this task: %(task)s") % {"task": title}
            self.fields[f"task-{one.number}"] = forms.CharField(
                label=_("Why does this task end? %(task)s") % {"task": title}, max_length=500,
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={"required": asked},
            )  # fmt: skip

    @property
    def tasks_ended(self) -> dict[int, str]:
        """The reason for which each task ends, by its number."""
        return {one.number: str(self.cleaned_data[f"task-{one.number}"]) for one in self.tasks}

    def task_fields(self) -> list[BoundField]:
        """The boxes of the tasks, for the page."""
        return [self[f"task-{one.number}"] for one in self.tasks]


class GoesOnForm(ChangeForm):
    """Why our involvement goes on where nothing is open."""

    reason = forms.CharField(
        label=_("Why does our involvement go on?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For example: what the court or the family is still to decide, and by when."),
        error_messages={"required": _("Say why, in a few words")},
    )  # fmt: skip


class ReopenForm(ChangeForm):
    """Why a closed case is opened again."""

    reason = forms.CharField(
        label=_("Why is the case opened again?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why, in a few words")},
    )  # fmt: skip


def draft_day(form: EndedForm, today: date) -> Ended:
    """How the work ended as far as it was typed, for a preview."""
    given = form.cleaned_data
    return Ended(str(given.get("outcome") or OUTCOMES[0]), given.get("ended_on") or today)
