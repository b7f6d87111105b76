"""Checks that are made afresh: what was answered before a day is asked anew, what is open stays."""

from datetime import date, datetime, timedelta

import pytest

from lles.casefile.changes.checks import (
    Found,
    ask_check,
    open_checks,
    open_fresh_checks,
    record_check_answer,
    set_check_aside,
)
from lles.casefile.models import Case, Check, Officer, Party
from lles.casefile.queries.checks import fresh_checks_of, is_settled
from lles.casefile.tests.test_check_homes import _keep

SINCE = date(2026, 3, 4)
BEFORE = timedelta(days=60)


@pytest.fixture(autouse=True)
def received_before(case: Case, now: datetime) -> None:
    """The application came before anybody was asked."""
    Case.objects.filter(pk=case.pk).update(received_on=(now - BEFORE).date())
    case.refresh_from_db()


def opened(case: Case, own: Officer, at: datetime) -> list[Check]:
    return list(open_checks(case=case, by=own, at=at))


def afresh(case: Case, own: Officer, at: datetime) -> list[tuple[str, str, int]]:
    """The checks that open, by the person, the kind and the number."""
    found = open_fresh_checks(case=case, by=own, at=at, since=SINCE)
    return sorted((one.person.name, one.kind, one.number) for one in found)


def answered(case: Case, own: Officer, check: Check, at: datetime) -> None:
    ask_check(case=case, by=own, at=at, check=check, body="north-wales", asked_on=at.date())
    check.refresh_from_db()
    record_check_answer(
        case=case, by=own, at=at, check=check, found=[Found("nothing_known")],
        identified_by=("name", "date_of_birth"), received_on=at.date(),
    )  # fmt: skip


def test_what_was_answered_before_is_asked_anew_once(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    checks = opened(case, own, now - BEFORE)
    for one in checks:
        answered(case, own, one, now - BEFORE)
    anew = afresh(case, own, now)
    assert (father.name, "police", 2) in anew
    assert (father.name, "local_authority", 2) in anew
    assert len(anew) == len(checks)
    assert afresh(case, own, now) == []
    entry = case.entries.filter(kind="checks_opened").order_by("pk").last()
    assert entry is not None
    assert entry.facts["count"] == len(anew)


def test_what_is_open_stays_and_its_answer_is_fresh(case: Case, own: Officer, now: datetime) -> None:
    checks = opened(case, own, now - BEFORE)
    assert afresh(case, own, now) == []
    fresh = fresh_checks_of(case, SINCE)
    assert {one.pk for one in fresh} == {one.pk for one in checks}
    assert not any(is_settled(one) for one in fresh)
    answered(case, own, checks[0], now)
    assert afresh(case, own, now) == []
    assert [is_settled(one) for one in fresh_checks_of(case, SINCE)].count(True) == 1


def test_the_day_itself_is_fresh_and_the_day_before_is_not(case: Case, own: Officer, now: datetime) -> None:
    first, second, *_others = opened(case, own, now - BEFORE)
    answered(case, own, first, now - timedelta(days=1))
    answered(case, own, second, now)
    anew = afresh(case, own, now)
    assert [(name, kind) for name, kind, _number in anew] == [(first.person.name, first.kind)]


def test_what_was_set_aside_before_is_asked_anew_and_what_is_set_aside_since_is_not(
    case: Case, own: Officer, now: datetime
) -> None:
    first, second, *_others = opened(case, own, now - BEFORE)
    set_check_aside(case=case, by=own, at=now - BEFORE, check=first, reason="Known already.")
    set_check_aside(case=case, by=own, at=now, check=second, reason="Known already.")
    anew = afresh(case, own, now)
    assert [(name, kind) for name, kind, _number in anew] == [(first.person.name, first.kind)]


def test_each_home_is_asked_about_anew(case: Case, own: Officer, father: Party, now: datetime) -> None:
    _keep(case, father, "address", "1 Old Road", "Mold", "CH7 1AA", now=now - BEFORE)
    homes = [one for one in opened(case, own, now - BEFORE) if one.place and one.party_id == father.pk]
    for one in homes:
        answered(case, own, one, now - BEFORE)
    open_fresh_checks(case=case, by=own, at=now, since=SINCE)
    anew = case.checks.filter(party=father, kind="local_authority", opened_at=now)
    assert {one.place for one in anew} == {one.place for one in homes}


def test_where_none_was_ever_opened_they_open(case: Case, own: Officer, now: datetime) -> None:
    open_fresh_checks(case=case, by=own, at=now, since=SINCE)
    assert {one.kind for one in case.checks.all()} == {"police", "local_authority"}
