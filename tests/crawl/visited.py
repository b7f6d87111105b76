"""Every page of the site as it comes: asked for once in each language, whoever looks at it afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass

from lles.law.bilingual import Language
from tests.crawl.ask import Ask
from tests.crawl.cast import BY_NAME, browser_of
from tests.crawl.crawl import LOOKED_AT, Heard, heard
from tests.crawl.ground import Ground
from tests.crawl.resolver import routes
from tests.crawl.routes import asks

CASES = ("own", "filed")
POLICY = "Content-Security-Policy"
known: dict[tuple[str, Language], tuple["Visited", ...]] = {}
refused: dict[Language, tuple["Visited", ...]] = {}


@dataclass(frozen=True)
class Visited:
    """A page that came: what was asked, and what came with which policy."""

    ask: Ask
    content: str
    policy: str


def pages(ground: Ground, viewer: str, language: Language) -> tuple[Visited, ...]:
    """Every page that is asked for and comes, once each."""
    if (viewer, language) not in known:
        asked = {
            ask.path: ask
            for name in routes()
            for case in CASES
            for ask in asks(name, ground.case(case))
            if ask.method == "GET" and not ask.a_file
        }
        by, client = BY_NAME[viewer], browser_of(BY_NAME[viewer], language)
        came = (_page(ask, heard(client, by, language, ask)) for ask in asked.values())
        known[viewer, language] = tuple(page for page in came if page)
    return known[viewer, language]


def fullest(ground: Ground, language: Language) -> tuple[Visited, ...]:
    """The fullest page of every route, as the first viewer who is shown any."""
    found: dict[str, Visited] = {}
    for viewer in LOOKED_AT:
        own: dict[str, Visited] = {}
        for page in pages(ground, viewer, language):
            own[page.ask.route] = max(own.get(page.ask.route, page), page, key=lambda one: len(one.content))
        found = own | found
    return tuple(found.values())


def with_errors(ground: Ground, language: Language) -> tuple[Visited, ...]:
    """Every form that was sent empty and came back, once for each route."""
    if language not in refused:
        refused[language] = tuple(_with_errors(ground, language))
    return refused[language]


def _with_errors(ground: Ground, language: Language) -> Iterator[Visited]:
    done: set[str] = set()
    for viewer in LOOKED_AT:
        by, client = BY_NAME[viewer], browser_of(BY_NAME[viewer], language)
        for name in routes():
            sent = [ask for ask in asks(name, ground.case("own")) if ask.method == "POST" and not ask.filled]
            for ask in sent:
                if name not in done and (page := _page(ask, heard(client, by, language, ask))):
                    done.add(name)
                    yield page


def _page(ask: Ask, answer: Heard) -> Visited | None:
    """What came, where it is a page of its own; a form that led elsewhere came to another one."""
    is_page = answer.status in (200, 409) and answer.headers["Content-Type"].startswith("text/html")
    if not is_page or answer.led_on:
        return None
    return Visited(ask, answer.body, answer.headers.get(POLICY, ""))
