"""How far each court's service has been read, and the gaps it left."""

from datetime import datetime, timedelta

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.models import Officer
from lles.work.intake.models import Gap, Progress


@change(needs=Verb.WORK)
def record_progress(*, by: Officer, at: datetime, service: str, done_to: datetime) -> Done[None]:
    """Moves the mark of a service forward; it never moves back."""
    mark, _ = Progress.objects.select_for_update().get_or_create(
        service=service, defaults={"done_to": done_to}
    )
    if done_to > mark.done_to:
        Progress.objects.filter(pk=mark.pk).update(done_to=done_to)
    return Done(None, None)


@change(needs=Verb.WORK)
def record_gap(*, by: Officer, at: datetime, service: str, ends_at: datetime, seconds: int) -> Done[None]:
    """Notes a stretch that the service would not give, once, for a person to know of."""
    starts_at = ends_at - timedelta(seconds=seconds)
    Gap.objects.get_or_create(
        service=service, starts_at=starts_at, ends_at=ends_at, defaults={"noted_at": at}
    )
    return Done(None, None)
