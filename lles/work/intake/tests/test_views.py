"""Arrivals: what is held stands first and only before those who may; warnings are said in words."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from lles.casefile.changes.restriction import shut_out
from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, statements, text_of
from lles.casefile.timeline import word
from lles.law.bilingual import Language
from lles.work.intake.changes import take
from lles.work.intake.changes.mail import take_message
from lles.work.intake.models import Arrival, FeedNote, Received
from lles.work.intake.queries import Arrived, arrivals_since

HELD_FOR = ("no_number", "not_json", "not_an_answer", "not_understood", "not_stored", "outside_the_years")


@pytest.fixture
def received(db: None, now: datetime) -> Received:
    """An answer of the courts."""
    return Received.objects.create(source="feed:private", sha256="0" * 64, size=1, at=now)


def arrival(received: Received, now: datetime, **fields: object) -> Arrival:
    known = {"law": "private", "court_name": "Crewe County Court", "children": 2, "content_sha256": "1" * 64}
    return Arrival.objects.create(received=received, position=0, at=now, **known | fields)


@pytest.fixture
def held(received: Received, now: datetime) -> Arrival:
    """A case of the answer that has no number."""
    return arrival(received, now, outcome=Arrival.HELD, reason="no_number")


@pytest.fixture
def opened(received: Received, case: Case, now: datetime) -> Arrival:
    """A case of the answer that was opened, with a warning."""
    row = arrival(received, now, outcome=Arrival.OPENED, case=case, court_number=case.court_number)
    FeedNote.objects.create(
        arrival=row, case=case, code="born_in_the_future", path="children[0].dateOfBirth", at=now
    )
    return row


@pytest.fixture
def intake(officer_with: Callable[..., Officer]) -> Officer:
    """The intake administrator."""
    return officer_with("intake_administrator")


@pytest.mark.parametrize(
    ("language", "reason"), [("en", "It has no court number"), ("cy", "Nid oes ganddo rif llys")]
)
def test_what_is_held_stands_first_with_its_reason(
    held: Arrival, opened: Arrival, intake: Officer, language: str, reason: str
) -> None:
    page = text_of(client_of(intake, language), "/arrivals/")
    assert reason in page
    assert page.index(reason) < page.index(opened.case.reference)  # type: ignore[union-attr]  # it is there in this test
    assert f"/arrivals/{held.pk}/" in page


@pytest.mark.parametrize(
    ("language", "act", "day"), [("en", "Look at it", "W"), ("cy", "Edrych arno", "Dydd ")]
)
def test_what_is_held_has_its_one_next_act_and_its_day_begins_a_line(
    held: Arrival, intake: Officer, language: str, act: str, day: str
) -> None:
    client = client_of(intake, language)
    button = text_of(client, "/arrivals/").partition(f'href="/arrivals/{held.pk}/" role="button"')[2]
    assert button.partition("</a>")[0].strip().endswith(act)
    assert f'<dd class="lles-fact__value">{day}' in text_of(client, f"/arrivals/{held.pk}/")


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("reason", HELD_FOR)
def test_every_reason_for_which_something_is_held_is_said_in_words(
    received: Received, intake: Officer, now: datetime, language: Language, reason: str
) -> None:
    row = arrival(received, now, outcome=Arrival.HELD, reason=reason)
    words = word(f"held.{reason}").said(language)
    for path in ("/arrivals/", f"/arrivals/{row.pk}/"):
        assert words in text_of(client_of(intake, language), path)


def test_no_reason_for_holding_is_left_out_of_the_list_above() -> None:
    said = re.findall(r"\"(\w+)\", by, at|return \"(\w+)\"|else \"(\w+)\"\n", Path(take.__file__).read_text())
    found = {name for names in said for name in names if name} - {"same"}
    assert found == {*HELD_FOR, "older_than_known", "same_stamp_other_content"}


def test_what_is_held_is_not_there_for_others(
    held: Arrival, opened: Arrival, own: Officer, stranger: Officer
) -> None:
    assert "It has no court number" not in text_of(client_of(own), "/arrivals/")
    assert text_of(client_of(own), "/arrivals/").count("C-2288") > 0
    assert text_of(client_of(stranger), "/arrivals/").count("C-2288") == 0
    assert client_of(own).get(f"/arrivals/{held.pk}/").status_code == 404
    assert client_of(stranger).get(f"/arrivals/{opened.pk}/").status_code == 404


def test_a_sealed_case_is_hidden_from_intake(opened: Arrival, case: Case, intake: Officer) -> None:
    Case.objects.filter(pk=case.pk).update(sealed=True)
    assert case.reference not in text_of(client_of(intake), "/arrivals/")
    assert client_of(intake).get(f"/arrivals/{opened.pk}/").status_code == 404


def test_who_is_shut_out_finds_nothing_of_the_case_among_the_arrivals(
    held: Arrival, opened: Arrival, case: Case, intake: Officer, manager: Officer, now: datetime
) -> None:
    since = now - timedelta(days=1)
    assert arrivals_since(intake, since) == Arrived(all=2, held=1)
    shut_out(case=case, by=manager, at=now, officer=intake, relation="relative")
    page = text_of(client_of(intake), "/arrivals/")
    assert f"/arrivals/{held.pk}/" in page
    assert not any(one in page for one in (case.reference, case.court_number, "not understood"))
    assert client_of(intake).get(f"/arrivals/{opened.pk}/").status_code == 404
    assert arrivals_since(intake, since) == Arrived(all=1, held=1)


def test_what_came_in_is_counted_as_far_as_it_is_listed(
    held: Arrival, opened: Arrival, case: Case, intake: Officer, now: datetime
) -> None:
    Case.objects.filter(pk=case.pk).update(sealed=True)
    assert arrivals_since(intake, now - timedelta(days=1)) == Arrived(all=1, held=1)


def test_old_arrivals_that_are_held_are_never_crowded_out(
    held: Arrival, received: Received, case: Case, now: datetime, intake: Officer
) -> None:
    for _ in range(110):
        arrival(received, now, outcome=Arrival.UPDATED, case=case)
    assert "It has no court number" in text_of(client_of(intake), "/arrivals/")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "This birth date is later than the application."), ("cy", "Mae'r dyddiad geni hwn yn hwyrach")],
)
def test_a_warning_is_said_in_words_with_its_place(
    opened: Arrival, own: Officer, language: str, sentence: str
) -> None:
    client = client_of(own, language)
    for path in (f"/arrivals/{opened.pk}/", "/cases/C-2288/court/"):
        page = text_of(client, path)
        assert sentence in page
        assert "children[0].dateOfBirth" in page
    assert sentence in text_of(client, "/cases/C-2288/")


def test_many_warnings_are_one_line_on_the_summary(
    opened: Arrival, case: Case, own: Officer, now: datetime
) -> None:
    for code in ("unknown_code", "date_not_understood", "unknown_field"):
        FeedNote.objects.create(arrival=opened, case=case, code=code, path="", at=now)
    assert "Warnings: 4." in text_of(client_of(own), "/cases/C-2288/")


def test_a_warning_that_comes_many_times_is_said_once_with_every_place(
    opened: Arrival, case: Case, own: Officer, now: datetime
) -> None:
    for n in range(172):
        FeedNote.objects.create(
            arrival=opened, case=case, code="unknown_field", path=f"case_data.field{n}", at=now
        )
    for path in (f"/arrivals/{opened.pk}/", "/cases/C-2288/court/"):
        page = text_of(client_of(own), path)
        assert page.count("The court sent a field that is not known here.") == 1
        assert "172 places" in page
        assert "case_data.field0" in page
        assert "case_data.field171" in page


def test_a_court_without_a_name_is_said_to_have_none(case: Case, own: Officer) -> None:
    Case.objects.filter(pk=case.pk).update(court_code="123456", court_name="")
    assert "a court without a name (code 123456)" in text_of(client_of(own), "/cases/C-2288/")
    assert "llys heb enw (cod 123456)" in text_of(client_of(own, "cy"), "/cases/C-2288/")


def test_it_asks_the_database_at_most_eight_times(
    held: Arrival, opened: Arrival, intake: Officer, own: Officer, service: Officer, now: datetime
) -> None:
    for number in (b"1", b"2"):
        content = b"From: a@example.org\nSubject: C-2288\nMessage-ID: <" + number + b">\n\nC-2288"
        take_message(content=content, source="test", by=service, at=now)
    for officer in (intake, own):
        client = client_of(officer)
        client.get("/find/")
        with statements() as sent:
            client.get("/arrivals/")
        assert len(sent) <= 8, "\n".join(sent)


def test_an_empty_page_says_what_will_come(intake: Officer) -> None:
    assert "Nothing has come in yet." in text_of(client_of(intake), "/arrivals/")


@pytest.mark.parametrize(
    ("path", "en", "cy"),
    [
        ("case_data.hearingData.caseRef", "the hearings", "y gwrandawiadau"),
        ("children[0].dateOfBirth", "the children", "y plant"),
        ("case_data.applicants[1].value.email", "the applicants", "y ceiswyr"),
        ("case_data.newFlag", "the case as a whole", "yr achos cyfan"),
    ],
)
def test_an_arrival_says_in_words_how_it_came_and_which_place_is_meant(
    intake: Officer, now: datetime, path: str, en: str, cy: str
) -> None:
    source = "feed:private:2026-11-29T09:00:00+00:00"
    received = Received.objects.create(source=source, sha256="0" * 64, size=1, at=now)
    row = arrival(received, now, outcome=Arrival.HELD, reason="no_number")
    FeedNote.objects.create(arrival=row, code="born_in_the_future", path=path, at=now)
    pages = {
        language: text_of(client_of(intake, language), f"/arrivals/{row.pk}/") for language in ("en", "cy")
    }
    assert f"Place: {en}." in pages["en"]
    assert f"Lle: {cy}." in pages["cy"]
    assert "By the feed of the courts" in pages["en"]
    assert "feed:private" not in "".join(pages.values())
