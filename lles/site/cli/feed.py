"""`lles feed take`, `lles feed poll`, `lles court stand-in`, `lles reconcile`: what the courts send, and
where it went."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

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
    stand_in.add_argument("--port", type=int, default=8100)
    stand_in.add_argument("--folder", type=Path, default=None, help="a folder of saved answers to serve")
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
        for taken in take_answer(
            content=content, source=f"file:{path.name}", by=the_service(), at=timezone.now()
        ):
            print(json.dumps(taken.line(), ensure_ascii=False), flush=True)
    except ValueError as error:
        print(f"{path}: not JSON: {error}", file=sys.stderr)
        return 1
    return 0


def poll(_: argparse.Namespace) -> int:
    """Reads each court's service that has an address, up to now."""
    ready()
    from lles.work.intake.jobs import poll_all

    for line in poll_all():
        print(json.dumps(line, ensure_ascii=False), flush=True)
    return 0


def serve_stand_in(asked: argparse.Namespace) -> int:
    """Serves the stand-in until it is stopped."""
    from lles.links.court.standin import serve

    serve("127.0.0.1", asked.port, asked.folder)
    return 0


def reconcile(_: argparse.Namespace) -> int:
    """Lists everything received that no person can see; 1 where there is anything."""
    ready()
    from lles.work.intake.queries import unseen

    found = list(unseen())
    for line in found:
        print(json.dumps(line, ensure_ascii=False))
    return 1 if found else 0
