"""`lles feed take`, `lles feed poll`, `lles court stand-in`, `lles reconcile`: what the courts send, and
where it went."""

import argparse
import json
import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from lles.links.court.payload import loads, read_answer
from lles.site.cli.arguments import folder_that_is_there, port
from lles.site.cli.database import ready


def add_to(families: "argparse._SubParsersAction[Any]") -> None:
    """Adds the commands of this family."""
    feed = families.add_parser("feed", help="the courts' feeds").add_subparsers(required=True, metavar="WHAT")
    take = feed.add_parser("take", help="take saved answers; one JSON line for each case")
    take.add_argument("files", nargs="+", metavar="FILE")
    take.set_defaults(run=take_files)
    feed.add_parser("poll", help="read the courts' services up to now").set_defaults(run=poll)
    court = families.add_parser("court", help="a stand-in for the courts").add_subparsers(
        required=True, metavar="WHAT"
    )
    stand_in = court.add_parser("stand-in", help="serve a stand-in for the courts' services on this machine")
    stand_in.add_argument("--port", type=port, default=8100)
    stand_in.add_argument(
        "--folder", type=folder_that_is_there, default=None, help="a folder of saved answers to serve"
    )
    stand_in.set_defaults(run=serve_stand_in)
    families.add_parser("reconcile", help="list what was received and nobody can see").set_defaults(
        run=reconcile
    )


def take_files(asked: argparse.Namespace) -> int:
    """Takes each file; 1 where one cannot be read as JSON."""
    ready()
    return max(_take_file(Path(name)) for name in asked.files)


def _take_file(path: Path) -> int:
    from django.utils import timezone

    from lles.casefile.changes.due_days import the_service
    from lles.work.intake.changes.take import take_answer

    try:
        content = path.read_bytes()
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
        return 1
    try:
        cases = take_answer(content=content, source=f"file:{path.name}", by=the_service(), at=timezone.now())
        is_empty = True
        for taken in cases:
            is_empty = False
            _print_line(taken.line())
        if is_empty:
            print(f"{path}: {_what_stands_there(content)}", file=sys.stderr)
    except ValueError as error:
        print(f"{path}: cannot be read: {error}; it is held in Arrivals", file=sys.stderr)
        return 1
    return 0


def _what_stands_there(content: bytes) -> str:
    is_held = bool(read_answer(loads(content)).warnings)
    return "this is no answer of a court; it is held in Arrivals" if is_held else "no case in it"


def poll(_: argparse.Namespace) -> int:
    """Reads each court's service that has an address, up to now; 1 where one could not be read to the end."""
    ready()
    from django.conf import settings

    from lles.work.intake.jobs import poll_all

    if not any(settings.LLES_COURTS.values()):
        print("no court's service has an address: set LLES_COURT_PRIVATE_URL or _PUBLIC_URL", file=sys.stderr)
        return 1
    stopped = [line for line in poll_all(told=_print_line, walked=_print_progress) if "stopped" in line]
    for line in stopped:
        print(f"{line['service']}: stopped: {line['stopped']}", file=sys.stderr)
    return 1 if stopped else 0


def _print_line(line: Mapping[str, object]) -> None:
    print(json.dumps(line, ensure_ascii=False), flush=True)


def _print_progress(service: str, until: datetime) -> None:
    print(f"{service}: read to {until:%Y-%m-%d %H:%M:%S} UTC", file=sys.stderr, flush=True)


def serve_stand_in(asked: argparse.Namespace) -> int:
    """Serves the stand-in until it is stopped."""
    from lles.links.court.standin import serve

    try:
        serve("127.0.0.1", asked.port, asked.folder)
    except OSError as error:
        print(f"port {asked.port}: {error.strerror}", file=sys.stderr)
        return 1
    return 0


def reconcile(_: argparse.Namespace) -> int:
    """Lists everything received that no person can see; 1 where there is anything."""
    ready()
    from lles.work.intake.queries import unseen

    found = list(unseen())
    for line in found:
        print(json.dumps(line, ensure_ascii=False))
    return 1 if found else 0
