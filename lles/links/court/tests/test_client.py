"""Asking a court's service says clearly what it answered, and keeps to its pace."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from lles.links.court.client import CourtService
from lles.links.court.errors import (
    CourtBusy,
    CourtError,
    CourtRefused,
    CourtSilent,
    CourtUnreachable,
    DocumentForbidden,
    DocumentUnknown,
    NotADocumentId,
)
from lles.links.court.facts import Service
from lles.links.court.pace import Pace
from lles.links.court.payload import loads, read_answer
from lles.links.court.settings import private_law
from lles.links.court.standin import StandIn
from lles.links.court.tests.invented import PRIVATE, PUBLIC
from lles.links.court.windows import Window, windows

DOCUMENT = "0d000000-0000-4000-8000-000000000001"
CHANGED = {
    "private": datetime(2026, 5, 11, 9, 30, tzinfo=UTC),
    "public": datetime(2026, 7, 2, 8, tzinfo=UTC),
}


@pytest.fixture(name="court", scope="module")
def running_court() -> Iterator[StandIn]:
    with StandIn() as court:
        court.load([PRIVATE, PUBLIC])
        court.put_document(DOCUMENT, b"%PDF-1.7", "Gorchymyn Llŷr.pdf")
        yield court


@pytest.fixture(autouse=True)
def _well_behaved(court: StandIn) -> None:
    court.behave_well()
    court.forbidden.clear()


def service_of(
    court: StandIn, service: Service = "private", *, gateway: bool = True, **changes: float
) -> CourtService:
    quick = {"read_seconds": 1.0, "searches_a_minute": 10_000, "downloads_a_minute": 10_000}
    return CourtService(court.settings(service, gateway=gateway, **{**quick, **changes}))


def last_window(service: CourtService) -> Window:
    changed = CHANGED[service.settings.service]
    return next(windows(changed, changed + timedelta(minutes=1), service.settings.zone))


@pytest.mark.parametrize("name", ["private", "public"])
@pytest.mark.parametrize("gateway", [True, False])
def test_it_finds_the_cases_of_a_window(court: StandIn, name: Service, gateway: bool) -> None:
    with service_of(court, name, gateway=gateway) as service:
        answer = read_answer(loads(service.search(last_window(service))))
    assert [case.service for case in answer.cases] == [name]


@pytest.mark.parametrize("name", ["private", "public"])
def test_it_fetches_a_document_with_its_name(court: StandIn, name: Service) -> None:
    with service_of(court, name) as service:
        document = service.download(DOCUMENT.upper())
    assert (document.content, document.file_name) == (b"%PDF-1.7", "Gorchymyn Llŷr.pdf")
    assert "PDF" not in repr(document)


@pytest.mark.parametrize(
    "key", ["", "abc", "../../cases", "{0d000000-0000-4000-8000-000000000001}", "0d" * 16]
)
def test_it_asks_for_no_document_without_a_uuid(court: StandIn, key: str) -> None:
    before = court.calls["download"]
    with service_of(court) as service, pytest.raises(NotADocumentId):
        service.download(key)
    assert court.calls["download"] == before


def test_it_says_whether_a_document_is_unknown_or_withheld(court: StandIn) -> None:
    with service_of(court) as service:
        with pytest.raises(DocumentUnknown):
            service.download(DOCUMENT[:-1] + "2")
        court.forbidden.add(DOCUMENT)
        with pytest.raises(DocumentForbidden):
            service.download(DOCUMENT)


@pytest.mark.parametrize(
    ("kind", "how", "error"),
    [
        ("refuse", {"status": 401}, CourtRefused),
        ("refuse", {"status": 500}, CourtRefused),
        ("refuse", {"status": 302}, CourtRefused),
        ("rate-limit", {"seconds": 7}, CourtBusy),
        ("cut", {}, CourtSilent),
        ("cut", {"when": "midway"}, CourtSilent),
        ("hang", {}, CourtSilent),
    ],
)
def test_it_sorts_what_can_go_wrong(
    court: StandIn, kind: str, how: dict[str, object], error: type[CourtError]
) -> None:
    court.behave(kind, "search", **how)  # type: ignore[arg-type]  # named by a mapping
    with service_of(court, read_seconds=0.2) as service, pytest.raises(CourtError) as raised:
        service.search(last_window(service))
    assert type(raised.value) is error


def test_it_hears_how_long_to_wait(court: StandIn) -> None:
    court.behave("rate-limit", "search", seconds=7)
    with service_of(court) as service, pytest.raises(CourtBusy) as raised:
        service.search(last_window(service))
    assert (raised.value.retry_after, raised.value.status) == (7.0, 429)


def test_it_says_when_nobody_is_there() -> None:
    with StandIn() as gone:
        settings = gone.settings("private")
    with CourtService(settings) as service, pytest.raises(CourtUnreachable):
        service.search(last_window(service))


def test_it_stops_reading_an_answer_without_end(court: StandIn) -> None:
    with service_of(court, largest_answer=100) as service, pytest.raises(CourtSilent, match="larger"):
        service.search(last_window(service))


def test_it_refuses_in_the_court_s_words(court: StandIn) -> None:
    with service_of(court) as service:
        window = last_window(service)
        with pytest.raises(CourtRefused) as raised:
            service.search(replace(window, end=window.start + timedelta(hours=1)))
    assert raised.value.message.endswith("should not be more than 15 minutes")


def test_it_tells_no_secret_in_its_settings() -> None:
    settings = private_law("https://court.example", "Bearer hush", "key-hush")
    assert "hush" not in repr(settings)


@pytest.mark.parametrize(
    ("address", "token"),
    [("ftp://court", "t"), ("court.example", "t"), ("https://c", "a\nb"), ("https://c", "ŷ")],
)
def test_it_refuses_settings_that_cannot_work(address: str, token: str) -> None:
    with pytest.raises(ValueError, match="court's service"):
        private_law(address, token, "key")


def test_it_keeps_to_so_many_calls_in_any_minute() -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    pace = Pace(5, lambda: now[0], sleep)
    moments = []
    for _ in range(12):
        pace.wait()
        moments.append(now[0])
        now[0] += 1
    assert all(later - earlier >= 60 for earlier, later in zip(moments, moments[5:], strict=False))
    assert len(slept) == 2
