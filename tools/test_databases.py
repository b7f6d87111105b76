"""Databases for tests: one template for each state of the migrations, and copies of it in 50 milliseconds."""

import fcntl
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from lles.links.postgres import OWNER, PROJECT, SUPERUSER, Server
from tools.environment import shape_of_the_database

TEMPLATE, COPY = "lles_template_", "lles_test_"
OUTLIVING = ("fsync", "full_page_writes", "synchronous_commit")  # what makes data outlive the machine


def template(server: Server) -> str:
    """Return the name of a migrated database, made if the migrations have changed since the last."""
    with _one_at_a_time(server):
        return _template(server)


def copy(server: Server, label: str = "") -> str:
    """Return the name of a fresh copy of the template, belonging to this process; nobody with other
    migrations takes the template away in between."""
    name = f"{COPY}{os.getpid()}{label}"
    with _one_at_a_time(server):
        source = _template(server)
        server.drop_database(name)
        server.create_database(name, template=source)
    return name


@contextmanager
def _one_at_a_time(server: Server) -> Iterator[None]:
    server.state.mkdir(parents=True, exist_ok=True)
    with (server.state / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _template(server: Server) -> str:
    name = f"{TEMPLATE}{shape_of_the_database()[:12]}"
    if name not in _names(server, TEMPLATE):
        for old in _names(server, TEMPLATE):
            server.drop_database(old)
        _make(server, name)
    return name


def never_wait_for_the_disk(server: Server) -> None:
    """Let no commit in the server of the tests wait for the disk; one that is given stays as it is set."""
    if server.given is None:
        with psycopg.connect(server.url(SUPERUSER, SUPERUSER), autocommit=True) as connection:
            for name in OUTLIVING:
                connection.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(name)))
            connection.execute("SELECT pg_reload_conf()")


def drop_left_behind(server: Server) -> None:
    """Drop the copies of test runs that were killed."""
    for name in _names(server, COPY):
        process = re.match(rf"{COPY}(\d+)", name)
        if process and not Path(f"/proc/{process[1]}").exists() and Path("/proc/self").exists():
            server.drop_database(name)


def _make(server: Server, name: str) -> None:
    making = f"{name}_making"
    server.drop_database(making)
    server.create_database(making)
    done = subprocess.run(
        (Path(sys.executable).with_name("lles"), "migrate"),
        cwd=PROJECT,
        env=os.environ | {"LLES_DATABASE_NAME": making},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"The database of the tests cannot be migrated:\n{done.stdout}")
    with psycopg.connect(server.url("postgres", OWNER), autocommit=True) as connection:
        connection.execute(f'ALTER DATABASE "{making}" RENAME TO "{name}"'.encode())


def _names(server: Server, beginning: str) -> list[str]:
    statement = "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY datname"
    with psycopg.connect(server.url("postgres", OWNER), autocommit=True) as connection:
        return [str(row[0]) for row in connection.execute(statement, (beginning,))]


if __name__ == "__main__":
    import tools.pytest_state  # noqa: F401  # the state folder and the surroundings of the tests

    running = Server().ensure()
    never_wait_for_the_disk(running)
    template(running)
