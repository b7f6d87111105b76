"""The computed moments of a referral by the id of their rule, for `lles law explain`."""

from collections.abc import Mapping
from datetime import datetime, time
from zoneinfo import ZoneInfo

from lles.casefile.rules.danger import DangerFacts, immediate_risk_is_referred_at_once
from lles.law.due import Due
from lles.law.stated import Explanations, stated_day, stated_due, stated_nations, stated_time_or_none


def _told(facts: Mapping[str, str]) -> Due:
    hour = stated_time_or_none(facts, "time") or time()
    seen_at = datetime.combine(stated_day(facts, "seen"), hour, ZoneInfo("Europe/London"))
    return stated_due(immediate_risk_is_referred_at_once(DangerFacts(seen_at, stated_nations(facts))))


EXPLAINED: Explanations = {"SG-URGENT": _told}
