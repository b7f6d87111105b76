"""A protected address never reaches the other party: not by a page, a document, an error, nor what a browser
keeps."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from pytest_django.plugin import DjangoDbBlocker

from lles.casefile import timeline
from lles.law.bilingual import Language
from lles.links.pdf_reader import places
from lles.site.synthetic import Family
from tests.journeys.desk import Desk, sitting_down
from tests.journeys.family import HOME
from tests.journeys.given import employed_with_a_case
from tests.journeys.service import Service

NUMBERS: dict[Language, int] = {"en": 31, "cy": 32}
NAMES: dict[Language, tuple[str, str]] = {"en": ("una.hope", "Una Hope"), "cy": ("eira.wyn", "Eira Wyn")}
MOVED_TO = ("58 Rhodfa'r Bilidowcar", "Wrexham", "LL13 7VC")
TOKENS = ("gornchwiglen", "bilidowcar", "ll116vc", "ll137vc")


@pytest.fixture(params=["en", "cy"])
def story(
    request: pytest.FixtureRequest, browser: Browser, service: Service, django_db_blocker: DjangoDbBlocker
) -> Iterator[tuple[Desk, Family, str]]:
    """A practitioner with a case whose mother must not be found, and the family."""
    language: Language = request.param
    family, reference = employed_with_a_case(
        service, django_db_blocker, NAMES[language], language, NUMBERS[language]
    )
    with sitting_down(browser, service, language, "9-other-party") as desk:
        people = [*(adult.name for adult in family.adults), *(child.name for child in family.children)]
        desk.own_words = (*people, family.court.name, NAMES[language][1])
        desk.sign_in(NAMES[language][0])
        desk.set_up_the_code()
        yield desk, family, reference


def test_it_reaches_nobody_but_who_works_on_the_case(story: tuple[Desk, Family, str]) -> None:
    desk, family, reference = story
    assert HOME.postcode.replace(" ", "").lower() in TOKENS
    she_moves(desk, family, reference)
    no_page_says_where(desk, reference)
    it_opens_on_purpose_alone(desk, family, reference)
    no_version_of_the_letter_says_where(desk, reference)
    the_browser_keeps_nothing(desk)
    assert not desk.troubles, "\n".join(desk.troubles)


def she_moves(desk: Desk, family: Family, reference: str) -> None:
    desk.go(f"/cases/{reference}/people/")
    desk.open(f"{desk.say('Record new contact details')} {family.applicants[0].name}")
    desk.look("new-contact-details", narrow=True)
    desk.choose(timeline.word("whereabouts.address").said(desk.language))
    desk.page.locator("#id_text").fill("\n".join(MOVED_TO))
    herself = timeline.word("said_by.person").said(desk.language)
    desk.choose(herself[:1].upper() + herself[1:])
    desk.press(desk.say("Record the contact details"))
    desk.expect(desk.say("Recorded. Nothing is sent to what it replaced."))
    assert told_in(desk.page.content()) == set()


def no_page_says_where(desk: Desk, reference: str) -> None:
    desk.go(f"/cases/{reference}/")
    inside = [str(one.get_attribute("href")) for one in desk.page.locator("a[href^='/cases/']").all()]
    for path in dict.fromkeys(["/", "/arrivals/", *(path.split("#")[0] for path in inside)]):
        if not path.endswith(".pdf"):
            desk.go(path)
            assert told_in(desk.page.content() + desk.page.title() + desk.page.url) == set(), path


def it_opens_on_purpose_alone(desk: Desk, family: Family, reference: str) -> None:
    desk.go(f"/cases/{reference}/people/")
    desk.press(f"{desk.say('Show the contact details')}: {family.applicants[0].name}")
    desk.expect(MOVED_TO[0])
    desk.look("opened-on-purpose", narrow=True)
    desk.open(desk.say("Close the details"))
    assert told_in(desk.page.content()) == set()


def no_version_of_the_letter_says_where(desk: Desk, reference: str) -> None:
    desk.go(f"/cases/{reference}/letter/")
    addresses = [str(one.get_attribute("href")) for one in desk.page.locator("a[href$='.pdf']").all()]
    assert any("respondent-1" in address for address in addresses)
    for address in addresses:
        name, content = desk.fetch(desk.service.url + address)
        said = " ".join(place.text for place in places(content))
        assert told_in(name + said + content.decode("latin-1")) == set(), address


def the_browser_keeps_nothing(desk: Desk) -> None:
    kept = desk.page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.title])")
    desk.sign_out()
    assert told_in(f"{kept} {desk.page.context.storage_state()} {desk.page.content()}") == set()


def told_in(text: str) -> set[str]:
    """Which of the tokens of her places stand in a text, however it is spaced."""
    plain = re.sub(r"[^a-z0-9]", "", text.lower())
    return {token for token in TOKENS if token in plain}


def test_it_would_be_seen() -> None:
    assert told_in("<p>21 L&ocirc;n y Gornchwiglen</p>, LL11&nbsp;6VC, LL11 6VC") == {
        "gornchwiglen",
        "ll116vc",
    }
