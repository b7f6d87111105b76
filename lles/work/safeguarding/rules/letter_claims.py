"""A letter claims no more than the answers behind it: what its author typed, beside what the police said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lles.casefile.rules.written_claims import NOTHING_KNOWN, Claimed, claims_in
from lles.law.bilingual import Language, Text
from lles.law.findings import Finding
from lles.work.safeguarding.rules.provisions import safeguarding_law


@dataclass(frozen=True)
class Answered:
    """The police were asked about a person; what they answered at most, how strong that is, and on which day,
    or nothing while no answer came."""

    name: str
    strength: int | None = None
    at_most: Text | None = None
    on: date | None = None

    def is_named_in(self, sentence: str) -> bool:
        """Whether a sentence is about this person by name."""
        return self.name.partition(" ")[0] in sentence


@dataclass(frozen=True)
class Typed:
    """Words of the author in one section, and where on its page they are put right; `of_police` where all of
    it is about the answers of the police."""

    put_right: str
    about: Text
    text: str
    language: Language
    of_police: bool = False


def words_claim_no_more_than_the_answer(
    typed: Iterable[Typed], answered: tuple[Answered, ...]
) -> tuple[Finding, ...]:
    """What the author typed says of nobody more than the police answered about them, nor that nothing is
    known while no answer came (SG-OVERSTATE)."""
    found = (
        finding
        for one in typed
        for claimed in claims_in(one.text, one.language, of_an_answer=one.of_police)
        for finding in _weighed(one, claimed, answered)
    )
    return tuple(dict.fromkeys(found))


def _weighed(typed: Typed, claimed: Claimed, answered: tuple[Answered, ...]) -> Iterator[Finding]:
    named = tuple(one for one in answered if one.is_named_in(claimed.sentence))
    meant = named or answered
    came = [one for one in meant if one.strength is not None]
    if claimed.strength == NOTHING_KNOWN:
        missing = [one for one in meant if one.strength is None]
        is_unfounded = bool(missing) if named else not came
    else:
        is_unfounded = all(claimed.strength > (one.strength or 0) for one in came)
    if is_unfounded:
        yield _finding(typed, claimed, meant, came if claimed.strength != NOTHING_KNOWN else [])


def _finding(typed: Typed, claimed: Claimed, meant: tuple[Answered, ...], came: list[Answered]) -> Finding:
    provision, place = safeguarding_law()["SG-OVERSTATE"], typed.put_right
    if not meant:
        return provision.finding("not_asked", put_right=place, about=typed.about, word=claimed.word)
    if not came:
        names = ", ".join(dict.fromkeys(one.name for one in meant if one.strength is None))
        return provision.finding(
            "no_answer", put_right=place, about=typed.about, word=claimed.word, name=names
        )
    strongest = max(came, key=lambda one: one.strength or 0)
    assert strongest.at_most is not None
    assert strongest.on is not None
    return provision.finding(
        "more",
        put_right=place,
        about=typed.about,
        word=claimed.word,
        name=strongest.name,
        day=strongest.on,
        at_most=strongest.at_most,
    )
