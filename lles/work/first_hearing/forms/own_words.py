"""The boxes for the words of each adult who agrees, and for how those agreed who were not at the hearing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.timeline import word
from lles.law.bilingual import opening
from lles.work.first_hearing.rules.agreement import WAYS_TO_AGREE, OwnWords

if TYPE_CHECKING:
    from lles.casefile.models import Party

MOST = 5000


class OwnWordsForm(ChangeForm):
    """A form on which each adult has words of their own."""

    adults: Sequence[Party]

    def add_own_words(self, row: str = "") -> None:
        """A box for each adult, once or in each row."""
        for one in self.adults:
            name = {"name": one.name or _("without a name")}
            self.fields[f"own{row}-{one.pk}"] = Prose(
                label=_("In the words of %(name)s, where they put it otherwise") % name, most=MOST
            )

    def add_ways_to_agree(self) -> None:
        """How each adult agreed who was not there."""
        ways = [(way, opening(word(f"agreed_how.{way}").said(self.language))) for way in WAYS_TO_AGREE]
        for one in self.adults:
            name = {"name": one.name or _("without a name")}
            self.fields[f"how-{one.pk}"] = forms.ChoiceField(
                label=_("If %(name)s was not there: how did they agree?") % name, required=False, initial="",
                choices=[("", _("Choose")), *ways],
            )  # fmt: skip

    def own_fields(self, row: str = "") -> list[BoundField]:
        """The boxes of the words."""
        return [self[f"own{row}-{one.pk}"] for one in self.adults]

    def how_fields(self) -> list[BoundField]:
        """How each agreed."""
        return [self[f"how-{one.pk}"] for one in self.adults]

    def own_words(self, given: Mapping[str, Any], row: str = "") -> Iterator[OwnWords]:
        """What was typed or chosen of each adult, also where the form is not finished."""
        for one in self.adults:
            words, how = (str(given.get(name) or "") for name in (f"own{row}-{one.pk}", f"how-{one.pk}"))
            if words or how:
                yield OwnWords(one.pk, words, how)
