"""What a person does with a document that has not left for the court yet: take it back, or send it now."""

from collections.abc import Sequence
from datetime import datetime

from lles.casefile import outbox
from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, change
from lles.casefile.changes.filing import still
from lles.casefile.changes.filing_stopped import was_withdrawn
from lles.casefile.models import Case, Filing, Officer
from lles.casefile.queries.of_case import same_version
from lles.casefile.timeline import Word, says


def _leaving(filing: Filing) -> Sequence[Filing]:
    """A filing that has not left, with those of the other languages of its document."""
    still(filing, Filing.WAITING)
    return same_version(filing, Filing.WAITING)


@change(needs=Verb.FILE)
def take_back(
    *, case: Case, by: Officer, at: datetime, filing: Filing, why: str, seen: int | None = None
) -> Done[None]:
    """Takes back a sealed document, in every language in which it has not left yet: it stays on the file and
    does not go to the court, and what it was to tell can be written anew."""
    return was_withdrawn(_leaving(filing), by, at, why)


@change(needs=Verb.FILE)
def send_now(*, case: Case, by: Officer, at: datetime, filing: Filing, seen: int | None = None) -> Done[None]:
    """Sends a sealed document without waiting until it cannot be taken back any more, in every language in
    which it has not left yet."""
    leaving = _leaving(filing)
    for one in leaving:
        Filing.objects.filter(pk=one.pk, next_try_at__gt=at).update(next_try_at=at)
        outbox.defer("casefile.send_to_court", filing_id=one.pk)
    document, receipt = Word(f"document.{filing.document.kind}"), ", ".join(one.receipt for one in leaving)
    return Done(None, says("filing_sent_now", document=document, receipt=receipt), leaves_the_case=True)
