"""What a reader is quoted, without the name of a body that this reader is not told (SG-POINTER)."""

from collections.abc import Collection
from dataclasses import dataclass

from lles.casefile.rules.names_of_bodies import NamedBody, every_body, without_names
from lles.work.safeguarding.rules.letter_facts import Typed


@dataclass(frozen=True)
class Unnamed:
    """The bodies of which the name would tell one reader where a protected person lives, and those that this
    reader is told by name."""

    hidden: frozenset[NamedBody]
    shown: frozenset[NamedBody]

    def in_words(self, said: Typed) -> Typed:
        """What somebody said, without the names of the bodies that are hidden."""
        return _without(said, self.hidden)

    def in_answer(self, said: Typed, body: NamedBody) -> Typed:
        """What an unnamed body wrote: without its own name and place, and without the name of any other body
        that the reader is not told, for a neighbour points to it."""
        return _without(said, frozenset(every_body()) - self.shown | {body}, bare=(body,))


def _without(said: Typed, sought: Collection[NamedBody], bare: Collection[NamedBody] = ()) -> Typed:
    return Typed(without_names(said.text, sought, said.language, bare), said.language)
