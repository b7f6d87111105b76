"""The risks that were seen under an order, and what was assessed since."""

from datetime import datetime

from lles.work.family_assistance.models import Assistance, Worked
from lles.work.family_assistance.queries.counted import worked_of


def risk_is_open(assistance: Assistance) -> bool:
    """Whether a risk was seen for which no assessment was recorded since, of its day or a later one."""
    found = worked_of(assistance).order_by("pk")
    assessed = list(found.filter(kind=Worked.ASSESSED).values_list("pk", "on"))
    return any(
        not any(pk > risk.pk and on >= risk.on for pk, on in assessed)
        for risk in found.filter(kind=Worked.RISK)
    )


def risk_assessed_at(assistance: Assistance) -> datetime | None:
    """When an assessment was recorded last; None where none was."""
    found = worked_of(assistance).filter(kind=Worked.ASSESSED).order_by("pk").last()
    return found.at if found else None
