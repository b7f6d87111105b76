"""What the forms of danger share: a moment that has been, the harm, and the bodies that protect."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.conversations import moment
from lles.casefile.forms.fields import ClockField
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import WordedForm, language_field
from lles.casefile.rules.bodies import bodies
from lles.casefile.rules.danger import HARM, SAFE

POLICE, AUTHORITY = "police", "local_authority"
NO_POLICE, NO_AUTHORITY = _("Not the police"), _("No local authority")


class WhenForm(WordedForm):
    """Something that happened at a moment, not later than now."""

    on = PastDayField(label=_("On which day?"))
    hour = ClockField(
        label=_("At what time?"), help_text=_("For example 9:30am or 2:15pm"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, now: datetime, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.now = now

    def clean(self) -> dict[str, Any]:
        """Nothing that is recorded lies ahead."""
        given = super().clean() or self.cleaned_data
        if given.get("on") and given.get("hour") and self.moment > self.now:
            self.add_error("hour", _("The time cannot be later than now"))
        return given

    @property
    def moment(self) -> datetime:
        """The moment in London."""
        return moment(self.cleaned_data["on"], self.cleaned_data["hour"])


class HarmForm(WhenForm):
    """A danger as somebody saw it: the fewest questions that the police or children's services ask."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        "harm": ("danger_harm", HARM),
        "children_safe": ("danger_safe", SAFE),
        "adults_safe": ("danger_safe", SAFE),
    }
    learnt = forms.CharField(
        label=_("What did you learn?"), widget=forms.Textarea(attrs={"rows": 5}), max_length=20_000,
        error_messages={"required": _("Write what you learnt")},
    )  # fmt: skip
    language_of_words = language_field()
    harm = forms.MultipleChoiceField(
        label=_("What sort of harm is it?"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose the sort of harm")},
    )  # fmt: skip
    children_safe = forms.ChoiceField(label=_("Are the children safe now?"), widget=forms.RadioSelect)
    adults_safe = forms.ChoiceField(label=_("Are the adults safe now?"), widget=forms.RadioSelect)

    def __init__(self, data: Mapping[str, Any] | None = None, *, in_the_words: Any, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["learnt"].help_text = in_the_words
        self.fields["on"].label = _("On which day did you see it?")


class PhonedForm(WhenForm):
    """Whom one told by telephone."""

    field_order: tuple[str, ...] = ("whom", "on", "hour")
    whom = forms.CharField(
        label=_("To whom did you speak?"), help_text=_("Name or number, and what they do there."),
        max_length=200, error_messages={"required": _("Enter to whom you spoke")},
    )  # fmt: skip


class BodiesForm(ChangeForm):
    """The police force and the local authority to which a danger is referred: at least one of them."""

    police = forms.ChoiceField(label=_("Which police force?"), required=False, initial="")
    local_authority = forms.ChoiceField(
        label=_("Children's services of which local authority?"), required=False, initial=""
    )

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for kind, nobody in ((POLICE, NO_POLICE), (AUTHORITY, NO_AUTHORITY)):
            named = {slug: body.place.said(self.language) for slug, body in bodies(kind).items()}
            choice = self.fields[kind]
            assert isinstance(choice, forms.ChoiceField)
            choice.choices = [("", nobody), *sorted(named.items(), key=lambda one: one[1])]

    def clean(self) -> dict[str, Any]:
        """Somebody is told."""
        given = super().clean() or self.cleaned_data
        if not self.errors and not any(given.get(kind) for kind in (POLICE, AUTHORITY)):
            self.add_error(AUTHORITY, _("Choose the police force, the local authority, or both"))
        return given

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The bodies chosen, each by its kind and its name on the file."""
        chosen = ((kind, str(self.cleaned_data.get(kind) or "")) for kind in (POLICE, AUTHORITY))
        return tuple((kind, slug) for kind, slug in chosen if slug)


def day_and_hour(at: datetime) -> dict[str, Any]:
    """A moment as the form shows it when it is opened."""
    return {"on": at.date(), "hour": at.time().replace(second=0, microsecond=0)}
