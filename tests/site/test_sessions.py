"""Sessions end in time, and nothing typed ends with them."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings as configured
from django.contrib.sessions.models import Session
from django.test import Client
from pytest_django.fixtures import Settings
from time_machine import Traveller, travel

from lles.casefile.models import Account
from tests.site.conftest import PASSWORD, in_welsh
from tests.site.pages import TYPED

MORNING = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)
SIGNED_OUT = "/signin/?next="


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def is_in(client: Client) -> bool:
    return client.get("/plain/").status_code == 200


def test_it_ends_after_half_an_hour_in_which_nothing_happens(reader: Client) -> None:
    with travel(MORNING, tick=False) as clock:
        assert is_in(reader)
        clock.shift(minutes(29))
        assert is_in(reader)
        clock.shift(minutes(29))
        assert is_in(reader)
        clock.shift(minutes(30))
        assert not is_in(reader)


def test_it_ends_after_twelve_hours_in_any_case(reader: Client) -> None:
    with travel(MORNING, tick=False) as clock:
        for _ in range(36):
            assert is_in(reader)
            clock.shift(minutes(20))
        assert not is_in(reader)


def test_it_says_once_why_one_was_signed_out(reader: Client) -> None:
    with travel(MORNING, tick=False) as clock:
        reader.get("/plain/")
        clock.shift(minutes(31))
        in_welsh(reader).get("/plain/")
        assert "am na ddigwyddodd dim am 30 munud" in reader.get("/signin/").content.decode()
        assert "30 munud" not in reader.get("/signin/").content.decode()


def test_it_asks_how_long_without_making_it_longer(reader: Client) -> None:
    with travel(MORNING, tick=False) as clock:
        reader.get("/plain/")
        clock.shift(minutes(20))
        assert reader.get("/signin/stay/").json()["idle"] == 600
        assert reader.get("/signin/stay/").json()["idle"] == 600
        left = reader.post("/signin/stay/").json()
        assert (left["idle"], left["whole"]) == (1800, 12 * 3600 - 1200)


def test_it_tells_the_page_when_to_warn(reader: Client) -> None:
    with travel(MORNING, tick=False):
        page = reader.get("/plain/").content.decode()
    assert 'data-idle="1800" data-whole="43200"' in page
    assert 'id="session-warning"' in page


def late_form(client: Client, clock: Traveller) -> dict[str, Any]:
    """The fields of a page that was open when the session ended, sent after that."""
    page = client.get("/call/").content.decode()
    mark = re.search(r'name="kept-for" value="([^"]+)"', page)
    assert mark
    clock.shift(minutes(45))
    return {**TYPED, "kept-for": mark[1], "kept-focus": "id_said"}


def sign_in(client: Client, to: str) -> None:
    answer = client.post("/signin/", {"login": "nia", "password": PASSWORD, "next": to})
    assert (answer.status_code, answer["Location"]) == (302, to)


def test_it_gives_back_what_was_typed_after_signing_in_again(reader: Client, settings: Settings) -> None:
    settings.LLES_SECOND_FACTOR = False
    with travel(MORNING, tick=False) as clock:
        late = reader.post("/call/", late_form(reader, clock))
        assert late["Location"] == f"{SIGNED_OUT}/kept/"
        assert "What you typed is kept" in reader.get(late["Location"]).content.decode()
        sign_in(reader, "/kept/")
        page = reader.get("/kept/").content.decode()
        assert 'action="/call/" data-send-at-once' in page
        assert "Second &lt;line&gt;" in page
        assert 'name="kept-focus" value="id_said"' in page
        fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
        again = reader.post("/call/", fields).content.decode()
        assert 'data-focus="id_said"' in again
        assert "Siân" in again


def test_it_gives_the_text_to_nobody_else(reader: Client, account: Account, settings: Settings) -> None:
    settings.LLES_SECOND_FACTOR = False
    other = Account.objects.create_user("gwen", password=PASSWORD)
    with travel(MORNING, tick=False) as clock:
        reader.post("/call/", late_form(reader, clock))
        reader.post("/signin/", {"login": other.username, "password": PASSWORD})
        assert reader.get("/kept/")["Location"] == "/"


def test_it_stores_no_typed_word_in_the_clear(reader: Client) -> None:
    with travel(MORNING, tick=False) as clock:
        reader.post("/call/", late_form(reader, clock))
    held = [session.get_decoded() for session in Session.objects.all()]
    assert any("typed_text" in one for one in held)
    assert "Siân" not in str(held)
    assert "First line" not in str(held)


def test_it_keeps_nothing_for_a_mark_it_did_not_make(reader: Client) -> None:
    with travel(MORNING, tick=False) as clock:
        forged = late_form(reader, clock) | {"kept-for": "made-up"}
        assert reader.post("/call/", forged)["Location"] == f"{SIGNED_OUT}/call/"


def test_it_gives_back_a_form_that_is_older_than_the_sign_in(reader: Client, account: Account) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(account)
    with travel(MORNING, tick=False):
        page = strict.get("/call/").content.decode()
        mark = re.search(r'name="kept-for" value="([^"]+)"', page)
        assert mark
        refused = strict.post("/call/", {**TYPED, "kept-for": mark[1]})
        assert refused.status_code == 403
        assert "Second &lt;line&gt;" in refused.content.decode()
        assert "data-send-at-once" not in refused.content.decode()
        forged = strict.post("/call/", TYPED)
        assert (forged.status_code, "Second" in forged.content.decode()) == (403, False)


def test_it_leads_a_part_of_a_page_to_the_whole_page_of_signing_in(reader: Client) -> None:
    part = Client().get(
        "/plain/", headers={"HX-Request": "true", "HX-Current-URL": "http://testserver/call/?a=1"}
    )
    assert (part.status_code, part["HX-Redirect"]) == (204, f"{SIGNED_OUT}%2Fcall%2F%3Fa%3D1")


def test_it_hands_the_session_only_to_the_browser(reader: Client, account: Account) -> None:
    client = Client()
    before = client.session.session_key
    client.force_login(account)
    client.get("/plain/")
    cookie = client.cookies[configured.SESSION_COOKIE_NAME]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert client.session.session_key != before


def test_it_names_a_secure_cookie_as_one() -> None:
    assert configured.SESSION_COOKIE_NAME.startswith("__Host-") == configured.SESSION_COOKIE_SECURE
