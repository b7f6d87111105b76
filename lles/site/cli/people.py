"""`lles officer`: people of the service, their roles and their passwords."""

import argparse
import getpass
import sys
from typing import Any

from lles.site.cli.database import ready


def add_to(families: "argparse._SubParsersAction[Any]") -> None:
    """Adds the commands of this family."""
    officer = families.add_parser("officer", help="who works for the service").add_subparsers(
        required=True, metavar="WHAT"
    )
    add = officer.add_parser(
        "add", help="add an officer; the password is asked for or read from standard input"
    )
    add.add_argument("username")
    add.add_argument("name")
    add.add_argument("--office", default="", help="the short name of an office")
    add.add_argument("--role", action="append", default=[], dest="roles")
    add.add_argument("--language", choices=("en", "cy"), default="en")
    add.set_defaults(run=add_officer)
    password = officer.add_parser("password", help="set a password anew")
    password.add_argument("username")
    password.set_defaults(run=set_password)


def add_officer(asked: argparse.Namespace) -> int:
    """Adds an officer with an account."""
    ready()
    from django.core.exceptions import ValidationError
    from django.utils import timezone

    from lles.casefile.access import roles
    from lles.casefile.changes.due_days import the_service
    from lles.casefile.changes.service import employ
    from lles.casefile.queries.service import offices

    unknown = set(asked.roles) - set(roles())
    if unknown or not asked.roles:
        print(f"roles are: {', '.join(roles())}", file=sys.stderr)
        return 2
    known = [office.slug for office in offices()]
    if asked.office and asked.office not in known:
        print(f"offices are: {', '.join(known)}", file=sys.stderr)
        return 2
    try:
        employ(
            by=the_service(),
            at=timezone.now(),
            username=asked.username,
            password=_password(),
            name=asked.name,
            roles=asked.roles,
            office=asked.office,
            language=asked.language,
        )
    except (ValidationError, LookupError) as error:
        print("; ".join(getattr(error, "messages", None) or map(str, error.args)), file=sys.stderr)
        return 2
    return 0


def set_password(asked: argparse.Namespace) -> int:
    """Sets a password anew; sessions under the old one end."""
    ready()
    from django.core.exceptions import ValidationError
    from django.utils import timezone

    from lles.casefile.changes.due_days import the_service
    from lles.casefile.changes.service import give_password

    try:
        give_password(by=the_service(), at=timezone.now(), username=asked.username, password=_password())
    except (ValidationError, LookupError) as error:
        print("; ".join(getattr(error, "messages", None) or map(str, error.args)), file=sys.stderr)
        return 2
    return 0


def _password() -> str:
    return getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
