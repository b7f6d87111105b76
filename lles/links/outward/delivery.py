"""One call that sends something to a court, and the certain knowledge of whether any of it went out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from lles.links.court.client import NOT_SENT, CourtService, message_of, refused, said_of
from lles.links.court.errors import CourtSilent, CourtUnreachable, NotAcceptable

BODY_BEGINS = "send_request_body.started"
FAULT = 500
SAYS_YES = range(200, 300)


@dataclass(frozen=True)
class Accepted:
    """The court said that it took what was sent; there is no other receipt."""

    status: int
    message: str


def deliver(service: CourtService, path: str, case_number: str, **parts: Any) -> httpx.Response:
    """Send once, on a connection of its own, and sort every failure by whether the court may have acted."""
    if not (case_number.isascii() and case_number.isdigit()):
        raise NotAcceptable(0, "this is not the number of a case of the court")
    service.upload_pace.wait()
    trace = _Trace()
    try:
        response = _post(service, path.format(case_number=case_number), trace, parts)
    except NOT_SENT as error:
        raise CourtUnreachable(said_of(error)) from error
    except httpx.HTTPError as error:
        if trace.body_began:
            raise CourtSilent(said_of(error)) from error
        raise CourtUnreachable(said_of(error)) from error
    if response.status_code in SAYS_YES:
        return response
    if response.status_code >= FAULT:
        message = message_of(response.content)
        raise CourtSilent(f"{response.status_code}: {message}"[:300], response.status_code)
    raise refused(response.status_code, response.content, response.headers)


def _post(service: CourtService, path: str, trace: _Trace, parts: Mapping[str, Any]) -> httpx.Response:
    settings = service.settings
    with httpx.Client(
        base_url=settings.base_url,
        headers=settings.headers(),
        timeout=httpx.Timeout(settings.read_seconds, connect=settings.connect_seconds),
        follow_redirects=False,
        trust_env=False,
        limits=httpx.Limits(max_keepalive_connections=0),
    ) as client:
        return client.post(path, extensions={"trace": trace}, **parts)


@dataclass
class _Trace:
    """Hears from the connection what it is doing; a body that began to go out may have arrived."""

    body_began: bool = False
    heard: list[str] = field(default_factory=list)

    def __call__(self, event: str, details: Mapping[str, object]) -> None:
        self.heard.append(event)
        if event.endswith(BODY_BEGINS):
            self.body_began = True
