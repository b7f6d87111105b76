"""What the author adds to the record for the letter: own words by section with what they rest on, what
becomes of each thing an adult raised, and the options put before the court."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lles.law.bilingual import Language

SAFETY, ADVICE = "safety", "advice"


def other_language(language: Language) -> Language:
    """The one of our two languages that this is not."""
    return "en" if language == "cy" else "cy"


def _language(code: object) -> Language:
    return "cy" if code == "cy" else "en"


@dataclass(frozen=True)
class OwnWords:
    """The author's own words in one section: their language, what was chosen that they rest on (a kind and
    a number, `answer:7`), the answers to checks that stood when they were written, and the same words in the
    other language, where the author wrote them in both."""

    text: str
    language: Language
    rests_on: tuple[str, ...] = ()
    seen: frozenset[int] = frozenset()
    other: str = ""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "OwnWords":
        """The words again from plain values."""
        language = _language(data.get("language"))
        rests_on, seen = data.get("rests_on", ()), data.get("seen", ())
        other = str(data.get("other", ""))
        return cls(str(data["text"]), language, tuple(map(str, rests_on)), frozenset(map(int, seen)), other)

    def as_data(self) -> dict[str, object]:
        """The words as plain values, fit for JSON."""
        known = {"text": self.text, "language": self.language, "other": self.other}
        return {**known, "rests_on": list(self.rests_on), "seen": sorted(self.seen)}


@dataclass(frozen=True)
class Decision:
    """What becomes of one thing that an adult raised: in the letter, or left out, because; from whose
    version it is kept because they, or what they might do, would harm somebody; and how its author renders
    what was said in the other language, which is that one."""

    use: bool | None = None
    because: str = ""
    kept_from: tuple[str, ...] = ()
    harm: str = ""
    language: Language = "en"
    rendering: str = ""
    rendered_in: Language = "en"

    @property
    def is_left_out(self) -> bool:
        """Only what is left out with a reason is left out."""
        return self.use is False and bool(self.because.strip())

    @property
    def is_decided(self) -> bool:
        """Whether somebody said to use it, or why not."""
        return self.use is True or self.is_left_out

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Decision":
        """The decision again from plain values."""
        language, rendered_in = (_language(data.get(name)) for name in ("language", "rendered_in"))
        kept_from = tuple(map(str, data.get("kept_from", ())))
        because, harm, rendering = (str(data.get(name, "")) for name in ("because", "harm", "rendering"))
        return cls(data.get("use"), because, kept_from, harm, language, rendering, rendered_in)

    def as_data(self) -> dict[str, object]:
        """The decision as plain values, fit for JSON."""
        known = {"use": self.use, "because": self.because, "language": self.language}
        rendered = {"rendering": self.rendering, "rendered_in": self.rendered_in}
        return {**known, **rendered, "kept_from": list(self.kept_from), "harm": self.harm}


@dataclass(frozen=True)
class Option:
    """A course open to the court, by its code: whether we advise it (None while nobody has said), what speaks
    for it and what against, and both in the other language, where the author wrote them in both."""

    code: str
    reason: str = ""
    against: str = ""
    advised: bool | None = True
    language: Language = "en"
    other_reason: str = ""
    other_against: str = ""

    @classmethod
    def from_data(cls, data: Mapping[str, Any], language: Language) -> "Option":
        """The option again from plain values; `language` is that of the letter, for one that names none."""
        own: Language = data.get("language") or language
        texts = ("reason", "against", "other_reason", "other_against")
        told = {name: str(data.get(name, "")).strip() for name in texts}
        return cls(str(data["code"]), advised=data.get("advised"), language=own, **told)

    def as_data(self) -> dict[str, object]:
        """The option as plain values, fit for JSON."""
        known = {"code": self.code, "reason": self.reason, "against": self.against}
        other = {"other_reason": self.other_reason, "other_against": self.other_against}
        return {**known, **other, "advised": self.advised, "language": self.language}


@dataclass(frozen=True)
class Content:
    """Everything the author adds."""

    language: Language = "en"
    words: Mapping[str, OwnWords] = field(default_factory=dict)
    concerns: Mapping[int, Decision] = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    next_steps: tuple[str, ...] = ()

    def decision_on(self, concern: int) -> Decision:
        """What becomes of one concern; nothing said means that it stands in the letter, undecided."""
        return self.concerns.get(concern, Decision())

    def words_of(self, section: str) -> OwnWords | None:
        """The author's words in one section, None where there are none."""
        found = self.words.get(section)
        return found if found and found.text.strip() else None


def words_as_data(content: Content) -> dict[str, object]:
    """The words of every section that has any, as plain values; of the advice also what its options knew."""
    return {
        key: one.as_data()
        for key, one in content.words.items()
        if one.text.strip() or (key == ADVICE and content.options)
    }


def concerns_as_data(concerns: Mapping[int, Decision]) -> dict[str, object]:
    """What was decided of each concern, as plain values; what was not decided is not kept."""
    return {
        str(key): one.as_data() for key, one in concerns.items() if one != Decision(language=one.language)
    }


def undecided(content: Content, raised: Iterable[int]) -> tuple[int, ...]:
    """The concerns on which nobody has decided yet, those deferred to the hearing among them, for they stand
    in the letter, too (SG-SCOPE). Every page and every count asks this one."""
    return tuple(concern for concern in raised if not content.decision_on(concern).is_decided)


def with_what_was_seen(
    content: Content, before: Content, now: frozenset[int], looked_again: Collection[str] = ()
) -> Content:
    """The content with the answers that stood when somebody last wrote each section or looked at it again;
    what was not touched has seen no more than before."""
    words = dict(content.words)
    if content.options:
        words.setdefault(ADVICE, OwnWords("", content.language))
    seen = {
        section: replace(one, seen=now if _is_touched(section, content, before, looked_again) else old.seen)
        for section, one in words.items()
        for old in (before.words.get(section, one),)
    }
    return replace(content, words=seen)


def _is_touched(section: str, content: Content, before: Content, looked_again: Collection[str]) -> bool:
    old, new = before.words.get(section), content.words.get(section)
    if section in looked_again or old is None:
        return True
    if section == ADVICE and content.options != before.options:
        return True
    return new is not None and (old.text, old.other, old.rests_on) != (new.text, new.other, new.rests_on)
