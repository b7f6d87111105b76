"""An end that was recorded wrongly: the enforcement goes on, and what tells of that end reaches nobody."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.door import Stale
from lles.casefile.models import Case, Entry, Officer, Party
from lles.casefile.register import kept_from
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.law.bilingual import day_in_words, opening
from lles.work.enforcement.changes.wrong import record_wrong
from lles.work.enforcement.models import Ended, Enforcement, Wrong
from lles.work.enforcement.queries.facts import runs
from lles.work.enforcement.queries.moved import end_of
from lles.work.enforcement.queries.pages import shown
from lles.work.enforcement.queries.report import may_be_written, said_of_wrong_ends
from lles.work.enforcement.queries.running import orders_running
from lles.work.enforcement.tests.recorded import MADE, ends, happens, open_tasks
from lles.work.enforcement.tests.written import enforcement_of_the_father, texts, write

Record = Callable[..., Enforcement]
WHY, DONE = "Probation spoke of somebody else.", {"ENF-HOURS": "Told by probation."}
CLOSING = "enforcement_closing_letter"


def takes_back(one: Enforcement, own: Officer, at: datetime, row: Ended) -> Wrong:
    return record_wrong(case=one.case, by=own, at=at, enforcement=one, row=row, why=WHY, language="en")


def test_the_enforcement_goes_on_with_its_tasks_and_can_end_again(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    one, about = ordered(80), Case.objects.filter(pk=case.pk)
    first = ends(one, own, now, reasons=DONE)
    assert (runs(one), open_tasks(case), list(orders_running(about))) == (False, {}, [])
    takes_back(one, own, now, first)
    assert (runs(one), set(open_tasks(case)), len(list(orders_running(about)))) == (True, {"monitor"}, 1)
    happens(one, own, now, "hours", hours=80)
    second = ends(one, own, now)
    assert end_of(one) == second
    assert Ended.objects.count() == 2
    assert not open_tasks(case)


def test_it_is_said_once_on_the_timeline_with_the_reason(
    ordered: Record, own: Officer, now: datetime
) -> None:
    one = ordered()
    row = ends(one, own, now, "revoked")
    takes_back(one, own, now, row)
    with pytest.raises(Stale):
        takes_back(one, own, now, row)
    assert Entry.objects.filter(case=one.case, kind="enforcement_wrong").get().facts["why"] == WHY


def test_a_letter_that_tells_of_it_reaches_nobody_and_the_next_one_does(
    case: Case, own: Officer, now: datetime, father: Party
) -> None:
    one, hour = enforcement_of_the_father(case, own, now, ordered=True), timedelta(hours=1)
    write(one, own, now, "start_letter")
    first = ends(one, own, now, reasons=DONE, on=date(2026, 3, 3))
    write(one, own, now + hour, "closing_letter")
    assert list(kept_from(case, CLOSING)) == []
    takes_back(one, own, now + 2 * hour, first)
    assert list(kept_from(case, CLOSING)) == [father.pk]
    assert list(kept_from(case, "enforcement_start_letter")) == []
    ends(one, own, now + 3 * hour, "revoked", date(2026, 3, 3))
    write(one, own, now + 4 * hour, "closing_letter")
    assert list(kept_from(case, CLOSING)) == []
    told = [row.tells_wrong_end for row in shown(one, MADE).written]
    assert told == [False, True, False]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("the unpaid work was done", "What was recorded wrongly")),
        ("cy", ("gwnaed y gwaith di-dâl", "Yr hyn a gofnodwyd yn anghywir")),
    ],
)
def test_the_page_of_what_has_ended_leads_to_it(
    ordered: Record, own: Officer, now: datetime, language: str, words: tuple[str, ...]
) -> None:
    one, client = ordered(80), client_of(own, language)
    matter = f"/cases/{one.case.reference}/enforcement/{one.pk}/"
    row = ends(one, own, now, reasons=DONE)
    page = f"{matter}ended/{row.pk}/wrong/"
    assert page in text_of(client, matter)
    assert client.get(f"{matter}end/").status_code == 404
    assert summary_of(fill(client, page, why=""))
    assert fill(client, page, why=WHY, language_of_words="en").status_code == 302
    text = text_of(client, matter)
    for said in (*words, WHY, f"{matter}end/"):
        assert said in text
    assert client.get(page).status_code == 404


def test_the_court_is_told_that_its_report_was_wrong_and_then_nothing_is_left_to_do(
    case: Case, own: Officer, now: datetime
) -> None:
    one, hour = enforcement_of_the_father(case, own, now, ordered=True), timedelta(hours=1)
    first = ends(one, own, now, "revoked", date(2026, 3, 3))
    write(one, own, now + hour, "end", went="The court ended it.")
    assert not may_be_written(one, "correction")
    takes_back(one, own, now + 2 * hour, first)
    assert "correction" in open_tasks(case)
    write(one, own, now + 3 * hour, "correction", wrong=WHY)
    assert "correction" not in open_tasks(case)
    assert not may_be_written(one, "correction")
    made = texts(case, "correction")
    for reader, said in (
        ("court en", "was recorded wrongly"),
        ("court cy", "anghywir"),
        ("respondent-1 en", WHY),
    ):
        assert said in made[reader]
    assert "has not ended" in made["court en"]


def test_an_end_of_which_no_report_was_made_leaves_nothing_to_correct(
    ordered: Record, case: Case, own: Officer, now: datetime
) -> None:
    one = ordered()
    takes_back(one, own, now, ends(one, own, now, "revoked"))
    assert "correction" not in open_tasks(case)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "What was wrong, and how we know"), ("cy", "Beth oedd yn anghywir")]
)
def test_why_it_was_wrong_is_in_the_box_of_the_correction(
    case: Case, own: Officer, now: datetime, language: str, said: str
) -> None:
    one, hour = enforcement_of_the_father(case, own, now, ordered=True), timedelta(hours=1)
    first = ends(one, own, now, "revoked", date(2026, 3, 3))
    write(one, own, now + hour, "end", went="The court ended it.")
    takes_back(one, own, now + 2 * hour, first)
    client, matter = client_of(own, language), f"/cases/{case.reference}/enforcement/{one.pk}/"
    assert f"{matter}write/correction/" in text_of(client, matter)
    page = text_of(client, f"{matter}write/correction/")
    assert said in page
    assert WHY in page
    assert opening(day_in_words(date(2026, 3, 3), "en")) in page, "as the words are"
    assert "checked" not in page.partition('name="language_of_words"')[2].partition("</fieldset>")[0]


def test_an_end_of_which_nobody_was_told_stands_in_no_correction(
    case: Case, own: Officer, now: datetime
) -> None:
    one, hour = enforcement_of_the_father(case, own, now, ordered=True), timedelta(hours=1)
    takes_back(one, own, now + hour, ends(one, own, now, "revoked", date(2026, 3, 2)))
    second = ends(one, own, now + 2 * hour, "revoked", date(2026, 3, 3))
    write(one, own, now + 3 * hour, "end", went="The court ended it.")
    takes_back(one, own, now + 4 * hour, second)
    assert [one.on for one in said_of_wrong_ends(one, "en")] == [date(2026, 3, 3)]
