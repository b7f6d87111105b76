"""The place of a mother who must not be found stands in no byte that leaves."""

import re

import pytest
from django.utils import timezone

from lles.casefile.access import roles
from lles.casefile.models import Case
from lles.law.bilingual import LANGUAGES, Language
from lles.work.safeguarding.changes.sign_off import ask_for_signature, sign
from lles.work.safeguarding.models import SignOff
from lles.work.safeguarding.queries.sign_off import fingerprint_of, in_hand
from tests.crawl.canary import found_in, written_forms
from tests.crawl.cast import BY_NAME, VIEWERS, Viewer, browser_of, officer
from tests.crawl.crawl import bytes_of, crawl, heard
from tests.crawl.ground import HURRY, Ground, undone
from tests.crawl.resolver import routes, routes_of_documents
from tests.crawl.routes import ABOUT_A_CASE, MATRIX, asks

# Two of one role differ in the cases they see, not in what a case shows them: see test_authorisation.
NEEDS_A_SIGNATURE = {
    "safeguarding:file": "safeguarding_letter",
    "safeguarding:short_notice_file": "short_notice_letter",
    "safeguarding:note_file": "note_to_court",
    "safeguarding:update_file": "letter_update",
}
PARTS = 4  # every route in one of them, so that each is done well within the bound on a test that hangs
NOTHING = "/0/"  # a row for a number that nobody has
OF_READER = re.compile(r"/cases/C-\d+|\d+|(court|provider|applicant|respondent|other)-?|\b(en|cy|pl)\b")
ONE_OF_EACH = tuple(one for one in VIEWERS if not one.name.endswith(("elsewhere", "next-door", "on-duty")))


@pytest.mark.parametrize("form", written_forms())
def test_it_finds_the_place_however_it_is_written(form: str) -> None:
    assert found_in(f"<p title='x'>Some words, {form} and others.</p>")


def test_it_finds_nothing_where_nothing_is() -> None:
    assert found_in("<p>Wrexham, LL11 2AA, 07700 900123, somebody@example.org</p>") == frozenset()


def test_it_has_a_row_for_every_route() -> None:
    assert set(routes()) == set(MATRIX)


def test_it_has_a_viewer_of_every_role() -> None:
    assert set(roles()) - {"the_service"} <= {viewer.role for viewer in VIEWERS}


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("viewer", ONE_OF_EACH, ids=lambda viewer: viewer.name or "anonymous")
def test_it_tells_nobody_where_she_is(ground: Ground, viewer: Viewer, language: Language, part: int) -> None:
    assert list(crawl(ground, [viewer], [language], sorted(routes())[part::PARTS])) == []


@pytest.mark.parametrize("route", routes_of_documents())
def test_it_looks_at_every_document_itself(ground: Ground, route: str) -> None:
    """A page that says that there is nothing leaks nothing either; so each document is there for somebody."""
    asked = [ask for case in ("own", "filed") for ask in asks(route, ground.case(case))]
    files = [ask for ask in asked if ask.a_file and NOTHING not in ask.path]
    readers = [
        (browser_of(one, one.fills_in), one) for one in map(BY_NAME.__getitem__, ("own", "supervisor"))
    ]
    seen = {
        OF_READER.sub("", ask.path)
        for ask in files
        if any(heard(client, one, one.fills_in, ask).is_file for client, one in readers)
    }
    assert files
    assert seen == {OF_READER.sub("", ask.path) for ask in files}


def test_it_really_changes_what_it_says_it_changes(ground: Ground) -> None:
    manager = BY_NAME["manager"]
    client, language = browser_of(manager, manager.fills_in), manager.fills_in
    filled = [ask for name in ABOUT_A_CASE for ask in asks(name, ground.case("own")) if ask.filled]
    led_on = {ask.route for ask in filled if heard(client, manager, language, ask).led_on}
    script = {"casefile:draft"}  # it answers a script, in the page
    # A danger is open, and so is the case; its application asks for arrangements, which are never screened.
    not_now = {"closing:close", "closing:reopen", "closing:goes_on", "safeguarding:screening"}
    assert {ask.route for ask in filled} - led_on == script | not_now | NEEDS_A_SIGNATURE.keys()


@pytest.mark.parametrize("route", NEEDS_A_SIGNATURE)
def test_it_files_what_was_signed_and_tells_nothing(ground: Ground, route: str) -> None:
    at, client, kind = timezone.now(), browser_of(BY_NAME["own"], "cy"), NEEDS_A_SIGNATURE[route]
    case = ground.case("filed" if kind == "letter_update" else "own")
    with undone():
        for ask in asks(route.removesuffix("_file"), case) if route != "safeguarding:file" else ():
            client.post(ask.path, dict(ask.data))
        if kind != "safeguarding_letter":  # that one waits already
            ask_for_signature(case=case, by=officer("own"), at=at, kind=kind, reasons=HURRY)
        asked = SignOff.objects.filter(case=case, kind=kind, step=SignOff.ASKED).latest("pk")
        writing = in_hand(case, kind)
        assert writing is not None
        read = fingerprint_of(case, writing)
        sign(case=case, by=officer("supervisor"), at=at, asked=asked, read=read)
        (ask,) = (one for one in asks(route, Case.objects.get(pk=case.pk)) if one.filled)
        answer = client.post(ask.path, dict(ask.data), follow=True)
        assert answer.redirect_chain
        assert [place for place, content in bytes_of(answer) if found_in(content)] == []


def test_it_told_the_court_nothing_of_it(ground: Ground) -> None:
    filed = 2 * len(("the letter", "the report on monitoring", "what was agreed"))  # in both languages
    assert len([call for call in ground.heard if call.startswith(b"POST")]) == filed
    assert [call[:80] for call in ground.heard if found_in(call)] == []
