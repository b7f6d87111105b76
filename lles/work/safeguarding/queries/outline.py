"""The letter section by section, as its page shows it: what the record says, how it stands, what it rests
on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lles.casefile.models import Check, CheckAnswer, Conversation
from lles.casefile.rules.bodies import body_name
from lles.casefile.rules.check_answers import strongest_sentence
from lles.casefile.timeline import LONDON, word, word_or_code
from lles.law.bilingual import Text
from lles.work.safeguarding.queries.concerns import Said
from lles.work.safeguarding.queries.evidence import Evidence, evidence_of
from lles.work.safeguarding.queries.letter_record import LetterRecord
from lles.work.safeguarding.queries.section_names import section_name
from lles.work.safeguarding.queries.writing import changed_sections
from lles.work.safeguarding.rules.letter_content import ADVICE, SAFETY, Decision, OwnWords, undecided
from lles.work.safeguarding.rules.letter_sections import (
    ASKED,
    CHILDREN,
    COUNCIL,
    EARLIER,
    LATE,
    NEXT,
    OUTSTANDING,
    POLICE,
    SOURCE,
    SectionFacts,
    Stands,
    anchor,
    of_adult,
    of_child,
    section_of_check,
    stands,
)
from lles.work.safeguarding.rules.letter_writing import shortened


@dataclass(frozen=True)
class EvidenceShown:
    """One thing that words can rest on: what it is, what it says at most, its day, and the page that shows
    it."""

    ref: str
    title: Text
    says: Text
    on: date
    page: str


@dataclass(frozen=True)
class ConcernShown:
    """One thing an adult raised, and what becomes of it."""

    said: Said
    decision: Decision
    kept_from: tuple[str, ...]


@dataclass(frozen=True)
class SectionShown:
    """A section of the letter on its page."""

    key: str
    kind: str
    title: Text
    stands: Stands
    words: OwnWords | None = None
    has_changed: bool = False
    checks: tuple[tuple[Check, CheckAnswer | None], ...] = ()
    calls: tuple[Conversation, ...] = ()
    concerns: tuple[ConcernShown, ...] = ()
    evidence: tuple[EvidenceShown, ...] = ()
    may_be_written: bool = True

    @property
    def anchor(self) -> str:
        """Where the section stands on the page."""
        return anchor(self.key)


def outline(record: LetterRecord) -> tuple[SectionShown, ...]:
    """Every section, in the order of the letter; one with words that has gone from the record stands last."""
    changed = frozenset(changed_sections(record))
    every = {one.ref: evidence_shown(one) for one in evidence_of(record)}
    sections = {key: _section(record, key, changed, every) for key in section_keys(record)}
    gone = [key for key in record.content.words if key not in sections and record.content.words_of(key)]
    return (*sections.values(), *(_section(record, key, changed, every) for key in gone))


def section_keys(record: LetterRecord) -> tuple[str, ...]:
    """The sections of the letter of this case."""
    return tuple(dict.fromkeys(_keys(record)))


def _keys(record: LetterRecord) -> Iterator[str]:
    yield from (CHILDREN, EARLIER, ASKED, POLICE)
    councils = [check for check in record.checks if check.kind == Check.LOCAL_AUTHORITY]
    for check in sorted(councils, key=lambda one: not one.body):
        yield section_of_check(check.kind, check.body, check.pk)
    yield from (section_of_check(check.kind, check.body, check.pk) for check in record.others)
    yield from (of_adult(adult.slug) for adult in record.adults)
    yield SAFETY
    if len(record.children) > 1:
        yield from (of_child(child.pk) for child in record.children)
    yield from (ADVICE, OUTSTANDING, NEXT, LATE)


def _section(
    record: LetterRecord, key: str, changed: frozenset[str], every: dict[str, EvidenceShown]
) -> SectionShown:
    kind, _, _about = key.partition(".")
    checks = _checks(record, key)
    calls = _calls(record, key)
    concerns = tuple(_concerns(record, key))
    own = {f"answer:{answer.pk}" for _, answer in checks if answer and kind != ASKED}
    own |= {f"conversation:{call.pk}" for call in calls}
    words = record.content.words_of(key)
    chosen = {*own, *(words.rests_on if words else ())}
    facts = SectionFacts(
        says_something=bool(concerns) or _says_something(record, key, checks, calls),
        is_waiting=_is_waiting(kind, checks, calls),
        is_written=words is not None or _is_chosen(record, kind),
        has_changed=key in changed,
        undecided=len(undecided(record.content, [one.said.number for one in concerns])),
    )
    return SectionShown(
        key=key,
        kind=kind,
        title=section_name(record, key),
        stands=stands(facts),
        words=words,
        has_changed=key in changed,
        checks=checks,
        calls=calls,
        concerns=concerns,
        evidence=tuple(shown for ref, shown in every.items() if ref in chosen),
        may_be_written=key != COUNCIL,
    )


def _checks(record: LetterRecord, key: str) -> tuple[tuple[Check, CheckAnswer | None], ...]:
    of_key = (
        check
        for check in record.everybody_asked
        if key in (ASKED, section_of_check(check.kind, check.body, check.pk))
        or (key == OUTSTANDING and check.pk not in record.answers)
    )
    return tuple((check, record.answers.get(check.pk)) for check in of_key)


def _calls(record: LetterRecord, key: str) -> tuple[Conversation, ...]:
    whose = {of_adult(adult.slug): adult.pk for adult in record.adults}.get(key)
    return tuple(call for call in record.conversations if call.party_id == whose)


def _concerns(record: LetterRecord, key: str) -> Iterator[ConcernShown]:
    names = {adult.slug: adult.name for adult in record.adults}
    for one in record.said:
        if of_adult(one.party.slug) == key:
            decided = record.decision_on(one.number)
            yield ConcernShown(one, decided, tuple(names.get(slug, slug) for slug in decided.kept_from))


def _says_something(
    record: LetterRecord,
    key: str,
    checks: Sequence[tuple[Check, CheckAnswer | None]],
    calls: Sequence[Conversation],
) -> bool:
    if key == CHILDREN:
        return bool(record.children)
    if key == EARLIER:
        return bool(record.earlier)
    if key == OUTSTANDING:
        return bool(record.checks)
    return bool(calls) or any(check.asked_on or answer for check, answer in checks)


def _is_waiting(
    kind: str, checks: Sequence[tuple[Check, CheckAnswer | None]], calls: Sequence[Conversation]
) -> bool:
    if kind == ASKED:
        return any(check.asked_on is None and answer is None for check, answer in checks)
    if kind in (POLICE, COUNCIL, SOURCE):
        return any(answer is None for _, answer in checks)
    return bool(calls) and not any(call.outcome == Conversation.SPOKE for call in calls)


def _is_chosen(record: LetterRecord, kind: str) -> bool:
    """Whether the section is written by what was ticked in it."""
    ticked = {ADVICE: record.content.options, NEXT: record.content.next_steps}
    return bool(ticked.get(kind))


def evidence_shown(one: Evidence) -> EvidenceShown:
    """Evidence in words of both languages; of an answer never more than its outcome carries."""
    if one.check and one.answer:
        body = (
            body_name(one.check.kind, one.check.body) if one.check.body else word(f"check.{one.check.kind}")
        )
        title = word("evidence.answer").fill(body=body, name=one.check.person.name)
        return EvidenceShown(one.ref, title, _at_most(one.answer), one.answer.received_on, "casefile:checks")
    if one.conversation:
        on = one.conversation.began_at.astimezone(LONDON).date()
        name = one.conversation.party.name
        said = shortened(one.words)
        title = word("evidence.concern" if said else "evidence.conversation").fill(name=name, words=said)
        return EvidenceShown(one.ref, title, Text("", ""), on, "casefile:conversations")
    assert one.paper is not None
    title = word("evidence.paper").fill(kind=word_or_code("paper", one.paper.kind))
    return EvidenceShown(one.ref, title, Text("", ""), one.paper.received_on, "casefile:documents")


def _at_most(answer: CheckAnswer) -> Text:
    """The most that may be built on an answer: the sentence of each of its facts."""
    said = [strongest_sentence(fact.outcome, fact.ended) for fact in answer.facts.all()]
    return Text(en=" ".join(one.en for one in said), cy=" ".join(one.cy for one in said))
