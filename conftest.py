"""What every test begins with: English, and a database that is a copy of one migrated template."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import count

import pytest
from django.utils import translation
from hypothesis import find, settings, strategies
from pytest_django.plugin import DjangoDbBlocker

from lles.links.postgres import Server
from tools import test_databases
from tools.side_by_side import SideBySide

numbers = count(1)
LOOKS_FOR_GARBAGE_AFTER = 10_000, 20, 20


def pytest_collection_finish() -> None:
    """What was read to find the tests stays for the whole run: nobody looks through it for garbage again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*LOOKS_FOR_GARBAGE_AFTER)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> SideBySide:
    """Where tests run side by side, those that share something stay together."""
    return SideBySide(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Each test begins in English, whichever language the page of another was in. Before the first test that
    ranges over inputs, its tool reads our modules for constants: seconds where the machine is loaded, and no
    slowness of the test's inputs."""
    translation.deactivate()
    if item.get_closest_marker("hypothesis"):
        _know_constants()


@cache
def _know_constants() -> None:
    find(strategies.integers(), lambda _: True, settings=settings(database=None))


@pytest.fixture(scope="session")
def database_server() -> Server:
    """The PostgreSQL of the tests, running."""
    server = Server().ensure()
    test_databases.never_wait_for_the_disk(server)
    return server


@pytest.fixture(scope="session")
def django_db_setup(database_server: Server, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """One database for the run; every test that asks for `db` is rolled back in it."""
    test_databases.drop_left_behind(database_server)
    with _working_in(database_server, "", django_db_blocker):
        yield


@pytest.fixture
def own_database(
    django_db_setup: None, database_server: Server, django_db_blocker: DjangoDbBlocker
) -> Iterator[str]:
    """A fresh database for one test that commits, uses threads, or starts other programs; its name."""
    label = f"_{next(numbers)}"
    with _working_in(database_server, label, django_db_blocker) as name, django_db_blocker.unblock():
        yield name


@contextmanager
def _working_in(server: Server, label: str, blocker: DjangoDbBlocker) -> Iterator[str]:
    from django.db import connections

    name = test_databases.copy(server, label)
    settings = connections["default"].settings_dict
    before, settings["NAME"] = settings["NAME"], name
    connections.close_all()
    try:
        yield name
    finally:
        with blocker.unblock():
            connections.close_all()
        settings["NAME"] = before
        server.drop_database(name)
