"""For each adult: whether an introductory letter goes, or why none does."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.work.introductions.queries import Decided, Introduced
from lles.work.introductions.rules import AT_RISK, WITHOUT_NOTICE

GOES = "goes"
CHOICES = (
    (GOES, _("Yes: make the letter")),
    (AT_RISK, _("No: a letter would put someone at risk")),
    (WITHOUT_NOTICE, _("No: the application is without notice")),
)


class LettersForm(ChangeForm):
    """One question and one reason for each adult who has no letter yet."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, adults: Sequence[Introduced], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        self.adults = adults
        for one in adults:
            self.fields[f"goes-{one.party.pk}"] = forms.ChoiceField(
                label=_("Is it safe to write to %(name)s?") % {"name": one.party.name},
                choices=CHOICES, widget=forms.RadioSelect,
                error_messages={"required": _("Say whether it is safe to write to %(name)s")
                                % {"name": one.party.name}},
            )  # fmt: skip
            self.fields[f"because-{one.party.pk}"] = Prose(
                label=_("Why no letter goes to %(name)s, or why one may go after all")
                % {"name": one.party.name},
                most=2000,
            )

    def clean(self) -> dict[str, Any]:
        """No letter is kept back without a reason, and none that was kept back goes without one."""
        given = super().clean() or self.cleaned_data
        for one in self.adults:
            chosen, reason = given.get(f"goes-{one.party.pk}"), given.get(f"because-{one.party.pk}")
            if chosen and not reason and (chosen != GOES or one.ground):
                said = _("Write down the reason for %(name)s") % {"name": one.party.name}
                self.add_error(f"because-{one.party.pk}", said)
        return given

    @property
    def decided(self) -> tuple[Decided, ...]:
        """What was decided for each adult."""
        return tuple(self._decided(one) for one in self.adults)

    def _decided(self, one: Introduced) -> Decided:
        chosen = str(self.cleaned_data[f"goes-{one.party.pk}"])
        reason = str(self.cleaned_data[f"because-{one.party.pk}"])
        return Decided(one.party, "" if chosen == GOES else chosen, reason)

    def asked(self) -> list[tuple[Introduced, BoundField, BoundField]]:
        """Each adult with the question and the reason, for the page."""
        return [(one, self[f"goes-{one.party.pk}"], self[f"because-{one.party.pk}"]) for one in self.adults]
