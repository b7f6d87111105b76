"""A form whose choices have their words in the table of words."""

from collections.abc import Iterable, Sequence

from django import forms

from lles.casefile.forms.people import DatedForm
from lles.casefile.timeline import word

NARROW = {"class": "govuk-input--width-2", "inputmode": "numeric"}


class WordedForm(DatedForm):
    """A form that words its choices in the language of its reader."""

    def choose(self, name: str, choices: Iterable[tuple[str, object]]) -> None:
        """Gives a field its choices."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(choices)

    def worded(self, group: str, codes: Sequence[str]) -> list[tuple[str, str]]:
        """Codes with their words."""
        return [(code, self.said(f"{group}.{code}")) for code in codes]

    def said(self, name: str) -> str:
        """The words of a name, as a choice begins."""
        said = word(name).said(self.language)
        return said[:1].upper() + said[1:]
