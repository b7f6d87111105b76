"""Reports about one adult: who reads them, in which languages, and what their templates need of typed
words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lles.casefile.models import Case, Party
from lles.casefile.queries.readers import languages_of, nation_of
from lles.casefile.queries.reading import EVERYBODY
from lles.casefile.rules.in_both import Words, both_of, words_are_there_in_both_languages
from lles.casefile.rules.language import languages_for, languages_for_court
from lles.casefile.rules.readers import PROVIDER
from lles.law.bilingual import Language, day_in_words
from lles.law.findings import Finding

Version = tuple[str, Language]


@dataclass(frozen=True)
class TypedWords:
    """What the author of a report wrote, by the name of its box, in one language, and the same in the other
    as far as they said it."""

    said: Mapping[str, str]
    written_in: str
    other: Mapping[str, str] = field(default_factory=dict)

    @property
    def kept(self) -> dict[str, str]:
        """All that was written, as the record keeps it: the other language beside each box."""
        other = {f"other-{name}": words for name, words in self.other.items() if words}
        return {**self.said, **other}

    def words(self, name: str) -> Words:
        """What stands in one box, in both languages where its author said it so."""
        return both_of(self.written_in, self.said.get(name, ""), self.other.get(name, ""))


def versions_of_report(case: Case, party: Party) -> Sequence[Version]:
    """The versions of a report: for the court in both languages, and for the adult it is about in theirs."""
    theirs = languages_of(party, nation_of(case))
    return (
        *((EVERYBODY, language) for language in languages_for_court()),
        *((party.slug, language) for language in theirs),
    )


def in_one_language(
    words: Iterable[Words], versions: Iterable[Version], party: Party | None
) -> tuple[Finding, ...]:
    """What the adult it is about is to read of the author's own words in another language than theirs
    (CYM-EQUAL)."""
    if party is None:
        return ()
    languages = [language for reader, language in versions if reader == party.slug]
    return words_are_there_in_both_languages(words, [(party.name, languages)])


def versions_for_provider(given_in: str) -> Sequence[Version]:
    """The versions for a provider: in both languages unless the programme is given in England."""
    return tuple((PROVIDER, language) for language in languages_for(None, given_in or "unknown"))


def typed_data(
    said: Mapping[str, str], written_in: str, language: Language
) -> dict[str, dict[str, object] | None]:
    """Typed words for a template, by their names: None where nothing was written."""
    return {name: _typed(words, written_in, language) for name, words in said.items()}


def typed(words: Words, language: Language) -> dict[str, object] | None:
    """Words for a template: in its language where somebody has said them so, else as they were written."""
    said = words.said(language)
    return _typed(*said, language) if said else None


def _typed(words: str, written_in: str, language: Language) -> dict[str, object] | None:
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if not lines:
        return None
    return {"paragraphs": lines, "language": written_in, "foreign": written_in != language}


def printed_day(day: date | None, language: Language) -> str | None:
    """A day as a report prints it, None where there is none."""
    return day_in_words(day, language, weekday=False) if day else None
