"""What goes wrong in a day's work, in a real browser: said in the reader's language, nothing typed lost."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.plugin import DjangoDbBlocker

from lles.law.bilingual import Language
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.family import TOLD
from tests.journeys.given import employed_with_a_case, number_of
from tests.journeys.service import Service, working_in

NUMBERS: dict[Language, int] = {"en": 11, "cy": 12}
COLLEAGUE = "R. Hughes"
NAMES: dict[Language, tuple[str, str]] = {
    "en": ("joan.reed", "Joan Reed"),
    "cy": ("mari.llwyd", "Mari Llwyd"),
}


@dataclass
class AtWork:
    """An officer with one case, at a page on which a conversation is written down."""

    desk: Desk
    reference: str
    conversation: str
    letter: str


@pytest.fixture(params=["en", "cy"], scope="module")
def at_work(
    request: pytest.FixtureRequest, browser: Browser, service: Service, django_db_blocker: DjangoDbBlocker
) -> Iterator[AtWork]:
    """An officer who has signed in, with a case of their own."""
    language: Language = request.param
    _, reference = employed_with_a_case(
        service, django_db_blocker, NAMES[language], language, NUMBERS[language], COLLEAGUE
    )
    with working_in(service.database, django_db_blocker):
        mother = number_of(reference, "applicant")
    with sitting_down(browser, service, language, "3-wrong-input") as desk:
        _sign_in_with_trouble(desk, NAMES[language][0])
        yield AtWork(
            desk, reference, f"/cases/{reference}/conversations/{mother}/", f"/cases/{reference}/letter/"
        )
    troubles = [trouble for trouble in desk.troubles if not re.search("status of (401|409)", trouble)]
    assert not troubles, "\n".join(troubles)


def _sign_in_with_trouble(desk: Desk, username: str) -> None:
    desk.go("/")
    desk.page.locator("#id_password").press("Enter")
    _says(desk, desk.say("Enter your username"), desk.say("Enter your password"))
    desk.look("nothing-entered", narrow=True)
    desk.fill(desk.say("Username"), username)
    desk.page.locator("#id_password").fill("not this one")
    desk.page.locator("#id_password").press("Enter")
    expect(desk.page.locator(".govuk-error-summary")).to_be_visible()
    expect(desk.page.locator("#id_login")).to_have_value(username)
    desk.look("wrong-password")
    desk.say_who(username)
    desk.page.wait_for_url("**/signin/security/app/")
    desk.page.locator("#id_code").fill("000000")
    desk.page.locator("#id_code").press("Enter")
    expect(desk.page.locator(".govuk-error-summary")).to_be_visible()
    desk.set_up_the_code()


def _says(desk: Desk, *sentences: str) -> None:
    summary = desk.page.locator(".govuk-error-summary")
    for sentence in sentences:
        expect(summary).to_contain_text(sentence)
        expect(desk.page.locator(".govuk-error-message").filter(has_text=sentence).first).to_be_visible()
    summary.get_by_role("link").first.click()
    expect(desk.page.locator("input:focus, textarea:focus, select:focus")).to_have_count(1)


def test_it_names_each_thing_that_is_wrong_and_leads_there(at_work: AtWork) -> None:
    desk, page, told = at_work.desk, at_work.desk.page, TOLD[at_work.desk.language]
    desk.go(at_work.conversation)
    page.locator("#id_began_on-day").fill("31")
    page.locator("#id_began_on-month").fill("2")
    page.locator("#id_began_at").fill("25:99")
    page.locator("#id_words-0").fill(told.concern)
    desk.press(desk.say("Record the conversation"))
    _says(
        desk, desk.say("Date must be a real date"), desk.say("Enter a time, like 9:30am or 2:15pm"),
        desk.say("Select an answer"),
    )  # fmt: skip
    for box, value in (("began_on-day", "31"), ("began_at", "25:99"), ("words-0", told.concern)):
        expect(page.locator(f"#id_{box}")).to_have_value(value)
    expect(page.locator("[data-saved]")).to_contain_text(re.compile(r"\d{1,2}:\d\d:\d\d[ap]m"))
    desk.look("conversation-wrong", narrow=True)


def test_it_keeps_what_was_typed_when_the_language_is_switched(at_work: AtWork) -> None:
    desk, page, told = at_work.desk, at_work.desk.page, TOLD[at_work.desk.language]
    other = "English" if desk.language == "cy" else "Cymraeg"
    desk.go(at_work.letter)
    page.locator("#id_words-safety").fill(told.conclusion)
    page.get_by_role("button", name=other).click()
    expect(page.locator("html")).to_have_attribute("lang", "en" if desk.language == "cy" else "cy")
    expect(page.locator("#id_words-safety")).to_have_value(told.conclusion)
    page.get_by_role("button", name="Cymraeg" if desk.language == "cy" else "English").click()
    expect(page.locator("html")).to_have_attribute("lang", desk.language)
    expect(page.locator("#id_words-safety")).to_have_value(told.conclusion)
    desk.press(desk.say("Keep what I wrote"))
    desk.expect(desk.say("Kept"))


def test_it_says_what_a_colleague_did_before_anything_is_recorded(
    at_work: AtWork, django_db_blocker: DjangoDbBlocker
) -> None:
    desk, page, told = at_work.desk, at_work.desk.page, TOLD[at_work.desk.language]
    desk.go(at_work.conversation)
    desk.press(desk.say("Set this text aside and begin anew"))
    expect(page.locator("#id_words-0")).to_have_value("")
    with working_in(desk.service.database, django_db_blocker):
        _a_colleague_calls(at_work.reference)
    page.locator("input[name=outcome][value=spoke]").press("Space")
    page.locator("input[name=safe_to_talk][value=yes]").press("Space")
    page.locator(f"input[name=spoken][value={desk.language}]").press("Space")
    page.locator("#id_words-0").fill(told.view)
    desk.press(desk.say("Record the conversation"))
    desk.expect(desk.say("Somebody changed this case since you opened the page"))
    desk.expect(COLLEAGUE)
    expect(page.locator("#id_words-0")).to_have_value(told.view)
    desk.look("changed-meanwhile", narrow=True)
    desk.press(desk.say("Record the conversation"))
    desk.expect(told.view)


def _a_colleague_calls(reference: str) -> None:
    from lles.casefile.changes.conversations import record_conversation
    from lles.casefile.models import Case, Officer

    case, now = Case.objects.get(reference=reference), datetime.now(UTC)
    colleague = Officer.objects.filter(name=COLLEAGUE).latest("pk")
    party = case.parties.get(role="respondent")
    record_conversation(case=case, by=colleague, at=now, party=party, began_at=now, outcome="no_answer")


def test_it_gives_back_what_was_typed_when_the_session_is_lost(at_work: AtWork) -> None:
    desk, page, told = at_work.desk, at_work.desk.page, TOLD[at_work.desk.language]
    desk.go(at_work.letter)
    page.locator("#id_words-safety").fill(told.conclusion)
    page.locator("input[name=advice][value=fact_finding]").press("Space")
    page.context.clear_cookies(name="lles")
    desk.press(desk.say("Keep what I wrote"))
    page.wait_for_url("**/signin/**")
    expect(page.locator("html")).to_have_attribute("lang", desk.language)
    desk.expect(desk.say("What you typed is kept. It comes back when you sign in."))
    desk.look("typed-text-is-kept")
    desk.say_who(NAMES[desk.language][0])
    page.wait_for_url(f"**{at_work.letter}")
    expect(page.locator("#id_words-safety")).to_have_value(told.conclusion)
    expect(page.locator("input[name=advice][value=fact_finding]")).to_be_checked()
    desk.look("typed-text-is-back")


def test_it_says_plainly_what_is_not_there(at_work: AtWork) -> None:
    desk = at_work.desk
    desk.go(f"/cases/{at_work.reference}/")
    for path in ("/cases/C-9999/", "/nowhere/", f"/cases/{at_work.reference}/checks/0/answer/"):
        answer = desk.page.context.request.get(desk.service.url + path)
        assert answer.status == 404
        assert f'<html lang="{desk.language}"' in answer.text()
        assert "Traceback" not in answer.text()
