"""What is done of a danger after the letter is news for an update: for the court, and for whoever knows."""

from datetime import datetime, timedelta

import pytest

from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.conftest import case, father, mother, now, office, officer_with, own
from lles.work.safeguarding.changes.further import file_further, further_versions
from lles.work.safeguarding.tests.further_cases import (
    REASONS,
    UPDATE,
    arrive,
    filed,
    open_kinds,
    pages_of,
    write_update,
)
from lles.work.urgent_referral.changes.opening import (
    Body,
    Danger,
    close_referral,
    refer_to_another,
    see_danger,
)
from lles.work.urgent_referral.changes.telling import record_reply, tell_by_telephone
from lles.work.urgent_referral.models import Recipient, Referral

__all__ = ["case", "father", "filed", "mother", "now", "office", "officer_with", "own"]
TASK, PAGE = "safeguarding.update", "/cases/C-2288/letter-update/"
DAY = timedelta(days=1)


@pytest.fixture
def council(filed: Case, own: Officer, now: datetime) -> Recipient:
    """The council to which a danger is referred that was seen after the letter was filed."""
    danger = Danger(
        seen_at=now + DAY, seen_in="other", children=list(filed.children.order_by("pk")), learnt="He drinks.",
        language="en", harm=("physical",), children_safe="not_safe", adults_safe="unknown",
    )  # fmt: skip
    bodies = [Body("local_authority", "wrexham")]
    return see_danger(case=filed, by=own, at=now + DAY, danger=danger, bodies=bodies).recipients.get()


def tell(council: Recipient, own: Officer, at: datetime) -> None:
    case = council.referral.case
    tell_by_telephone(case=case, by=own, at=at, recipient=council, whom="Duty", told_at=at)
    council.refresh_from_db()


def reply(council: Recipient, own: Officer, at: datetime) -> None:
    case = council.referral.case
    record_reply(case=case, by=own, at=at, recipient=council, decision="section_47", received_at=at)


def file_update(case: Case, own: Officer, at: datetime) -> dict[str, str]:
    """Writes the next update and files it; what each copy says."""
    write_update(case, own, at)
    made = {one.file_name: pages_of(one) for one in further_versions(case, UPDATE, own, at, draft=True)}
    file_further(case=case, by=own, at=at, kind=UPDATE, reasons=REASONS)
    arrive(case, own, at)
    return made


def test_a_referral_and_then_its_reply_each_open_an_update_that_says_only_what_is_new(
    filed: Case, own: Officer, council: Recipient, mother: Party, now: datetime
) -> None:
    assert TASK not in open_kinds(filed)  # nobody has been told anything yet
    Referral.objects.update(known_to=[mother.pk])
    tell(council, own, now + DAY)
    due = filed.tasks.get(kind=TASK, ended_at=None).due
    assert due is not None
    assert "New on the file since the letter was filed: 1" in due["says"]["en"]
    first = file_update(filed, own, now + 2 * DAY)
    assert "services of a danger to Efa Bevan" in first["court.en.pdf"]
    assert "No reply of children’s services to the urgent referral has come yet." in first["court.en.pdf"]
    assert "Ni ddaeth ateb i" in first["court.cy.pdf"]
    assert "atgyfeiriad brys" in first["applicant-1.cy.pdf"]
    assert "Ni ddaeth ateb" not in first["applicant-1.cy.pdf"]
    assert "urgent referral" not in first["respondent-1.en.pdf"]
    assert TASK not in open_kinds(filed)
    reply(council, own, now + 3 * DAY)
    assert TASK in open_kinds(filed)
    second = file_update(filed, own, now + 4 * DAY)
    assert "A section 47 enquiry is opened" in second["court.en.pdf"]
    assert "of a danger" not in second["court.en.pdf"]
    assert not [name for name, text in second.items() if name.startswith(("app", "resp")) and "47" in text]
    assert TASK not in open_kinds(filed)


def test_of_several_bodies_each_last_reply_is_told(
    filed: Case, own: Officer, council: Recipient, now: datetime
) -> None:
    referral = council.referral
    refer_to_another(case=filed, by=own, at=now + DAY, referral=referral, body=Body("police", "north-wales"))
    police = referral.recipients.get(kind="police")
    for one in (council, police):
        tell(one, own, now + DAY)
    reply(council, own, now + 2 * DAY)
    text = file_update(filed, own, now + 2 * DAY)["court.en.pdf"]
    assert "services to the urgent referral: A section 47 enquiry is opened" in text
    assert "No reply of the police to the urgent referral has come yet." in text
    record_reply(
        case=filed,
        by=own,
        at=now + 3 * DAY,
        recipient=police,
        decision="no_action",
        received_at=now + 3 * DAY,
    )
    text = file_update(filed, own, now + 4 * DAY)["court.en.pdf"]
    assert "The last reply of the police to the urgent referral: No further action." in text
    assert "section 47" not in text


def test_that_there_was_no_danger_after_all_is_news_for_whoever_was_told_of_it(
    filed: Case, own: Officer, council: Recipient, mother: Party, now: datetime
) -> None:
    Referral.objects.update(known_to=[mother.pk])
    tell(council, own, now + DAY)
    assert "was closed" not in file_update(filed, own, now + 2 * DAY)["court.en.pdf"]
    close_referral(case=filed, by=own, at=now + 3 * DAY, referral=council.referral, outcome="no_danger")
    assert TASK in open_kinds(filed)
    told = file_update(filed, own, now + 4 * DAY)
    for name in ("court.en.pdf", "court.cy.pdf", "applicant-1.cy.pdf"):
        assert ("no danger after all" if ".en." in name else "nid oedd perygl wedi’r cwbl") in told[name]
    assert "no danger" not in told["respondent-1.en.pdf"]
    assert TASK not in open_kinds(filed)


def test_a_danger_that_was_none_before_the_court_heard_of_it_is_no_news(
    filed: Case, own: Officer, council: Recipient, now: datetime
) -> None:
    tell(council, own, now + DAY)
    assert TASK in open_kinds(filed)
    close_referral(case=filed, by=own, at=now + 2 * DAY, referral=council.referral, outcome="no_danger")
    assert TASK not in open_kinds(filed)


def test_a_danger_is_told_to_the_court_at_once_and_not_before_the_hearing(
    filed: Case, own: Officer, council: Recipient, now: datetime
) -> None:
    tell(council, own, now + DAY)
    assert str(filed.tasks.get(kind=TASK, ended_at=None).due_on) == "2026-03-06"


def test_a_call_that_is_written_down_after_the_letter_is_news_whenever_it_was_made(
    filed: Case, own: Officer, council: Recipient, now: datetime
) -> None:
    case, before = council.referral.case, now - DAY
    tell_by_telephone(case=case, by=own, at=now + DAY, recipient=council, whom="Duty", told_at=before)
    assert TASK in open_kinds(filed)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "A section 47 enquiry is opened"), ("cy", "Agorir ymholiad adran 47")]
)
def test_the_page_of_the_update_shows_it(
    filed: Case, own: Officer, council: Recipient, now: datetime, language: str, words: str
) -> None:
    client = client_of(own, language)
    assert words not in text_of(client, PAGE)
    tell(council, own, now + DAY)
    reply(council, own, now + 2 * DAY)
    assert words in text_of(client, PAGE)
