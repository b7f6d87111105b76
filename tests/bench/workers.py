"""The site as it is served, on this machine alone: how long eight readers wait, and the memory it takes."""

import http.client
import os
import socket
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles

from django.conf import settings

from lles.site.cli.serving import ONE_HEAP
from tests.bench.pages import NAMES, Reader
from tests.bench.table import Part, Row, against

HOST, READERS, PATIENCE = "127.0.0.1", 8, 60.0
MEBIBYTES, P95, SPREAD = 100, 100, 3
Waits = dict[str, list[float]]


def measured(username: str, pages: int) -> tuple[Part, Part]:
    """The tables of waiting and of memory."""
    reader = Reader(username)
    asked = [(one.name, one.address) for one in (*reader.pages(), *reader.arrivals())]
    cookie = f"{settings.SESSION_COOKIE_NAME}={reader.client.cookies[settings.SESSION_COOKIE_NAME].value}"
    with _serving() as (port, process):
        _ask(port, cookie, asked[:20], defaultdict(list))
        before = max(_proportional(pid) for pid in _workers(process))
        waits = _all_ask(port, cookie, [asked[place % len(asked)] for place in range(pages)])
        after = max(_proportional(pid) for pid in _workers(process))
    return _waiting(waits), _memory(before, after, pages)


@contextmanager
def _serving() -> "Iterator[tuple[int, subprocess.Popen[bytes]]]":
    with socket.socket() as found:
        found.bind((HOST, 0))
        port = int(found.getsockname()[1])
    command = (
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", HOST, "--port", str(port),
        "--workers", "2", "--blocking-threads", "4", "--no-ws", "--log-level", "error",
        "lles.site.wsgi:application",
    )  # fmt: skip
    process = subprocess.Popen(command, stdout=sys.stderr, env=ONE_HEAP | os.environ)
    try:
        _await(port)
        yield port, process
    finally:
        process.terminate()
        process.wait(timeout=20)


def _await(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            socket.create_connection((HOST, port), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def _all_ask(port: int, cookie: str, asked: Sequence[tuple[str, str]]) -> Waits:
    waits: Waits = defaultdict(list)
    threads = [
        threading.Thread(target=_ask, args=(port, cookie, asked[place::READERS], waits))
        for place in range(READERS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(map(len, waits.values())) == len(asked), "a reader did not get a page"
    return waits


def _ask(port: int, cookie: str, asked: Sequence[tuple[str, str]], waits: Waits) -> None:
    connection = http.client.HTTPConnection(HOST, port, timeout=PATIENCE)
    for name, address in asked:
        start = time.perf_counter()
        connection.request("GET", address, headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, (address, answer.status)
        waits[name].append(1000 * (time.perf_counter() - start))
    connection.close()


def _workers(process: "subprocess.Popen[bytes]") -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return [int(pid) for pid in children] or [process.pid]


def _proportional(pid: int) -> float:
    """The memory of a process in mebibytes, with its share of what it shares (PSS)."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _waiting(waits: Mapping[str, Sequence[float]]) -> Part:
    columns = (f"{READERS} readers at once, 2 workers", "p50 ms", "p95 ms", "p95/p50", "goals")
    return Part(columns, tuple(_row(name, waits[name]) for name in NAMES))


def _row(name: str, waits: Sequence[float]) -> Row:
    cuts = quantiles(waits, n=20)
    p50, p95 = cuts[9], cuts[18]
    goals = f"{against(p95, P95, f'{P95} ms')}, {against(p95 / p50, SPREAD, f'{SPREAD} times')}"
    return NAMES[name], f"{p50:.0f}", f"{p95:.0f}", f"{p95 / p50:.1f}", goals


def _memory(before: float, after: float, pages: int) -> Part:
    columns = ("Memory of a web worker", "after 20 pages, MiB", f"after {pages:,} pages of 2 workers", "goal")
    goal = against(after, MEBIBYTES, f"{MEBIBYTES} MiB")
    return Part(columns, (("PSS", f"{before:.0f}", f"{after:.0f}", goal),))
