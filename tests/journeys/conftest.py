"""What every journey starts with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from lles.links.postgres import Server
from tests.journeys.browser import browser
from tests.journeys.desk import cleared
from tests.journeys.service import Service, serving

__all__ = ["browser"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where tests run side by side the journeys stay together: they share one service."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.xdist_group("journeys"))


@pytest.fixture(scope="package")
def service(
    django_db_setup: None,
    database_server: Server,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Service]:
    """A service of the journeys' own, with everything it needs, as long as they last."""
    cleared()
    state = tmp_path_factory.mktemp("service")
    with serving(database_server, django_db_blocker, state) as running:
        yield running
    written = "".join(log.read_text() for log in state.glob("*.log"))
    assert "Traceback" not in written, written
    assert "Gornchwiglen" not in written
