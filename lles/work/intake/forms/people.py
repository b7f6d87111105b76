"""The children and the adults of an application that is keyed, one subject to a page."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.people import (
    CHILDHOOD,
    GENDERS,
    LANGUAGES,
    OLDEST,
    RELATIONS,
    ROLES,
    PastDayField,
)
from lles.casefile.rules.corrections import NOT_SAID
from lles.casefile.rules.written_forms import phones_in, postcodes_in
from lles.casefile.timeline import word
from lles.law.bilingual import Language, opening

OF_A_PERSON = ("first_name", "previous_name", "born_on", "gender")
YOUNGEST, GROWN, YOUNG = 10, 16, "young"
WIDE = {"class": "govuk-input--width-20"}
_KEPT = (
    ("yes", _("Yes, it is confidential")),
    ("no", _("No, the others may know it")),
    (NOT_SAID, _("It does not say: it is protected")),
)


def line(label: Any, most: int = 200, **more: Any) -> Prose:
    """A box of one line."""
    return Prose(label=label, most=most, widget=forms.TextInput(attrs=WIDE), **more)


def can_be_called(typed: str) -> None:
    """A number that can be called."""
    if not list(phones_in(typed)):
        raise ValidationError(_("Enter a telephone number, like 01632 960 001 or +44 808 157 0192"))


can_be_written_to = EmailValidator(_("Enter an e-mail address, like name@example.com"))


def _kept(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=_KEPT, widget=forms.RadioSelect, initial=(), required=False)


class PersonForm(ChangeForm):
    """Who somebody is."""

    only_asks = True  # most of it may stay empty, and the pages say of what that is so
    too_old = _("Check the year of birth")

    def __init__(self, data: Mapping[str, Any] | None = None, *, today: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.today = today
        born_on = self.fields["born_on"]
        assert isinstance(born_on, PastDayField)
        born_on.today = today

    def _refuse_older_than(self, years: int) -> None:
        born_on = self.cleaned_data.get("born_on")
        if born_on and self.today.year - born_on.year > years:
            self.add_error("born_on", self.too_old)

    def _ask_for_a_name(self) -> None:
        given = self.cleaned_data
        if not given.get("first_name") and not given.get("last_name"):
            first = "first_name" if "first_name" in self.fields else "last_name"
            self.add_error(first, _("Enter at least one name"))

    @property
    def name(self) -> str:
        """The name as typed, for other pages to speak of this person."""
        parts = [part for part in ("first_name", "last_name") if part in self.fields]
        said = (str(self[part].value() or "").strip() for part in parts)
        return " ".join(part for part in said if part)


def _gender() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Gender"), widget=forms.RadioSelect, required=False, initial=(),
        choices=(*GENDERS, (NOT_SAID, _("It does not say"))),
    )  # fmt: skip


def _born(label: Any) -> PastDayField:
    return PastDayField(label=label, required=False, help_text=_("Leave it empty if it is not known."))


class ChildForm(PersonForm):
    """Who a child is."""

    too_old = _("Somebody born in this year is no child any more. Check the year of birth")
    first_name, last_name = line(_("First names")), line(_("Last name"))
    previous_name = line(_("Former names"))
    born_on = _born(_("Date of birth"))
    gender = _gender()
    spoken = forms.ChoiceField(
        label=_("Which language does the child use?"), widget=forms.RadioSelect, required=False, initial=(),
        choices=(*LANGUAGES, (NOT_SAID, _("It does not say"))),
    )  # fmt: skip
    social_worker = line(_("Social worker, if the child has one"))

    def clean(self) -> dict[str, Any]:
        """A child has a name and is a child."""
        given = super().clean() or self.cleaned_data
        self._ask_for_a_name()
        self._refuse_older_than(CHILDHOOD)
        return given


class PartyForm(PersonForm):
    """Who an adult or a body is."""

    role = forms.ChoiceField(label=_("What are they in the application?"), widget=forms.RadioSelect)
    is_organisation = forms.BooleanField(label=_("It is an organisation, not a person"), required=False)
    first_name = line(_("First names"))
    last_name = line(_("Last name"), help_text=_("Or the name of the organisation."))
    previous_name = line(_("Former names"))
    born_on = _born(_("Date of birth"))
    gender = _gender()

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        organisation: bool = False,
        language: Language = "en",
        **kwargs: Any,
    ) -> None:
        super().__init__(data, language=language, **kwargs)
        if organisation:
            self._ask_of_an_organisation()
        role = self.fields["role"]
        assert isinstance(role, forms.ChoiceField)
        said = ((name, word(f"role.{name}").said(language)) for name in ROLES)
        role.choices = [(name, text[:1].upper() + text[1:]) for name, text in said]
        if self.data.get(YOUNG) and not organisation:
            self.offer_to_confirm(YOUNG, "born_on", _("The date of birth is right"))

    def clean(self) -> dict[str, Any]:
        """Somebody has a name, and is not a child by mistake: a young parent can be real."""
        given = super().clean() or self.cleaned_data
        self._ask_for_a_name()
        self._refuse_older_than(OLDEST)
        self._ask_of_the_young(given.get("born_on"))
        return given

    def _ask_of_an_organisation(self) -> None:
        """It has a name, and nothing that a person alone has."""
        for name in OF_A_PERSON:
            del self.fields[name]
        self.initial["is_organisation"] = True
        self.fields["last_name"].label = _("Name of the organisation")
        self.fields["last_name"].help_text = ""

    def _ask_of_the_young(self, born_on: date | None) -> None:
        if born_on is None or "born_on" in self.errors:
            return
        age = (
            self.today.year
            - born_on.year
            - ((self.today.month, self.today.day) < (born_on.month, born_on.day))
        )
        if age < YOUNGEST:
            says = _("Somebody born on this day cannot be a party. Check the year of birth")
            self.add_error("born_on", says)
        elif age < GROWN:
            says = _("This person is under 16. Check the date of birth, or tick that it is right")
            self.confirm(YOUNG, "born_on", _("The date of birth is right"), str(says))


class OfChildrenForm(ChangeForm):
    """What an adult is to each child, and whether the child lives with them."""

    only_asks = True  # its first choice is that there is nothing to say

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        children: Sequence[tuple[str, str]],
        language: Language = "en",
        **kwargs: Any,
    ) -> None:
        super().__init__(data, language=language, **kwargs)
        self.children = children
        none: tuple[str, Any] = ("", _("None, or it does not say"))
        related = [none, *((kind, opening(word(f"relation.{kind}").said(language))) for kind in RELATIONS)]
        for child, name in children:
            self.fields[f"kind-{child}"] = forms.ChoiceField(
                label=_("What are they to %(name)s?") % {"name": name},
                choices=related,
                required=False,
                initial="",
            )
            self.fields[f"lives-{child}"] = forms.BooleanField(
                label=_("%(name)s lives with them") % {"name": name}, required=False
            )

    def of_children(self) -> Iterator[tuple[str, str, bool]]:
        """Each child, what this adult is to it, and whether it lives with them."""
        for child, _name in self.children:
            kind, lives = self.cleaned_data[f"kind-{child}"], self.cleaned_data[f"lives-{child}"]
            if kind or lives:
                yield child, kind or "other", lives


class PlaceForm(ChangeForm):
    """An address with its postcode; a refuge is protected for good."""

    address = Prose(
        label=_("Address"), most=500, rows=4, help_text=_("One line of the address in each line.")
    )
    postcode = Prose(
        label=_("Postcode"), most=12, widget=forms.TextInput(attrs={"class": "govuk-input--width-10"})
    )
    address_kept = _kept(_("Is the address to be kept from the others?"))
    refuge = forms.BooleanField(
        label=_("It is a refuge"), required=False, help_text=_("Then nobody can ever open it to the others.")
    )

    def clean_postcode(self) -> str:
        """A postcode as it is written here, or as it came where it is of another country."""
        typed = str(self.cleaned_data["postcode"])
        if typed and not list(postcodes_in(typed.lower())):
            raise ValidationError(
                _("Enter a full postcode, like LL11 1AA. Put a foreign one into the address.")
            )
        return typed.upper()


class HomeForm(PlaceForm):
    """Where a child lives, if not with one of the adults."""

    elsewhere = YesNoField(
        label=_("Does the child live at another address than the adults of this application?"),
        asked=Asked.IS, unknown=_("It does not say"),
    )  # fmt: skip
    field_order = ("elsewhere", "address", "postcode", "refuge", "address_kept")

    def clean(self) -> dict[str, Any]:
        """An address belongs to a yes."""
        given = super().clean() or self.cleaned_data
        if given.get("elsewhere") is not True and (given.get("address") or given.get("postcode")):
            self.add_error("elsewhere", _("Select yes, or take the address out"))
        return given


class WhereForm(PlaceForm):
    """Where an adult can be found, each detail with its confidentiality."""

    earlier = Prose(
        label=_("Earlier addresses since the birth of the children"), most=2000, rows=4,
        help_text=_("One address in each line. They are kept from the others as the address is."),
    )  # fmt: skip
    phone = line(_("Telephone"), 40, validators=(can_be_called,))
    phone_kept = _kept(_("Is the telephone number to be kept from the others?"))
    email = line(_("E-mail"), 254, validators=(can_be_written_to,))
    email_kept = _kept(_("Is the e-mail to be kept from the others?"))
    field_order = ("address", "postcode", "refuge", "address_kept", "earlier")

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, organisation: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        known = self.data if self.is_bound else self.initial
        if organisation and not known.get("earlier"):
            del self.fields["earlier"]  # nothing that was typed before is lost


class LawyerForm(ChangeForm):
    """Whether somebody is represented, and by whom."""

    represented = YesNoField(
        label=_("Are they represented?"), asked=Asked.IS_THERE, unknown=_("It does not say"), required=False,
        initial=(),
    )  # fmt: skip
    lawyer_name, lawyer_firm = line(_("Name of the solicitor")), line(_("Firm"))
    lawyer_phone = line(_("Telephone of the solicitor"), 40, validators=(can_be_called,))
    lawyer_email = line(_("E-mail of the solicitor"), 254, validators=(can_be_written_to,))
