"""Words of a case in both languages: what was written in one of them, with the same in the other."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lles.casefile.models import AlsoSaid, Case
from lles.casefile.once import once
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.rules.in_both import Words, both_of, other_language
from lles.casefile.timeline import word
from lles.law.bilingual import Language, Text

Written = tuple[Text, str, str]  # where it stands, its language, its words


@dataclass(frozen=True)
class InOneLanguage:
    """Words that stand in a case in one language: where, and the same in the other, empty until somebody has
    said it."""

    where: Text
    language: str
    words: str
    other_words: str = ""

    @property
    def other(self) -> Language | None:
        """The language in which they are said too."""
        return other_language(self.language)

    @property
    def key(self) -> str:
        """A name of these very words, for a form."""
        return hashlib.sha256(f"{self.language}\n{self.words}".encode()).hexdigest()[:16]


@once
def also_said(case: Case) -> Mapping[tuple[str, str], str]:
    """The same in the other language, by the language and the words; one that names a place which has become
    protected since is said no more."""
    closed = ClosedWords(case)
    rows = AlsoSaid.objects.filter(case=case).order_by("pk").values_list("language", "words", "other_words")
    return {(language, words): "" if closed(other) else other for language, words, other in rows}


def in_both(case: Case, language: str, words: str) -> Words:
    """Words with the same in the other language, where somebody has said it."""
    return both_of(language, words, also_said(case).get((language, words), "") if words else "")


def with_the_other(case: Case, written: Iterable[Written]) -> Sequence[InOneLanguage]:
    """What was written, each of the words once, with the same in the other language; what names a protected
    place leaves in neither, so it is not asked for."""
    closed, said = ClosedWords(case), also_said(case)
    found = {
        (language, words): InOneLanguage(where, language, words, said.get((language, words), ""))
        for where, language, words in written
        if other_language(language) and words.strip() and not closed(words)
    }
    return list(found.values())


def numbered(name: str, number: int) -> Text:
    """Where words stand that bear a number: the word of their part, and the number."""
    said = word(name)
    return Text(en=f"{said.en} {number}", cy=f"{said.cy} {number}")


def lacking(case: Case, written: Iterable[Written]) -> int:
    """How many of these words stand in one language alone."""
    return sum(not one.other_words for one in with_the_other(case, written))
