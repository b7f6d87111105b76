"""What was done under the order, and what a visit or a conversation was."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.people import LANGUAGES, PastDayField
from lles.casefile.forms.worded import WordedForm, language_field
from lles.work.family_assistance.queries.visits import OnFile

WORK_KINDS = (
    "visit", "conversation", "going", "done", "left", "review", "referred", "reported", "risk", "assessed",
    "address", "outcome",
)  # fmt: skip
OF_MEETING = ("visit", "conversation")
PLACES = ("home", "office", "school", "court", "telephone", "video", "elsewhere")
ASKS = ("vary", "discharge", "end_order", "progress", "more_time")
OF_ONE = ("going", "done", "left", "outcome")  # what is recorded of one step, or of one issue
ELSEWHERE = "elsewhere"
Named = Sequence[tuple[str, str]]


class VisitFields(WordedForm):
    """What a visit or a conversation was: where in kind, never the address; who took part; what each of them
    said, in their own words."""

    people: Named = ()
    known: Sequence[OnFile] = ()

    def ask_of_a_visit(self, people: Named, known: Sequence[tuple[OnFile, str]]) -> None:
        """Asks of a visit or a conversation with these people, and whether it stands on the file."""
        self.people, self.known = people, [one for one, _label in known]
        if known:
            self.fields["known"] = forms.ChoiceField(
                label=_("If it stands on the file already: which one is it?"), required=False, initial="",
                help_text=_("Its day, and what was said there, are taken from the file."),
            )  # fmt: skip
            self.offer("known", [(one.key, label) for one, label in known], none=_("None of these"))
        self.fields["place"] = forms.ChoiceField(
            label=_("In what sort of place?"), required=False, initial="",
            help_text=_("Never write an address here."),
        )  # fmt: skip
        self.offer("place", self.in_words("family_place", PLACES), none=_("Choose"))
        self.fields["took_part"] = forms.MultipleChoiceField(
            label=_("Who took part?"), required=False, widget=forms.CheckboxSelectMultiple,
            choices=list(people),
        )  # fmt: skip
        self.fields["others"] = Prose(label=_("Who else was there?"), most=300, widget=forms.TextInput())
        for owner, name in people:
            said, box = {"name": name or _("without a name")}, owner.replace(":", "-")
            self.fields[f"said-{box}"] = Prose(
                label=_("What did %(name)s say, in their own words?") % said, most=10_000, rows=3
            )
            self.fields[f"spoken-{box}"] = forms.ChoiceField(
                label=_("In which language are the words of %(name)s written?") % said, required=False,
                initial="", choices=[("", _("Choose")), *LANGUAGES],
            )  # fmt: skip
        self.fields["saw"] = Prose(label=_("What did you see?"), most=10_000, rows=3)
        self.fields["follows"] = Prose(label=_("What follows from it?"), most=5000)
        self.fields["risk"] = Prose(
            label=_("If a risk was seen or told of: what is it?"), most=10_000,
            help_text=_("A task then asks for its assessment."),
        )  # fmt: skip

    @property
    def chosen(self) -> OnFile | None:
        """The conversation or meeting of the file that it is."""
        key = str(self.cleaned_data.get("known") or "")
        return next((one for one in self.known if one.key == key), None)

    @property
    def said_there(self) -> list[tuple[str, str, str]]:
        """What each person said: whose words, what, and in which language."""
        given = self.cleaned_data
        boxes = [(owner, owner.replace(":", "-")) for owner, _name in self.people]
        return [
            (owner, given[f"said-{box}"], given[f"spoken-{box}"])
            for owner, box in boxes
            if given[f"said-{box}"]
        ]

    def check_visit(self, given: Mapping[str, Any]) -> None:
        """A visit has somebody who took part, a sort of place and a day, where the file does not tell them;
        the words of a person have a language."""
        chosen, others = self.chosen, given.get("others")
        if chosen is None and not given.get("took_part") and not others:
            self.add_error("took_part", _("Tick who took part, or write who was there"))
        if chosen is None and not given.get("place"):
            self.add_error("place", _("Choose in what sort of place it was"))
        if chosen is None and not given.get("on") and "on" not in self.errors:
            self.add_error("on", _("Enter a date"))
        if chosen is not None and given.get("on") and given["on"] != chosen.on:
            self.add_error("on", _("The file has another day for it: leave the day empty"))
        for owner, _name in self.people:
            box = owner.replace(":", "-")
            if given.get(f"said-{box}") and not given.get(f"spoken-{box}"):
                self.add_error(f"spoken-{box}", _("Choose in which language the words are written"))
        there = {*(given.get("took_part") or ()), *([chosen.owner] if chosen else [])}
        for owner, _name in self.people:
            box = owner.replace(":", "-")
            if given.get(f"said-{box}") and owner not in there:
                self.add_error("took_part", _("Tick everybody whose words you write"))
                break

    def refuse_a_visit(self, given: Mapping[str, Any]) -> None:
        """What was written of a visit is not dropped where something else is recorded."""
        for name in self._names_of_a_visit():
            if given.get(name):
                said = _(
                    "This belongs to a visit or a conversation: record it as one of them, or empty it here"
                )
                self.add_error(name, said)

    def of_a_visit(self) -> list[BoundField]:
        """The boxes of a visit or a conversation, for the page."""
        return [self[name] for name in self._names_of_a_visit()]

    def _names_of_a_visit(self) -> list[str]:
        boxes = [owner.replace(":", "-") for owner, _name in self.people]
        said = [name for box in boxes for name in (f"said-{box}", f"spoken-{box}")]
        names = ("known", "place", "took_part", "others", *said, "saw", "follows", "risk")
        return [name for name in names if name in self.fields]


class WorkedForm(VisitFields):
    """What was done under the order."""

    only_asks = True  # what is needed hangs on what is recorded; no box says that it may stay empty
    kind = forms.ChoiceField(
        label=_("What do you record?"), widget=forms.RadioSelect,
        error_messages={"required": _("Choose what you record")},
    )  # fmt: skip
    number = forms.TypedChoiceField(
        label=_("Of which step or issue?"), coerce=str, empty_value="", required=False, initial=""
    )
    asks = forms.ChoiceField(
        label=_("If it goes back to the court: what do you ask?"), required=False, initial=""
    )
    report = forms.ChoiceField(
        label=_("If a report went to the court: which one?"), required=False, initial="",
        help_text=_("What the court is known to have already is not in the list."),
    )  # fmt: skip
    whose = forms.TypedChoiceField(
        label=_("If a new address was looked at: whose?"), coerce=int, empty_value=None, required=False,
        initial="",
    )  # fmt: skip
    on = PastDayField(label=_("On which day?"), required=False)
    words = Prose(
        label=_("What happened?"), most=20_000, rows=5,
        help_text=_(
            "What you write of a step or an issue is printed in the documents for the court; that of a"
            " review or a referral stands in the box of its document. An adult's copy tells it only where"
            " you tick it there."
        ),
    )  # fmt: skip
    language_of_words = language_field()

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, steps: Named, issues: Named,
        adults: Sequence[tuple[int, str]], reports: Named | None, is_made: bool, people: Named = (),
        known: Sequence[tuple[OnFile, str]] = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.offer("kind", self.in_words("family_work", WORK_KINDS if is_made else ("risk", "assessed")))
        self.offer("number", [*steps, *issues], none=_("None"))
        self.offer("whose", [(str(pk), name) for pk, name in adults], none=_("Nobody's"))
        self.offer("asks", self.in_words("family_asks", ASKS), none=_("Nothing"))
        if reports is None:
            del self.fields["report"]
        else:
            elsewhere = (ELSEWHERE, gettext("One that was not written here"))
            self.offer("report", [*reports, elsewhere], none=_("None"))
        if is_made:
            self.ask_of_a_visit(people, known)

    def clean(self) -> dict[str, Any]:
        """Progress is of a step, an outcome of an issue, an address of somebody; a referral asks something;
        each has words."""
        given = super().clean() or self.cleaned_data
        kind, number = given.get("kind"), str(given.get("number") or "")
        wanted = "issue" if kind == "outcome" else "step" if kind in OF_ONE else ""
        if wanted and not number.startswith(wanted):
            said = _("Choose the step") if wanted == "step" else _("Choose the issue")
            self.add_error("number", said)
        if kind == "referred" and not given.get("asks"):
            self.add_error("asks", _("Choose what you ask of the court"))
        if kind == "address" and not given.get("whose"):
            self.add_error("whose", _("Choose whose address was looked at"))
        if kind == "reported" and "report" in self.fields and not given.get("report"):
            self.add_error("report", _("Choose which report went to the court"))
        if kind in OF_MEETING:
            self._check_meeting(given)
        elif kind:
            self.refuse_a_visit(given)
            if not given.get("on") and "on" not in self.errors:
                self.add_error("on", _("Enter a date"))
        if kind and not given.get("words"):
            self.add_error("words", _("Write what happened"))
        return given

    def _check_meeting(self, given: Mapping[str, Any]) -> None:
        """A visit is of no step or issue: what was done of one is recorded by itself."""
        self.check_visit(given)
        if given.get("number"):
            said = _(
                "A visit or a conversation is of no step or issue: choose none, and record that by itself"
            )
            self.add_error("number", said)

    @property
    def day(self) -> date:
        """The day on which it was, as the file has it or as it was entered."""
        day: date = self.chosen.on if self.is_of_a_meeting and self.chosen else self.cleaned_data["on"]
        return day

    @property
    def is_of_a_meeting(self) -> bool:
        """Whether it is a visit or a conversation."""
        return self.cleaned_data["kind"] in OF_MEETING

    def first(self) -> list[BoundField]:
        """The boxes before those of a visit, for the page."""
        names = ("kind", "number", "asks", "report", "whose")
        return [self[name] for name in names if name in self.fields]

    @property
    def chosen_version(self) -> int | None:
        """The version of the report that went to the court, where it is one that was sealed here."""
        given = self.cleaned_data
        chosen = str(given.get("report") or "") if given["kind"] == "reported" else ""
        return int(chosen) if chosen.isdigit() else None

    @property
    def chosen_number(self) -> int | None:
        """The number of the step or issue, where what is recorded is of one."""
        if self.cleaned_data["kind"] not in OF_ONE:
            return None
        return int(str(self.cleaned_data["number"]).rpartition("-")[2])
