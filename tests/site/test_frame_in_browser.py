"""The frame as people meet it: in a browser, by keyboard, with and without scripts."""

from collections.abc import Iterator
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.fixtures import Settings

from lles.casefile.models import Account
from tests.journeys.browser import barriers
from tests.site.conftest import PASSWORD


class Quiet(WSGIRequestHandler):
    """Says nothing of every request."""

    def log_message(self, *words: object) -> None:
        return


@pytest.fixture
def site(own_database: str, settings: Settings) -> Iterator[str]:
    """The address of the site, served from this process."""
    settings.LLES_SECOND_FACTOR = False
    Account.objects.create_user("nia", password=PASSWORD, first_name="Nia", last_name="Price")
    server: WSGIServer = make_server("127.0.0.1", 0, WSGIHandler(), handler_class=Quiet)
    serving = Thread(target=_serve, args=(server,), daemon=True)
    serving.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    serving.join()
    server.server_close()


def _serve(server: WSGIServer) -> None:
    server.serve_forever()
    connections.close_all()


def sign_in(context: BrowserContext, site: str) -> Page:
    page = context.new_page()
    page.goto(f"{site}/signin/")
    page.fill("#id_login", "nia")
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{site}/")
    return page


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=request.param)
    yield sign_in(context, site)
    context.close()


@pytest.fixture
def scripted(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context()
    yield sign_in(context, site)
    context.close()


def test_it_keeps_typed_text_when_the_language_is_switched(page: Page, site: str) -> None:
    page.goto(f"{site}/call/")
    page.fill("#id_name", "Siân")
    page.fill("#id_said", "First line\nSecond")
    page.click("text=Cymraeg")
    expect(page.locator("html")).to_have_attribute("lang", "cy")
    expect(page.locator("#id_said")).to_have_value("First line\nSecond")
    expect(page.locator("#id_name")).to_have_value("Siân")


def test_it_answers_the_form_not_the_language_when_enter_is_pressed(page: Page, site: str) -> None:
    page.goto(f"{site}/call/")
    page.press("#id_name", "Enter")
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_it_opens_the_menu_of_the_person_and_signs_out(page: Page, site: str) -> None:
    page.click(".lles-person__name")
    page.click("text=Sign out")
    expect(page).to_have_url(f"{site}/signin/")


def test_it_puts_the_cursor_back_where_it_was(scripted: Page, site: str) -> None:
    scripted.goto(f"{site}/call/")
    scripted.fill("#id_said", "Half a sen")
    scripted.click("text=Cymraeg")
    expect(scripted.locator("#id_said")).to_be_focused()
    scripted.keyboard.type("tence")
    expect(scripted.locator("#id_said")).to_have_value("Half a sentence")


def test_it_goes_to_find_and_to_today_by_keys(scripted: Page, site: str) -> None:
    scripted.goto(f"{site}/plain/")
    scripted.keyboard.press("/")
    expect(scripted.locator("#find")).to_be_focused()
    scripted.keyboard.type("g t")
    assert scripted.url == f"{site}/plain/"
    scripted.locator("h1").click()
    scripted.keyboard.type("gt")
    scripted.wait_for_url(f"{site}/")


def test_it_warns_before_the_session_ends_and_gives_the_cursor_back(
    browser: Browser, site: str, settings: Settings
) -> None:
    settings.LLES_SESSION_IDLE = 122
    context = browser.new_context()
    page = sign_in(context, site)
    page.goto(f"{site}/call/")
    page.fill("#id_said", "Half")
    warning = page.locator("#session-warning")
    expect(warning).to_be_visible(timeout=10_000)
    assert barriers(page) == []
    settings.LLES_SESSION_IDLE = 1800
    page.click("text=Stay signed in")
    expect(warning).to_be_hidden()
    expect(page.locator("#id_said")).to_be_focused()
    context.close()


def test_it_keeps_the_text_of_one_who_was_away_too_long(
    browser: Browser, site: str, settings: Settings
) -> None:
    context = browser.new_context()
    page = sign_in(context, site)
    settings.LLES_SESSION_IDLE = 5
    page.goto(f"{site}/call/")
    page.fill("#id_said", "What the mother said")
    page.wait_for_url("**/signin/**", timeout=15_000)
    settings.LLES_SESSION_IDLE = 1800
    page.fill("#id_login", "nia")
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url(f"{site}/call/")
    expect(page.locator("#id_said")).to_have_value("What the mother said")
    expect(page.locator("#id_said")).to_be_focused()
    context.close()


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("cy", 320)])
def test_it_keeps_nobody_out(
    browser: Browser, site: str, settings: Settings, language: str, width: int
) -> None:
    settings.LLES_DEMONSTRATION = True
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.add_cookies([{"name": "lles_language", "value": language, "url": site}])
    stranger = context.new_page()
    stranger.goto(f"{site}/signin/")
    found = barriers(stranger)
    page = sign_in(context, site)
    for address in ("/", "/call/", "/components/", "/nowhere/", "/signin/security/app/", "/signin/security/"):
        page.goto(site + address)
        found += barriers(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    page.goto(f"{site}/call/")
    page.press("#id_name", "Enter")
    page.wait_for_selector(".govuk-error-summary")
    found += barriers(page)
    assert found == []
    context.close()


def test_it_breaks_no_rule_of_the_page_and_logs_no_error(browser: Browser, site: str) -> None:
    context = browser.new_context()
    page = sign_in(context, site)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in ("/", "/call/", "/components/"):
        page.goto(site + address)
        page.wait_for_selector("body.govuk-frontend-supported")
    assert said == []
    context.close()
