"""The rules of danger seen, pure: by when it is told, written and asked about again."""

from lles.casefile.rules.danger import (
    DECISIONS,
    HARM,
    SAFE,
    DangerFacts,
    immediate_risk_is_referred_at_once,
)
from lles.work.urgent_referral.rules.clocks import (
    asked_again_by,
    asked_on_receipt,
    immediate_danger_is_told_first,
    referral_law,
    written_by,
)
from lles.work.urgent_referral.rules.codes import (
    AT_RECEIPT,
    BECAUSE,
    OUTCOMES,
    PLACES,
    WAYS,
)
from lles.work.urgent_referral.rules.explained import EXPLAINED

PROVISIONS = referral_law()

__all__ = [
    "AT_RECEIPT",
    "BECAUSE",
    "DECISIONS",
    "EXPLAINED",
    "HARM",
    "OUTCOMES",
    "PLACES",
    "PROVISIONS",
    "SAFE",
    "WAYS",
    "DangerFacts",
    "asked_again_by",
    "asked_on_receipt",
    "immediate_danger_is_told_first",
    "immediate_risk_is_referred_at_once",
    "referral_law",
    "written_by",
]
