"""How much some words claim about a person: a conviction more than a charge, a charge more than an arrest."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lles.casefile.rules.check_answers import outcomes
from lles.law.bilingual import Language


@dataclass(frozen=True)
class _Claim:
    strength: int
    words: tuple[str, ...]


@cache
def _claims(language: Language) -> tuple[tuple[str, ...], tuple[_Claim, ...]]:
    table = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    claims = (_Claim(row["strength"], tuple(row[language])) for row in table["claim"])
    return tuple(table["denials"][language]), tuple(claims)


def strength_of(text: str, languages: Sequence[Language] = ("en", "cy")) -> int:
    """The strongest claim that a text makes in any of these languages; 0 where it makes none."""
    strongest = 0
    for language in languages:
        denials, claims = _claims(language)
        told = text.casefold().replace("\u2019", "'")
        for denial in denials:
            told = told.replace(denial, " ")
        found = (one.strength for one in claims if any(word in told for word in one.words))
        strongest = max([strongest, *found])
    return strongest


def says_more_than_its_word(code: str, subject: str) -> bool:
    """Whether what was typed of a fact claims more than the closed word it stands under."""
    outcome = outcomes().get(code)
    return outcome is not None and strength_of(subject) > outcome.strength
