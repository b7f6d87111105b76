"""A last day that comes sooner because the court ends monitoring: page, tasks and calls go by it (MON-DUTY);
and arrangements that cease, of which no document tells (S8-TOGETHER)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.changes.living_together import TogetherSaid, record_living_together
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.work.monitoring.changes.calls import plan_calls, record_call
from lles.work.monitoring.changes.documents import make_letters
from lles.work.monitoring.changes.order import record_answer
from lles.work.monitoring.models import Monitoring
from lles.work.monitoring.queries.facts import Request, open_plans
from lles.work.monitoring.queries.letters import Decided, untold
from lles.work.monitoring.queries.pages import shown
from lles.work.monitoring.queries.period import period_of
from lles.work.monitoring.queries.said import Next, Said
from lles.work.monitoring.tests.test_documents import texts

Record = Callable[..., Monitoring]
MADE, LAST, SOONER, CEASES = date(2026, 3, 4), date(2026, 9, 3), date(2026, 8, 9), date(2026, 8, 10)
SATURDAY, NEXT_SATURDAY = date(2026, 3, 14), date(2026, 3, 21)
DAY = timedelta(days=1)


@pytest.fixture
def ceasing(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, father: Party
) -> Monitoring:
    """The parents live together since 10 February 2026, so the arrangements cease on 10 August."""
    monitoring = record(request=Request(arrangements_on=date(2026, 1, 5)))
    said = TogetherSaid(mother, father, date(2026, 2, 10), None, None, "hearing", "court")
    record_living_together(case=case, by=own, at=now, said=said)
    return monitoring


def open_calls(case: Case) -> list[tuple[str, date | None]]:
    found = case.tasks.filter(kind__in=("monitoring.call", "monitoring.first_call"), ended_at=None)
    return [(one.kind.removeprefix("monitoring."), one.due_on) for one in found.order_by("pk")]


def answered(monitoring: Monitoring, own: Officer, at: datetime) -> None:
    """The court ended monitoring on that day."""
    record_answer(
        case=monitoring.case, by=own, at=at, monitoring=monitoring, answer="ended", on=at.date(), words="",
        language="en",
    )  # fmt: skip


def test_a_decision_before_the_order_is_refused(record: Record, own: Officer) -> None:
    with pytest.raises(Barred) as barred:
        answered(record(), own, datetime(2026, 1, 4, 12, tzinfo=UTC))
    assert barred.value.findings[0].provision == "MON-DUTY"


def plan(monitoring: Monitoring, own: Officer, at: datetime, whom: Party, planned: Next) -> None:
    plan_calls(case=monitoring.case, by=own, at=at, monitoring=monitoring, party=whom, planned=[planned])


def test_what_ceases_stands_on_the_page_and_shortens_neither_the_period_nor_its_task(
    ceasing: Monitoring, case: Case, own: Officer
) -> None:
    assert period_of(ceasing) == (MADE, LAST)
    task = case.tasks.get(kind="monitoring.end", ended_at=None)
    assert (task.due_on, task.provision) == (LAST, "MON-PERIOD")
    days = {(one.on, one.rule) for one in shown(ceasing, CEASES).days}
    assert {(CEASES, "S8-TOGETHER"), (LAST, "MON-PERIOD")} <= days
    for language, words in (("en", "Ceased"), ("cy", "Heb effaith mwyach")):
        with time_machine.travel(CEASES, tick=False):
            page = text_of(client_of(own, language), f"/cases/{case.reference}/monitoring/{ceasing.pk}/")
        assert words in page


@pytest.mark.parametrize("kind", ["start", "closing"])
def test_no_letter_tells_anybody_that_the_parents_live_together(
    ceasing: Monitoring, case: Case, own: Officer, kind: str
) -> None:
    told = [Decided(one) for one in untold(ceasing, kind)]
    at = datetime(2026, 9, 4, 9, tzinfo=UTC) if kind == "closing" else datetime(2026, 3, 5, 9, tzinfo=UTC)
    make_letters(case=case, by=own, at=at, monitoring=ceasing, letter=kind, decided=told)
    made = texts(case, f"monitoring_{kind}_letter")
    assert "3 September 2026" in made["respondent-1 en"]
    assert "3 Medi 2026" in made["applicant-1 cy"]
    for words in made.values():
        assert "August" not in words
        assert "Awst" not in words


def test_a_call_about_a_day_on_which_the_arrangements_have_ceased_has_a_reason(
    ceasing: Monitoring, own: Officer, father: Party
) -> None:
    def held(about: date, on: date) -> None:
        at = datetime.combine(on, time(11), UTC)
        said = Said(at, "declined", "en", about)
        record_call(
            case=ceasing.case, by=own, at=at, monitoring=ceasing, party=father, said=said,
            reasons={"MON-METHOD": "The next one is not settled."},
        )  # fmt: skip

    held(SOONER, SOONER)
    held(SOONER, CEASES)
    with pytest.raises(NeedsReason) as asked:
        held(CEASES, CEASES)
    assert [one.provision for one in asked.value.findings] == ["S8-TOGETHER"]


def test_the_strip_and_the_task_go_by_the_day_on_which_the_court_ended_it(
    record: Record, case: Case, own: Officer
) -> None:
    monitoring, at = record(), datetime(2026, 5, 1, 10, tzinfo=UTC)
    answered(monitoring, own, at)
    days = shown(monitoring, at.date()).days
    assert [one.on for one in days if one.rule == "MON-DUTY"] == [at.date()]
    assert LAST not in [one.on for one in days]
    task = case.tasks.get(kind="monitoring.end", ended_at=None)
    assert (task.due_on, task.provision) == (at.date(), "MON-DUTY")


@pytest.mark.parametrize(("answer", "last"), [("ended", date(2026, 6, 1)), ("goes_on", LAST)])
def test_the_last_answer_of_the_court_stands_in_place_of_one_before(
    record: Record, case: Case, own: Officer, answer: str, last: date
) -> None:
    monitoring = record()
    answered(monitoring, own, datetime(2026, 5, 1, 10, tzinfo=UTC))
    on = datetime(2026, 6, 1, 10, tzinfo=UTC)
    record_answer(
        case=case, by=own, at=on, monitoring=monitoring, answer=answer, on=on.date(), words="", language="en"
    )
    assert period_of(monitoring) == (MADE, last)


def test_once_the_court_has_ended_monitoring_no_call_is_open(
    record: Record, case: Case, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    monitoring = record()
    plan(monitoring, own, now, mother, Next(time(10), NEXT_SATURDAY))
    plan(monitoring, own, now, father, Next(time(10), SATURDAY))
    assert [kind for kind, _due in open_calls(case)] == ["first_call", "call", "call"]
    at = datetime(2026, 3, 18, 10, tzinfo=UTC)
    answered(monitoring, own, at)
    assert open_calls(case) == [("call", date(2026, 3, 16))]
    assert [one.party for one in open_plans(monitoring)] == [father]
    outcomes = case.tasks.filter(kind__startswith="monitoring.").exclude(ended_at=None)
    assert set(outcomes.exclude(kind="monitoring.terms").values_list("outcome", flat=True)) == {"not_needed"}


def test_after_the_court_has_ended_monitoring_a_side_can_still_be_asked_about_a_day_before(
    record: Record, case: Case, own: Officer, mother: Party
) -> None:
    monitoring, at = record(), datetime(2026, 3, 15, 10, tzinfo=UTC)
    answered(monitoring, own, at)
    plan(monitoring, own, at + DAY, mother, Next(time(10), SATURDAY))
    assert open_calls(case) == [("call", date(2026, 3, 16))]
    with pytest.raises(Barred):
        plan(monitoring, own, at + DAY, mother, Next(time(10), NEXT_SATURDAY))
