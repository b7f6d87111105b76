"""What a family assistance order says, as somebody reads it out of the order."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.days_of_orders import DaysOfOrdersForm, OrderOnFile
from lles.casefile.forms.fields import Asked, DateBoxesField, YesNoField
from lles.casefile.rules.bodies import bodies
from lles.work.family_assistance.rules import Standing

ADULT_STANDINGS = tuple(one.value for one in Standing if one is not Standing.CHILD)
BASES = ("agrees", "lives", "will_live", "none")
SUPPLIERS = ("service", "authority")
DIRECTS = ("contact", "report")  # what an order directs of the officer
PEOPLE = ("address", "visits")  # what it directs of people: of one of them each, or of all whom it names
Named = Sequence[tuple[int, str]]


class TermsForm(DaysOfOrdersForm):
    """Which children it is about, whom it names, who helps, how long, what it directs."""

    supplier = forms.ChoiceField(
        label=_("Who makes the officer available?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose who makes the officer available")},
    )  # fmt: skip
    authority = forms.ChoiceField(label=_("Which local authority?"), required=False, initial="")
    authority_basis = forms.ChoiceField(
        label=_("On what ground, if it is a local authority?"), required=False, initial=""
    )
    months = forms.IntegerField(
        label=_("For how many months does the order say that it runs?"), required=False, min_value=1,
        max_value=60, widget=forms.TextInput(attrs={"class": "govuk-input--width-2", "inputmode": "numeric"}),
        help_text=_("Leave it empty where the order says no number of months."),
        error_messages={
            "invalid": _("Write the number of months in figures"),
            "min_value": _("Write a number of months from 1 to 60"),
            "max_value": _("Write a number of months from 1 to 60"),
        },
    )  # fmt: skip
    ends_on = DateBoxesField(
        label=_("Which last day does the order state?"), required=False,
        help_text=_("Leave it empty where the order states none: the statute then gives the last day."),
    )  # fmt: skip
    as_sealed = YesNoField(
        label=_("Is all this as the sealed order gives it?"), asked=Asked.IS,
        help_text=_("What the court wrote is kept, also where the statute allows less."),
        error_messages={"required": _("Say whether the sealed order gives it so")},
    )  # fmt: skip
    directs = forms.MultipleChoiceField(
        label=_("What does the order direct?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    report_on = DateBoxesField(
        label=_("By which day does the order want the report?"), required=False,
        help_text=_("Leave it empty where it gives no day: the report is then due on the last day."),
    )  # fmt: skip
    arrangements_from = DateBoxesField(
        label=_("From which day is the section 8 order beside it in force?"), required=False,
        help_text=_("Leave it empty where there is none."),
    )  # fmt: skip
    arrangements_to = DateBoxesField(
        label=_("To which day, if it says one?"), required=False
    )  # fmt: skip
    arrangements_say_time = YesNoField(
        label=_("Does it say with whom or when the child spends time?"), asked=Asked.IS, required=False,
        unknown=_("There is none, or it does not say"),
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, adults: Named, children: Named, is_made: bool,
        of_all: Sequence[str], arrangements: Sequence[OrderOnFile], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.adults = adults
        self.offer_orders("arrangements_from", _("Which section 8 order is beside it?"), arrangements)
        for pk, name in adults:
            self.fields[f"standing-{pk}"] = forms.ChoiceField(
                label=name, required=False, initial="",
            )  # fmt: skip
            standings = self.in_words("family_standing", ADULT_STANDINGS)
            self.offer(f"standing-{pk}", standings, none=_("Not named in the order"))
        if len(children) > 1:
            self.fields["about"] = forms.TypedMultipleChoiceField(
                label=_("Which children is the order about?"), coerce=int, choices=list(children),
                widget=forms.CheckboxSelectMultiple,
                error_messages={"required": _("Select each child whom the order is about")},
            )  # fmt: skip
        self.fields["children"] = forms.TypedMultipleChoiceField(
            label=_("Which children does it name?"), coerce=int, required=False, choices=list(children),
            widget=forms.CheckboxSelectMultiple,
        )  # fmt: skip
        named = {slug: body.place.said(self.language) for slug, body in bodies("local_authority").items()}
        self.offer("supplier", self.in_words("family_supplier", SUPPLIERS))
        by_name = sorted(named.items(), key=lambda it: it[1])
        self.offer("authority", by_name, none=_("No local authority"))
        bases = self.in_words("family_authority_basis", BASES)
        self.offer("authority_basis", bases, none=_("No ground"))
        self.offer("directs", self._directable(of_all))
        if not is_made:
            for name in ("as_sealed", "directs", "report_on", "ends_on"):
                del self.fields[name]

    def _directable(self, of_all: Sequence[str]) -> list[tuple[str, str]]:
        """What an order directs of the officer, and of each adult; of all whom it names where that is how it
        stands (`of_all`)."""
        said = {one: self.said(f"direction.family_assistance_{one}") for one in (*DIRECTS, *PEOPLE)}
        everybody = gettext("everybody whom the order names")
        found = [(one, said[one]) for one in DIRECTS]
        for kind in PEOPLE:
            found += [(kind, f"{said[kind]}: {everybody}")] if kind in of_all else []
            found += [(f"{kind}-{pk}", f"{said[kind]}: {name}") for pk, name in self.adults]
        return found

    def clean(self) -> dict[str, Any]:
        """An authority has a name and a ground; of children the order names whom it is about; what the order
        beside it is read to say of its last day need not be said again."""
        given = super().clean() or self.cleaned_data
        beside = self.chosen("arrangements_from")
        if beside is not None and not given.get("arrangements_to") and "arrangements_to" not in self.errors:
            given["arrangements_to"] = beside.ends_on
        if given.get("about") and not set(given.get("children", ())) <= set(given["about"]):
            self.add_error("children", _("The order can name only a child whom it is about"))
        if given.get("supplier") == "authority":
            if not given.get("authority"):
                self.add_error("authority", _("Choose the local authority"))
            if not given.get("authority_basis"):
                self.add_error("authority_basis", _("Choose the ground"))
        return given

    @property
    def standings(self) -> list[tuple[int, str]]:
        """Each adult who is named, and what they are to the child."""
        given = ((pk, str(self.cleaned_data.get(f"standing-{pk}") or "")) for pk, _name in self.adults)
        return [(pk, standing) for pk, standing in given if standing]

    def asked(self) -> list[BoundField]:
        """The question about each adult, for the page."""
        return [self[f"standing-{pk}"] for pk, _name in self.adults]
