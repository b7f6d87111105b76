"""How the facts of a further letter are said in one language: days, our own words, typed words, rows."""

from collections.abc import Iterable, Sequence
from datetime import date

from lles.casefile.rules.check_answers import strongest_sentence
from lles.law.bilingual import Language, Text, day_in_words, time_in_words
from lles.law.jurisdiction import Nation, officer_title
from lles.work.safeguarding.rules.further_facts import FurtherFacts
from lles.work.safeguarding.rules.letter_facts import (
    ChildInLetter,
    ConcernRaised,
    Enquiry,
    Spoken,
    Told,
    Typed,
)

Values = dict[str, object]
HARD_SPACE = "\u00a0"


class Wording:
    """The parts of a further letter said in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def words(self, text: Text) -> str:
        """Our own words, with the apostrophe of print; what people typed is left as it is."""
        return text.said(self.language).replace("'", "\u2019")

    def capital(self, text: Text) -> str:
        """A name that begins a line or fills a cell."""
        words = self.words(text)
        return words[:1].upper() + words[1:]

    def day(self, day: date | None, *, weekday: bool = False) -> str | None:
        """A day on one line."""
        if day is None:
            return None
        said = day_in_words(day, self.language, weekday=weekday).replace(" ", HARD_SPACE)
        return said[:1].upper() + said[1:] if weekday else said

    def typed(self, typed: Typed | None) -> Values | None:
        """Typed words as paragraphs of lines, with their language; foreign where the letter has another. What
        was written in both languages is told in that of the letter."""
        if typed is None or not typed.text.strip():
            return None
        said = typed.said(self.language)
        return {
            "paragraphs": _paragraphs(said.text),
            "lang": said.language,
            "foreign": said.language != self.language,
        }

    def enquiry(self, enquiry: Enquiry) -> Values:
        """An enquiry with its answer, or with the day on which one is expected."""
        return {
            "about": enquiry.about,
            "asked_of": enquiry.asked_of,
            "body": enquiry.body and self.words(enquiry.body),
            "is_asked": enquiry.asked_on is not None,
            "asked_on": self.day(enquiry.asked_on) if enquiry.days_are_told else None,
            "expected_on": self.day(enquiry.expected_on),
            "answered_on": self.day(enquiry.answered_on) if enquiry.days_are_told else None,
            "told": [self.told(one) for one in enquiry.told],
            "otherwise": enquiry.was_asked_otherwise,
            "again": enquiry.is_asked_again,
        }

    def told(self, told: Told) -> Values:
        """One thing an answer says: never more than its closed word carries."""
        return {
            "says": self.words(strongest_sentence(told.outcome, told.ended)),
            "when": told.when and told.when.said(self.language).replace(" ", HARD_SPACE),
            "subject": self.typed(told.subject),
            "child": told.child or None,
            "passed_on": self.typed(told.passed_on),
        }

    def conversation(self, spoken: Spoken, concerns: Iterable[ConcernRaised]) -> Values:
        """What one adult said, and on which days they were or were not reached."""
        raised = [one for one in concerns if one.key == spoken.key]
        return {
            "adult": spoken.adult,
            "reached_on": [self.day(day) for day in spoken.reached_on],
            "attempts": [self.day(day) for day in spoken.attempts],
            "raised_nothing": all(one.deferred for one in raised) and not spoken.raised_more,
            "alleged": [self._concern(one) for one in raised if one.stands_in],
            "concerns": [self._concern(one) for one in raised if not (one.deferred or one.stands_in)],
            "deferred": [self._concern(one) for one in raised if one.deferred],
        }

    def _concern(self, concern: ConcernRaised) -> Values:
        return {
            "words": self.typed(concern.words),
            "rendering": self.typed(concern.rendering),
            "child": concern.child or None,
            "kept_from": list(concern.kept_from),
            "harm": self.typed(concern.harm),
            "interpreted": concern.interpreted and self.capital(concern.interpreted),
            "who": self.typed(concern.who),
            "when": self.typed(concern.when),
            "child_present": concern.child_present,
            "stands_in": concern.stands_in and self.words(concern.stands_in),
        }

    def officers(self, children: Sequence[ChildInLetter]) -> list[Values]:
        """The officer by the title that the law of each child's nation gives."""
        named: dict[Nation, list[str]] = {}
        for child in children:
            named.setdefault(child.nation, []).append(child.name)
        return [{"title": self.capital(officer_title(one)), "children": of} for one, of in named.items()]


def common_values(facts: FurtherFacts, say: Wording) -> Values:
    """What every further letter says: for whom, about whom, by whom."""
    hearing = facts.hearing
    return {
        "service": {
            "name": say.words(facts.service.name),
            "phone": facts.service.phone.replace(" ", HARD_SPACE) or None,
        },
        "number": str(facts.number),
        "court": say.words(facts.court),
        "court_number": facts.court_number,
        "reference": facts.reference,
        "hearing": {
            "kind": say.capital(hearing.kind),
            "on": say.day(hearing.on, weekday=True),
            "at": time_in_words(hearing.at, say.language) if hearing.at else None,
        },
        "children": [{"name": one.name, "born_on": say.day(one.born_on)} for one in facts.children],
        "adults": [
            {
                "name": one.name,
                "role": one.role,
                "relations": [
                    f"{say.capital(related.kind)}: {related.child}" for related in one.relationships
                ],
            }
            for one in facts.adults
        ],
        "answered": [say.enquiry(one) for one in facts.answered],
        "outstanding": [say.enquiry(one) for one in facts.outstanding],
        "conversations": [say.conversation(one, facts.concerns) for one in facts.conversations],
        "done": [say.words(one) for one in facts.done],
        "words": say.typed(facts.words),
        "withheld": [
            {"party": one.party, "reason": say.typed(one.reason)}
            for one in facts.withheld
            if facts.is_for_the_court
        ],
        "author": {"name": facts.author.name, "job_title": say.words(facts.author.job_title)},
        "officers": say.officers(facts.children),
        "made_on": say.day(facts.made_on),
        "reader": facts.reader or None,
        "draft": facts.draft,
    }


def _paragraphs(text: str) -> list[list[str]]:
    """Typed text as it was laid out: an empty line parts paragraphs, a new line stays one."""
    paragraphs: list[list[str]] = [[]]
    for line in map(str.strip, text.strip().splitlines()):
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return paragraphs
