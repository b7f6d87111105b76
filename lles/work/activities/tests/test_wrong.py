"""What was recorded wrongly counts no more and stays on the file, with the reason; after a wrong end the
activity goes on."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.models import Case, Entry, Officer, Party
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of
from lles.work.activities.changes.activity import follow_directions
from lles.work.activities.changes.wrong import record_wrong
from lles.work.activities.models import Activity, Ended, Happened, Wrong
from lles.work.activities.queries.facts import end_of, is_monitored, runs
from lles.work.activities.queries.findings import findings_of
from lles.work.activities.queries.running import orders_running
from lles.work.activities.tests import recorded
from lles.work.activities.tests.recorded import MADE, ends, happens, open_tasks, write

Record = Callable[..., Activity]
WHY = "The provider spoke of somebody else."


def is_wrong(one: Activity, own: Officer, now: datetime, row: Happened | Ended) -> Wrong:
    return record_wrong(case=one.case, by=own, at=now, activity=one, row=row, why=WHY, language="en")


def matter(one: Activity, more: str = "") -> str:
    return f"/cases/{one.case.reference}/activities/{one.pk}/{more}"


def test_a_wrong_missed_session_counts_no_more(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    one = record(is_monitored=True)
    row = happens(one, own, now, "missed")
    assert "failure" in open_tasks(case)
    assert "ACT-MONITOR" in [found.provision for found in findings_of(one, MADE) if found.warns]
    is_wrong(one, own, now, row)
    assert "failure" not in open_tasks(case)
    assert "ACT-MONITOR" not in [found.provision for found in findings_of(one, MADE) if found.warns]
    assert Happened.objects.count() == 1


def test_the_day_of_the_report_follows_the_session_that_still_counts(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    one, later = record(is_monitored=True), now + timedelta(days=1)
    first = happens(one, own, now, "missed")
    happens(one, own, later, "missed")
    before = open_tasks(case)["failure"]
    is_wrong(one, own, later, first)
    after = open_tasks(case)["failure"]
    assert before is not None
    assert after is not None
    assert after > before


def test_no_report_of_a_failure_tells_of_it(record: Record, case: Case, own: Officer, now: datetime) -> None:
    one = record(is_monitored=True)
    wrong = happens(one, own, now, "missed", date(2026, 3, 11))
    happens(one, own, now, "missed", date(2026, 3, 18))
    is_wrong(one, own, now, wrong)
    write(one, own, now, "failure", happened="The provider told us.")
    for language, gone, stays in (
        ("en", "11 March", "18 March 2026"), ("cy", "11 Mawrth", "18 Mawrth 2026"),
    ):  # fmt: skip
        made = case.documents.get(kind="activity_failure", reader="court", language=language)
        assert stays in recorded.text_of(made)
        assert gone not in recorded.text_of(made)


def test_it_is_said_once_and_never_changed(record: Record, own: Officer, now: datetime) -> None:
    one = record()
    row = happens(one, own, now, "booked")
    wrong = is_wrong(one, own, now, row)
    with pytest.raises(Stale):
        is_wrong(one, own, now, row)
    with pytest.raises(DatabaseError), transaction.atomic():
        Wrong.objects.filter(pk=wrong.pk).update(why="Another reason.")
    assert Wrong.objects.get().why == WHY


def test_only_who_works_on_the_case_says_so(
    record: Record, own: Officer, teammate: Officer, now: datetime
) -> None:
    one = record()
    row = happens(one, own, now, "attended")
    with pytest.raises(NotAllowed):
        is_wrong(one, teammate, now, row)
    assert not Wrong.objects.exists()


def test_after_a_wrong_end_the_activity_goes_on_with_its_tasks_and_can_end_again(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    one, about = record(is_monitored=True), Case.objects.filter(pk=case.pk)
    first = ends(one, own, now)
    assert (runs(one), open_tasks(case), list(orders_running(about))) == (False, {}, [])
    is_wrong(one, own, now, first)
    assert (runs(one), len(list(orders_running(about)))) == (True, 1)
    assert set(open_tasks(case)) == {"referral", "monitor"}
    assert record(one, months=2).months == 2
    second = ends(one, own, now, "not_done")
    assert end_of(one) == second
    assert Ended.objects.count() == 2
    follow_directions(case=case, by=own, at=now)
    assert (open_tasks(case), list(orders_running(about))) == ({}, [])
    with pytest.raises(Stale):
        ends(one, own, now)


def test_what_the_court_directs_then_is_of_the_activity_that_goes_on(
    record: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    one = record()
    is_wrong(one, own, now, ends(one, own, now))
    watch = Directed("activity_monitoring", due_on=date(2026, 4, 13), party=father)
    record_order(case=case, by=own, at=now, kind="", title="C21", made_on=MADE, directions=(watch,))
    assert is_monitored(Activity.objects.get(case=case))


def test_of_what_has_ended_only_the_end_is_wrong_once_and_on_the_timeline(
    record: Record, own: Officer, now: datetime
) -> None:
    one = record()
    row, end = happens(one, own, now, "attended"), ends(one, own, now)
    for late in (lambda: is_wrong(one, own, now, row), lambda: happens(one, own, now, "missed")):
        with pytest.raises(Stale):
            late()
    is_wrong(one, own, now, end)
    with pytest.raises(Stale):
        is_wrong(one, own, now, end)
    assert Entry.objects.filter(case=one.case, kind="activity_wrong").get().facts["why"] == WHY


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("What was recorded wrongly", "a session was missed")),
        ("cy", ("Yr hyn a gofnodwyd yn anghywir", "collwyd sesiwn")),
    ],
)
def test_the_page_shows_what_was_wrong_and_why(
    record: Record, own: Officer, now: datetime, language: str, words: tuple[str, ...]
) -> None:
    one, client = record(), client_of(own, language)
    row = happens(one, own, now, "missed")
    page = matter(one, f"happened/{row.pk}/wrong/")
    before = text_of(client, matter(one))
    assert page in before
    assert words[0] not in before
    assert summary_of(fill(client, page, why=""))
    assert fill(client, page, why=WHY, language_of_words="en").status_code == 302
    text = text_of(client, matter(one))
    for each in (*words, WHY):
        assert each in text
    for gone in (page, matter(one, f"unknown/{row.pk}/wrong/"), matter(one, "happened/999999/wrong/")):
        assert client.get(gone).status_code == 404


@pytest.mark.parametrize(
    ("language", "words", "goes_on"),
    [
        ("en", ("it was done", "What was recorded wrongly"), "the activity goes on"),
        ("cy", ("fe'i cwblhawyd", "Yr hyn a gofnodwyd yn anghywir"), "mae'r gweithgaredd yn parhau"),
    ],
)
def test_the_page_of_what_has_ended_leads_to_it(
    record: Record, own: Officer, now: datetime, language: str, words: tuple[str, ...], goes_on: str
) -> None:
    one, client = record(), client_of(own, language)
    row, end = happens(one, own, now, "attended"), ends(one, own, now)
    page, of_session = matter(one, f"ended/{end.pk}/wrong/"), matter(one, f"happened/{row.pk}/wrong/")
    text = text_of(client, matter(one))
    assert page in text
    assert of_session not in text
    for closed in (of_session, matter(one, "end/")):
        assert client.get(closed).status_code == 404
    answer = fill(client, page, why="")
    assert summary_of(answer)
    assert goes_on in said(answer)
    assert fill(client, page, why=WHY, language_of_words="en").status_code == 302
    text = text_of(client, matter(one))
    for each in (*words, WHY, matter(one, "end/"), of_session):
        assert each in text
    assert client.get(page).status_code == 404
