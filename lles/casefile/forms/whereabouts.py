"""Where people can be found, as they tell us, and whether it may be told to others."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.people import DatedForm, PastDayField
from lles.casefile.locations import ABOUT, ADDRESS, EMAIL, PHONE
from lles.casefile.rules.whereabouts import Told
from lles.casefile.timeline import word
from lles.law.bilingual import opening

SAID_BY = ("person", "court", "lawyer", "other")


class WhereaboutsForm(ChangeForm):
    """A place or a number somebody told us, and whether others may know it."""

    kind = forms.ChoiceField(label=_("What is it?"), widget=forms.RadioSelect)
    text = forms.CharField(
        label=_("Write it down"),
        help_text=_("An address with its postcode, one line for each part; or one number or e-mail address"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        error_messages={"required": _("Enter the address, number or e-mail address")},
    )
    refuge = forms.BooleanField(
        label=_("It is a refuge or another secret place"),
        required=False,
        help_text=_("A refuge stays protected for good"),
    )
    private = YesNoField(
        label=_("Did they ask that others in the case do not learn it?"),
        asked=Asked.DID,
        unknown=_("They were not asked"),
        required=False,
        help_text=_("Unless they say that it may be told, it is protected"),
    )
    replaces = forms.ChoiceField(
        label=_("Does it take the place of what is held?"),
        widget=forms.RadioSelect,
        choices=[("yes", _("Yes: what is held is used no longer")), ("no", _("No: it is one more"))],
    )
    said_by = forms.ChoiceField(label=_("Who said so?"), widget=forms.RadioSelect)

    def __init__(self, data: Mapping[str, Any] | None = None, *, holds: bool = True, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if not holds:
            del self.fields["replaces"]
        _choose(self, "kind", "whereabouts", ABOUT)
        _choose(self, "said_by", "said_by", SAID_BY)

    def clean(self) -> dict[str, Any]:
        """What was written looks like what it is said to be."""
        given = super().clean() or self.cleaned_data
        if wrong := wrong_place(given.get("kind", ""), given.get("text", "")):
            self.add_error("text", ValidationError(wrong))
        return given

    def told(self) -> Told:
        """What was told, for the change."""
        given = self.cleaned_data
        lines = tuple(line.strip() for line in given["text"].splitlines() if line.strip())
        is_refuge = given["refuge"] and given["kind"] == ADDRESS
        private = True if is_refuge else given["private"]
        replaces = given.get("replaces", "yes") == "yes"
        return Told(given["kind"], lines, private, replaces, is_refuge, given["said_by"])


def wrong_place(kind: str, text: str) -> Any:
    """What is wrong with an address, number or e-mail address as it was written; None where nothing is."""
    if not text:
        return None
    if kind == PHONE and not re.fullmatch(r"\+?[\d\s().-]{7,25}", text.strip()):
        return _("Enter one telephone number, with its dialling code and nothing else")
    if kind == EMAIL:
        try:
            validate_email(text.strip())
        except ValidationError:
            return _("Enter one e-mail address, like name@example.org")
    if kind == ADDRESS and len(re.findall(r"\w+", text)) < 2:
        return _("Enter a whole address, not one word")
    return None


class OpeningForm(DatedForm):
    """A statement that a detail may be told."""

    about = forms.ChoiceField(label=_("What may be told?"), widget=forms.RadioSelect)
    made_by = forms.ChoiceField(label=_("Who said so?"), widget=forms.RadioSelect)
    made_on = PastDayField(label=_("On which day?"))
    words = forms.CharField(
        label=_("What was said, or what the order says"),
        help_text=_("Do not write the address or the number itself here"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write down what was said")},
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, kinds: Sequence[str], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        _choose(self, "about", "whereabouts", kinds)
        _choose(self, "made_by", "said_by", ("person", "court"))


class DecideOpeningForm(ChangeForm):
    """What the second person decides."""

    confirmed = forms.ChoiceField(
        label=_("May it be told?"),
        widget=forms.RadioSelect,
        choices=[
            ("yes", _("Yes: the statement is clear and comes from them")),
            ("no", _("No: it stays protected")),
        ],
    )


def _choose(form: ChangeForm, name: str, words: str, values: Sequence[str]) -> None:
    choice = form.fields[name]
    assert isinstance(choice, forms.ChoiceField)
    choice.choices = [(value, opening(word(f"{words}.{value}").said(form.language))) for value in values]
