"""One database for the crawl: its ground is prepared once, and every test leaves it as it was."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from pytest_django.plugin import DjangoDbBlocker

from lles.links.postgres import Server
from tests.crawl.ground import Ground, prepare, undone
from tests.journeys.browser import browser
from tests.journeys.service import working_in
from tools import test_databases

__all__ = ["browser"]


@dataclass(frozen=True)
class Prepared:
    """The ground, and where its rows and files lie."""

    ground: Ground
    database: str
    store: Path


@pytest.fixture(scope="session")
def prepared(
    django_db_setup: None,
    database_server: Server,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Prepared]:
    """The ground of the crawl in a database of its own."""
    name, store = test_databases.copy(database_server, "_crawl"), tmp_path_factory.mktemp("crawl") / "store"
    with files_in(store), working_in(name, django_db_blocker):
        ground = prepare()
    yield Prepared(ground, name, store)
    database_server.drop_database(name)


@pytest.fixture
def ground(prepared: Prepared, django_db_blocker: DjangoDbBlocker) -> Iterator[Ground]:
    """The ground for one test; what the test does is undone."""
    with files_in(prepared.store), working_in(prepared.database, django_db_blocker), undone():
        yield prepared.ground


@contextmanager
def files_in(store: Path) -> Iterator[None]:
    """Files are kept in a store for a moment."""
    before, settings.LLES_STORE = settings.LLES_STORE, str(store)
    try:
        yield
    finally:
        settings.LLES_STORE = before
