"""Nothing that somebody saw stays in a browser: no answer to one who is signed in may be kept."""

import pytest
from django.urls import reverse

from lles.site.signin.sessions import SessionLimits
from tests.crawl.cast import BY_NAME, browser_of
from tests.crawl.crawl import Heard, heard
from tests.crawl.ground import Ground
from tests.crawl.resolver import routes
from tests.crawl.routes import asks


def kept(ground: Ground, *, afresh: bool = False) -> list[str]:
    """What a browser may keep of everything that the manager asks for or sends without filling it in."""
    manager = BY_NAME["manager"]
    client = browser_of(manager, "cy")
    asked = {ask.key: ask for name in routes() for ask in asks(name, ground.case("filed")) if not ask.filled}
    assert len(asked) > 150
    came = {key: heard(client, manager, "cy", ask, afresh=afresh) for key, ask in asked.items()}
    return [key for key, answer in came.items() if not is_let_go(answer)]


def is_let_go(answer: Heard) -> bool:
    """Whether a browser must forget an answer."""
    return "no-store" in answer.headers.get("Cache-Control", "")


def test_a_browser_keeps_nothing_of_what_is_seen(ground: Ground) -> None:
    assert kept(ground) == []


def test_it_shows_that_a_page_that_is_kept_would_be_noticed(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SessionLimits, "__call__", lambda self, request: self.get_response(request))
    assert f"GET {reverse('casefile:case', args=(ground.references['filed'],))} []" in kept(
        ground, afresh=True
    )


def test_signing_out_clears_what_the_browser_still_holds(ground: Ground) -> None:
    client = browser_of(BY_NAME["manager"], "en")
    answer = client.post(reverse("account_logout"))
    assert answer.status_code == 302
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert "Clear-Site-Data" not in client.post(reverse("account_logout")).headers
