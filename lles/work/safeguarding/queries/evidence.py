"""What statements of the letter rest on: answers, conversations, what was said, and papers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lles.casefile.models import Check, CheckAnswer, Concern, Conversation, ReceivedPaper
from lles.casefile.timeline import LONDON
from lles.work.safeguarding.queries.letter_record import LetterRecord
from lles.work.safeguarding.queries.readers import Reader
from lles.work.safeguarding.rules.letter_facts import Source

ANSWER, CONVERSATION, CONCERN, PAPER = "answer", "conversation", "concern", "paper"


@dataclass(frozen=True)
class Evidence:
    """One thing on the file that a statement can rest on, with what one needs to show it and to find it."""

    ref: str
    check: Check | None = None
    answer: CheckAnswer | None = None
    conversation: Conversation | None = None
    concern: Concern | None = None
    paper: ReceivedPaper | None = None
    words: str = ""


def evidence_of(record: LetterRecord) -> tuple[Evidence, ...]:
    """Everything on the file that a statement can rest on: the answers that stand, the conversations with
    what was said in them, the papers."""
    return tuple(_every(record))


def _every(record: LetterRecord) -> Iterator[Evidence]:
    for check in record.everybody_asked:
        if answer := record.answers.get(check.pk):
            yield Evidence(f"{ANSWER}:{answer.pk}", check=check, answer=answer)
    for call in record.conversations:
        if call.outcome != Conversation.SPOKE:
            continue
        yield Evidence(f"{CONVERSATION}:{call.pk}", conversation=call)
        for concern in call.concerns.all():
            yield Evidence(
                f"{CONCERN}:{concern.pk}", conversation=call, concern=concern, words=record.marked[concern.pk]
            )
    for paper in record.papers:
        yield Evidence(f"{PAPER}:{paper.pk}", paper=paper)


def number_of(ref: str) -> int:
    """The number in a reference."""
    return int(ref.partition(":")[2])


def sources_for(refs: Sequence[str], record: LetterRecord, reader: Reader) -> tuple[Source, ...]:
    """What words rest on, as one reader may be told; an answer that another took the place of is told by its
    successor, and what is left out or kept from this reader is not told."""
    found = {one.ref: one for one in evidence_of(record)} if refs else {}
    successors = {
        f"{ANSWER}:{old.pk}": f"{ANSWER}:{record.answers[old.asked_id].pk}" for old in record.every_answer
    }
    current = dict.fromkeys(successors.get(ref, ref) for ref in refs)
    told = (_source(found[ref], record, reader) for ref in current if ref in found)
    return tuple(dict.fromkeys(one for one in told if one is not None))


def _source(one: Evidence, record: LetterRecord, reader: Reader) -> Source | None:
    if one.check and one.answer:
        body = record.body_for(one.check, reader)
        on = one.answer.received_on if body else None
        return Source(_kind(one.check), one.check.person.name, on, body)
    if one.concern and _is_untold(one.concern, record, reader):
        return None
    if one.conversation:
        on = one.conversation.began_at.astimezone(LONDON).date()
        return Source("conversation", one.conversation.party.name, on)
    # Who sent a paper may say where somebody is: only its day is told.
    return Source("paper", "", one.paper.received_on) if one.paper else None


def _kind(check: Check) -> Literal["police", "local_authority", "close_to_child"]:
    if check.is_source:
        return "close_to_child"
    return "police" if check.kind == Check.POLICE else "local_authority"


def _is_untold(concern: Concern, record: LetterRecord, reader: Reader) -> bool:
    return record.is_kept_from(concern.pk, reader) or record.decision_on(concern.pk).is_left_out
