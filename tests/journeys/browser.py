"""The browser of the journeys, and the question whether everybody can use the page it shows."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tools.browser import MISSING, find

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

running: list[Browser] = []


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium or Chrome; where there is none the journeys fail, they are never skipped.

    A second folder that imports this fixture is handed the same browser: the tool starts only once."""
    if running:
        yield running[0]
        return
    found = find()
    if found is None:
        pytest.fail(MISSING)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = (
        "true"  # the test tool keeps a loop in this thread; no page does
    )
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as tool:
        started = tool.chromium.launch(executable_path=found, args=[*as_root, "--disable-dev-shm-usage"])
        running.append(started)
        yield started
        running.clear()
        started.close()


def barriers(page: Page) -> list[str]:
    """Return what axe finds that would keep somebody from using the page, one line each."""
    page.evaluate(_axe())
    options = {"runOnly": {"type": "tag", "values": STANDARDS}, "resultTypes": ["violations"]}
    result: dict[str, Any] = page.evaluate("options => axe.run(document, options)", options)
    return [
        f"{page.url}: {violation['id']} ({violation['impact']}): {violation['help']}: {node['html'][:200]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")
