"""A danger is recorded as it was seen, and closed when it has been taken on."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lles.casefile.access import Verb, may
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Case, Check, CheckAnswer, Child, Conversation, Officer, Party
from lles.casefile.register import Event
from lles.casefile.timeline import LONDON, Word, says
from lles.law.findings import Finding
from lles.work.urgent_referral.models import ReadForDanger, Recipient, Referral, ReferredChild
from lles.work.urgent_referral.queries.facts import (
    ASK,
    CHASE,
    NOTE,
    RECORD,
    TELL,
    WRITE,
    CallBefore,
    closed_words,
    is_to_record,
    named,
)
from lles.work.urgent_referral.rules import AT_RECEIPT, immediate_danger_is_told_first


@dataclass(frozen=True)
class Body:
    """A police force or the children's services of a local authority."""

    kind: str
    slug: str


@dataclass(frozen=True)
class Danger:
    """What was seen: when and where, about whom, from whom, in that person's words, and who is safe now."""

    seen_at: datetime
    seen_in: str
    children: Sequence[Child]
    learnt: str
    language: str
    harm: Sequence[str]
    children_safe: str
    adults_safe: str
    safety: str = ""
    teller: str = ""
    party: Party | None = None
    conversation: Conversation | None = None
    asked: Check | None = None
    answer: CheckAnswer | None = None
    seen_by: Officer | None = None
    calls: Sequence[CallBefore] = ()


def _reading_findings(*, case: Case, in_danger: bool, **_: object) -> tuple[Finding, ...]:
    found = None if in_danger or not is_to_record(case) else immediate_danger_is_told_first(is_told=False)
    return (found,) if found else ()


@change(needs=Verb.WORK, weighs=_reading_findings)
def say_whether_in_danger(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    in_danger: bool,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[ReadForDanger]:
    """Records what somebody answers who read what came. With a yes the clock of the danger runs, and the
    danger waits to be recorded; a no after it takes a reason (RA-SAFEGUARD, SG-URGENT)."""
    answer = ReadForDanger.objects.create(case=case, in_danger=in_danger, by=by, at=at)
    outcome = "danger_seen" if in_danger else "no_danger_seen"
    if in_danger:
        open_task(case=case, by=the_service(), at=at, kind=RECORD)
    for kind in (ASK,) if in_danger else (ASK, RECORD):
        end_tasks(case=case, by=the_service(), at=at, kind=kind, outcome=outcome)
    return Done(answer, says("danger_read", outcome=Word(f"outcome.{outcome}")))


@change(needs=Verb.WORK)
def see_danger(
    *, case: Case, by: Officer, at: datetime, danger: Danger, bodies: Sequence[Body], seen: int | None = None
) -> Done[Referral]:
    """Records a danger as it was seen, and starts its clock: whom to tell, by when, and who must know."""
    referral = Referral.objects.create(
        case=case, seen_at=danger.seen_at, seen_in=danger.seen_in, party=danger.party,
        conversation=danger.conversation, asked=danger.asked, answer=danger.answer,
        words=closed_words(
            danger.calls, learnt=danger.learnt, safety=danger.safety, teller=danger.teller
        ),
        language=danger.language, harm=list(danger.harm), children_safe=danger.children_safe,
        adults_safe=danger.adults_safe, by=danger.seen_by or by, at=at,
    )  # fmt: skip
    ReferredChild.objects.bulk_create(ReferredChild(referral=referral, child=one) for one in danger.children)
    for body in dict.fromkeys(bodies):
        _add(referral, body)
    approves = may(by, Verb.APPROVE, case)
    for kind in (TELL, WRITE, *(() if approves else (NOTE,))):
        open_task(case=case, by=the_service(), at=at, kind=kind, subject=str(referral.pk))
    for kind in (ASK, RECORD) if danger.seen_in == AT_RECEIPT else ():
        end_tasks(case=case, by=the_service(), at=at, kind=kind, outcome="danger_seen")
    entry = says(
        "danger_seen",
        seen_in=Word(f"seen_in.{danger.seen_in}"),
        seen_at=danger.seen_at.astimezone(LONDON),
        children=named(child.name for child in danger.children),
    )
    return Done(referral, entry)


@change(needs=Verb.WORK)
def refer_to_another(
    *, case: Case, by: Officer, at: datetime, referral: Referral, body: Body, seen: int | None = None
) -> Done[Recipient]:
    """Refers a danger to one more body; its telling and its writing are due as the first ones were."""
    recipient = _add(referral, body)
    for kind in (TELL, WRITE):
        open_task(case=case, by=the_service(), at=at, kind=kind, subject=str(referral.pk))
    return Done(recipient, says("danger_body_added", kind=Word(f"danger_body.{body.kind}")))


def _add(referral: Referral, body: Body) -> Recipient:
    receipt = f"{referral.case.reference}-D{secrets.token_hex(4).upper()}"
    return Recipient.objects.create(referral=referral, kind=body.kind, body=body.slug, receipt=receipt)


@change(needs=Verb.APPROVE)
def note_danger(*, case: Case, by: Officer, at: datetime, referral: Referral) -> Done[None]:
    """A second person who approves has read of the danger."""
    noted = Referral.objects.filter(pk=referral.pk, noted_by=None).update(noted_by=by, noted_at=at)
    end_tasks(case=case, by=the_service(), at=at, kind=NOTE, outcome="danger_noted", subject=str(referral.pk))
    return Done(None, says("danger_noted") if noted else None)


def _closing_findings(*, referral: Referral, **_: object) -> tuple[Finding, ...]:
    found = immediate_danger_is_told_first(any(one.is_told for one in referral.recipients.all()))
    return (found,) if found else ()


@change(needs=Verb.WORK, weighs=_closing_findings)
def close_referral(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    referral: Referral,
    outcome: str,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[None]:
    """Closes a referral with what came of it; what somebody was to read of it stays open until they have."""
    closed = Referral.objects.filter(pk=referral.pk, closed_at=None)
    done = closed.update(outcome=outcome, closed_by=by, closed_at=at)
    for kind in (TELL, WRITE, CHASE):
        end_tasks(
            case=case, by=the_service(), at=at, kind=kind, outcome="danger_closed", subject=str(referral.pk)
        )
    entry = says("danger_closed", outcome=Word(f"danger_outcome.{outcome}")) if done else None
    return Done(None, entry, ((Event.TELLS_MORE, {}),) if done else ())
