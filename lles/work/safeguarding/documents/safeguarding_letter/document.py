"""The letter for one reader: the same facts in either language, as plain values for the two templates."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.rules.check_answers import OF_ADULTS, strongest_sentence
from lles.law.bilingual import Language, Text, day_in_words, time_in_words
from lles.law.jurisdiction import officer_title
from lles.work.safeguarding.documents.safeguarding_letter.grouping import (
    by_nation,
    everyone_spoken_to,
    is_check,
    sources,
)
from lles.work.safeguarding.rules.advice import next_steps, pieces_of_advice
from lles.work.safeguarding.rules.letter_content import ADVICE
from lles.work.safeguarding.rules.letter_facts import (
    AdultInLetter,
    Advised,
    Analysis,
    ChildInLetter,
    ConcernRaised,
    Enquiry,
    LetterFacts,
    Source,
    Spoken,
    Told,
    Typed,
)
from lles.work.safeguarding.rules.letter_filing import letter_is_named_by_nation
from lles.work.safeguarding.rules.letter_sections import ASKED, CHILDREN, EARLIER, NEXT, OUTSTANDING, of_adult

KIND = "safeguarding_letter"
TEMPLATES: Mapping[Language, Path] = {
    "en": Path(__file__).with_name("en.typ"),
    "cy": Path(__file__).with_name("cy.typ"),
}

Values = dict[str, object]


class WithheldFromReader(ValueError):
    """The letter is withheld from this party, so no version is made for that reader."""


def make_letter(facts: LetterFacts, reader: str, language: Language, made_at: datetime) -> Made:
    """The letter of one reader in one language; `reader` is the reader as file names call it."""
    return make(
        TEMPLATES[language],
        as_data(facts, language),
        kind=KIND,
        reader=reader,
        language=language,
        title=title(facts).said(language),
        made_at=made_at,
    )


def title(facts: LetterFacts) -> Text:
    """The name of the document: a letter in England, a report in Wales."""
    return letter_is_named_by_nation(facts.nations)


def as_data(facts: LetterFacts, language: Language) -> Values:
    """What the template of a language needs, worded where both languages have one word for it."""
    if facts.reader in {withheld.party for withheld in facts.withheld} and facts.reader:
        raise WithheldFromReader("the letter is withheld from its reader")
    say = _Said(language)
    return {
        "service": {
            "name": say.words(facts.service.name),
            "phone": _on_one_line(facts.service.phone) or None,
        },
        "court": say.words(facts.court),
        "court_number": facts.court_number,
        "reference": facts.reference,
        "hearing": {
            "kind": say.capital(facts.hearing.kind),
            "on": say.weekday(facts.hearing.on),
            "at": time_in_words(facts.hearing.at, language) if facts.hearing.at else None,
        },
        "applicants": list(facts.basis.applicants),
        "orders": [say.capital(order) for order in facts.basis.orders],
        "received_on": say.day(facts.basis.received_on),
        "issued_on": say.day(facts.basis.issued_on),
        "children": [say.child(child, facts.made_on) for child in facts.children],
        "own_of_children": say.own(facts, CHILDREN),
        "adults": [say.adult(adult) for adult in facts.adults],
        "earlier": [say.words(one) for one in facts.earlier],
        "own_of_earlier": say.own(facts, EARLIER),
        "asked": say.own(facts, ASKED),
        "sources": [say.source(asked, facts) for asked in sources(facts.enquiries) if is_check(asked)],
        "others": [say.source(asked, facts) for asked in sources(facts.enquiries) if not is_check(asked)],
        "conversations": [say.conversation(spoken, facts) for spoken in everyone_spoken_to(facts)],
        "analyses": [say.analysis(one) for one in facts.analyses],
        "advice": [say.advice(one) for one in facts.advice if one.advised],
        "options": [say.advice(one) for one in facts.advice if not one.advised],
        "own_of_advice": say.own(facts, ADVICE),
        "outstanding": [say.outstanding(enquiry) for enquiry in facts.enquiries if enquiry.is_out],
        "nobody_asked": not any(one.asked_of in OF_ADULTS for one in facts.enquiries),
        "own_of_outstanding": say.own(facts, OUTSTANDING),
        "next_steps": [say.words(next_steps()[code]) for code in facts.next_steps],
        "own_of_next": say.own(facts, NEXT),
        "done": [say.words(one) for one in facts.done],
        "late": facts.late and {"due_on": say.day(facts.late.due_on), "reason": say.typed(facts.late.reason)},
        "withheld": [
            {"party": one.party, "reason": say.typed(one.reason)}
            for one in facts.withheld
            if facts.is_for_the_court
        ],
        "author": {"name": facts.author.name, "job_title": say.words(facts.author.job_title)},
        "officers": [
            {"title": say.capital(officer_title(nation)), "children": children}
            for nation, children in by_nation(facts.children).items()
        ],
        "made_on": say.day(facts.made_on),
        "reader": facts.reader or None,
        "draft": facts.draft,
    }


class _Said:
    """The parts of the letter said in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def day(self, day: date | None) -> str | None:
        return _on_one_line(day_in_words(day, self.language, weekday=False)) if day else None

    def weekday(self, day: date | None) -> str | None:
        return _on_one_line(self._with_capital(day_in_words(day, self.language))) if day else None

    def words(self, text: Text) -> str:
        """Our own words, with the apostrophe of print; what people typed is left as it is."""
        return text.said(self.language).replace("'", "\u2019")

    def capital(self, text: Text) -> str:
        """A name that begins a line or fills a cell."""
        return self._with_capital(self.words(text))

    def _with_capital(self, words: str) -> str:
        return words[:1].upper() + words[1:]

    def typed(self, typed: Typed | None) -> Values | None:
        """Typed words as paragraphs of lines, with their language; foreign where the letter has another."""
        if typed is None or not typed.text.strip():
            return None
        said = typed.said(self.language)
        return {
            "paragraphs": _paragraphs(said.text),
            "lang": said.language,
            "foreign": said.language != self.language,
        }

    def child(self, child: ChildInLetter, day: date) -> Values:
        age = child.age_on(day)
        return {
            "name": child.name,
            "born_on": self.day(child.born_on),
            "age": None if age is None else str(age),
            "nation": str(child.nation),
        }

    def adult(self, adult: AdultInLetter) -> Values:
        kinds: dict[str, list[str]] = {}
        for relationship in adult.relationships:
            kinds.setdefault(self.capital(relationship.kind), []).append(relationship.child)
        return {
            "name": adult.name,
            "role": adult.role,
            "relationships": [{"kind": kind, "children": named} for kind, named in kinds.items()],
        }

    def own(self, facts: LetterFacts, section: str) -> Values | None:
        """What the officer adds in a section."""
        found = [one.words for one in facts.own if one.section == section]
        return self.typed(found[0]) if found else None

    def source(self, asked: list[Enquiry], facts: LetterFacts) -> Values:
        """One police force or council with what it answered. The officer's words on a section stand once, and
        not under a name where the section also holds an answer of which this reader learns no name."""
        first = asked[0]
        every = [each[0] for each in sources(facts.enquiries)]
        firsts = sorted(
            (one for one in every if one.section == first.section), key=lambda one: bool(one.body)
        )
        unnamed = [each for each in every if each.asked_of == first.asked_of and each.body is None]
        numbers = {id(each): number for number, each in enumerate(unnamed, 1)} if len(unnamed) > 1 else {}
        return {
            "asked_of": first.asked_of,
            "body": first.body and self.words(first.body),
            "number": numbers.get(id(first)),
            "enquiries": [self.enquiry(one) for one in asked],
            "own": self.own(facts, first.section) if firsts[0] is first else None,
        }

    def enquiry(self, enquiry: Enquiry) -> Values:
        return {
            "about": enquiry.about,
            "is_asked": enquiry.asked_on is not None,
            "is_answered": not enquiry.is_out,
            "asked_on": self.day(enquiry.asked_on) if enquiry.days_are_told else None,
            "answered_on": self.day(enquiry.answered_on) if enquiry.days_are_told else None,
            "told": [self.told(one) for one in enquiry.told],
            "otherwise": enquiry.was_asked_otherwise,
            "again": enquiry.is_asked_again,
        }

    def told(self, told: Told) -> Values:
        return {
            "says": self.words(strongest_sentence(told.outcome, told.ended)),
            "when": told.when and _on_one_line(told.when.said(self.language)),
            "subject": self.typed(told.subject),
            "child": told.child or None,
            "passed_on": self.typed(told.passed_on),
        }

    def outstanding(self, enquiry: Enquiry) -> Values:
        return {
            "about": enquiry.about,
            "asked_of": enquiry.asked_of,
            "body": enquiry.body and self.words(enquiry.body),
            "is_asked": enquiry.asked_on is not None,
            "expected_on": self.day(enquiry.expected_on),
        }

    def conversation(self, spoken: Spoken, facts: LetterFacts) -> Values:
        whose = spoken.key or spoken.adult
        raised = [concern for concern in facts.concerns if (concern.key or concern.speaker) == whose]
        return {
            "adult": spoken.adult,
            "reached_on": [self.day(day) for day in spoken.reached_on],
            "attempts": [self.day(day) for day in spoken.attempts],
            "language": spoken.language and self.capital(spoken.language),
            "interpreter": spoken.interpreter and self.capital(spoken.interpreter),
            "raised_nothing": all(one.deferred for one in raised) and not spoken.raised_more,
            "alleged": [self._concern(concern) for concern in raised if concern.stands_in],
            "concerns": [
                self._concern(concern) for concern in raised if not (concern.deferred or concern.stands_in)
            ],
            "deferred": [self._concern(concern) for concern in raised if concern.deferred],
            "own": self.own(facts, of_adult(spoken.slug)) if spoken.slug else None,
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

    def analysis(self, one: Analysis) -> Values:
        return {
            "child": one.child or None,
            "text": self.typed(one.text),
            "rests_on": [self._source(source) for source in one.rests_on],
        }

    def _source(self, source: Source) -> Values:
        """What a statement rests on; the body by its name, where this reader is told it."""
        return {
            "kind_of_source": source.kind,
            "body": source.body and self.words(source.body),
            "about": source.about or None,
            "on": self.day(source.on),
        }

    def advice(self, one: Advised) -> Values:
        piece = pieces_of_advice()[one.code]
        return {
            "says": self.words(piece.says if one.advised else piece.option),
            "reason": self.typed(one.reason),
            "against": self.typed(one.against),
        }


def _on_one_line(words: str) -> str:
    """A day or a number that no line break parts."""
    return words.replace(" ", "\u00a0")


def _paragraphs(text: str) -> list[list[str]]:
    """Typed text as it was laid out: an empty line parts paragraphs, a new line stays one."""
    paragraphs: list[list[str]] = [[]]
    for line in map(str.strip, text.strip().splitlines()):
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return paragraphs
