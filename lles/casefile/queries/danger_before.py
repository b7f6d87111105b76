"""A danger that was seen before there was a case, as one piece of work hands it to another."""

from dataclasses import dataclass
from datetime import datetime

from lles.casefile.models import Officer


@dataclass(frozen=True)
class ToldBefore:
    """A body that was told of a danger by telephone, before there was a case, and what it said."""

    kind: str
    body: str
    whom: str
    by: Officer
    told_at: datetime
    decision: str
    words: str
    language: str


@dataclass(frozen=True)
class DangerBefore:
    """A danger that somebody saw in what came, before it was a case or was put to one."""

    by: Officer
    seen_at: datetime
    learnt: str
    language: str
    harm: tuple[str, ...]
    children_safe: str
    adults_safe: str
    told: tuple[ToldBefore, ...]
    is_application: bool
