"""Forms whose choices have their words in the table of words; and the words of a report, box by box."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.forms.people import LANGUAGES, DatedForm
from lles.casefile.queries.reports import TypedWords
from lles.casefile.timeline import word

MOST = 6000


class WordedForm(DatedForm):
    """A form that gives its choices their words: the name of each field with the group of its words and its
    codes."""

    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {}

    def __init__(self, data: Mapping[str, Any] | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        for name, (group, codes) in self.worded.items():
            if name in self.fields:
                self.offer(name, self.in_words(group, codes))

    def offer(self, name: str, choices: Sequence[tuple[str, str]], none: Any = None) -> None:
        """Gives a field its choices, with one for none of them where that is said."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [*([("", none)] if none is not None else []), *choices]

    def in_words(self, group: str, codes: Sequence[str]) -> list[tuple[str, str]]:
        """Codes with their words."""
        return [(code, self.said(f"{group}.{code}")) for code in codes]

    def said(self, name: str) -> str:
        """A word as a choice begins."""
        said = word(name).said(self.language)
        return said[:1].upper() + said[1:]


def language_field() -> forms.ChoiceField:
    """In which language something is written."""
    return forms.ChoiceField(
        label=_("In which language is that written?"), choices=LANGUAGES, widget=forms.RadioSelect
    )


class ReportForm(ChangeForm):
    """The words of a report: one box for each thing it says."""

    language_of_words = language_field()

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, group: str, boxes: Sequence[str],
        needed: Sequence[str] = (), today: date | None = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(data, **kwargs)
        self.boxes, self.needed, self.today = boxes, needed, today
        last = self.fields.pop("language_of_words")
        for name in boxes:
            label = word(f"{group}.{name}").said(self.language)
            self.fields[f"words-{name}"] = Prose(label=label[:1].upper() + label[1:], most=MOST, rows=4)
        self.fields["language_of_words"] = last
        self.ask_in_the_other()

    def ask_in_the_other(self) -> None:
        """A box for the same in the other language beside each, which may stay empty."""
        for name in self.boxes:
            first = self.fields[f"words-{name}"]
            self.fields[f"other-{name}"] = Prose(
                label=_("In the other language: %(box)s") % {"box": first.label}, most=MOST, rows=3
            )

    def clean(self) -> dict[str, Any]:
        """What the report cannot do without is written."""
        given = super().clean() or self.cleaned_data
        for name in self.needed:
            if not given.get(f"words-{name}") and f"words-{name}" not in self.errors:
                self.add_error(f"words-{name}", _("Write this, in a few words"))
        return given

    @property
    def in_other(self) -> list[BoundField]:
        """The boxes for the same in the other language, for a page that draws them by themselves."""
        return [self[f"other-{name}"] for name in self.boxes]

    @property
    def in_first(self) -> list[BoundField]:
        """All else that the page asks by itself."""
        others = [*self.in_other, *self.reason_fields]
        return [one for one in self if one not in others]

    @property
    def says_other(self) -> bool:
        """Whether something stands in the other language, or is wrong with it."""
        return any(one.value() or one.errors for one in self.in_other)

    @property
    def typed(self) -> TypedWords:
        """What was written, also where the form is not finished."""
        other = {name: str(self.cleaned_data.get(f"other-{name}", "") or "") for name in self.boxes}
        return TypedWords(self.said, self.written_in, other)

    @property
    def said(self) -> dict[str, str]:
        """What was written, by the name of its box, also where the form is not finished."""
        return {name: str(self.cleaned_data.get(f"words-{name}", "") or "") for name in self.boxes}

    @property
    def written_in(self) -> str:
        """The language in which it was written."""
        return str(self.cleaned_data.get("language_of_words") or self.language)
