"""When a second person signs what goes to the court, and what a signature holds for (SG-SIGNOFF)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lles.casefile.rules.check_answers import outcomes
from lles.law.bilingual import Text
from lles.law.findings import Finding, Weight
from lles.law.provisions import Law
from lles.work.safeguarding.rules.provisions import safeguarding_law

SIGN_OFF = "SG-SIGNOFF"
SIGNATURE = "signature"


class Signature(StrEnum):
    """How it stands with the second person: nobody asked, asked, sent back, signed, or changed since."""

    NOT_ASKED = "not_asked"
    ASKED = "asked"
    SENT_BACK = "sent_back"
    SIGNED = "signed"
    VOID = "void"


@dataclass(frozen=True)
class Risk:
    """What the record holds that calls for a second person."""

    is_withheld: bool = False
    danger_now: bool = False
    answers: frozenset[str] = frozenset()
    abuse_is_raised: bool = False
    tells_a_part: bool = False


def reasons_to_sign(risk: Risk, on: date, law: Law | None = None) -> tuple[Text, ...]:
    """Why a second person signs, one sentence for each reason; nothing where nobody has to."""
    provision = (law or safeguarding_law())[SIGN_OFF]
    weighty = str(provision.value("weighty_answers", on)).split()
    heavy = [outcomes()[code].says for code in weighty if code in risk.answers]
    return (
        *([provision.sentence("withheld")] if risk.is_withheld else []),
        *([provision.sentence("part")] if risk.tells_a_part else []),
        *([provision.sentence("danger_now")] if risk.danger_now else []),
        *(provision.sentence("answer", outcome=says) for says in heavy),
        *([provision.sentence("abuse")] if risk.abuse_is_raised else []),
    )


def letter_with_risk_is_signed_by_a_second_person(
    risk: Risk, signature: Signature, on: date, law: Law | None = None
) -> Finding | None:
    """What is withheld, or may tell where a protected person lives, is barred until a second person has
    signed; any other risk weighs as the service has set it (SG-SIGNOFF)."""
    if signature is Signature.SIGNED or not reasons_to_sign(risk, on, law):
        return None
    provision = (law or safeguarding_law())[SIGN_OFF]
    always = risk.is_withheld or risk.tells_a_part
    weight = Weight.BARS if always else Weight(str(provision.value("weight", on)))
    return provision.finding(signature.value, weight=weight, put_right=SIGNATURE)


def signature_stands(step: Signature, signed: str, now: str) -> Signature:
    """A signature holds for what was read, and for nothing that came after."""
    changed = step is Signature.SIGNED and signed != now
    return Signature.VOID if changed else step


def signer_is_a_second_person(*, is_asked: bool, had_a_hand_in_it: bool) -> tuple[Finding, ...]:
    """Whoever had a hand in it does not sign it (SG-SIGNOFF)."""
    provision = safeguarding_law()[SIGN_OFF]
    if not is_asked:
        return (provision.finding("nothing_to_sign", weight=Weight.BARS),)
    return (provision.finding("second_person", weight=Weight.BARS),) if had_a_hand_in_it else ()
