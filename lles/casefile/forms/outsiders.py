"""Who outside the case is checked or asked, and on what basis."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.names import is_a_name
from lles.casefile.forms.people import DatedForm, PastDayField
from lles.casefile.rules.check_answers import OF_ADULTS, SOURCES
from lles.casefile.rules.check_bases import OF_ENHANCED, OF_OUTSIDERS, OF_SOURCES
from lles.casefile.timeline import word

RELATIONS = ("new_partner", "household", "other")
Choices = Sequence[tuple[int, str]]


class BasisForm(DatedForm):
    """The basis: its kind, its day, and who gave it."""

    bases: tuple[str, ...] = ()
    basis = forms.ChoiceField(
        label=_("On what basis?"), required=False, widget=forms.RadioSelect,
        help_text=_("Without a recorded basis nobody outside the case is checked or asked."),
    )  # fmt: skip
    basis_on = PastDayField(label=_("Since which day is there this basis?"), required=False)
    basis_from = forms.ChoiceField(label=_("Which party gave it?"), required=False)
    basis_words = Prose(label=_("Who else, or which order of the court"), most=500)

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, today: date, parties: Choices, **kwargs: Any
    ) -> None:
        super().__init__(data, today=today, **kwargs)
        self.adults = [(str(pk), name) for pk, name in parties]
        self.choose("basis", [(one, word(f"basis.{one}").said(self.language)) for one in self.bases])
        self.choose("basis_from", [("", _("No party")), *self.adults])

    def choose(self, name: str, choices: Sequence[tuple[str, Any]]) -> None:
        """Gives a field its choices."""
        choice = self.fields[name]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = list(choices)


class OutsiderForm(BasisForm):
    """An adult who is no party, and which checks are made."""

    bases = OF_OUTSIDERS
    field_order = (
        "first_name", "last_name", "former_names", "born_on", "relation", "party", "lives_with_party",
        "kinds",
    )  # fmt: skip
    first_name = forms.CharField(label=_("First names"), max_length=200, validators=[is_a_name])
    last_name = forms.CharField(label=_("Last name"), max_length=200, validators=[is_a_name])
    former_names = forms.CharField(
        label=_("Former names"), max_length=300, required=False, validators=[is_a_name]
    )
    born_on = PastDayField(label=_("Date of birth"), required=False)
    relation = forms.ChoiceField(label=_("Who are they?"), widget=forms.RadioSelect)
    party = forms.ChoiceField(label=_("Whose partner, or of whose home?"), widget=forms.RadioSelect)
    lives_with_party = YesNoField(
        label=_("Do they live with that person?"), asked=Asked.IS, unknown=_("Not known"), required=False
    )
    kinds = forms.MultipleChoiceField(
        label=_("Who is asked about them?"), widget=forms.CheckboxSelectMultiple, initial=list(OF_ADULTS)
    )

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.choose("relation", [(one, word(f"outsider.{one}").said(self.language)) for one in RELATIONS])
        self.choose("party", self.adults)
        self.choose("kinds", [(one, word(f"check.{one}").said(self.language)) for one in OF_ADULTS])


class EnhancedForm(BasisForm):
    """Why the police are asked for more than the first level."""

    bases = OF_ENHANCED

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, parties=(), **kwargs)
        del self.fields["basis_from"]
        self.fields["basis"].help_text = _("Record the need, or the direction of the court.")
        self.fields["basis_words"].label = _("What is needed and why, or which order of the court")


class SourceForm(BasisForm):
    """Somebody close to a child who is asked."""

    bases = OF_SOURCES
    field_order = ("child", "kind", "called")
    child = forms.ChoiceField(label=_("About which child?"), widget=forms.RadioSelect)
    kind = forms.ChoiceField(label=_("Who is asked?"), widget=forms.RadioSelect)
    called = forms.CharField(
        label=_("What are they called?"), max_length=300,
        help_text=_("It may say where the child can be found, so it is protected like an address."),
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, children: Choices, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.choose("child", [(str(pk), name) for pk, name in children])
        self.choose("kind", [(one, word(f"check.{one}").said(self.language)) for one in SOURCES])
