"""The plan, who was told of it, and what was done."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.fields import Asked, DateBoxesField, YesNoField
from lles.casefile.forms.names import is_a_name
from lles.casefile.forms.people import PastDayField
from lles.casefile.forms.worded import WordedForm, language_field

KINDS = (
    "visit", "conversation", "meeting", "contact_help", "another_service", "by_family",
    "change_arrangements", "supervise_family_time", "life_story", "therapy",
)  # fmt: skip
SOURCES, ENDINGS = ("ordered", "agreed", "elsewhere"), ("report", "review")
MOST_ROWS = 40
Named = Sequence[tuple[str, str]]

STEP = ("action", "kind", "who", "source", "name")
StepRow = tuple[int, str, str, str, str, str, date | None, str]


class PlanForm(WordedForm):
    """The six parts of a plan, with a row for each issue and each step."""

    only_asks = True  # what a step needs hangs on whether it is written; no box says that it may stay empty
    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"ending": ("family_ending", ENDINGS)}
    checking = Prose(
        label=_("What holds for everybody when the officer checks progress?"),
        most=10_000,
        rows=3,
        help_text=_(
            "Below you say of each person in what way and how often. What you say of an adult stands in their"
            " copy alone, what you say of a child only in the copies for which you tick it."
        ),
    )
    meetings = Prose(label=_("When and where do people meet?"), most=10_000, rows=2)
    ending = forms.ChoiceField(
        label=_("What ends the plan?"), required=False, initial="", widget=forms.RadioSelect
    )
    review_on = DateBoxesField(
        label=_("On which day is the plan reviewed?"), required=False,
        help_text=_("Leave it empty for the middle of the order."),
    )  # fmt: skip
    back_to_court = Prose(label=_("When would the matter go back to the court?"), most=5000)
    language_of_words = language_field()
    complete = YesNoField(
        label=_("Is the plan complete, to be put to work?"), asked=Asked.IS,
        error_messages={"required": _("Say whether the plan is complete")},
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, people: Named, issues: Sequence[int],
        steps: Sequence[int], checked: Named = (), **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.checked = checked
        for owner, name in checked:
            known = {"name": name or _("without a name")}
            self.fields[f"way-{owner}"] = Prose(
                label=_("In what way does the officer check with %(name)s?") % known, most=1000
            )
            self.fields[f"frequency-{owner}"] = Prose(
                label=_("How often does the officer check with %(name)s?") % known, most=300,
                widget=forms.TextInput(),
            )  # fmt: skip
        self.issue_rows = self._rows("issue", issues, more="issue")
        self.step_rows = self._rows("action", steps, more="step")
        for row in self.issue_rows:
            self.fields[f"issue-{row}"] = Prose(label=_("Issue"), most=3000)
            self.fields[f"benefit-{row}"] = Prose(label=_("How does the child benefit?"), most=3000)
        kinds, sources = self.in_words("family_step", KINDS), self.in_words("family_source", SOURCES)
        for row in self.step_rows:
            self.fields[f"action-{row}"] = Prose(label=_("What is done?"), most=3000)
            for name, label, choices in (
                ("kind", _("What sort of work is it?"), kinds),
                ("who", _("Who does it?"), list(people)),
                ("source", _("Where does the aim come from?"), sources),
            ):
                self.fields[f"{name}-{row}"] = forms.ChoiceField(
                    label=label, required=False, initial="", choices=[("", _("Choose")), *choices]
                )
            self.fields[f"name-{row}"] = Prose(
                label=_("If somebody else does it, who is it?"),
                most=200,
                widget=forms.TextInput(),
                validators=[is_a_name],
            )
            self.fields[f"by-{row}"] = DateBoxesField(
                label=_("By which day is it done?"), required=False,
                help_text=_("Leave it empty where the step has no day, and say below how often it is done."),
            )  # fmt: skip
            self.fields[f"often-{row}"] = Prose(
                label=_("If it is done again and again: how often, and until when?"),
                most=300,
                widget=forms.TextInput(),
            )

    def _rows(self, name: str, known: Sequence[int], *, more: str) -> Sequence[int]:
        """The rows of the page, each one below the number of what stands in it: those that are known, those
        that were sent, and one more where it was asked for."""
        sent = (_row_of(name, box) for box in self.data)
        rows = sorted({number - 1 for number in known} | {row for row in sent if row is not None})
        wanted = self.data.get("more") == more and len(rows) < MOST_ROWS
        return [*rows, *([max(rows, default=-1) + 1] if wanted else [])]

    def clean(self) -> dict[str, Any]:
        """A step says what is done, of what sort it is, where its aim comes from, and who else does it."""
        given = super().clean() or self.cleaned_data
        for row in self.step_rows:
            if not given.get(f"action-{row}"):
                if given.get(f"by-{row}") or given.get(f"often-{row}"):
                    self.add_error(f"action-{row}", _("Write what is done, or empty the whole step"))
            else:
                if not given.get(f"kind-{row}"):
                    self.add_error(f"kind-{row}", _("Choose what sort of work it is"))
                if not given.get(f"source-{row}"):
                    self.add_error(f"source-{row}", _("Choose where the aim comes from"))
                if given.get(f"who-{row}") == "other" and not given.get(f"name-{row}"):
                    self.add_error(f"name-{row}", _("Write who does it"))
        for owner, _name in self.checked:
            for box, other, says in (
                ("way", "frequency", _("Write in what way")), ("frequency", "way", _("Write how often")),
            ):  # fmt: skip
                if given.get(f"{other}-{owner}") and not given.get(f"{box}-{owner}"):
                    self.add_error(f"{box}-{owner}", says)
        return given

    @property
    def checks(self) -> list[tuple[str, str, str]]:
        """With whom the officer checks, in what way and how often."""
        given = self.cleaned_data
        rows = [(who, given[f"way-{who}"], given[f"frequency-{who}"]) for who, _name in self.checked]
        return [(who.replace("-", ":"), way, often) for who, way, often in rows if way and often]

    def checks_asked(self) -> list[tuple[str, list[BoundField]]]:
        """The boxes of each person with their name, for the page."""
        return [(name, [self[f"{box}-{who}"] for box in ("way", "frequency")]) for who, name in self.checked]

    @property
    def issues(self) -> list[tuple[int, str, str]]:
        """Each issue that is written: its number, what it is, and its benefit."""
        given = self.cleaned_data
        rows = [(row + 1, given[f"issue-{row}"], given[f"benefit-{row}"]) for row in self.issue_rows]
        return [row for row in rows if any(row[1:])]

    @property
    def steps(self) -> list[StepRow]:
        """Each step that is written: its number, what, which kind, who, whence, the name of somebody else, by
        which day and how often."""
        given = self.cleaned_data
        found: list[StepRow] = []
        for row in self.step_rows:
            action, kind, who, source, name = (str(given[f"{box}-{row}"]) for box in STEP)
            name, when = name if who == "other" else "", (given[f"by-{row}"], given[f"often-{row}"])
            found += [(row + 1, action, kind, who, source, name, *when)] if action else []
        return found

    def issues_asked(self) -> list[tuple[int, list[BoundField]]]:
        """The boxes of each issue with its number, for the page."""
        return self._asked(self.issue_rows, ("issue", "benefit"))

    def steps_asked(self) -> list[tuple[int, list[BoundField]]]:
        """The boxes of each step with its number, for the page."""
        return self._asked(self.step_rows, ("action", "kind", "who", "name", "by", "often", "source"))

    def _asked(self, rows: Sequence[int], boxes: Sequence[str]) -> list[tuple[int, list[BoundField]]]:
        return [(row + 1, [self[f"{box}-{row}"] for box in boxes]) for row in rows]


def _row_of(name: str, box: str) -> int | None:
    """The row of a box that was sent, if it is one of that name."""
    head, _dash, row = box.rpartition("-")
    return int(row) if head == name and row.isascii() and row.isdigit() and len(row) <= 3 else None


class ToldForm(WordedForm):
    """That somebody was told of the plan, and their view."""

    on = PastDayField(label=_("On which day were they told?"))
    agrees = YesNoField(
        label=_("Is the plan agreed?"), asked=Asked.IS, required=False, unknown=_("They did not say")
    )
    words = Prose(label=_("What did they say?"), most=10_000, rows=3)
    language_of_words = language_field()
