"""What was recorded of family assistance and counts: not what was recorded wrongly."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from lles.casefile.models import Case
from lles.work.family_assistance.models import (
    RECORDED,
    Assistance,
    CameToNothing,
    Consent,
    CourtAnswer,
    Heard,
    Opinion,
    Plan,
    Told,
    Worked,
    Wrong,
)


def consented(assistance: Assistance) -> QuerySet[Consent]:
    """What adults answered when they were asked for consent."""
    return assistance.consents.filter(wrong=None)


def heard_of(assistance: Assistance) -> QuerySet[Heard]:
    """What was said of the order."""
    return assistance.heard.filter(wrong=None)


def opinions_of(assistance: Assistance) -> QuerySet[Opinion]:
    """The versions of the opinion, the last one last."""
    return assistance.opinions.filter(wrong=None).order_by("pk")


def worked_of(assistance: Assistance) -> QuerySet[Worked]:
    """What was done under the order."""
    return assistance.worked.filter(wrong=None)


def told_of(plan: Plan) -> QuerySet[Told]:
    """Who was told of a version of the plan."""
    return plan.told.filter(wrong=None)


def answers_of(assistance: Assistance) -> QuerySet[CourtAnswer]:
    """What the court said of the order, the last answer last."""
    return assistance.answers.filter(wrong=None)


def nothing_of(assistance: Assistance) -> CameToNothing | None:
    """That the proposal came to nothing; None while it is weighed, or an order."""
    if assistance.order_id is not None:
        return None
    return assistance.nothings.filter(wrong=None).select_related("by").last()


def proposal_of(case: Case) -> Assistance | None:
    """The order that is weighed now, which the court may make: none that came to nothing (FAO-NOEXTEND)."""
    over = CameToNothing.objects.filter(wrong=None).values("assistance")
    return Assistance.objects.filter(case=case, order=None).exclude(pk__in=over).order_by("pk").last()


def recorded(assistance: Assistance) -> Mapping[str, Any]:
    """Everything that was recorded of an order, by the name under which it is kept."""
    return {
        "consent": assistance.consents, "heard": assistance.heard, "opinion": assistance.opinions,
        "worked": assistance.worked, "told": Told.objects.filter(plan__assistance=assistance),
        "answer": assistance.answers, "nothing": assistance.nothings,
    }  # fmt: skip


def wrong_of(assistance: Assistance) -> Sequence[Wrong]:
    """What was recorded wrongly of an order."""
    people = ("consent__party", "heard__party", "heard__child", "worked__party", "told__party")
    return list(assistance.wrong.select_related(*RECORDED, *people, "by"))
