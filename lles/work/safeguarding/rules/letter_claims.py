"""A letter claims no more than the answers behind it: what its author typed, beside what the police and
children's services said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lles.casefile.rules.written_claims import GIVERS, NOTHING_KNOWN, POLICE, Claimed, claims_in, names
from lles.law.bilingual import Language, Text
from lles.law.findings import Finding
from lles.work.safeguarding.rules.provisions import safeguarding_law


@dataclass(frozen=True)
class Answered:
    """Somebody who gives answers (the police, unless it is a local authority) was asked about a person; what
    was answered at most, how strong that is, and on which day, or nothing while no answer came."""

    name: str
    strength: int | None = None
    at_most: Text | None = None
    on: date | None = None
    giver: str = POLICE

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.rpartition(" ")[2]

    def is_called_in(self, sentence: str) -> bool:
        """Whether the first name stands in a sentence as a word, and not as a month."""
        return _stands_in(self.name.partition(" ")[0], sentence)

    def is_surnamed_in(self, sentence: str) -> bool:
        """Whether the surname stands in a sentence as a word."""
        return _stands_in(self.surname, sentence)


def _stands_in(name: str, sentence: str) -> bool:
    return bool(name) and re.search(rf"(?<!\d )\b{re.escape(name)}\b(?! \d)", sentence) is not None


@dataclass(frozen=True)
class Typed:
    """Words of the author in one section, and where on its page they are put right; `answers_of` where all of
    it is about the answers of one giver."""

    put_right: str
    about: Text
    text: str
    language: Language
    answers_of: str = ""


def words_claim_no_more_than_the_answer(
    typed: Iterable[Typed], answered: tuple[Answered, ...]
) -> tuple[Finding, ...]:
    """What the author typed says of nobody more than the police and children's services answered about them,
    nor that nothing is known where something is, or while no answer came (SG-OVERSTATE)."""
    found = (
        finding
        for one in typed
        for giver in GIVERS
        for claimed in claims_in(one.text, one.language, giver, of_an_answer=one.answers_of == giver)
        if one.answers_of in ("", giver) or names(giver, claimed.sentence, one.language)
        for finding in _weighed(one, claimed, giver, [each for each in answered if each.giver == giver])
    )
    return tuple(dict.fromkeys(found))


def _weighed(typed: Typed, claimed: Claimed, giver: str, answered: Sequence[Answered]) -> Iterator[Finding]:
    named = _named(claimed.sentence, answered)
    meant = named or answered
    came = [one for one in meant if one.strength is not None]
    if claimed.strength != NOTHING_KNOWN:
        if all(claimed.strength > (one.strength or 0) for one in came):
            yield _finding(typed, claimed, giver, meant, came)
    elif known := [one for one in came if _is_denied(claimed, one.strength or 0)]:
        yield _finding(typed, claimed, giver, meant, known)
    elif not came or (named and len(came) < len(meant)):
        yield _finding(typed, claimed, giver, meant, [])


def _is_denied(claimed: Claimed, strength: int) -> bool:
    """Whether words that deny something deny this: nothing of all, or the one thing that they name."""
    return strength > NOTHING_KNOWN if claimed.denies == NOTHING_KNOWN + 1 else strength == claimed.denies


def _named(sentence: str, answered: Sequence[Answered]) -> tuple[Answered, ...]:
    """Whom a sentence names; a surname that several bear is the one's who is called by the first name."""
    called = {one.surname for one in answered if one.is_called_in(sentence)}
    return tuple(
        one
        for one in answered
        if one.is_called_in(sentence) or (one.surname not in called and one.is_surnamed_in(sentence))
    )


def _finding(
    typed: Typed, claimed: Claimed, giver: str, meant: Sequence[Answered], came: Sequence[Answered]
) -> Finding:
    provision, place = safeguarding_law()["SG-OVERSTATE"], typed.put_right
    if not meant:
        return provision.finding(f"{giver}_not_asked", put_right=place, about=typed.about, word=claimed.word)
    if not came:
        names = ", ".join(dict.fromkeys(one.name for one in meant if one.strength is None))
        return provision.finding(
            f"{giver}_no_answer", put_right=place, about=typed.about, word=claimed.word, name=names
        )
    strongest = max(came, key=lambda one: one.strength or 0)
    assert strongest.at_most is not None
    assert strongest.on is not None
    return provision.finding(
        f"{giver}_{'known' if claimed.strength == NOTHING_KNOWN else 'more'}",
        put_right=place,
        about=typed.about,
        word=claimed.word,
        name=strongest.name,
        day=strongest.on,
        at_most=strongest.at_most,
    )
