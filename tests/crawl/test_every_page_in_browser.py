"""Every page of the site, and every form that came back with errors, can be used by everybody: axe finds no
barrier in it, and on a phone nobody scrolls sideways."""

import re
from collections.abc import Collection
from dataclasses import replace

import pytest
from playwright.sync_api import Browser

from tests.crawl.ground import Ground
from tests.crawl.screen import NARROW, WIDE, showing
from tests.crawl.visited import Visited, fullest, with_errors

PARTS = 4


@pytest.fixture(params=range(PARTS))
def part(request: pytest.FixtureRequest) -> slice:
    """The pages in parts, so that each is soon done."""
    return slice(request.param, None, PARTS)


def test_no_page_keeps_anybody_out(ground: Ground, browser: Browser, part: slice) -> None:
    _nothing_is_wrong(browser, fullest(ground, "en")[part], WIDE)


def test_no_form_with_errors_keeps_anybody_out_on_a_phone(
    ground: Ground, browser: Browser, part: slice
) -> None:
    """In Welsh, which is longer; a route that takes no form shows its page."""
    shown = {page.ask.route: page for page in (*fullest(ground, "cy"), *with_errors(ground, "cy"))}
    _nothing_is_wrong(browser, tuple(shown.values())[part], NARROW)


def _nothing_is_wrong(browser: Browser, shown: Collection[Visited], width: int) -> None:
    with showing(browser) as screen:
        wrong = [fault for page in shown for fault in screen.faults(page, width)]
    assert wrong == []
    assert screen.missing == set()
    assert len(shown) > 100 // PARTS


@pytest.fixture
def note(ground: Ground) -> Visited:
    return next(page for page in fullest(ground, "en") if page.ask.route == "casefile:add_note")


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        (r"<label[^>]*for=\"id_words\".*?</label>", "", "label (critical)"),
        (r"</h1>", "</h1><pre>" + "hir" * 60 + "</pre>", "px wide on a screen of 320"),
    ],
)
def test_it_shows_that_a_barrier_would_be_noticed(
    browser: Browser, note: Visited, before: str, after: str, fault: str
) -> None:
    spoilt = re.sub(before, after, note.content, flags=re.DOTALL)
    assert spoilt != note.content
    with showing(browser) as screen:
        assert fault in "\n".join(screen.faults(replace(note, content=spoilt), WIDE))
        assert screen.faults(note, WIDE) == []
