"""Every page of the site can be told apart and found one's way in: by title, headings, names and labels."""

from collections import defaultdict
from collections.abc import Iterator

import pytest

from lles.law.bilingual import LANGUAGES, Language
from tests.crawl.ask import Ask
from tests.crawl.cast import BY_NAME, browser_of
from tests.crawl.crawl import answered
from tests.crawl.ground import Ground
from tests.crawl.parts import faults, parts_of
from tests.crawl.routes import asks, routes

VIEWERS = ("manager", "administrator", "")  # the last one has not signed in
CASES = ("own", "filed")
ONE_PAGE = {  # the second address shows the first page, until something on it is opened
    "casefile:details": "casefile:people",
    "urgent_referral:words": "urgent_referral:referral",
    "mfa_list_webauthn": "mfa_index",
}

SOUND = (
    '<html lang="en"><title>A</title><h1>A</h1><a href="/">Go</a><button>Press</button>'
    '<label for="x">X</label><input id="x"><label>Y <input></label></html>'
)


def pages(ground: Ground, viewer: str, language: Language) -> Iterator[tuple[Ask, str]]:
    """Every page that is asked for and comes, once each."""
    client = browser_of(BY_NAME[viewer], language)
    asked = {
        ask.path: ask
        for name in routes()
        for case in CASES
        for ask in asks(name, ground.case(case))
        if ask.method == "GET" and not ask.a_file
    }
    for ask in asked.values():
        answer = answered(client, ask)[1]
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            yield ask, answer.content.decode()  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("viewer", VIEWERS)
def test_every_page_has_what_one_finds_it_by(ground: Ground, viewer: str, language: Language) -> None:
    wrong, titles = [], defaultdict(set)
    for ask, content in pages(ground, viewer, language):
        wrong += [f"{ask.path}: {fault}" for fault in faults(content, language)]
        titles[parts_of(content).title].add(ONE_PAGE.get(ask.route, ask.route))
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
