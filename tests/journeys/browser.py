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
BEYOND = ("wcag2aaa", "wcag21aaa", "wcag22aaa", "deprecated")
EVERY_RULE = """
async (beyond) => {
  const rules = axe.getRules().filter((rule) => !rule.tags.some((tag) => beyond.includes(tag)));
  const on = Object.fromEntries(rules.map((rule) => [rule.ruleId, { enabled: true }]));
  const off = axe.getRules(beyond).map((rule) => [rule.ruleId, { enabled: false }]);
  const rulesOn = { ...on, ...Object.fromEntries(off) };
  return await axe.run(document, { rules: rulesOn, resultTypes: ["violations"] });
}
"""

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
    """Return what axe finds that would keep somebody from using the page, one line each.

    Every rule is on, also those that are off by default (the size of targets) and good practice; only what
    goes beyond level AA is left aside."""
    page.wait_for_load_state("load")
    if page.evaluate("typeof axe") == "undefined":  # a page that is looked at again has it already
        page.evaluate(_axe())
    result: dict[str, Any] = page.evaluate(EVERY_RULE, BEYOND)
    return [
        f"{page.url}: {violation['id']} ({violation['impact']}): {violation['help']}: {node['html'][:200]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")
