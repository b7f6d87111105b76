"""What an enforcement order asks, what happens under it, compensation, and how it ends, as somebody records
it."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, DateBoxesField, YesNoField
from lles.casefile.forms.names import is_a_name
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import WordedForm, language_field
from lles.work.enforcement.forms.application import Choices, more_to_say
from lles.work.enforcement.queries.facts import HAPPENED, HOURS

OUTCOMES = (
    "done", "not_done", "revoked", "ceased", "programme", "varied", "compensation", "fine", "committal",
    "residence", "none", "withdrawn",
)  # fmt: skip
NARROW = {"class": "govuk-input--width-5", "inputmode": "numeric"}
NOT_RECORDED = "none"
MOST_HOURS = 1000
MOST_PENCE = 1_000_000_00
POUNDS = re.compile(r"£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{2}))?")


class HoursField(forms.IntegerField):
    """A whole number of hours."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=MOST_HOURS, widget=forms.TextInput(attrs=NARROW), **kwargs)
        wrong = _("Write a whole number of hours from 1 to 1000")
        self.error_messages.update(invalid=wrong, min_value=wrong, max_value=wrong)


class PoundsField(forms.CharField):
    """A sum of money in pounds, as pence; none where it stays empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.TextInput(attrs={"class": "govuk-input--width-10", "inputmode": "decimal"}), **kwargs
        )

    def clean(self, value: Any) -> int | None:
        text = str(super().clean(value) or "").strip()
        if not text:
            return None
        found = POUNDS.fullmatch(text)
        pence = int(found[1].replace(",", "")) * 100 + int(found[2] or 0) if found else MOST_PENCE + 1
        if pence > MOST_PENCE:
            raise ValidationError(_("Write a sum in pounds up to 1,000,000, such as 480 or 480.50"))
        return pence


class TermsForm(WordedForm):
    """What the enforcement order asks, who is responsible at probation, and the leave to tell them."""

    hours = HoursField(
        label=_("How many hours of unpaid work does the order ask?"),
        error_messages={"required": _("Write how many hours the order asks")},
    )  # fmt: skip
    added_to = HoursField(
        label=_("How many hours of other enforcement orders come on top?"), required=False,
        help_text=_("Leave it empty where there are none, or where they run at the same time."),
    )  # fmt: skip
    ends_on = DateBoxesField(
        label=_("Which last day does the order state for the work?"), required=False,
        help_text=_("Leave it empty where it states none: the months of the Schedule then give it."),
    )  # fmt: skip
    as_sealed = YesNoField(
        label=_("Is all this as the sealed order gives it?"), asked=Asked.IS,
        error_messages={"required": _("Say whether the sealed order gives this")},
        help_text=_("What the court wrote is kept, also where the Schedule does not allow it."),
    )  # fmt: skip
    notice_on = PastDayField(
        label=_("Of which day is the notice that the enforcement order carries?"), required=False,
        help_text=_("Leave it empty where it carries none."),
    )  # fmt: skip
    asks = Prose(
        label=_("On which other matters does the court want a report?"), most=5000, rows=3,
        help_text=_("In the words of the order."),
    )  # fmt: skip
    officer = Prose(
        label=_("Who is the responsible officer at probation?"), most=120, widget=forms.TextInput(),
        validators=[is_a_name],
    )  # fmt: skip
    officer_office = Prose(label=_("At which office of probation?"), most=120, widget=forms.TextInput())
    leave_on = PastDayField(
        label=_("On which day did the court give leave to tell probation about the case?"), required=False,
        help_text=_("Nothing of the case goes to probation without it."),
    )  # fmt: skip
    language_of_words = language_field()


class MoveForm(WordedForm):
    """To which application an order belongs, and how that is known."""

    to = forms.ChoiceField(
        label=_("To which application does the order belong?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose the application to which the order belongs")},
    )  # fmt: skip
    why = forms.CharField(
        label=_("How do you know?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("For example: paragraph 1 of the order names the other parent."),
        error_messages={"required": _("Say how you know, in a few words")},
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, applications: Choices, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.offer("to", [*applications, (NOT_RECORDED, str(_("One that is not recorded yet")))])


class HappenedForm(WordedForm):
    """What happened on a day."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"kind": ("enforcement_happened", HAPPENED)}
    kind = forms.ChoiceField(
        label=_("What happened?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happened")},
    )  # fmt: skip
    on = PastDayField(label=_("On which day?"))
    hours = HoursField(label=_("How many hours were done, if any?"), required=False)
    words = more_to_say()
    language_of_words = language_field()

    def clean(self) -> dict[str, Any]:
        """Hours are said where hours were done, and nowhere else."""
        given = super().clean() or self.cleaned_data
        if given.get("kind") == HOURS and not given.get("hours") and "hours" not in self.errors:
            self.add_error("hours", _("Write how many hours were done"))
        if given.get("kind") not in ("", None, HOURS) and given.get("hours"):
            self.add_error("hours", _("Leave the hours empty, or choose that hours were done"))
        return given


class CompensationForm(WordedForm):
    """What somebody lost, and what was ordered."""

    party = forms.ChoiceField(
        label=_("Who lost money?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose who lost money")},
    )  # fmt: skip
    has_applied = YesNoField(
        label=_("Did this person apply for compensation?"), asked=Asked.DID,
        error_messages={"required": _("Say whether this person has applied")},
    )  # fmt: skip
    loss = PoundsField(
        label=_("How much was lost, in pounds?"), error_messages={"required": _("Write how much was lost")}
    )
    ordered = PoundsField(
        label=_("How much compensation did the court order, in pounds?"), required=False,
        help_text=_("Leave it empty while the court has ordered none."),
    )  # fmt: skip
    ordered_on = PastDayField(label=_("On which day did it order that?"), required=False)
    words = more_to_say()
    language_of_words = language_field()

    def __init__(self, data: Mapping[str, Any] | None = None, *, adults: Choices, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.offer("party", adults)

    def clean(self) -> dict[str, Any]:
        """What was ordered has its day."""
        given = super().clean() or self.cleaned_data
        is_dated = given.get("ordered_on") or "ordered_on" in self.errors
        if given.get("ordered") is not None and not is_dated:
            self.add_error("ordered_on", _("Write the day on which the court ordered it"))
        return given


class EndedForm(WordedForm):
    """How an enforcement ended."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"outcome": ("enforcement_outcome", OUTCOMES)}
    outcome = forms.ChoiceField(
        label=_("How did it end?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ended")},
    )  # fmt: skip
    ended_on = PastDayField(label=_("On which day did it end?"))
    words = more_to_say()
    language_of_words = language_field()
