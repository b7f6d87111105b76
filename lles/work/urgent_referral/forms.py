"""Danger as it was seen, whom it is told, and what they said."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.danger import BodiesForm, HarmForm, WhenForm
from lles.casefile.forms.fields import Asked, DateBoxesField, YesNoField
from lles.casefile.forms.people import LANGUAGES, DatedForm
from lles.casefile.forms.worded import WordedForm, language_field
from lles.work.urgent_referral.rules import BECAUSE, DECISIONS, OUTCOMES, PLACES, WAYS

Named = Sequence[tuple[int | str, str | Promise]]
WIDTH = forms.TextInput(attrs={"class": "govuk-input--width-20"})


class AtReceiptForm(ChangeForm):
    """Whether what came shows somebody in immediate danger."""

    in_danger = YesNoField(
        label=_("Is anybody in immediate danger?"),
        asked=Asked.IS_THERE,
        help_text=_("With a yes the clock runs from now, and the next page records the danger."),
        error_messages={"required": _("Say whether anybody is in immediate danger")},
    )


class DangerForm(HarmForm, BodiesForm):
    """A danger as somebody saw it."""

    field_order = (
        "learnt", "language_of_words", "party", "teller", "children", "harm", "children_safe", "adults_safe",
        "safety", "police", "local_authority", "on", "hour", "seen_in", "conversation",
    )  # fmt: skip
    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        **HarmForm.worded, "seen_in": ("seen_in", PLACES),
    }  # fmt: skip
    party = forms.TypedChoiceField(
        label=_("Who said it?"), coerce=int, empty_value=None, required=False, initial=""
    )
    teller = Prose(
        label=_("If it was somebody else: who?"), most=200, widget=WIDTH,
        help_text=_("For example: the school, a neighbour, the police."),
    )  # fmt: skip
    children = forms.TypedMultipleChoiceField(
        label=_("Which children are in danger?"), coerce=int, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose the children who are in danger")},
    )  # fmt: skip
    safety = Prose(
        label=_("What do you know of their safety now?"), most=5000, rows=3,
        help_text=_("For example: where the dangerous person may be, and who is with the children."),
    )  # fmt: skip
    seen_in = forms.ChoiceField(label=_("Where did you see the danger?"), widget=forms.RadioSelect)
    conversation = forms.TypedChoiceField(
        label=_("In which conversation?"), coerce=int, empty_value=None, required=False, initial=""
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        children: Named,
        adults: Named,
        conversations: Named,
        **kwargs: Any,
    ) -> None:
        words = _("In the words of the person who said it, as far as you can.")
        super().__init__(data, in_the_words=words, **kwargs)
        chosen: Mapping[str, Named] = {
            "children": list(children),
            "party": [("", _("Nobody of the family")), *adults],
            "conversation": [("", _("None that is recorded yet")), *conversations],
        }
        for name, choices in chosen.items():
            choice = self.fields[name]
            assert isinstance(choice, forms.ChoiceField)
            choice.choices = list(choices)
        if not conversations:
            del self.fields["conversation"]


class AnotherBodyForm(BodiesForm, DatedForm):
    """One more body to which a danger is referred."""


class WriteForm(ChangeForm):
    """What the body is told in writing beside what was seen: about which children it is, where nobody said
    so yet, and where people are, for a reason."""

    children = forms.TypedMultipleChoiceField(
        label=_("Which children are in danger?"), coerce=int, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose the children who are in danger")},
    )  # fmt: skip
    details = forms.MultipleChoiceField(
        label=_("Where can people be found?"), widget=forms.CheckboxSelectMultiple, required=False,
        initial=(),
        help_text=_("Choose only what they need to act. It is opened for this body alone."),
    )  # fmt: skip
    why = Prose(label=_("Why do they need it?"), most=2000, rows=3)
    why_language = forms.ChoiceField(
        label=_("In which language is that written?"), choices=LANGUAGES, widget=forms.RadioSelect
    )
    known_to = forms.TypedMultipleChoiceField(
        label=_("Which adults know of the referral?"), coerce=int, widget=forms.CheckboxSelectMultiple,
        required=False, initial=(),
        help_text=_("Tell nobody where that would raise the danger."),
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, details: Named, adults: Named, children: Named = (),
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        for name, choices in (("details", details), ("known_to", adults), ("children", children)):
            choice = self.fields[name]
            assert isinstance(choice, forms.ChoiceField)
            choice.choices = list(choices)
            if not choices:
                del self.fields[name]
        if not details:
            del self.fields["why"], self.fields["why_language"]


class SentForm(WhenForm):
    """How the referral in writing was sent."""

    field_order = ("way", "sent_to", "on", "hour")
    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"way": ("danger_way", WAYS)}
    way = forms.ChoiceField(label=_("How did you send it?"), widget=forms.RadioSelect)
    sent_to = forms.CharField(
        label=_("To whom?"), help_text=_("The name of the person, the team or the portal."), max_length=200,
        error_messages={"required": _("Enter to whom you sent it")},
    )  # fmt: skip


class AcknowledgedForm(WhenForm):
    """That the body has the referral."""

    field_order = ("reference", "on", "hour")
    reference = Prose(label=_("Their reference, if they gave one"), most=80, widget=WIDTH)


class ReplyForm(WhenForm):
    """What the body will do or has done."""

    field_order = ("decision", "by_day", "words", "language_of_words", "reference", "on", "hour")
    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"decision": ("danger_decision", DECISIONS)}
    decision = forms.ChoiceField(
        label=_("What will they do, or what have they done?"), widget=forms.RadioSelect
    )
    by_day = DateBoxesField(label=_("By which day, if they named one?"), required=False)
    words = Prose(label=_("What they said"), most=20_000, rows=4)
    language_of_words = language_field()
    reference = Prose(label=_("Their reference, if they gave one"), most=80, widget=WIDTH)


class SetAsideForm(WordedForm):
    """Why a body is not written to after all."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"because": ("danger_because", BECAUSE)}
    because = forms.ChoiceField(label=_("Why is it not needed?"), widget=forms.RadioSelect)


class CloseForm(WordedForm):
    """What came of a referral."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"outcome": ("danger_outcome", OUTCOMES)}
    outcome = forms.ChoiceField(label=_("What came of it?"), widget=forms.RadioSelect)
