"""`lles migrate` and `lles stop`: the database, made ready and put to rest."""

import argparse
import os
import subprocess
import sys
from typing import Any

from lles.links.postgres import MAIN_DATABASE, OWNER, Server
from lles.links.postgres_programs import DatabaseDidNotStart

IN_USE = "A site that is served or another command uses the database: stop that first, or say --force."
MAY_LOSE = "LLES_DATABASE_MAY_LOSE"
LOSES = (
    "The database may lose what it has said is saved, because these are off: {settings}. Switch them on; data"
    " checksums with `pg_checksums --enable` while it is stopped. Nothing is served until then."
)
_KEEPS = ("fsync", "full_page_writes", "synchronous_commit", "data_checksums")
BEHIND = "The database is of an earlier version than the product: run `lles migrate`, then try again."


def add_to(families: "argparse._SubParsersAction[Any]") -> None:
    """Adds the commands of this family."""
    families.add_parser("migrate", help="bring the database to this version").set_defaults(run=migrate)
    stops = families.add_parser("stop", help="stop the database that comes with Lles, unless it is used")
    stops.add_argument("--force", action="store_true", help="stop it under whoever uses it")
    stops.set_defaults(run=stop)


def migrate(_: argparse.Namespace) -> int:
    """Starts the database, makes it if it is not there, and brings it to this version as its owner."""
    server = Server().ensure()
    server.reach()
    name = os.environ.get("LLES_DATABASE_NAME") or None
    if server.given is None:
        server.create_database(*([name] if name else []))
    environ = os.environ | {"LLES_DATABASE_ROLE": OWNER, "LLES_MIGRATING": "1"}
    for command in (["migrate", "--no-input", "-v", "0"], ["createcachetable"]):
        done = subprocess.run(
            [sys.executable, "-m", "django", *command], env=environ, stdout=sys.stderr, check=False
        )
        if done.returncode:
            return done.returncode
    return 0


def stop(asked: argparse.Namespace) -> int:
    """Stops the embedded database, where nobody uses it; 1 where it was left as it is."""
    server = Server()
    if server.given is not None:
        print("LLES_DATABASE_URL names the database; it is stopped elsewhere.", file=sys.stderr)
        return 1
    if asked.force:
        server.stop()
    elif not server.rest():
        print(IN_USE, file=sys.stderr)
        return 1
    return 0


def ready() -> None:
    """Starts the database if it does not run and loads the product."""
    import django

    server = Server().ensure()
    if server.given is None and not server.has_database(
        os.environ.get("LLES_DATABASE_NAME") or MAIN_DATABASE
    ):
        print("Making the database", file=sys.stderr, flush=True)
        if migrate(argparse.Namespace()):
            raise DatabaseDidNotStart("The database could not be brought to this version.")
    django.setup()


def may_lose() -> bool:
    """Whether the database may lose or spoil what it has acknowledged; says which of its settings are off. A
    database of tests may, where `LLES_DATABASE_MAY_LOSE` is 1."""
    from django.db import connection

    if os.environ.get(MAY_LOSE) == "1":
        return False
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM pg_settings WHERE name = ANY(%s) AND setting = 'off' ORDER BY name", [[*_KEEPS]]
        )
        off = [str(name) for (name,) in cursor.fetchall()]
    if off:
        print(LOSES.format(settings=", ".join(off)), file=sys.stderr)
    return bool(off)


def is_behind() -> bool:
    """Whether the tables are of an earlier version than the product; says what to do where they are."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print(BEHIND, file=sys.stderr)
        return True
    return False
