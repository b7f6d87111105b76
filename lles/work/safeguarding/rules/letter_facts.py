"""Everything a safeguarding letter says, as frozen facts made for one reader.

Both languages are filled from the same facts. What a person wrote or said keeps the language it came in;
what an author wrote in both is told to each reader in the language of that reader's version.
A name that would point to a protected place is not in the facts at all: who makes them for a reader leaves
it out, and the letter then speaks of a police force or a local authority.
"""

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from lles.casefile.rules.check_answers import OF_ADULTS, AskedOf
from lles.law.bilingual import Language, Text
from lles.law.jurisdiction import Nation

Role = Literal["applicant", "respondent", "other"]


@dataclass(frozen=True)
class Typed:
    """Words as somebody wrote or said them, in their language; and the same in the other, where an author
    wrote them in both."""

    text: str
    language: Language
    other: str = ""

    def said(self, language: Language) -> "Typed":
        """The words in one language where they are there, else as they are."""
        is_there = language != self.language and self.other.strip()
        return Typed(self.other, language) if is_there else self


@dataclass(frozen=True)
class Service:
    """Who sends the letter: its name, and a telephone number that is open to everyone; never which office."""

    name: Text
    phone: str


@dataclass(frozen=True)
class Author:
    """Who made the letter, with the job title of that person."""

    name: str
    job_title: Text


@dataclass(frozen=True)
class FirstHearing:
    """The hearing the letter is made for; day or time may not be known yet."""

    kind: Text
    on: date | None = None
    at: time | None = None


@dataclass(frozen=True)
class ChildInLetter:
    """A child the application is about."""

    name: str
    born_on: date | None
    nation: Nation

    def age_on(self, day: date) -> int | None:
        """The age in whole years on a day, where the day of birth is known and not to come."""
        born = self.born_on
        if born is None or day < born:
            return None
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


@dataclass(frozen=True)
class Relationship:
    """What an adult is to one child: mother, grandparent."""

    kind: Text
    child: str


@dataclass(frozen=True)
class AdultInLetter:
    """An adult in the case."""

    name: str
    role: Role
    relationships: tuple[Relationship, ...] = ()


@dataclass(frozen=True)
class Basis:
    """Why there is a letter: who asked the court for what; the day of receipt where it is recorded, else
    of issue."""

    applicants: tuple[str, ...]
    orders: tuple[Text, ...]
    received_on: date | None = None
    issued_on: date | None = None


@dataclass(frozen=True)
class Told:
    """One thing an answer says: its closed word, when, about what and of which child, and the text as it was
    received where it may be passed on; the day on which it ended, if it did. What may not be passed on at
    all is not in the facts."""

    outcome: str
    when: Text | None = None
    subject: Typed | None = None
    child: str = ""
    passed_on: Typed | None = None
    ended: str = ""


@dataclass(frozen=True)
class Enquiry:
    """A question to the police or a local authority about one adult, or to somebody close to a child about
    that child, and its answer once there is one; the section in which it stands is that of who was asked.
    Where it was asked with details that were put right since, the answer may be about somebody else."""

    about: str
    asked_of: AskedOf
    body: Text | None = None
    asked_on: date | None = None
    expected_on: date | None = None
    answered_on: date | None = None
    told: tuple[Told, ...] = ()
    section: str = ""
    was_asked_otherwise: bool = False
    was_answered_anew: bool = False

    @property
    def is_out(self) -> bool:
        """True while no answer has come."""
        return self.answered_on is None

    @property
    def is_asked_again(self) -> bool:
        """Whether police or a local authority is asked anew with what was put right, and no answer came."""
        return self.was_asked_otherwise and not self.was_answered_anew and self.asked_of in OF_ADULTS

    @property
    def days_are_told(self) -> bool:
        """Whether the days are told: beside those of a body with a name they would tell who is unnamed."""
        return self.body is not None


@dataclass(frozen=True)
class Spoken:
    """The conversations with one adult, and the days on which nobody was reached.

    `key` tells two adults of one name apart; without it they share a place in the letter, so that nobody
    is given the words of another. `slug` is the part of the adult in the case; `raised_more` says that
    something was raised that this version does not hold, so that it does not say there was nothing.
    """

    adult: str
    reached_on: tuple[date, ...] = ()
    attempts: tuple[date, ...] = ()
    language: Text | None = None
    interpreter: Text | None = None
    key: str = ""
    slug: str = ""
    raised_more: bool = False


@dataclass(frozen=True)
class ConcernRaised:
    """What an adult said, as that person said it; deferred when it is for the hearing to deal with. Where
    it is kept from somebody's version, the court reads from whose and why. `interpreted` is the language in
    which it was said, where an interpreter said it to us and `words` are what we wrote down. `stands_in` is
    the paper that states it, where nobody said it to us; of an event `who`, `when` and whether a child saw or
    heard it. `rendering` is what an author makes of the words in the other language, beside them."""

    speaker: str
    words: Typed
    child: str = ""
    deferred: bool = False
    key: str = ""
    kept_from: tuple[str, ...] = ()
    harm: Typed | None = None
    interpreted: Text | None = None
    stands_in: Text | None = None
    who: Typed | None = None
    when: Typed | None = None
    child_present: bool | None = None
    rendering: Typed | None = None


@dataclass(frozen=True)
class Own:
    """What the officer adds in one section of the letter, in their own words."""

    section: str
    words: Typed


@dataclass(frozen=True)
class Source:
    """What a statement rests on: an answer about somebody, what somebody said, or a paper, and its day where
    that does not tell whom we asked."""

    kind: Literal["police", "local_authority", "close_to_child", "conversation", "paper"]
    about: str
    on: date | None
    body: Text | None = None


@dataclass(frozen=True)
class Analysis:
    """What the author concludes about safety, for one child or for all of them, and what that rests on."""

    text: Typed
    child: str = ""
    rests_on: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Advised:
    """One option open to the court, by its code: whether it is advised, what speaks for it and against."""

    code: str
    reason: Typed | None = None
    against: Typed | None = None
    advised: bool = True


@dataclass(frozen=True)
class Late:
    """Why the letter comes after its due day, in the words of its author."""

    due_on: date | None
    reason: Typed


@dataclass(frozen=True)
class WithheldFrom:
    """A party who is not given the letter because that would risk harm; only the court reads of it."""

    party: str
    reason: Typed


@dataclass(frozen=True)
class LetterFacts:
    """A safeguarding letter, in neither language yet. `reader` is a party by name, empty for the court."""

    service: Service
    court: Text
    court_number: str
    reference: str
    hearing: FirstHearing
    children: tuple[ChildInLetter, ...]
    adults: tuple[AdultInLetter, ...]
    basis: Basis
    author: Author
    made_on: date
    enquiries: tuple[Enquiry, ...] = ()
    conversations: tuple[Spoken, ...] = ()
    concerns: tuple[ConcernRaised, ...] = ()
    own: tuple[Own, ...] = ()
    analyses: tuple[Analysis, ...] = ()
    advice: tuple[Advised, ...] = ()
    next_steps: tuple[str, ...] = ()
    done: tuple[Text, ...] = ()
    earlier: tuple[Text, ...] = ()
    late: Late | None = None
    withheld: tuple[WithheldFrom, ...] = ()
    reader: str = ""
    draft: bool = False

    @property
    def is_for_the_court(self) -> bool:
        """True for the version that the court reads."""
        return not self.reader

    @property
    def nations(self) -> frozenset[Nation]:
        """The nations of the children."""
        return frozenset(child.nation for child in self.children)
