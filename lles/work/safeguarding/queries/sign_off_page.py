"""Everything the page of a signature shows: what it is for, its versions, and each step that was taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lles.casefile.models import Case, Officer
from lles.law.bilingual import Text
from lles.law.findings import Finding
from lles.work.safeguarding.models import SignOff
from lles.work.safeguarding.queries.filing import KIND, current_letter
from lles.work.safeguarding.queries.further import further_record
from lles.work.safeguarding.queries.readers import Reader, readers, withholdings
from lles.work.safeguarding.queries.sign_off import (
    fingerprint_of,
    had_a_hand_in_it,
    in_hand,
    is_still_asked,
    risk_of,
    steps_of,
    unkept_words,
)
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.rules.sign_off import reasons_to_sign


@dataclass(frozen=True)
class SignOffShown:
    """A request for a signature as its page shows it."""

    reasons: Sequence[Text]
    readers: Sequence[Reader]
    steps: Sequence[SignOff]
    fingerprint: str
    is_open: bool
    is_changed: bool
    had_a_hand: bool
    unkept: tuple[Finding, ...] = ()


def sign_off_shown(case: Case, asked: SignOff, officer: Officer, on: date) -> SignOffShown:
    """The request with what would be filed now, and whether it was changed since it was asked for."""
    is_open = is_still_asked(case, asked)
    writing = in_hand(case, asked.kind) if is_open else None
    now = fingerprint_of(case, writing) if writing else ""
    return SignOffShown(
        reasons=reasons_to_sign(risk_of(case, asked.kind), on),
        readers=_readers(case, asked.kind) if is_open else (),
        steps=steps_of(case, asked.kind, asked.number),
        fingerprint=now,
        is_open=is_open,
        is_changed=is_open and now != asked.fingerprint,
        had_a_hand=had_a_hand_in_it(case, officer),
        unkept=unkept_words(case, asked.kind) if is_open else (),
    )


def _readers(case: Case, kind: str) -> Sequence[Reader]:
    if kind == KIND:
        return readers(case, withholdings(current_letter(case)))
    return further_record(case, FurtherKind(kind)).readers
