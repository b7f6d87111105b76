"""A monitoring order made and recorded, its calls, a breach that is alleged until each side was asked, and
the days of all that."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from lles.casefile import register
from lles.casefile.changes.directions import Directed
from lles.casefile.changes.door import Barred, NeedsReason, NotAllowed
from lles.casefile.models import Case, Officer, Order, Party
from lles.casefile.register import Event, Occasion
from lles.casefile.timeline import LONDON
from lles.work.monitoring.changes.calls import decide_breach, plan_calls, record_call
from lles.work.monitoring.changes.order import Naming, Provided, record_answer
from lles.work.monitoring.models import Breach, Call, Monitoring, PlannedCall
from lles.work.monitoring.queries.breaches import breach_of
from lles.work.monitoring.queries.facts import Request, findings_of, live_directions
from lles.work.monitoring.queries.period import period_of
from lles.work.monitoring.queries.said import Next, Said
from lles.work.monitoring.work import order_made

Record = Callable[..., Monitoring]
Speak = Callable[..., Call]
MADE, SATURDAY = date(2026, 3, 4), date(2026, 3, 14)
TAKEN_BACK = {"DIR-RECORD": "By the order of 9 April."}


def open_tasks(case: Case) -> dict[str, date | None]:
    found = case.tasks.filter(kind__startswith="monitoring.", ended_at=None)
    return {task.kind.split(".")[1]: task.due_on for task in found}


def test_an_order_that_is_keyed_waits_for_a_period(made: Monitoring, case: Case) -> None:
    assert period_of(made) is None
    assert open_tasks(case) == {"terms": None}
    assert [one.provision for one in findings_of(made, MADE) if one.bars] == ["MON-PERIOD"]
    assert case.entries.filter(kind="monitoring_made").count() == 1


@pytest.mark.parametrize(
    "title", ["Contact monitoring order", "MONITORING ORDER", "Order under section 11H", "Gorchymyn monitro"]
)
def test_a_person_knows_it_by_its_title(title: str) -> None:
    kind = register.perhaps_of_kind(title)
    assert kind is not None
    assert kind.name == "monitoring"


def test_an_order_of_the_feed_is_kept_as_the_court_wrote_it(
    case: Case, service: Officer, now: datetime
) -> None:
    order = Order.objects.create(case=case, court_key="c43", kind="monitoring", made_on=MADE)
    order_made(Occasion(Event.ORDER_MADE, case, service, now, {"order": order.pk, "kind": order.kind}))
    monitoring = Monitoring.objects.get(order=order)
    assert monitoring.as_sealed
    Monitoring.objects.update(ends_on=date(2027, 3, 4))
    monitoring.refresh_from_db()
    assert period_of(monitoring) == (MADE, date(2027, 3, 3))
    assert "MON-PERIOD" in [one.provision for one in findings_of(monitoring, MADE)]


def test_what_the_order_says_opens_the_letters_the_first_call_and_the_end(record: Record, case: Case) -> None:
    monitoring = record()
    assert period_of(monitoring) == (MADE, date(2026, 9, 3))
    assert open_tasks(case) == {"letters": None, "first_call": date(2026, 3, 11), "end": date(2026, 9, 3)}
    assert findings_of(monitoring, MADE) == ()
    line = case.entries.get(kind="monitoring_terms")
    assert len(line.facts["more"]) == 4


@pytest.mark.parametrize(
    ("more", "provision"),
    [
        ({"provisions": [Provided("lives_with", "With the mother.")]}, "MON-POWER"),
        ({"provisions": [Provided("time_with", "A."), Provided("activity", "B.")]}, "MON-NOTACTIVITY"),
        ({"request": Request(arrangements_on=date(2026, 3, 5))}, "MON-TIMING"),
        ({"request": Request(proceedings_ended_on=date(2026, 3, 3))}, "MON-TIMING"),
        ({"request": Request(is_excepted=True)}, "MON-EXCEPTED"),
        ({"people": []}, "MON-WHO"),
        ({"months": None}, "MON-PERIOD"),
        ({"months": 13}, "MON-PERIOD"),
    ],
)
def test_what_the_statute_does_not_allow_is_refused_unless_the_sealed_order_says_it(
    record: Record, more: dict[str, object], provision: str
) -> None:
    with pytest.raises(Barred) as barred:
        record(**more)
    assert [one.provision for one in barred.value.findings] == [provision]
    with pytest.raises(NeedsReason):
        record(**more, as_sealed=True)
    assert record(**more, as_sealed=True, reasons={provision: "The court was asked."}).terms_at


def test_somebody_under_none_of_the_limbs_is_refused(record: Record, father: Party) -> None:
    with pytest.raises(Barred) as barred:
        record(people=[Naming(father, "other")])
    assert barred.value.findings[0].provision == "MON-WHO"


def test_words_that_all_read_name_no_protected_place(record: Record) -> None:
    with pytest.raises(Barred) as barred:
        record(provisions=[Provided("time_with", "At 7 Heol y Dŵr, LL11 1ZZ.")])
    assert barred.value.findings[0].provision == "CONF-C8"


def test_a_provision_that_is_changed_leaves_and_stays(record: Record) -> None:
    record()
    monitoring = record(provisions=[Provided("time_with", "Each Sunday.")])
    assert [(one.number, one.left_at is None) for one in monitoring.provisions.all()] == [
        (1, False),
        (2, True),
    ]


def test_a_call_is_planned_on_the_first_working_day_after_what_is_monitored(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    monitoring = record()
    friday = date(2026, 4, 3)  # Good Friday
    for monitored_on, due in ((friday, date(2026, 4, 7)), (SATURDAY, date(2026, 3, 16))):
        plan_calls(
            case=case, by=own, at=now, monitoring=monitoring, party=mother,
            planned=[Next(time(10), monitored_on)],
        )  # fmt: skip
        assert open_tasks(case)["call"] == due
    assert PlannedCall.objects.filter(ended_at=None).count() == 2


@pytest.mark.parametrize(
    ("on", "at_time", "is_barred"),
    [
        (date(2026, 3, 16), time(9, 0), False),
        (date(2026, 3, 16), time(20, 0), True),
        (SATURDAY, time(10, 0), True),
        (date(2026, 4, 6), time(10, 0), True),
    ],
)
def test_a_call_is_planned_in_office_hours_alone(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, on: date, at_time: time,
    is_barred: bool,
) -> None:  # fmt: skip
    monitoring = record()
    given: dict[str, Any] = {"case": case, "by": own, "at": now, "monitoring": monitoring, "party": mother}
    if not is_barred:
        assert plan_calls(**given, planned=[Next(at_time, on=on)])[0].party == mother
        return
    with pytest.raises(Barred) as barred:
        plan_calls(**given, planned=[Next(at_time, on=on)])
    assert barred.value.findings[0].provision == "MON-LIMITS"


def test_a_conversation_at_any_hour_is_recorded_and_says_what_it_leaves_open(
    record: Record, case: Case, own: Officer, speak: Speak, mother: Party
) -> None:
    monitoring = record()
    said = Said(datetime(2026, 3, 16, 22, tzinfo=LONDON), "spoke", "en", SATURDAY, {}, "")
    given: dict[str, Any] = {
        "case": case,
        "by": own,
        "at": said.held_at,
        "monitoring": monitoring,
        "party": mother,
    }
    with pytest.raises(NeedsReason) as asked:
        record_call(**given, said=said)
    assert {dict(one.facts).get("unsaid", "provision") for one in asked.value.findings} == {
        "account", "next", "provision",
    }  # fmt: skip
    speak(monitoring, mother, "complied")
    assert "first_call" not in open_tasks(case)
    assert not Breach.objects.exists()
    with pytest.raises(DatabaseError), transaction.atomic():
        Call.objects.update(account="")


def test_what_is_outside_the_period_is_not_monitored(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    monitoring = record()
    given: dict[str, Any] = {"case": case, "by": own, "at": now, "monitoring": monitoring, "party": mother}
    (last,) = plan_calls(**given, planned=[Next(time(10), date(2026, 9, 3))])
    assert last.starts_at.date() == date(2026, 9, 4)
    with pytest.raises(Barred) as barred:
        plan_calls(**given, planned=[Next(time(10), date(2026, 9, 4))])
    assert barred.value.findings[0].provision == "MON-PERIOD"


@pytest.mark.parametrize(("outcome", "state"), [("no_answer", "alleged"), ("declined", "asked"),
                                                ("silent", "asked"), ("spoke", "asked")])  # fmt: skip
def test_a_breach_stays_alleged_until_each_side_was_asked(
    record: Record, case: Case, own: Officer, now: datetime, speak: Speak, mother: Party, father: Party,
    outcome: str, state: str,
) -> None:  # fmt: skip
    monitoring = record()
    speak(monitoring, father, "not")
    breach = monitoring.breaches.get()
    stands = breach_of(monitoring, breach.pk)
    assert stands is not None
    assert (stands.state, stands.unasked) == ("alleged", (mother,))
    assert "ask" in open_tasks(case)
    decided: dict[str, Any] = {
        "case": case, "by": own, "at": now, "monitoring": monitoring, "breach": breach, "is_confirmed": True,
        "words": "He came.", "language": "en", "on": date(2026, 3, 17),
    }  # fmt: skip
    with pytest.raises(Barred) as barred:
        decide_breach(**decided)
    assert barred.value.findings[0].provision == "MON-SIDES"
    assert "Siân Morris" in barred.value.findings[0].says.en
    speak(monitoring, mother, outcome=outcome)
    stands = breach_of(monitoring, breach.pk)
    assert stands is not None
    assert stands.state == state
    assert ("decide" in open_tasks(case)) is (state == "asked")


def test_a_confirmed_breach_goes_to_the_court_by_the_day_of_the_order_or_of_the_setting(
    confirmed: Breach, case: Case, record: Record
) -> None:
    assert open_tasks(case)["breach"] == date(2026, 3, 24)
    for unit, within, due, why in (
        ("working_days", 2, date(2026, 3, 19), "The order wants the report 2 working days later"),
        ("days", 10, date(2026, 3, 27), "The order wants the report within 10 days"),
        ("at_once", None, date(2026, 3, 17), "The order wants the report at once"),
    ):
        record(report_within=within, report_unit=unit)
        assert open_tasks(case)["breach"] == due
        assert why in str(case.tasks.get(kind="monitoring.breach", ended_at=None).due)
    record(directs=(), reasons=TAKEN_BACK)
    assert "breach" not in open_tasks(case)


def test_what_was_not_shown_is_not_reported(
    record: Record, case: Case, own: Officer, now: datetime, speak: Speak, mother: Party, father: Party
) -> None:
    monitoring = record()
    speak(monitoring, father, "partly")
    speak(monitoring, mother, "complied")
    decide_breach(
        case=case, by=own, at=now, monitoring=monitoring, breach=monitoring.breaches.get(),
        is_confirmed=False, words="The accounts differ.", language="en", on=date(2026, 3, 17),
    )  # fmt: skip
    assert not {"ask", "decide", "breach"} & set(open_tasks(case))
    assert case.entries.filter(kind="monitoring_not_shown").count() == 1


def test_a_report_in_between_has_the_day_of_the_order_and_one_at_the_end_the_last_day(
    record: Record, case: Case
) -> None:
    directs = (
        Directed("monitoring_interim_report", due_on=date(2026, 6, 1)),
        Directed("monitoring_end_report"),
    )
    monitoring = record(directs=directs)
    found = case.tasks.filter(kind="monitoring.report", ended_at=None)
    assert sorted(str(task.due_on) for task in found) == ["2026-06-01", "2026-09-03"]
    record(directs=directs[1:], reasons=TAKEN_BACK)
    found = case.tasks.filter(kind="monitoring.report", ended_at=None)
    assert [str(task.due_on) for task in found] == ["2026-09-03"]
    assert [one.kind for one in live_directions(monitoring)] == ["monitoring_end_report"]


def test_the_court_alone_ends_monitoring_before_its_last_day(
    record: Record, case: Case, own: Officer, now: datetime
) -> None:
    monitoring = record()
    given: dict[str, Any] = {
        "case": case,
        "by": own,
        "at": now,
        "monitoring": monitoring,
        "words": "",
        "language": "en",
    }
    record_answer(**given, answer="goes_on", on=date(2026, 4, 1))
    assert period_of(monitoring) == (MADE, date(2026, 9, 3))
    record_answer(**given, answer="ended", on=date(2026, 5, 1))
    assert period_of(monitoring) == (MADE, date(2026, 5, 1))
    task = case.tasks.get(kind="monitoring.end", ended_at=None)
    assert (task.due_on, task.provision) == (date(2026, 5, 1), "MON-DUTY")


def test_only_who_works_on_the_case_records(
    record: Record, case: Case, now: datetime, mother: Party, teammate: Officer, stranger: Officer
) -> None:
    monitoring = record()
    for other in (teammate, stranger):
        with pytest.raises(NotAllowed):
            plan_calls(
                case=case, by=other, at=now + timedelta(hours=1), monitoring=monitoring, party=mother,
                planned=[Next(time(10), SATURDAY)],
            )  # fmt: skip
