"""The reason of a due day as a page shows it: the paragraph first, and how each day was counted below it."""

from dataclasses import dataclass

from lles.law.bilingual import Language, day_in_words
from lles.law.due import Due
from lles.law.periods import Reckoning


@dataclass(frozen=True)
class Counted:
    """How one day was counted: its rule and result, and every line of the reckoning."""

    title: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Why:
    """Why a day is the day."""

    says: tuple[str, ...]
    counted: tuple[Counted, ...]


def why_of(due: Due | None, language: Language) -> Why | None:
    """The reason of a due day in one language."""
    if due is None:
        return None
    says = (due.says, *(finding.says for finding in due.findings))
    counted = tuple(_counted(reckoning, language) for reckoning in due.reckonings)
    return Why(tuple(text.said(language) for text in says), counted)


def _counted(reckoning: Reckoning, language: Language) -> Counted:
    lines: dict[str, list[str]] = {}
    for label, value in reckoning.lines():
        lines.setdefault(label.said(language), []).append(value.said(language))
    result = day_in_words(reckoning.result, language, weekday=False)
    grouped = tuple((label, "; ".join(values)) for label, values in lines.items())
    return Counted(f"{reckoning.provision}, {result}", grouped)
