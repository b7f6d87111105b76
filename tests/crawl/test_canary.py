"""The place of a mother who must not be found stands in no byte that leaves."""

import pytest

from lles.casefile.access import roles
from tests.crawl.canary import found_in, written_forms
from tests.crawl.cast import BY_NAME, VIEWERS, Viewer, browser_of
from tests.crawl.crawl import answered, crawl
from tests.crawl.ground import Ground
from tests.crawl.routes import ABOUT_A_CASE, MATRIX, asks, routes

# Two of one role differ in the cases they see, not in what a case shows them: see test_authorisation.
ONE_OF_EACH = tuple(one for one in VIEWERS if not one.name.endswith(("elsewhere", "next-door")))


@pytest.mark.parametrize("form", written_forms())
def test_it_finds_the_place_however_it_is_written(form: str) -> None:
    assert found_in(f"<p title='x'>Some words, {form} and others.</p>")


def test_it_finds_nothing_where_nothing_is() -> None:
    assert found_in("<p>Wrexham, LL11 2AA, 07700 900123, somebody@example.org</p>") == frozenset()


def test_it_has_a_row_for_every_route() -> None:
    assert set(routes()) == set(MATRIX)


def test_it_has_a_viewer_of_every_role() -> None:
    assert set(roles()) - {"the_service"} <= {viewer.role for viewer in VIEWERS}


@pytest.mark.parametrize("viewer", ONE_OF_EACH, ids=lambda viewer: viewer.name or "anonymous")
def test_it_tells_nobody_where_she_is(ground: Ground, viewer: Viewer) -> None:
    assert list(crawl(ground, [viewer])) == []


def test_it_really_changes_what_it_says_it_changes(ground: Ground) -> None:
    client = browser_of(BY_NAME["manager"], "en")
    filled = [ask for name in ABOUT_A_CASE for ask in asks(name, ground.case("own")) if ask.filled]
    led_on = {ask.route for ask in filled if getattr(answered(client, ask)[1], "redirect_chain", ())}
    assert {ask.route for ask in filled} - led_on == {"casefile:draft"}  # it answers a script, in the page


def test_it_told_the_court_nothing_of_it(ground: Ground) -> None:
    assert len([call for call in ground.heard if call.startswith(b"POST")]) == 2
    assert [call[:80] for call in ground.heard if found_in(call)] == []
