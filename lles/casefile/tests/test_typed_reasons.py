"""Typed reasons that name a protected place: closed wherever they stand, and opened on purpose."""

from collections.abc import Callable
from datetime import datetime

import pytest

from lles.casefile.changes.checks import open_checks, set_check_aside
from lles.casefile.models import Case, Officer, Sighting
from lles.casefile.queries.desk import desk_of
from lles.casefile.tests.pages import client_of, fill, send, statements, text_of

HOME = "7 Heol y Dŵr"
TIMELINE = "/cases/C-2288/timeline/"
REASON = f"She has moved to {HOME}."
NOTICE = {
    "en": "(words that name a protected place or number)",
    "cy": "(geiriau sy'n enwi lle neu rif sydd wedi'i ddiogelu)",
}
Officers = Callable[..., Officer]


@pytest.fixture
def told(case: Case, manager: Officer, now: datetime) -> int:
    """A check set aside by somebody else than the officer, for a reason that names her home: its entry."""
    open_checks(case=case, by=manager, at=now)
    check = case.checks.filter(kind="local_authority").first()
    assert check
    set_check_aside(case=case, by=manager, at=now, check=check, reason=REASON)
    return case.entries.get(kind="check_set_aside").pk


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize(
    "path", ["/cases/C-2288/", TIMELINE, f"{TIMELINE}?kind=checks", "/cases/C-2288/checks/"]
)
def test_whoever_sees_the_case_reads_that_they_name_a_place(
    told: int, own: Officer, officer_with: Officers, path: str, language: str
) -> None:
    for officer in (own, officer_with("auditor")):
        page = text_of(client_of(officer, language), path)
        assert NOTICE[language] in page
        assert HOME not in page


def test_they_open_by_a_button_which_is_recorded(told: int, own: Officer) -> None:
    client = client_of(own)
    form = text_of(client, TIMELINE).split(f'name="entry" value="{told}"')[0].rsplit("<form", 1)[1]
    assert "csrfmiddlewaretoken" in form
    page = send(client, TIMELINE, {"entry": str(told)}).content.decode()
    assert REASON in page
    assert "It is recorded that you opened these words." in page
    assert Sighting.objects.filter(officer=own, what=f"location:entry:{told}").count() == 1
    assert HOME not in text_of(client, TIMELINE)


def test_who_only_sees_the_case_cannot_open_them(told: int, officer_with: Officers) -> None:
    client = client_of(officer_with("auditor"))
    assert 'name="entry"' not in text_of(client, TIMELINE)
    assert send(client, TIMELINE, {"entry": str(told)}).status_code == 403


@pytest.mark.parametrize("entry", ["", "0", "x", "²", "9" * 40, "open"])
def test_nothing_else_is_opened_by_it(told: int, case: Case, own: Officer, entry: str) -> None:
    plain = case.entries.exclude(pk=told).latest("pk").pk
    number = str(plain) if entry == "open" else entry
    assert send(client_of(own), TIMELINE, {"entry": number}).status_code == 404
    assert not Sighting.objects.filter(what__startswith="location:entry").exists()


def test_words_that_name_no_place_stand_as_typed(
    case: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    open_checks(case=case, by=manager, at=now)
    for check in case.checks.filter(kind="local_authority"):
        set_check_aside(case=case, by=manager, at=now, check=check, reason="He is abroad.")
    page = text_of(client_of(own), TIMELINE)
    assert "He is abroad." in page
    assert NOTICE["en"] not in page


def test_a_form_that_says_what_changed_meanwhile_keeps_them_closed(
    told: int, case: Case, own: Officer
) -> None:
    answer = fill(client_of(own), "/cases/C-2288/language/", seen="0", seen_entry="0")
    page = answer.content.decode()
    assert HOME not in page
    assert 'name="entry"' not in page


@pytest.mark.parametrize("language", ["en", "cy"])
def test_today_leaves_them_to_the_timeline(told: int, own: Officer, now: datetime, language: str) -> None:
    desk = desk_of(own, now, now.replace(year=2020), language)  # type: ignore[arg-type]  # one of the two
    lines = " ".join(line for one in desk.came_in for line in one.lines)
    assert {"en": "(the words are on the timeline)", "cy": "(mae'r geiriau ar y llinell amser)"}[
        language
    ] in lines
    assert HOME not in lines


@pytest.mark.parametrize("path", ["/cases/C-2288/", TIMELINE])
def test_the_page_asks_at_most_eight_statements(told: int, own: Officer, path: str) -> None:
    client = client_of(own)
    client.get("/find/")
    with statements() as sent:
        client.get(path)
    assert len(sent) <= 8, "\n".join(sent)
