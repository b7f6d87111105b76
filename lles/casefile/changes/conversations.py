"""Conversations with the adults, and the concerns they raise, in their own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.models import Case, Child, Concern, Conversation, Officer, Party
from lles.casefile.timeline import Word, says


@dataclass(frozen=True)
class Words:
    """What a person said about safety or welfare: the words, their language, the child, and whether the
    hearing will deal with it (SG-SCOPE: only views on the outcome are deferred; nothing is refused)."""

    words: str
    language: str
    child: Child | None = None
    deferred: bool = False


@change(needs=Verb.WORK)
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
    language: str = "",
    interpreter: str = "",
    concerns: Sequence[Words] = (),
    seen: int | None = None,
) -> Done[Conversation]:
    """Records a conversation or the attempt at one, with every concern the person raised (SG-CALLS)."""
    conversation = Conversation.objects.create(
        case=case,
        party=party,
        began_at=began_at,
        outcome=outcome,
        identity_checked=identity_checked,
        safe_to_talk=safe_to_talk,
        language=language,
        interpreter=interpreter,
        by=by,
        at=at,
    )
    for said in concerns:
        Concern.objects.create(
            case=case,
            conversation=conversation,
            child=said.child,
            words=said.words,
            language=said.language,
            deferred=said.deferred,
            at=at,
        )
    entry = says(
        "conversation_recorded",
        person=party.name,
        began_at=began_at,
        outcome=Word(f"conversation.{outcome}"),
        concerns=len(concerns),
    )
    return Done(conversation, entry)
