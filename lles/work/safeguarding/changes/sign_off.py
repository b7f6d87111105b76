"""A second person's signature: asked for, given for what was read, or sent back with words."""

from datetime import datetime
from types import MappingProxyType

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, NotAllowed, Reasons, Stale, change
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.gate import GateRefused
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import Word, says
from lles.law.findings import Finding
from lles.work.safeguarding.changes.further import further_versions
from lles.work.safeguarding.changes.leaving import found_before_signature, refused_by_gate
from lles.work.safeguarding.changes.preview import Previewed, let_out, versions
from lles.work.safeguarding.changes.waiting import SENT_BACK, SIGN, end_sign_off
from lles.work.safeguarding.models import SignOff, Withholding
from lles.work.safeguarding.queries.filing import KIND, current_letter
from lles.work.safeguarding.queries.sign_off import (
    InHand,
    fingerprint_of,
    had_a_hand_in_it,
    in_hand,
    is_still_asked,
    may_sign,
    unkept_words,
)
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.rules.sign_off import signer_is_a_second_person


class NothingWritten(Exception):
    """A signature was asked for before anything was written."""


def _before(*, case: Case, by: Officer, at: datetime, kind: str, **_: object) -> tuple[Finding, ...]:
    """What the gate refuses comes before any reason is asked for."""
    if in_hand(case, kind) is None:
        return ()
    if refused := refused_by_gate(case, by, at, kind):
        raise GateRefused(refused)
    return found_before_signature(case, at, kind)


@change(needs=Verb.WORK, weighs=_before)
def ask_for_signature(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    kind: str,
    asked_of: Officer | None = None,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[SignOff]:
    """Asks for a second person's signature under the document as it stands: of one person by name, or of
    whoever may sign and is free. What cannot leave is first put right; whoever signs reads why it is filed
    as it is."""
    writing = in_hand(case, kind)
    if writing is None:
        raise NothingWritten(kind)
    if asked_of is not None and asked_of not in may_sign(case, by):
        raise NotAllowed(f"{asked_of} may not sign {kind}")
    end_sign_off(case, kind, at, "asked_again")
    given = {name: said.strip() for name, said in (reasons or {}).items() if said.strip()}
    asked = _step(
        case, writing, SignOff.ASKED, by, at, fingerprint_of(case, writing), asked_of=asked_of, reasons=given
    )
    open_task(
        case=case, by=the_service(), at=at, kind=SIGN, subject=str(asked.pk), waits_for=asked_of,
    )  # fmt: skip
    document = Word(f"document.{kind}")
    if asked_of is None:
        return Done(asked, says("sign_off_asked", document=document))
    return Done(asked, says("sign_off_asked_of", document=document, officer=asked_of.name))


def _findings(*, case: Case, by: Officer, asked: SignOff, **_: object) -> tuple[Finding, ...]:
    return signer_is_a_second_person(
        is_asked=is_still_asked(case, asked), had_a_hand_in_it=had_a_hand_in_it(case, by)
    )


def _before_signing(*, case: Case, by: Officer, asked: SignOff, **_: object) -> tuple[Finding, ...]:
    """Nobody signs what is not what its writer typed."""
    return (*_findings(case=case, by=by, asked=asked), *unkept_words(case, asked.kind))


@change(needs=Verb.APPROVE, weighs=_before_signing)
def sign(
    *, case: Case, by: Officer, at: datetime, asked: SignOff, read: str, seen: int | None = None
) -> Done[SignOff]:
    """A second person signs for what they have read, and for the decision to keep it from anybody; what was
    changed meanwhile is read first."""
    writing = _read(case, asked, read)
    signed = _step(case, writing, SignOff.SIGNED, by, at, read)
    if asked.kind == KIND:
        Withholding.objects.filter(letter=current_letter(case)).update(signed_by=by)
    end_tasks(case=case, by=the_service(), at=at, kind=SIGN, outcome="signed", subject=str(asked.pk))
    return Done(signed, says("signed_off", document=Word(f"document.{asked.kind}")))


@change(needs=Verb.APPROVE, weighs=_findings)
def send_back(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    asked: SignOff,
    words: str,
    language: str,
    seen: int | None = None,
) -> Done[SignOff]:
    """A second person sends it back and says what to change."""
    writing = in_hand(case, asked.kind)
    assert writing is not None
    back = _step(case, writing, SignOff.SENT_BACK, by, at, fingerprint_of(case, writing), words, language)
    end_tasks(case=case, by=the_service(), at=at, kind=SIGN, outcome="sent_back", subject=str(asked.pk))
    open_task(case=case, by=the_service(), at=at, kind=SENT_BACK, subject=str(asked.pk))
    return Done(back, says("sent_back", document=Word(f"document.{asked.kind}")))


@change(needs=Verb.APPROVE)
def read_to_sign(
    *, case: Case, by: Officer, at: datetime, asked: SignOff, reader: str = "", language: str = ""
) -> Done[Previewed]:
    """The document in every version, exactly as it would be filed, for the second person to read."""
    if asked.kind == KIND:
        made = versions(case, by, at, draft=True, reader=reader, language=language)
    else:
        made = further_versions(
            case, FurtherKind(asked.kind), by, at, draft=True, reader=reader, language=language
        )
    released, refusals = let_out(case, by, at, made)
    return Done(Previewed(released, refusals), None, only_looked=True)


def _read(case: Case, asked: SignOff, read: str) -> InHand:
    writing = in_hand(case, asked.kind)
    if writing is None or fingerprint_of(case, writing) != read:
        raise Stale(f"{asked.kind} is not as it was read")
    return writing


def _step(
    case: Case,
    writing: InHand,
    step: str,
    by: Officer,
    at: datetime,
    fingerprint: str,
    words: str = "",
    language: str = "en",
    asked_of: Officer | None = None,
    reasons: Reasons = MappingProxyType({}),
) -> SignOff:
    return SignOff.objects.create(
        case=case, kind=writing.kind, number=writing.number, step=step, fingerprint=fingerprint, words=words,
        language=language, asked_of=asked_of, reasons=dict(reasons), by=by, at=at,
    )  # fmt: skip
