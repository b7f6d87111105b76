"""The reason of a due day, or of there being none, as a page shows it: the paragraph first, and how each
day was counted below it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from lles.casefile.queries.provisions import provision_of
from lles.law.bilingual import Language, day_in_words
from lles.law.due import DueDay
from lles.law.periods import Reckoning


@dataclass(frozen=True)
class Counted:
    """How one day was counted: its rule and result, and every line of the reckoning."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Why:
    """Why a day is the day, in one language; how it was counted is put into words when a page asks for it."""

    due: DueDay
    language: Language

    @property
    def says(self) -> tuple[str, ...]:
        """The reason, by paragraphs; what stands beside the day, or in its place, is not repeated."""
        if self.due.on is None:
            return ()
        texts = (self.due.says, *(finding.says for finding in self.due.findings))
        return tuple(text.said(self.language) for text in texts)

    @property
    def source(self) -> str:
        """The law behind the day: the provision that sets it, and where it stands."""
        found = provision_of(self.due.provision)
        return found.citation.said(self.language) if found else ""

    @property
    def was_counted(self) -> bool:
        """Whether any day was counted for it."""
        return bool(self.due.reckonings)

    @property
    def counted(self) -> tuple[Counted, ...]:
        """How each day was counted."""
        return tuple(_counted(reckoning, self.language) for reckoning in self.due.reckonings)


def question_of(due: DueDay | None, title: str, language: Language) -> str:
    """The whole question, for those who hear the page."""
    if due is None:
        return ""
    if due.on is None:
        return _("Why is there no due day? %(task)s") % {"task": title}
    return _("Why this day? %(task)s: %(day)s") % {"task": title, "day": day_in_words(due.on, language)}


def why_of(due: DueDay | None, language: Language) -> Why | None:
    """The reason of a due day in one language."""
    return Why(due, language) if due else None


def _counted(reckoning: Reckoning, language: Language) -> Counted:
    lines: dict[str, list[str]] = {}
    for label, value in reckoning.lines():
        lines.setdefault(label.said(language), []).append(value.said(language))
    result = day_in_words(reckoning.result, language, weekday=False)
    grouped = tuple((label, "; ".join(values)) for label, values in lines.items())
    return Counted(result, grouped)
