"""Conversations with the adults: what they raise, in their own words, and how it is safe to reach them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from lles.casefile import locations
from lles.casefile.access import Verb
from lles.casefile.changes.abuse import raise_abuse
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.changes.whereabouts import record_whereabouts
from lles.casefile.changes.wrong import keep_wrong
from lles.casefile.models import (
    AbuseRaised,
    Case,
    Child,
    Concern,
    Conversation,
    ConversationWrong,
    Officer,
    Party,
    SafeContact,
)
from lles.casefile.queries.application_facts import is_not_told_yet
from lles.casefile.queries.conversations import safe_contact_of
from lles.casefile.queries.serving import letterbox_of
from lles.casefile.queries.telling import names_of
from lles.casefile.register import Event
from lles.casefile.rules.notice import who_is_not_told_yet_is_not_called
from lles.casefile.rules.topics import topics
from lles.casefile.rules.whereabouts import Told
from lles.casefile.timeline import LONDON, Said, Word, says
from lles.law.findings import Finding

NOT_OFFERED = "not_offered"
RINGING = timedelta(seconds=30)


@dataclass(frozen=True)
class Words:
    """What a person said about safety or welfare: the words, their language, the child, and whether the
    hearing will deal with it (SG-SCOPE: only views on the outcome are deferred; nothing is refused). Of an
    event also who did it, when, and whether a child was there."""

    words: str
    language: str
    child: Child | None = None
    deferred: bool = False
    topic: str = ""
    who: str = ""
    when: str = ""
    child_present: bool | None = None


@dataclass(frozen=True)
class SafeWay:
    """How it is safe to reach somebody: whether a message may be left, what else they asked for, whether
    letters to their address are safe, and what of these words belongs with the contact details."""

    voicemail: bool | None = None
    how: str = ""
    letters: bool | None = None
    told: tuple[Told, ...] = ()


def _findings(*, case: Case, party: Party, **_: object) -> tuple[Finding, ...]:
    found = who_is_not_told_yet_is_not_called(is_not_told_yet(case, party))
    return (found,) if found else ()


@change(needs=Verb.WORK, weighs=_findings)
def record_conversation(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    party: Party,
    began_at: datetime,
    outcome: str,
    identity_checked: bool = False,
    safe_to_talk: bool | None = None,
    alone: bool | None = None,
    language: str = "",
    interpreter: str = "",
    asked_about: Sequence[str] = (),
    separate_meeting: str = "",
    safe_way: SafeWay | None = None,
    concerns: Sequence[Words] = (),
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Conversation]:
    """Records a conversation or the attempt at one, with every concern the person raised (SG-CALLS);
    what is told of violence or control raises domestic abuse, once for the conversation (DA-ALLSTAGES)."""
    conversation = Conversation.objects.create(
        case=case,
        party=party,
        began_at=began_at,
        outcome=outcome,
        identity_checked=identity_checked,
        safe_to_talk=safe_to_talk,
        alone=alone,
        language=language,
        interpreter=interpreter,
        asked_about=list(asked_about),
        separate_meeting=separate_meeting,
        by=by,
        at=at,
    )
    for said in concerns:
        _keep(said, conversation)
    if any(said.topic in topics() and topics()[said.topic].of_abuse for said in concerns):
        day = began_at.astimezone(LONDON).date()
        raise_abuse(
            case=case, by=by, at=at, source=AbuseRaised.CONVERSATION, raised_on=day,
            subject=f"conversation:{conversation.pk}", party=party,
        )  # fmt: skip
    way = _keep_safe_way(case, party, safe_way, by, at) if safe_way else ()
    invited = (says("invited_separately", answer=Word(f"invitation.{separate_meeting}")),)
    entry = says(
        "conversation_recorded",
        person=party.name,
        began_at=began_at,
        outcome=Word(f"conversation.{outcome}"),
        concerns=len(concerns),
        more=(*(invited if separate_meeting not in ("", NOT_OFFERED) else ()), *way),
    )
    return Done(conversation, entry, ((Event.CONVERSATION_RECORDED, {"conversation": conversation.pk}),))


@change(needs=Verb.WORK)
def record_no_answer(
    *, case: Case, by: Officer, at: datetime, party: Party, reasons: Reasons | None = None
) -> Done[None]:
    """Records that nobody answered a call just now; pressed again while a telephone would still ring, or sent
    again by a browser, it was one call."""
    tried = Conversation.objects.filter(party=party, by=by, outcome=Conversation.NO_ANSWER)
    if not tried.filter(at__gt=at - RINGING, wrong=None).exists():
        record_conversation(
            case=case, by=by, at=at, party=party, began_at=at, outcome=Conversation.NO_ANSWER, reasons=reasons
        )
    return Done(None, None)


@change(needs=Verb.WORK)
def say_wrong(
    *, case: Case, by: Officer, at: datetime, conversation: Conversation, why: str, language: str,
    seen: int | None = None,
) -> Done[ConversationWrong]:  # fmt: skip
    """Records that a conversation or an attempt was recorded wrongly: it stays on the file, and counts no
    more. What it raised of abuse, of where somebody is and how they are reached safely stays."""
    wrong = keep_wrong(ConversationWrong, conversation, why=why, language=language, by=by, at=at)
    entry = says(
        "conversation_wrong", person=conversation.party.name, began_at=conversation.began_at,
        outcome=Word(f"conversation.{conversation.outcome}"),
    )  # fmt: skip
    return Done(wrong, entry, ((Event.CONVERSATION_RECORDED, {"conversation": conversation.pk}),))


@change(needs=Verb.WORK)
def record_safe_contact(
    *, case: Case, by: Officer, at: datetime, party: Party, safe_way: SafeWay, seen: int | None = None
) -> Done[None]:
    """Records how it is safe to reach a person, as that person said."""
    way = _keep_safe_way(case, party, safe_way, by, at)
    return Done(None, way[0] if way else None)


def _keep(said: Words, conversation: Conversation) -> None:
    Concern.objects.create(
        case=conversation.case,
        conversation=conversation,
        child=said.child,
        topic=said.topic,
        words=said.words,
        language=said.language,
        who=said.who,
        when=said.when,
        child_present=said.child_present,
        deferred=said.deferred,
        at=conversation.at,
    )


def _keep_safe_way(case: Case, party: Party, way: SafeWay, by: Officer, at: datetime) -> tuple[Said, ...]:
    """A new row where anything is new; the timeline says that it changed, and not what it is. Where the
    person can be found goes into the store of locations first; in the words a mark takes its place."""
    for one in way.told:
        record_whereabouts(case=case, by=by, at=at, owner=f"party:{party.pk}", told=one)
    if way.told:
        words = locations.Words(way.how, "cy" if by.language == "cy" else "en")
        way = replace(way, how=locations.with_marks(case, [words], names_of(case)).texts[0])
    known, mark = safe_contact_of(case, party), letterbox_of(party).mark if way.letters is not None else ""
    said = (way.voicemail, way.how, way.letters, mark)
    if said == (
        (known.voicemail, known.how, known.letters, known.address_mark) if known else (None, "", None, "")
    ):
        return ()
    SafeContact.objects.create(
        case=case, party=party, voicemail=way.voicemail, how=way.how, letters=way.letters, address_mark=mark,
        by=by, at=at,
    )  # fmt: skip
    return (says("safe_contact_recorded", person=party.name),)
