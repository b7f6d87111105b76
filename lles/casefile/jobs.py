"""What falls due: filings to send, filings that were interrupted; each safe to run twice."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.filing import claim_filing, postpone_filing, settle_filing
from lles.casefile.changes.received_files import record_scan, scanner
from lles.casefile.documents import received_store
from lles.casefile.gate import GateRefused, send_to_court
from lles.casefile.models import Case, Filing
from lles.casefile.queries.papers import files_to_scan
from lles.links.court.client import CourtService
from lles.links.court.errors import CourtBusy, CourtRefused, CourtSilent, CourtUnreachable
from lles.links.court.facts import Service
from lles.links.scanner import ScannerDown
from lles.links.store import StoreError

PRIVATE: Service = "private"
INTERRUPTED_AFTER = timedelta(minutes=10)


@app.task(name="casefile.send_to_court")
def send_filing(filing_id: int) -> None:
    """Sends one filing, if it is due and nobody else has it."""
    filing = Filing.objects.select_related("document__case").get(pk=filing_id)
    if address := settings.LLES_COURTS[PRIVATE]:
        with CourtService(address) as court:
            send(filing, timezone.now(), court)


@app.periodic(cron="* * * * *")
@app.task(name="casefile.send_waiting")
def send_waiting(timestamp: int) -> None:
    """Sends every filing whose time has come, and parks those whose sending was cut off."""
    if address := settings.LLES_COURTS[PRIVATE]:
        with CourtService(address) as court:
            run(timezone.now(), court)


def run(now: datetime, court: CourtService) -> int:
    """One round of the outbox as at a moment: how many filings were tried."""
    park_interrupted(now)
    waiting = Filing.objects.filter(state=Filing.WAITING, next_try_at__lte=now)
    due = list(waiting.select_related("document__case").order_by("next_try_at", "pk"))
    return sum(send(filing, now, court) for filing in due)


def send(filing: Filing, now: datetime, court: CourtService) -> bool:
    """Claims one filing, sends it, and records what became of it; False where somebody else has it."""
    case: Case = filing.document.case
    by = the_service()
    if not claim_filing(case=case, by=by, at=now, filing=filing):
        return False
    filing.refresh_from_db()
    try:
        accepted = send_to_court(filing, court, f"{filing.receipt}.{filing.document.language}.pdf")
    except GateRefused as stopped:
        settle_filing(
            case=case,
            by=by,
            at=now,
            filing=filing,
            state=Filing.STOPPED,
            answered=str(stopped),
            refusals=stopped.refusals,
        )
    except (CourtUnreachable, CourtBusy, StoreError) as unreachable:
        postpone_filing(case=case, by=by, at=now, filing=filing, answered=str(unreachable))
    except CourtRefused as refused:
        settle_filing(
            case=case, by=by, at=now, filing=filing, state=Filing.REFUSED, answered=f"{refused.status}"
        )
    except CourtSilent as silent:
        settle_filing(case=case, by=by, at=now, filing=filing, state=Filing.UNKNOWN, answered=str(silent))
    else:
        settle_filing(
            case=case, by=by, at=now, filing=filing, state=Filing.ACCEPTED, answered=accepted.message
        )
    return True


@app.periodic(cron="*/5 * * * *")
@app.task(name="casefile.scan_waiting", queueing_lock="casefile.scan_waiting")
def scan_waiting(timestamp: int) -> None:
    """Has every file scanned that waits for the scanner."""
    scan(timezone.now())


def scan(now: datetime, at_most: int = 200) -> int:
    """Asks the scanner about the files nobody has scanned yet; how many it gave a verdict on."""
    asked, scanned = scanner(), 0
    if asked is None:
        return scanned
    for file in files_to_scan(at_most):
        try:
            found = asked.found_in(received_store().get(file.sha256))
        except ScannerDown:
            break
        scanned += record_scan(by=the_service(), at=now, file=file, found=found)
    return scanned


def park_interrupted(now: datetime) -> int:
    """Parks every filing whose sending was cut off: nobody knows whether the court has it."""
    cut_off = Filing.objects.filter(state=Filing.SENDING, settled_at__lt=now - INTERRUPTED_AFTER)
    for filing in cut_off.select_related("document__case"):
        settle_filing(
            case=filing.document.case,
            by=the_service(),
            at=now,
            filing=filing,
            state=Filing.UNKNOWN,
            answered="interrupted",
        )
    return len(cut_off)
