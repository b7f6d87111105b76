"""A last day that comes sooner, because the court ends monitoring or because the arrangements cease: page,
tasks, letters and calls all go by it (MON-DUTY, S8-TOGETHER)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine

from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.changes.living_together import TogetherSaid, record_living_together
from lles.casefile.models import Case, Document, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.work.monitoring.changes.calls import plan_call
from lles.work.monitoring.changes.documents import make_letters
from lles.work.monitoring.changes.order import follow_orders, record_answer
from lles.work.monitoring.models import Monitoring
from lles.work.monitoring.queries.facts import Request, open_plans
from lles.work.monitoring.queries.letters import Decided, untold
from lles.work.monitoring.queries.pages import shown
from lles.work.monitoring.queries.period import period_of
from lles.work.monitoring.queries.said import Next
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


def plan(monitoring: Monitoring, own: Officer, at: datetime, whom: Party, planned: Next) -> None:
    plan_call(case=monitoring.case, by=own, at=at, monitoring=monitoring, party=whom, planned=planned)


def test_page_task_and_strip_go_by_the_day_before_the_arrangements_cease(
    ceasing: Monitoring, case: Case, own: Officer
) -> None:
    assert period_of(ceasing) == (MADE, SOONER)
    task = case.tasks.get(kind="monitoring.end", ended_at=None)
    assert (task.due_on, task.provision) == (SOONER, "S8-TOGETHER")
    assert "What is monitored ceases on Monday 10 August 2026" in str(task.due)
    days = {(one.on, one.rule) for one in shown(ceasing, CEASES).days}
    assert {(CEASES, "S8-TOGETHER"), (LAST, "MON-PERIOD")} <= days
    for language, words in (("en", "last day Sun 9 August"), ("cy", "diwrnod olaf Sul 9 Awst")):
        with time_machine.travel(LAST, tick=False):
            client = client_of(own, language)
            page = text_of(client, f"/cases/{case.reference}/monitoring/{ceasing.pk}/")
        assert words in page


def test_parents_who_part_in_time_give_the_last_day_of_the_order_back(
    ceasing: Monitoring, case: Case, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    said = TogetherSaid(mother, father, date(2026, 2, 10), SOONER, None, "hearing", "court")
    row = case.living_together.get()
    record_living_together(case=case, by=own, at=now, said=said, replaces=row)
    assert period_of(ceasing) == (MADE, LAST)
    assert case.tasks.get(kind="monitoring.end", ended_at=None).due_on == LAST


def test_a_call_about_a_day_on_which_the_arrangements_have_ceased_is_refused(
    ceasing: Monitoring, own: Officer, now: datetime, mother: Party
) -> None:
    plan(ceasing, own, now, mother, Next(time(10), SOONER))
    for planned in (Next(time(10), CEASES), Next(time(10), on=CEASES)):
        with pytest.raises(Barred) as barred:
            plan(ceasing, own, now, mother, planned)
        assert [one.provision for one in barred.value.findings] == ["MON-PERIOD"]
    assert [one.monitored_on for one in open_plans(ceasing)] == [SOONER]


@pytest.mark.parametrize(
    ("days", "en", "cy"),
    [
        (0, "By law what we monitor has no effect after 9 August 2026", "yr ydym yn ei fonitro ar ôl 9 Awst"),
        (1, "By law what we monitored had no effect after 9 August", "yr oeddem yn ei fonitro ar ôl 9 Awst"),
    ],
)
def test_a_letter_at_the_end_says_that_what_ceased_has_no_effect_and_never_that_it_goes_on(
    ceasing: Monitoring, case: Case, own: Officer, days: int, en: str, cy: str
) -> None:
    told = [Decided(one) for one in untold(ceasing, "closing")]
    at = datetime(2026, 8, 9, 9, tzinfo=UTC)

    def letters(at: datetime) -> None:
        make_letters(case=case, by=own, at=at, monitoring=ceasing, letter="closing", decided=told)

    with pytest.raises(NeedsReason):
        letters(at - DAY)
    letters(at + days * DAY)
    made = texts(case, "monitoring_closing_letter")
    english, welsh = made["respondent-1 en"], made["applicant-1 cy"]
    assert en in english
    assert cy in welsh
    assert "ask a lawyer" in english
    assert "gofynnwch i gyfreithiwr" in welsh
    for untrue in ("The order of the court goes on", "The court ended this", "time that the court set"):
        assert untrue not in english
    for untrue in ("gorchymyn y llys yn parhau", "Daeth y llys", "bennodd y llys"):
        assert untrue not in welsh
    assert Document.objects.filter(kind="monitoring_closing_letter").count() == 2


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


@pytest.mark.parametrize(("on", "is_open"), [(SOONER, True), (CEASES, False)])
def test_the_first_call_ends_once_the_arrangements_have_ceased(
    ceasing: Monitoring, case: Case, own: Officer, on: date, is_open: bool
) -> None:
    follow_orders(case=case, by=own, at=datetime.combine(on, time(9), UTC))
    assert (open_calls(case) != []) is is_open
