"""Filing by hand, now or before something became protected, and what a person saw at the court's side."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm
from lles.casefile.forms.fields import Asked, YesNoField
from lles.casefile.forms.serving import PastMomentForm, what_was_done
from lles.casefile.timeline import word
from lles.law.bilingual import opening

WAYS = ("court_portal", "secure_email", "handed_in", "post")


class ByHandForm(PastMomentForm):
    """By which way and when a person filed the sealed document, and whether every language went with it."""

    field_order: tuple[str, ...] = ("way", "on", "clock", "together")
    way = forms.ChoiceField(label=_("How did you file it?"), widget=forms.RadioSelect)
    together = forms.BooleanField(
        label=_("I filed the version in the other language with it"), required=False
    )

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        has_others: bool,
        stopped_at: datetime | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, **kwargs)
        self.stopped_at = stopped_at
        if not has_others:
            del self.fields["together"]
        way = self.fields["way"]
        assert isinstance(way, forms.ChoiceField)
        way.choices = [(name, opening(word(f"way.{name}").said(self.language))) for name in WAYS]


class FiledBeforeForm(ByHandForm):
    """The same of a document that had left before something in it became protected, and what was done."""

    field_order = ("way", "on", "clock", "together", "done")
    done = what_was_done()

    def clean(self) -> dict[str, Any]:
        """What our gate had stopped did not leave before."""
        given = super().clean()
        if self.stopped_at and given.get("on") and given.get("clock") and self.moment > self.stopped_at:
            self.add_error("clock", _("The time cannot be later than when our own gate stopped it"))
        return given


class WithdrawForm(ChangeForm):
    """Why a document that may not leave does not go to the court."""

    why = forms.CharField(
        label=_("Why does it not go to the court, and how is the court told instead?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Say why it does not go to the court, and how the court is told instead")
        },
    )


class TakeBackForm(ChangeForm):
    """Why a document that has not left yet is taken back."""

    why = forms.CharField(
        label=_("Why does it not go to the court?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why it does not go to the court")},
    )


class LookForm(ChangeForm):
    """Whether the document is at the court."""

    is_there = YesNoField(label=_("Is the document at the court?"), asked=Asked.IS)
