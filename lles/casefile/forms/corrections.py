"""What was keyed or sent of a person, to be put right: the form holds what stands on the file."""

from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from lles.casefile.forms.change import Prose
from lles.casefile.forms.names import is_a_name
from lles.casefile.forms.people import (
    CHILDHOOD,
    GENDERS,
    LANGUAGES,
    OLDEST,
    RELATIONS,
    ROLES,
    PastDayField,
)
from lles.casefile.forms.worded import WordedForm
from lles.casefile.models import Relation
from lles.casefile.rules.corrections import NAMES, NOT_SAID
from lles.casefile.timeline import word, word_or_code
from lles.law.bilingual import opening

KNOWN_FROM = ("document", "person", "court", "other")
KIND, NEW = "kind-", "new-"
NOT_KNOWN: tuple[str, Any] = (NOT_SAID, _("It is not known"))
LANGUAGE, SPOKEN = "language", "spoken"
ROLE_STAYS = _(
    "The role can no longer be changed here: meanwhile something was written in this case that names its"
    " readers by their role. The role stays as it is; everything else can still be recorded."
)
SAID_TWICE = _("That is held of the two already. Choose something else, or “None” where this line is wrong.")


def _name(label: Any, **more: Any) -> Prose:
    wide = forms.TextInput(attrs={"class": "govuk-input--width-20"})
    return Prose(label=label, most=200, widget=wide, validators=(is_a_name,), **more)


class PutRightForm(WordedForm):
    """Who somebody is, and from what that is known."""

    only_asks = True  # most of it may stay empty, and the pages say of what that is so
    role = forms.ChoiceField(label=_("What are they in the application?"), widget=forms.RadioSelect)
    first_name, last_name = _name(_("First names")), _name(_("Last name"))
    previous_name = _name(_("Former names"))
    born_on = PastDayField(
        label=_("Date of birth"), required=False, help_text=_("Leave it empty if it is not known.")
    )
    gender = forms.ChoiceField(
        label=_("Gender"), widget=forms.RadioSelect, required=False,
        choices=(*GENDERS, NOT_KNOWN),
    )  # fmt: skip
    spoken = forms.ChoiceField(
        label=_("Which language does the child use?"), widget=forms.RadioSelect, required=False,
        choices=(*LANGUAGES, (NOT_SAID, _("It is not known"))),
    )  # fmt: skip
    social_worker = _name(_("Social worker, if the child has one"))
    because = forms.ChoiceField(label=_("From what is this known?"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Say which document it was, or who said so and when"),
        help_text=_("Do not write an address or a telephone number here."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say from what this is known, in a few words")},
    )
    worded: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {
        "role": ("role", ROLES),
        "because": ("put_right_from", KNOWN_FROM),
    }

    def __init__(
        self,
        data: Mapping[str, Any] | None = None,
        *,
        fields: Sequence[str],
        relations: Sequence[Relation] = (),
        others: Sequence[tuple[int, str]] = (),
        is_child: bool = False,
        is_organisation: bool = False,
        differs: bool = False,
        role: str = "",
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(data, today=today, **kwargs)
        self.is_child, self.today, self.differs, self.stands_as = is_child, today, differs, role
        self.pairs: dict[int, dict[str, str]] = {}
        self.asked = tuple(SPOKEN if one == LANGUAGE else one for one in fields)
        for name in [one for one in self.fields if self._is_of_somebody_else(one)]:
            del self.fields[name]
        if is_organisation:
            self.fields["last_name"].label = _("Name of the organisation")
        self._offer_the_gender_that_stands()
        for one in relations:
            self._ask_what_they_are(f"{KIND}{one.pk}", one.child.name, one.kind)
            self.pairs.setdefault(one.child_id, {})[f"{KIND}{one.pk}"] = one.kind
        for child, name in others:
            self._ask_what_they_are(f"{NEW}{child}", name, "")
        self.order_fields(
            [*(one for one in self.fields if one not in ("because", "words")), "because", "words"]
        )
        self._take_as_it_stands_what_was_not_sent()

    def _is_of_somebody_else(self, name: str) -> bool:
        return name not in (*self.asked, "because", "words", "seen", "seen_entry")

    def _offer_the_gender_that_stands(self) -> None:
        stands = str(self.initial.get("gender", ""))
        if "gender" in self.fields and stands not in ("", NOT_SAID, *dict(GENDERS)):
            said = opening(word_or_code("gender", stands).said(self.language))
            self.offer("gender", [*GENDERS, (stands, said), NOT_KNOWN])

    def _take_as_it_stands_what_was_not_sent(self) -> None:
        """A box that a browser did not send says nothing, least of all that what stood in it is gone."""
        self.not_sent: set[str] = set()
        if not self.is_bound:
            return
        sent: Any = copy(self.data)
        for name in (one for one in self.fields if one in self.asked or one.startswith((KIND, NEW))):
            bound = self[name]
            if bound.field.widget.value_omitted_from_data(self.data, self.files, bound.html_name):
                sent[bound.html_name] = bound.initial or ""
                self.not_sent.add(name)
        self.data = sent

    def _ask_what_they_are(self, name: str, child: str, kind: str) -> None:
        known = dict.fromkeys((*RELATIONS, *([kind] if kind else [])))
        said = [(one, opening(word(f"relation.{one}").said(self.language))) for one in known]
        self.fields[name] = forms.ChoiceField(
            label=_("What are they to %(name)s?") % {"name": child},
            choices=[("", _("None, or it is not known")), *said],
            required=False,
            initial=kind,
        )

    def clean(self) -> dict[str, Any]:
        """Somebody has a name and a likely age, and something is put right, or decided."""
        given = super().clean() or self.cleaned_data
        names = [one for one in NAMES[:2] if one in self.asked]
        if not any(given.get(one) or one in self.errors for one in names):
            self.add_error(names[0], _("Enter at least one name"))
        born_on, most = given.get("born_on"), CHILDHOOD if self.is_child else OLDEST
        if born_on and self.today.year - born_on.year > most:
            self.add_error("born_on", _("Check the year of birth"))
        if "role" not in self.asked and self.data.get("role", self.stands_as) != self.stands_as:
            self.add_error(None, ROLE_STAYS)
        self._say_what_is_said_twice(given)
        if not self.errors and not self.differs and not self._something_is_other():
            self.add_error(None, _("Nothing here is other than it was. Change what is wrong, or cancel."))
        return given

    def _say_what_is_said_twice(self, given: Mapping[str, Any]) -> None:
        for stands in self.pairs.values():
            for name, before in stands.items():
                now = given.get(name)
                taken = {(given.get(one), kind) for one, kind in stands.items() if one != name}
                if now and now != before and any(now in one for one in taken):
                    self.add_error(name, SAID_TWICE)

    def _something_is_other(self) -> bool:
        return any(one not in ("because", "words", "seen", "seen_entry") for one in self.changed_data)

    def _is_said(self, name: str) -> bool:
        return name in self.cleaned_data and name not in self.not_sent

    @property
    def person(self) -> dict[str, Any]:
        """How each field is to stand."""
        said = {name: self.cleaned_data[name] for name in self.asked if self._is_said(name)}
        held = {LANGUAGE if name == SPOKEN else name: value for name, value in said.items()}
        return {name: "" if value == NOT_SAID else value for name, value in held.items()}

    def kinds(self, prefix: str) -> dict[int, str]:
        """What they are to a child: by the relation that stands, or by the child."""
        named = (name for name in self.fields if name.startswith(prefix))
        return {int(name.removeprefix(prefix)): self.cleaned_data[name] for name in named}
