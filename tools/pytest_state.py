"""A pytest plugin: the tests have a state folder of their own; nobody's running Lles is disturbed.

It is loaded before the settings are (`addopts` in pyproject.toml). The server of the tests is started
when the first test needs a database and stops with the last run that uses it."""

import os
import sys
from pathlib import Path

import pytest

from lles.links.postgres import Server

KEPT = {
    "LLES_BROWSER",
    "LLES_DATABASE_URL",
    "LLES_OWNER_DATABASE_URL",
    "LLES_POSTGRES_USER",
    "LLES_TEST_STATE",
}
STATE = Path(__file__).resolve().parents[1] / ".lles" / "test"

for name in [name for name in os.environ if name.startswith("LLES_") and name not in KEPT]:
    del os.environ[name]  # a test never depends on how the installation of a developer is set
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # or each command of a test would compile everything again
sys.dont_write_bytecode = False
os.environ["LLES_STATE"] = os.environ.get("LLES_TEST_STATE") or str(STATE)
os.environ["LLES_DATABASE_MAY_LOSE"] = "1"  # the tests' own database never waits for the disk
(Path(os.environ["LLES_STATE"]) / "static").mkdir(parents=True, exist_ok=True)

was_running = Server().is_running()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server if this run started it and nobody else uses it; one process of several leaves that."""
    if not was_running and not hasattr(config, "workerinput"):
        Server().rest()
