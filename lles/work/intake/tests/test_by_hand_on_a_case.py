"""On a case that is there: the facts that come on paper alone, and hearings of which the court told
otherwise."""

import re
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from lles.casefile.changes.application_facts import FactSaid, record_application_fact
from lles.casefile.changes.directions import record_order
from lles.casefile.changes.door import NotAllowed
from lles.casefile.changes.hearings import SentByTheCourt, list_hearing, move_hearing, vacate_hearing
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Entry, Hearing, Officer
from lles.casefile.queries.application_facts import application_facts
from lles.casefile.tests.pages import client_of, day, fill, said, statements, summary_of, text_of

ON = datetime(2026, 3, 25, 10, tzinfo=UTC)
LATER = datetime(2026, 3, 31, 9, tzinfo=UTC)
HARM = FactSaid("harm", "yes", "c1a", ("neglect",), ("respondent",), raised_on=date(2026, 3, 1))


def due_on(case: Case) -> date | None:
    return case.tasks.get(kind="safeguarding.letter").due_on


@pytest.fixture
def hearing(case: Case, own: Officer, now: datetime) -> Hearing:
    """A first hearing that an officer listed, in a case whose letter is due before it."""
    open_task(case=case, by=own, at=now, kind="safeguarding.letter")
    return list_hearing(case=case, by=own, at=now, type_code="ABA5-FHR", starts_at=ON, venue="")


def test_a_fact_is_recorded_once_and_said(case: Case, own: Officer, now: datetime) -> None:
    record_application_fact(case=case, by=own, at=now, said=HARM)
    assert application_facts(case)["harm"].kinds == ["neglect"]
    entry = Entry.objects.get(case=case, kind="application_fact")
    assert "neglect" not in str(entry.facts)


def test_the_last_word_stands_and_the_first_stays(case: Case, own: Officer, now: datetime) -> None:
    record_application_fact(case=case, by=own, at=now, said=HARM)
    record_application_fact(case=case, by=own, at=now, said=FactSaid("harm", "no", "court"))
    assert application_facts(case)["harm"].answer == "no"
    assert case.application_facts.count() == 2


@pytest.mark.parametrize("who", ["teammate", "stranger"])
def test_a_fact_is_recorded_by_those_who_work_on_the_case(
    case: Case, now: datetime, who: str, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(NotAllowed):
        record_application_fact(case=case, by=request.getfixturevalue(who), at=now, said=HARM)


def test_a_fact_is_keyed_on_its_page_and_flagged_on_every_page(case: Case, own: Officer) -> None:
    client, path = client_of(own), reverse("intake:fact", args=(case.reference, "urgency"))
    answer = fill(client, path, answer="yes", without_notice="no", words="Soon.", source="court")
    assert answer.status_code == 302
    assert "Urgent application" in text_of(client, reverse("casefile:case", args=(case.reference,)))
    assert "Soon." in text_of(client, reverse("intake:facts", args=(case.reference,)))
    assert "Cais brys" in text_of(client_of(own, "cy"), reverse("casefile:people", args=(case.reference,)))


def test_an_urgent_case_is_marked_on_today_until_it_is_not(
    case: Case, own: Officer, now: datetime, hearing: Hearing
) -> None:
    client, mark = client_of(own), ">Urgent</strong>"
    record_application_fact(case=case, by=own, at=now, said=FactSaid("urgency", "yes", "application"))
    assert mark in text_of(client, "/")
    record_application_fact(case=case, by=own, at=now, said=FactSaid("urgency", "no", "court"))
    assert mark not in text_of(client, "/")


def test_a_yes_of_harm_says_of_what_kind(case: Case, own: Officer) -> None:
    path = reverse("intake:fact", args=(case.reference, "harm"))
    said = summary_of(fill(client_of(own), path, answer="yes", source="application"))
    assert "Select at least one answer" in said


@pytest.mark.parametrize("language", ["en", "cy"])
def test_what_is_missing_of_harm_is_said_of_each_question(case: Case, own: Officer, language: str) -> None:
    path = reverse("intake:fact", args=(case.reference, "harm"))
    summary = summary_of(fill(client_of(own, language), path, answer="yes", source="c1a"))
    lines = [one.split("</a>")[0] for one in summary.split('<a href="#')[1:]]
    assert len({one.partition(">")[2].partition(" – ")[0] for one in lines}) == len(lines) == 2


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_nobody_says_where_harm_stands_but_who_records_it(case: Case, own: Officer, answer: str) -> None:
    client, path = client_of(own), reverse("intake:fact", args=(case.reference, "harm"))
    typed = {"answer": answer, "by_whom": "applicant", "kinds": "neglect"}
    assert "Select where it is said" in summary_of(fill(client, path, **typed))
    assert fill(client, path, **typed, source="c1a").status_code == 302


def test_a_case_of_which_nothing_is_said_on_paper_costs_its_pages_nothing(
    case: Case, own: Officer, now: datetime
) -> None:
    client, path = client_of(own), reverse("casefile:case", args=(case.reference,))
    text_of(client, path)
    with statements() as before:
        text_of(client, path)
    record_application_fact(case=case, by=own, at=now, said=FactSaid("harm", "no", "application"))
    with statements() as after:
        text_of(client, path)
    assert len(after) == len(before) <= 8


def test_a_hearing_makes_the_letter_due(case: Case, hearing: Hearing) -> None:
    assert due_on(case) == date(2026, 3, 19)
    assert Entry.objects.filter(case=case, kind="hearing_listed").count() == 1


def test_a_hearing_that_moves_takes_the_day_along(
    case: Case, own: Officer, now: datetime, hearing: Hearing
) -> None:
    move_hearing(
        case=case, by=own, at=now, hearing=hearing, type_code="ABA5-FHR", starts_at=LATER, venue="Mold"
    )
    assert due_on(case) == date(2026, 3, 25)
    entry = Entry.objects.get(case=case, kind="hearing_moved")
    assert entry.facts["was"] == {"moment": ON.isoformat()}


def test_a_hearing_off_the_list_asks_for_no_letter_before_it(
    case: Case, own: Officer, now: datetime, hearing: Hearing
) -> None:
    vacate_hearing(case=case, by=own, at=now, hearing=hearing, words="Settled.")
    hearing.refresh_from_db()
    assert (hearing.going_ahead, hearing.starts_at) == (False, ON)
    assert due_on(case) == date(2026, 4, 1)


def test_a_hearing_of_the_court_is_the_courts(case: Case, own: Officer, now: datetime) -> None:
    theirs = Hearing.objects.create(case=case, court_key="1", starts_at=ON)
    with pytest.raises(SentByTheCourt):
        vacate_hearing(case=case, by=own, at=now, hearing=theirs, words="No.")
    path = reverse("intake:vacate_hearing", args=(case.reference, theirs.pk))
    assert client_of(own).get(path).status_code == 404


def test_a_hearing_is_listed_moved_and_vacated_on_its_pages(case: Case, own: Officer) -> None:
    client = client_of(own)
    add = reverse("intake:list_hearing", args=(case.reference,))
    assert "Enter a time" in summary_of(fill(client, add, type_code="ABA5-FHR", at="soon"))
    typed = {"type_code": "ABA5-FHR", "at": "10am", **day("on", date(2026, 12, 9))}
    assert fill(client, add, **typed).status_code == 302
    hearing = Hearing.objects.get(case=case)
    move = reverse("intake:move_hearing", args=(case.reference, hearing.pk))
    assert fill(client, move, **{**typed, "at": "14:15"}).status_code == 302
    vacate = reverse("intake:vacate_hearing", args=(case.reference, hearing.pk))
    assert fill(client, vacate, words="Settled.").status_code == 302
    shown = text_of(client, reverse("intake:hearings", args=(case.reference,)))
    assert "Does not take place" in shown


@pytest.mark.parametrize(
    ("code", "words", "shown"),
    [
        ("ABA5-2GA", "2nd Gatekeeping Appointment", "Ail Apwyntiad Porthgadw"),
        ("", "First Hearing", "Gwrandawiad Cyntaf"),
        ("NEW-1", "Round table", '<span lang="en">Round table</span> <span class="lles-quiet">(yn Saesneg)'),
    ],
)
def test_a_hearing_is_named_in_the_language_of_the_page_or_marked(
    case: Case, own: Officer, code: str, words: str, shown: str
) -> None:
    case.hearings.create(court_key="1", type_code=code, type_words=words, starts_at=ON)
    path = reverse("intake:hearings", args=(case.reference,))
    assert shown in said(client_of(own, "cy").get(path))


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("child_arrangements", "Gorchymyn trefniadau plant"),
        (
            "round_table_order",
            '<span lang="en">Round table order</span> <span class="lles-quiet">(yn Saesneg)',
        ),
    ],
)
def test_an_application_is_named_in_the_language_of_the_page_or_marked(
    case: Case, own: Officer, kind: str, shown: str
) -> None:
    case.applications.create(kind=kind)
    assert shown in said(client_of(own, "cy").get(reverse("intake:of_case", args=(case.reference,))))


def test_an_order_without_a_title_is_called_by_its_hearing_in_the_language_of_the_page(
    case: Case, own: Officer, hearing: Hearing, now: datetime
) -> None:
    record_order(case=case, by=own, at=now, kind="", made_on=ON.date(), hearing=hearing)
    for language, called in (("en", "First Hearing"), ("cy", "Gwrandawiad Cyntaf")):
        page = text_of(client_of(own, language), reverse("intake:of_case", args=(case.reference,)))
        assert f'<span class="lles-as-typed">{called}</span>' in page


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "the courts are closed (Christmas Day)"), ("cy", "mae'r llysoedd ar gau (Dydd Nadolig)")],
)
def test_a_hearing_has_a_kind_that_somebody_chose_and_a_day_on_which_the_court_sits(
    case: Case, own: Officer, language: str, says: str
) -> None:
    client, add = client_of(own, language), reverse("intake:list_hearing", args=(case.reference,))
    assert re.findall('value="([^"]*)" selected', text_of(client, add)) == [""]
    typed = {"at": "10am", **day("on", date(2026, 12, 25))}
    assert 'href="#id_type_code"' in summary_of(fill(client, add, **typed))
    assert says in summary_of(fill(client, add, **typed, type_code="ABA5-DRA"))
    assert fill(client, add, **typed, type_code="ABA5-DRA", at_weekend="on").status_code == 302
