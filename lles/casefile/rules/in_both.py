"""Words that somebody wrote, in one language or in both."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from lles.law.bilingual import LANGUAGES, Language

_OTHER: Mapping[str, Language] = {"en": "cy", "cy": "en"}


@dataclass(frozen=True)
class Words:
    """What somebody wrote, in one language or in both."""

    in_each: Mapping[Language, str]

    def said(self, language: Language) -> tuple[str, Language] | None:
        """The words in a language where they are there, else as they are, with the language they are in."""
        for one in (language, *LANGUAGES):
            if text := self.in_each.get(one, "").strip():
                return text, one
        return None


NO_WORDS = Words({})


def other_language(language: str) -> Language | None:
    """The other of the two, None for a language that is neither."""
    return _OTHER.get(language)


def both_of(language: str, words: str, other: str = "") -> Words:
    """Words in the language they were written in, with the same in the other where that is there."""
    if not words:
        return NO_WORDS
    said = {cast(Language, language): words}
    if other and (second := other_language(language)):
        said[second] = other
    return Words(said)
