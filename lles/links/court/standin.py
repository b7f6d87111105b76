"""A stand-in for both courts' services on this machine, which can also misbehave."""

from __future__ import annotations

import hashlib
import ipaddress
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.server import ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from lles.links.court import moments
from lles.links.court.facts import Service
from lles.links.court.json_tree import loads
from lles.links.court.multipart import Part
from lles.links.court.settings import ServiceSettings, private_law, public_law
from lles.links.court.standin_pages import Pages

Call = Literal["search", "download", "upload", "guardians", "any"]
Kind = Literal["refuse", "hang", "cut", "rate-limit", "repeat", "garble"]
KINDS = frozenset({"refuse", "hang", "cut", "rate-limit", "repeat", "garble"})
CALLS = frozenset({"search", "download", "upload", "guardians", "any"})
TOKEN = "Bearer stand-in"


@dataclass(frozen=True)
class Mode:
    """A way to misbehave: on which call, how often, and for a search at which moment of its clock."""

    kind: Kind
    call: Call = "any"
    status: int = 503
    when: Literal["before", "after", "midway"] = "before"
    seconds: float = 30.0
    times: int | None = None
    a_minute: int = 0
    at: datetime | None = None

    def __post_init__(self) -> None:
        if self.kind not in KINDS or self.call not in CALLS:
            raise ValueError(f"the stand-in knows no mode {self.kind} for {self.call}")


@dataclass(frozen=True)
class Upload:
    """A document that the stand-in accepted."""

    service: Service
    case_number: str
    file_name: str
    kind: str
    content: bytes = field(repr=False)
    sha256: str = ""


@dataclass(frozen=True)
class Held:
    """A case as loaded, and the moment of its last change in UTC."""

    service: Service
    number: str
    changed_at: datetime | None
    raw: Mapping[str, object]


class StandIn:
    """Both courts' services on a loopback address, for tests and demonstrations."""

    def __init__(self, folder: Path | None = None, *, host: str = "127.0.0.1", port: int = 0) -> None:
        _loopback_only(host)
        self.wrapped = False
        self.closing = threading.Event()
        self.lock = threading.RLock()
        self.cases: list[Held] = []
        self.documents: dict[str, tuple[str, bytes]] = {}
        self.forbidden: set[str] = set()
        self.uploads: list[Upload] = []
        self.guardians: dict[str, list[object]] = {}
        self.calls: Counter[str] = Counter()
        self.modes: list[Mode] = []
        self._times: list[float] = []
        self._server = _Server((host, port), Pages.for_court(self))
        self._thread: threading.Thread | None = None
        if folder is not None:
            self.load_folder(folder)

    @property
    def url(self) -> str:
        """The address under which it answers."""
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"

    def settings(self, service: Service, *, gateway: bool = True, **changes: float) -> ServiceSettings:
        """Set up a client of this stand-in."""
        make = private_law if service == "private" else public_law
        return replace(make(self.url, TOKEN, "stand-in-key", gateway=gateway), **changes)  # type: ignore[arg-type]  # the fields of the class, by name

    def load(self, document: object, *, changed_at: datetime | None = None) -> int:
        """Load an answer, a list of cases or a case; a case already known is replaced, as at the court."""
        rows = document if isinstance(document, list) else [document]
        loaded = 0
        for row in rows:
            if isinstance(row, dict) and isinstance(row.get("cases"), list):
                loaded += self.load(row["cases"], changed_at=changed_at)
            elif isinstance(row, dict):
                self._hold(row, changed_at)
                loaded += 1
        return loaded

    def load_folder(self, folder: Path) -> int:
        """Load every answer of a folder, and from its folder `documents` files named by their document id."""
        for file in sorted((folder / "documents").glob("*")):
            self.put_document(file.name.partition("__")[0].partition(".")[0], file.read_bytes(), file.name)
        return sum(self.load(loads(file.read_bytes())) for file in sorted(folder.glob("*.json")))

    def put_document(self, document_id: str, content: bytes, name: str = "document.pdf") -> None:
        """Hold a document for download."""
        with self.lock:
            self.documents[str(uuid.UUID(document_id))] = (name, content)

    def behave(self, kind: Kind, call: Call = "any", **how: object) -> None:
        """Misbehave from now on, or for as many calls as `times` says."""
        with self.lock:
            self.modes.append(Mode(kind, call, **how))  # type: ignore[arg-type]  # the fields of the class, by name

    def behave_well(self) -> None:
        """Stop misbehaving."""
        with self.lock:
            self.modes.clear()

    def take(self, service: Service, number: str, file: Part, kind: str) -> None:
        """Take a document, also one that was taken before: the court does not compare."""
        sha256 = hashlib.sha256(file.content).hexdigest()
        with self.lock:
            self.uploads.append(Upload(service, number, file.file_name, kind, file.content, sha256))

    def replace_guardians(self, number: str, guardians: list[object]) -> None:
        """Put a list of guardians in the place of the one before, even an empty one."""
        with self.lock:
            self.guardians[number] = guardians

    def holds(self, service: Service, number: str) -> bool:
        """Say whether a court knows a case."""
        return any(held.service == service and held.number == number for held in self.cases)

    def changed_between(self, service: Service, start: datetime, end: datetime) -> list[Mapping[str, object]]:
        """List the cases last changed in a window of the service's own clock, both ends included."""
        zone = moments.LONDON if service == "public" else UTC
        with self.lock:
            return [
                held.raw
                for held in self.cases
                if held.service == service
                and held.changed_at is not None
                and start <= held.changed_at.astimezone(zone).replace(tzinfo=None) <= end
            ]

    def mode_of(self, call: str, start: datetime | None = None, end: datetime | None = None) -> Mode | None:
        """Choose the mode a call meets, and count it down."""
        with self.lock:
            self.calls[call] += 1
            for place, mode in enumerate(self.modes):
                if mode.call not in ("any", call) or not self._meets(mode, start, end):
                    continue
                if mode.times is not None:
                    left = replace(mode, times=mode.times - 1)
                    self.modes[place : place + 1] = [left] if left.times else []
                return mode
        return None

    def start(self) -> StandIn:
        """Answer from now on, in a thread of its own."""
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()
        return self

    def serve_forever(self) -> None:
        """Answer until interrupted, in this thread."""
        self._server.serve_forever(0.2)

    def close(self) -> None:
        """Stop answering and let go of everything that hangs."""
        self.closing.set()
        if self._thread is not None:
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()

    def __enter__(self) -> StandIn:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _hold(self, raw: Mapping[str, object], changed_at: datetime | None) -> None:
        service: Service = (
            "public" if "caseData" in raw or raw.get("jurisdiction") == "PUBLICLAW" else "private"
        )
        stamp = raw.get("lastModified" if service == "public" else "last_modified")
        number = str(raw.get("id") or "")
        held = Held(service, number, changed_at or moments.moment_of(stamp, UTC), raw)
        with self.lock:
            self.cases = [
                one for one in self.cases if not number or (one.service, one.number) != (service, number)
            ]
            self.cases.append(held)

    def _meets(self, mode: Mode, start: datetime | None, end: datetime | None) -> bool:
        if mode.at is not None:
            return start is not None and end is not None and start <= mode.at <= end
        if mode.kind == "rate-limit" and mode.a_minute:
            now = time.monotonic()
            self._times = [moment for moment in self._times if now - moment < 60]
            if len(self._times) < mode.a_minute:
                self._times.append(now)
                return False
        return True


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of connections that were cut: cutting them is part of the play."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def serve(host: str, port: int, folder: Path | None, ready: Callable[[str], object] = print) -> None:
    """Run the stand-in until interrupted; `ready` hears its address."""
    court = StandIn(folder, host=host, port=port)
    try:
        ready(court.url)
        court.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        court.close()


def _loopback_only(host: str) -> None:
    if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
        raise ValueError("the stand-in answers on this machine only: give a loopback address")
