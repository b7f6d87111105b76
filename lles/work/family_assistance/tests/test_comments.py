"""A comment counts for the opinion that it was made on (FAO-COMMENT)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.work.family_assistance.changes.opinion import give_opinion
from lles.work.family_assistance.changes.order import Naming, propose_assistance
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


@pytest.mark.parametrize(("late", "is_too_late"), [(0, False), (1, True)])
def test_a_comment_after_the_order_comes_too_late(
    assistance: Assistance, comment: Step, opinion: Step, late: int, is_too_late: bool
) -> None:
    opinion(MARCH)
    comment(MADE + timedelta(days=late))
    assert had_no_chance(assistance) is is_too_late


def test_before_the_order_the_page_says_who_has_had_no_chance_to_comment(
    case: Case, own: Officer, now: datetime, mother: Party
) -> None:
    proposal = propose_assistance(case=case, by=own, at=now)
    proposal.named.create(party=mother, standing="parent", named_at=now)
    assert not had_no_chance(proposal)
    given = replace(ADVICE, given_on=MARCH, proposed_by="court")
    give_opinion(case=case, by=own, at=now, assistance=proposal, advice=given)
    assert had_no_chance(proposal)
    record_heard(
        case=case, by=own, at=now, assistance=proposal, party=mother, about="no_comment", on=MARCH, words="",
        language="en",
    )  # fmt: skip
    assert not had_no_chance(proposal)


def test_whoever_is_near_the_children_and_not_named_is_heard_too(
    assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    nain = Party.objects.create(case=case, role="other", first_name="Nain", last_name="Morris")
    page = f"/cases/{case.reference}/family-assistance/{assistance.pk}/"
    assert f"{page}said/adult/{nain.pk}/" in text_of(client_of(own), page)
    record_heard(
        case=case, by=own, at=now, assistance=assistance, party=nain, about="objection", on=MADE,
        words="She objects.", language="en",
    )  # fmt: skip
    Party.objects.filter(pk=nain.pk).update(in_latest_answer=False)
    assert "She objects." in text_of(client_of(own), page)
