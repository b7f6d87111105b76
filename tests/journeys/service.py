"""A whole service for the journeys: its own database, state, site and worker, and a court on loopback."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pytest_django.plugin import DjangoDbBlocker

from lles.links.court.standin import TOKEN, StandIn
from lles.links.postgres import OWNER, PROJECT, Server
from lles.site.synthetic import Family, documents_of, private_case
from tools import test_databases

PASSWORD = "saith carreg wen ar y traeth"
IN_TIME = 60
OFFICES = (
    ("wrexham", "Wrecsam", "wales", "north-wales", "chester"),
    ("crewe", "Crewe", "england", "cheshire", "crewe"),
)


@dataclass(frozen=True)
class Service:
    """A service that runs: its site, the court it hears from, and how its commands are called."""

    url: str
    court: StandIn
    database: str
    environment: Mapping[str, str]

    def lles(self, *words: str) -> str:
        """Runs one command of Lles; what it answered."""
        done = subprocess.run(
            [sys.executable, "-m", "lles", *words], cwd=PROJECT, env=dict(self.environment),
            capture_output=True, text=True, timeout=IN_TIME, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    @contextmanager
    def jobs_running(self) -> Iterator[None]:
        """The worker of the jobs, for as long as it is needed."""
        with _process("worker", environment=self.environment):
            yield


@contextmanager
def another_site(service: Service, port: int = 0) -> Iterator[tuple[Service, Callable[[], None]]]:
    """The same service at a site of its own, and how that site is killed in the middle of its work."""
    port = port or _free_port()
    with _process("serve", "--port", str(port), "--no-worker", environment=service.environment) as site:
        _wait_for(port)
        yield replace(service, url=f"http://127.0.0.1:{port}"), lambda: os.killpg(site.pid, signal.SIGKILL)


def send(court: StandIn, family: Family) -> None:
    """The court has a case, changed a moment ago, and its papers."""
    court.load(private_case(family), changed_at=datetime.now(UTC) - timedelta(minutes=1))
    for key, content in documents_of(family).items():
        court.put_document(key, content)


@contextmanager
def serving(
    server: Server, blocker: DjangoDbBlocker, state: Path, label: str = "_journeys",
    more: Mapping[str, str] | None = None,
) -> Iterator[Service]:  # fmt: skip
    """A service with two offices and nobody in them, served by `lles serve`; with more in its environment."""
    name = test_databases.copy(server, label)
    try:
        with StandIn() as court:
            environment = {**_environment(server, name, state, court), **(more or {})}
            with working_in(name, blocker):
                _open_offices()
            port = _free_port()
            with _process("serve", "--port", str(port), "--no-worker", environment=environment):
                _wait_for(port)
                yield Service(f"http://127.0.0.1:{port}", court, name, environment)
    finally:
        server.drop_database(name)


def _environment(server: Server, name: str, state: Path, court: StandIn) -> Mapping[str, str]:
    at_the_court = {"URL": court.url, "TOKEN": TOKEN, "KEY": "stand-in-key", "SEARCHES_A_MINUTE": "100000",
                    "DOWNLOADS_A_MINUTE": "100000", "UPLOADS_A_MINUTE": "100000"}  # fmt: skip
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LLES_")}
    return kept | {
        "LLES_STATE": str(state),
        "LLES_DATABASE_MAY_LOSE": "1",
        "LLES_DATABASE_URL": server.url(name),
        "LLES_OWNER_DATABASE_URL": server.url(name, OWNER),
        **{f"LLES_COURT_PRIVATE_{what}": value for what, value in at_the_court.items()},
    }


@contextmanager
def working_in(name: str, blocker: DjangoDbBlocker) -> Iterator[None]:
    """This process works in another database for a moment."""
    from django.db import connections

    settings = connections["default"].settings_dict
    with blocker.unblock():
        connections.close_all()
        before, settings["NAME"] = settings["NAME"], name
        try:
            yield
        finally:
            connections.close_all()
            settings["NAME"] = before


def _open_offices() -> None:
    from lles.casefile.changes.due_days import the_service
    from lles.casefile.changes.service import open_office
    from lles.site.synthetic.whereabouts import courts

    hours = {day: ["09:00", "17:00"] for day in ("mon", "tue", "wed", "thu", "fri")}
    for slug, welsh, nation, area, court in OFFICES:
        open_office(
            by=the_service(), at=datetime.now(UTC), slug=slug, service_en="Invented Family Court Service",
            service_cy="Gwasanaeth Llys Teulu Dychmygol", name_en=slug.capitalize(), name_cy=welsh,
            nation=nation, area=area, phone="01632 960110", court_codes=[courts()[court].code], hours=hours,
            invented=True,
        )  # fmt: skip


def employ(
    service: Service, blocker: DjangoDbBlocker, username: str, name: str, role: str, language: str,
    office: str = "wrexham",
) -> None:  # fmt: skip
    """Somebody works for the service and has been given a password."""
    from lles.casefile.changes.due_days import the_service
    from lles.casefile.changes.service import employ as employed

    with working_in(service.database, blocker):
        employed(
            by=the_service(), at=datetime.now(UTC), username=username, password=PASSWORD, name=name,
            roles=[role], office=office, language=language,
        )  # fmt: skip


@contextmanager
def _process(*words: str, environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    log = Path(environment["LLES_STATE"]) / f"{words[0]}.log"
    with log.open("ab") as written:
        started = subprocess.Popen(
            [sys.executable, "-m", "lles", *words], cwd=PROJECT, env=dict(environment),
            stdout=written, stderr=written, start_new_session=True,
        )  # fmt: skip
        try:
            yield started
        finally:
            started.terminate()
            started.wait(timeout=IN_TIME)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _wait_for(port: int) -> None:
    until = time.monotonic() + IN_TIME
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    raise TimeoutError(f"nobody answers at port {port}")
