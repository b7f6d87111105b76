"""The update to a filed letter: what is new, in which order, and who may have it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.checks import Found, record_check_answer
from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.changes.door import Barred, NotAllowed, Stale
from lles.casefile.gate import sealed
from lles.casefile.models import Case, Filing, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.law.calendar import court_calendar
from lles.work.safeguarding.changes.following import follow
from lles.work.safeguarding.changes.further import (
    end_further_withholding,
    file_further,
    further_versions,
    preview_further,
    withhold_further,
    write_further,
)
from lles.work.safeguarding.changes.letter import end_withholding, file_letter, withhold, write_letter
from lles.work.safeguarding.models import FurtherLetter
from lles.work.safeguarding.queries.filing import KIND
from lles.work.safeguarding.queries.further import is_kept_from
from lles.work.safeguarding.rules.short_notice import News, update_due
from lles.work.safeguarding.tests.contents import about_safety
from lles.work.safeguarding.tests.further_cases import (
    LATE,
    REASONS,
    SHORT,
    UPDATE,
    answer,
    arrive,
    listed,
    open_kinds,
    pages_of,
    signed,
    write_update,
)


@pytest.mark.parametrize("news", ["answer", "conversation"])
def test_news_after_the_filing_opens_the_task_of_an_update(
    filed: Case, own: Officer, father: Party, now: datetime, news: str
) -> None:
    assert "safeguarding.update" not in open_kinds(filed)
    later = now + timedelta(days=2)
    if news == "answer":
        answer(filed, own, later)
    else:
        record_conversation(
            case=filed, by=own, at=later, party=father, began_at=later, outcome="spoke", language="en",
            concerns=[Words("She shouts.", "en")],
        )  # fmt: skip
    task = filed.tasks.get(kind="safeguarding.update", ended_at=None)
    assert str(task.due_on) == "2026-04-08"
    assert task.due is not None
    assert "New on the file since the letter was filed: 1" in task.due["says"]["en"]


@pytest.mark.parametrize(
    ("outcome", "began", "ended", "urgent"),
    [
        ("arrest", "2026-03-03", "", True),
        ("arrest", "2026-03", "", True),
        ("arrest", "", "", True),
        ("convicted", "2011", "", False),
        ("allegation", "2026-03-03", "", False),
        ("child_protection_plan", "2024-05", "", True),
        ("child_protection_plan", "2024-05", "2025-01", False),
        ("nothing_known", "", "", False),
    ],
)
def test_what_bears_on_safety_now_is_due_the_working_day_after_it_came(
    outcome: str, began: str, ended: str, urgent: bool
) -> None:
    news = [News(date(2026, 3, 5), outcome, began, ended)]
    for hearing, usual in ((date(2026, 4, 9), date(2026, 4, 8)), (None, None)):
        assert update_due(news, 1, hearing, court_calendar()).on == (date(2026, 3, 6) if urgent else usual)
    assert update_due(news, 1, date(2026, 3, 6), court_calendar()).on == date(2026, 3, 5)


def test_an_arrest_of_yesterday_does_not_wait_for_the_hearing(
    filed: Case, own: Officer, father: Party, now: datetime
) -> None:
    later, yesterday = now + timedelta(days=2), (now + timedelta(days=1)).date()
    check = filed.checks.get(kind="police", party=father)
    record_check_answer(
        case=filed, by=own, at=later, check=check, found=[Found("arrest", began=f"{yesterday}")],
        identified_by=["name", "date_of_birth"], received_on=later.date(),
    )  # fmt: skip
    task = filed.tasks.get(kind="safeguarding.update", ended_at=None)
    assert str(task.due_on) == "2026-03-09"
    assert task.due is not None
    assert "bears on safety now" in task.due["says"]["en"]


@pytest.mark.parametrize(
    ("language", "optional", "missing"),
    [
        ("en", "(optional)", "does not say what the news means"),
        ("cy", "(dewisol)", "beth mae'r hyn sy'n newydd"),
    ],
)
def test_a_page_that_nobody_has_touched_blames_nobody(
    filed: Case, own: Officer, now: datetime, language: str, optional: str, missing: str
) -> None:
    answer(filed, own, now + timedelta(days=2))
    client, page = client_of(own, language), f"/cases/{filed.reference}/letter-update/"
    untouched = text_of(client, page)
    assert missing not in untouched
    assert optional not in untouched
    assert missing in text_of(client, f"{page}file/")


def test_a_call_that_nobody_answered_is_no_news(
    filed: Case, own: Officer, father: Party, now: datetime
) -> None:
    later = now + timedelta(days=1)
    record_conversation(case=filed, by=own, at=later, party=father, began_at=later, outcome="no_answer")
    assert "safeguarding.update" not in open_kinds(filed)


def test_an_update_holds_what_is_new_and_nothing_else(
    filed: Case, own: Officer, father: Party, now: datetime
) -> None:
    answer(filed, own, now + timedelta(days=2))
    write_update(filed, own, now + timedelta(days=2))
    texts = {
        one.file_name: pages_of(one)
        for one in further_versions(filed, UPDATE, own, now + timedelta(days=2), draft=True)
    }
    for name in ("court.en.pdf", "court.cy.pdf"):
        assert "Raised voices at a handover." in texts[name]
        assert "Handovers at a contact centre." in texts[name]
        assert "Safe today." not in texts[name]
    assert "Our advice changes." in texts["court.en.pdf"]
    assert "Mae ein cyngor yn newid." in texts["court.cy.pdf"]
    assert "Update to safeguarding letter" in texts["court.en.pdf"]


def test_updates_are_numbered_sealed_and_filed_as_the_courts_type(
    filed: Case, own: Officer, now: datetime
) -> None:
    for days in (2, 4):
        later = now + timedelta(days=days)
        answer(filed, own, later, "incident" if days == 2 else "charge_dropped")
        assert "safeguarding.update" in open_kinds(filed)
        write_update(filed, own, later)
        documents = file_further(case=filed, by=own, at=later, kind=UPDATE, reasons=REASONS)
        assert "safeguarding.update" in open_kinds(filed)
        arrive(filed, own, later)
        assert "safeguarding.update" not in open_kinds(filed)
    assert [one.number for one in FurtherLetter.objects.order_by("pk")] == [1, 2]
    text = pages_of(sealed(documents[0]))
    assert "dropped before a court decided" in text
    assert "The police recorded an incident" not in text
    types = Filing.objects.filter(document__kind=str(UPDATE)).values_list("court_type", flat=True)
    assert set(types) == {"Safeguarding_Letter_Update"}
    with pytest.raises(Exception, match="Cannot update"):
        FurtherLetter.objects.update(words="Something else.")


@pytest.mark.parametrize(
    ("is_filed", "words", "changes"), [(False, "Words.", True), (True, "", True), (True, "Words.", None)]
)
def test_an_update_is_barred_before_the_letter_and_without_its_meaning(
    case: Case, own: Officer, now: datetime, is_filed: bool, words: str, changes: bool | None
) -> None:
    listed(case, own, now, LATE)
    if is_filed:
        write_letter(case=case, by=own, at=now, content=about_safety("Safe."))
        file_letter(case=case, by=own, at=now, reasons=REASONS)
    write_further(case=case, by=own, at=now, kind=UPDATE, words=words, language="en", advice_changes=changes)
    with pytest.raises(Barred) as barred:
        file_further(case=case, by=own, at=now, kind=UPDATE, reasons=REASONS)
    assert {one.provision for one in barred.value.findings} == {"SG-UPDATE"}


def test_an_update_may_be_kept_from_a_party_who_was_given_the_letter(
    filed: Case, own: Officer, manager: Officer, father: Party, now: datetime
) -> None:
    write_update(filed, own, now)
    withhold_further(
        case=filed, by=own, at=now, party=father, reason="He would know who told us.", language="en"
    )
    with pytest.raises(Barred):
        file_further(case=filed, by=own, at=now, kind=UPDATE, reasons=REASONS)
    signed(filed, own, manager, now, UPDATE)
    documents = file_further(case=filed, by=own, at=now, kind=UPDATE, reasons=REASONS)
    assert {one.reader for one in documents} == {"court", "applicant-1"}
    assert "He would know who told us." in pages_of(sealed(documents[0]))
    write_update(filed, own, now, "More.")
    later = {one.reader for one in further_versions(filed, UPDATE, own, now, draft=True)}
    assert later == {"court", "applicant-1"}


def test_a_party_may_have_the_update_after_all(
    filed: Case, own: Officer, father: Party, now: datetime
) -> None:
    write_update(filed, own, now)
    withhold_further(case=filed, by=own, at=now, party=father, reason="Harm.", language="en")
    end_further_withholding(case=filed, by=own, at=now, party=father)
    readers = {one.reader for one in further_versions(filed, UPDATE, own, now, draft=True)}
    assert "respondent-1" in readers


def test_what_the_filed_letter_kept_from_a_party_stays_kept_whatever_is_decided_later(
    case: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    mother, father = case.parties.get(role="applicant"), case.parties.get(role="respondent")
    write_letter(case=case, by=own, at=now, content=about_safety("Safe today."))
    withhold(case=case, by=own, at=now, party=father, reason="He has threatened to come.")
    signed(case, own, manager, now, KIND)
    file_letter(case=case, by=own, at=now, reasons=REASONS)
    withhold(case=case, by=own, at=now, party=mother, reason="She shows him all she gets.")
    assert is_kept_from(case, UPDATE) == {mother.pk, father.pk}
    with pytest.raises(NotAllowed):
        end_withholding(case=case, by=own, at=now, party=father)
    end_withholding(case=case, by=own, at=now, party=mother)
    assert is_kept_from(case, UPDATE) == {father.pk}


def test_two_writers_never_overwrite_each_other_unseen(filed: Case, own: Officer, now: datetime) -> None:
    write_update(filed, own, now)
    with pytest.raises(Stale):
        write_further(case=filed, by=own, at=now, kind=UPDATE, words="Other.", language="en", seen_revision=1)


@pytest.mark.parametrize("who", ["teammate", "stranger"])
def test_nobody_else_may_write_or_file(
    who: str, request: pytest.FixtureRequest, filed: Case, now: datetime
) -> None:
    officer: Officer = request.getfixturevalue(who)
    acts: list[Callable[[], object]] = [
        lambda: write_update(filed, officer, now),
        lambda: file_further(case=filed, by=officer, at=now, kind=UPDATE),
        lambda: preview_further(case=filed, by=officer, at=now, kind=UPDATE),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()


def test_there_is_none_on_pathfinder(soon: Case, own: Officer, now: datetime) -> None:
    Case.objects.filter(pk=soon.pk).update(pathway="pathfinder")
    with pytest.raises(Barred) as barred:
        file_further(case=soon, by=own, at=now, kind=SHORT)
    assert barred.value.findings[0].provision == "PF-NOLETTER"
    follow(Case.objects.get(pk=soon.pk), now)
    assert "safeguarding.short_notice" not in open_kinds(soon)
