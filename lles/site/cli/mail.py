"""`lles mail take` and `lles mail poll`: messages by e-mail, from files or from the mailbox folder."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from lles.site.cli.database import ready


def add_to(families: "argparse._SubParsersAction[Any]") -> None:
    """Adds the commands of this family."""
    mail = families.add_parser("mail", help="messages by e-mail")
    what = mail.add_subparsers(required=True, metavar="WHAT")
    take = what.add_parser("take", help="take saved messages; one JSON line for each")
    take.add_argument("files", nargs="+", metavar="FILE")
    take.set_defaults(run=take_files)
    what.add_parser("poll", help="take what waits in the mailbox folder (LLES_MAILBOX)").set_defaults(
        run=poll
    )


def take_files(asked: argparse.Namespace) -> int:
    """Takes each file; 1 where one cannot be read as a message."""
    ready()
    return max(_take_file(Path(name)) for name in asked.files)


def _take_file(path: Path) -> int:
    from django.utils import timezone

    from lles.casefile.changes.due_days import the_service
    from lles.work.intake.changes.mail import MOST_BYTES, take_message

    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MOST_BYTES else None
    except OSError as error:
        print(f"{path}: {error.strerror}", file=sys.stderr)
        return 1
    if content is None:
        print(f"{path}: larger than a message that is taken ({size} bytes)", file=sys.stderr)
        return 1
    taken = take_message(content=content, source=f"file:{path.name}", by=the_service(), at=timezone.now())
    print(json.dumps(taken.line(), ensure_ascii=False), flush=True)
    if taken.is_unreadable:
        print(f"{path}: cannot be read as a message; it is held in Arrivals", file=sys.stderr)
    return int(taken.is_unreadable)


def poll(_: argparse.Namespace) -> int:
    """Takes everything that waits in the mailbox folder, once."""
    ready()
    from django.conf import settings
    from django.utils import timezone

    from lles.work.intake.jobs import take_mailbox

    for line in take_mailbox(Path(settings.LLES_MAILBOX), timezone.now()):
        print(json.dumps(line, ensure_ascii=False), flush=True)
    return 0
