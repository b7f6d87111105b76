"""Words of the file in the language of the page: names of codes, courts, bodies, ages and hearings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from lles.casefile import timeline
from lles.casefile.access import roles
from lles.casefile.models import Officer
from lles.casefile.queries.court import hearing_words
from lles.casefile.queries.provisions import provision_of
from lles.casefile.rules.bodies import body_name
from lles.casefile.rules.courts import court_or_code
from lles.casefile.rules.days import age_on
from lles.casefile.rules.spoken_languages import language_named
from lles.law.bilingual import Language, Text, opening
from lles.links.court import codes

OF_THE_COURTS: Language = "en"  # their services and their codes are in English


def _nothing(_words: str) -> bool:
    return False


@dataclass(frozen=True)
class Say:
    """Says what the file holds as names and codes."""

    language: Language
    today: date
    closes: Callable[[str], bool] = _nothing

    def word(self, name: str) -> str:
        """A name of ours in words, or the name itself where it has none."""
        group, _, code = name.partition(".")
        return self._said(timeline.word_or_code(group, code))

    def code(self, group: str, code: str) -> str:
        """A code of the court in our words, to begin a line; one that is not known to us as it came, its
        words parted."""
        known = timeline.word_or_none(group, code)
        return opening(self._said(known) if known else code.replace("_", " "))

    def code_came_in(self, group: str, code: str) -> Language | None:
        """The language of a code that has no words of ours; None where it has."""
        return None if timeline.word_or_none(group, code) else OF_THE_COURTS

    def age(self, born_on: date | None) -> int | None:
        """Whole years of age today."""
        return age_on(born_on, self.today) if born_on else None

    def court(self, code: str, name: str) -> str:
        """The name of a court; of one that gave none, its code with words; nothing where neither is known."""
        return self._said(court_or_code(code, name)) if code or name else ""

    def body(self, kind: str, slug: str) -> str:
        """The name of a police force or a local authority."""
        return self._said(body_name(kind, slug))

    def spoken(self, typed: str) -> str:
        """The name of a language that somebody typed."""
        return self._said(language_named(typed))

    def hearing(self, type_code: str, type_words: str) -> str:
        """What kind of hearing it is: our words for the court's type, else the court's own, which stay closed
        where they name a protected place."""
        if not codes.hearing_type(type_code, type_words) and self.closes(type_words):
            return self.word("typed.closed")
        return self._said(hearing_words(type_code, type_words))

    def hearing_came_in(self, type_code: str, type_words: str) -> Language | None:
        """The language of the court's own words, where they stand in place of ours; None where ours do."""
        return None if codes.hearing_type(type_code, type_words) else OF_THE_COURTS

    def roles(self, officer: Officer) -> str:
        """The roles of somebody who works for the service."""
        table = roles()
        return ", ".join(self._said(table[slug].name) for slug in officer.roles if slug in table)

    def section(self, provision: str) -> str:
        """The section of law behind a finding."""
        found = provision_of(provision)
        return self._said(found.citation) if found else provision

    def provision(self, name: str) -> str:
        """What a provision says."""
        found = provision_of(name)
        return self._said(found.says) if found else name

    def _said(self, text: Text) -> str:
        return text.said(self.language)
