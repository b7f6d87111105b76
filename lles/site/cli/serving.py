"""`lles serve`, `lles worker`, `lles demo`: the site, the jobs, and the invented service to try it with."""

import argparse
import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import FrameType
from typing import Any

from lles.site.cli.arguments import folder, port
from lles.site.cli.database import is_behind, may_lose, ready

ONE_HEAP = {
    "MALLOC_ARENA_MAX": "1"
}  # threads that take turns need no memory of their own each: 10 MiB a worker


def add_to(families: "argparse._SubParsersAction[Any]") -> None:
    """Adds the commands of this family."""
    serve_parser = families.add_parser("serve", help="serve the site and run the jobs")
    serve_parser.add_argument("--port", type=port, default=8000)
    serve_parser.add_argument("--no-worker", action="store_true", help="serve the site alone")
    serve_parser.set_defaults(run=serve)
    families.add_parser("worker", help="run the jobs").set_defaults(run=worker)
    demo = families.add_parser("demo", help="make an invented service and do the main job once")
    demo.add_argument("--out", type=folder, default="out", help="where the letters are written")
    demo.add_argument("--serve", action="store_true", help="serve the site too")
    demo.add_argument("--port", type=port, default=8000, help="where the site is served")
    demo.set_defaults(run=run_demo, no_worker=False)


def serve(asked: argparse.Namespace) -> int:
    """Serves the site on this machine, with one worker for the jobs beside it, until it is stopped."""
    if _is_taken(asked.port):
        return 1
    ready()
    return 1 if may_lose() or is_behind() else _served(asked, lambda: 0)


def _is_taken(port: int) -> bool:
    if taken := _answers(port):
        says = f"Something else answers at port {port}; choose another: make run PORT={port + 1}, or --port."
        print(says, file=sys.stderr)
    return taken


def _served(asked: argparse.Namespace, then: Callable[[], int]) -> int:
    """Serves the first page, then does something, and says where the site answers, until it is stopped."""
    _make_room_for_static_files()
    signal.signal(signal.SIGTERM, _end)
    with _invented_courts() as addresses:
        environ = os.environ | addresses
        site = [
            sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1",
            "--port", str(asked.port), "--workers", "2", "--blocking-threads", "4", "--no-ws",
            "--log-level", "warning", "lles.site.wsgi:application",
        ]  # fmt: skip
        running = [subprocess.Popen(site, stdout=sys.stderr, env=ONE_HEAP | environ)]
        try:
            if not _comes_up(running[0], asked.port):
                return running[0].wait()
            if not asked.no_worker:
                jobs = [sys.executable, "-m", "lles", "worker"]
                running.append(subprocess.Popen(jobs, stdout=sys.stderr, env=environ))
            if code := then():
                return code
            for line in (*_invented_people(), f"Lles answers at http://127.0.0.1:{asked.port}"):
                print(line, flush=True)
            return running[0].wait()
        except KeyboardInterrupt:
            return 0
        finally:
            _end_all(running)


def _make_room_for_static_files() -> None:
    from django.conf import settings

    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


def _end(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _end_all(running: "Sequence[subprocess.Popen[bytes]]") -> None:
    """Asks every program to end, and ends one that does not in its time."""
    for process in running:
        process.terminate()
    for process in running:
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _comes_up(site: "subprocess.Popen[bytes]", port: int) -> bool:
    """Waits for the first page of the site; False where the site ended before."""
    while site.poll() is None:
        with contextlib.suppress(OSError, HTTPException):
            asking = HTTPConnection("127.0.0.1", port, timeout=20)
            asking.request("HEAD", "/")
            asking.getresponse()
            return True
        time.sleep(0.1)
    return False


def _answers(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
        return True
    return False


def _invented_courts() -> "AbstractContextManager[Mapping[str, str]]":
    """The courts of a demonstration as settings; elsewhere the settings stay as they are."""
    from django.conf import settings

    if not settings.LLES_DEMONSTRATION:
        return contextlib.nullcontext({})
    from lles.site.demo.serving import courts

    return courts()


def _invented_people() -> Iterator[str]:
    from django.conf import settings

    if settings.LLES_DEMONSTRATION:
        from lles.site.demo.serving import who_can_sign_in

        yield from who_can_sign_in()


def worker(_: argparse.Namespace) -> int:
    """Runs the jobs that fall due; each piece has them in its module `jobs`."""
    ready()
    if may_lose():
        return 1
    from django.core.management import call_command
    from django.utils.module_loading import autodiscover_modules

    autodiscover_modules("jobs")
    call_command("procrastinate", "worker")
    return 0


def run_demo(asked: argparse.Namespace) -> int:
    """Makes the invented service, once, and does the main job; where it is there already, the site comes up
    first."""
    if asked.serve and _is_taken(asked.port):
        return 1
    ready()
    if may_lose() or is_behind():
        return 1
    from django.utils import timezone

    from lles.site.demo import is_there, run

    def do() -> int:
        return run(asked.out, timezone.now())

    if not asked.serve:
        return do()
    if is_there():
        return _served(asked, do)
    return do() or _served(asked, lambda: 0)
