"""What every journey starts with."""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from lles.links.postgres import Server
from tests.journeys.browser import browser
from tests.journeys.desk import cleared
from tests.journeys.service import Service, serving

__all__ = ["browser"]


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
