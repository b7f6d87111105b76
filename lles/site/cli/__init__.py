"""The commands of Lles: each writes its answer alone to standard output, and everything else to standard
error."""

import argparse
import os
import sys
from collections.abc import Sequence

from lles.site.cli import database, documents, feed, law, mail, new, order, people, serving

FAMILIES = (law, order, feed, mail, documents, people, serving, database, new)


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command; the exit code is 0 where it did what was asked."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lles.site.settings")
    parser = argparse.ArgumentParser(
        prog="lles", description="The case system of a family-court advisory service."
    )
    families = parser.add_subparsers(dest="family", required=True, metavar="COMMAND")
    for family in FAMILIES:
        family.add_to(families)
    asked = parser.parse_args(words)
    try:
        return int(asked.run(asked))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except _expected() as error:
        tell(f"lles: {_in_one_line(error)}")
        return 1


def _in_one_line(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    lines = str(error.args[0] if isinstance(error, LookupError) and error.args else error).split("\n")
    return lines[0].strip() or repr(error)


def _expected() -> tuple[type[Exception], ...]:
    """What may go wrong around a command: files, settings, the database, a name that nobody bears."""
    from django.core.exceptions import ImproperlyConfigured, ObjectDoesNotExist
    from django.db import DatabaseError

    from lles.links.postgres_programs import DatabaseDidNotStart

    known = (ImproperlyConfigured, ObjectDoesNotExist, DatabaseError, DatabaseDidNotStart)
    return (*known, OSError, ValueError, LookupError)


def tell(line: str) -> None:
    """Says something that is not the answer."""
    print(line, file=sys.stderr, flush=True)
