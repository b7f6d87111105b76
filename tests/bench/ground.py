"""The ground of a measurement: databases and a store of its own, nothing of a developer's."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lles.links.postgres import Server

KEPT = {"LLES_DATABASE_URL", "LLES_OWNER_DATABASE_URL", "LLES_POSTGRES_USER"}
STATE = Path(__file__).resolve().parents[2] / ".lles" / "bench"


@contextmanager
def own_database() -> Iterator[str]:
    """Django, set up on a fresh copy of the migrated template; database and store are gone at the end."""
    scratch = Path(tempfile.mkdtemp(prefix="lles-bench-"))
    _set_environment(scratch)
    server = Server()
    was_running = server.is_running()
    server.ensure()
    try:
        with another_database() as name:
            os.environ["LLES_DATABASE_NAME"] = name
            _set_up_django()
            yield name
            _let_go()
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        if not was_running:
            server.rest()


@contextmanager
def another_database(label: str = "") -> Iterator[str]:
    """A fresh copy of the migrated template, dropped at the end."""
    from tools import test_databases

    server = Server()
    test_databases.drop_left_behind(server)
    name = test_databases.copy(server, f"_bench{label}")
    try:
        yield name
    finally:
        server.drop_database(name)


def _set_environment(scratch: Path) -> None:
    for name in [name for name in os.environ if name.startswith("LLES_") and name not in KEPT]:
        del os.environ[name]
    os.environ["LLES_STATE"] = str(STATE)
    os.environ["LLES_STORE"] = str(scratch / "store")
    os.environ["DJANGO_SETTINGS_MODULE"] = "lles.site.settings"
    (Path(os.environ["LLES_STATE"]) / "static").mkdir(parents=True, exist_ok=True)


def _set_up_django() -> None:
    import django

    django.setup()


def _let_go() -> None:
    from django.db import connections

    connections.close_all()
