"""Monitoring that the court ends before its first day is never in effect: no call, and one letter that says
so (MON-DUTY)."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from lles.casefile.changes.door import Barred
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.work.monitoring.changes.calls import plan_calls
from lles.work.monitoring.changes.documents import make_letters
from lles.work.monitoring.changes.order import record_answer
from lles.work.monitoring.models import Monitoring
from lles.work.monitoring.queries.letters import Decided, untold
from lles.work.monitoring.queries.pages import shown
from lles.work.monitoring.queries.said import Next
from lles.work.monitoring.tests.test_documents import texts

Record = Callable[..., Monitoring]
STARTS, BEFORE = date(2026, 3, 16), date(2026, 3, 4)


def answered(monitoring: Monitoring, own: Officer, at: datetime, answer: str, on: date) -> None:
    record_answer(
        case=monitoring.case, by=own, at=at, monitoring=monitoring, answer=answer, on=on, words="",
        language="en",
    )  # fmt: skip


@pytest.fixture
def never(record: Record, own: Officer, now: datetime) -> Monitoring:
    """To begin on 16 March; the court ended it on 4 March."""
    monitoring = record(starts_on=STARTS)
    answered(monitoring, own, now, "ended", BEFORE)
    return monitoring


def asked(case: Case) -> set[str]:
    found = case.tasks.filter(kind__startswith="monitoring.", ended_at=None)
    return {kind.removeprefix("monitoring.") for kind in found.values_list("kind", flat=True)}


@pytest.mark.parametrize(
    ("language", "tag", "not_said"),
    [("en", "Never in effect", "In force"), ("cy", "Heb fod mewn grym", "Mewn grym")],
)
def test_the_pages_say_that_it_is_never_in_effect(
    never: Monitoring, own: Officer, language: str, tag: str, not_said: str
) -> None:
    for more in ("", f"{never.pk}/"):
        page = text_of(client_of(own, language), f"/cases/{never.case.reference}/monitoring/{more}")
        assert tag in page
        assert not_said not in page
    days = [(one.on, one.what.en) for one in shown(never, BEFORE).days]
    assert days[-1] == (BEFORE, "The court ends monitoring before it begins: it is never in effect.")


def test_no_call_is_asked_for_or_planned_and_no_letter_but_the_last(
    never: Monitoring, case: Case, own: Officer, now: datetime, father: Party
) -> None:
    assert asked(case) == {"end"}
    with pytest.raises(Barred):
        plan_calls(
            case=case, by=own, at=now, monitoring=never, party=father,
            planned=[Next(time(10), date(2026, 3, 17))],
        )  # fmt: skip
    assert [letter for letter, _to in shown(never, BEFORE).letters] == ["closing"]
    letters = f"/cases/{case.reference}/monitoring/{never.pk}/letters/"
    client = client_of(own)
    assert client.get(f"{letters}start/").status_code == 404
    assert client.get(f"{letters}closing/").status_code == 200


def test_the_one_letter_says_so_in_each_language(
    never: Monitoring, case: Case, own: Officer, now: datetime
) -> None:
    told = [Decided(one) for one in untold(never, "closing")]
    make_letters(
        case=case, by=own, at=now + timedelta(hours=1), monitoring=never, letter="closing", decided=told
    )
    made = texts(case, "monitoring_closing_letter")
    for reader, said, not_said in (
        (
            "respondent-1 en",
            "It was to begin on 16 March 2026. The court ended it on",
            "no more",
        ),
        ("applicant-1 cy", "Roedd hyn i fod i ddechrau ar 16 Mawrth 2026", "ar ôl y diwrnod hwnnw"),
    ):
        assert said in made[reader]
        assert not_said not in made[reader]
    assert asked(case) == set()


def test_on_its_first_day_it_was_in_effect(record: Record, case: Case, own: Officer, now: datetime) -> None:
    monitoring = record(starts_on=STARTS)
    answered(monitoring, own, now, "ended", STARTS)
    assert not shown(monitoring, STARTS).is_never_in_effect
    assert "letters" in asked(case)


def test_where_the_court_then_says_that_it_goes_on_the_letters_are_asked_for_again(
    never: Monitoring, case: Case, own: Officer, now: datetime
) -> None:
    answered(never, own, now + timedelta(hours=1), "goes_on", BEFORE)
    assert {"letters", "first_call"} <= asked(case)
