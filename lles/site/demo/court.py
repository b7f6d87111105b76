"""The courts of the demonstration: the stand-in on this machine, loaded with the invented families."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from lles.links.court.client import CourtService
from lles.links.court.facts import Service
from lles.links.court.standin import TOKEN, StandIn
from lles.site.demo.days import StoryDays
from lles.site.demo.families import Sent, everything_sent
from lles.work.intake.jobs import fetch_papers, poll_service

AS_FAST_AS_IT_CAN = 100_000
A_WHILE = timedelta(minutes=10)
CALLS = ("SEARCHES", "DOWNLOADS", "UPLOADS")
BOTH: tuple[Service, Service] = ("private", "public")


def invented_court(days: StoryDays) -> StandIn:
    """A stand-in that holds everything the demonstration's court has sent; nobody has started it yet."""
    court = StandIn()
    load(court, everything_sent(days))
    return court


def load(court: StandIn, sent: Iterable[Sent]) -> None:
    """Gives the stand-in cases and their papers."""
    for one in sent:
        court.load(one.case, changed_at=one.changed_at)
        for key, content in one.documents.items():
            court.put_document(key, content)


def service(court: StandIn, which: Service) -> CourtService:
    """One of the stand-in's two services; on this machine nobody has to wait."""
    pace = AS_FAST_AS_IT_CAN
    return CourtService(
        court.settings(which, searches_a_minute=pace, downloads_a_minute=pace, uploads_a_minute=pace)
    )


def read_feed(court: StandIn, which: Service, at: datetime) -> None:
    """Reads what one service changed in the last minutes before a moment, with the papers it lists."""
    with service(court, which) as asked:
        for line in poll_service(asked, at, at - A_WHILE):
            if "stopped" in line:
                raise RuntimeError(f"the stand-in stopped answering: {line['stopped']}")
        fetch_papers(asked, at)


def addresses(court: StandIn) -> Mapping[str, str]:
    """The settings under which the site and its jobs find the stand-in."""
    named: dict[str, str] = {}
    for which in BOTH:
        prefix = f"LLES_COURT_{which.upper()}_"
        named |= {f"{prefix}URL": court.url, f"{prefix}TOKEN": TOKEN, f"{prefix}KEY": "stand-in-key"}
        named |= {f"{prefix}{call}_A_MINUTE": str(AS_FAST_AS_IT_CAN) for call in CALLS}
    return named
