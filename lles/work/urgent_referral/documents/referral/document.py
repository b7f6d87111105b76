"""The referral for one body in one language: plain values for the two templates, from the same facts."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from lles.casefile.documents import Made, make
from lles.casefile.timeline import word
from lles.law.bilingual import Language, Text, day_in_words, moment_in_words
from lles.work.urgent_referral.rules.referral_facts import (
    AdultReferred,
    ChildReferred,
    Findable,
    ReferralFacts,
    TypedWords,
)

KIND = "urgent_referral"
TEMPLATES: Mapping[Language, Path] = {
    "en": Path(__file__).with_name("en.typ"),
    "cy": Path(__file__).with_name("cy.typ"),
}

Values = dict[str, object]


def make_referral(facts: ReferralFacts, language: Language) -> Made:
    """The referral in one language; its reader is the kind of body, so that its name points nowhere."""
    return make(
        TEMPLATES[language], as_data(facts, language), kind=KIND, reader=facts.kind, language=language,
        title=word(f"document.{KIND}").said(language), made_at=facts.made_at,
    )  # fmt: skip


def as_data(facts: ReferralFacts, language: Language) -> Values:
    """What the template of a language needs, worded where both languages have one word for it."""
    say = _Said(language)
    return {
        "service": {
            "name": say.words(facts.service), "office": say.words(facts.office), "phone": facts.phone or None,
        },
        "urgent": True,
        "kind": facts.kind,
        "body": say.words(facts.body),
        "receipt": facts.receipt,
        "reference": facts.reference,
        "court": say.words(facts.court),
        "court_number": facts.court_number,
        "seen_at": say.moment(facts.seen_at),
        "seen_in": say.capital(facts.seen_in),
        "teller": facts.teller or None,
        "learnt": say.typed(facts.learnt),
        "harm": [say.words(one) for one in facts.harm],
        "children_safe": say.words(facts.children_safe),
        "adults_safe": say.words(facts.adults_safe),
        "safety": say.typed(facts.safety),
        "children": [say.child(child) for child in facts.children],
        "adults": [say.adult(adult) for adult in facts.adults],
        "findable": [say.findable(one) for one in facts.findable],
        "why_told": say.typed(facts.why_told),
        "phoned": None if facts.phoned_at is None
        else {"at": say.moment(facts.phoned_at), "whom": facts.phoned_whom or None},
        "hearing": say.moment(facts.next_hearing) if facts.next_hearing else None,
        "author": {"name": facts.author, "job": say.words(facts.job)},
        "made_at": say.moment(facts.made_at),
    }  # fmt: skip


class _Said:
    """The parts of the referral said in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def words(self, text: Text) -> str:
        """Our own words, with the apostrophe of print."""
        return text.said(self.language).replace("'", "\u2019")

    def capital(self, text: Text) -> str:
        """Words that begin a line."""
        words = self.words(text)
        return words[:1].upper() + words[1:]

    def moment(self, moment: object) -> str:
        """A moment, as it begins a line."""
        words = moment_in_words(moment, self.language)  # type: ignore[arg-type]  # checked where the document is asked for
        return words[:1].upper() + words[1:]

    def day(self, day: date | None) -> str | None:
        return day_in_words(day, self.language, weekday=False).replace(" ", "\u00a0") if day else None

    def typed(self, typed: TypedWords) -> Values | None:
        """Typed words as paragraphs of lines, with their language; foreign where the document has another."""
        if not typed.text.strip():
            return None
        parts = [part.splitlines() for part in typed.text.strip().replace("\r\n", "\n").split("\n\n")]
        return {
            "paragraphs": [[line.strip() for line in part if line.strip()] for part in parts if part],
            "lang": typed.language,
            "foreign": typed.language != self.language,
        }

    def child(self, child: ChildReferred) -> Values:
        return {
            "name": child.name,
            "born_on": self.day(child.born_on),
            "age": None if child.age is None else str(child.age),
            "language": self.of_language(child.language),
            "in_danger": child.in_danger,
        }

    def adult(self, adult: AdultReferred) -> Values:
        return {
            "name": adult.name,
            "born_on": self.day(adult.born_on),
            "role": adult.role,
            "relations": [{"kind": self.capital(kind), "child": child} for kind, child in adult.relations],
            "language": self.of_language(adult.language),
            "knows": adult.knows,
        }

    def of_language(self, language: str) -> str | None:
        """The language somebody chose."""
        return self.words(word(f"language.{language}")) if language else None

    def findable(self, one: Findable) -> Values:
        lines = [line for line in one.lines if line]
        return {"name": one.name, "kind": self.words(one.kind), "lines": lines, "protected": one.protected}
