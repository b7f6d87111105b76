"""What a monitoring order says, as somebody reads it out of the order; and what the court answered."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.court_answer import ANSWERS, CourtAnswerForm
from lles.casefile.forms.days_of_orders import DaysOfOrdersForm, OrderOnFile
from lles.casefile.forms.fields import Asked, DateBoxesField, YesNoField
from lles.casefile.forms.people import LANGUAGES, PastDayField
from lles.work.monitoring.rules import Limb, Unit

KINDS = ("time_with", "lives_at_different_times", "lives_with", "activity")
REPORTS = ("breach", "interim", "end")
WAYS = ("writing", "hearing")
MOST_ROWS = 20
NARROW = {"class": "govuk-input--width-2", "inputmode": "numeric"}


def _number(label: Any, help_text: Any, least: int, most: int, wrong: Any) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=least, max_value=most,
        widget=forms.TextInput(attrs=NARROW), help_text=help_text,
        error_messages={"invalid": wrong, "min_value": wrong, "max_value": wrong},
    )  # fmt: skip


class TermsForm(DaysOfOrdersForm):
    """What is monitored, of whom, how long, and what is reported."""

    starts_on = DateBoxesField(
        label=_("On which day does monitoring begin?"), required=False,
        help_text=_("Leave it empty where the order says no day: it then begins with the day of the order."),
    )  # fmt: skip
    months = _number(
        _("For how many months does the order say that it runs?"),
        _("Leave it empty where the order says no number of months."), 1, 60,
        _("Write a number of months from 1 to 60"),
    )  # fmt: skip
    ends_on = DateBoxesField(
        label=_("Which last day does the order state?"), required=False,
        help_text=_("Leave it empty where it states none. Without any period nothing can be monitored."),
    )  # fmt: skip
    as_sealed = YesNoField(
        label=_("Is all this as the sealed order gives it?"), asked=Asked.IS,
        help_text=_("What the court wrote is kept, also where the statute does not allow it."),
        error_messages={"required": _("Say whether the sealed order gives this")},
    )  # fmt: skip
    arrangements_on = PastDayField(
        label=_("On which day was the child arrangements order made or varied?"), required=False,
        help_text=_("Leave it empty where you do not know."),
    )  # fmt: skip
    proceedings_ended_on = PastDayField(
        label=_("On which day did the proceedings end?"), required=False,
        help_text=_("Leave it empty while they go on."),
    )  # fmt: skip
    by_consent = YesNoField(
        label=_("Is the child arrangements order one by consent?"), asked=Asked.IS, unknown=_("Not known"),
        error_messages={"required": _("Say whether it is by consent, or that you do not know")},
    )  # fmt: skip
    is_excepted = YesNoField(
        label=_("Is it an excepted order, which goes with adoption?"), asked=Asked.IS,
        error_messages={"required": _("Say whether it is an excepted order")},
    )  # fmt: skip
    steps = forms.TypedMultipleChoiceField(
        label=_("Whom does the order tell to take steps, so that you can monitor?"), coerce=int,
        required=False, widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    reports = forms.MultipleChoiceField(
        label=_("Which reports does the court ask for?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    report_unit = forms.ChoiceField(
        label=_("How soon does the order want the report on a breach?"), required=False, initial="",
        help_text=_("Where it does not say, the setting of the service gives the day."),
    )  # fmt: skip
    report_within = _number(
        _("How many days or working days does it give?"), "", 1, 60, _("Write a number from 1 to 60")
    )
    interim_on = DateBoxesField(
        label=_("By which day does the order want the interim report?"), required=False,
        help_text=_("Leave it empty where the order gives no day, and ask the court for one."),
    )  # fmt: skip
    end_on = DateBoxesField(
        label=_("By which day does the order want the report at the end?"), required=False,
        help_text=_("Leave it empty where it gives no day: the report is then due on the last day."),
    )  # fmt: skip
    report_way = forms.ChoiceField(
        label=_("In which way does the court want to be told?"), required=False, initial=""
    )
    asks = Prose(
        label=_("On which matters does the court ask for a report?"), most=5000, rows=3,
        help_text=_("In the words of the order. Everybody in the case reads this."),
    )  # fmt: skip
    language_of_words = forms.ChoiceField(
        label=_("In which language is the order written?"), choices=LANGUAGES, widget=forms.RadioSelect
    )

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, adults: Sequence[tuple[int, str]], rows: int,
        arrangements: Sequence[OrderOnFile], orders: Sequence[OrderOnFile], **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.adults = adults
        self.offer_orders("arrangements_on", _("Which child arrangements order is monitored?"), arrangements)
        self.offer_orders("proceedings_ended_on", _("By which order did the proceedings end?"), orders)
        sent = sum(f"words-{row}" in self.data for row in range(MOST_ROWS))
        self.rows = max(rows, sent)
        kinds = [("", _("Choose")), *self.in_words("monitoring_provision", KINDS)]
        for row in range(self.rows):
            self.fields[f"number-{row}"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
            self.fields[f"words-{row}"] = Prose(label=_("What does it say?"), most=3000)
            self.fields[f"kind-{row}"] = forms.ChoiceField(
                label=_("What is it about?"), required=False, initial="", choices=kinds
            )
        limbs = [("", _("Not monitored")), *self.in_words("monitoring_limb", [one.value for one in Limb])]
        for pk, name in adults:
            self.fields[f"limb-{pk}"] = forms.ChoiceField(
                label=name, required=False, initial="", choices=limbs
            )
        self.offer("steps", [(str(pk), name) for pk, name in adults])
        self.offer("reports", [(one, self.said(f"direction.monitoring_{one}_report")) for one in REPORTS])
        units = self.in_words("monitoring_unit", [one.value for one in Unit])
        self.offer("report_unit", units, none=_("It does not say"))
        self.offer("report_way", self.in_words("monitoring_way", WAYS), none=_("It does not say"))

    def clean(self) -> dict[str, Any]:
        """A provision says what it is about; who takes steps is monitored; a report has its own day."""
        given = super().clean() or self.cleaned_data
        for row in range(self.rows):
            has_words, has_kind = bool(given.get(f"words-{row}")), bool(given.get(f"kind-{row}"))
            if has_words and not has_kind:
                self.add_error(f"kind-{row}", _("Choose what the provision is about"))
            if has_kind and not has_words:
                self.add_error(f"words-{row}", _("Write what the provision says"))
        if any(not given.get(f"limb-{pk}") for pk in given.get("steps", ())):
            self.add_error("steps", _("Only somebody who is monitored can be told to take steps"))
        self._weigh_the_period(given)
        return given

    def _weigh_the_period(self, given: Mapping[str, Any]) -> None:
        """A period for the report on a breach is one of such a report, and has a number unless it is at
        once."""
        unit, is_counted = given.get("report_unit"), given.get("report_within") is not None
        if (unit or is_counted) and "breach" not in given.get("reports", ()):
            self.add_error("reports", _("Tick the report on non-compliance, or say no days for it"))
        elif is_counted and not unit:
            self.add_error("report_unit", _("Choose what the number counts"))
        elif is_counted and unit == Unit.AT_ONCE:
            self.add_error("report_within", _("Leave the number out where the order says at once"))
        elif unit and unit != Unit.AT_ONCE and not is_counted and "report_within" not in self.errors:
            self.add_error("report_within", _("Write a number from 1 to 60"))

    @property
    def provisions(self) -> list[tuple[str, str, int | None]]:
        """Each provision that is written: its kind, its words, and its number where it stood there before."""
        given = self.cleaned_data
        return [
            (str(given[f"kind-{row}"]), str(given[f"words-{row}"]), given[f"number-{row}"])
            for row in range(self.rows)
            if given[f"kind-{row}"] and given[f"words-{row}"]
        ]

    @property
    def limbs(self) -> list[tuple[int, str]]:
        """Each adult who is monitored, and by which limb."""
        given = ((pk, str(self.cleaned_data.get(f"limb-{pk}") or "")) for pk, _name in self.adults)
        return [(pk, limb) for pk, limb in given if limb]

    def provisions_asked(self) -> list[tuple[BoundField, ...]]:
        """The boxes of each provision, for the page, with the number it has."""
        names = ("number", "words", "kind")
        return [tuple(self[f"{name}-{row}"] for name in names) for row in range(self.rows)]

    def adults_asked(self) -> list[BoundField]:
        """The question about each adult, for the page."""
        return [self[f"limb-{pk}"] for pk, _name in self.adults]


class AnswerForm(CourtAnswerForm):
    """What the court decided on monitoring."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {"answer": ("monitoring_answer", ANSWERS)}
