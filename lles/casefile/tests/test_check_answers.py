"""Answers of several facts, later answers, what they announce, and abuse that they raise."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from lles.casefile import register
from lles.casefile.changes.abuse import raise_abuse
from lles.casefile.changes.checks import Found, ask_check, open_checks, record_check_answer
from lles.casefile.changes.door import NotAllowed
from lles.casefile.models import Case, Check, CheckAnswer, Entry, Officer
from lles.casefile.queries.abuse import abuse_raised
from lles.casefile.queries.checks import answers_changed_since, words_standing
from lles.casefile.register import Event, Occasion

Answer = Callable[..., CheckAnswer]


@pytest.fixture
def check(case: Case, own: Officer, now: datetime) -> Check:
    police = next(one for one in open_checks(case=case, by=own, at=now) if one.kind == Check.POLICE)
    ask_check(case=case, by=own, at=now, check=police, body="north-wales", asked_on=now.date())
    police.refresh_from_db()
    return police


@pytest.fixture
def answer(case: Case, own: Officer, check: Check, now: datetime) -> Answer:
    def record(*found: Found, at: datetime = now) -> CheckAnswer:
        return record_check_answer(
            case=case, by=own, at=at, check=check, found=found, received_on=at.date(),
            identified_by=["name", "date_of_birth"],
        )  # fmt: skip

    return record


def test_one_answer_holds_several_facts(check: Check, answer: Answer) -> None:
    answer(Found("convicted", began="2015", subject="assault"), Found("no_further_action", began="2021-05"))
    assert words_standing(check) == ("convicted", "no_further_action")


def test_a_later_answer_stands_and_the_earlier_is_kept(check: Check, answer: Answer, now: datetime) -> None:
    answer(Found("arrest"))
    answer(Found("no_further_action"), at=now + timedelta(days=1))
    assert words_standing(check) == ("no_further_action",)
    assert check.answers.count() == 2


@pytest.mark.parametrize(
    ("first", "then", "changed"),
    [("arrest", "charge", True), ("arrest", "arrest", False), (None, "nothing_known", True)],
)
def test_an_answer_announces_what_it_changes(
    answer: Answer,
    now: datetime,
    first: str | None,
    then: str,
    changed: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if first:
        answer(Found(first))
    heard: list[Occasion] = []
    monkeypatch.setattr(register, "told", heard.append)
    answer(Found(then), at=now + timedelta(days=1))
    assert [one.event for one in heard] == [Event.CHECK_ANSWERED]
    assert heard[0].about["was"] == ((first,) if first else ())
    assert heard[0].about["now"] == (then,)
    assert heard[0].about["changed"] is changed


def test_it_knows_which_answers_changed_since_a_draft_was_written(
    case: Case, check: Check, answer: Answer, now: datetime
) -> None:
    answer(Found("arrest"))
    assert [one.check for one in answers_changed_since(case, now - timedelta(hours=1))] == [check]
    assert answers_changed_since(case, now) == []
    answer(Found("arrest"), at=now + timedelta(hours=1))
    assert answers_changed_since(case, now) == []
    answer(Found("charge"), at=now + timedelta(hours=2))
    changed = answers_changed_since(case, now)[0]
    assert changed.before is not None
    assert [fact.outcome for fact in changed.before.facts.all()] == ["arrest"]
    assert [fact.outcome for fact in changed.now.facts.all()] == ["charge"]


def test_an_answer_of_abuse_flags_the_case_with_its_source_and_day(
    case: Case, answer: Answer, now: datetime
) -> None:
    answer(Found("nothing_known"))
    assert abuse_raised(case) == []
    answer(Found("arrest", is_abuse=True), at=now + timedelta(days=1))
    flag = abuse_raised(case)[0]
    assert (flag.source, flag.raised_on) == ("answer", (now + timedelta(days=1)).date())
    assert Entry.objects.filter(case=case, kind="abuse_raised").count() == 1


def test_one_thing_raises_abuse_once(case: Case, own: Officer, teammate: Officer, now: datetime) -> None:
    raised: dict[str, Any] = {
        "case": case,
        "at": now,
        "source": "application",
        "subject": "C1A",
        "raised_on": now.date(),
    }
    for _ in range(2):
        raise_abuse(**raised, by=own)
    assert len(abuse_raised(case)) == 1
    assert Entry.objects.filter(case=case, kind="abuse_raised").count() == 1
    with pytest.raises(NotAllowed):
        raise_abuse(**raised | {"subject": "another"}, by=teammate)


def test_an_answer_that_comes_just_after_midnight_in_summer_is_not_one_of_tomorrow(
    case: Case, own: Officer, check: Check, answer: Answer
) -> None:
    at = datetime(2026, 6, 14, 23, 30, tzinfo=UTC)
    record_check_answer(
        case=case, by=own, at=at, check=check, found=[Found("arrest")], received_on=date(2026, 6, 15),
        identified_by=["name", "date_of_birth"],
    )  # fmt: skip
    assert words_standing(check) == ("arrest",)
