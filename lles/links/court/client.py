"""Asking a court's service for cases of a window and for documents; sending is in links.outward."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from types import TracebackType
from urllib.parse import unquote

import httpx

from lles.links.court.errors import (
    CourtBusy,
    CourtRefused,
    CourtSilent,
    CourtUnreachable,
    DocumentForbidden,
    DocumentUnknown,
    NotADocumentId,
)
from lles.links.court.pace import Pace
from lles.links.court.settings import ServiceSettings
from lles.links.court.windows import Window

NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
    httpx.LocalProtocolError,
)
TOO_MANY = 429


@dataclass(frozen=True)
class Download:
    """A document as it came; its file name is the court's and neither safe nor unique."""

    content: bytes = field(repr=False)
    file_name: str
    content_type: str


class CourtService:
    """One court's service, asked at its own pace."""

    def __init__(
        self,
        settings: ServiceSettings,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.settings = settings
        self.clock = clock
        self.sleep = sleep
        self.upload_pace = Pace(settings.uploads_a_minute, clock, sleep)
        self._searches = Pace(settings.searches_a_minute, clock, sleep)
        self._downloads = Pace(settings.downloads_a_minute, clock, sleep)
        self._client = httpx.Client(
            base_url=settings.base_url,
            headers=settings.headers(),
            timeout=httpx.Timeout(settings.read_seconds, connect=settings.connect_seconds),
            follow_redirects=False,
            trust_env=False,
        )

    def search(self, window: Window) -> bytes:
        """Ask for the cases changed in a window, and give the answer's bytes as they came."""
        self._searches.wait()
        span = {
            self.settings.start_name: _written(window.start),
            self.settings.end_name: _written(window.end),
        }
        content, _ = self._get(self.settings.search_path, span, {"Content-Type": "application/json"})
        return content

    def download(self, document_id: str) -> Download:
        """Ask for a document by its id."""
        path = self.settings.download_path.format(document_id=_uuid(document_id))
        self._downloads.wait()
        try:
            content, headers = self._get(path, {}, {})
        except CourtRefused as error:
            clearer = {403: DocumentForbidden, 404: DocumentUnknown}.get(error.status)
            raise (clearer(error.status, error.message) if clearer else error) from error
        name = unquote(headers.get("originalfilename", ""))
        return Download(content, name, headers.get("content-type", "application/octet-stream"))

    def close(self) -> None:
        """Let the connections go."""
        self._client.close()

    def __enter__(self) -> CourtService:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _get(self, path: str, params: dict[str, str], headers: dict[str, str]) -> tuple[bytes, httpx.Headers]:
        try:
            with self._client.stream("GET", path, params=params, headers=headers) as response:
                content = self._read(response)
        except NOT_SENT as error:
            raise CourtUnreachable(said_of(error)) from error
        except httpx.HTTPError as error:
            raise CourtSilent(said_of(error)) from error
        if response.status_code != httpx.codes.OK:
            raise refused(response.status_code, content, response.headers)
        return content, response.headers

    def _read(self, response: httpx.Response) -> bytes:
        parts, size = [], 0
        for part in response.iter_bytes():
            size += len(part)
            if size > self.settings.largest_answer:
                raise CourtSilent(f"the answer is larger than {self.settings.largest_answer} bytes")
            parts.append(part)
        return b"".join(parts)


def refused(status: int, content: bytes, headers: httpx.Headers) -> CourtRefused:
    """Turn an answer that says no into an error that says what the court said."""
    message = message_of(content)
    if status == TOO_MANY:
        wait = headers.get("retry-after", "")
        return CourtBusy(status, message, float(wait) if wait.isascii() and wait.isdigit() else None)
    return CourtRefused(status, message)


def message_of(content: bytes) -> str:
    """Find the words in an answer: the message of a JSON object, or the plain text."""
    text = content.decode("utf-8", "replace")
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return text.strip()
    if isinstance(said, dict):
        found = said.get("message") or said.get("error")
        return str(found) if found else text.strip()
    return text.strip()


def said_of(error: httpx.HTTPError) -> str:
    """Name what went wrong on the way, without the address that was called."""
    return f"{type(error).__name__}: {error}".rstrip(": ")


def _written(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


def _uuid(document_id: str) -> str:
    try:
        found = uuid.UUID(document_id)
    except ValueError as error:
        raise NotADocumentId(0, "this is not the id of a document of the court") from error
    if str(found) != document_id.casefold():
        raise NotADocumentId(0, "this is not the id of a document of the court")
    return str(found)
