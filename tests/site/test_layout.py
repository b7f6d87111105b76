"""The frame of every page, in both languages."""

import re

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from tests.site.conftest import in_welsh


def read(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def test_it_says_its_language(reader: Client) -> None:
    assert '<html lang="en"' in read(reader, "/")
    assert '<html lang="cy"' in read(in_welsh(reader), "/")


def test_it_skips_to_the_content_and_names_the_page(reader: Client) -> None:
    page = read(in_welsh(reader), "/")
    assert 'href="#main-content"' in page
    assert "Neidio i'r prif gynnwys" in page.replace("&#39;", "'")
    assert "<title>C-1001 – Lles</title>" in page


def test_it_shows_where_one_is(reader: Client) -> None:
    page = read(reader, "/plain/")
    assert re.search(r'href="/plain/" aria-current="page"', page)
    assert 'href="/" aria-current' not in page


def test_it_offers_the_other_language_by_its_own_name(reader: Client) -> None:
    english, welsh = read(reader, "/"), read(in_welsh(reader), "/")
    assert re.search(r'<span[^>]*aria-current="true" lang="en">English</span>', english)
    assert re.search(r'<button[^>]*lang="cy"[^>]*value="cy">Cymraeg</button>', english, re.S)
    assert re.search(r'<button[^>]*lang="en"[^>]*value="en">English</button>', welsh, re.S)


def test_it_runs_no_script_or_style_of_the_page_itself(reader: Client) -> None:
    for address in ("/", "/call/", "/components/", "/signin/security/"):
        page = read(reader, address)
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|javascript:", page), address


def test_it_names_nobody_to_a_stranger_and_keeps_pages_closed(db: None) -> None:
    response = Client().get("/plain/")
    assert (response.status_code, response["Location"]) == (302, "/signin/?next=/plain/")


def test_it_leaves_nothing_in_the_cache_of_a_shared_computer(reader: Client) -> None:
    assert reader.get("/")["Cache-Control"] == "no-store"


def test_it_says_that_people_are_invented_only_in_a_demonstration(reader: Client, settings: Settings) -> None:
    settings.LLES_DEMONSTRATION = False
    assert "Everybody in this record is invented." not in read(reader, "/")
    settings.LLES_DEMONSTRATION = True
    assert "Everybody in this record is invented." in read(reader, "/")


def test_it_lets_single_keys_be_turned_off(reader: Client) -> None:
    assert 'data-keys="on"' in read(reader, "/")
    assert reader.post("/keys/", {"keys": "off", "next": "/plain/"})["Location"] == "/plain/"
    assert 'data-keys="on"' not in read(reader, "/")


@pytest.mark.parametrize("welsh", [False, True])
def test_it_says_what_went_wrong_in_the_readers_language(reader: Client, welsh: bool) -> None:
    client = in_welsh(reader) if welsh else reader
    client.raise_request_exception = False
    said = (
        ("Heb ddod o hyd", "Mae'n ddrwg gennym") if welsh else ("Page not found", "Sorry, there is a problem")
    )
    assert said[0] in read(client, "/nowhere/", 404)
    failed = read(client, "/failing/", 500).replace("&#39;", "'")
    assert said[1] in failed
    assert "nobody should read" not in failed


def test_it_says_once_what_was_done(reader: Client) -> None:
    page = reader.get("/told/", follow=True).content.decode()
    assert "The &lt;call&gt; was recorded." in page
    assert "govuk-notification-banner--success" in page
    assert "was recorded" not in read(reader, "/plain/")


def test_it_prints_no_name_that_no_view_gave(reader: Client) -> None:
    from django.template import engines
    from jinja2 import UndefinedError

    page = engines["jinja2"].from_string("{{ forgotten }}")
    with pytest.raises(UndefinedError, match="forgotten"):
        page.render({})
