"""A late letter: why is printed and signed, or stays on the file; each finding stands under what it asks."""

from datetime import UTC, datetime, timedelta

import pytest

from lles.casefile.gate import sealed
from lles.casefile.models import Case, Hearing, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.work.safeguarding.changes.letter import file_letter, write_letter
from lles.work.safeguarding.changes.sign_off import ask_for_signature, sign
from lles.work.safeguarding.queries.sign_off import fingerprint_of, in_hand, sign_off_of
from lles.work.safeguarding.rules.letter_content import Content, OwnWords
from lles.work.safeguarding.rules.letter_sections import LATE
from lles.work.safeguarding.tests.further_cases import REASONS
from lles.work.safeguarding.tests.test_letter import pages_of

PATH = "/cases/C-2288/letter/"
KIND = "safeguarding_letter"


@pytest.fixture
def heard(case: Case, now: datetime) -> Case:
    """A case that is heard in spring, so that its letter is late by any reading today."""
    hearing = datetime(2026, 4, 9, 9, 0, tzinfo=UTC)
    Hearing.objects.create(case=case, court_key="1", type_code="ABA5-FHR", starts_at=hearing)
    return case


def write(case: Case, by: Officer, at: datetime, why: str = "", other: str = "") -> None:
    words = {"safety": OwnWords("Safe.", "en"), LATE: OwnWords(why, "en", other=other)}
    write_letter(case=case, by=by, at=at, content=Content("en", words))


def test_a_reason_that_is_given_at_filing_stays_on_the_file(heard: Case, own: Officer, now: datetime) -> None:
    write(heard, own, now)
    late = now + timedelta(days=40)
    documents = file_letter(case=heard, by=own, at=late, reasons={**REASONS, "SG-LETTER-DUE": "I was ill."})
    assert not any("I was ill." in pages_of(sealed(one).content) for one in documents)
    assert "I was ill." in str(heard.entries.get(kind="letter_filed").facts)


def test_what_the_letter_says_of_its_lateness_is_printed_in_each_language_and_asks_no_reason(
    heard: Case, own: Officer, now: datetime
) -> None:
    write(heard, own, now, "The police answered late.", "Atebodd yr heddlu yn hwyr.")
    reasons = {name: why for name, why in REASONS.items() if name != "SG-LETTER-DUE"}
    documents = file_letter(case=heard, by=own, at=now + timedelta(days=40), reasons=reasons)
    said = {one.language: pages_of(sealed(one).content) for one in documents}
    assert "The police answered late." in said["en"]
    assert "Atebodd yr heddlu yn hwyr." in said["cy"]


def test_what_is_printed_of_the_lateness_is_part_of_what_was_signed(
    heard: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    write(heard, own, now, "The police answered late.")
    asked = ask_for_signature(case=heard, by=own, at=now, kind=KIND, reasons=REASONS)
    writing = in_hand(heard, KIND)
    assert writing is not None
    sign(case=heard, by=manager, at=now, asked=asked, read=fingerprint_of(heard, writing))
    write(heard, own, now, "I was away.")
    state = sign_off_of(heard, KIND, now.date())
    assert state is not None
    assert state.signature == "void"


def test_the_box_says_who_will_read_it(heard: Case, own: Officer, now: datetime) -> None:
    write(heard, own, now)
    client = client_of(own)
    page = text_of(client, PATH)
    assert "the court and every party who gets the letter read it" in page.split('id="section-late"')[1]
    filing = text_of(client, f"{PATH}file/")
    assert "These reasons stay on the file. Nobody who gets the document reads them." in filing
    assert f'{PATH}#section-late">Say in the letter why it is late, instead' in filing


def test_each_finding_stands_under_what_it_asks(heard: Case, own: Officer, now: datetime) -> None:
    """A missing signature is no matter of going on with a reason."""
    write(heard, own, now)
    heard.harm_signals.append("domestic_abuse")
    heard.save()
    page = text_of(client_of(own), f"{PATH}file/")
    before, after = page.split("You may go on, with a reason for each of these")
    assert "A second person has to read and sign" in before
    assert 'name="reason-SG-SIGNOFF"' in before
    assert "A second person has to read and sign" not in after
    assert 'name="reason-SG-CALLS"' in after
