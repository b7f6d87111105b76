"""What was sealed under a monitoring order, for when it turns out to be recorded wrongly."""

from collections.abc import Iterator

from lles.casefile.models import Order
from lles.work.monitoring.models import Letters, Report
from lles.work.monitoring.queries.facts import LETTERS


def documents_under(order: Order) -> Iterator[tuple[str, int]]:
    """The letters and reports that were sealed under an order."""
    for letters in Letters.objects.filter(monitoring__order=order).order_by("pk"):
        yield LETTERS[letters.letter], letters.version
    for report in Report.objects.filter(monitoring__order=order).order_by("pk"):
        yield f"monitoring_{report.kind}_report", report.version
