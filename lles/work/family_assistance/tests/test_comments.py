"""A comment counts for the opinion that it was made on (FAO-COMMENT)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from lles.casefile.models import Case, Officer, Party
from lles.work.family_assistance.changes.opinion import give_opinion
from lles.work.family_assistance.changes.order import Naming
from lles.work.family_assistance.changes.said import record_heard
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.findings import findings_of
from lles.work.family_assistance.tests.conftest import MADE, Record
from lles.work.family_assistance.tests.test_plan import ADVICE

FEBRUARY, MARCH = date(2026, 2, 1), date(2026, 3, 2)
Step = Callable[[date], None]


@pytest.fixture
def assistance(record: Record, mother: Party) -> Assistance:
    """An order that names the mother."""
    return record(named=(Naming("parent", mother),))


@pytest.fixture
def comment(assistance: Assistance, case: Case, own: Officer, now: datetime, mother: Party) -> Step:
    """The mother was asked, and has no comment."""

    def commented(on: date) -> None:
        record_heard(
            case=case, by=own, at=now, assistance=assistance, party=mother, about="no_comment", on=on,
            words="", language="en",
        )  # fmt: skip

    return commented


@pytest.fixture
def opinion(assistance: Assistance, case: Case, own: Officer, now: datetime) -> Step:
    """The opinion is given."""

    def given(on: date) -> None:
        advice = replace(ADVICE, given_on=on, proposed_by="court")
        give_opinion(case=case, by=own, at=now, assistance=assistance, advice=advice)

    return given


def had_no_chance(assistance: Assistance) -> bool:
    return "FAO-COMMENT" in {one.provision for one in findings_of(assistance)}


def test_a_comment_before_the_opinion_is_on_another_one(
    assistance: Assistance, comment: Step, opinion: Step
) -> None:
    comment(FEBRUARY)
    opinion(MARCH)
    assert had_no_chance(assistance)
    comment(MARCH)
    assert not had_no_chance(assistance)


def test_a_comment_on_the_day_of_the_only_opinion_counts_whichever_was_recorded_first(
    assistance: Assistance, comment: Step, opinion: Step
) -> None:
    comment(MARCH)
    opinion(MARCH)
    assert not had_no_chance(assistance)


def test_a_new_opinion_is_commented_on_anew(assistance: Assistance, comment: Step, opinion: Step) -> None:
    for step, on in ((opinion, FEBRUARY), (comment, FEBRUARY), (opinion, MADE)):
        step(on)
    assert had_no_chance(assistance)
