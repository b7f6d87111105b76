"""Recording a conversation: who, when, whether it was safe, and each concern in the speaker's own words."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.concerns import ConcernFields
from lles.casefile.forms.fields import Asked, ClockField, YesNoField
from lles.casefile.forms.names import is_a_name
from lles.casefile.forms.people import LANGUAGES, DatedForm, PastDayField
from lles.casefile.forms.whereabouts import wrong_place
from lles.casefile.locations import ADDRESS, EMAIL, PHONE
from lles.casefile.rules.places_typed import is_kept, place_typed
from lles.casefile.rules.spoken_languages import language_named
from lles.casefile.rules.whereabouts import Told

LONDON = ZoneInfo("Europe/London")
ANOTHER = "another"
LONGEST = 60  # the name of a language
OUTCOMES = (("spoke", _("We spoke")), ("not_safe_to_talk", _("It was not safe to talk, so the call ended")))
INVITATIONS = (
    ("accepted", _("Offered, and they want to come")),
    ("declined", _("Offered, and they do not want to come")),
    ("undecided", _("Offered, and they will think about it")),
    ("not_offered", _("Not offered")),
)
ON_THE_FILE = _("On the file: %(languages)s.")
ON_THE_FILE_ALONE = _(
    "On the file: %(languages)s. Where they spoke through an interpreter and you leave this empty, that is"
    " what is recorded."
)
KEEP, LEAVE = "keep", "leave"
KEPT = (KEEP, _("Keep it with their contact details, protected; a mark takes its place in these words"))
LEFT = (LEAVE, _("It says nothing of where they can be found: leave the words as they are"))


class SafeContactForm(ChangeForm):
    """How it is safe to reach an adult."""

    voicemail = YesNoField(
        label=_("Is it safe to leave a voicemail message?"), asked=Asked.IS, unknown=_("Not asked"),
        initial="unknown", required=False,
    )  # fmt: skip
    letters = YesNoField(
        label=_("Is it safe to send letters to their address?"), asked=Asked.IS, unknown=_("Not asked"),
        initial="unknown", required=False,
    )  # fmt: skip
    how = Prose(
        label=_("How is it safe to reach them?"),
        help_text=_(
            "For example: by text message, from 10am to noon, never while the children are there. Everybody"
            " who sees the case reads it; a number or an address is kept with the contact details."
        ),
        most=300,
    )
    keep = forms.ChoiceField(
        label=_("These words hold a number, an e-mail address or a place. Where does it belong?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Say where the number, e-mail address or place belongs")},
    )
    kept = Prose(
        label=_("What is kept with their contact details"),
        help_text=_(
            "One telephone number or e-mail address on each line. An address comes last, with its postcode,"
            " one line for each part."
        ),
        most=500, rows=4,
    )  # fmt: skip

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        found = place_typed(str(self.data.get("how", "")))
        if found and "kept" not in self.data:
            typed = MultiValueDict(self.data)
            typed["kept"] = "\n".join(found.lines)
            self.data = typed
        if found is None:
            del self.fields["keep"], self.fields["kept"]
            return
        choice = self.fields["keep"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [KEPT] if found.is_sure else [KEPT, LEFT]

    def clean(self) -> dict[str, Any]:
        """What is kept holds all that the words tell, each part of it as it is written."""
        given = super().clean() or self.cleaned_data
        if given.get("keep") == KEEP:
            wrong = (wrong_place(one.kind, "\n".join(one.lines)) for one in self.told())
            said = next(filter(None, wrong), None)
            if not given.get("kept"):
                said = _("Enter the address, number or e-mail address")
            elif not is_kept(given.get("how", ""), given["kept"]):
                said = _(
                    "Keep every number, e-mail address and postcode that stands in the words, or take it out"
                    " of them"
                )
            if said:
                self.add_error("kept", said)
        return given

    @property
    def told_a_place(self) -> bool:
        """Whether the words hold something that belongs with the contact details."""
        return "keep" in self.fields

    def told(self) -> tuple[Told, ...]:
        """Each number and e-mail address that is kept, and the address: protected, beside what is held."""
        if self.cleaned_data.get("keep") != KEEP:
            return ()
        found: dict[str, tuple[str, ...]] = {}
        lines = [line.strip() for line in self.cleaned_data.get("kept", "").splitlines() if line.strip()]
        for line in lines:
            kind = next((kind for kind in (PHONE, EMAIL) if not wrong_place(kind, line)), ADDRESS)
            found[f"{kind} {line}" if kind != ADDRESS else kind] = (*found.get(kind, ()), line)
        return tuple(Told(key.split(" ")[0], said, True, replaces=False) for key, said in found.items())


class CallForm(ChangeForm):
    """A call that nobody answered, and from which page it was recorded."""

    back = forms.CharField(required=False, widget=forms.HiddenInput)


class ConversationForm(DatedForm, SafeContactForm, ConcernFields):
    """A conversation with an adult."""

    rows = forms.CharField(required=False, widget=forms.HiddenInput)
    began_on = PastDayField(label=_("On which day?"))
    began_at = ClockField(
        label=_("When did it begin?"), help_text=_("For example 9:30am or 2:15pm"),
        widget=forms.TextInput(attrs={"class": "govuk-input--width-5"}),
    )  # fmt: skip
    identity_checked = forms.BooleanField(label=_("I checked who they are"), required=False)
    safe_to_talk = YesNoField(
        label=_("Did they say that it was safe to talk?"), asked=Asked.DID, unknown=_("Not asked")
    )
    company = YesNoField(
        label=_("Is anybody else there, or listening?"), asked=Asked.IS_THERE, unknown=_("Not asked"),
        initial="unknown", required=False,
    )  # fmt: skip
    spoken = forms.ChoiceField(
        label=_("In which language did they speak?"),
        choices=(*LANGUAGES, (ANOTHER, _("Another language, with an interpreter"))),
        widget=forms.RadioSelect,
    )  # fmt: skip
    interpreter = Prose(
        label=_("Language of the interpreter, if there was one"), most=LONGEST, validators=[is_a_name],
        widget=forms.TextInput(attrs={"class": "govuk-input--width-20"}),
    )  # fmt: skip
    outcome = forms.ChoiceField(label=_("What came of it?"), choices=OUTCOMES, widget=forms.RadioSelect)
    separate_meeting = forms.ChoiceField(
        label=_("Invitation to meet separately"),
        help_text=_("If risk is found. A meeting before the first hearing is there to clarify safety alone."),
        choices=INVITATIONS, widget=forms.RadioSelect, initial=(), required=False,
    )  # fmt: skip

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        today: date,
        now: datetime,
        children: Sequence[tuple[int, str]] = (),
        interpreters: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(data, today=today, **kwargs)
        self.interpreter_known = interpreters[0] if len(interpreters) == 1 else ""
        if interpreters:
            named = ", ".join(language_named(one).said(self.language) for one in interpreters)
            known = ON_THE_FILE_ALONE if self.interpreter_known else ON_THE_FILE
            self.fields["interpreter"].help_text = known % {"languages": named}
        self.children, self.now = children, now
        self.add_rows()

    def clean(self) -> dict[str, Any]:
        """An interpreter has a language, and no conversation begins later than now."""
        given = super().clean() or self.cleaned_data
        if given.get("spoken") == ANOTHER and "interpreter" not in self.errors:
            given["interpreter"] = given.get("interpreter") or self.interpreter_known
        if given.get("spoken") == ANOTHER and not given.get("interpreter"):
            self.add_error("interpreter", _("Write the language of the interpreter"))
        day, hour = given.get("began_on"), given.get("began_at")
        if day and hour and moment(day, hour) > self.now:
            self.add_error("began_at", _("The conversation cannot begin later than now"))
        return given

    @property
    def alone(self) -> bool | None:
        """Whether nobody else was there or listening; None where it was not asked."""
        company = self.cleaned_data.get("company")
        return None if company is None else not company

    @property
    def spoken_language(self) -> str:
        """The language of the conversation, empty where an interpreter was needed."""
        spoken = str(self.cleaned_data["spoken"])
        return "" if spoken == ANOTHER else spoken

    @property
    def began(self) -> datetime:
        """The moment at which the conversation began."""
        return moment(self.cleaned_data["began_on"], self.cleaned_data["began_at"])


def moment(day: date, hour: time) -> datetime:
    """A day and an hour in London."""
    return datetime.combine(day, hour, LONDON)
