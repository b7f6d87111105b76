"""The door: who may, one transaction, one line on the timeline, and a trace of what was refused."""

from datetime import date, datetime
from typing import Any

import pytest

from lles.casefile.access import Verb
from lles.casefile.changes.checks import Found, ask_check, open_checks, record_check_answer
from lles.casefile.changes.conversations import record_conversation
from lles.casefile.changes.door import Barred, Done, NeedsReason, NotAllowed, Stale, change
from lles.casefile.changes.people import allocate, record_language
from lles.casefile.models import Case, CheckAnswer, Entry, Officer, Party
from lles.casefile.timeline import says


def lines(case: Case) -> list[str]:
    return list(case.entries.order_by("pk").values_list("kind", flat=True))


def test_it_writes_the_rows_and_one_entry(case: Case, own: Officer, mother: Party, now: datetime) -> None:
    record_conversation(case=case, by=own, at=now, party=mother, began_at=now, outcome="no_answer")
    assert case.conversations.count() == 1
    assert lines(case) == ["conversation_recorded"]


@pytest.mark.parametrize("who", ["teammate", "stranger"])
def test_it_refuses_who_may_not_and_keeps_the_refusal(
    who: str, request: pytest.FixtureRequest, case: Case, mother: Party, now: datetime
) -> None:
    officer = request.getfixturevalue(who)
    with pytest.raises(NotAllowed):
        record_conversation(case=case, by=officer, at=now, party=mother, began_at=now, outcome="no_answer")
    assert not case.conversations.exists()
    assert lines(case) == ["refused"]
    assert case.entries.get().by == officer


@pytest.mark.parametrize("who", ["own", "manager"])
def test_it_lets_those_through_who_work_on_the_case(
    who: str, request: pytest.FixtureRequest, case: Case, mother: Party, now: datetime
) -> None:
    officer = request.getfixturevalue(who)
    record_conversation(case=case, by=officer, at=now, party=mother, began_at=now, outcome="spoke")
    assert case.conversations.get().by == officer


def test_it_refuses_a_stale_edit(case: Case, own: Officer, mother: Party, now: datetime) -> None:
    seen = Case.objects.get(pk=case.pk).version
    asked: dict[str, Any] = {"case": case, "party": mother, "by": own, "at": now, "asked_on": now.date()}
    record_language(**asked, language="cy", seen=seen)
    with pytest.raises(Stale):
        record_language(**asked, language="en", seen=seen)
    mother.refresh_from_db()
    assert mother.language == "cy"


def test_it_rolls_everything_back_when_the_body_fails(case: Case, own: Officer, now: datetime) -> None:
    @change(needs=Verb.WORK)
    def half_done(*, case: Case, by: Officer, at: datetime) -> Done[None]:
        Case.objects.filter(pk=case.pk).update(court_name="half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        half_done(case=case, by=own, at=now)
    case.refresh_from_db()
    assert case.court_name != "half"
    assert lines(case) == []


def test_it_bars_what_the_rules_bar(case: Case, own: Officer, now: datetime) -> None:
    check = open_checks(case=case, by=own, at=now)[0]
    with pytest.raises(Barred) as barred:
        record_check_answer(
            case=case, by=own, at=now, check=check, found=[Found("nothing_known")], identified_by=["name"],
            received_on=now.date(),
        )  # fmt: skip
    assert barred.value.findings[0].provision == "SG-CHECKS-CAO"
    assert not CheckAnswer.objects.exists()


def test_it_goes_on_with_a_reason_and_keeps_it(case: Case, own: Officer, now: datetime) -> None:
    check = open_checks(case=case, by=own, at=now)[0]
    answer: dict[str, Any] = {
        "case": case, "by": own, "at": now, "check": check, "found": [Found("nothing_known")],
        "identified_by": ["name", "date_of_birth"], "received_on": now.date(),
    }  # fmt: skip
    with pytest.raises(NeedsReason):
        record_check_answer(**answer)
    record_check_answer(**answer, reasons={"SG-CHECKS-CAO": "it came by itself"})
    facts = Entry.objects.get(kind="check_answered").facts
    assert facts["reasons"][0]["facts"]["reason"] == "it came by itself"


def test_it_says_that_a_check_was_chased_when_it_is_asked_again(
    case: Case, own: Officer, now: datetime
) -> None:
    check = open_checks(case=case, by=own, at=now)[0]
    for day in (date(2026, 3, 4), date(2026, 3, 6)):
        check.refresh_from_db()
        at = now + (day - now.date())
        ask_check(case=case, by=own, at=at, check=check, body="north-wales", asked_on=day)
    check.refresh_from_db()
    assert (check.asked_on, check.chased_on) == (date(2026, 3, 4), date(2026, 3, 6))
    assert lines(case)[-2:] == ["check_asked", "check_chased"]


def test_only_who_allocates_may_allocate(
    case: Case, own: Officer, manager: Officer, teammate: Officer, now: datetime
) -> None:
    with pytest.raises(NotAllowed):
        allocate(case=case, by=own, at=now, to=teammate)
    allocate(case=case, by=manager, at=now, to=teammate)
    case.refresh_from_db()
    assert case.officer == teammate


def test_a_line_without_words_cannot_be_written() -> None:
    with pytest.raises(KeyError):
        says("nobody_gave_this_words")
