"""Words that somebody wrote, in one language or in both."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import LANGUAGES, Language
from lles.law.findings import Finding, Weight

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


def words_are_there_in_both_languages(
    words: Iterable[Words], readers: Sequence[tuple[str, Sequence[Language]]]
) -> tuple[Finding, ...]:
    """What an author wrote in one language alone reaches a reader of the other with a reason (CYM-EQUAL)."""
    provision = casefile_law()["CYM-EQUAL"]
    written = [{one for one, text in each.in_each.items() if text.strip()} for each in words]
    lacking = {one for one in LANGUAGES if any(each and one not in each for each in written)}
    return tuple(
        provision.finding(f"words_not_in_{one}", weight=Weight.WARNS, name=name)
        for name, languages in readers
        for one in languages
        if one in lacking
    )
