"""What was recorded wrongly counts no more and stays on the file, with the reason."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db import DatabaseError, transaction

from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.work.enforcement.changes.wrong import Recorded, record_wrong
from lles.work.enforcement.models import Enforcement, Happened, Wrong
from lles.work.enforcement.queries.facts import alleged_of, hours_done
from lles.work.enforcement.tests.recorded import MADE, alleges, happens, notices, open_tasks

Record = Callable[..., Enforcement]


def is_wrong(one: Enforcement, own: Officer, now: datetime, row: Recorded) -> Wrong:
    return record_wrong(
        case=one.case, by=own, at=now, enforcement=one, row=row, why="It was told wrongly.", language="en"
    )


def test_what_happened_wrongly_counts_no_more_and_is_recorded_anew(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    one = ordered(100)
    hours, failure = happens(one, own, now, "hours", hours=90), happens(one, own, now, "failure")
    assert "failure" in open_tasks(case)
    is_wrong(one, own, now, hours)
    is_wrong(one, own, now, failure)
    assert hours_done(one) == 0
    assert "failure" not in open_tasks(case)
    happens(one, own, now, "hours", hours=100)
    assert hours_done(one) == 100
    assert Happened.objects.count() == 3


def test_a_wrong_failure_and_a_wrong_notice_count_no_more(
    apply: Record, own: Officer, now: datetime, father: Party
) -> None:
    one = apply()
    alleges(one, own, now)
    notices(one, own, now, father, date(2026, 3, 1))
    (row,) = alleged_of(one)
    assert row.findings == ()
    is_wrong(one, own, now, one.notices.get())
    assert [found.provision for found in alleged_of(one)[0].findings] == ["ENF-NOTICE"]
    is_wrong(one, own, now, row.row)
    assert alleged_of(one) == ()
    assert apply(one, issued_on=None, about_on=date(2026, 3, 5)).about_on == date(2026, 3, 5)


def test_it_is_said_once_and_never_changed(ordered: Record, own: Officer, now: datetime) -> None:
    one = ordered()
    row = happens(one, own, now, "warning")
    wrong = is_wrong(one, own, now, row)
    with pytest.raises(Stale):
        is_wrong(one, own, now, row)
    with pytest.raises(DatabaseError), transaction.atomic():
        Wrong.objects.filter(pk=wrong.pk).update(why="Another reason.")
    assert Wrong.objects.get().why == "It was told wrongly."


def test_only_who_works_on_the_case_says_so(
    ordered: Record, own: Officer, teammate: Officer, now: datetime
) -> None:
    one = ordered()
    row = happens(one, own, now, "warning")
    with pytest.raises(NotAllowed):
        is_wrong(one, teammate, now, row)


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("What was recorded wrongly", "5 hours")), ("cy", ("Yr hyn a gofnodwyd yn anghywir", "5 awr"))],
)
def test_the_page_shows_what_was_wrong_and_why(
    ordered: Record, own: Officer, now: datetime, language: str, words: tuple[str, ...]
) -> None:
    one, client = ordered(), client_of(own, language)
    row = happens(one, own, now, "hours", MADE, 5)
    matter = f"/cases/{one.case.reference}/enforcement/{one.pk}/"
    page = f"{matter}happened/{row.pk}/wrong/"
    assert page in text_of(client, matter)
    assert summary_of(fill(client, page, why=""))
    assert fill(client, page, why="It was the other parent.", language_of_words="en").status_code == 302
    text = text_of(client, matter)
    for said in (*words, "It was the other parent."):
        assert said in text
    for gone in (page, f"{matter}unknown/{row.pk}/wrong/", f"{matter}happened/999999/wrong/"):
        assert client.get(gone).status_code == 404
