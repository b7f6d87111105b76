"""What was typed about an order that was taken back meanwhile is shown, and can be copied or set aside."""

from collections.abc import Callable
from datetime import datetime

import pytest

from lles.casefile.changes.taken_back import take_back_order
from lles.casefile.drafts import standing
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, send, text_of
from lles.work.monitoring.models import Monitoring

WORDS = "Both say that it went well."


@pytest.fixture
def page(record: Callable[..., Monitoring], case: Case) -> str:
    """The page of a report of an order."""
    return f"/cases/{case.reference}/monitoring/{record().pk}/report/interim/"


def take_back(case: Case, by: Officer, at: datetime) -> None:
    """The order was recorded wrongly."""
    order = case.orders.get(kind="monitoring")
    take_back_order(case=case, by=by, at=at, order=order, what="never", why="It is of another case.")


def fields(page: str, own: Officer) -> dict[str, str]:
    """What the form brings by itself, with words in it."""
    shown = client_of(own).get(page).content.decode()
    names = ("draft-of", "draft-revision", "draft-sheet", "seen", "seen_entry")
    held = {one: shown.partition(f'name="{one}" value="')[2].partition('"')[0] for one in names}
    return {**held, "words": WORDS, "guidance": "Nothing.", "language_of_words": "en"}


@pytest.mark.parametrize(
    ("language", "says"), [("en", "This can be recorded no more"), ("cy", "Ni ellir cofnodi hyn mwyach")]
)
def test_what_was_saved_is_shown_and_can_be_set_aside(
    page: str, case: Case, own: Officer, now: datetime, language: str, says: str
) -> None:
    client, typed = client_of(own, language), fields(page, own)
    assert send(client, page, {**typed, "draft-save": "yes"}).status_code == 302
    take_back(case, own, now)
    shown = text_of(client, page, 410)
    assert says in shown
    assert WORDS in shown
    assert "Nothing." in shown
    assert ">en<" not in shown
    assert page in text_of(client, f"/cases/{case.reference}/")
    again = {**fields(page, own), "draft-set-aside": "yes"}
    assert send(client, page, again).headers["Location"] == f"/cases/{case.reference}/"
    assert client.get(page).status_code == 404


def test_what_is_typed_while_the_order_is_taken_back_is_kept(
    page: str, case: Case, own: Officer, now: datetime
) -> None:
    client, typed = client_of(own), fields(page, own)
    take_back(case, own, now)
    assert client.get(page).status_code == 404
    answer = send(client, page, typed)
    assert answer.status_code == 410
    assert WORDS in answer.content.decode()
    held = standing(by=own, kind="monitoring-report", subject=page.split("/")[4] + "-interim", case=case)
    assert held
    assert held.content["words"] == [WORDS]


def test_whoever_may_not_write_there_learns_nothing(
    page: str, case: Case, own: Officer, now: datetime, officer_with: Callable[..., Officer]
) -> None:
    send(client_of(own), page, {**fields(page, own), "draft-save": "yes"})
    take_back(case, own, now)
    assert client_of(officer_with("auditor")).get(page).status_code in (403, 404)
    stranger = client_of(officer_with("practitioner")).get(page)
    assert WORDS not in stranger.content.decode()
    assert stranger.status_code in (403, 404)
