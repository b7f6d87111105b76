"""What is written under a monitoring order in one language, for whoever says it in the other too."""

from collections.abc import Iterator

from lles.casefile.queries.in_both import Written, numbered
from lles.casefile.timeline import word
from lles.work.monitoring.models import Monitoring
from lles.work.monitoring.queries.breaches import breaches_of


def written_under(monitoring: Monitoring) -> Iterator[Written]:
    """What the author wrote that a letter or a report of the order can tell: its provisions, what the court
    asks, and what was found of each breach. What somebody said in a call is theirs, as they said it."""
    for one in monitoring.provisions.all():
        yield numbered("monitoring_part.provision", one.number), one.language, one.words
    yield word("monitoring_part.asks"), monitoring.language, monitoring.asks
    for breach in breaches_of(monitoring):
        if breach.decision is not None:
            number = breach.row.provision.number
            yield numbered("monitoring_part.found", number), breach.decision.language, breach.decision.words
