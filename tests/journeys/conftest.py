"""What every journey starts with."""

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Error
from pytest_django.plugin import DjangoDbBlocker

from lles.links.postgres import Server
from tests.journeys.browser import browser
from tests.journeys.desk import cleared, sitting
from tests.journeys.service import Service, serving

__all__ = ["browser"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A story that stops shows the page at which it stopped, for everybody who sits at a desk."""
    report = yield
    if report.failed and call.when == "call":
        for desk in sitting:
            try:
                report.sections.append((f"the page of {desk.who}", desk.seen()))
            except Error as gone:
                report.sections.append((f"the page of {desk.who}", str(gone)))
    return report


@pytest.fixture(scope="package")
def service(
    request: pytest.FixtureRequest,
    django_db_setup: None,
    database_server: Server,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Service]:
    """A service of the journeys' own, with everything it needs, as long as they last."""
    _not_torn_apart(request.config, tmp_path_factory.getbasetemp().parent / "journeys")
    cleared()
    state = tmp_path_factory.mktemp("service")
    with serving(database_server, django_db_blocker, state) as running:
        yield running
    written = "".join(log.read_text() for log in state.glob("*.log"))
    assert "Traceback" not in written, written
    assert "Gornchwiglen" not in written


def _not_torn_apart(config: pytest.Config, taken: Path) -> None:
    """Stories that two workers tell fail at once, and not where a part misses what the part before it did."""
    if hasattr(config, "workerinput"):
        try:
            taken.touch(exist_ok=False)
        except FileExistsError:
            pytest.fail("The journeys share one service, and two workers have begun with them.")
