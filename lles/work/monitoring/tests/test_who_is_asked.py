"""Who is asked and about what: a call that nobody answered, a provision that came later, whom the order names
beside the parties, and days on which nothing can have been said (MON-METHOD, MON-SIDES, MON-WHO)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.models import Case, Officer, Party, Task
from lles.casefile.tests.pages import client_of, text_of
from lles.work.monitoring.changes.calls import decide_breach, plan_calls, record_call
from lles.work.monitoring.changes.documents import make_letters
from lles.work.monitoring.changes.order import Naming, Provided, follow_orders
from lles.work.monitoring.models import Breach, Call, Monitoring
from lles.work.monitoring.queries.breaches import breach_of
from lles.work.monitoring.queries.facts import open_plans
from lles.work.monitoring.queries.letters import Decided, untold
from lles.work.monitoring.queries.report import readers_of
from lles.work.monitoring.queries.said import Next, Said
from lles.work.monitoring.tests.conftest import SATURDAY, WEEKENDS, Record, Speak

MONDAY, NEXT_MONDAY = date(2026, 3, 16), date(2026, 3, 23)
SETTLED = {"MON-METHOD": "The next one is not settled."}
Held = Callable[..., Call]


@pytest.fixture
def held(own: Officer) -> Held:
    """Records a call with somebody about a day."""

    def recorded(
        monitoring: Monitoring, whom: Party, outcome: str, at: datetime, about: date | None, **more: Any
    ) -> Call:
        reasons = more.pop("reasons", {})
        said = Said(at, outcome, "en", about, **more)
        return record_call(
            case=monitoring.case, by=own, at=at, monitoring=monitoring, party=whom, said=said, reasons=reasons
        )

    return recorded


@pytest.fixture
def grandmother(case: Case) -> Party:
    """Somebody whom the arrangements bind and who is neither applicant nor respondent."""
    return Party.objects.create(case=case, role="other", first_name="Nain", last_name="Morris", language="cy")


def open_kinds(case: Case) -> list[str]:
    found = case.tasks.filter(kind__startswith="monitoring.", ended_at=None).order_by("kind")
    return [one.kind.removeprefix("monitoring.") for one in found]


def plan(monitoring: Monitoring, own: Officer, at: datetime, whom: Party, planned: Next) -> None:
    plan_calls(case=monitoring.case, by=own, at=at, monitoring=monitoring, party=whom, planned=[planned])


def test_a_call_that_nobody_answered_leaves_the_first_one_and_its_plan_open_and_asks_for_the_next(
    record: Record, held: Held, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    monitoring, at = record(), datetime(2026, 3, 16, 11, tzinfo=UTC)
    plan(monitoring, own, now, mother, Next(time(10), SATURDAY))
    with pytest.raises(NeedsReason) as asked:
        held(monitoring, mother, "no_answer", at, SATURDAY)
    assert [one.provision for one in asked.value.findings] == ["MON-METHOD"]
    held(monitoring, mother, "no_answer", at, SATURDAY, reasons=SETTLED)
    assert {"first_call", "call"} <= set(open_kinds(case))
    held(monitoring, mother, "no_answer", at, SATURDAY, next=Next(time(10), SATURDAY, NEXT_MONDAY))
    assert [one.starts_at.date() for one in open_plans(monitoring)] == [NEXT_MONDAY]
    held(monitoring, mother, "no_answer", at, SATURDAY)
    held(monitoring, mother, "declined", at, SATURDAY, reasons=SETTLED)
    assert not {"first_call", "call"} & set(open_kinds(case))


def test_another_persons_call_is_not_the_next_one_of_somebody_who_was_not_reached(
    record: Record, held: Held, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    monitoring = record()
    plan(monitoring, own, now, father, Next(time(10), on=NEXT_MONDAY))
    with pytest.raises(NeedsReason):
        held(monitoring, mother, "no_answer", datetime(2026, 3, 16, 11, tzinfo=UTC), SATURDAY)


def test_a_call_planned_with_somebody_who_is_in_the_case_no_longer_is_not_needed(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    monitoring = record()
    plan(monitoring, own, now, mother, Next(time(10), SATURDAY))
    Party.objects.filter(pk=mother.pk).update(in_latest_answer=False)
    follow_orders(case=case, by=own, at=now)
    assert open_plans(monitoring) == []
    assert case.tasks.get(kind="monitoring.call").outcome == "not_needed"


def test_a_side_is_asked_about_the_provision_and_not_only_about_the_day(
    record: Record, speak: Speak, case: Case, own: Officer, mother: Party, father: Party
) -> None:
    monitoring = record()
    early = speak(monitoring, mother, "complied")
    record(provisions=[Provided("time_with", WEEKENDS), Provided("time_with", "Back by four.")])
    monitoring.provisions.filter(number=2).update(added_at=datetime(2026, 3, 17, 9, tzinfo=UTC))
    at = datetime(2026, 3, 18, 11, tzinfo=UTC)
    said = Said(at, "spoke", "en", SATURDAY, {1: "complied", 2: "not"}, "She kept him until six.")
    given: dict[str, Any] = {"case": case, "by": own, "monitoring": monitoring, "reasons": SETTLED}
    record_call(**given, at=at, party=father, said=said)
    breach = Breach.objects.get()
    stands = breach_of(monitoring, breach.pk)
    assert stands is not None
    assert (stands.state, stands.unasked, early in stands.accounts) == ("alleged", (mother,), True)
    record_call(**given, at=at, party=mother, said=Said(at, "declined", "en", SATURDAY))
    stands = breach_of(monitoring, breach.pk)
    assert stands is not None
    assert stands.state == "asked"


@pytest.mark.parametrize(
    ("held_on", "about", "bars"),
    [
        (date(2026, 3, 13), SATURDAY, ["MON-METHOD"]),
        (SATURDAY, SATURDAY, []),
        (date(2026, 3, 3), None, ["MON-METHOD"]),
        (date(2026, 3, 4), None, []),
    ],
)
def test_no_call_is_held_before_its_order_or_before_the_day_it_is_about(
    record: Record, held: Held, mother: Party, held_on: date, about: date | None, bars: list[str]
) -> None:
    monitoring, at = record(), datetime.combine(held_on, time(11), UTC)
    if not bars:
        assert held(monitoring, mother, "declined", at, about, reasons=SETTLED)
        return
    with pytest.raises(Barred) as barred:
        held(monitoring, mother, "declined", at, about)
    assert [one.provision for one in barred.value.findings if one.bars] == bars


@pytest.mark.parametrize(
    ("planned", "is_barred"),
    [
        (Next(time(10), on=date(2026, 3, 13)), True),
        (Next(time(10), on=MONDAY), False),
        (Next(time(10), date(2026, 3, 21), date(2026, 3, 20)), True),
        (Next(time(10), date(2026, 3, 20), date(2026, 3, 20)), False),
    ],
)
def test_no_call_is_planned_for_a_day_that_has_passed_or_before_the_day_it_is_about(
    record: Record, own: Officer, mother: Party, planned: Next, is_barred: bool
) -> None:
    monitoring, at = record(), datetime(2026, 3, 16, 9, tzinfo=UTC)
    if not is_barred:
        plan(monitoring, own, at, mother, planned)
        return
    with pytest.raises(Barred) as barred:
        plan(monitoring, own, at, mother, planned)
    assert [one.provision for one in barred.value.findings] == ["MON-CALL-DAY"]


@pytest.mark.parametrize(("on", "says"), [(date(2026, 3, 13), "is of Saturday"), (SATURDAY, "last side")])
def test_nothing_is_found_of_a_breach_before_its_day_or_before_the_last_side_was_asked(
    record: Record, speak: Speak, case: Case, own: Officer, mother: Party, father: Party, on: date, says: str
) -> None:
    monitoring = record()
    at = speak(monitoring, father, "not").held_at
    speak(monitoring, mother, "not")
    given: dict[str, Any] = {
        "case": case, "by": own, "at": at, "monitoring": monitoring, "breach": Breach.objects.get(),
        "is_confirmed": True, "words": "Both say so.", "language": "en",
    }  # fmt: skip
    with pytest.raises(Barred) as barred:
        decide_breach(**given, on=on)
    assert [(one.provision, says in one.says.en) for one in barred.value.findings] == [("MON-SIDES", True)]
    assert decide_breach(**given, on=MONDAY)


def test_a_grandmother_whom_the_order_names_is_offered_asked_and_told_and_reads_no_report(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, grandmother: Party
) -> None:
    monitoring, client = record(), client_of(own)
    page = f"/cases/{case.reference}/monitoring/{monitoring.pk}/"
    assert "Nain Morris" not in text_of(client, page)
    assert "Nain Morris" in text_of(client, f"{page}terms/")
    people = [Naming(mother, "time_with_another"), Naming(grandmother, "named_for_time")]
    monitoring = record(people=people)
    plan(monitoring, own, now, grandmother, Next(time(10), SATURDAY))
    assert Task.objects.get(kind="monitoring.call", ended_at=None).party == grandmother
    assert "Nain Morris" in text_of(client, f"{page}call/{grandmother.pk}/")
    told = [Decided(one) for one in untold(monitoring, "start")]
    make_letters(case=case, by=own, at=now, monitoring=monitoring, letter="start", decided=told)
    assert case.documents.filter(kind="monitoring_start_letter", party=grandmother).exists()
    assert grandmother.name not in [one.name for one in readers_of(monitoring)]
