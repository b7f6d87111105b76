"""`lles officer`: people of the service, their roles and their passwords."""

import argparse
import contextlib
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

    from lles.casefile.changes.due_days import the_service
    from lles.casefile.changes.officers import SeesCases
    from lles.casefile.changes.service import employ

    if refusal := _refusal(asked):
        return _refused(refusal)
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
    except SeesCases:
        return _refused("whoever administers the service sees no case: these roles do not go together")
    except (ValidationError, ValueError) as error:
        return _refused(_said(error))
    return 0


def _refusal(asked: argparse.Namespace) -> str:
    """What is wrong with what was given, before a password is asked for."""
    from lles.casefile.access import roles
    from lles.casefile.queries.service import offices
    from lles.site.office.service.people import NOT_GIVEN

    given = [role for role in roles() if role not in NOT_GIVEN]
    known = [office.slug for office in offices()]
    if not asked.username.strip() or not asked.name.strip():
        return "give a user name and the name of the person"
    if _is_known(asked.username):
        return f"somebody has the user name {asked.username} already"
    if not asked.roles or set(asked.roles) - set(given):
        return f"roles are: {', '.join(given)}"
    if asked.office and asked.office not in known:
        return f"offices are: {', '.join(known) or 'none yet'}"
    return ""


def set_password(asked: argparse.Namespace) -> int:
    """Sets a password anew; sessions under the old one end."""
    ready()
    from django.core.exceptions import ValidationError
    from django.utils import timezone

    from lles.casefile.changes.due_days import the_service
    from lles.casefile.changes.service import give_password

    if not _is_known(asked.username):
        return _refused(f"nobody has the user name {asked.username}")
    try:
        give_password(by=the_service(), at=timezone.now(), username=asked.username, password=_password())
    except (ValidationError, ValueError) as error:
        return _refused(_said(error))
    return 0


def _is_known(username: str) -> bool:
    from django.contrib.auth import get_user_model

    return bool(get_user_model().objects.filter(username=username).exists())


def _password() -> str:
    given = ""
    with contextlib.suppress(EOFError):
        given = getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if not given:
        raise ValueError("no password was given: type it, or send it as a line on standard input")
    return given


def _said(error: Exception) -> str:
    return "; ".join(getattr(error, "messages", None) or map(str, error.args))


def _refused(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
