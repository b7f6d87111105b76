"""What orders under section 8 hang on, as somebody records it: choices and days, and the words of an order
alone."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, DateBoxesField, YesNoField
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import WordedForm, language_field

STILL, ENDED, NOT = "still", "ended", "not"
SOURCES = ("order", "authority", "court", "application", "conversation", "check")
WAYS = ("served", "told")
CONDITION, NO_ORDER = "condition", "none"
KINDS = (CONDITION, "direction", "incidental")
TIES = ("named_in_the_order", "parent", "parental_responsibility", "child_lives_there")
Choices = Sequence[tuple[str, str]]


def source_field() -> forms.ChoiceField:
    """From where something is known."""
    return forms.ChoiceField(
        label=_("From where is it known?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose from where it is known")},
    )  # fmt: skip


class TimeForm(WordedForm):
    """A time that goes on, has ended, or never was."""

    def clean(self) -> dict[str, Any]:
        """What began has its first day; what ended its last one, not before the first; what never was has
        neither."""
        given = super().clean() or self.cleaned_data
        since, until, stands = given.get("since"), given.get("until"), given.get("stands")
        if stands in (STILL, ENDED) and since is None and "since" not in self.errors:
            self.add_error("since", _("Enter the first day"))
        if stands == ENDED and until is None and "until" not in self.errors:
            self.add_error("until", _("Enter the last day"))
        if stands == STILL and until is not None:
            self.add_error("until", _("Leave the last day empty, or choose that it has ended"))
        if stands == NOT and (since or until):
            self.add_error("since" if since else "until", _("Leave the days empty, or choose another answer"))
        if since and until and until < since:
            self.add_error("until", _("The last day must not be before the first"))
        return given


class CareForm(TimeForm):
    """Whether a child is in care."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        "stands": ("care_stands", (STILL, ENDED, NOT)), "source": ("section_8_source", SOURCES),
    }  # fmt: skip
    stands = forms.ChoiceField(
        label=_("Is the child in the care of a local authority?"), widget=forms.RadioSelect,
        help_text=_(
            "Under a care order, also an interim one. A child who is accommodated by agreement is not."
        ),
        error_messages={"required": _("Choose whether the child is in care")},
    )  # fmt: skip
    since = PastDayField(label=_("Since which day?"), required=False)
    until = PastDayField(
        label=_("If it has ended: until which day?"), required=False, help_text=_("The last day in care.")
    )
    source = source_field()


class FosteringForm(TimeForm):
    """Whether somebody is or was a foster parent of a child."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        "stands": ("fostering_stands", (STILL, ENDED, NOT)), "source": ("section_8_source", SOURCES),
    }  # fmt: skip
    party = forms.ChoiceField(
        label=_("Whom is it about?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose whom it is about")},
    )  # fmt: skip
    child = forms.ChoiceField(
        label=_("Which child?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose the child")},
    )  # fmt: skip
    stands = forms.ChoiceField(
        label=_("Are they a local authority foster parent of the child?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether they are a foster parent")},
    )  # fmt: skip
    since = PastDayField(label=_("Since which day?"), required=False)
    until = PastDayField(
        label=_("If it has ended: until which day?"), required=False,
        help_text=_("The last day on which they fostered the child."),
    )  # fmt: skip
    has_consent = YesNoField(
        label=_("Does the authority consent to the application?"), asked=Asked.IS, unknown=_("Not known"),
        required=False,
    )  # fmt: skip
    is_relative = YesNoField(
        label=_("Are they a relative of the child?"), asked=Asked.IS, unknown=_("Not known"), required=False,
    )  # fmt: skip
    lived_there_since = PastDayField(
        label=_("Since which day has the child lived with them?"), required=False,
        help_text=_("Leave it empty where nobody knows, or where the child does not live with them."),
    )  # fmt: skip
    source = source_field()

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, adults: Choices, children: Choices, **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.offer("party", adults)
        self.offer("child", children)


class TermsForm(WordedForm):
    """What an order under section 8 says; which types it makes only where its heading leaves that open."""

    types = forms.MultipleChoiceField(
        label=_("Which orders does it make?"), widget=forms.CheckboxSelectMultiple, required=False,
        help_text=_(
            "Its heading leaves it open. Choose every one that it makes; none where it does not say."
        ),
    )  # fmt: skip
    only_about_living = YesNoField(
        label=_("Is it about nothing but with whom the child is to live, and when?"), asked=Asked.IS,
        unknown=_("It does not say"),
    )  # fmt: skip
    is_final = YesNoField(
        label=_("Is it a final order, which disposes of the proceedings?"), asked=Asked.IS,
        unknown=_("It does not say"), required=False,
        help_text=_("An interim order, or one made while the proceedings go on, is none."),
    )  # fmt: skip
    varies = YesNoField(
        label=_("Is it made only to vary or discharge an earlier order?"), asked=Asked.IS,
        unknown=_("It does not say"),
    )  # fmt: skip
    ends_on = DateBoxesField(
        label=_("To which last day is it to run?"), required=False,
        help_text=_("Leave it empty where it names none."),
    )  # fmt: skip
    carries_notice = YesNoField(
        label=_("Is a warning notice attached to it?"), asked=Asked.IS, unknown=_("Not known"),
        help_text=_("The notice says what may follow where a child arrangements order is not complied with."),
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, types: Sequence[str], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        if types:
            self.offer("types", [(one, self.said(f"section_8_type.{one}")) for one in types])
        else:
            del self.fields["types"]


class BoundForm(WordedForm):
    """Somebody whom something of an order is about."""

    party = forms.ChoiceField(
        label=_("Whom is it about?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose whom it is about")},
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, adults: Choices, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.offer("party", adults)


class NoticeForm(BoundForm):
    """When somebody had the warning notice of an order."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"way": ("notice_way", WAYS)}
    way = forms.ChoiceField(
        label=_("In which way?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose the way")},
    )  # fmt: skip
    on = PastDayField(label=_("On which day?"))


class AttachedForm(BoundForm):
    """A condition of an order and whom it binds, a direction in it, or something incidental."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"kind": ("attached", KINDS)}
    kind = forms.ChoiceField(
        label=_("What is it?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what it is")},
    )  # fmt: skip
    ties = forms.MultipleChoiceField(
        label=_("What ties them to the order or to the child?"), widget=forms.CheckboxSelectMultiple,
        required=False, help_text=_("Leave it empty where nothing is known."),
    )  # fmt: skip
    paragraph = Prose(
        label=_("In which paragraph of the order does it stand?"), most=20, widget=forms.TextInput()
    )
    words = Prose(label=_("What does the order say?"), most=3000, rows=3)
    language_of_words = language_field()
    since = DateBoxesField(
        label=_("From which day?"), required=False, help_text=_("Leave it empty where the order names none.")
    )
    until = DateBoxesField(
        label=_("To which last day?"), required=False,
        help_text=_("Leave it empty where the order names none."),
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.offer("ties", [(code, self.said(f"condition_tie.{code}")) for code in TIES])
        self.fields["party"].required = self.data.get("kind") == CONDITION

    def clean(self) -> dict[str, Any]:
        """It does not end before it begins; what binds nobody says something, or where it stands."""
        given = super().clean() or self.cleaned_data
        says = given.get("words") or given.get("paragraph") or {"words", "paragraph"} & set(self.errors)
        if given.get("kind") not in (None, CONDITION) and not says:
            self.add_error("words", _("Write what the order says, or in which paragraph it stands"))
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", _("The last day must not be before the first"))
        return given


class DischargedForm(WordedForm):
    """Which later order discharges what is attached to one, or that none does."""

    order = forms.ChoiceField(
        label=_("By which order?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose the order, or that none discharges it")},
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, *, orders: Choices, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.offer("order", [*orders, (NO_ORDER, gettext("No order discharges it"))])
