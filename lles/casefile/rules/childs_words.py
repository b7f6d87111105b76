"""Whether what adults are to read seems to hold what a child has said: a hint for the officer, never a
proof that it does not (FH-CHILDWORDS)."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lles.casefile.rules.folding import fold
from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import Text
from lles.law.findings import Finding

_SENTENCE = re.compile(r"[.!?;\n]+")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['`\u00b4\u2018\u2019\u02bc]")
_APART = "; "


@dataclass(frozen=True)
class Box:
    """Words that an adult is to read, and where they stand."""

    where: Text
    words: str


def adults_do_not_read_what_a_child_has_said(
    boxes: Collection[Box], children: Collection[str], recorded: Collection[str], on: date
) -> tuple[Finding, ...]:
    """Warn where words that adults read name a child beside a word of speaking or wishing, or are words
    that are recorded as a child's (FH-CHILDWORDS). `children` are first names, `recorded` passages."""
    provision = casefile_law()["FH-CHILDWORDS"]
    found = (
        *_finding("recorded", [one for one in boxes if _is_recorded(one.words, recorded, on)]),
        *_finding("named", [one for one in boxes if _speaks_of_a_child(one.words, children, on)]),
    )
    return found if provision.in_force(on) else ()


def _finding(key: str, boxes: Sequence[Box]) -> Iterator[Finding]:
    if boxes:
        provision = casefile_law()["FH-CHILDWORDS"]
        where = list(dict.fromkeys(one.where for one in boxes))
        named = Text(en=", ".join(one.en for one in where), cy=", ".join(one.cy for one in where))
        yield provision.finding(key, where=named)


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(_APOSTROPHES.sub(" ", text)).low)


def _is_recorded(text: str, recorded: Collection[str], on: date) -> bool:
    held = f" {' '.join(_words(text))} "
    return any(f" {' '.join(run)} " in held for passage in recorded for run in _runs(_words(passage), on))


def _runs(passage: Sequence[str], on: date) -> Iterator[Sequence[str]]:
    """The words of a passage, so many in a row; a short passage whole, unless it is too short to tell."""
    provision = casefile_law()["FH-CHILDWORDS"]
    long, shortest = provision.number("in_a_row", on), provision.number("shortest", on)
    if shortest <= len(passage) < long:
        yield passage
    for at in range(len(passage) - long + 1):
        yield passage[at : at + long]


def _speaks_of_a_child(text: str, children: Collection[str], on: date) -> bool:
    return any(_says_so(_words(sentence), children, on) for sentence in _SENTENCE.split(text))


def _says_so(sentence: Sequence[str], children: Collection[str], on: date) -> bool:
    """English names the child before it speaks; Welsh does so before or after."""
    held = f" {' '.join(sentence)} "
    called = [" ".join(_words(one)) for one in (*children, *_terms("the_child", on))]
    first = min((at for one in called if one and (at := held.find(f" {one} ")) >= 0), default=None)
    if first is None:
        return False
    english, welsh = _terms("speaks_en", on), _terms("speaks_cy", on)
    after = held[first:]
    return any(f" {' '.join(_words(one))} " in after for one in english) or any(
        f" {' '.join(_words(one))} " in held for one in welsh
    )


def _terms(key: str, on: date) -> list[str]:
    return str(casefile_law()["FH-CHILDWORDS"].value(key, on)).split(_APART)
