"""The page on which what was keyed or sent of a person is put right."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from lles.casefile.changes.corrections import Given, put_right
from lles.casefile.forms.corrections import KIND, LANGUAGE, NEW, SPOKEN, PutRightForm
from lles.casefile.queries.corrections import (
    differences_in,
    field_in_words,
    fields_of,
    history_of,
    in_words,
    relations_of,
    role_is_written_of,
)
from lles.casefile.queries.of_case import party_of
from lles.casefile.rules.corrections import NOT_SAID, as_text
from lles.casefile.views.changing import ChangeView
from lles.casefile.views.whereabouts import OfOnePerson

if TYPE_CHECKING:
    from lles.casefile.forms.change import ChangeForm
    from lles.casefile.models import Party, Relation
    from lles.casefile.queries.corrections import Difference


class PutRight(OfOnePerson, ChangeView):
    """Names, day of birth and what else is held of a person, as it should have been from the start."""

    leads_to = "casefile:people"
    template = "casefile/put_right.html"
    form_class = PutRightForm

    def heading(self) -> str:
        return _("Put right what is held of %(name)s") % {"name": self.person.name}

    def press(self) -> str:
        return _("Record how it is")

    @cached_property
    def party(self) -> Party | None:
        """The adult or the body it is about; None where it is about a child."""
        return party_of(self.case, self.person.pk) if self.owner.startswith("party:") else None

    @cached_property
    def differences(self) -> list[Difference]:
        """What the court says otherwise of this person."""
        return [one for one in differences_in(self.case) if one.owner == self.kwargs["who"]]

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """What an adult is to each child, as it stands."""
        return tuple(relations_of(self.case, self.party)) if self.party else ()

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The fields that can be put right now."""
        names = fields_of(self.person)
        return tuple(one for one in names if one != "role" or not role_is_written_of(self.case))

    def initial(self) -> dict[str, Any]:
        held = {name: getattr(self.person, name) for name in self.asked}
        for name in held.keys() & {"gender", LANGUAGE}:
            held[name] = as_text(name, held[name]) or NOT_SAID
        return {SPOKEN if name == LANGUAGE else name: value for name, value in held.items()}

    def choices(self) -> dict[str, Any]:
        related = {one.child_id for one in self.relations}
        is_body = self.party is not None and self.party.is_organisation
        children = self.case.children.all() if self.party and not is_body else ()
        return {
            "fields": self.asked, "today": self.today, "is_child": self.party is None,
            "is_organisation": is_body, "differs": bool(self.differences), "relations": self.relations,
            "role": self.party.role if self.party else "",
            "others": [(one.pk, one.name) for one in children if one.pk not in related],
        }  # fmt: skip

    def form(self, data: Any = None, initial: dict[str, Any] | None = None) -> ChangeForm:
        """The form knows what stands also where it comes back, to tell what is other than it was."""
        return super().form(data, {**self.initial(), **(initial or {})})

    def context(self, form: ChangeForm) -> dict[str, Any]:
        return {
            "differences": self.differences,
            "history": history_of(self.case, self.person),
            "field_in_words": field_in_words,
            "in_words": in_words,
            "asks_role": "role" in self.asked or self.party is None,
        }

    def change(self, form: ChangeForm) -> None:
        assert isinstance(form, PutRightForm)
        said = form.cleaned_data
        given = Given(form.person, said["because"], said["words"], form.kinds(KIND), form.kinds(NEW))
        put_right(**self.passed(form), person=self.person, given=given)
