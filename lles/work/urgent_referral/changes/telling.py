"""Whom the danger is told, by telephone and in writing; that it was sent; what they said."""

from collections.abc import Mapping
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.models import Case, Officer
from lles.casefile.register import Event
from lles.casefile.timeline import LONDON, Word, says
from lles.work.urgent_referral.models import Recipient, Reply
from lles.work.urgent_referral.queries.facts import CHASE, OPEN_STATES, TELL, WRITE, closed_words
from lles.work.urgent_referral.queries.states import steps

TELLS_MORE: tuple[tuple[Event, Mapping[str, object]], ...] = ((Event.TELLS_MORE, {}),)


@change(needs=Verb.WORK)
def tell_by_telephone(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    recipient: Recipient,
    whom: str,
    told_at: datetime,
    told_by: Officer | None = None,
    seen: int | None = None,
) -> Done[None]:
    """Records that a body was told of the danger by telephone: who there, when, and by whom here; the first
    call stays."""
    first = Recipient.objects.filter(pk=recipient.pk, phoned_at=None)
    first.update(phoned_at=told_at, phoned_whom=whom, phoned_by=told_by or by)
    _note_told(recipient, at)
    _settle(case, recipient, at)
    entry = says("danger_told", kind=_kind(recipient), told_at=told_at.astimezone(LONDON))
    return Done(None, entry, TELLS_MORE)


@change(needs=Verb.WORK)
def record_sent(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    recipient: Recipient,
    way: str,
    sent_to: str,
    sent_at: datetime,
    seen: int | None = None,
) -> Done[None]:
    """Records how, to whom and when the referral in writing was sent; from then on a reply is expected."""
    _move(recipient, Recipient.SENT, sent_at=sent_at, sent_way=way, sent_to=sent_to, sent_by=by)
    if recipient.replies.exists():
        _move(recipient, Recipient.ANSWERED)
    _note_told(recipient, at)
    open_task(case=case, by=the_service(), at=at, kind=CHASE, subject=str(recipient.referral_id))
    _settle(case, recipient, at)
    entry = says(
        "danger_sent",
        kind=_kind(recipient),
        way=Word(f"danger_way.{way}"),
        sent_at=sent_at.astimezone(LONDON),
        receipt=recipient.receipt,
    )
    return Done(None, entry, TELLS_MORE)


@change(needs=Verb.WORK)
def set_aside(
    *, case: Case, by: Officer, at: datetime, recipient: Recipient, because: str, seen: int | None = None
) -> Done[None]:
    """A body that was named is not written to after all, for one of a few reasons."""
    _move(recipient, Recipient.NOT_NEEDED)
    _settle(case, recipient, at)
    reason = Word(f"danger_because.{because}")
    return Done(None, says("danger_not_needed", kind=_kind(recipient), reason=reason))


@change(needs=Verb.WORK)
def ask_again(*, case: Case, by: Officer, at: datetime, recipient: Recipient, asked_on: date) -> Done[None]:
    """Records that a body that has not replied was asked again."""
    if recipient.state not in OPEN_STATES:
        raise Stale(f"{recipient.receipt} is {recipient.state}")
    Recipient.objects.filter(pk=recipient.pk).update(asked_again_on=asked_on)
    return Done(None, says("danger_asked_again", receipt=recipient.receipt, kind=_kind(recipient)))


@change(needs=Verb.WORK)
def acknowledge(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    recipient: Recipient,
    reference: str,
    acknowledged_at: datetime,
    seen: int | None = None,
) -> Done[None]:
    """Records that a body said it has the referral, and under which number of theirs."""
    _move(recipient, Recipient.ACKNOWLEDGED, acknowledged_at=acknowledged_at, their_reference=reference)
    return Done(None, says("danger_acknowledged", receipt=recipient.receipt, kind=_kind(recipient)))


@change(needs=Verb.WORK)
def record_reply(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    recipient: Recipient,
    decision: str,
    received_at: datetime,
    by_day: date | None = None,
    reference: str = "",
    words: str = "",
    language: str = "en",
    said_to: Officer | None = None,
    seen: int | None = None,
) -> Done[Reply]:
    """Records what a body will do or has done, and to whom here it said so; a later reply stands beside the
    earlier ones, and one by telephone may come before anything was written."""
    reply = Reply.objects.create(
        recipient=recipient, received_at=received_at, decision=decision, by_day=by_day,
        words=closed_words(said=words), language=language, by=said_to or by, at=at,
    )  # fmt: skip
    if recipient.state in OPEN_STATES:
        _move(recipient, Recipient.ANSWERED)
    if reference:
        Recipient.objects.filter(pk=recipient.pk).update(their_reference=reference)
    _settle(case, recipient, at)
    entry = says(
        "danger_answered",
        receipt=recipient.receipt,
        kind=_kind(recipient),
        decision=Word(f"danger_decision.{decision}"),
    )
    return Done(reply, entry, TELLS_MORE)


def _kind(recipient: Recipient) -> Word:
    return Word(f"danger_body.{recipient.kind}")


def _note_told(recipient: Recipient, at: datetime) -> None:
    """Keeps when it was first written down that a body knows: what is written later is news for letters."""
    Recipient.objects.filter(pk=recipient.pk, told_noted_at=None).update(told_noted_at=at)


def _move(recipient: Recipient, state: str, **facts: object) -> None:
    """Moves a referral on, once: somebody else may have moved it meanwhile."""
    standing = Recipient.objects.filter(pk=recipient.pk, state=recipient.state)
    if (recipient.state, state) not in steps() or not standing.update(state=state, **facts):
        raise Stale(f"{recipient.receipt} is {recipient.state}, not to be {state}")
    recipient.refresh_from_db()


def _settle(case: Case, recipient: Recipient, at: datetime) -> None:
    """Ends the tasks of which nothing is left to do."""
    everyone = list(recipient.referral.recipients.exclude(state=Recipient.NOT_NEEDED))
    done = {
        TELL: ("danger_told", all(one.is_told for one in everyone)),
        WRITE: ("danger_sent", all(one.state != Recipient.TO_SEND for one in everyone)),
        CHASE: ("answered", all(one.state == Recipient.ANSWERED for one in everyone)),
    }
    for kind, (outcome, is_done) in done.items():
        if is_done and everyone:
            subject = str(recipient.referral_id)
            end_tasks(case=case, by=the_service(), at=at, kind=kind, outcome=outcome, subject=subject)
