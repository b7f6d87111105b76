"""A screen on which a page stands as it came: nothing is served, no link followed, nothing else asked."""

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, Route

from tests.crawl.visited import POLICY, Visited
from tests.journeys.browser import barriers

SITE = "http://lles.test"
WIDE, NARROW = 1280, 320
STARTED = "[data-govuk-skip-link-init]"  # the last of the components on every page


@dataclass
class Screen:
    """One tab of a browser, and what its pages asked for in vain."""

    page: Page
    shown: Visited | None = None
    missing: set[str] = field(default_factory=set)

    def faults(self, shown: Visited, width: int) -> list[str]:
        """What keeps somebody from using a page at one width, and whether it scrolls sideways on a phone."""
        self.shown = shown
        self._widen(NARROW)
        self.page.goto(f"{SITE}{shown.ask.path}")
        self.page.wait_for_selector(STARTED, state="attached")
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        self._widen(width)
        found = [f"{wide} px wide on a screen of {NARROW}"] if wide > NARROW else []
        return [f"{shown.ask.route}: {fault}" for fault in (*found, *barriers(self.page))]

    def _widen(self, width: int) -> None:
        if self.page.viewport_size != {"width": width, "height": 800}:
            self.page.set_viewport_size({"width": width, "height": 800})

    def answer(self, route: Route) -> None:
        """Gives the page itself or a file of the site, and nothing else."""
        path = urlsplit(route.request.url).path
        if route.request.is_navigation_request() and self.shown:
            headers = {POLICY: self.shown.policy} if self.shown.policy else {}
            route.fulfill(body=self.shown.content, content_type="text/html; charset=utf-8", headers=headers)
        elif path.startswith("/static/"):
            self._give_file(route, path.removeprefix("/static/"))
        else:
            route.fulfill(status=204)

    def _give_file(self, route: Route, name: str) -> None:
        if content := _file(name):
            route.fulfill(body=content, content_type=mimetypes.guess_type(name)[0] or "text/plain")
        else:
            self.missing.add(name)
            route.fulfill(status=404)


@cache
def _file(name: str) -> bytes:
    found = finders.find(name)
    return Path(found).read_bytes() if found else b""


@contextmanager
def showing(browser: Browser) -> Iterator[Screen]:
    """A screen, as long as it is needed."""
    context = browser.new_context()
    screen = Screen(context.new_page())
    screen.page.route("**/*", screen.answer)
    yield screen
    context.close()
