"""The session ends in the middle of typing: in either language the words come back. Once one has signed out,
nothing of a case does: not by the way back, and not in another tab."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.plugin import DjangoDbBlocker

from lles.law.bilingual import Language
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.family import TOLD
from tests.journeys.given import employed_with_a_case, number_of
from tests.journeys.service import Service, working_in

NUMBERS: dict[Language, int] = {"en": 41, "cy": 42}
NAMES: dict[Language, tuple[str, str]] = {
    "en": ("amy.firth", "Amy Firth"),
    "cy": ("catrin.wyn", "Catrin Wyn"),
}


@dataclass
class AtWork:
    """An officer who has signed in, with a case of their own and the page of a conversation."""

    desk: Desk
    page: str
    child: str


@pytest.fixture(params=["en", "cy"])
def at_work(
    request: pytest.FixtureRequest, browser: Browser, service: Service, django_db_blocker: DjangoDbBlocker
) -> Iterator[AtWork]:
    """The officer, at a browser of their own."""
    language: Language = request.param
    family, reference = employed_with_a_case(
        service, django_db_blocker, NAMES[language], language, NUMBERS[language]
    )
    with working_in(service.database, django_db_blocker):
        page = f"/cases/{reference}/conversations/{number_of(reference, 'applicant')}/"
    with sitting_down(browser, service, language, "9-signed-out") as desk:
        desk.sign_in(NAMES[language][0])
        desk.set_up_the_code()
        yield AtWork(desk, page, family.children[0].name)


def test_words_come_back_when_the_session_ends_while_somebody_types(at_work: AtWork) -> None:
    desk, path = at_work.desk, at_work.page
    page, told = desk.page, TOLD[desk.language]
    desk.go(path)
    page.focus("#id_words-0")
    page.keyboard.type(told.view[:20])
    expect(page.locator("[data-saved]")).to_contain_text({"en": "Saved", "cy": "Cadwyd"}[desk.language])
    page.context.clear_cookies(name="lles")
    page.keyboard.type(told.view[20:])
    page.wait_for_url("**/signin/**")
    expect(page.locator("html")).to_have_attribute("lang", desk.language)
    desk.expect(desk.say("What you typed is kept. It comes back when you sign in."))
    desk.say_who(NAMES[desk.language][0])
    page.wait_for_url(f"**{path}")
    expect(page.locator("html")).to_have_attribute("lang", desk.language)
    expect(page.locator("#id_words-0")).to_be_focused()
    expect(page.locator("#id_words-0")).to_have_value(told.view)
    desk.look("words-are-back")
    desk.press(desk.say("Save and finish later"))
    expect(page.locator(".govuk-notification-banner")).to_be_visible()
    nothing_comes_back_once_one_has_signed_out(at_work)
    assert [
        one for one in desk.troubles if "401" not in one
    ] == []  # so the draft learnt that the session had ended


def nothing_comes_back_once_one_has_signed_out(at_work: AtWork) -> None:
    desk, page = at_work.desk, at_work.desk.page
    case = at_work.page.partition("conversations/")[0]
    tab = page.context.new_page()
    for one, path in ((tab, ""), (page, ""), (page, "people/"), (page, "timeline/")):
        one.goto(f"{desk.service.url}{case}{path}")
        assert at_work.child in one.content()
    desk.sign_out()
    page.wait_for_url("**/signin/")
    for _ in range(3):
        page.go_back()
        page.wait_for_url("**/signin/**")
        assert at_work.child not in page.content()
    tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    tab.wait_for_url("**/signin/**")
    assert at_work.child not in tab.content()
