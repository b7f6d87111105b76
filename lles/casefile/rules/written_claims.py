"""What an author's own words claim of what the police know: each claim with its word and its sentence.

What somebody said is theirs, in quotation marks or told as said by them; what is denied, or left open, claims
nothing.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lles.casefile.rules.address_words import mutated
from lles.law.bilingual import Language

NOTHING_KNOWN, CONVICTION = 0, 7
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
    police: re.Pattern[str]
    nothing_known: re.Pattern[str]
    no_conviction: re.Pattern[str]
    claims: tuple[tuple[int, bool, re.Pattern[str]], ...]


def names_the_police(sentence: str, language: Language) -> bool:
    """Whether a sentence names the police."""
    return _words(language).police.search(sentence) is not None


def claims_in(text: str, language: Language, *, of_an_answer: bool = False) -> tuple[Claimed, ...]:
    """The claims of some words; `of_an_answer` where all of them are about the answer to a check."""
    plain = _QUOTED.sub(" ", text.replace("\u2019s ", "'s ")).replace("\u2019", "'")
    return tuple(
        claimed
        for sentence in _SENTENCES.split(plain)
        if sentence and not _is_told(sentence, language)
        for claimed in _in_sentence(sentence, language, of_an_answer)
    )


def _in_sentence(sentence: str, language: Language, of_an_answer: bool) -> Iterator[Claimed]:
    words = _words(language)
    of_an_answer = of_an_answer or names_the_police(sentence, language)
    rest = _without_what_is_none(sentence, language)
    if of_an_answer and (found := words.nothing_known.search(rest)):
        yield Claimed(NOTHING_KNOWN, found.group(), sentence)
    elif of_an_answer and (found := words.no_conviction.search(rest)):
        yield Claimed(NOTHING_KNOWN, found.group(), sentence, CONVICTION)
    for strength, everyday, pattern in words.claims:
        if everyday and not of_an_answer:
            continue
        for found in pattern.finditer(rest):
            if not words.taken_back.search(_shortly_before(rest, found.start())):
                yield Claimed(strength, found.group(), sentence)
                return


def _without_what_is_none(sentence: str, language: Language) -> str:
    return _words(language).nothing_of_it.sub(lambda found: " " * len(found.group()), sentence)


def _shortly_before(sentence: str, at: int) -> str:
    clause = re.split(r"[,:]", sentence[:at])[-1]
    return " ".join(clause.split()[-_WORDS_BEFORE:])


def _is_told(sentence: str, language: Language) -> bool:
    """Whether a sentence tells what somebody said who is neither the police nor a record."""
    words, sentence = _words(language), _without_what_is_none(sentence, language)
    told = words.told.search(sentence)
    if told is None:
        return False
    after = " ".join(sentence[told.end() :].split()[:2])
    if language == "cy":
        who = f"{_shortly_before(sentence, told.start())} {after}"
    else:
        who = after if told.group().casefold() == "according to" else sentence[: told.start()]
    return words.answering.search(who) is None


@cache
def _words(language: Language) -> _Words:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))

    def any_of(name: str, *, whole: bool = True) -> re.Pattern[str]:
        return _pattern(table[name][language], language, whole=whole)

    return _Words(
        any_of("nothing_of_it"),
        re.compile(f"{any_of('taken_back').pattern}|n't\\b", re.IGNORECASE),
        any_of("told"),
        any_of("answering"),
        any_of("police"),
        any_of("nothing_known", whole=False),
        any_of("no_conviction", whole=False),
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
