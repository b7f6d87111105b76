"""What only this piece of work stores, one subject per file."""

from lles.work.family_assistance.models.opinion import Opinion
from lles.work.family_assistance.models.order import Assistance, CourtAnswer, NamedOne
from lles.work.family_assistance.models.paper import Issued, NotSent
from lles.work.family_assistance.models.plan import Plan, Told, Worked
from lles.work.family_assistance.models.said import Consent, Heard
from lles.work.family_assistance.models.visit import Visit
from lles.work.family_assistance.models.wrong import RECORDED, CameToNothing, Recorded, Wrong

__all__ = [
    "RECORDED",
    "Assistance",
    "CameToNothing",
    "Consent",
    "CourtAnswer",
    "Heard",
    "Issued",
    "NamedOne",
    "NotSent",
    "Opinion",
    "Plan",
    "Recorded",
    "Told",
    "Visit",
    "Worked",
    "Wrong",
]
