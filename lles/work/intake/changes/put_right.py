"""What an officer put right of a person stands where the court goes on saying something else."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from lles.casefile.changes.corrections import ask_about, hear_of_a_person
from lles.casefile.models import Case, Child, Party, Relation
from lles.casefile.queries.cases import search_form
from lles.casefile.queries.corrections import Whom, put_right_in, whom
from lles.casefile.rules.corrections import NAMES, RELATION, PutRight, as_text, from_text, says_something_new
from lles.casefile.timeline import Said
from lles.work.intake.changes.rows import Values


@dataclass(frozen=True)
class Stands:
    """What was put right in a case, and the lines of what the court says otherwise."""

    case: Case
    at: datetime
    put_right: Mapping[Whom, Mapping[str, PutRight]]
    lines: list[Said] = field(default_factory=list)

    def people(self, model: type[Child] | type[Party], rows: Mapping[str, Values]) -> dict[str, Values]:
        """What was said of people, without what an officer put right of them."""
        said = dict(rows)
        whoever = model.objects.filter(case=self.case, court_key__in=rows) if self.put_right else ()
        for person in whoever:
            if standing := self.put_right.get(whom(person)):
                said[person.court_key] = self._without(person, rows[person.court_key], standing)
        return said

    def _without(self, person: Child | Party, fields: Values, standing: Mapping[str, PutRight]) -> Values:
        texts = {name: as_text(name, value) for name, value in fields.items() if name in standing}
        self.lines.extend(hear_of_a_person(self.case, person, texts, standing, self.at))
        left = {name: value for name, value in fields.items() if name not in standing}
        if "role" in standing:
            left.pop("number", None)
        names = " ".join(str(left.get(name, getattr(person, name))) for name in NAMES)
        return left | {"search_name": search_form(names)}

    def keeps_out(self, relation: Relation) -> bool:
        """Whether somebody put right what these two are to each other, and this is not it."""
        standing = self.put_right.get((relation.party_id, relation.child_id), {}).get(RELATION)
        if standing is None:
            return False
        if says_something_new(relation.kind, standing):
            two, name = (relation.party_id, relation.child_id), relation.party.name
            self.lines.extend(ask_about(self.case, two, RELATION, relation.kind, name, self.at))
        return True


def what_stands(case: Case, at: datetime) -> Stands:
    """What officers put right in a case."""
    return Stands(case, at, put_right_in(case))


Knew = Mapping[Whom, Mapping[str, str]]
Person = TypeVar("Person", bound=Child | Party)


def as_before(person: Person, knew: Knew) -> Person:
    """A person as the court may still know them, before anything was put right."""
    if whom(person) not in knew:
        return person
    before = copy(person)
    for name, text in knew[whom(person)].items():
        setattr(before, name, from_text(name, text))
    before.search_name = search_form(f"{before.name} {before.previous_name}")
    return before
