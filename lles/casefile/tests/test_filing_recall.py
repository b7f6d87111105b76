"""What is sealed leaves for the court no sooner than it can be taken back, unless somebody sends it now."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from lles.casefile import jobs
from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.changes.filing import RECALL, seal_documents
from lles.casefile.changes.filing_recall import send_now, take_back
from lles.casefile.models import Case, Filing, Officer
from lles.casefile.queries.filings import withdrawn_versions
from lles.casefile.tests.pages import client_of, fill, said, text_of
from lles.casefile.tests.pdfs import note
from lles.casefile.timeline import read
from lles.links.court.client import CourtService
from lles.links.court.standin import StandIn

KIND = "safeguarding_letter"
MOMENT = timedelta(seconds=1)


def seal(case: Case, by: Officer, at: datetime) -> list[Filing]:
    words = "The hearing is on 9 April 2026."
    both = (note(words, at), note(words, at, language="cy"))
    made = [replace(one, kind=KIND) for one in both]
    seal_documents(case=case, by=by, at=at, kind=KIND, made=made, court_type="Safeguarding_Letter")
    return list(Filing.objects.order_by("pk"))


@pytest.fixture
def leaving(case: Case, own: Officer, now: datetime) -> list[Filing]:
    """A document in two languages that was sealed a moment ago."""
    return seal(case, own, now)


@pytest.fixture
def court() -> Iterator[StandIn]:
    """The courts' services, on this machine."""
    with StandIn() as stand_in:
        known = {"id": 1700000000000001, "jurisdiction": "PRIVATELAW", "case_data": {}}
        stand_in.load(known | {"last_modified": "2026-03-04T08:00:00"})
        yield stand_in


def tried(court: StandIn, at: datetime) -> int:
    with CourtService(court.settings("private", read_seconds=0.5, uploads_a_minute=10_000)) as service:
        return jobs.run(at, service)


def states(filings: list[Filing]) -> set[str]:
    return set(Filing.objects.filter(pk__in=[one.pk for one in filings]).values_list("state", flat=True))


def test_nothing_leaves_before_it_cannot_be_taken_back_any_more(
    leaving: list[Filing], court: StandIn, now: datetime
) -> None:
    assert tried(court, now + RECALL - MOMENT) == 0
    assert court.uploads == []
    assert tried(court, now + RECALL) == 2
    assert states(leaving) == {Filing.ACCEPTED}


def test_what_is_taken_back_never_leaves_in_any_language_and_can_be_written_anew(
    leaving: list[Filing], case: Case, own: Officer, court: StandIn, now: datetime
) -> None:
    take_back(case=case, by=own, at=now, filing=leaving[1], why="It is about another family.")
    assert states(leaving) == {Filing.WITHDRAWN}
    assert tried(court, now + timedelta(days=1)) == 0
    assert court.uploads == []
    assert withdrawn_versions(case, KIND) == {1}
    entry = case.entries.filter(kind="filing_withdrawn").get()
    assert "It is about another family." in " ".join(read(entry.kind, entry.facts, "en"))


def test_what_cannot_wait_is_sent_now_in_every_language(
    leaving: list[Filing], case: Case, own: Officer, court: StandIn, now: datetime
) -> None:
    send_now(case=case, by=own, at=now, filing=leaving[0])
    assert tried(court, now) == 2
    assert states(leaving) == {Filing.ACCEPTED}


def test_what_has_left_cannot_be_taken_back(
    leaving: list[Filing], case: Case, own: Officer, court: StandIn, now: datetime
) -> None:
    tried(court, now + RECALL)
    with pytest.raises(Stale):
        take_back(case=case, by=own, at=now + RECALL, filing=leaving[0], why="Too late.")
    with pytest.raises(Stale):
        send_now(case=case, by=own, at=now + RECALL, filing=leaving[0])
    assert states(leaving) == {Filing.ACCEPTED}


def test_only_who_may_file_takes_it_back_or_sends_it_sooner(
    leaving: list[Filing], case: Case, officer_with: Callable[..., Officer], now: datetime
) -> None:
    clerk = officer_with("checks_clerk")
    with pytest.raises(NotAllowed):
        take_back(case=case, by=clerk, at=now, filing=leaving[0], why="No.")
    with pytest.raises(NotAllowed):
        send_now(case=case, by=clerk, at=now, filing=leaving[0])
    assert states(leaving) == {Filing.WAITING}


@pytest.mark.parametrize(
    ("language", "leaves", "acts"),
    [("en", "It leaves for the court by itself at", "Take this document back"),
     ("cy", "Bydd y ddogfen yn gadael am y llys ohoni ei hun am", "Cymryd y ddogfen hon yn ôl")],
)  # fmt: skip
def test_the_page_says_when_it_leaves_and_takes_it_back_with_a_reason(
    case: Case, own: Officer, language: str, leaves: str, acts: str
) -> None:
    filings, client = seal(case, own, timezone.now()), client_of(own, language)
    path = f"/cases/{case.reference}/filings/{filings[0].pk}/"
    assert f'href="{path}?now"' in text_of(client, f"/cases/{case.reference}/documents/")
    page = text_of(client, f"{path}?now")
    assert leaves in page
    assert acts in page
    refused = said(fill(client, f"{path}?take_back", why=" "))
    assert "govuk-error-summary" in refused
    assert states(filings) == {Filing.WAITING}
    assert fill(client, f"{path}?take_back", why="It is about another family.").status_code == 302
    assert states(filings) == {Filing.WITHDRAWN}


def test_the_page_sends_it_now(case: Case, own: Officer) -> None:
    filings, client = seal(case, own, timezone.now()), client_of(own)
    path = f"/cases/{case.reference}/filings/{filings[0].pk}/?now"
    assert fill(client, path).status_code == 302
    due = Filing.objects.filter(next_try_at__lte=timezone.now(), state=Filing.WAITING)
    assert due.count() == 2
    assert "It leaves for the court now." in text_of(client, path)


@pytest.mark.parametrize("typed", [{"is_there": "yes"}, {"way": "post"}, {}])
def test_what_was_meant_for_another_state_sends_nothing(
    case: Case, own: Officer, typed: dict[str, str]
) -> None:
    filings, client = seal(case, own, timezone.now()), client_of(own)
    client.post(f"/cases/{case.reference}/filings/{filings[0].pk}/", typed)
    assert not Filing.objects.filter(next_try_at__lte=timezone.now()).exists()
    assert states(filings) == {Filing.WAITING}


def test_who_sent_it_at_once_is_on_the_timeline(
    leaving: list[Filing], case: Case, own: Officer, now: datetime
) -> None:
    send_now(case=case, by=own, at=now, filing=leaving[0])
    entry = case.entries.get(kind="filing_sent_now")
    assert entry.by == own
    assert all(one.receipt in str(entry.facts) for one in leaving)
