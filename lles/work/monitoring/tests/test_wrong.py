"""A call, what a child said, and what was found of a breach, once recorded wrongly, count no more and stay on
the file with the reason."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from lles.casefile.changes.door import NeedsReason, Stale
from lles.casefile.models import Case, Entry, Officer, Party
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.work.monitoring.changes.calls import decide_breach, record_call
from lles.work.monitoring.changes.wrong import record_wrong
from lles.work.monitoring.models import Breach, Call, Decision, Monitoring, Wrong
from lles.work.monitoring.queries.breaches import breach_of, breaches_of, unreported
from lles.work.monitoring.queries.due import ASK, BREACH, DECIDE, FIRST
from lles.work.monitoring.queries.facts import calls_of
from lles.work.monitoring.queries.report import Author, reader_of, report_facts
from lles.work.monitoring.queries.said import Said

Record = Callable[..., Monitoring]
Speak = Callable[..., Call]
WHY = "It was the call with the other parent."


def is_wrong(one: Monitoring, own: Officer, at: datetime, row: Call | Decision) -> Wrong:
    return record_wrong(case=one.case, by=own, at=at, monitoring=one, row=row, why=WHY, language="en")


def tasks(case: Case) -> set[str]:
    return set(case.tasks.filter(ended_at=None).values_list("kind", flat=True))


def test_a_breach_that_a_wrong_call_alone_alleged_counts_no_more_until_another_alleges_it(
    record: Record, speak: Speak, case: Case, own: Officer, father: Party
) -> None:
    monitoring = record()
    row = speak(monitoring, father, "not")
    assert ASK in tasks(case)
    assert FIRST not in tasks(case)
    is_wrong(monitoring, own, row.at, row)
    assert (list(calls_of(monitoring)), list(breaches_of(monitoring))) == ([], [])
    assert FIRST in tasks(case)
    assert ASK not in tasks(case)
    with pytest.raises(Stale):
        is_wrong(monitoring, own, row.at, row)
    speak(monitoring, father, "not", account="It was the Sunday.")
    assert len(breaches_of(monitoring)) == Breach.objects.count() == 1
    assert Entry.objects.filter(case=case, kind="monitoring_wrong_call").get().facts["why"] == WHY
    called = [str(one.facts) for one in Entry.objects.filter(case=case, kind="monitoring_called")]
    assert ["monitoring_alleged" in one for one in called] == [True, True]


def test_what_was_found_after_a_wrong_call_is_found_again(
    confirmed: Breach, speak: Speak, case: Case, own: Officer, mother: Party
) -> None:
    monitoring, later = confirmed.monitoring, confirmed.decisions.get().at + timedelta(days=1)
    assert [one.row for one in unreported(monitoring)] == [confirmed]
    is_wrong(monitoring, own, later, monitoring.calls.get(party=mother))
    stands = breach_of(monitoring, confirmed.pk)
    assert stands is not None
    assert (stands.state, stands.unasked, stands.decision) == ("alleged", (mother,), None)
    assert ASK in tasks(case)
    assert BREACH not in tasks(case)
    speak(monitoring, mother, "complied", account="He came.")
    decide(confirmed, own, later + timedelta(days=1), is_confirmed=False)
    assert [one.state for one in breaches_of(monitoring)] == ["not_shown"]


def decide(breach: Breach, own: Officer, at: datetime, *, is_confirmed: bool) -> Decision:
    return decide_breach(
        case=breach.monitoring.case, by=own, at=at, monitoring=breach.monitoring, breach=breach,
        is_confirmed=is_confirmed, words="They differ.", language="en", on=at.date(),
    )  # fmt: skip


def test_a_wrong_decision_is_decided_again_and_reported_by_the_day_of_the_one_that_counts(
    confirmed: Breach, case: Case, own: Officer
) -> None:
    monitoring, first = confirmed.monitoring, confirmed.decisions.get()
    before = case.tasks.get(kind=BREACH, ended_at=None).due_on
    assert before is not None
    later = first.at + timedelta(days=1)
    with pytest.raises(Stale):
        decide(confirmed, own, later, is_confirmed=True)
    is_wrong(monitoring, own, later, first)
    assert [one.state for one in breaches_of(monitoring)] == ["asked"]
    assert DECIDE in tasks(case)
    assert BREACH not in tasks(case)
    decide(confirmed, own, later, is_confirmed=True)
    assert case.tasks.get(kind=BREACH, ended_at=None).due_on == before + timedelta(days=1)
    assert Entry.objects.filter(case=case, kind="monitoring_wrong_decision").get().facts["why"] == WHY


def test_no_report_tells_of_it_and_the_same_call_twice_takes_a_reason(
    record: Record, speak: Speak, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    monitoring, child = record(), case.children.order_by("pk")[0]
    said = speak(monitoring, child, account="Dad was late.")
    row = speak(monitoring, father, "partly")
    again = Said(row.held_at, "spoke", "en", None, {1: "complied"}, "The same again.")
    with pytest.raises(NeedsReason) as asked:
        record_call(case=case, by=own, at=now, monitoring=monitoring, child=child, said=again)
    assert ["twice" in one.says.en for one in asked.value.findings] == [True]
    is_wrong(monitoring, own, row.at, row)
    is_wrong(monitoring, own, row.at, said)
    court = reader_of(monitoring, "court")
    assert court is not None
    author = Author("It goes well.", "en", child_to_parties=True, other_words="Yr un peth.")
    told = report_facts(monitoring, "interim", author, court, own, now, draft=True)
    assert (told.calls, told.breaches, told.no_call) == ((), (), True)
    record_call(case=case, by=own, at=row.at, monitoring=monitoring, child=child, said=again)
    assert len(calls_of(monitoring)) == 1


@pytest.mark.parametrize(
    ("language", "words", "again"),
    [
        ("en", "What was recorded wrongly", "say again what you find"),
        ("cy", "Yr hyn a gofnodwyd yn anghywir", "nodwch eto beth rydych yn ei ganfod"),
    ],
)
def test_the_pages_say_it_and_show_what_was_wrong_and_why(
    confirmed: Breach, own: Officer, father: Party, language: str, words: str, again: str
) -> None:
    monitoring, client = confirmed.monitoring, client_of(own, language)
    order = f"/cases/{monitoring.case.reference}/monitoring/{monitoring.pk}/"
    row = monitoring.calls.get(party=father)
    page = f"{order}call/{row.pk}/wrong/"
    assert words not in text_of(client, order)
    assert again in text_of(client, page)
    assert fill(client, page, why="", language_of_words="en").status_code == 200
    assert fill(client, page, why=WHY, language_of_words="en").status_code == 302
    shown = text_of(client, order)
    assert words in shown
    assert WHY in shown
    assert client.get(page).status_code == 404
    assert again not in text_of(client, f"{order}decision/{confirmed.decisions.get().pk}/wrong/")
