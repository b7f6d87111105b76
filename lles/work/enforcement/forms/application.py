"""An application to enforce as somebody records it: whom it is about, what is alleged and found, who had the
notice."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.days_of_orders import DaysOfOrdersForm, OrderOnFile
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import WordedForm, language_field

FOUND = ("breach", "excuse", "not_proved", "withdrawn")
WAYS = ("served", "told")
Choices = Sequence[tuple[str, str]]


class ApplicationForm(DaysOfOrdersForm):
    """Who applies against whom, when, about which order, and what the court asks."""

    party = forms.ChoiceField(
        label=_("Against whom is the order to be enforced?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose against whom the order is to be enforced")},
    )  # fmt: skip
    applicant = forms.ChoiceField(label=_("Who applies?"), required=False)
    issued_on = PastDayField(
        label=_("On which day did the court issue the application?"), required=False,
        help_text=_("When the court lists it, and whether checks are made afresh, follows from this day."),
    )  # fmt: skip
    about_on = PastDayField(
        label=_("Of which day is the order that is to be enforced?"), required=False,
        help_text=_("The day on which the child arrangements order was first made."),
    )  # fmt: skip
    varied_on = PastDayField(
        label=_("On which day was that order last varied?"), required=False,
        help_text=_("Leave it empty where it was not varied."),
    )  # fmt: skip
    is_attached = YesNoField(
        label=_("Does that order carry its warning notice?"), asked=Asked.IS, required=False,
        unknown=_("Not known"),
    )  # fmt: skip
    court_asks = YesNoField(
        label=_("Does the court ask for safeguarding checks?"), asked=Asked.IS, required=False,
        unknown=_("Not known"),
    )  # fmt: skip
    left_on = PastDayField(
        label=_("Since when does the person it is about no longer live in England and Wales?"),
        required=False,
        help_text=_("The day on which they stopped being habitually resident. Leave it empty otherwise."),
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, adults: Choices, orders: Sequence[OrderOnFile],
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.offer_orders("about_on", _("Which order is to be enforced?"), orders)
        self.offer_orders("varied_on", _("By which order was it last varied?"), orders)
        self.offer("party", adults)
        self.offer("applicant", adults, none=_("Not known"))

    def clean(self) -> dict[str, Any]:
        """Nobody applies against themselves; no order is varied before it is made, or enforced before."""
        given = super().clean() or self.cleaned_data
        if given.get("party") and given.get("party") == given.get("applicant"):
            self.add_error("applicant", _("Choose somebody other than the person it is about"))
        about_on = given.get("about_on")
        if about_on and given.get("varied_on") and given["varied_on"] < about_on:
            self.add_error("varied_on", _("An order is not varied before the day on which it is made"))
        if about_on and given.get("issued_on") and given["issued_on"] < about_on:
            self.add_error("issued_on", _("An order is not enforced before the day on which it is made"))
        return given


class AllegedForm(WordedForm):
    """One failure that is alleged."""

    on = PastDayField(label=_("On which day is it said to have happened?"))
    words = forms.CharField(
        label=_("Which provision, and what is said of it?"), max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write which provision it is, and what is said of it")},
    )  # fmt: skip
    language_of_words = language_field()


class FoundForm(WordedForm):
    """What the court found of one failure."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"outcome": ("enforcement_stands", FOUND)}
    outcome = forms.ChoiceField(
        label=_("What did the court find?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the court found")},
    )  # fmt: skip
    on = PastDayField(label=_("On which day did the court find that?"))


class NoticeForm(WordedForm):
    """When somebody had the warning notice, or was told what it says."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"way": ("enforcement_notice", WAYS)}
    party = forms.ChoiceField(
        label=_("Who had it?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose who had it")},
    )  # fmt: skip
    way = forms.ChoiceField(
        label=_("In which way?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose the way")},
    )  # fmt: skip
    on = PastDayField(label=_("On which day?"))

    def __init__(self, data: Mapping[str, Any] | None = None, *, adults: Choices, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.offer("party", adults)


def more_to_say() -> Prose:
    """What there is to say beside the answers."""
    return Prose(label=_("What is there to say of it?"), most=5000, rows=3)
