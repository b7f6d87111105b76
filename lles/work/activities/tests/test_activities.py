"""An activity from the question of the court to its end: its tasks, what is refused, what is told."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from lles.casefile.changes.directions import Directed, lift_direction, record_order
from lles.casefile.changes.door import Barred, NeedsReason, NotAllowed, Stale
from lles.casefile.gate import GateRefused
from lles.casefile.models import Case, Child, Officer, Order, Party
from lles.casefile.queries.reports import TypedWords
from lles.casefile.register import Event, Occasion
from lles.casefile.tests.pages import client_of
from lles.casefile.tests.pages import text_of as page_text
from lles.law.jurisdiction import Nation
from lles.work.activities.changes.activity import record_ended
from lles.work.activities.changes.reports import write_report
from lles.work.activities.models import Activity, Ended, Report
from lles.work.activities.queries.facts import is_monitored, last_day_of
from lles.work.activities.queries.findings import findings_of
from lles.work.activities.queries.pages import shown
from lles.work.activities.rules import service_refers_to_the_programme_of_the_nation
from lles.work.activities.tests.recorded import MADE, happens, open_tasks, text_of, write
from lles.work.activities.work import order_made

Record = Callable[..., Activity]
ANSWERS: dict[str, Any] = {name: "Yes." for name in ("activity", "provider", "travel", "beliefs", "times")}


def test_an_order_that_is_recognised_opens_its_work(case: Case, service: Officer, now: datetime) -> None:
    order = Order.objects.create(case=case, court_key="c43", kind="activities", made_on=MADE)
    order_made(Occasion(Event.ORDER_MADE, case, service, now, {"order": order.pk, "kind": order.kind}))
    activity = Activity.objects.get(order=order)
    assert activity.as_sealed
    assert open_tasks(case) == {"terms": None}


def test_an_order_answers_the_activity_about_which_the_court_asked(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    asked = record(order=None)
    record_order(case=case, by=own, at=now, kind="activities", title="C43", made_on=MADE)
    activity = Activity.objects.get(case=case)
    assert (activity.pk, activity.order is not None, activity.terms_at) == (asked.pk, True, None)
    assert set(open_tasks(case)) == {"terms"}
    page = f"/cases/{case.reference}/activities/{activity.pk}/terms/"
    assert re.search('value="programme"[^>]*(checked|selected)', page_text(client_of(own), page))
    record(activity, order=activity.order)
    assert "terms" not in open_tasks(case)


def test_one_more_order_opens_one_more_activity(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    record()
    record_order(case=case, by=own, at=now, kind="activities", title="C43", made_on=MADE)
    assert Activity.objects.filter(case=case).count() == 2


def test_what_the_court_asks_before_it_orders_is_answered_by_its_day(
    case: Case, own: Officer, now: datetime, father: Party
) -> None:
    asked = Directed("activity_information", due_on=date(2026, 3, 25), party=father)
    record_order(case=case, by=own, at=now, kind="", title="C21", made_on=MADE, directions=(asked,))
    activity = Activity.objects.get(case=case)
    assert (activity.order, activity.party) == (None, father)
    assert open_tasks(case) == {"terms": None, "information": date(2026, 3, 25)}
    (direction,) = case.directions.filter(kind="activity_information")
    lift_direction(case=case, by=own, at=now, direction=direction, reason="The parties agreed.")
    assert "information" not in open_tasks(case)


def test_a_question_without_an_answer_takes_a_reason(record: Record, own: Officer, now: datetime) -> None:
    activity = record(order=None)
    with pytest.raises(NeedsReason) as asked:
        write(activity, own, now, "information", activity="Yes.")
    assert [one.provision for one in asked.value.findings] == ["ACT-INFO"] * 4
    report = write(activity, own, now, "information", {"ACT-INFO": "He was not reached."}, activity="Yes.")
    assert report.version == 1
    assert not activity.case.tasks.filter(kind="activities.information", ended_at=None).exists()


def test_the_answers_go_to_the_court_in_both_languages_and_to_the_person(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    write(record(order=None), own, now, "information", **ANSWERS)
    made = case.documents.filter(kind="activity_information")
    assert {one.reader for one in made} == {"court", "respondent-1"}
    texts = {one.language: text_of(one) for one in made if one.reader == "court"}
    assert "Can the place reasonably be travelled to? Yes." in texts["en"]
    assert "A ellir yn rhesymol deithio i’r lle? Yes. (ysgrifennwyd yn Saesneg)" in texts["cy"]
    assert made.filter(filing__isnull=False).count() == 2


def test_what_its_author_wrote_in_both_each_reader_has_in_their_own(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    typed = TypedWords(ANSWERS, "en", {name: f"{name}: Ydy." for name in ANSWERS})
    write_report(case=case, by=own, at=now, activity=record(order=None), kind="information", typed=typed)
    made = case.documents.filter(kind="activity_information", reader="court")
    texts = {one.language: text_of(one) for one in made}
    assert "travel: Ydy." in texts["cy"]
    assert "(ysgrifennwyd yn Saesneg)" not in texts["cy"]
    assert "Ydy." not in texts["en"]


@pytest.mark.parametrize("kind", ["mediation", "medical", "psychiatric"])
def test_what_nobody_may_be_asked_is_refused(record: Record, kind: str) -> None:
    with pytest.raises(Barred) as barred:
        record(kind=kind)
    assert barred.value.findings[0].provision == "ACT-KINDS"
    assert not Activity.objects.exists()


def test_a_meeting_for_information_about_mediation_may_be_asked(record: Record) -> None:
    assert record(kind="mediation_information").kind == "mediation_information"


def test_a_condition_on_somebody_whom_nothing_ties_takes_a_reason(record: Record) -> None:
    with pytest.raises(NeedsReason) as asked:
        record(form="condition")
    assert [one.provision for one in asked.value.findings] == ["ACT-WHO-D"]
    assert record(form="condition", ties=("time_is_provided_for",)).ties == ["time_is_provided_for"]


def test_a_direction_of_the_day_of_the_final_order_takes_a_reason(record: Record) -> None:
    with pytest.raises(NeedsReason) as asked:
        record(is_final=True)
    assert [one.provision for one in asked.value.findings] == ["ACT-NOTFINAL"]


@pytest.mark.parametrize(
    ("final_on", "said"), [(date(2026, 3, 3), "after the final order"), (MADE, "both of")]
)
def test_the_final_order_is_one_that_is_recorded_to_end_our_part(
    record: Record, case: Case, own: Officer, now: datetime, final_on: date, said: str
) -> None:
    later = date(2026, 3, 5)
    known: dict[str, Any] = {"case": case, "by": own, "at": now, "kind": "", "title": "Final"}
    record_order(**known, made_on=later, ends_involvement=True)
    record_order(**known, made_on=final_on, ends_involvement=False, is_another=True)
    assert record().pk
    record_order(**known, made_on=final_on, ends_involvement=True, is_another=True)
    with pytest.raises(NeedsReason) as asked:
        record()
    assert [(one.provision, said in one.says.en) for one in asked.value.findings] == [("ACT-NOTFINAL", True)]
    assert record(form="condition", ties=("child_lives_there",)).pk
    if final_on == MADE:
        assert record(is_final=False).pk  # the service was done that day, and the proceedings were not
        return
    with pytest.raises(NeedsReason):
        record(is_final=False)


def test_what_the_order_says_opens_the_referral_and_the_monitoring(record: Record, case: Case) -> None:
    activity = record(months=2, is_monitored=True)
    assert last_day_of(activity) == date(2026, 5, 3)
    assert open_tasks(case) == {"referral": None, "monitor": date(2026, 5, 3)}
    record(activity, months=2, is_monitored=False)
    assert open_tasks(case) == {"referral": None, "end": date(2026, 5, 11)}


def test_what_the_court_directs_of_us_moves_the_monitoring(
    record: Record, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    activity = record(months=2)
    watch = Directed("activity_monitoring", due_on=date(2026, 4, 13), party=father)
    record_order(case=case, by=own, at=now, kind="", title="C21", made_on=MADE, directions=(watch,))
    activity.refresh_from_db()
    assert is_monitored(activity)
    assert open_tasks(case)["monitor"] == date(2026, 4, 13)


def test_the_provider_is_told_no_more_than_it_needs(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    write(
        record(provider="Rhieni Ynghyd", given_in="wales", approved_in=("wales",)),
        own,
        now,
        "referral",
        aims="Calm handovers.",
    )
    made = case.documents.filter(kind="activity_referral")
    assert {(one.reader, one.language) for one in made} == {("provider", "en"), ("provider", "cy")}
    for one in made:
        text = text_of(one)
        assert "Gareth Bevan" in text
        assert mother.name not in text
        assert case.court_number not in text
    assert "Working Together for Children" in text_of(made.get(language="en"))
    assert not case.disclosures.exclude(basis="ordered_programme").filter(reader="provider").exists()
    assert "referral" not in open_tasks(case)


def test_no_protected_place_reaches_the_provider(record: Record, own: Officer, now: datetime) -> None:
    with pytest.raises(GateRefused) as refused:
        write(record(), own, now, "referral", aims="She lives at 7 Heol y Dŵr, LL11 1ZZ.")
    assert {one.reader for one in refused.value.refusals} == {"provider"}
    assert not Report.objects.exists()


def test_a_session_missed_is_reported_where_the_court_asked_for_it(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    activity = record(is_monitored=True)
    happens(activity, own, now, "attended")
    assert "failure" not in open_tasks(case)
    happens(activity, own, now, "missed")
    due = open_tasks(case)["failure"]
    assert due is not None
    assert due > now.date()
    assert "ACT-MONITOR" in [one.provision for one in findings_of(activity, MADE) if one.warns]
    write(activity, own, now, "failure", happened="The provider told us.")
    assert "failure" not in open_tasks(case)
    text = text_of(case.documents.get(kind="activity_failure", reader="court", language="en"))
    assert "4 March 2026" in text
    assert "The provider told us." in text


@pytest.mark.parametrize("kind", ["failure", "information"])
def test_each_copy_of_what_the_court_is_told_says_whose_it_is(
    record: Record, case: Case, own: Officer, now: datetime, father: Party, kind: str
) -> None:
    father.language = ""
    father.save()
    activity = record(is_monitored=True)
    happens(activity, own, now, "missed")
    said = ANSWERS if kind == "information" else {"happened": "He was ill."}
    with pytest.raises(NeedsReason) as asked:
        write(activity, own, now, kind, **said)
    assert [one.provision for one in asked.value.findings] == ["CYM-EQUAL"]
    write(activity, own, now, kind, {"CYM-EQUAL": "It is being translated."}, **said)
    made = {(one.reader, one.language): text_of(one) for one in case.documents.all()}
    assert "For the court" in made["court", "en"]
    assert "I’r llys" in made["court", "cy"]
    assert f"Copy for {father.name}" in made[father.slug, "en"]
    assert f"Copi i {father.name}" in made[father.slug, "cy"]


def test_without_monitoring_a_session_missed_asks_for_no_report(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    happens(record(), own, now, "missed")
    assert "failure" not in open_tasks(case)


def test_who_pays_hangs_on_where_each_child_lives(record: Record, case: Case) -> None:
    activity = record()
    first, second = case.children.order_by("pk")
    Child.objects.filter(pk=first.pk).update(nation="wales")
    Child.objects.filter(pk=second.pk).update(nation="england")
    said = [payer.says.en for payer in shown(activity, MADE).payers]
    assert "Welsh Ministers" in said[0]
    assert "Secretary of State" in said[1]


def test_a_provider_who_is_not_approved_there_takes_a_reason(record: Record) -> None:
    with pytest.raises(NeedsReason) as asked:
        record(given_in="england", approved_in=("wales",))
    assert [one.provision for one in asked.value.findings] == ["ACT-FUND"]


def test_the_end_ends_every_task_once(record: Record, case: Case, own: Officer, now: datetime) -> None:
    activity = record(is_monitored=True)
    ended = {
        "case": case, "by": own, "at": now, "activity": activity, "outcome": "done", "on": MADE,
        "certificate_on": MADE, "words": "", "language": "en",
    }  # fmt: skip
    record_ended(**ended)  # type: ignore[arg-type]  # named by a mapping
    assert open_tasks(case) == {}
    with pytest.raises(Stale):
        record_ended(**ended)  # type: ignore[arg-type]  # named by a mapping
    with pytest.raises(DatabaseError), transaction.atomic():
        Ended.objects.update(outcome="court")


def test_only_who_works_on_the_case_records(
    record: Record, teammate: Officer, stranger: Officer, now: datetime
) -> None:
    activity = record()
    for other in (teammate, stranger):
        with pytest.raises(NotAllowed):
            happens(activity, other, now, "attended")


def test_the_programme_is_that_of_the_nation_in_which_the_activity_is_given(record: Record) -> None:
    for nation in ("wales", "england"):
        activity = record(given_in=nation, approved_in=(nation,))
        told = shown(activity, MADE).programme
        assert told == service_refers_to_the_programme_of_the_nation(Nation(nation))
