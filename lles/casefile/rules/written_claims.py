"""What an author's own words claim of what the police, or children's services, know: each claim with its word
and its sentence.

What somebody said is theirs, in quotation marks or told as said by them; what is denied, or left open, claims
nothing.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lles.casefile.rules.address_words import mutated
from lles.law.bilingual import Language

NOTHING_KNOWN = 0
POLICE, LOCAL_AUTHORITY = GIVERS = ("police", "local_authority")
_WORDS_BEFORE = 5
_QUOTED = re.compile('\u201c[^\u201d]*\u201d|\u2018[^\u2019]*\u2019(?![a-z])|"[^"]*"')
_SENTENCES = re.compile(r"(?<=[.!?])\s+|[\n;]+")


@dataclass(frozen=True)
class Claimed:
    """A claim: how strong it is (that nothing is known claims nothing else), by which word as it was typed,
    and in which sentence; what says that nothing is known `denies` whatever is at least that strong."""

    strength: int
    word: str
    sentence: str
    denies: int = NOTHING_KNOWN + 1


@dataclass(frozen=True)
class _Words:
    """The words of one language, as they are looked for."""

    nothing_of_it: re.Pattern[str]
    taken_back: re.Pattern[str]
    told: re.Pattern[str]
    answering: re.Pattern[str]


@dataclass(frozen=True)
class _OfAnswers:
    """The words of one language about the answers of those who give them."""

    named: re.Pattern[str]
    nothing_known: re.Pattern[str]
    known_to: re.Pattern[str]
    denied: re.Pattern[str]
    denied_strength: int
    claims: tuple[tuple[int, bool, re.Pattern[str]], ...]


def names(giver: str, sentence: str, language: Language) -> bool:
    """Whether a sentence names whoever gives these answers: the police, or children's services."""
    return _of_answers(giver, language).named.search(sentence) is not None


def claims_in(
    text: str, language: Language, giver: str = POLICE, *, of_an_answer: bool = False
) -> tuple[Claimed, ...]:
    """What some words claim of the answers of a giver; `of_an_answer` where all of them are about such an
    answer."""
    plain = _QUOTED.sub(" ", text.replace("\u2019s ", "'s ")).replace("\u2019", "'")
    return tuple(
        claimed
        for sentence in _SENTENCES.split(plain)
        if sentence and not _is_told(sentence, language, giver)
        for claimed in _in_sentence(sentence, language, giver, of_an_answer)
    )


def _in_sentence(sentence: str, language: Language, giver: str, of_an_answer: bool) -> Iterator[Claimed]:
    words, taken_back = _of_answers(giver, language), _words(language).taken_back
    of_an_answer = of_an_answer or names(giver, sentence, language)
    rest = _without_what_is_none(sentence, language)
    known_to = words.known_to.search(rest)
    if of_an_answer and (found := words.nothing_known.search(rest)):
        yield Claimed(NOTHING_KNOWN, found.group(), sentence)
    elif known_to and taken_back.search(_shortly_before(rest, known_to.start())):
        yield Claimed(NOTHING_KNOWN, known_to.group(), sentence)
    elif of_an_answer and (found := words.denied.search(rest)):
        yield Claimed(NOTHING_KNOWN, found.group(), sentence, words.denied_strength)
    for strength, everyday, pattern in words.claims:
        if everyday and not of_an_answer:
            continue
        for found in pattern.finditer(rest):
            if not taken_back.search(_shortly_before(rest, found.start())):
                yield Claimed(strength, found.group(), sentence)
                return


def _without_what_is_none(sentence: str, language: Language) -> str:
    return _words(language).nothing_of_it.sub(lambda found: " " * len(found.group()), sentence)


def _shortly_before(sentence: str, at: int) -> str:
    clause = re.split(r"[,:]", sentence[:at])[-1]
    return " ".join(clause.split()[-_WORDS_BEFORE:])


def _is_told(sentence: str, language: Language, giver: str) -> bool:
    """Whether a sentence tells what somebody said who is not this giver of answers, and no record."""
    words, sentence = _words(language), _without_what_is_none(sentence, language)
    told = words.told.search(sentence)
    if told is None:
        return False
    after = " ".join(sentence[told.end() :].split()[:2])
    if language == "cy":
        who = f"{_shortly_before(sentence, told.start())} {after}"
    else:
        who = after if told.group().casefold() == "according to" else sentence[: told.start()]
    answers = (words.answering, _of_answers(giver, language).named)
    return not any(one.search(who) for one in answers)


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))


@cache
def _words(language: Language) -> _Words:
    def any_of(name: str) -> re.Pattern[str]:
        return _pattern(_table()[name][language], language, whole=True)

    return _Words(
        any_of("nothing_of_it"),
        re.compile(f"{any_of('taken_back').pattern}|n't\\b", re.IGNORECASE),
        any_of("told"),
        any_of("answering"),
    )


@cache
def _of_answers(giver: str, language: Language) -> _OfAnswers:
    table = _table()[giver]

    def any_of(name: str, *, whole: bool = False) -> re.Pattern[str]:
        return _pattern(table[name][language], language, whole=whole)

    return _OfAnswers(
        any_of("named", whole=True),
        any_of("nothing_known"),
        any_of("known_to"),
        any_of("denied"),
        table["denied"]["strength"],
        tuple(_claim(row, language) for row in table["claim"]),
    )


def _claim(row: Mapping[str, object], language: Language) -> tuple[int, bool, re.Pattern[str]]:
    strength, told = row["strength"], row[language]
    if not isinstance(strength, int) or not isinstance(told, list):
        raise TypeError("a claim has a strength and its words")
    return strength, bool(row.get("of_an_answer")), _pattern(told, language, whole=False)


def _pattern(told: Iterable[str], language: Language, *, whole: bool) -> re.Pattern[str]:
    """Any of these words; of one that is not `whole`, its beginning, and what was typed up to its end."""
    forms = sorted({form for one in told for form in _forms(one, language)}, key=len, reverse=True)
    end = r"\b" if whole else r"\w*"
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))}){end}", re.IGNORECASE)


def _forms(told: str, language: Language) -> Iterator[str]:
    """A word, in Welsh in every mutation of its first letter."""
    first, _, rest = told.partition(" ")
    for form in dict.fromkeys((first, *(mutated(first) if language == "cy" else ()))):
        yield f"{form} {rest}" if rest else form
