"""`lles serve`, `lles worker`, `lles demo`: the site, the jobs, and the invented service to try it with."""

import argparse
import os
import signal
import subprocess
import sys
from types import FrameType
from typing import Any

from lles.site.cli.database import ready


def add_to(families: "argparse._SubParsersAction[Any]") -> None:
    """Adds the commands of this family."""
    serve_parser = families.add_parser("serve", help="serve the site and run the jobs")
    serve_parser.add_argument("--port", type=int, default=8000)
    serve_parser.add_argument("--no-worker", action="store_true", help="serve the site alone")
    serve_parser.set_defaults(run=serve)
    families.add_parser("worker", help="run the jobs").set_defaults(run=worker)
    demo = families.add_parser("demo", help="make an invented service and do the main job once")
    demo.add_argument("--out", default="out", help="where the letters are written")
    demo.set_defaults(run=run_demo)


def serve(asked: argparse.Namespace) -> int:
    """Serves the site on this machine, with one worker for the jobs beside it, until it is stopped."""
    ready()
    site = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(asked.port),
        "--workers", "2", "--blocking-threads", "4", "--no-ws", "lles.site.wsgi:application",
    ]  # fmt: skip
    running = [subprocess.Popen(site, stdout=sys.stderr)]
    if not asked.no_worker:
        running.append(subprocess.Popen([sys.executable, "-m", "lles", "worker"], stdout=sys.stderr))
    return _until_stopped(running)


def _until_stopped(running: "list[subprocess.Popen[bytes]]") -> int:
    def end(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, end)
    try:
        return running[0].wait()
    except KeyboardInterrupt:
        return 0
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(timeout=20)


def worker(_: argparse.Namespace) -> int:
    """Runs the jobs that fall due."""
    ready()
    os.execv(sys.executable, [sys.executable, "-m", "django", "procrastinate", "worker"])


def run_demo(asked: argparse.Namespace) -> int:
    """Makes the invented service, once, and does the main job."""
    ready()
    from lles.site.demo import run

    return run(asked.out)
