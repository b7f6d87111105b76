"""Papers of a case that others gave us, and the files that still wait for the scanner."""

from collections.abc import Sequence

from lles.casefile.models import Case, ReceivedFile, ReceivedPaper


def received_papers(case: Case) -> Sequence[ReceivedPaper]:
    """What came by post, by e-mail or by hand, the latest first."""
    return list(ReceivedPaper.objects.filter(case=case).select_related("file", "added_by"))


def received_paper_of(case: Case, pk: int) -> ReceivedPaper | None:
    """One of these papers of the case."""
    return ReceivedPaper.objects.filter(case=case, pk=pk).select_related("file").first()


def files_to_scan(at_most: int) -> Sequence[ReceivedFile]:
    """Files that nobody has scanned yet, the longest waiting first."""
    waiting = ReceivedFile.objects.filter(state__in=[ReceivedFile.WAITING, ReceivedFile.UNSCANNED])
    return list(waiting.order_by("pk")[:at_most])
