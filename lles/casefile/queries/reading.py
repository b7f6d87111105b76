"""What one reader of a document must not learn from it, and what may tell them where somebody lives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from lles.casefile import locations
from lles.casefile.models import Case, Officer
from lles.casefile.once import once
from lles.casefile.queries.named_bodies import names_of_bodies, naming_in
from lles.casefile.queries.naming import Naming
from lles.casefile.queries.telling import names_of
from lles.casefile.rules.confidentiality import Leak, Place, Search
from lles.casefile.rules.names_of_bodies import NamedBody, names_one
from lles.casefile.rules.parts_weighed import PartTold, parts_are_weighed
from lles.casefile.rules.readers import CHILD, PROVIDER
from lles.casefile.timeline import reader_in_words
from lles.law.bilingual import Text
from lles.law.findings import Finding

PART = "part"
EVERYBODY = "court"  # the reader who owns no detail, and is told of everybody


class Reading:
    """What stands in a document for one reader; the store is asked at the first text."""

    def __init__(self, case: Case, reader: str, of_case: "Readings | None" = None) -> None:
        self._case, self._reader, self._of_case = case, reader, of_case or readings_of(case)

    @cached_property
    def _owner(self) -> str:
        return owner_key(self._case, self._reader)

    @cached_property
    def _search(self) -> Search:
        kept = self._of_case.kept
        also = names_of_bodies(self._of_case.naming.shown_to(self._owner))
        held = locations.held_by(self._case, self._owner, kept, also, self._of_case.names)
        return Search(locations.protected_among(kept, self._owner), held)

    @cached_property
    def _hidden(self) -> frozenset[NamedBody]:
        return self._of_case.naming.hidden_from(self._owner) if self._reader != EVERYBODY else frozenset()

    def forbidden(self, places: Iterable[Place]) -> tuple[tuple[str, str], ...]:
        """Where something stands that this reader must not learn, and of what kind it is."""
        read = tuple(places)
        leaks = [(leak.place, str(leak.kind)) for leak in self._search.leaks(read)]
        return (*leaks, *((one.name, "body") for one in read if names_one(one.text, self._hidden)))

    def hints(self, places: Iterable[Place]) -> tuple[Leak, ...]:
        """What may tell this reader where somebody lives."""
        return self._search.hints(places)

    def findings(
        self, hints: Iterable[Leak], sections: Mapping[str, tuple[Text, str]] = MappingProxyType({})
    ) -> tuple[Finding, ...]:
        """The same as the rules weigh it (CONF-PART); of words, in which section each place is, and where on
        the page that is put right."""
        hints = tuple(hints)
        if not hints:
            return ()
        names = names_of(self._case)
        known = names.get(self._owner)
        reader = Text(en=known, cy=known) if known else reader_in_words(self._reader)
        told: dict[PartTold, dict[str, None]] = {}
        for one in hints:
            of_whom, section = names.get(owner_of(one), ""), sections.get(one.place, (None, ""))
            part = PartTold(reader, of_whom, str(one.kind), one.place, *section)
            told.setdefault(part, {})[mark_of(one)] = None
        return parts_are_weighed(tuple(replace(part, marks=tuple(marks)) for part, marks in told.items()))


class Readings:
    """What stands in the documents of one case for each of their readers, where several are read at once:
    what is the same for all is read once, and what one reader must not learn is worked out once."""

    def __init__(self, case: Case) -> None:
        self._case, self._readings = case, dict[str, Reading]()

    def is_of(self, case: Case) -> bool:
        """Whether this is the case of these readings."""
        return self._case.pk == case.pk

    def of(self, reader: str) -> Reading:
        """The reading for one reader."""
        if reader not in self._readings:
            self._readings[reader] = Reading(self._case, reader, self)
        return self._readings[reader]

    @cached_property
    def kept(self) -> tuple[locations.Kept, ...]:
        """Where the people of the case can be found."""
        return locations.of_case(self._case)

    @cached_property
    def naming(self) -> Naming:
        """Which bodies are told by name."""
        return naming_in(self._case, self.kept)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the people of the case."""
        return tuple(_names_in(self._case))


@once
def readings_of(case: Case) -> Readings:
    """The readings of a case, the same ones as long as nothing is written."""
    return Readings(case)


@dataclass(frozen=True)
class Words:
    """Words of a document before it is set: they stand on no page yet."""

    text: str
    name: str = ""


def owner_key(case: Case, reader: str) -> str:
    """The name under which the store of locations knows a reader. The court owns no detail, and neither does
    a child: what a child holds in the hand, the adults around the child read. A provider owns none either."""
    if reader in (EVERYBODY, PROVIDER) or reader.startswith(CHILD):
        return EVERYBODY
    role, number = reader.rsplit("-", 1)
    party = case.parties.get(role=role, number=number)
    return f"party:{party.pk}"


def name_of_reader(case: Case, reader: str) -> str:
    """The name of a party who reads; empty for the court, a body or a child."""
    owner = owner_key(case, reader)
    return names_of(case).get(owner, "") if owner != EVERYBODY else ""


def mark_of(leak: Leak) -> str:
    """A part by its keyed mark, which tells nobody what it is."""
    return locations.mark(PART, leak.part)[:16]


def owner_of(leak: Leak) -> str:
    """Whose place it is, also where it is known through a lawyer."""
    return leak.owner.removesuffix(":lawyer")


def _names_in(case: Case) -> tuple[str, ...]:
    """The names of the people of a case and of whoever worked on it: a person is no place."""
    people = [party.name for party in case.parties.all()] + [child.name for child in case.children.all()]
    officers = Officer.objects.filter(entry__case=case).distinct().values_list("name", flat=True)
    return tuple(name for name in (*people, *officers) if name)
