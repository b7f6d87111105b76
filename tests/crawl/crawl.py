"""The crawl: everybody asks for everything in both languages, and every byte that comes back is searched."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from copy import deepcopy
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponseBase
from django.test import Client
from django.utils import timezone

from lles.casefile.drafts import NotTheDraftOf, save
from lles.casefile.models import Officer, Sighting
from lles.law.bilingual import LANGUAGES, Language
from lles.work.intake.models import ArrivalSighting, RegistrationSighting
from tests.crawl.alike import plain
from tests.crawl.ask import Ask, Draft
from tests.crawl.canary import found_in
from tests.crawl.cast import CHESTER, VIEWERS, Viewer, browser_of
from tests.crawl.ground import Ground, undone
from tests.crawl.resolver import routes
from tests.crawl.routes import asks

CHANGED_BY_FILING = frozenset({
    "casefile:case", "casefile:timeline", "casefile:tasks", "casefile:documents", "casefile:document",
    "casefile:filing", "casefile:serving", "casefile:envelope", "casefile:check_address",
    "casefile:came_back", "casefile:give_to_child", "closing:closing", "introductions:letters",
    "safeguarding:letter", "safeguarding:preview", "safeguarding:file",
})  # fmt: skip
LOOKED_AT = ("manager", "administrator", "")  # who sees most comes first; the last one has not signed in


@dataclass(frozen=True)
class Leak:
    """A token that left: to whom, in which language, from where, and where it stood."""

    viewer: str
    language: str
    ask: str
    place: str
    tokens: frozenset[str]


def crawl(
    ground: Ground,
    viewers: Iterable[Viewer] = VIEWERS,
    languages: Iterable[Language] = LANGUAGES,
    only: Iterable[str] | None = None,
    *,
    afresh: bool = False,
) -> Iterator[Leak]:
    """Asks for every route, or for some, as each viewer in each language; yields what leaked."""
    names = tuple(only or routes())
    for viewer in viewers:
        for language in languages:
            client = browser_of(viewer, language)
            for ask in asked_of(ground, viewer, language, names):
                for place, tokens in heard(client, viewer, language, ask, afresh=afresh).leaks:
                    yield Leak(viewer.name, language, ask.key, place, tokens)


def asked_of(ground: Ground, viewer: Viewer, language: Language, names: Iterable[str]) -> Iterable[Ask]:
    """A case in hand is asked for everything, a filed one for what filing changes, another by others.

    A form is sent empty in both languages; filled in, or asked for a file, only in one of them, by turns."""
    found: dict[str, Ask] = {}
    for name in names:
        cases = ["own", *(["filed"] if name in CHANGED_BY_FILING else [])]
        cases += ["other"] if viewer.office == CHESTER else []
        asked = [ask for case in cases for ask in asks(name, ground.case(case))]
        once = [ask for ask in asked if ask.filled or ask.a_file]
        found |= {ask.key: ask for ask in asked if language == viewer.fills_in or ask not in once}
    return found.values()


@dataclass(frozen=True)
class Heard:
    """What came back to one call: its status, a sign of it without what differs each time, its headers,
    whether it led on to a page, the tokens that leaked and where, and its body for some viewers."""

    status: int
    plain: str
    headers: Mapping[str, str]
    led_on: bool
    leaks: tuple[tuple[str, frozenset[str]], ...]
    body: str = ""

    @property
    def is_file(self) -> bool:
        """Whether a document came, and no page."""
        return self.status == 200 and not self.headers["Content-Type"].startswith("text/html")


_known: dict[tuple[str, Language, str, str], Heard] = {}


def heard(client: Client, viewer: Viewer, language: Language, ask: Ask, *, afresh: bool = False) -> Heard:
    """What comes back to one call of a viewer, whose browser it is. No call changes the ground: each is
    sent once, whoever looks at its answer; `afresh` where something else answers for a moment."""
    if afresh:
        return _heard(client, viewer, ask)
    key = viewer.name, language, ask.key, repr(ask.draft)
    if key not in _known:
        _known[key] = _heard(client, viewer, ask)
    return _known[key]


def _heard(client: Client, viewer: Viewer, ask: Ask) -> Heard:
    with logged() as lines:
        opened, answer = answered(client, ask)
    typed = found_in(ask.key)  # what somebody typed comes back to them; it told them nothing
    told = [
        (place, found_in(content) - typed - (ask.tells if opened and place == "body" else frozenset()))
        for place, content in (*bytes_of(answer), ("log", "\n".join(lines)))
    ]
    is_page = viewer.name in LOOKED_AT and answer.headers.get("Content-Type", "").startswith("text/html")
    return Heard(
        status=answer.status_code,
        plain=plain(answer, ask.path),
        headers=dict(answer.items()),
        led_on=bool(getattr(answer, "redirect_chain", ())),
        leaks=tuple((place, tokens) for place, tokens in told if tokens),
        body=answer.content.decode() if is_page else "",  # type: ignore[attr-defined]  # every answer here is whole
    )


def answered(client: Client, ask: Ask) -> tuple[bool, HttpResponseBase]:
    """The answer to one call, which leaves nothing behind, in the browser neither; and whether an opening was
    recorded."""
    with undone(), as_it_was(client):
        if ask.draft:
            _type(client, ask.draft)
        before = _openings() if ask.opens else 0
        send = client.post if ask.method == "POST" else client.get
        answer = send(ask.path, dict(ask.data), follow=ask.method == "POST")
        return ask.opens and _openings() > before, answer
    raise AssertionError


@contextmanager
def as_it_was(client: Client) -> Iterator[None]:
    """A browser keeps no cookie of what it asks for here: its language, and who is signed in, stay."""
    before = deepcopy(client.cookies)
    yield
    client.cookies = before


def _type(client: Client, draft: Draft) -> None:
    """Whoever is signed in has typed it before, where they may."""
    if settings.SESSION_COOKIE_NAME not in client.cookies:
        return  # nobody is signed in, and to look for a session would begin one
    by = Officer.objects.filter(account=client.session.get("_auth_user_id")).first()
    if by is None:
        return
    content = {
        name: [str(one) for one in (value if isinstance(value, list) else [value])]
        for name, value in draft.typed.items()
    }
    with suppress(NotTheDraftOf):
        save(
            by=by, at=timezone.now(), kind=draft.kind, subject=draft.subject, case=draft.case,
            content=content, seen_revision=0,
        )  # fmt: skip


def _openings() -> int:
    opened = Sighting.objects.filter(what__startswith="location:").count() + ArrivalSighting.objects.count()
    return opened + RegistrationSighting.objects.count()


def bytes_of(answer: HttpResponseBase) -> Iterator[tuple[str, bytes | str]]:
    """Everything of an answer that leaves: its body, and its headers with its cookies."""
    yield "body", answer.content  # type: ignore[attr-defined]  # every answer here is whole
    yield "headers", "\n".join(f"{name}: {value}" for name, value in answer.items())
    yield "cookies", answer.cookies.output()
    yield "led to", "\n".join(address for address, _ in getattr(answer, "redirect_chain", ()))


@contextmanager
def logged() -> Iterator[list[str]]:
    """Every line that any logger writes, with its traceback."""
    lines: list[str] = []

    class Lines(logging.Handler):
        """Keeps each line as it would be written."""

        def emit(self, record: logging.LogRecord) -> None:
            lines.append(self.format(record))

    handler, root = Lines(), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield lines
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
