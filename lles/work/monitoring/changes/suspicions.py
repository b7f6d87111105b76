"""Harm that is suspected while monitoring, and what came of it."""

from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import Word, says
from lles.work.monitoring.changes.tasks import follow
from lles.work.monitoring.models import Monitoring, Suspicion


@change(needs=Verb.WORK)
def record_suspicion(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    monitoring: Monitoring,
    kind: str,
    on: date,
    words: str,
    language: str,
    seen: int | None = None,
) -> Done[Suspicion]:
    """Records that harm is suspected, which asks for an assessment, or what its assessment found; on whatever
    day, also after the last (MON-16A)."""
    monitoring.case = case
    suspicion = Suspicion.objects.create(
        monitoring=monitoring, kind=kind, on=on, words=words, language=language, by=by, at=at
    )
    follow(monitoring, by, at)
    return Done(suspicion, says("monitoring_suspected", on=on, kind=Word(f"monitoring_suspicion.{kind}")))
