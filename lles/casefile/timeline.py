"""The timeline: what happened, kept as names and facts, said in either language years later."""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from lles.casefile.models import Case, Entry, Officer
from lles.casefile.passage import current
from lles.law.bilingual import Filling, Language, Text

LONDON = ZoneInfo("Europe/London")
_words: dict[str, Text] = {}
_groups: dict[str, tuple[str, ...]] = {}
NOT_OF_A_CASE = "service"
TYPED = frozenset({"reason", "why", "title", "name", "was", "now"})
"""Facts that hold words as somebody typed them or as the court sent them."""


class NoWordsFor(KeyError):
    """A name of the timeline, of a task or of a code has no words yet."""


@dataclass(frozen=True)
class Word:
    """A name whose words exist in both languages: a kind of task, an outcome, a role."""

    name: str


Fact = str | int | date | datetime | Text | Word | tuple["Said", ...]


@dataclass(frozen=True)
class Said:
    """One line for the timeline: its name and its facts; never a place where a person can be found."""

    kind: str
    facts: Mapping[str, Fact]

    def as_data(self) -> dict[str, object]:
        """The facts as plain values, fit for JSON."""
        return {name: _as_data(fact) for name, fact in self.facts.items()}


def says(kind: str, /, **facts: Fact) -> Said:
    """A line of the timeline from its name and facts."""
    word(f"entry.{kind}")
    return Said(kind, facts)


def learn(path: Path) -> None:
    """Takes the words of a folder: names, each with `en` and `cy`; and the groups of its lines."""
    with path.open("rb") as file:
        table = tomllib.load(file)
    for group, kinds in table.pop("groups", {}).items():
        _groups[group] = tuple(dict.fromkeys((*_groups.get(group, ()), *kinds)))
    _learn(table, "")


def _learn(table: Mapping[str, object], prefix: str) -> None:
    for key, value in table.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping) and set(value) == {"en", "cy"}:
            _words[name] = Text(en=str(value["en"]), cy=str(value["cy"]))
        elif isinstance(value, Mapping):
            _learn(value, f"{name}.")
        else:
            raise ValueError(f"{name} needs words in both languages")


def word(name: str) -> Text:
    """The words of a name; `NoWordsFor` where there are none."""
    if name not in _words:
        raise NoWordsFor(name)
    return _words[name]


def word_or_code(group: str, code: str) -> Text:
    """The words of a code of the court, or the code itself where it is not known to us."""
    return word_or_none(group, code) or Text(en=code, cy=code)


def word_or_none(group: str, code: str) -> Text | None:
    """The words of a code of the court, None where it is not known to us."""
    return _words.get(f"{group}.{code}")


def groups() -> Mapping[str, tuple[str, ...]]:
    """The kinds of line by their group, in the order in which a page offers them."""
    return dict(_groups)


def all_words() -> Mapping[str, Text]:
    """Every name that has words, for the tests and the generated pages."""
    return dict(_words)


def write(said: Said, *, case: Case | None, subject: str, by: Officer, at: datetime) -> Entry:
    """Writes one line, with the others of its passage; the door alone calls it."""
    line = Entry(case=case, subject=subject, kind=said.kind, facts=said.as_data(), by=by, at=at)
    if here := current():
        here.lines.append(line)
    else:
        line.save()
    return line


def read(
    kind: str, facts: Mapping[str, object], language: Language, typed: Callable[[str], Filling] = str
) -> tuple[str, ...]:
    """The lines of one entry in one language: the sentence, then one line for each thing it lists; `typed`
    says what stands there of words that somebody typed."""
    plain = {name: _plain(name, fact, typed) for name, fact in facts.items() if not isinstance(fact, list)}
    lines = [word(f"entry.{kind}").fill(**plain).said(language)]
    for fact in facts.values():
        if isinstance(fact, list):
            lines.extend(line for item in fact for line in read(item["kind"], item["facts"], language, typed))
    return tuple(lines)


def _plain(name: str, fact: object, typed: Callable[[str], Filling]) -> Filling:
    """What stands for a fact: words that are alike in both languages are nobody's of ours, and stand as they
    came only where nothing is closed in them."""
    if isinstance(fact, str) and name in TYPED:
        return typed(fact)
    value = _from_data(fact)
    return typed(value.en) if isinstance(value, Text) and value.en == value.cy else value


def _as_data(fact: Fact) -> object:
    if isinstance(fact, Word):
        return {"word": fact.name}
    if isinstance(fact, Text):
        return {"text": fact.as_data()}
    if isinstance(fact, datetime):
        return {"moment": fact.isoformat()}
    if isinstance(fact, date):
        return {"day": fact.isoformat()}
    if isinstance(fact, tuple):
        return [{"kind": said.kind, "facts": said.as_data()} for said in fact]
    return fact


def _from_data(fact: object) -> Filling:
    if isinstance(fact, Mapping):
        return _from_mapping(fact)
    return fact if isinstance(fact, int) else str(fact)


def _from_mapping(fact: Mapping[str, object]) -> Filling:
    if "word" in fact:
        name = str(fact["word"])
        return word_or_code(*name.split(".", 1)) if "." in name else word(name)
    if "text" in fact:
        return Text.from_data(fact["text"])
    if "moment" in fact:
        return datetime.fromisoformat(str(fact["moment"])).astimezone(LONDON)
    return date.fromisoformat(str(fact["day"]))


def words_of(names: Iterable[str]) -> tuple[Text, ...]:
    """The words of several names."""
    return tuple(word(name) for name in names)


def reader_in_words(reader: str) -> Text:
    """A reader as the timeline names them: the court, a body, or a party by role and number."""
    role, _, number = reader.rpartition("-")
    if not role:
        return word_or_code("reader", reader)
    named = word_or_code("role", role)
    return Text(en=f"{named.en} {number}", cy=f"{named.cy} {number}")
