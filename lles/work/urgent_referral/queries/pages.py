"""The referrals of a case as their pages show them, and what a document for somebody may say of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch

from lles.casefile.documents import COURT
from lles.casefile.drafts import is_in_hand
from lles.casefile.gate import holds_protected
from lles.casefile.models import Case, CheckAnswer, Conversation, Document, Task
from lles.casefile.register import Telling
from lles.casefile.rules.bodies import body_name
from lles.casefile.rules.danger import moment_of
from lles.casefile.timeline import LONDON, word
from lles.law.bilingual import Text
from lles.law.due import DueDay, due_day_from_data
from lles.work.urgent_referral.models import Recipient, Referral, ReferredChild, Reply, Written
from lles.work.urgent_referral.queries.facts import (
    CallBefore,
    answer_of,
    children_of,
    conversation_of,
    named,
    opened_calls,
    opened_words,
    told_by,
)
from lles.work.urgent_referral.rules.codes import ACTS_NOW, NO_DANGER

ANSWER = "check_answer"  # the draft of an answer that is being recorded


@dataclass(frozen=True)
class ReplyShown:
    """A reply with its words, which are shown at once where they tell no protected place."""

    reply: Reply
    words: str
    is_kept_closed: bool


@dataclass(frozen=True)
class CallShown:
    """A call before there was a case, with the words where they tell no protected place."""

    call: CallBefore
    words: str
    is_kept_closed: bool


@dataclass(frozen=True)
class RecipientShown:
    """One body, the calls before there was a case, what it was given in writing, and what it said."""

    recipient: Recipient
    body: Text
    calls: tuple[CallShown, ...]
    written: tuple[Written, ...]
    replies: tuple[ReplyShown, ...]

    @property
    def said(self) -> tuple[CallShown | ReplyShown, ...]:
        """What they said, before there was a case and in it."""
        return (*self.calls, *self.replies)

    @property
    def latest(self) -> int:
        """The last version in writing, 0 where there is none."""
        return max((one.version for one in self.written), default=0)


@dataclass(frozen=True)
class WordsShown:
    """What was learnt; kept closed where it says where somebody is who must not be found."""

    learnt: str = ""
    safety: str = ""
    teller: str = ""
    is_kept_closed: bool = False


@dataclass(frozen=True)
class ReferralShown:
    """A referral with everything around it."""

    referral: Referral
    children: Text
    words: WordsShown
    recipients: tuple[RecipientShown, ...]
    told_by: DueDay
    conversation: Conversation | None
    answer: CheckAnswer | None
    ask_again: DueDay | None

    @property
    def keeps_closed(self) -> bool:
        """Whether words stand closed that somebody may open."""
        return self.words.is_kept_closed or any(
            one.is_kept_closed for body in self.recipients for one in body.said
        )

    @property
    def is_told(self) -> bool:
        """Whether every body that is needed knows of it."""
        needed = [one.recipient for one in self.recipients if one.recipient.state != Recipient.NOT_NEEDED]
        return bool(needed) and all(one.is_told for one in needed)

    def is_overdue(self, now: datetime) -> bool:
        """Whether the moment has passed before somebody was told."""
        by = moment_of(self.told_by)
        return not self.is_told and by is not None and by < now


@dataclass(frozen=True)
class ReferralRow:
    """A referral in the list of a case."""

    referral: Referral
    children: Text
    recipients: tuple[Recipient, ...]


def referrals_of(case: Case) -> Sequence[ReferralRow]:
    """The referrals of a case, the latest first."""
    found = Referral.objects.filter(case=case).select_related("by")
    about = Prefetch("about", ReferredChild.objects.select_related("child"))
    found = found.prefetch_related(about, "recipients")
    return [
        ReferralRow(one, named(row.child.name for row in one.about.all()), tuple(one.recipients.all()))
        for one in found
    ]


def referral_shown(referral: Referral, *, works: bool, opened: bool = False) -> ReferralShown:
    """One referral: its words for who works on the case, opened on purpose where they tell a place."""
    recipients = referral.recipients.select_related("phoned_by", "sent_by").prefetch_related("written")
    recipients = recipients.prefetch_related("replies__by").order_by("pk")
    chase = Task.objects.filter(case=referral.case, kind="urgent_referral.chase", subject=str(referral.pk))
    waiting = chase.filter(ended_at=None).first()
    return ReferralShown(
        referral=referral,
        children=named(child.name for child in children_of(referral)),
        words=_words(referral, opened) if works else WordsShown(),
        recipients=tuple(_recipient(one, referral.case, works, opened) for one in recipients),
        told_by=told_by(referral),
        conversation=conversation_of(referral),
        answer=answer_of(referral),
        ask_again=due_day_from_data(waiting.due) if waiting and waiting.due else None,
    )


def _words(referral: Referral, opened: bool) -> WordsShown:
    said = opened_words(referral.words)
    if not opened and holds_protected(referral.case, "\n".join(said.values())):
        return WordsShown(is_kept_closed=True)
    return WordsShown(said["learnt"], said["safety"], said["teller"])


def _recipient(one: Recipient, case: Case, works: bool, opened: bool) -> RecipientShown:
    replies = tuple(_reply(reply, case, opened) for reply in one.replies.all()) if works else ()
    made = opened_calls(one.referral.words) if works else ()
    calls = tuple(
        CallShown(call, *_said(call.said, case, opened))
        for call in made
        if (call.kind, call.body) == (one.kind, one.body)
    )
    return RecipientShown(one, body_name(one.kind, one.body), calls, tuple(one.written.all()), replies)


def _reply(reply: Reply, case: Case, opened: bool) -> ReplyShown:
    return ReplyShown(reply, *_said(opened_words(reply.words)["said"], case, opened))


def _said(said: str, case: Case, opened: bool) -> tuple[str, bool]:
    """What was said as a page shows it, and whether it is kept closed."""
    closed = bool(said) and not opened and holds_protected(case, said)
    return "" if closed else said, closed


def conversations_named(case: Case) -> list[Conversation]:
    """The conversations of a case in which a danger may have been seen, the latest first."""
    held = Conversation.objects.filter(case=case, wrong=None).exclude(outcome=Conversation.NO_ANSWER)
    return list(held.select_related("party").order_by("-began_at", "-pk")[:50])


def answer_shown(case: Case, check: int) -> CheckAnswer | None:
    """The answer that somebody read on the page of a check: the one that came last; none where they were
    recording one there."""
    if is_in_hand(case, ANSWER, str(check)):
        return None
    answers = CheckAnswer.objects.filter(asked__case=case, asked=check)
    return answers.select_related("asked__party").order_by("-pk").first()


def told_to(case: Case, reader: str) -> Sequence[Telling]:
    """What a document may say of the referrals: to the court what was done and what came of it; to a party
    nothing, unless an officer wrote down that they know. That there was no danger after all is told where a
    document that may have told of the danger had been made by then; else the referral is not told at all."""
    found = Referral.objects.filter(case=case).order_by("seen_at", "pk")
    found = found.prefetch_related("recipients__replies", "about__child")
    return tuple(one for referral in found for one in _told(referral, reader))


def _told(referral: Referral, reader: str) -> Iterator[Telling]:
    knows = [party.slug for party in referral.case.parties.filter(pk__in=referral.known_to)]
    told = [one for one in referral.recipients.all() if one.is_told]
    if not told or (reader != COURT and reader not in knows):
        return
    moments = {one: [moment for moment in (one.phoned_at, one.sent_at) if moment] for one in told}
    first = min(moment for several in moments.values() for moment in several)
    noted = max(one.told_noted_at or min(moments[one]) for one in told)
    kinds = [word(f"danger_body.{kind}") for kind in dict.fromkeys(one.kind for one in told)]
    says = word("told.danger_referred").fill(
        day=first.astimezone(LONDON).date(),
        bodies=Text(en=" and ".join(one.en for one in kinds), cy=", ".join(one.cy for one in kinds)),
        children=named(row.child.name for row in referral.about.all()),
    )
    taken_back = referral.closed_at if referral.outcome == NO_DANGER else None
    if taken_back and not _was_told_between(referral.case, noted, taken_back):
        return
    yield Telling(says, noted, is_urgent=taken_back is None)
    if reader == COURT:
        yield from (_last_reply(one, noted) for one in told)
    if taken_back:
        says = word("told.danger_taken_back").fill(
            day=first.astimezone(LONDON).date(),
            closed=taken_back.astimezone(LONDON).date(),
            children=named(row.child.name for row in referral.about.all()),
        )
        yield Telling(says, taken_back)


def _was_told_between(case: Case, noted: datetime, closed: datetime) -> bool:
    made = Document.objects.filter(case=case, reader=COURT, made_at__gt=noted, made_at__lte=closed)
    return made.exists()


def _last_reply(told: Recipient, noted: datetime) -> Telling:
    """The last reply of one body, or that none has come."""
    body, replies = word(f"danger_body.{told.kind}"), list(told.replies.all())
    if not replies:
        return Telling(word("told.danger_no_answer").fill(body=body), noted)
    last = max(replies, key=lambda one: (one.received_at, one.pk))
    says = word("told.danger_answer").fill(body=body, decision=word(f"danger_decision.{last.decision}"))
    return Telling(says, last.at, is_urgent=last.decision in ACTS_NOW)
