"""The PostgreSQL that comes with the environment: started when needed, on a private socket, never a network.

`LLES_DATABASE_URL` names another database; then nothing is started or stopped here."""

import hashlib
import os
import shutil
import sys
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from lles.links.postgres_cluster import PORT, Cluster
from lles.links.postgres_programs import DatabaseDidNotStart

SUPERUSER, OWNER, APP, LOCATIONS = "postgres", "lles_owner", "lles_app", "lles_locations"
MAIN_DATABASE = "lles"
PROJECT = Path(__file__).resolve().parents[2]
ROLES_SQL = Path(__file__).with_name("roles.sql")
DATABASE_SQL = Path(__file__).with_name("database.sql")
OTHERS_SQL = (
    """SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"""
)


class Server:
    """The databases of one state folder: their addresses, their roles, and the server under them."""

    def __init__(self, state: Path | None = None, environ: Mapping[str, str] = os.environ) -> None:
        self.given = environ.get("LLES_DATABASE_URL") or None
        self.given_owner = environ.get("LLES_OWNER_DATABASE_URL") or self.given
        self.state = Path(state or environ.get("LLES_STATE") or PROJECT / ".lles").resolve()

    @cached_property
    def cluster(self) -> Cluster:
        """The server itself, with its places; not asked for when a database is given."""
        return Cluster(self.state, SUPERUSER, (OWNER, APP))

    def url(self, database: str | None = None, role: str = APP) -> str:
        """Return the address of a database for a role, as a URL; nothing is started for it."""
        if self.given is None or self.given_owner is None:
            socket = quote(str(self.cluster.socket), safe="")
            return f"postgresql://{role}@/{database or MAIN_DATABASE}?host={socket}&port={PORT}"
        chosen = urlsplit(self.given if role == APP else self.given_owner)
        if chosen.scheme not in {"postgresql", "postgres"}:
            raise DatabaseDidNotStart("LLES_DATABASE_URL has to be a URL that begins with postgresql://")
        return urlunsplit(chosen._replace(path=f"/{database}") if database else chosen)

    def dsn(self, database: str | None = None, role: str = APP) -> str:
        """Return the same address in the form `host=… dbname=… user=…`."""
        return make_conninfo("", **conninfo_to_dict(self.url(database, role)))

    def django(self, database: str | None = None, role: str = APP) -> dict[str, str]:
        """Return the same address under the names of Django's settings."""
        known = conninfo_to_dict(self.url(database, role))
        names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
        return {name: str(known[key]) for name, key in names.items() if known.get(key) is not None}

    def ensure(self) -> "Server":
        """Start the server if it does not run, making its data and roles the first time."""
        if self.given is not None or (self._has_roles() and self.cluster.answers()):
            return self
        with self.cluster.alone():
            if self.cluster.make():
                self._ready.unlink(missing_ok=True)
            if not self.cluster.answers():
                self.cluster.start()
            if not self._has_roles():
                self._make_roles()
        return self

    def is_running(self) -> bool:
        """Tell whether the server answers, without starting it."""
        return self.given is not None or self.cluster.answers()

    def stop(self) -> None:
        """Stop the server if it runs; work that is under way is rolled back."""
        if self.given is None and self.cluster.data.exists():
            with self.cluster.alone():
                self.cluster.stop()

    def rest(self) -> bool:
        """Stop the server unless somebody is connected to it; tell whether it is at rest."""
        if self.given is not None or not self.is_running():
            return self.given is None
        with self._as_superuser(SUPERUSER) as connection:
            is_used = connection.execute(OTHERS_SQL).fetchone() is not None
        if not is_used:
            self.stop()
        return not is_used

    def reach(self) -> None:
        """Fail in one line where a database that was given does not answer."""
        if self.given is not None:
            try:
                psycopg.connect(self.url(role=OWNER), connect_timeout=30).close()
            except psycopg.OperationalError as error:
                raise DatabaseDidNotStart(str(error).splitlines()[0]) from None

    def remove(self) -> None:
        """Stop the server and delete its data; there is no way back."""
        if self.given is None:
            self.stop()
            shutil.rmtree(self.cluster.home, ignore_errors=True)

    def create_database(self, name: str = MAIN_DATABASE, owner: str = OWNER, template: str = "") -> bool:
        """Make a database with its extensions and grants, unless it is there; tell whether it was made."""
        wanted = sql.Identifier(name), sql.Identifier(owner), sql.Identifier(template or "template1")
        with self._as_superuser(SUPERUSER) as connection:
            known = connection.execute("SELECT FROM pg_database WHERE datname = %s", (name,)).fetchone()
            if known is None:
                connection.execute(sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(*wanted))
        return known is None

    def has_database(self, name: str) -> bool:
        """Tell whether there is a database of this name."""
        with self._as_superuser(SUPERUSER) as connection:
            found = connection.execute("SELECT FROM pg_database WHERE datname = %s", (name,)).fetchone()
        return found is not None

    def drop_database(self, name: str) -> None:
        """Remove a database and whoever is connected to it; nothing happens where there is none."""
        statement = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
        with self._as_superuser(SUPERUSER) as connection:
            connection.execute(statement.format(sql.Identifier(name)))

    def _make_roles(self) -> None:
        for database, script in ((SUPERUSER, ROLES_SQL), ("template1", DATABASE_SQL)):
            with self._as_superuser(database) as connection:
                connection.execute(script.read_bytes())
        self._ready.write_text(_scripts())

    @property
    def _ready(self) -> Path:
        return self.cluster.home / "ready"

    def _has_roles(self) -> bool:
        return self._ready.is_file() and self._ready.read_text() == _scripts()

    def _as_superuser(self, database: str) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(self.url(database, SUPERUSER), autocommit=True)


def _scripts() -> str:
    return hashlib.sha256(ROLES_SQL.read_bytes() + DATABASE_SQL.read_bytes()).hexdigest()


def main(wish: str) -> int:
    """Answer `python -m lles.links.postgres ensure|running|rest|stop|remove|url`."""
    server = Server()
    acts = {"ensure": server.ensure, "rest": server.rest, "stop": server.stop, "remove": server.remove}
    try:
        if wish == "running":
            return 0 if server.is_running() else 1
        if wish == "url":
            print(server.url(role=OWNER))
        else:
            acts[wish]()
    except DatabaseDidNotStart as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
