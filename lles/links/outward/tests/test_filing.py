"""Filing knows, of every way it can end, whether the court may have the document."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from lles.links.court.client import CourtService
from lles.links.court.errors import (
    CourtBusy,
    CourtError,
    CourtRefused,
    CourtSilent,
    CourtUnreachable,
    NotAcceptable,
)
from lles.links.court.settings import private_law
from lles.links.court.standin import StandIn
from lles.links.outward.filing import PRIVATE_KINDS, PUBLIC_KINDS, Accepted, upload

CASE = "1790000000000011"
PUBLIC_CASE = "1790000000000029"
LETTER = b"%PDF-1.7 invented \x00\r\n--letter"


@pytest.fixture(name="court")
def running_court() -> Iterator[StandIn]:
    with StandIn() as court:
        court.load([{"id": int(CASE), "case_data": {}}, {"id": int(PUBLIC_CASE), "caseData": {}}])
        yield court


@pytest.fixture(name="service")
def a_service(court: StandIn) -> Iterator[CourtService]:
    with CourtService(court.settings("private", read_seconds=0.3, uploads_a_minute=1000)) as service:
        yield service


def file(service: CourtService, kind: str = "Safeguarding_Letter", name: str = "letter.pdf") -> Accepted:
    return upload(service, CASE, name, LETTER, kind)


def test_it_files_a_document_byte_for_byte(court: StandIn, service: CourtService) -> None:
    accepted = file(service, name="Llythyr Llŷr.pdf")
    assert accepted == Accepted(200, "Document has been uploaded successfully: Llythyr Llŷr.pdf")
    (taken,) = court.uploads
    assert (taken.content, taken.case_number, taken.kind) == (LETTER, CASE, "Safeguarding_Letter")


@pytest.mark.parametrize("kind", PRIVATE_KINDS)
def test_it_files_every_type_the_court_takes(court: StandIn, service: CourtService, kind: str) -> None:
    file(service, kind)
    assert court.uploads[0].kind == kind


@pytest.mark.parametrize("gateway", [True, False])
@pytest.mark.parametrize("kind", PUBLIC_KINDS)
def test_it_files_in_public_law(court: StandIn, kind: str, gateway: bool) -> None:
    with CourtService(court.settings("public", gateway=gateway)) as service:
        accepted = upload(service, PUBLIC_CASE, "report.pdf", LETTER, kind)
    assert accepted.message == f"{kind} uploaded successfully to case with Id: {PUBLIC_CASE}"


@pytest.mark.parametrize(
    ("kind", "how", "error", "is_filed"),
    [
        ("refuse", {"status": 400}, CourtRefused, False),
        ("refuse", {"status": 403}, CourtRefused, False),
        ("refuse", {"status": 302}, CourtRefused, False),
        ("refuse", {"status": 408}, CourtRefused, False),
        ("rate-limit", {"seconds": 4}, CourtBusy, False),
        ("refuse", {"status": 500}, CourtSilent, False),
        ("refuse", {"status": 502}, CourtSilent, False),
        ("refuse", {"status": 503}, CourtSilent, False),
        ("refuse", {"status": 504}, CourtSilent, False),
        ("hang", {}, CourtSilent, False),
        ("hang", {"when": "after"}, CourtSilent, True),
        ("cut", {}, CourtSilent, False),
        ("cut", {"when": "after"}, CourtSilent, True),
        ("cut", {"when": "midway"}, CourtSilent, True),
        ("garble", {}, CourtSilent, False),
    ],
)
def test_it_sorts_every_end_by_whether_the_court_may_have_it(
    court: StandIn,
    service: CourtService,
    kind: str,
    how: dict[str, object],
    error: type[CourtError],
    is_filed: bool,
) -> None:
    court.behave(kind, "upload", **how)  # type: ignore[arg-type]  # named by a mapping
    with pytest.raises(CourtError) as raised:
        file(service)
    assert type(raised.value) is error
    assert (len(court.uploads), court.calls["upload"]) == (is_filed, 1)


def test_it_says_surely_not_filed_only_where_that_is_true(court: StandIn, service: CourtService) -> None:
    """Send again exactly where the error allows it; whatever the court does, it holds the letter once."""
    for kind, how in (("rate-limit", {}), ("cut", {"when": "after"}), ("refuse", {"status": 500})):
        court.uploads.clear()
        court.behave(kind, "upload", times=1, **how)  # type: ignore[arg-type]  # named by a mapping
        with pytest.raises(CourtError) as raised:
            file(service)
        if isinstance(raised.value, CourtUnreachable | CourtBusy):
            file(service)
        assert len(court.uploads) == (kind != "refuse")


def test_it_would_show_a_letter_filed_twice(court: StandIn, service: CourtService) -> None:
    court.behave("cut", "upload", when="after", times=1)
    with pytest.raises(CourtSilent):
        file(service)
    file(service)  # the blind second try that nobody may make
    assert len(court.uploads) == 2


def test_it_is_unreachable_where_nobody_listens(court: StandIn, service: CourtService) -> None:
    court.close()
    with pytest.raises(CourtUnreachable):
        file(service)


def test_it_is_unreachable_where_there_is_no_such_name(service: CourtService) -> None:
    service.settings = replace(service.settings, base_url="http://court.invalid")
    with pytest.raises(CourtUnreachable):
        file(service)


def service_at(listening: socket.socket, **changes: float) -> CourtService:
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    return CourtService(replace(private_law(address, "token", "key"), **changes))  # type: ignore[arg-type]  # named by a mapping


def test_it_is_unreachable_where_the_connection_is_never_taken() -> None:
    with contextlib.ExitStack() as open_sockets:
        full = open_sockets.enter_context(socket.create_server(("127.0.0.1", 0), backlog=0))
        for _ in range(4):
            waiting = open_sockets.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(full.getsockname())
        service = open_sockets.enter_context(service_at(full, connect_seconds=0.2, read_seconds=0.3))
        with pytest.raises(CourtUnreachable):
            file(service)


def test_it_is_silent_where_the_line_breaks_within_the_body() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        taker = threading.Thread(target=take_a_little_and_hang_up, args=(listening,))
        taker.start()
        with service_at(listening) as service, pytest.raises(CourtSilent):
            upload(service, CASE, "letter.pdf", b"x" * 20_000_000, "CR_1")
        taker.join()


def take_a_little_and_hang_up(listening: socket.socket) -> None:
    connection, _ = listening.accept()
    with connection:
        connection.recv(5000)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("letter.pdf", LETTER, "safeguarding_letter"),
        ("letter.pdf", LETTER, "GUARDIAN_REPORT"),
        ("letter.txt", LETTER, "CR_1"),
        ("pdf", LETTER, "CR_1"),
        ("letter.pdf", b"", "CR_1"),
        ("a/b.pdf", LETTER, "CR_1"),
        ("a\r\nX: y.pdf", LETTER, "CR_1"),
    ],
)
def test_it_sends_nothing_that_the_court_would_refuse(
    court: StandIn, service: CourtService, name: str, content: bytes, kind: str
) -> None:
    with pytest.raises(NotAcceptable):
        upload(service, CASE, name, content, kind)
    assert court.calls["upload"] == 0


@pytest.mark.parametrize("number", ["", "12/../34", "１２３", "abc"])
def test_it_sends_nothing_to_what_is_no_case(court: StandIn, service: CourtService, number: str) -> None:
    with pytest.raises(NotAcceptable):
        upload(service, number, "letter.pdf", LETTER, "CR_1")
    assert court.calls["upload"] == 0


def test_it_takes_no_word_document_to_the_public_law_court(court: StandIn) -> None:
    with CourtService(court.settings("public")) as service, pytest.raises(NotAcceptable):
        upload(service, PUBLIC_CASE, "report.docx", LETTER, "GUARDIAN_REPORT")


def test_it_hears_that_a_case_is_unknown(service: CourtService) -> None:
    with pytest.raises(CourtRefused) as raised:
        upload(service, "1", "letter.pdf", LETTER, "CR_1")
    assert raised.value.status == 404


def test_it_keeps_to_the_pace_of_uploads(court: StandIn) -> None:
    slept: list[float] = []
    now = [0.0]

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        now[0] += seconds

    with CourtService(court.settings("private"), clock=lambda: now[0], sleep=sleep) as service:
        for _ in range(6):
            file(service)
    assert slept == [60.0]
