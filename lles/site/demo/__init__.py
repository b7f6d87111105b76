"""The demonstration behind `lles demo`: an invented service does the whole first job once, and says so."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction

from lles.casefile import jobs
from lles.casefile.changes.due_days import the_service
from lles.casefile.queries import is_invented
from lles.casefile.queries.finding import found
from lles.site.demo import families, telling
from lles.site.demo.bevan import Followed, ask_and_listen, hand_out, write_and_file
from lles.site.demo.cast import open_service, somebody_is_here
from lles.site.demo.court import invented_court, load, read_feed, service
from lles.site.demo.danger import read_what_came
from lles.site.demo.days import StoryDays
from lles.site.demo.others import leave_work_to_do
from lles.work.intake.changes.mail import take_message
from lles.work.intake.queries import arrivals
from lles.work.intake.queries.mail import mail_waiting

if TYPE_CHECKING:
    from lles.casefile.models import Case
    from lles.links.court.standin import StandIn

OPENED_LONG_AGO = 150
NOT_EMPTY = "This database holds something else than the demonstration; it was left as it is."
AGAIN = "The demonstration is there already; nothing was done again."
NAMED = tuple(place for place in families.EVERY if place != families.NAMELESS)


def run(out: str, at: datetime) -> int:
    """Makes the invented service and follows one family to its letter; what is done already is only told."""
    if is_there():
        _finish_what_was_cut_off()
        telling.tell((AGAIN, ""))
        _tell(Path(out), Followed(()))
        return 0
    if somebody_is_here() or is_invented():
        telling.progress(NOT_EMPTY)
        return 2
    days = StoryDays(at.replace(microsecond=0))
    with invented_court(days) as court:
        followed = _do_it_all(court, days)
        _send(court, days)
    telling.tell(("The courts' feed was read and the main job done once. Everybody in it is invented.", ""))
    _tell(Path(out), followed)
    return 0


def is_there() -> bool:
    """True where the database holds the demonstration."""
    return is_invented() and _case(families.BEVAN) is not None


def story_days() -> StoryDays:
    """The days of the demonstration that this database holds, whatever day it is now."""
    arrived = _case(families.PATHFINDER)
    if arrived is None:
        raise LookupError("the demonstration is not there")
    return StoryDays(arrived.opened_at)


def _do_it_all(court: "StandIn", days: StoryDays) -> Followed:
    """All of it or nothing of it: what is cut off before the end was never there."""
    with transaction.atomic():
        telling.progress("Opening the offices of an invented service")
        cast = open_service(days.at(OPENED_LONG_AGO, 9))
        telling.progress("Reading the courts' feeds")
        _read_the_feeds(court, days)
        _take_the_mail(days)
        cases = {place: case for place in NAMED if (case := _case(place)) is not None}
        telling.progress("Asking, chasing and calling")
        read_what_came(cases, cast)
        ask_and_listen(cases[families.BEVAN], cast, days)
        leave_work_to_do(cases, cast, days)
        telling.progress("Writing the letter, in both languages, for each of its readers")
        return write_and_file(cases[families.BEVAN], cast, days)


def _read_the_feeds(court: "StandIn", days: StoryDays) -> None:
    for sent in families.sent_before(days):
        load(court, [sent])
        read_feed(court, "private", sent.changed_at + timedelta(minutes=4))
    load(court, families.everything_sent(days))
    read_feed(court, "private", days.now)
    read_feed(court, "public", days.now)
    for sent in families.sent_long_ago(days):  # read last, so that its number comes after all others
        read_feed(court, "private", sent.changed_at + timedelta(minutes=4))


def _take_the_mail(days: StoryDays) -> None:
    content, came_at = families.sent_by_mail(days)
    take_message(content=content, source="mailbox:hysbysiad.eml", by=the_service(), at=came_at)


def _send(court: "StandIn", days: StoryDays) -> None:
    telling.progress("Filing with the court")
    with service(court, "private") as asked:
        jobs.run(days.now, asked)
    bevan = _case(families.BEVAN)
    if bevan is not None and not telling.is_waiting(bevan):
        hand_out(bevan, days)


def _finish_what_was_cut_off() -> None:
    """Sends a letter that was sealed in a run that ended before it was sent."""
    bevan = _case(families.BEVAN)
    if bevan is not None and telling.is_waiting(bevan):
        days = story_days()
        with invented_court(days) as court:
            _send(court, days)


def _case(place: int) -> "Case | None":
    return next((one.case for one in found(the_service(), families.court_number(place)).cases), None)


def _tell(out: Path, followed: Followed) -> None:
    telling.tell(_lines(out, followed))


def _lines(out: Path, followed: Followed) -> Iterator[str]:
    bevan = _case(families.BEVAN)
    assert bevan is not None
    yield from telling.of_the_case(bevan)
    yield from telling.of_the_gate(followed.stopped)
    yield from telling.of_the_filing(bevan)
    yield from telling.of_the_serving(bevan)
    yield "The letter as each reader has it:"
    yield from telling.write_letters(bevan, out)
    yield "Open cases, with work to do:"
    others = [case for place in NAMED[1:] if (case := _case(place)) is not None]
    held = sum(row.arrival.outcome == "held" for row in arrivals(the_service()))
    yield from telling.of_the_others(others, held, len(mail_waiting(the_service())))
