"""Nothing that somebody saw stays in a browser: no answer to one who is signed in may be kept."""

from collections.abc import Iterable, Iterator

import pytest
from django.urls import reverse

from lles.site.signin.sessions import SessionLimits
from tests.crawl.ask import Ask
from tests.crawl.cast import BY_NAME, browser_of
from tests.crawl.crawl import Heard, asked_of, heard
from tests.crawl.ground import Ground
from tests.crawl.resolver import routes

MANAGER = BY_NAME["manager"]


def everything(ground: Ground) -> list[Ask]:
    """Everything that the manager asks for or sends, as the crawl has it."""
    return list(asked_of(ground, MANAGER, MANAGER.fills_in, routes()))


def kept(asked: Iterable[Ask], *, afresh: bool = False) -> Iterator[str]:
    """What a browser may keep of the answers."""
    client = browser_of(MANAGER, MANAGER.fills_in)
    for ask in asked:
        if not is_let_go(heard(client, MANAGER, MANAGER.fills_in, ask, afresh=afresh)):
            yield ask.key


def is_let_go(answer: Heard) -> bool:
    """Whether a browser must forget an answer."""
    return "no-store" in answer.headers.get("Cache-Control", "")


def test_a_browser_keeps_nothing_of_what_is_seen(ground: Ground) -> None:
    asked = everything(ground)
    assert len(asked) > 500
    assert list(kept(asked)) == []


def test_it_shows_that_a_page_that_is_kept_would_be_noticed(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SessionLimits, "__call__", lambda self, request: self.get_response(request))
    path = reverse("casefile:case", args=(ground.references["filed"],))
    of_a_case = [ask for ask in everything(ground) if ask.path == path]
    assert list(kept(of_a_case, afresh=True)) == [f"GET {path} []"]


def test_signing_out_clears_what_the_browser_still_holds(ground: Ground) -> None:
    client = browser_of(BY_NAME["manager"], "en")
    answer = client.post(reverse("account_logout"))
    assert answer.status_code == 302
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert "Clear-Site-Data" not in client.post(reverse("account_logout")).headers
