"""Fields Django lacks: a day in three boxes, an hour as people write it, yes and no in Welsh."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

BOXES = ("day", "month", "year")
MONTHS = {
    name: number
    for names in (
        "january february march april may june july august september october november december",
        "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr",
    )
    for number, name in enumerate(names.split(), start=1)
}


@dataclass(frozen=True)
class Boxes:
    """What stands in the three boxes, as typed."""

    day: str = ""
    month: str = ""
    year: str = ""

    @classmethod
    def showing(cls, value: object) -> "Boxes":
        """The boxes filled with a day, or as they were."""
        if isinstance(value, date):
            return cls(str(value.day), str(value.month), str(value.year))
        return value if isinstance(value, cls) else cls()

    @property
    def empty(self) -> tuple[str, ...]:
        """Which boxes hold nothing."""
        return tuple(box for box in BOXES if not getattr(self, box))

    def as_day(self) -> date:
        """The day, or ValueError. A month may be written as a word in either language."""
        month = MONTHS.get(self.month.lower()) or int(self.month)
        if len(self.year) != 4:
            raise ValueError(self.year)
        return date(int(self.year), month, int(self.day))

    def as_typed(self) -> date | None:
        """The day, where what stands in the boxes is one."""
        try:
            return self.as_day()
        except ValueError:
            return None


class DateBoxesWidget(forms.Widget):
    """Three text boxes: day, month, year."""

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Boxes:
        return Boxes(*(str(data.get(f"{name}-{box}") or "").strip() for box in BOXES))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return all(f"{name}-{box}" not in data for box in BOXES)

    def wrong_boxes(self, bound: BoundField) -> tuple[str, ...]:
        """The boxes to mark as wrong: the empty ones, or all of them."""
        empty = Boxes.showing(bound.value()).empty
        return (empty or BOXES) if bound.errors else ()

    def wrong_box(self, bound: BoundField) -> str:
        """The first box to put right."""
        return next(iter(self.wrong_boxes(bound)), "day")


class DateBoxesField(forms.Field):
    """A day typed in three boxes."""

    widget = DateBoxesWidget
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Enter a date"),
        "day": _("Date must include a day"),
        "month": _("Date must include a month"),
        "year": _("Date must include a year"),
        "day month": _("Date must include a day and a month"),
        "day year": _("Date must include a day and a year"),
        "month year": _("Date must include a month and a year"),
        "invalid": _("Date must be a real date"),
    }

    def clean(self, value: Any) -> date | None:
        boxes = Boxes.showing(value)
        if boxes.empty == BOXES:
            self.validate(None)
            return None
        if boxes.empty:
            raise self._wrong(" ".join(boxes.empty))
        try:
            day = boxes.as_day()
        except ValueError:
            raise self._wrong("invalid") from None
        self.run_validators(day)
        return day

    def has_changed(self, initial: Any, data: Any) -> bool:
        return Boxes.showing(initial) != Boxes.showing(data)

    def _wrong(self, code: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code)


CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>am|pm|yb|yh)?", re.IGNORECASE)


class ClockField(forms.CharField):
    """A time of day as people write it: 9am, 9.30am, 14:15."""

    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Enter a time, like 9:30am or 2:15pm"),
        "invalid": _("Enter a time, like 9:30am or 2:15pm"),
    }

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values or isinstance(value, time):
            return value or None
        written = CLOCK.fullmatch(str(value).strip())
        if written is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        try:
            return time(
                _hour(int(written["hour"]), (written["half"] or "").lower()), int(written["minute"] or 0)
            )
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None

    def prepare_value(self, value: Any) -> Any:
        return hour_in_figures(value) if isinstance(value, time) else value


def hour_in_figures(value: time, *, to_the_second: bool = False) -> str:
    """An hour as the pages write it, all in figures: to the minute a box reads it again."""
    figures = f"{value:%M:%S}" if to_the_second else f"{value:%M}"
    return f"{value.hour % 12 or 12}:{figures}{'am' if value.hour < 12 else 'pm'}"


def _hour(hour: int, half: str) -> int:
    if half and not 1 <= hour <= 12:
        raise ValueError(hour)
    if half in ("pm", "yh"):
        return hour % 12 + 12
    return hour % 12 if half else hour


class Asked(Enum):
    """How a question begins. Welsh has no one yes and no: the answer repeats the verb of the question."""

    ARE_YOU = "are you"
    IS = "is"
    IS_THERE = "is there"
    DID = "did"
    WILL = "will"
    CAN_YOU = "can you"
    EMPHATIC = "emphatic"


ANSWERS: Mapping[Asked, tuple[str | Promise, str | Promise]] = {
    Asked.ARE_YOU: (pgettext_lazy("are you", "Yes"), pgettext_lazy("are you", "No")),
    Asked.IS: (pgettext_lazy("is", "Yes"), pgettext_lazy("is", "No")),
    Asked.IS_THERE: (pgettext_lazy("is there", "Yes"), pgettext_lazy("is there", "No")),
    Asked.DID: (pgettext_lazy("did", "Yes"), pgettext_lazy("did", "No")),
    Asked.WILL: (pgettext_lazy("will", "Yes"), pgettext_lazy("will", "No")),
    Asked.CAN_YOU: (pgettext_lazy("can you", "Yes"), pgettext_lazy("can you", "No")),
    Asked.EMPHATIC: (pgettext_lazy("emphatic", "Yes"), pgettext_lazy("emphatic", "No")),
}


class YesNoField(forms.TypedChoiceField):
    """A question with its own pair of answers: True, False, or None for "not known" where that is offered."""

    def __init__(self, *, asked: Asked, unknown: str | Promise | None = None, **kwargs: Any) -> None:
        yes, no = ANSWERS[asked]
        choices: list[tuple[str, str | Promise]] = [("yes", yes), ("no", no)]
        choices += [("unknown", unknown)] if unknown is not None else []
        kwargs.setdefault("widget", forms.RadioSelect)
        super().__init__(choices=choices, coerce={"yes": True, "no": False}.get, empty_value=None, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value
