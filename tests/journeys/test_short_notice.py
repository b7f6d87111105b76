"""A hearing that comes before the letter can be ready, told in Welsh: the court hears so on one page, then
has the letter, and then the answer that came after it."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Browser, expect
from pytest_django.plugin import DjangoDbBlocker

from lles.casefile import timeline
from lles.casefile.rules.check_answers import outcomes
from lles.law.bilingual import Language, Text
from lles.links.pdf_reader import places
from lles.site.synthetic import Family
from lles.site.synthetic.families import LONDON
from lles.work.safeguarding.rules.short_notice import short_notice_remark
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.family import TOLD, family_of
from tests.journeys.filed import filed, until_the_court_has
from tests.journeys.given import given_to
from tests.journeys.service import Service, employ, send

LANGUAGE: Language = "cy"
NUMBER, HEARING_IN = 52, 2
WHO = ("mared.llwyd", "Mared Llwyd")
KNOWN_NOW = "Mae'r fam yn ofni'r trosglwyddo ddydd Gwener; nid yw'r heddlu wedi ateb eto."
MEANS = "Nid yw ateb yr heddlu yn newid ein cyngor."
OUTCOME = "known_not_relevant"


@pytest.fixture
def family(service: Service, django_db_blocker: DjangoDbBlocker) -> Family:
    """A family whose hearing is in two working days."""
    employ(service, django_db_blocker, *WHO, "practitioner", LANGUAGE)
    family = family_of(LANGUAGE, datetime.now(LONDON).date(), NUMBER, HEARING_IN)
    send(service.court, family)
    service.lles("feed", "poll")
    return family


@pytest.fixture
def reference(service: Service, django_db_blocker: DjangoDbBlocker, family: Family) -> str:
    """Their case, which the officer has been given."""
    return given_to(service, django_db_blocker, str(family.case_number), WHO[0])


@pytest.fixture
def desk(browser: Browser, service: Service, family: Family, reference: str) -> Iterator[Desk]:
    """The desk of the officer."""
    with sitting_down(browser, service, LANGUAGE, "6-short-notice") as desk:
        people = [*(adult.name for adult in family.adults), *(child.name for child in family.children)]
        desk.own_words = (*people, family.court.name, WHO[1])
        desk.sign_in(WHO[0])
        desk.set_up_the_code()
        yield desk


def test_the_court_is_told_at_short_notice_then_by_letter_then_by_an_update(
    service: Service, family: Family, reference: str, desk: Desk
) -> None:
    with service.jobs_running():
        the_case_says_that_the_hearing_comes_first(desk, reference)
        one_page_tells_the_court(desk, reference)
        the_letter_follows(desk, reference)
        an_answer_comes_after_it(desk, reference)
        an_update_says_what_it_means(desk, reference)
    said = [one for one in service.court.uploads if one.case_number == str(family.case_number)]
    assert len(said) == 6
    assert TOLD[LANGUAGE].police in text_of(said[-1].content)
    assert TOLD[LANGUAGE].police not in text_of(said[0].content)
    assert not desk.troubles, "\n".join(desk.troubles)


def the_case_says_that_the_hearing_comes_first(desk: Desk, reference: str) -> None:
    desk.go(f"/cases/{reference}/")
    remark = desk.page.locator(".lles-remark").filter(has_text=remark_of_short_notice())
    expect(remark).to_be_visible()
    desk.look("case", narrow=True)
    remark.get_by_role("link").click()
    desk.page.wait_for_url("**/short-notice-letter/")


def one_page_tells_the_court(desk: Desk, reference: str) -> None:
    desk.look("short-notice", narrow=True)
    desk.page.locator("#id_words").fill(KNOWN_NOW)
    desk.press(desk.say("Keep what I wrote"))
    desk.expect(desk.say("Kept"))
    preview = str(desk.page.locator("a[href$='/court.cy.pdf']").get_attribute("href"))
    content = desk.fetch(desk.service.url + preview)[1]
    assert KNOWN_NOW in text_of(content)
    assert {one.name for one in places(content) if one.name.startswith("page ")} == {"page 1"}
    desk.open(desk.say("Check before filing"))
    desk.look("short-notice-before-filing", narrow=True)
    filed(desk, desk.say("File it with the court"))
    desk.expect(desk.say("It is sealed and on its way to the court"))
    until_the_court_has(desk, reference, 2)
    desk.go(f"/cases/{reference}/")
    expect(desk.page.locator("main")).not_to_contain_text(remark_of_short_notice())
    desk.go(f"/cases/{reference}/short-notice-letter/")
    desk.look("short-notice-filed", narrow=True)


def the_letter_follows(desk: Desk, reference: str) -> None:
    desk.go(f"/cases/{reference}/letter/")
    desk.page.locator("#id_words-safety").fill(TOLD[LANGUAGE].conclusion)
    desk.press(desk.say("Keep what I wrote"))
    desk.expect(desk.say("Kept"))
    desk.go(f"/cases/{reference}/letter/file/")
    filed(desk, desk.say("File the letter"))
    desk.expect(desk.say("The letter is sealed and on its way to the court"))
    until_the_court_has(desk, reference, 4)


def an_answer_comes_after_it(desk: Desk, reference: str) -> None:
    desk.go(f"/cases/{reference}/checks/")
    desk.open(desk.say("Ask"))
    desk.page.locator("#id_body").select_option(index=1)
    desk.press(desk.say("Record the question"))
    desk.open(desk.say("Record the answer"))
    for name in ("name", "date_of_birth"):
        desk.choose(timeline.word(f"identifier.{name}").said(LANGUAGE))
    desk.page.locator("#id_outcome-0").select_option(OUTCOME)
    desk.page.locator("#id_as_received-0").fill(TOLD[LANGUAGE].police)
    desk.page.locator("#id_as_received_language-0").select_option(LANGUAGE)
    desk.page.locator("input[name=passing_on-0][value=text]").press("Space")
    desk.press(desk.say("Show the most a letter may say"))
    desk.press(desk.say("Record the answer"))
    desk.expect(desk.say("The most a letter may say:"))


def an_update_says_what_it_means(desk: Desk, reference: str) -> None:
    desk.go(f"/cases/{reference}/")
    desk.look("case-with-news", narrow=True)
    desk.open(timeline.word("act.safeguarding.update").said(LANGUAGE))
    desk.page.wait_for_url("**/letter-update/")
    desk.expect(outcomes()[OUTCOME].says.said(LANGUAGE))
    desk.look("update", narrow=True)
    desk.page.locator("#id_words").fill(MEANS)
    desk.page.locator("input[name=advice_changes][value=no]").press("Space")
    desk.press(desk.say("Keep what I wrote"))
    desk.expect(desk.say("Kept"))
    desk.open(desk.say("Check before filing"))
    desk.look("update-before-filing", narrow=True)
    filed(desk, desk.say("File it with the court"))
    desk.expect(desk.say("It is sealed and on its way to the court"))
    until_the_court_has(desk, reference, 6)
    desk.go(f"/cases/{reference}/letter-update/")
    expect(desk.page.get_by_text(desk.say("Write another one"))).to_be_visible()
    expect(desk.page.locator("#id_words")).to_be_hidden()
    desk.look("update-filed", narrow=True)
    desk.go(f"/cases/{reference}/")
    task = timeline.word("task.safeguarding.update").said(LANGUAGE)
    expect(desk.page.locator(".lles-tasks")).not_to_contain_text(task)


def remark_of_short_notice() -> str:
    """What the case says at the end of the remark."""
    return short_notice_remark(Text(en="", cy="")).said(LANGUAGE).strip()


def text_of(content: bytes) -> str:
    """All that a PDF says, on one line."""
    return " ".join(" ".join(place.text for place in places(content)).split())
