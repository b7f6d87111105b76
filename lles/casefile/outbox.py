"""The outbox: work to be done after the change is committed, deferred by name in the same transaction."""

from procrastinate.contrib.django import app


def defer(job: str, **facts: int | str) -> None:
    """Defers a job by its name; if the transaction is rolled back, the job was never there."""
    app.configure_task(job).defer(**facts)
