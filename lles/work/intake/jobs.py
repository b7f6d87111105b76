"""Reading the courts' feeds and fetching the papers they list; each round is safe to run twice."""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone
from procrastinate.contrib.django import app

from lles.casefile.changes.due_days import the_service
from lles.casefile.timeline import word
from lles.links.court.client import CourtService
from lles.links.court.errors import CourtError, CourtRefused
from lles.links.court.poll import Asked, Gap, poll
from lles.links.court.windows import Window
from lles.links.mail import mailbox
from lles.work.intake.changes.mail import MOST_BYTES, TakenMail, hold_unread, take_message
from lles.work.intake.changes.papers import keep_paper, note_paper_problem
from lles.work.intake.changes.progress import record_gap, record_progress
from lles.work.intake.changes.take import take_answer
from lles.work.intake.queries import Line, papers_to_fetch, progress

logger = logging.getLogger(__name__)
FIRST_LOOK_BACK = timedelta(days=1)
PERSISTENT = (403, 404, 0)
Told = Callable[[Line], None]
Walked = Callable[[str, datetime], None]


@app.periodic(cron="*/5 * * * *")
@app.task(name="intake.poll", queueing_lock="intake.poll")
def poll_periodically(timestamp: int) -> None:
    """Reads every court's service that has an address, up to now."""
    for _ in poll_all():
        pass


@app.periodic(cron="* * * * *")
@app.task(name="intake.mailbox", queueing_lock="intake.mailbox")
def take_mail_periodically(timestamp: int) -> None:
    """Takes every message that waits in the mailbox."""
    for _ in take_mailbox(Path(settings.LLES_MAILBOX), timezone.now()):
        pass


def take_mailbox(folder: Path, at: datetime) -> Iterator[Line]:
    """Takes every message that waits in a folder, then moves it aside; one line for each. What the database
    does not take stays where it is, for the next round."""
    mailbox.make_ready(folder)
    for message in mailbox.delivered(folder, MOST_BYTES):
        try:
            taken = _take_delivered(message, at)
        except (DatabaseError, OSError, ValueError) as error:
            logger.error("a message stays in the mailbox: %s", type(error).__name__)
            continue
        why = word(f"held.{taken.arrival.reason}") if taken.is_unreadable else None
        to = mailbox.REFUSED if why else mailbox.TAKEN
        mailbox.move_aside(message, folder, to, f"{why.en}\n{why.cy}" if why else "")
        yield taken.line()


def _take_delivered(message: mailbox.Delivered, at: datetime) -> TakenMail:
    by, source = the_service(), f"mailbox:{message.path.name}"
    if message.content is not None:
        return take_message(content=message.content, source=source, by=by, at=at)
    told = f"{source}:{message.size}:{message.changed_at}"
    return hold_unread(content=None, source=told, reason="mail_too_large", by=by, at=at, size=message.size)


def poll_all(told: Told = lambda line: None, walked: Walked = lambda service, until: None) -> Iterator[Line]:
    """Reads every court's service that has an address, up to now; one line for each case that was taken,
    told as soon as it is known."""
    for name in ("private", "public"):
        if address := settings.LLES_COURTS[name]:
            with CourtService(address) as service:
                yield from poll_service(service, timezone.now(), told=told, walked=walked)
                fetch_papers(service, timezone.now())


def poll_service(
    service: CourtService,
    until: datetime,
    since: datetime | None = None,
    *,
    sleep: Callable[[float], None] | None = None,
    told: Told = lambda line: None,
    walked: Walked = lambda service, until: None,
) -> Iterator[Line]:
    """Reads one service from its progress mark to a moment; the mark moves with each window that was
    taken."""
    name = service.settings.service
    by, known = the_service(), progress(name)
    start = since or (known.done_to if known else until - FIRST_LOOK_BACK)
    lines: list[Line] = []

    def take(window: Window, content: bytes) -> None:
        source = f"feed:{name}:{window.start.isoformat()}"
        for taken in take_answer(content=content, source=source, by=by, at=until):
            lines.append(taken.line())
            told(lines[-1])
        record_progress(by=by, at=until, service=name, done_to=window.until)
        walked(name, window.until)

    asked: Asked = service

    def note(gap: Gap) -> None:
        record_gap(by=by, at=until, service=name, ends_at=gap.window.until, seconds=_seconds(gap.window))

    walk = poll(asked, start, until, take, sleep, note=note)
    record_progress(by=by, at=until, service=name, done_to=walk.done_to)
    yield from lines
    if walk.stopped_by is not None:
        yield {"service": name, "stopped": str(walk.stopped_by), "done_to": walk.done_to.isoformat()}


def _seconds(window: Window) -> int:
    return int((window.end - window.start).total_seconds())


def fetch_papers(service: CourtService, at: datetime, at_most: int = 100) -> int:
    """Fetches the papers of this court that are listed and not held; how many came."""
    by, fetched = the_service(), 0
    for paper in papers_to_fetch(service.settings.service, at_most):
        try:
            came = service.download(paper.court_key)
        except CourtRefused as refused:
            if refused.status in PERSISTENT:
                note_paper_problem(
                    case=paper.case, by=by, at=at, paper=paper, problem=f"refused_{refused.status}"
                )
            continue
        except CourtError:
            break
        keep_paper(
            case=paper.case, by=by, at=at, paper=paper, content=came.content, media_type=came.content_type
        )
        fetched += 1
    return fetched
