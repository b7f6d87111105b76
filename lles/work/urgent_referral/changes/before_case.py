"""A danger that was seen and told before there was a case goes on in the case as a referral."""

from lles.casefile.queries.danger_before import DangerBefore, ToldBefore
from lles.casefile.register import Occasion
from lles.work.urgent_referral.changes.opening import Body, Danger, see_danger
from lles.work.urgent_referral.changes.telling import record_reply, tell_by_telephone
from lles.work.urgent_referral.models import Recipient, Referral
from lles.work.urgent_referral.queries.facts import CallBefore
from lles.work.urgent_referral.rules import AT_RECEIPT

ELSEWHERE = "other"


def danger_before_case(occasion: Occasion) -> None:
    """Opens the referral as it was seen, with its clock from then on; of several children somebody says about
    which of them it is, once it is written. Who was told counts as told, each call stands as it was made, and
    what they will do is their reply."""
    before = occasion.about["danger"]
    assert isinstance(before, DangerBefore)
    children = list(occasion.case.children.all()[:2])
    danger = Danger(
        seen_at=before.seen_at, seen_in=AT_RECEIPT if before.is_application else ELSEWHERE,
        children=children if len(children) == 1 else (), learnt=before.learnt, language=before.language,
        harm=before.harm, children_safe=before.children_safe, adults_safe=before.adults_safe,
        seen_by=before.by, calls=[_call(one) for one in before.told],
    )  # fmt: skip
    bodies = [Body(one.kind, one.body) for one in before.told]
    referral = see_danger(case=occasion.case, by=occasion.by, at=occasion.at, danger=danger, bodies=bodies)
    for told in before.told:
        _told(occasion, referral, told)


def _call(told: ToldBefore) -> CallBefore:
    said = "" if told.decision else told.words
    return CallBefore(told.kind, told.body, told.whom, told.told_at, told.by.name, said, told.language)


def _told(occasion: Occasion, referral: Referral, told: ToldBefore) -> None:
    case, by, at = occasion.case, occasion.by, occasion.at
    recipient = Recipient.objects.get(referral=referral, kind=told.kind, body=told.body)
    tell_by_telephone(
        case=case, by=by, at=at, recipient=recipient, whom=told.whom, told_at=told.told_at, told_by=told.by
    )
    if told.decision:
        record_reply(
            case=case, by=by, at=at, recipient=recipient, decision=told.decision,
            received_at=told.told_at, words=told.words, language=told.language,
            said_to=told.by,
        )  # fmt: skip
