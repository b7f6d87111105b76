"""The words of an order in both languages: what was written in one of them, with the same in the other."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from lles.casefile.once import once
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.queries.readers import nation_of_officers
from lles.casefile.timeline import word
from lles.law.bilingual import Language, Text
from lles.work.family_assistance import rules
from lles.work.family_assistance.models import AlsoSaid, Assistance, Opinion, Plan, Worked
from lles.work.family_assistance.queries.counted import worked_of
from lles.work.family_assistance.queries.facts import complete_plan, opinion_of
from lles.work.family_assistance.queries.plans import latest_plan
from lles.work.family_assistance.rules.papers import NO_WORDS, OPINION_PARTS, Words

PARTS = ("checking", "meetings", "back_to_court")
_OTHER: Mapping[str, Language] = {"en": "cy", "cy": "en"}
Written = tuple[Text, str, str]  # where it stands, its language, its words


@dataclass(frozen=True)
class InOneLanguage:
    """Words that stand under an order in one language: where, and the same in the other, empty until somebody
    has said it."""

    where: Text
    language: str
    words: str
    other_words: str = ""

    @property
    def other(self) -> Language:
        """The language in which they are said too."""
        return _OTHER[self.language]

    @property
    def key(self) -> str:
        """A name of these very words, for a form."""
        return hashlib.sha256(f"{self.language}\n{self.words}".encode()).hexdigest()[:16]


@once
def also_said(assistance: Assistance) -> Mapping[tuple[str, str], str]:
    """The same in the other language, by the language and the words; one that names a place which has become
    protected since is said no more."""
    closed = ClosedWords(assistance.case)
    rows = (
        AlsoSaid.objects.filter(assistance=assistance)
        .order_by("pk")
        .values_list("language", "words", "other_words")
    )
    return {(language, words): "" if closed(other) else other for language, words, other in rows}


def in_both(assistance: Assistance, language: str, words: str) -> Words:
    """Words with the same in the other language, where somebody has said it."""
    if not words:
        return NO_WORDS
    said = {cast(Language, language): words}
    if other := also_said(assistance).get((language, words), ""):
        said[_OTHER[language]] = other
    return Words(said)


def to_say_in_both(assistance: Assistance) -> Sequence[InOneLanguage]:
    """What the author wrote that a document of the order can tell: the plan at work and as it was written
    last, our opinion, what was done and what came of each issue. What somebody said is theirs, as they said
    it; what names a protected place leaves in neither."""
    closed, said = ClosedWords(assistance.case), also_said(assistance)
    written = (one for one in _written(assistance) if one[2].strip() and not closed(one[2]))
    found = {
        (language, words): InOneLanguage(where, language, words, said.get((language, words), ""))
        for where, language, words in written
        if language in _OTHER
    }
    return list(found.values())


def _written(assistance: Assistance) -> Iterator[Written]:
    plans, opinion = (complete_plan(assistance), latest_plan(assistance)), opinion_of(assistance)
    for plan in plans:
        if plan is not None:
            yield from ((where, plan.language, words) for where, words in _in_plan(plan))
    if opinion is not None:
        yield from ((where, opinion.language, words) for where, words in _in_opinion(assistance, opinion))
    for done in worked_of(assistance).filter(kind__in=(*Worked.OF_STEPS, Worked.OUTCOME)).order_by("pk"):
        name = "family_told.outcome" if done.kind == Worked.OUTCOME else "family_part.step"
        yield _of(name, done.number or 0), done.language, done.words


def _in_plan(plan: Plan) -> Iterator[tuple[Text, str]]:
    for number, issue in plan.numbered:
        yield from ((_of("family_part.issue", number), issue[one]) for one in ("issue", "benefit"))
    for step in plan.steps:
        where = _of("family_part.step", int(step["number"]))
        yield from ((where, step.get(one, "")) for one in ("action", "name", "often"))
    for check in plan.checks:
        yield from ((word("family_part.checking"), check[one]) for one in ("way", "often"))
    yield from ((word(f"family_part.{one}"), str(getattr(plan, one))) for one in PARTS)


def _in_opinion(assistance: Assistance, opinion: Opinion) -> Iterator[tuple[Text, str]]:
    yield from ((word(f"family_told.{one}"), str(getattr(opinion, one))) for one in OPINION_PARTS)
    asked = rules.questions_of_suitability(nation_of_officers(assistance.case), opinion.given_on)
    yield from ((question, str(opinion.suitable.get(one, ""))) for one, question in asked.items())


def _of(name: str, number: int) -> Text:
    said = word(name)
    return Text(en=f"{said.en} {number}", cy=f"{said.cy} {number}")
