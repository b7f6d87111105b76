"""What the file says for the rules of danger seen, and one referral of a case by its number."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lles.casefile.locations import opened, sealed
from lles.casefile.models import Case, CheckAnswer, Child, Conversation, ReceivedPaper, Task
from lles.casefile.once import once
from lles.casefile.passage import is_new
from lles.casefile.queries.intake import nations_among
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Text
from lles.law.due import DueDay
from lles.work.urgent_referral.models import ReadForDanger, Recipient, Referral, Written
from lles.work.urgent_referral.rules import (
    DangerFacts,
    asked_again_by,
    asked_on_receipt,
    immediate_risk_is_referred_at_once,
    written_by,
)

ASK = "danger.asked"  # no danger has been seen yet: a task of no referral
RECORD = "urgent_referral.record"
TELL, WRITE, CHASE, NOTE = (f"urgent_referral.{name}" for name in ("tell", "write", "chase", "note"))
CALLS = "calls"
OPEN_STATES = (Recipient.SENT, Recipient.ACKNOWLEDGED)


@dataclass(frozen=True)
class CallBefore:
    """A telephone call about a danger before there was a case, and what they said where they had not yet
    said what they will do."""

    kind: str
    body: str
    whom: str
    at: datetime
    by: str
    said: str
    language: str


def closed_words(calls: Sequence[CallBefore] = (), **words: str) -> bytes:
    """Words that may say where somebody is, closed with the key of the locations."""
    made = [{**vars(one), "at": one.at.isoformat()} for one in calls]
    return sealed(json.dumps({**words, **({CALLS: made} if made else {})}).encode())


def opened_words(content: bytes | memoryview) -> Mapping[str, str]:
    """The words again, by their names."""
    found: dict[str, str] = json.loads(opened(bytes(content)))
    found.pop(CALLS, None)
    return found


def opened_calls(content: bytes | memoryview) -> tuple[CallBefore, ...]:
    """The calls before there was a case, as they were made."""
    made = json.loads(opened(bytes(content))).get(CALLS, ())
    return tuple(CallBefore(**{**one, "at": datetime.fromisoformat(one["at"])}) for one in made)


def referral_of(case: Case, pk: int) -> Referral | None:
    """A referral of the case."""
    found = Referral.objects.filter(case=case, pk=pk)
    shown = ("by", "party", "conversation", "asked", "answer", "noted_by", "closed_by")
    referral = found.select_related(*shown).first()
    if referral is not None:
        referral.case = case
    return referral


def recipient_of(case: Case, pk: int) -> Recipient | None:
    """A body to which a danger of the case is referred."""
    return Recipient.objects.filter(referral__case=case, pk=pk).select_related("referral").first()


def written_of(case: Case, pk: int) -> Written | None:
    """A referral of the case in writing."""
    found = Written.objects.filter(recipient__referral__case=case, pk=pk)
    return found.select_related("recipient__referral").first()


@once
def children_of(referral: Referral) -> list[Child]:
    """The children whom the danger is about."""
    return [one.child for one in referral.about.select_related("child")]


def named(children: Iterable[str]) -> Text:
    """The children of a danger by name, or a child of the family where nobody has said yet which."""
    names = ", ".join(children)
    return Text(en=names, cy=names) if names else word("danger_about.nobody_said")


def danger_facts(referral: Referral) -> DangerFacts:
    """When the danger was seen, and where the children live, of all the case where nobody said which; where
    nobody knows, whose office it is."""
    about = children_of(referral) or list(referral.case.children.all())
    nations = nations_among(about, referral.case.office)
    return DangerFacts(referral.seen_at.astimezone(LONDON), nations)


def told_by(referral: Referral) -> DueDay:
    """The moment by which somebody who protects is told (SG-URGENT)."""
    return immediate_risk_is_referred_at_once(danger_facts(referral))


def asked_by(case: Case) -> DueDay:
    """The day on which it is answered whether what came shows immediate danger: the day of its receipt where
    somebody recorded it, else the one on which the feed brought it; of a later application the day on which
    its paper came, else the one on which the feed brought it (RA-SAFEGUARD)."""
    if later := _asked_anew(case):
        papers = case.received_papers.filter(kind=ReceivedPaper.APPLICATION, at=later.opened_at)
        came_on = papers.values_list("received_on", flat=True).first()
        return asked_on_receipt(came_on or later.opened_at.astimezone(LONDON).date())
    recorded = case.received_on if case.received_basis == "recorded" else None
    return asked_on_receipt(recorded or case.opened_at.astimezone(LONDON).date())


def _asked_anew(case: Case) -> Task | None:
    """The question that stands open after another one was answered."""
    asked = () if is_new(case) else tuple(case.tasks.filter(kind=ASK).order_by("pk"))
    answered = [one for one in asked if one.ended_at and one.outcome != "case_closed"]
    return next((one for one in asked if answered and one.ended_at is None), None)


def read_for_danger(case: Case) -> Sequence[ReadForDanger]:
    """What was answered by those who read what came, the last answer first."""
    return tuple(case.read_for_danger.select_related("by"))


def seen_at_receipt(case: Case) -> datetime | None:
    """The moment at which somebody who read what came first said that there is a danger that waits to be
    recorded; None where none does."""
    waits = case.tasks.filter(kind=RECORD, ended_at=None).first()
    return waits.opened_at.astimezone(LONDON) if waits else None


def is_to_record(case: Case) -> bool:
    """Whether a danger that was seen in what came waits to be recorded."""
    return seen_at_receipt(case) is not None


def told_by_at_receipt(case: Case) -> DueDay | None:
    """The moment by which a danger is told that was seen in what came and is not recorded yet (SG-URGENT)."""
    seen_at = seen_at_receipt(case)
    nations = nations_among(list(case.children.all()), case.office)
    return immediate_risk_is_referred_at_once(DangerFacts(seen_at, nations)) if seen_at else None


def told_by_of(task: Task) -> DueDay | None:
    """The moment for the referral that a task is about."""
    referral = _referral(task)
    return told_by(referral) if referral else None


def written_by_of(task: Task) -> DueDay | None:
    """The day by which the referral of a task is confirmed in writing."""
    referral = _referral(task)
    return written_by(referral.seen_at.astimezone(LONDON).date(), calendar_in_force()) if referral else None


def asked_again_by_of(task: Task) -> DueDay | None:
    """The day on which the first body that has not replied is asked again."""
    referral = _referral(task)
    waiting = referral.recipients.filter(state__in=OPEN_STATES) if referral else ()
    asked = [day for one in waiting if (day := asked_on(one))]
    return asked_again_by(min(asked), calendar_in_force()) if asked else None


def asked_on(recipient: Recipient) -> date | None:
    """The day on which a body was last written to or asked."""
    sent_on = recipient.sent_at.astimezone(LONDON).date() if recipient.sent_at else None
    return max(filter(None, (sent_on, recipient.asked_again_on)), default=None)


def _referral(task: Task) -> Referral | None:
    return _numbered(task.case, int(task.subject))


@once
def _numbered(case: Case, pk: int) -> Referral | None:
    return case.urgent_referrals.filter(pk=pk).first()


def conversation_of(referral: Referral) -> Conversation | None:
    """The conversation in which the danger was seen: the one named, or the call that was going on then and
    was recorded afterwards."""
    if referral.conversation or referral.party is None or referral.seen_in != "call":
        return referral.conversation
    held = Conversation.objects.filter(party=referral.party, began_at__lte=referral.seen_at, wrong=None)
    return held.filter(at__gte=referral.at).exclude(outcome="no_answer").order_by("at").first()


def answer_of(referral: Referral) -> CheckAnswer | None:
    """The answer in which the danger was seen: the one named, or the one that was being recorded then."""
    if referral.answer or referral.asked is None:
        return referral.answer
    return referral.asked.answers.filter(at__gte=referral.at).order_by("pk").first()
