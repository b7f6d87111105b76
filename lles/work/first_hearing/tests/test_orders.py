"""Orders recorded by hand: each direction a task, amended, taken back and done; and their pages."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from django.test import Client

from lles.casefile import register
from lles.casefile.changes.directions import Directed, amend_direction, lift_direction, record_order
from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.models import Case, Direction, Document, Entry, Hearing, Officer, Order, Party
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.work.first_hearing.changes.directions import record_done
from lles.work.first_hearing.queries.orders import DIRECTION
from lles.work.first_hearing.rules.directions import LABELS

PAGE = "/cases/C-2288/orders/"
RECORD = f"{PAGE}record/"
MADE, DUE = date(2026, 3, 2), date(2026, 7, 13)
REPORT = Directed("section_7_report", "a report", DUE, time(16), paragraph="5")


@pytest.fixture
def ordered(case: Case, own: Officer, now: datetime) -> Callable[..., Order]:
    """Records an order that directs these things."""

    def record(*directions: Directed, title: str = "Directions") -> Order:
        return record_order(
            case=case, by=own, at=now, kind="", title=title, made_on=MADE, directions=directions
        )

    return record


def test_each_direction_becomes_a_task_due_as_the_order_says(
    case: Case, own: Officer, ordered: Callable[..., Order]
) -> None:
    efa = case.children.get(first_name="Efa")
    ordered(REPORT, Directed("risk_assessment_16a", child=efa))
    report, assessment = case.tasks.filter(kind=DIRECTION).order_by("pk")
    assert (report.due_on, report.provision, report.direction) == (
        DUE, "CAL-ORDER-WINS", case.directions.get(paragraph="5"),
    )  # fmt: skip
    assert (assessment.due_on, assessment.provision, assessment.child) == (None, "DIR-RECORD", efa)
    for client, words in ((client_of(own), "Section 7 report"), (client_of(own, "cy"), "Adroddiad adran 7")):
        for page in ("/", "/cases/C-2288/tasks/", PAGE):
            assert words in text_of(client, page), page
    assert "Due Mon 13 July, 4pm" in text_of(client_of(own), PAGE) or "13 July" in text_of(
        client_of(own), PAGE
    )


@pytest.mark.parametrize("label", LABELS)
def test_each_report_that_a_court_can_ask_for_becomes_one_task(
    case: Case, ordered: Callable[..., Order], label: str
) -> None:
    ordered(Directed(label, due_on=DUE))
    (task,) = case.tasks.filter(ended_at=None)
    assert (task.due_on, task.provision) == (DUE, "CAL-ORDER-WINS")


def test_what_another_piece_of_work_does_is_opened_there_alone(
    case: Case, ordered: Callable[..., Order]
) -> None:
    ordered(Directed("safeguarding_letter", due_on=DUE))
    assert register.direction_kind("safeguarding_letter") is not None
    assert [task.kind for task in case.tasks.filter(ended_at=None)] == ["safeguarding.letter"]


@pytest.mark.parametrize("pathway", ["pathfinder", "cap"])
def test_what_no_piece_of_work_takes_is_a_task_of_its_own(
    case: Case, own: Officer, now: datetime, ordered: Callable[..., Order], pathway: str
) -> None:
    """A letter directed on Pathfinder, or directed again when one is filed, is not lost."""
    Case.objects.filter(pk=case.pk).update(pathway=pathway)
    case.refresh_from_db()
    Document.objects.create(
        case=case, kind="safeguarding_letter", reader="court", language="en", file_name="court.en.pdf",
        sha256="0" * 64, made_by=own, made_at=now,
    )  # fmt: skip
    ordered(Directed("safeguarding_letter", due_on=DUE))
    (task,) = case.tasks.filter(kind=DIRECTION, ended_at=None)
    assert task.due_on == DUE
    assert "Record that it was done" in text_of(client_of(own), PAGE)


def test_an_amended_direction_moves_its_task_and_one_taken_back_ends_it(
    case: Case, own: Officer, now: datetime, ordered: Callable[..., Order]
) -> None:
    order = ordered(REPORT)
    later = Directed("section_7_report", due_on=date(2026, 8, 3), paragraph="5")
    new = amend_direction(case=case, by=own, at=now, direction=case.directions.get(), said=later, order=order)
    was, now_open = case.tasks.filter(kind=DIRECTION).order_by("pk")
    assert (was.outcome, now_open.due_on, now_open.ended_at) == ("amended", date(2026, 8, 3), None)
    lift_direction(case=case, by=own, at=now, direction=new, reason="The parties agreed.")
    now_open.refresh_from_db()
    assert now_open.outcome == "lifted"


def test_done_is_recorded_once_and_ends_the_task(
    case: Case, own: Officer, teammate: Officer, now: datetime, ordered: Callable[..., Order]
) -> None:
    ordered(REPORT)
    given = case.directions.get()
    with pytest.raises(NotAllowed):
        record_done(case=case, by=teammate, at=now, direction=given, how="By word of mouth.")
    record_done(case=case, by=own, at=now, direction=given, how="By word of mouth.")
    assert case.tasks.get(kind=DIRECTION).outcome == "done"
    assert Entry.objects.get(case=case, kind="direction_done").facts["why"] == "By word of mouth."
    with pytest.raises(Stale):
        record_done(case=case, by=own, at=now, direction=given, how="Again.")


def row(n: int, kind: str, **more: str) -> dict[str, str]:
    return {f"kind-{n}": kind, **{f"{name}-{n}": value for name, value in more.items()}}


ORDER = {"title": "Directions", "ends_involvement": "no", **day("made_on", MADE)}


def test_an_order_is_recorded_on_its_page(case: Case, own: Officer, mother: Party) -> None:
    client, efa = client_of(own), case.children.get(first_name="Efa")
    directed = row(
        0, "section_7_report", child=str(efa.pk), party=str(mother.pk), paragraph="5", due_time="4pm"
    )
    answer = fill(client, RECORD, **ORDER, **directed, **day("due_on-0", DUE))
    assert answer.status_code == 302, summary_of(answer)
    order, given = case.orders.get(), case.directions.get()
    assert (order.title, order.made_on, order.ends_involvement) == ("Directions", MADE, False)
    assert (given.child, given.party, given.due_on, given.due_time) == (efa, mother, DUE, time(16))
    page = text_of(client, PAGE)
    assert "Section 7 report: Efa Bevan, Siân Morris" in page
    assert "It does not end the service's involvement." in page


def test_two_rows_that_ask_the_same_are_an_error_in_the_form(case: Case, own: Officer) -> None:
    client = client_of(own)
    twice = {**row(0, "section_7_report"), **row(1, "section_7_report"), "rows": "2"}
    answer = fill(client, RECORD, **{**ORDER, **twice})
    assert "(direction 2) – Direction 2 asks the same as direction 1" in summary_of(answer)
    assert not Order.objects.exists()
    apart = {**twice, "paragraph-0": "5", "paragraph-1": "7"}
    assert fill(client, RECORD, **{**ORDER, **apart}).status_code == 302
    assert Direction.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"paragraph-0": "5"}, "Select what the court directs"),
        ({"kind-0": "section_7_report", "due_time-0": "4pm"}, "Enter the day as well as the time"),
        ({"kind-0": "section_7_report", **day("due_on-0", date(2026, 3, 1))}, "before the order was made"),
        ({"kind-0": "in_its_words"}, "Write what the order says"),
        ({"title": ""}, "Enter what the order is called"),
    ],
)
def test_it_says_what_is_wrong_with_an_order(
    case: Case, own: Officer, typed: dict[str, str], says: str
) -> None:
    answer = fill(client_of(own), RECORD, **{**ORDER, **typed})
    assert says in summary_of(answer)
    assert not Order.objects.exists()


def test_there_is_room_for_more_directions_and_nothing_typed_is_lost(case: Case, own: Officer) -> None:
    answer = fill(client_of(own), RECORD, **ORDER, **row(0, "section_7_report"), more="yes")
    assert 'name="kind-2"' in said(answer)
    assert 'value="Directions"' in said(answer)


def test_a_direction_is_amended_taken_back_and_done_on_its_pages(
    case: Case, own: Officer, ordered: Callable[..., Order]
) -> None:
    client, order = client_of(own), ordered(REPORT)
    one = case.directions.get()
    amended = {
        "order": str(order.pk),
        "paragraph": "5",
        **day("due_on", date(2026, 8, 3)),
        "due_time": "12:00",
    }
    assert fill(client, f"{PAGE}directions/{one.pk}/amend/", **amended).status_code == 302
    new = case.directions.get(superseded_at=None)
    assert (new.due_on, new.due_time, new.supersedes) == (date(2026, 8, 3), time(12), one)
    assert client.get(f"{PAGE}directions/{one.pk}/amend/").status_code == 404
    done = f"{PAGE}directions/{new.pk}/done/"
    assert "say how it was done" in summary_of(fill(client, done))
    assert fill(client, done, how="The report was filed by the office.").status_code == 302
    assert "The report was filed by the office." in text_of(client, PAGE)
    assert client.get(done).status_code == 404
    lifted = fill(client, f"{PAGE}directions/{new.pk}/take-back/", words="The parties agreed.")
    assert lifted.status_code == 302
    assert "What it directed before" in text_of(client, PAGE)


def test_an_order_that_directs_the_same_already_is_not_made_to_twice(
    case: Case, own: Officer, ordered: Callable[..., Order]
) -> None:
    ordered(REPORT)
    first = case.directions.get()
    later = ordered(REPORT, title="Later directions")
    typed = {"order": str(later.pk), "paragraph": "5", "words": "a report"}
    answer = fill(client_of(own), f"{PAGE}directions/{first.pk}/amend/", **typed)
    assert "That order directs this already" in summary_of(answer)


def test_a_direction_is_done_by_a_document(
    case: Case, own: Officer, now: datetime, ordered: Callable[..., Order]
) -> None:
    ordered(REPORT)
    made = Document.objects.create(
        case=case, kind="safeguarding_letter", reader="court", language="en", file_name="a.pdf",
        sha256="0" * 64, made_by=own, made_at=now,
    )  # fmt: skip
    page = f"{PAGE}directions/{case.directions.get().pk}/done/"
    assert fill(client_of(own), page, document=str(made.pk)).status_code == 302
    assert Entry.objects.filter(case=case, kind="direction_done_by").exists()


def test_a_document_made_just_after_midnight_in_summer_is_offered_under_the_day_it_was_here(
    case: Case, own: Officer, ordered: Callable[..., Order]
) -> None:
    ordered(REPORT)
    Document.objects.create(
        case=case, kind="safeguarding_letter", reader="court", language="en", file_name="a.pdf",
        sha256="0" * 64, made_by=own, made_at=datetime(2026, 6, 14, 23, 30, tzinfo=UTC),
    )  # fmt: skip
    page = text_of(client_of(own), f"{PAGE}directions/{case.directions.get().pk}/done/")
    assert "15 June 2026" in page
    assert "14 June 2026" not in page


def test_it_says_so_where_nothing_was_ordered(own: Officer, case: Case) -> None:
    assert "No order is recorded." in text_of(client_of(own), PAGE)
    assert "Ni chofnodwyd gorchymyn." in text_of(client_of(own, "cy"), PAGE)


def test_words_that_name_a_protected_place_stay_closed(
    case: Case, own: Officer, ordered: Callable[..., Order]
) -> None:
    ordered(Directed("in_its_words", "A visit to 7 Heol y Dŵr, Wrexham LL11 1ZZ"))
    page = text_of(client_of(own), PAGE)
    assert "LL11 1ZZ" not in page
    assert "words that name a protected place" in page


def test_who_only_sees_the_case_is_offered_nothing(case: Case, teammate: Officer) -> None:
    client: Client = client_of(teammate)
    answer = client.get(PAGE)
    assert answer.status_code in (200, 404)
    assert "Record an order" not in said(answer)
    assert client.get(RECORD).status_code in (403, 404)


@pytest.mark.parametrize(("on", "is_early"), [(12, True), (13, True), (14, False)])
def test_a_dispute_resolution_appointment_that_was_listed_before_the_report_says_so_on_the_page(
    case: Case, own: Officer, ordered: Callable[..., Order], on: int, is_early: bool
) -> None:
    ordered(Directed("section_7_report", due_on=date(2099, 7, 13)))
    starts_at = datetime(2099, 7, on, 9, tzinfo=UTC)
    Hearing.objects.create(case=case, court_key="dra", type_code="ABA5-DRA", starts_at=starts_at)
    for language, words in (("en", "the report is due only on"), ("cy", "ond dyddiad cwblhau'r adroddiad")):
        assert (words in text_of(client_of(own, language), PAGE)) is is_early


@pytest.mark.parametrize(
    ("before", "after", "is_open"),
    [(DUE, DUE, False), (None, DUE, False), (DUE, date(2026, 8, 3), True), (DUE, None, True)],
)
def test_what_was_done_stays_done_where_an_amendment_leaves_its_day(
    case: Case, own: Officer, now: datetime, ordered: Callable[..., Order], before: date | None,
    after: date | None, is_open: bool,
) -> None:  # fmt: skip
    order = ordered(Directed("section_7_report", "", before))
    record_done(case=case, by=own, at=now, direction=case.directions.get(), how="By word of mouth.")
    put_right = Directed("section_7_report", "", after, paragraph="5")
    was = case.directions.get()
    new = amend_direction(case=case, by=own, at=now, direction=was, said=put_right, order=order)
    assert case.tasks.filter(kind=DIRECTION, ended_at=None).exists() is is_open
    page = text_of(client_of(own), PAGE)
    assert ("By word of mouth." in page) is not is_open
    assert (f"/directions/{new.pk}/done/" in page) is is_open


def test_a_later_order_that_names_a_day_asks_again_for_what_was_done(
    case: Case, own: Officer, now: datetime, ordered: Callable[..., Order]
) -> None:
    ordered(Directed("section_7_report"))
    was = case.directions.get()
    record_done(case=case, by=own, at=now, direction=was, how="By word of mouth.")
    amend_direction(case=case, by=own, at=now, direction=was, said=REPORT, order=ordered(title="A later one"))
    assert case.tasks.filter(kind=DIRECTION, ended_at=None).exists()
