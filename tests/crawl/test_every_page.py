"""Every page of the site can be told apart and found one's way in: by title, headings, names and labels."""

from collections import defaultdict

import pytest

from lles.law.bilingual import LANGUAGES, Language
from tests.crawl.crawl import LOOKED_AT
from tests.crawl.ground import Ground
from tests.crawl.parts import faults, parts_of
from tests.crawl.visited import pages

ONE_PAGE = {  # the second address shows the first page, until something on it is opened
    "casefile:details": "casefile:people",
    "urgent_referral:words": "urgent_referral:referral",
    "mfa_list_webauthn": "mfa_index",
}

SOUND = (
    '<html lang="en"><title>A</title><h1>A</h1><a href="/">Go</a><button>Press</button>'
    '<label for="x">X</label><input id="x"><label>Y <input></label></html>'
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("viewer", LOOKED_AT)
def test_every_page_has_what_one_finds_it_by(ground: Ground, viewer: str, language: Language) -> None:
    wrong, titles = [], defaultdict(set)
    for page in pages(ground, viewer, language):
        wrong += [f"{page.ask.path}: {fault}" for fault in faults(page.content, language)]
        titles[parts_of(page.content).title].add(ONE_PAGE.get(page.ask.route, page.ask.route))
    wrong += [f"one title of several: {title}: {of}" for title, of in titles.items() if len(of) > 1]
    assert not wrong, "\n".join(wrong)
    assert len(titles) >= {"manager": 50, "administrator": 8, "": 2}[viewer]


def test_a_sound_page_has_no_fault() -> None:
    assert list(faults(SOUND, "en")) == []


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('lang="en"', 'lang="cy"', "in cy"),
        ("<h1>A</h1>", "", "0 first headings"),
        ("<h1>A</h1>", "<h1>A</h1><h1>B</h1>", "2 first headings"),
        ("<h1>A</h1>", "<h1> </h1>", "1 first headings"),
        ("<title>A</title>", "<title></title>", "no title"),
        (">Go<", "><", "nameless a"),
        (">Press<", '><img alt=""><', "nameless button"),
        ('for="x"', 'for="z"', "without a label"),
        ('<label for="x">X</label>', '<label for="x"></label>', "nameless label"),
        ("<label>Y <input></label>", "<input>", "without a label"),
        ('<a href="/">', '<a href="/" id="x">', "2 elements with the id x"),
    ],
)
def test_it_shows_that_a_fault_would_be_noticed(before: str, after: str, fault: str) -> None:
    assert before in SOUND
    assert fault in "\n".join(faults(SOUND.replace(before, after), "en"))
