"""Who gets a letter, and what a report says."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.worded import WordedForm, language_field
from lles.work.monitoring.queries.letters import Decided, LetterTo
from lles.work.monitoring.queries.report import Author

MOST = 20_000


class LettersForm(WordedForm):
    """For each adult: whether a letter goes, else why none does."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, adults: Sequence[LetterTo], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.adults = adults
        for one in adults:
            name = {"name": one.party.name}
            self.fields[f"goes-{one.party.pk}"] = YesNoField(
                label=_("Does a letter go to %(name)s?") % name, asked=Asked.IS_THERE,
                error_messages={"required": _("Say whether a letter goes to %(name)s") % name},
            )  # fmt: skip
            self.fields[f"because-{one.party.pk}"] = Prose(
                label=_("Why no letter goes to %(name)s") % name, most=2000
            )

    def clean(self) -> dict[str, Any]:
        """Who gets no letter has a reason."""
        given = super().clean() or self.cleaned_data
        for one in self.adults:
            because = f"because-{one.party.pk}"
            if given.get(f"goes-{one.party.pk}") is False and not given.get(because):
                said = _("Write down why no letter goes to %(name)s") % {"name": one.party.name}
                if because not in self.errors:
                    self.add_error(because, said)
        return given

    @property
    def decided(self) -> tuple[Decided, ...]:
        """What was decided for each adult."""
        given = self.cleaned_data
        return tuple(
            Decided(one, "" if given[f"goes-{one.party.pk}"] else str(given[f"because-{one.party.pk}"]))
            for one in self.adults
        )

    def asked(self) -> list[tuple[BoundField, BoundField]]:
        """The question and the reason of each adult, for the page."""
        return [(self[f"goes-{one.party.pk}"], self[f"because-{one.party.pk}"]) for one in self.adults]


class ReportForm(WordedForm):
    """What the author of a report adds to what the file says."""

    words = Prose(
        label=_("Your summary"), most=MOST, rows=6,
        help_text=_("The report sets out the provisions, the calls and each side's account by itself."),
    )  # fmt: skip
    guidance = Prose(label=_("What do you ask of the court?"), most=MOST, rows=3)
    language_of_words = language_field()
    other_words = Prose(
        label=_("The same summary in the other language"), most=MOST, rows=6,
        help_text=_("Leave it empty, and a version in the other language sets out your words as they are."),
    )  # fmt: skip
    other_guidance = Prose(label=_("What you ask, in the other language"), most=MOST, rows=3)
    child_to_parties = YesNoField(
        label=_("May the adults read what a child said?"), asked=Asked.IS, required=False
    )

    shared = forms.MultipleChoiceField(
        label=_("Which accounts may the other adult read?"), required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("What you do not tick stands in the versions for the court, and for whoever said it."),
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, a_child_spoke: bool,
        accounts: Sequence[tuple[str, str]], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        shared = self.fields["shared"]
        assert isinstance(shared, forms.MultipleChoiceField)
        shared.choices = list(accounts)
        if not accounts:
            del self.fields["shared"]
        if a_child_spoke:
            self.fields["child_to_parties"].required = True
            said = _("Say whether the adults may read what a child said")
            self.fields["child_to_parties"].error_messages["required"] = said
        else:
            del self.fields["child_to_parties"]

    def clean(self) -> dict[str, Any]:
        """A report has a summary."""
        given = super().clean() or self.cleaned_data
        if not given.get("words") and "words" not in self.errors:
            self.add_error("words", _("Write your summary"))
        return given

    @property
    def author(self) -> Author:
        """What was written, also where the form is not finished."""
        given = self.cleaned_data
        return Author(
            words=str(given.get("words") or ""),
            language=str(given.get("language_of_words") or self.language),
            child_to_parties=given.get("child_to_parties") is True,
            shared=frozenset(int(pk) for pk in given.get("shared") or ()),
            guidance=str(given.get("guidance") or ""),
            other_words=str(given.get("other_words") or ""),
            other_guidance=str(given.get("other_guidance") or ""),
        )
