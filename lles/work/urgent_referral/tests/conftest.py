"""A danger that the mother told of in a call, and the few acts that follow it."""

from collections.abc import Callable
from datetime import datetime

import pytest

from lles.casefile.models import Case, Officer, Party
from lles.work.urgent_referral.changes.opening import Body, Danger, see_danger
from lles.work.urgent_referral.changes.telling import record_sent, tell_by_telephone
from lles.work.urgent_referral.changes.writing import write_referral
from lles.work.urgent_referral.models import Recipient, Referral
from lles.work.urgent_referral.rules.referral_facts import TypedWords

COUNCIL, POLICE = Body("local_authority", "wrexham"), Body("police", "north-wales")
LEARNT = "Mae e ar ei ffordd yma nawr, ac mae wedi bod yn yfed."


@pytest.fixture
def danger(case: Case, mother: Party, now: datetime) -> Danger:
    """What she said: he is on his way, and he has been drinking."""
    return Danger(
        seen_at=now, seen_in="call", children=list(case.children.order_by("pk")), learnt=LEARNT,
        language="cy",
        harm=("physical", "domestic_abuse"), children_safe="not_safe", adults_safe="unknown",
        safety="The door is locked.", party=mother,
    )  # fmt: skip


@pytest.fixture
def referral(case: Case, own: Officer, now: datetime, danger: Danger) -> Referral:
    """The danger as it was recorded, for the council and the police."""
    return see_danger(case=case, by=own, at=now, danger=danger, bodies=[COUNCIL, POLICE])


@pytest.fixture
def council(referral: Referral) -> Recipient:
    """The council to which it is referred."""
    return referral.recipients.get(kind="local_authority")


@pytest.fixture
def police(referral: Referral) -> Recipient:
    """The police force to which it is referred."""
    return referral.recipients.get(kind="police")


@pytest.fixture
def written(case: Case, own: Officer, now: datetime) -> Callable[..., None]:
    """Writes the referral for one body; without a detail, unless some are named."""

    def write(recipient: Recipient, *details: str, why: str = "To go there now.", **more: object) -> None:
        known = {"case": case, "by": own, "at": now, "recipient": recipient, "details": details}
        write_referral(**{**known, "why": TypedWords(why, "en"), **more})  # type: ignore[arg-type]  # named by a mapping

    return write


@pytest.fixture
def sent(
    case: Case, own: Officer, now: datetime, written: Callable[..., None]
) -> Callable[[Recipient], None]:
    """Tells one body by telephone, writes to it and sends it."""

    def send(recipient: Recipient) -> None:
        tell_by_telephone(case=case, by=own, at=now, recipient=recipient, whom="The duty worker", told_at=now)
        written(recipient)
        recipient.refresh_from_db()
        record_sent(
            case=case, by=own, at=now, recipient=recipient, way="secure_email", sent_to="The front door",
            sent_at=now,
        )  # fmt: skip
        recipient.refresh_from_db()

    return send
