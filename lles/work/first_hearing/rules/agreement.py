"""What a draft of an agreement holds: each matter, what is agreed and what remains, and what each child has
said; and who reads which part of it."""

from dataclasses import dataclass

from lles.casefile.rules.letterhead import Letterhead
from lles.law.bilingual import Text

AGREED, PARTLY, NOT_AGREED = "agreed", "partly", "not_agreed"
STATES = (AGREED, PARTLY, NOT_AGREED)
NOT_HEARD = "not_heard"
KNOWN = ("told_me", "told_colleague", "adult_says", "other_paper", NOT_HEARD)


# how somebody agrees who is not at the hearing
WAYS_TO_AGREE = ("call", "writing", "lawyer", "in_person")


@dataclass(frozen=True)
class OwnWords:
    """How one adult, by their number, puts what is agreed, where they put it otherwise; and how they agreed,
    where they were not at the hearing."""

    party: int
    words: str = ""
    how: str = ""


@dataclass(frozen=True)
class AdultTold:
    """An adult who agreed, how if they were not there, and their own words, where they put it otherwise."""

    name: str
    how: Text | None
    words: str = ""


@dataclass(frozen=True)
class MatterTold:
    """One matter as the draft sets it out: about which children, how far it is agreed, in whose words, who
    puts it otherwise, and what remains."""

    matter: str
    children: tuple[str, ...]
    state: Text
    words: str
    whose: tuple[AdultTold, ...]
    otherwise: tuple[AdultTold, ...]
    remains: str


@dataclass(frozen=True)
class ChildTold:
    """What a child has said, and how that is known."""

    name: str
    said: str
    known: Text


@dataclass(frozen=True)
class AgreementFacts:
    """The draft for one reader: the court reads all of it, an adult neither what a child has said nor why it
    is safe to help together or apart."""

    head: Letterhead
    reader: str
    hearing: Text
    children: tuple[str, ...]
    adults: tuple[str, ...]
    way: Text | None
    why_safe: str
    matters: tuple[MatterTold, ...]
    children_said: tuple[ChildTold, ...]
    written_in: str
    draft: bool


@dataclass(frozen=True)
class Matter:
    """One matter as it was typed: children and those whose words they are by their numbers."""

    matter: str
    state: str
    words: str = ""
    remains: str = ""
    children: tuple[int, ...] = ()
    whose: tuple[int, ...] = ()
    own: tuple[OwnWords, ...] = ()

    @property
    def agreed_by(self) -> tuple[int, ...]:
        """Whoever agreed, in the words of all or in their own."""
        return tuple(dict.fromkeys((*self.whose, *(one.party for one in self.own if one.words))))


@dataclass(frozen=True)
class ChildSaid:
    """What one child has said, by the child's number, and how that is known."""

    child: int
    known: str
    said: str = ""


@dataclass(frozen=True)
class Helped:
    """How the officer helped the parties, why that is safe, each matter, and what each child has said."""

    way: str
    why_safe: str
    language: str
    matters: tuple[Matter, ...] = ()
    children_said: tuple[ChildSaid, ...] = ()
