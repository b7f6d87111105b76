"""The letters of monitoring: who has one, who is still to be told, and what a letter says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lles.casefile.models import Case, Document, Officer, Party
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.queries.in_both import also_said
from lles.casefile.queries.letterhead import letterhead_of
from lles.casefile.queries.readers import languages_of, nation_of
from lles.casefile.timeline import LONDON
from lles.law.bilingual import Language
from lles.work.monitoring.models import Monitoring, NoLetter
from lles.work.monitoring.queries.facts import (
    CLOSING,
    LETTERS,
    START,
    live_directions,
    people_of,
    provisions_of,
    reports_filed,
    sides_of,
)
from lles.work.monitoring.queries.period import ended_by_the_court, is_never_in_effect, period_of
from lles.work.monitoring.rules.letter import LetterFacts, Written


@dataclass(frozen=True)
class LetterTo:
    """One adult who is to have a letter, in which languages, and how far that is."""

    party: Party
    languages: tuple[Language, ...]
    documents: tuple[Document, ...]
    no_letter: NoLetter | None

    @property
    def is_told(self) -> bool:
        """Whether there is a letter, or a reason for none."""
        return bool(self.documents) or self.no_letter is not None


@dataclass(frozen=True)
class Decided:
    """What somebody decided for one adult: a letter goes, or none does, for a reason."""

    to: LetterTo
    reason: str = ""


def letters_of(monitoring: Monitoring) -> Sequence[str]:
    """Which letters there are: where monitoring is never in effect and nobody was told that it begins, the
    last one alone."""
    if is_never_in_effect(monitoring) and not monitoring.letters.filter(letter=START).exists():
        return (CLOSING,)
    return (START, CLOSING)


def letters_to(monitoring: Monitoring, letter: str) -> Sequence[LetterTo]:
    """Every adult of the case, with the letter that was made of this monitoring."""
    case = monitoring.case
    made: dict[int, list[Document]] = {}
    versions = monitoring.letters.filter(letter=letter).values("version")
    documents = case.documents.filter(kind=LETTERS[letter], version__in=versions)
    for one in documents.exclude(party=None).order_by("pk"):
        made.setdefault(one.party_id or 0, []).append(one)
    without = {one.party_id: one for one in monitoring.no_letters.filter(letter=letter).select_related("by")}
    nation = nation_of(case)
    return [
        LetterTo(party, languages_of(party, nation), tuple(made.get(party.pk, ())), without.get(party.pk))
        for party in sides_of(monitoring)
    ]


def untold(monitoring: Monitoring, letter: str) -> Sequence[LetterTo]:
    """Who has neither a letter nor a reason for none."""
    return [one for one in letters_to(monitoring, letter) if not one.is_told]


def documents_of(monitoring: Monitoring) -> Mapping[tuple[str, int], Sequence[Document]]:
    """The sealed reports of a case by their kind and version."""
    found: dict[tuple[str, int], list[Document]] = {}
    kinds = [f"monitoring_{kind}_report" for kind in ("breach", "interim", "end")]
    for one in monitoring.case.documents.filter(kind__in=kinds).order_by("pk"):
        found.setdefault((one.kind, one.version), []).append(one)
    return found


def letter_facts(
    monitoring: Monitoring, to: LetterTo, by: Officer, at: datetime, *, draft: bool = False
) -> LetterFacts:
    """What one letter says; of anybody else in the case it says the children's names alone."""
    case, period = monitoring.case, period_of(monitoring)
    assert period is not None
    closed = ClosedWords(case)
    own = next((one for one in people_of(monitoring) if one.party_id == to.party.pk), None)
    return LetterFacts(
        name=to.party.name,
        head=letterhead_of(case, by, at),
        children=tuple(child.name for child in case.children.order_by("pk") if child.name),
        starts_on=period[0],
        ends_on=period[1],
        provisions=tuple(
            written(one.words, one.language, closed, said_too(case, one.language, one.words))
            for one in provisions_of(monitoring)
        ),
        is_monitored=own is not None,
        takes_steps=own is not None and own.takes_steps,
        reports=tuple(dict.fromkeys(one.kind for one in live_directions(monitoring))),
        reported_on=tuple(sorted({one.at.astimezone(LONDON).date() for one in reports_filed(monitoring)})),
        ended_by_the_court=ended_by_the_court(monitoring) is not None,
        draft=draft,
    )


def said_too(case: Case, language: str, words: str) -> str:
    """The same in the other language, where somebody has said it."""
    return also_said(case).get((language, words), "")


def written(
    text: str, language: str, closed: ClosedWords, other: str = "", *, to_court: bool = False
) -> Written:
    """Words that somebody typed; what names a protected place is not set out, and the court alone is told
    why: to another reader the reason would say that the place is the one."""
    spoken: Language = "cy" if language == "cy" else "en"
    if closed(text, other):
        return Written("", spoken, is_closed=True, to_court=to_court)
    return Written(text, spoken, other)
