"""What an order asks of somebody, what happened of it, and how it ended, as somebody records it."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, DateBoxesField, YesNoField
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import WordedForm, language_field
from lles.work.activities.queries.facts import TIES

FORMS = ("direction", "condition")
KINDS = (
    "programme", "class", "counselling", "guidance", "violent_behaviour", "information",
    "mediation_information", "other",
)  # fmt: skip
COUNTRIES = ("england", "wales")
HAPPENED = ("sent", "booked", "attended", "missed")
OUTCOMES = ("done", "not_done", "court", "ceased")
Choices = Sequence[tuple[str, str]]


class TermsForm(WordedForm):
    """Of whom which activity is asked, by which order, and what the order says of it."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        "form": ("activity_form", FORMS), "kind": ("activity_kind", KINDS), "ties": ("activity_tie", TIES),
        "given_in": ("nation", COUNTRIES), "approved_in": ("nation", COUNTRIES),
    }  # fmt: skip
    party = forms.ChoiceField(
        label=_("Of whom is it asked?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose of whom it is asked")},
    )  # fmt: skip
    order = forms.ChoiceField(label=_("By which order?"), required=False)
    form = forms.ChoiceField(
        label=_("How is it asked?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it is asked")},
    )  # fmt: skip
    ties = forms.MultipleChoiceField(
        label=_("What ties this person to the order?"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("A condition binds only somebody to whom one of these applies."),
    )  # fmt: skip
    is_a_parent = YesNoField(
        label=_("Is this person a parent of the child?"), asked=Asked.IS, required=False,
        unknown=_("Not known"), initial="unknown",
    )  # fmt: skip
    kind = forms.ChoiceField(
        label=_("What kind of activity is it?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose the kind of activity")},
    )  # fmt: skip
    never_asked = forms.ChoiceField(
        label=_("Does the sealed order ask for something that no order may ask?"), required=False,
        help_text=_("It is recorded as it stands in the order, with a warning. Leave the kind above empty."),
    )  # fmt: skip
    provider = Prose(
        label=_("Who provides it?"), most=200, widget=forms.TextInput(),
        help_text=_("The name alone. Leave it empty while it is not known."),
    )  # fmt: skip
    given_in = forms.ChoiceField(label=_("In which country is it given?"), required=False)
    approved_in = forms.MultipleChoiceField(
        label=_("For which country is the provider approved?"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    starts_on = DateBoxesField(
        label=_("From which day, if the order says one?"), required=False
    )  # fmt: skip
    months = forms.IntegerField(
        label=_("For how many months, if the order says so?"), required=False, min_value=1, max_value=60,
        widget=forms.TextInput(attrs={"class": "govuk-input--width-2", "inputmode": "numeric"}),
        error_messages={
            "invalid": _("Write the number of months in figures"),
            "min_value": _("Write a number of months from 1 to 60"),
            "max_value": _("Write a number of months from 1 to 60"),
        },
    )  # fmt: skip
    ends_on = DateBoxesField(label=_("Which last day does the order state, if any?"), required=False)
    as_sealed = YesNoField(
        label=_("Is all this as the sealed order gives it?"), asked=Asked.IS, required=False,
        unknown=_("Not known"),
        help_text=_("What the court wrote is kept, also where the section does not allow it."),
    )  # fmt: skip
    is_monitored = YesNoField(
        label=_("Does the court ask us to monitor it and to report any failure?"), asked=Asked.EMPHATIC,
        required=False, unknown=_("It does not say"),
    )  # fmt: skip
    is_final = YesNoField(
        label=_("Does that order end the proceedings?"), asked=Asked.EMPHATIC, required=False,
        unknown=_("Not known"),
    )  # fmt: skip
    is_excepted = YesNoField(
        label=_("Does it go with an order of adoption?"), asked=Asked.EMPHATIC, required=False,
        unknown=_("Not known"),
    )  # fmt: skip
    left_on = PastDayField(
        label=_("Since when is this person no longer habitually resident in England and Wales?"),
        required=False, help_text=_("Leave it empty where the person lives here."),
    )  # fmt: skip

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        adults: Choices,
        orders: Choices,
        never_asked: Sequence[str],
        is_directed: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.offer("party", adults)
        self.offer("order", orders, none=_("None yet: the court asks about it first"))
        countries = [(code, self.said(f"nation.{code}")) for code in COUNTRIES]
        self.offer("given_in", countries, none=_("Not known"))
        never = [(code, self.said(f"activity_kind.{code}")) for code in never_asked]
        self.offer("never_asked", never, none=_("No"))
        self.is_directed = is_directed
        if is_directed:
            del self.fields["is_monitored"]
        self.fields["kind"].required = not self.data.get("never_asked")

    def clean(self) -> dict[str, Any]:
        """One kind is said: one that may be asked, or what a sealed order asks all the same."""
        given = super().clean() or self.cleaned_data
        if given.get("kind") and given.get("never_asked"):
            self.add_error("kind", _("Choose one kind alone"))
        return given


class HappenedForm(WordedForm):
    """What happened of an activity on a day."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"kind": ("activity_happened", HAPPENED)}
    kind = forms.ChoiceField(
        label=_("What happened?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what happened")},
    )  # fmt: skip
    on = PastDayField(label=_("On which day?"))
    words = Prose(label=_("What is there to say of it?"), most=5000, rows=3)
    language_of_words = language_field()


class EndedForm(WordedForm):
    """How an activity ended."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"outcome": ("activity_outcome", OUTCOMES)}
    outcome = forms.ChoiceField(
        label=_("How did it end?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ended")},
    )  # fmt: skip
    ended_on = PastDayField(label=_("On which day did it end?"))
    certificate_on = PastDayField(
        label=_("Of which day is the certificate?"), required=False,
        help_text=_("Leave it empty where there is none."),
    )  # fmt: skip
    words = Prose(label=_("What is there to say of it?"), most=5000, rows=3)
    language_of_words = language_field()
