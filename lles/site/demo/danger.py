"""Danger: asked of each application that came, and one that a nursery told of, referred to the police and the
council within the hour, and answered."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

from lles.site.demo.cast import Cast
from lles.site.demo.days import StoryDays
from lles.site.demo.families import CAME_BEFORE
from lles.work.urgent_referral.changes.opening import (
    Body,
    Danger,
    note_danger,
    say_whether_in_danger,
    see_danger,
)
from lles.work.urgent_referral.changes.telling import (
    acknowledge,
    record_reply,
    record_sent,
    tell_by_telephone,
)
from lles.work.urgent_referral.changes.writing import write_referral
from lles.work.urgent_referral.rules.referral_facts import TypedWords

if TYPE_CHECKING:
    from lles.casefile.models import Case

LEARNT = (
    "Zofia told her key worker that on Friday she is going on a plane and is not coming back, and that she"
    " must not tell her mother. Her father is to fetch her at three today."
)
BODIES = (Body("police", "cheshire"), Body("local_authority", "cheshire-east"))
REPLIES = {
    "police": ("attends", "We will be at the nursery before three and will speak with the father."),
    "local_authority": ("strategy", "A strategy discussion is held with the police at one o'clock."),
}


def read_what_came(cases: Mapping[int, "Case"], cast: Cast) -> None:
    """Each application that came before today was read for immediate danger as it came."""
    for case in (cases[place] for place in CAME_BEFORE):
        at = case.opened_at + timedelta(minutes=20)
        say_whether_in_danger(case=case, by=cast["lowri"], at=at, in_danger=False)


def refer_danger(case: "Case", cast: Cast, days: StoryDays) -> None:
    """Seen, told by telephone, written, sent and answered; the referral stands open on top of the case."""
    daniel, seen_at = cast["daniel"], days.at(2, 10, 5)
    danger = Danger(
        seen_at=seen_at, seen_in="other", children=list(case.children.all()), learnt=LEARNT, language="en",
        harm=("taken",), children_safe="unknown", adults_safe="safe", teller="The nursery",
        safety="The nursery keeps Zofia until somebody has decided.",
    )  # fmt: skip
    at = seen_at + timedelta(minutes=8)
    referral = see_danger(case=case, by=daniel, at=at, danger=danger, bodies=BODIES)
    note_danger(case=case, by=cast["paul"], at=at + timedelta(minutes=4), referral=referral)
    for to in referral.recipients.all():
        at += timedelta(minutes=10)
        tell_by_telephone(case=case, by=daniel, at=at, recipient=to, whom="The duty desk", told_at=at)
        write_referral(case=case, by=daniel, at=at, recipient=to, details=(), why=TypedWords("", "en"))
        record_sent(
            case=case, by=daniel, at=at, recipient=to, way="secure_email", sent_to="The duty desk", sent_at=at
        )
        to.refresh_from_db()
        heard_at = at + timedelta(minutes=30)
        acknowledge(case=case, by=daniel, at=heard_at, recipient=to, reference="", acknowledged_at=heard_at)
        to.refresh_from_db()
        decision, words = REPLIES[to.kind]
        record_reply(
            case=case,
            by=daniel,
            at=heard_at,
            recipient=to,
            decision=decision,
            received_at=heard_at,
            words=words,
        )
