"""Somebody writes down what a mother says, and the browser dies, or the server, or the session: two seconds
of typing are lost at most, and what comes back stands in the same box."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.plugin import DjangoDbBlocker

from lles.site.synthetic.families import LONDON
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.family import family_of
from tests.journeys.service import Service, another_site, employ, send, working_in
from tools.browser import find

USERNAME, WORDS = "ann.lloyd", "#id_words-0"
AT_MOST = 2.0
SAID = "He waited at the school gate twice last week, and Noah would not get out of the car. " * 3


@dataclass
class Desks:
    """An officer who has signed in, and the page on which a conversation is written down."""

    service: Service
    page: str
    cookies: Any
    secret: str


@dataclass
class Typing:
    """What was typed so far, and when each letter was."""

    page: Page
    letters: list[tuple[str, float]] = field(default_factory=list)

    def go_on(self, seconds: float) -> None:
        """Types for a while, without a pause in which a saving could hide."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            letter = SAID[len(self.letters)]
            self.page.keyboard.type(letter)
            self.letters.append((letter, time.monotonic()))
            time.sleep(0.03)

    @property
    def text(self) -> str:
        return "".join(letter for letter, _ in self.letters)

    def lost_after(self, kept: str, end: float) -> float:
        """How many seconds before the end the first letter was typed that is not kept."""
        assert self.text.startswith(kept)
        return end - self.letters[len(kept)][1] if len(kept) < len(self.letters) else 0.0


@pytest.fixture(scope="module")
def desks(browser: Browser, service: Service, django_db_blocker: DjangoDbBlocker) -> Desks:
    employ(service, django_db_blocker, USERNAME, "Ann Lloyd", "practitioner", "en")
    family = family_of("en", datetime.now(LONDON).date(), 21)
    send(service.court, family)
    service.lles("feed", "poll")
    with working_in(service.database, django_db_blocker):
        path = _given(str(family.case_number))
    with sitting_down(browser, service, "en", "5-drafts") as desk:
        desk.sign_in(USERNAME)
        desk.set_up_the_code()
        return Desks(service, path, desk.page.context.cookies(), desk.secret)


def _given(court_number: str) -> str:
    from lles.casefile.changes.people import allocate
    from lles.casefile.models import Case, Officer

    case = Case.objects.get(court_number=court_number)
    by = Officer.objects.create(name="R. Hughes", job="", roles=["service_manager"], office=case.office)
    allocate(case=case, by=by, at=datetime.now(UTC), to=Officer.objects.get(account__username=USERNAME))
    return f"/cases/{case.reference}/conversations/{case.parties.get(role='applicant').pk}/"


@pytest.fixture
def own_browser(browser: Browser) -> Iterator[Browser]:
    """A browser that may die."""
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    args = [*as_root, "--disable-dev-shm-usage"]
    started = browser.browser_type.launch(executable_path=find(), args=args)
    yield started
    if started.is_connected():
        started.close()


def opened(browser: Browser, desks: Desks, service: Service | None = None) -> Page:
    """The page of the conversation in a browser that is signed in."""
    site = (service or desks.service).url
    context = browser.new_context()
    context.add_cookies(
        [
            {"name": c["name"], "value": c["value"], "domain": urlsplit(site).hostname or "", "path": "/"}
            for c in desks.cookies
        ]
    )
    page = context.new_page()
    page.goto(site + desks.page)
    page.focus(WORDS)
    return page


def begun_anew(browser: Browser, desks: Desks) -> None:
    """Sets aside what an earlier test wrote."""
    page = opened(browser, desks)
    aside = page.get_by_role("button", name="Set this text aside")
    if aside.count():
        aside.click()
    expect(page.locator(WORDS)).to_have_value("")
    page.context.close()


def kept(browser: Browser, desks: Desks) -> str:
    page = opened(browser, desks)
    words = page.input_value(WORDS)
    page.context.close()
    return words


def killed_while_typing(browser: Browser, own: Browser, desks: Desks, *, saves: bool) -> float:
    """Types, kills the browser, and opens the page in another: how many seconds of typing are lost."""
    begun_anew(browser, desks)
    page = opened(own, desks)
    if not saves:
        page.route("**/drafts/**", lambda route: route.abort())
    typing = Typing(page)
    typing.go_on(4)
    end = time.monotonic()
    with pytest.raises(Exception, match=r"closed|crashed|Target"):
        own.new_browser_cdp_session().send("Browser.crash")
    time.sleep(0.5)
    return typing.lost_after(kept(browser, desks), end)


def test_a_killed_browser_loses_two_seconds_at_most(
    browser: Browser, own_browser: Browser, desks: Desks
) -> None:
    assert killed_while_typing(browser, own_browser, desks, saves=True) <= AT_MOST


def test_a_page_that_does_not_save_is_seen(browser: Browser, own_browser: Browser, desks: Desks) -> None:
    assert killed_while_typing(browser, own_browser, desks, saves=False) > AT_MOST


def test_a_killed_server_loses_two_seconds_at_most_and_nothing_in_the_end(
    browser: Browser, desks: Desks
) -> None:
    begun_anew(browser, desks)
    with another_site(desks.service) as (site, kill):
        page = opened(browser, desks, site)
        typing = Typing(page)
        typing.go_on(1)
        expect(page.locator("[data-saved]")).to_contain_text("Saved")  # the site is at work, it does not wake
        typing.go_on(3)
        kill()
        end = time.monotonic()
        assert typing.lost_after(kept(browser, desks), end) <= AT_MOST
        typing.go_on(2)
        expect(page.get_by_role("alert")).to_contain_text("Not saved: the service does not answer")
    with another_site(desks.service, urlsplit(site.url).port or 0):
        expect(page.locator("[data-saved]")).to_contain_text("Saved", timeout=10_000)
        expect(page.get_by_role("alert")).to_be_hidden()
        assert kept(browser, desks) == typing.text
    page.context.close()


def test_the_session_ends_in_the_middle_of_typing(browser: Browser, desks: Desks) -> None:
    begun_anew(browser, desks)
    page = opened(browser, desks)
    typing = Typing(page)
    typing.go_on(1)
    page.context.clear_cookies(name="lles")
    typing.go_on(3)
    expect(page.get_by_role("alert")).to_contain_text("You are signed out")
    page.wait_for_url("**/signin/**")
    desk = Desk(desks.service, "en", page, secret=desks.secret)
    desk.say_who(USERNAME)
    page.wait_for_url(f"**{desks.page}")
    expect(page.locator(WORDS)).to_be_focused()
    expect(page.locator(WORDS)).to_have_value(typing.text)
    page.keyboard.type(" And then")
    expect(page.locator("#page-form")).to_have_attribute("data-changed", "no")
    assert kept(browser, desks) == f"{typing.text} And then"
    page.context.close()


def test_a_page_goes_on_saving_after_its_reader_signed_in_anew_elsewhere(
    browser: Browser, desks: Desks
) -> None:
    begun_anew(browser, desks)
    page = opened(browser, desks)
    anew = {"name": "lles_csrf", "value": "a" * 32, "url": desks.service.url}  # as signing in changes it
    page.context.add_cookies([anew])  # type: ignore[list-item]  # a cookie as the browser gave it
    page.keyboard.type("He waited at the gate.")
    expect(page.locator("[data-saved]")).to_contain_text("Saved")
    expect(page.locator("#page-form")).to_have_attribute("data-changed", "no")  # all of it, not its beginning
    expect(page.get_by_role("alert")).to_be_hidden()
    assert kept(browser, desks) == "He waited at the gate."
    page.context.close()


def test_two_windows_never_overwrite_each_other(browser: Browser, desks: Desks) -> None:
    begun_anew(browser, desks)
    first, second = opened(browser, desks), opened(browser, desks)
    first.keyboard.type("She fears the handover.")
    expect(first.locator("[data-saved]")).to_contain_text("Saved")
    expect(first.locator("#page-form")).to_have_attribute("data-changed", "no")
    second.keyboard.type("Something else.")
    expect(second.get_by_role("alert")).to_contain_text("Ann Lloyd saved another text")
    assert kept(browser, desks) == "She fears the handover."
    second.on("dialog", lambda dialog: dialog.accept())
    second.get_by_role("button", name="Save and finish later").click()
    expect(second.locator("main")).to_contain_text("She fears the handover.")
    expect(second.locator(WORDS)).to_have_value("Something else.")
    for page in (first, second):
        page.context.close()
