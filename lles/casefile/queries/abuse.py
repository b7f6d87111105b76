"""Where and since when domestic abuse was raised in a case."""

from collections.abc import Sequence

from lles.casefile.models import AbuseRaised, Case


def abuse_raised(case: Case) -> Sequence[AbuseRaised]:
    """Everything that raised domestic abuse in a case, the earliest day first; empty where nothing did (DA-
    ALLSTAGES)."""
    return list(case.abuse_raised.select_related("party", "by"))
