"""What becomes of what the court directed, pure."""

from collections.abc import Sequence

from lles.casefile.rules.law import casefile_law
from lles.law.bilingual import Text
from lles.law.findings import Finding, Weight


def nothing_directed_is_taken_back_unsaid(left_out: Sequence[Text]) -> tuple[Finding, ...]:
    """Warn of each direction that stands and that what is recorded of its order leaves out: whether the court
    took it back, and how that is known, is the reason (DIR-RECORD)."""
    provision = casefile_law()["DIR-RECORD"]
    return tuple(provision.finding("left_out", weight=Weight.WARNS, what=one) for one in left_out)
