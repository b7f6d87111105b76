"""A call uses up the plan that it was made for, and no other."""

import html
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest

from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, text_of
from lles.casefile.timeline import LONDON
from lles.work.monitoring import rules
from lles.work.monitoring.changes.calls import plan_calls, record_call
from lles.work.monitoring.changes.wrong import record_wrong
from lles.work.monitoring.forms.calls import ChangePlanForm, PlanForm
from lles.work.monitoring.models import Monitoring
from lles.work.monitoring.queries.facts import open_plans
from lles.work.monitoring.queries.said import Next, Said

Record = Callable[..., Monitoring]
SATURDAY, NEXT_SATURDAY = date(2026, 3, 14), date(2026, 3, 21)
MONDAY, NEXT_MONDAY = date(2026, 3, 16), date(2026, 3, 23)


@pytest.mark.parametrize(
    ("held_on", "about", "planned_about", "is_used"),
    [
        (MONDAY, NEXT_SATURDAY, NEXT_SATURDAY, True),
        (NEXT_MONDAY, SATURDAY, NEXT_SATURDAY, False),
        (MONDAY, SATURDAY, None, False),
        (MONDAY, None, NEXT_SATURDAY, False),
        (NEXT_MONDAY, None, NEXT_SATURDAY, True),
        (NEXT_MONDAY, SATURDAY, None, True),
    ],
)
def test_a_call_uses_up_the_plan_about_its_day_where_somebody_was_reached(
    held_on: date, about: date | None, planned_about: date | None, is_used: bool
) -> None:
    days = held_on, about, NEXT_MONDAY, planned_about
    assert rules.call_uses_up_the_plan(*days, was_asked=True) is is_used
    assert not rules.call_uses_up_the_plan(*days, was_asked=False)


@pytest.fixture
def planned(record: Record, case: Case, own: Officer, now: datetime, mother: Party) -> Monitoring:
    """A call with the mother is planned for Monday 23 March, about the Saturday before."""
    monitoring = record()
    plan_calls(
        case=case,
        by=own,
        at=now,
        monitoring=monitoring,
        party=mother,
        planned=[Next(time(10), NEXT_SATURDAY)],
    )
    return monitoring


def call(monitoring: Monitoring, whom: Party, own: Officer, about: date, on: date, **more: Any) -> None:
    said = Said(
        datetime.combine(on, time(11), LONDON), "spoke", "en", about, {1: "complied"}, "It went well.", **more
    )
    record_call(case=monitoring.case, by=own, at=said.held_at, monitoring=monitoring, party=whom, said=said)


def test_a_call_about_another_day_leaves_the_planned_one_and_asks_for_no_next(
    planned: Monitoring, case: Case, own: Officer, mother: Party, father: Party
) -> None:
    call(planned, mother, own, SATURDAY, MONDAY)
    call(planned, father, own, SATURDAY, MONDAY)
    assert [one.monitored_on for one in open_plans(planned)] == [NEXT_SATURDAY]
    assert case.tasks.get(kind="monitoring.call", ended_at=None).due_on == NEXT_MONDAY


def test_the_call_that_was_planned_uses_the_plan_up_and_asks_for_the_next(
    planned: Monitoring, own: Officer, mother: Party
) -> None:
    with pytest.raises(NeedsReason) as asked:
        call(planned, mother, own, NEXT_SATURDAY, NEXT_MONDAY)
    assert ["next one" in one.says.en for one in asked.value.findings] == [True]
    assert [one.monitored_on for one in open_plans(planned)] == [NEXT_SATURDAY]
    call(planned, mother, own, NEXT_SATURDAY, NEXT_MONDAY, next=Next(time(10), date(2026, 4, 4)))
    assert [one.monitored_on for one in open_plans(planned)] == [date(2026, 4, 4)]


@pytest.mark.parametrize(
    ("language", "stays", "missing"),
    [
        ("en", "It stays planned", "The call does not say when the next one is"),
        ("cy", "Mae'n aros", "Nid yw'r alwad yn dweud pryd y mae'r nesaf"),
    ],
)
def test_the_page_names_the_planned_call_and_says_each_time_what_is_missing(
    planned: Monitoring, case: Case, own: Officer, mother: Party, father: Party, language: str, stays: str,
    missing: str,
) -> None:  # fmt: skip
    client = client_of(own, language)
    page = f"/cases/{case.reference}/monitoring/{planned.pk}/call"
    assert stays in text_of(client, f"{page}/{mother.pk}/")
    assert stays not in text_of(client, f"{page}/{father.pk}/")
    typed = {**day("held_on", NEXT_MONDAY), **day("monitored_on", NEXT_MONDAY)}
    typed |= {"monitored_on-day": "21", "held_at": "10:00", "outcome": "spoke", "answer-1": "complied"}
    typed |= {"account": "It went well.", "language_of_words": "en"}
    for more in ({}, {"reason-MON-METHOD": ""}):
        answer = fill(client, f"{page}/{mother.pk}/", **typed, **more)
        assert answer.status_code == 200
        assert missing in html.unescape(answer.content.decode())


@pytest.mark.parametrize(("at_time", "is_barred"), [(time(10), False), (time(20), True)])
def test_an_office_of_england_that_has_said_no_hours_has_those_of_its_officers(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, at_time: time, is_barred: bool
) -> None:
    office = case.office
    assert office is not None
    office.nation, office.hours = "england", {}
    office.save()
    given: dict[str, Any] = {"case": case, "by": own, "at": now, "monitoring": record(), "party": mother}
    if not is_barred:
        assert plan_calls(**given, planned=[Next(at_time, on=MONDAY)])[0].party == mother
        return
    with pytest.raises(Barred) as barred:
        plan_calls(**given, planned=[Next(at_time, on=MONDAY)])
    assert barred.value.findings[0].provision == "MON-LIMITS"


def days_of(monitoring: Monitoring) -> list[date | None]:
    """The days that the planned calls are about, the next call first."""
    return [one.monitored_on for one in open_plans(Monitoring.objects.get(pk=monitoring.pk))]


def test_calls_are_planned_week_by_week_and_one_about_the_same_day_takes_its_place(
    planned: Monitoring, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    form = PlanForm({"call_at": "11am", "weeks": "3", **day("monitored_on", NEXT_SATURDAY)}, today=now.date())
    assert form.is_valid(), form.errors
    plan_calls(case=case, by=own, at=now, monitoring=planned, party=mother, planned=form.planned)
    assert days_of(planned) == [NEXT_SATURDAY, date(2026, 3, 28), date(2026, 4, 4)]
    assert [f"{one.starts_at.astimezone(LONDON):%d %H}" for one in open_plans(planned)] == [
        "23 11", "30 11", "07 11",
    ]  # fmt: skip
    assert case.tasks.get(kind="monitoring.call", ended_at=None).due_on == NEXT_MONDAY


@pytest.mark.parametrize("weeks", ["0", "53", "some"])
def test_weeks_are_a_number_that_a_year_holds(now: datetime, weeks: str) -> None:
    form = PlanForm({"call_at": "11am", "weeks": weeks, **day("monitored_on", SATURDAY)}, today=now.date())
    assert form.errors["weeks"] == ["Enter a number of weeks from 1 to 52"]


def test_a_planned_call_is_held_at_another_time(
    planned: Monitoring, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    (plan,), tuesday = open_plans(planned), date(2026, 3, 24)
    typed = {"goes": "other", "call_at": "2pm", **day("call_on", tuesday)}
    form = ChangePlanForm(typed, today=now.date())
    assert form.is_valid(), form.errors
    plan_calls(
        case=case, by=own, at=now, monitoring=planned, party=mother, planned=form.planned, instead_of=plan
    )
    assert days_of(planned) == [None]
    assert case.tasks.get(kind="monitoring.call", ended_at=None).due_on == tuesday


@pytest.mark.parametrize(
    ("language", "asks", "hour"),
    [
        ("en", "Choose what becomes of it", "Enter the time of the call"),
        ("cy", "Dewiswch beth fydd yn digwydd iddi", "Rhowch amser yr alwad"),
    ],
)
def test_a_planned_call_is_called_off(
    planned: Monitoring, case: Case, own: Officer, mother: Party, language: str, asks: str, hour: str
) -> None:
    client, (plan,) = client_of(own, language), open_plans(planned)
    page = f"/cases/{case.reference}/monitoring/{planned.pk}/plan/{mother.pk}/{plan.pk}/"
    assert page in text_of(client, f"/cases/{case.reference}/monitoring/{planned.pk}/")
    assert asks in html.unescape(fill(client, page).content.decode())
    assert hour in html.unescape(fill(client, page, goes="other").content.decode())
    assert fill(client, page, goes="off", call_at="nonsense").status_code == 302
    assert days_of(planned) == []
    assert not case.tasks.filter(kind="monitoring.call", ended_at=None).exists()
    assert client.get(page).status_code == 404


def test_a_call_recorded_wrongly_gives_back_the_plan_that_it_was(
    planned: Monitoring, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    call(planned, mother, own, NEXT_SATURDAY, NEXT_MONDAY, next=Next(time(10), date(2026, 4, 4)))
    assert days_of(planned) == [date(2026, 4, 4)]
    held = planned.calls.get()
    record_wrong(case=case, by=own, at=now, monitoring=planned, row=held, why="The father.", language="en")
    assert days_of(planned) == [NEXT_SATURDAY, date(2026, 4, 4)]


def test_a_call_is_not_planned_for_a_day_on_which_the_office_itself_is_closed(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    office = case.office
    assert office is not None
    office.closed_on = [MONDAY.isoformat()]
    office.save()
    given: dict[str, Any] = {"case": case, "by": own, "at": now, "monitoring": record(), "party": mother}
    with pytest.raises(Barred):
        plan_calls(**given, planned=[Next(time(10), on=MONDAY)])
    (plan,) = plan_calls(**given, planned=[Next(time(10), SATURDAY)])
    assert plan.starts_at.date() == date(2026, 3, 17)
