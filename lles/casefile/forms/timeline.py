"""What somebody asks of the timeline of a case: an address that can be kept and opened again."""

from collections.abc import Mapping
from typing import Any, Self

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from lles.casefile import timeline
from lles.casefile.forms.fields import BOXES, DateBoxesField
from lles.casefile.forms.form import Form
from lles.casefile.queries.head import Head
from lles.casefile.queries.history import EVERYTHING, Wanted, Writers
from lles.law.bilingual import Language

DATES = ("since", "until")


class TimelineForm(Form):
    """Which lines are shown: of what kind, by whom, about whom, from which day to which."""

    only_asks = True  # nothing of it is an answer, so nothing is marked as optional

    kind = forms.MultipleChoiceField(
        label=_("What kind of event?"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
        error_messages={"invalid_choice": _("Choose kinds of event from the list")},
        required=False,
    )
    by = forms.ChoiceField(
        label=_("Who did it?"),
        error_messages={"invalid_choice": _("Choose who did it from the list")},
        required=False,
    )
    about = forms.ChoiceField(
        label=_("Who is named in it?"),
        error_messages={"invalid_choice": _("Choose who is named from the list")},
        required=False,
    )
    since = DateBoxesField(label=_("From which day?"), required=False)
    until = DateBoxesField(label=_("To which day?"), required=False)

    @classmethod
    def asked(cls, asked: QueryDict, *, head: Head, writers: Writers, language: Language) -> Self:
        """The form as the address of the page fills it; an address that asks for nothing leaves it empty."""
        names = {*cls.base_fields, *(f"{name}-{box}" for name in DATES for box in BOXES)}
        given = QueryDict(mutable=True)
        for name in names & asked.keys():
            given.setlist(name, [text.replace("\x00", "") for text in asked.getlist(name)])
        form = cls(given if given else None)
        form._offer(head, writers, language)
        return form

    def _offer(self, head: Head, writers: Writers, language: Language) -> None:
        kinds = [one for one in timeline.groups() if one != timeline.NOT_OF_A_CASE]
        groups = [(one, timeline.word(f"group.{one}").said(language)) for one in kinds]
        people = [("", _("Everybody")), *((str(pk), name) for pk, name in writers.people)]
        self.named = {f"child:{one.pk}": one.name for one in head.children}
        self.named |= {one.owner: one.name for one in head.parties}
        named = [(owner, name) for owner, name in self.named.items() if name]
        choices = {"kind": groups, "by": people, "about": [("", _("Everybody")), *named]}
        for name, offered in choices.items():
            self.fields[name].choices = offered  # type: ignore[attr-defined]  # the three are fields of choices

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error(
                "until", ValidationError(_("This day must be on or after the day from which you look"))
            )
        return cleaned

    def wanted(self) -> Wanted | None:
        """What is asked for; None where it is not understood."""
        if not self.is_bound:
            return EVERYTHING
        if not self.is_valid():
            return None
        held = self.cleaned_data
        by = held["by"]
        return Wanted(
            groups=tuple(held["kind"]),
            by=int(by) if by else None,
            names=self.named.get(held["about"], ""),
            since=held["since"],
            until=held["until"],
        )

    def typed(self) -> Mapping[str, list[str]]:
        """What fills the form, for the addresses of its other pages."""
        given = dict(self.data.lists()) if isinstance(self.data, QueryDict) else {}
        return {name: filled for name, texts in given.items() if (filled := [text for text in texts if text])}
