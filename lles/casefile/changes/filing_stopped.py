"""What a person does with a document that our gate stopped on its way to the court, or would stop now."""

from collections.abc import Sequence
from datetime import datetime

from lles.casefile import outbox
from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.changes.filing import (
    NOT_AT_COURT,
    end_filing_tasks,
    filed_with,
    filing_told,
    goes_by_machine,
    still,
    was_filed,
)
from lles.casefile.gate import GateRefused, record_left_before, refused_now, stopped_now
from lles.casefile.models import Case, Filing, Officer
from lles.casefile.queries.filings import withdrawn_versions
from lles.casefile.register import Event
from lles.casefile.timeline import Word, says


@change(needs=Verb.FILE)
def withdraw_filing(
    *, case: Case, by: Officer, at: datetime, filing: Filing, why: str, seen: int | None = None
) -> Done[None]:
    """Withdraws a sealed document that our gate stopped, or would stop: it stays on the file and does not go
    to the court. Once no version of it may go, what it was to tell can be written anew."""
    still(filing, *NOT_AT_COURT)
    if filing.state != Filing.STOPPED and not stopped_now(filing.document):
        raise Stale(f"{filing.receipt} may leave again")
    return was_withdrawn([filing], by, at, why)


def was_withdrawn(filings: Sequence[Filing], by: Officer, at: datetime, why: str) -> Done[None]:
    """The rows, the end of the tasks and the line of the timeline where versions of a document are withdrawn
    on their way to the court."""
    document = filings[0].document
    case = document.case
    for one in filings:
        Filing.objects.filter(pk=one.pk).update(state=Filing.WITHDRAWN, settled_at=at)
        end_filing_tasks(case, one, by, at, "withdrawn")
    entry = says(
        "filing_withdrawn",
        document=Word(f"document.{document.kind}"),
        receipt=", ".join(one.receipt for one in filings),
        why=why,
    )
    is_last = document.version in withdrawn_versions(case, document.kind)
    withdrawn = ((Event.DOCUMENT_WITHDRAWN, {"kind": document.kind}),) if is_last else ()
    return Done(None, entry, withdrawn or filing_told(filings[0]))


@change(needs=Verb.FILE)
def record_filed_before(
    *, case: Case, by: Officer, at: datetime, filing: Filing, way: str, filed_at: datetime, done: str,
    together: bool = False, seen: int | None = None,
) -> Done[None]:  # fmt: skip
    """Records that a person had filed the sealed document before something in it became protected, and what
    was `done` about that; takes along only versions of which that is so, and lets nothing out. What left
    cannot be called back, and nobody serves it unseen."""
    still(filing, *NOT_AT_COURT)
    refused = {one: refused_now(one.document) for one in filed_with(filing, together)}
    if not refused[filing]:
        raise Stale(f"{filing.receipt} may leave again")
    filed = [one for one, why in refused.items() if why]
    for one in filed:
        record_left_before(one.document, by=by, at=at)
    refusals = tuple(one.said() for why in refused.values() for one in why)
    return was_filed("filed_before_protected", filed, way, filed_at, by, at, why=done, refusals=refusals)


@change(needs=Verb.WORK)
def send_again(
    *, case: Case, by: Officer, at: datetime, filing: Filing, seen: int | None = None
) -> Done[None]:
    """Sends a document once more that the court has not: our gate lets it out now, and what stood in the way
    at the court is mended."""
    still(filing, Filing.STOPPED, Filing.REFUSED, Filing.UNREACHABLE)
    if not goes_by_machine(case):
        raise Stale(f"the court of {case.reference} takes no uploads")
    if found := stopped_now(filing.document):
        raise GateRefused(found)
    end_filing_tasks(case, filing, by, at)
    Filing.objects.filter(pk=filing.pk).update(state=Filing.WAITING, tries=0, next_try_at=at)
    outbox.defer("casefile.send_to_court", filing_id=filing.pk)
    document = Word(f"document.{filing.document.kind}")
    return Done(None, says("filing_tried_again", document=document, receipt=filing.receipt))
