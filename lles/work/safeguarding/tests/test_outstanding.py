"""What the letter says to be outstanding goes on when the court has it, by the day of the update."""

from datetime import date, datetime, timedelta

from lles.casefile.changes.checks import Found, record_check_answer
from lles.casefile.changes.conversations import record_conversation
from lles.casefile.models import Case, Check, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.law.calendar import court_calendar
from lles.law.due import NoDay
from lles.work.safeguarding.changes.following import CALL, CHECKS, follow
from lles.work.safeguarding.changes.letter import file_letter, write_letter
from lles.work.safeguarding.changes.screening import open_safeguarding
from lles.work.safeguarding.rules.short_notice import outstanding_due
from lles.work.safeguarding.tests.contents import about_safety
from lles.work.safeguarding.tests.further_cases import LATE, REASONS, arrive, listed, open_kinds


def file(case: Case, own: Officer, now: datetime) -> None:
    write_letter(case=case, by=own, at=now, content=about_safety("Safe today."))
    file_letter(case=case, by=own, at=now, reasons=REASONS)
    arrive(case, own, now)


def reach(case: Case, own: Officer, at: datetime, *whom: Party) -> None:
    for party in whom:
        record_conversation(case=case, by=own, at=at, party=party, began_at=at, outcome="spoke")


def answer_all(case: Case, own: Officer, at: datetime) -> None:
    for check in Check.objects.filter(case=case):
        record_check_answer(
            case=case, by=own, at=at, check=check, found=[Found("nothing_known")],
            identified_by=["name", "date_of_birth"], received_on=at.date(),
        )  # fmt: skip


def test_what_is_outstanding_goes_on_by_the_day_of_the_update(
    case: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    listed(case, own, now, LATE)
    open_safeguarding(case, now)
    reach(case, own, now, mother)
    file(case, own, now)
    assert open_kinds(case) >= {CHECKS, CALL}
    due = {task.due_on for task in case.tasks.filter(kind__in=(CHECKS, CALL), ended_at=None)}
    assert due == {date(2026, 4, 8)}
    later = now + timedelta(days=1)
    reach(case, own, later, father)
    assert CALL not in open_kinds(case)
    assert CHECKS in open_kinds(case)
    Check.objects.filter(case=case).update(body="north-wales", asked_on=now.date())
    answer_all(case, own, later)
    follow(case, later)
    assert CHECKS not in open_kinds(case)


def test_what_is_answered_ends_with_the_letter(
    case: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    listed(case, own, now, LATE)
    open_safeguarding(case, now)
    reach(case, own, now, mother, father)
    Check.objects.filter(case=case).update(body="north-wales", asked_on=now.date())
    answer_all(case, own, now)
    assert open_kinds(case) >= {CHECKS, CALL}
    file(case, own, now)
    assert not open_kinds(case) & {CHECKS, CALL}


def test_the_task_says_why_it_goes_on(
    case: Case, own: Officer, mother: Party, father: Party, now: datetime
) -> None:
    listed(case, own, now, LATE)
    open_safeguarding(case, now)
    file(case, own, now)
    for language, words in (("en", "what is still outstanding"), ("cy", "heb ddod i law")):
        assert words in text_of(client_of(own, language), f"/cases/{case.reference}/tasks/")


def test_without_a_hearing_no_day_follows_for_what_is_outstanding() -> None:
    assert isinstance(outstanding_due(None, court_calendar()), NoDay)
