"""What the passing of a day ends: the tasks that nobody may do after the last day of an order (FAO-END)."""

from datetime import datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from lles.casefile.changes.due_days import the_service
from lles.work.family_assistance.changes.order import follow_directions
from lles.work.family_assistance.queries.running import cases_to_close


@app.periodic(cron="20 0 * * *")
@app.task(name="family_assistance.close_what_ended", queueing_lock="family_assistance.close_what_ended")
def close_what_ended(timestamp: int) -> None:
    """Ends what an order that is over asks for no more."""
    run(timezone.now())


def run(now: datetime) -> int:
    """One round as at a moment: of how many cases the tasks were brought to what the file asks for."""
    found = cases_to_close(timezone.localdate(now))
    for case in found:
        follow_directions(case=case, by=the_service(), at=now)
    return len(found)
