"""Enhanced police information: after the first level, for a reason, beside the police check of the person."""

from datetime import datetime

import pytest
from django.utils import timezone

from lles.casefile.changes.checks import Found, ask_check, open_checks, record_check_answer
from lles.casefile.changes.door import NeedsReason
from lles.casefile.changes.enhanced import open_enhanced
from lles.casefile.changes.outsiders import Basis
from lles.casefile.models import Case, Check, Officer
from lles.casefile.tests.pages import client_of, day, fill, said, text_of
from lles.law.jurisdiction import Nation

NEED = "The dates of the call-outs are needed."


@pytest.fixture
def first(case: Case, own: Officer, now: datetime) -> Check:
    case.children.update(nation=Nation.ENGLAND)
    found = next(one for one in open_checks(case=case, by=own, at=now) if one.kind == Check.POLICE)
    ask_check(case=case, by=own, at=now, check=found, body="cheshire", asked_on=now.date())
    found.refresh_from_db()
    return found


def answered(check: Check, own: Officer, now: datetime) -> None:
    record_check_answer(
        case=check.case, by=own, at=now, check=check, found=[Found("arrest")], received_on=now.date(),
        identified_by=["name", "date_of_birth"],
    )  # fmt: skip


def test_before_the_first_level_or_without_a_need_it_asks_for_a_reason(
    case: Case, own: Officer, first: Check, now: datetime
) -> None:
    known = {"case": case, "by": own, "at": now, "first": first}
    with pytest.raises(NeedsReason) as before:
        open_enhanced(**known, basis=Basis("need", now.date(), words=NEED))  # type: ignore[arg-type]  # named by a mapping
    assert before.value.findings[0].provision == "SG-ENHANCED"
    answered(first, own, now)
    with pytest.raises(NeedsReason):
        open_enhanced(**known, basis=Basis("need", now.date(), words=" "))  # type: ignore[arg-type]  # named by a mapping
    assert not case.checks.filter(is_enhanced=True).exists()
    open_enhanced(**known, basis=Basis("direction", now.date()))  # type: ignore[arg-type]  # named by a mapping
    assert case.checks.get(is_enhanced=True).body == "cheshire"


def test_in_wales_the_practice_of_england_asks_nothing(
    case: Case, own: Officer, first: Check, now: datetime
) -> None:
    case.children.update(nation=Nation.WALES)
    open_enhanced(case=case, by=own, at=now, first=first, basis=Basis("need", now.date()))
    assert case.checks.filter(is_enhanced=True).count() == 1


def test_it_is_opened_from_the_answer_and_shown_with_its_need(
    case: Case, own: Officer, first: Check, now: datetime
) -> None:
    path = f"/cases/{case.reference}/checks/"
    assert "Ask for enhanced information" not in text_of(client_of(own), path)
    answered(first, own, now)
    assert "Ask for enhanced information" in text_of(client_of(own), path)
    typed = {"basis": "need", **day("basis_on", timezone.localdate())}
    asked = fill(client_of(own), f"{path}{first.pk}/enhanced/", **typed)
    assert "reason-SG-ENHANCED" in said(asked)
    assert fill(client_of(own), f"{path}{first.pk}/enhanced/", **typed, basis_words=NEED).status_code == 302
    page = text_of(client_of(own), path)
    assert "Enhanced police information" in page
    assert NEED in page
    enhanced = case.checks.get(is_enhanced=True)
    assert client_of(own).get(f"{path}{enhanced.pk}/enhanced/").status_code == 404
