"""Forms of who sees a case: restricting it, naming who keeps sight, and shutting somebody out."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import ChangeForm, Prose
from lles.casefile.models import Exclusion, Officer
from lles.casefile.queries.restriction import people_named
from lles.casefile.timeline import word

MOST = 2000
SOMEBODY_ELSE = "else"
TOO_LONG = _("Use %(limit_value)s characters or fewer")


def _reason(label: Any, missing: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 4}),
        validators=[MaxLengthValidator(MOST, TOO_LONG)],
        error_messages={"required": missing},
    )


class ReasonForm(ChangeForm):
    """Why it ends."""

    reason = _reason(
        _("Why?"), _("Give the reason"), _("Only those who decide who sees the case can read it.")
    )


class RestrictForm(ChangeForm):
    """Why a case is restricted, and who keeps sight of it beside those who must."""

    reason = _reason(
        _("Why must the case be restricted?"),
        _("Give the reason why the case must be restricted"),
        _("Only those who decide who sees the case can read it."),
    )
    named = forms.MultipleChoiceField(
        label=_("Who else keeps sight of the case?"),
        help_text=_("For everybody who is not named it will be as if the case were not there."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, people: Sequence[Officer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["named"], people)
        if not people:
            del self.fields["named"]


class NameForm(ChangeForm):
    """Who else is to keep sight of a restricted case."""

    named = forms.ChoiceField(
        label=_("Who else is to see the case?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who else is to see the case")},
    )

    def __init__(self, *args: Any, people: Sequence[Officer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["named"], people)


class ShutOutForm(ChangeForm):
    """Who is shut out of a case, and what they have to do with the family."""

    person = forms.CharField(
        label=_("Who is to be shut out?"),
        help_text=_("Their name or user name."),
        validators=[MaxLengthValidator(200, TOO_LONG)],
        error_messages={"required": _("Write the name of the person who is to be shut out")},
    )
    relation = forms.ChoiceField(
        label=_("What have they to do with the case?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they have to do with the case")},
    )
    whom = forms.ChoiceField(
        label=_("Of whom?"),
        help_text=_("The person of the case whose relative, friend or neighbour they are, or who they are."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose of whom")},
    )
    words = Prose(
        label=_("In your words"),
        help_text=_("Only those who decide who sees the case can read it."),
        most=MOST,
        rows=4,
    )

    def __init__(self, *args: Any, of_case: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        said = [(one, word(f"relation_to_case.{one}").said(self.language)) for one in Exclusion.RELATIONS]
        relation = self.fields["relation"]
        assert isinstance(relation, forms.ChoiceField)
        relation.choices = said
        whom = self.fields["whom"]
        assert isinstance(whom, forms.ChoiceField)
        whom.choices = [*of_case, (SOMEBODY_ELSE, _("Somebody else, or nobody in particular"))]

    def clean(self) -> dict[str, Any]:
        """Whoever decides later has to read by whom somebody has to do with the case."""
        given = super().clean() or self.cleaned_data
        if given.get("whom") == SOMEBODY_ELSE and not given.get("words") and "words" not in self.errors:
            self.add_error("words", _("Write of whom, or what they have to do with the case"))
        return given

    def clean_person(self) -> Officer:
        """The one person of the service who is meant."""
        written = self.cleaned_data["person"]
        found = people_named(written)
        exact = [one for one in found if written in (one.name, one.account and one.account.username)]
        if len(exact) == 1:
            return exact[0]
        if not found:
            raise forms.ValidationError(_("Nobody here has that name: write it as they sign in"))
        if len(found) > 1:
            names = ", ".join(f"{one.name} ({one.account})" for one in found)
            raise forms.ValidationError(_("Several have that name: %(names)s"), params={"names": names})
        return found[0]


def _offer(field: forms.Field, people: Sequence[Officer]) -> None:
    assert isinstance(field, forms.ChoiceField)
    field.choices = [(str(one.pk), _shown(one)) for one in people]


def _shown(officer: Officer) -> str:
    return f"{officer.name} ({officer.account})"
