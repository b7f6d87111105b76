"""An order that stands with the wrong application: it goes to the right one, and nothing is deleted."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.models import Case, Entry, Officer, Party
from lles.casefile.register import kept_from
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.work.enforcement.changes.moving import move_order
from lles.work.enforcement.changes.order import record_ended
from lles.work.enforcement.models import Enforcement, OrderMoved
from lles.work.enforcement.queries.facts import hours_done, runs, unreported, waiting_of, work_of
from lles.work.enforcement.queries.moved import happened_of
from lles.work.enforcement.queries.pages import shown
from lles.work.enforcement.tests.recorded import MADE, alleges, happens
from lles.work.enforcement.tests.written import enforcement_of_the_father, write

Record = Callable[..., Enforcement]
WHY = "Paragraph 1 names the other parent."


def tasks_of(one: Enforcement) -> set[str]:
    found = one.case.tasks.filter(kind__startswith="enforcement.", subject=str(one.pk), ended_at=None)
    return {task.kind.split(".")[1] for task in found}


def move(one: Enforcement, own: Officer, now: datetime, to: Enforcement | None = None) -> Enforcement:
    """The order goes; gives the enforcement with which it stands then."""
    moved = move_order(case=one.case, by=own, at=now, enforcement=one, to=to, why=WHY)
    return Enforcement.objects.get(pk=moved.to_id)


def test_the_order_goes_to_the_application_that_waits_with_its_hours_and_its_tasks(
    ordered: Record, apply: Record, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    wrong = ordered(hours=80)
    right = apply(party=mother, applicant=father)
    happens(wrong, own, now, "hours", hours=6)
    right = move(wrong, own, now, right)
    wrong = Enforcement.objects.get(pk=wrong.pk)
    assert (wrong.order, work_of(wrong), hours_done(wrong)) == (None, None, 0)
    work = work_of(right)
    assert work is not None
    assert (right.order is not None, work.hours, hours_done(right)) == (True, 80, 6)
    assert (tasks_of(wrong), tasks_of(right)) == (set(), {"monitor"})


def test_it_is_a_dated_act_and_nothing_is_deleted(
    ordered: Record, apply: Record, own: Officer, now: datetime, mother: Party
) -> None:
    wrong, right = ordered(), apply(party=mother)
    happens(wrong, own, now, "warning")
    move(wrong, own, now, right)
    row = OrderMoved.objects.get()
    assert (row.enforcement, row.to, row.why, row.by, row.at) == (wrong, right, WHY, own, now)
    entry = Entry.objects.filter(case=wrong.case, kind="enforcement_order_moved").get()
    assert entry.facts["why"] == WHY
    assert wrong.happened.count() == 1


def test_what_is_alleged_stays_with_the_application(
    ordered: Record, apply: Record, own: Officer, now: datetime, mother: Party
) -> None:
    wrong, right = ordered(), apply(party=mother)
    alleges(wrong, own, now)
    happens(wrong, own, now, "warning")
    right = move(wrong, own, now, right)
    wrong.refresh_from_db()
    assert not happened_of(wrong).exists()
    assert [one.kind for one in happened_of(right)] == ["warning"]
    assert (wrong.alleged.count(), right.alleged.count()) == (1, 0)


def test_it_is_moved_back_as_easily(
    ordered: Record, apply: Record, own: Officer, now: datetime, mother: Party
) -> None:
    first, second = ordered(), apply(party=mother)
    happens(first, own, now, "hours", hours=6)
    second = move(first, own, now, second)
    happens(second, own, now, "hours", hours=3)
    first = move(second, own, now, Enforcement.objects.get(pk=first.pk))
    assert (hours_done(first), tasks_of(first)) == (9, {"monitor"})
    assert hours_done(Enforcement.objects.get(pk=second.pk)) == 0


def test_where_the_application_is_not_recorded_yet_its_task_opens(
    ordered: Record, own: Officer, now: datetime
) -> None:
    wrong = ordered()
    right = move(wrong, own, now)
    assert right.party is None
    assert tasks_of(right) == {"application", "monitor"}


def test_an_order_whose_application_nobody_knew_joins_one_of_two(
    apply: Record, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    first, second = apply(), apply(party=mother)
    record_order(case=case, by=own, at=now, kind="enforcement", title="C80", made_on=MADE)
    alone = Enforcement.objects.exclude(order=None).get()
    move(alone, own, now, second)
    alone = Enforcement.objects.get(pk=alone.pk)
    assert (runs(alone), tasks_of(alone), shown(alone, MADE).is_emptied) == (False, set(), True)
    assert [one.pk for one in waiting_of(case)] == [first.pk]


def test_the_next_order_does_not_go_where_one_was_taken_away_from(
    case: Case, own: Officer, now: datetime
) -> None:
    record_order(case=case, by=own, at=now, kind="enforcement", title="C80", made_on=MADE)
    alone = Enforcement.objects.get()
    move(alone, own, now)
    record_order(case=case, by=own, at=now, kind="enforcement", title="C80", made_on=MADE)
    alone.refresh_from_db()
    assert alone.order is None
    assert Enforcement.objects.exclude(order=None).count() == 2


def test_what_the_court_asks_keeps_its_work_open_without_the_order(
    case: Case, own: Officer, now: datetime, father: Party
) -> None:
    asked = Directed("enforcement_information", due_on=date(2026, 3, 25), party=father)
    record_order(case=case, by=own, at=now, kind="", title="C21", made_on=MADE, directions=(asked,))
    record_order(case=case, by=own, at=now, kind="enforcement", title="C80", made_on=MADE)
    one = Enforcement.objects.get()
    move(one, own, now)
    one = Enforcement.objects.get(pk=one.pk)
    assert runs(one)
    assert tasks_of(one) == {"application", "information"}


def test_what_was_sealed_stays_sealed_and_is_given_to_nobody_any_more(
    case: Case, apply: Record, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    wrong = enforcement_of_the_father(case, own, now, ordered=True)
    right = apply(party=mother, applicant=father)
    write(wrong, own, now, "start_letter")
    sealed = list(case.documents.values_list("sha256", flat=True))
    assert case.tasks.filter(kind="casefile.serve", ended_at=None).exists()
    right = move(wrong, own, now, right)
    assert list(case.documents.values_list("sha256", flat=True)) == sealed
    assert not case.tasks.filter(kind="casefile.serve", ended_at=None).exists()
    assert kept_from(case, "enforcement_start_letter") == {father.pk}
    (made,) = shown(Enforcement.objects.get(pk=wrong.pk), MADE).written
    assert made.is_astray
    move(right, own, now, Enforcement.objects.get(pk=wrong.pk))
    assert kept_from(case, "enforcement_start_letter") == frozenset()
    assert case.tasks.filter(kind="casefile.serve", ended_at=None).exists()


def test_the_report_before_an_order_is_of_the_application_and_stays_right(
    case: Case, apply: Record, own: Officer, now: datetime, mother: Party
) -> None:
    one = enforcement_of_the_father(case, own, now, ordered=True)
    right = apply(party=mother)
    write(one, own, now, "failure", happened="He did not come.")
    move(one, own, now, right)
    assert kept_from(case, "enforcement_failure") != frozenset()
    assert kept_from(case, "enforcement_information") == frozenset()
    assert kept_from(case, "safeguarding_letter") == frozenset()


def test_the_court_is_told_anew_of_a_failure_that_was_reported_of_the_wrong_application(
    case: Case, ordered: Record, apply: Record, own: Officer, now: datetime, mother: Party
) -> None:
    wrong, right = ordered(), apply(party=mother)
    happens(wrong, own, now, "failure")
    write(wrong, own, now + timedelta(minutes=1), "failure", happened="He did not come.")
    assert unreported(wrong) is None
    right = move(wrong, own, now + timedelta(minutes=2), right)
    assert unreported(right) is not None
    assert tasks_of(right) == {"monitor", "failure"}


def test_nothing_is_moved_after_an_end_without_an_order_or_onto_an_order(
    ordered: Record, apply: Record, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    first, waiting = ordered(), apply(party=mother)
    with pytest.raises(Stale):
        move(waiting, own, now)
    second = move(first, own, now)
    with pytest.raises(Stale):
        move(second, own, now, second)
    record_ended(
        case=case, by=own, at=now, enforcement=second, outcome="revoked", on=MADE, words="", language="en"
    )
    with pytest.raises(Stale):
        move(Enforcement.objects.get(pk=second.pk), own, now, waiting)


def test_only_who_works_on_the_case_moves_it(ordered: Record, teammate: Officer, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        move(ordered(), teammate, now)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("the order went from here", "the order came here", "Against", "20 February 2026")),
        ("cy", ("aeth y gorchymyn oddi yma", "daeth y gorchymyn yma", "Yn erbyn", "20 Chwefror 2026")),
    ],
)
def test_the_pages_say_where_it_went_and_why(
    ordered: Record, apply: Record, own: Officer, mother: Party, language: str, words: tuple[str, ...]
) -> None:
    wrong, right, client = ordered(), apply(party=mother), client_of(own, language)
    pages = [f"/cases/{one.case.reference}/enforcement/{one.pk}/" for one in (wrong, right)]
    form = text_of(client, f"{pages[0]}order/")
    assert "checked" not in form.partition("<fieldset")[2].partition("</fieldset>")[0]
    assert words[3] in form
    assert mother.name in summary_of(fill(client, f"{pages[0]}order/", to="")) + form
    assert fill(client, f"{pages[0]}order/", to=str(right.pk), why=WHY).status_code == 302
    here, there = (text_of(client, page) for page in pages)
    assert words[0] in here
    assert words[1] in there
    assert words[2] in there
    for text in (here, there):
        assert WHY in text
    assert client.get(f"{pages[0]}order/").status_code == 404


def test_who_only_sees_the_case_does_not_read_why(
    ordered: Record, own: Officer, officer_with: Callable[..., Officer], now: datetime
) -> None:
    wrong = ordered()
    move(wrong, own, now)
    page = f"/cases/{wrong.case.reference}/enforcement/{wrong.pk}/"
    assert WHY in text_of(client_of(own), page)
    text = text_of(client_of(officer_with("auditor")), page)
    assert "the order went from here" in text
    assert WHY not in text
