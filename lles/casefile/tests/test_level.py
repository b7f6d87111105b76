"""What is asked of the database does not grow with the rows of a case, and agrees with who may what."""

from collections.abc import Callable
from datetime import datetime

import pytest

from lles.casefile import locations
from lles.casefile.access import Verb, may, roles
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Officer
from lles.casefile.queries.sight import DOING, seen_by
from lles.casefile.tests.pages import statements


@pytest.mark.parametrize("role", [role for role in roles() if role != "the_service"])
@pytest.mark.parametrize("sealed", [False, True])
def test_a_case_is_seen_with_the_verbs_one_holds_over_it(
    role: str, sealed: bool, case: Case, officer_with: Callable[..., Officer]
) -> None:
    officer = officer_with(role, "practitioner", username="somebody")
    Case.objects.filter(pk=case.pk).update(sealed=sealed)
    seen = seen_by(officer, case.reference)
    assert (seen is not None) is may(officer, Verb.SEE, case)
    if seen is not None:
        assert seen.may == {Verb.SEE, *(verb for verb in DOING if may(officer, verb, case))}


def test_any_number_of_details_is_kept_at_once(case: Case, now: datetime) -> None:
    details = [
        locations.Detail("party:1", locations.PHONE, (f"07700 9001{place:02d}",), None, f"{place}")
        for place in range(40)
    ]
    with statements() as few:
        locations.keep(case, details[:2], now)
    with statements() as many:
        assert locations.keep(case, details[2:], now)
    assert len(many) == len(few) <= 3
    assert not locations.keep(case, details, now)


def test_who_is_protected_is_said_without_opening_a_detail(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    mother = case.parties.get(role="applicant")
    monkeypatch.setattr("lles.casefile.locations.store._opened", None)
    assert locations.protected_owners(case) == {f"party:{mother.pk}"}
    assert locations.is_protected(case, f"party:{mother.pk}")


def test_a_rule_derives_the_day_of_all_its_tasks_once(case: Case, own: Officer, now: datetime) -> None:
    kinds = ("safeguarding.checks", "safeguarding.call", "safeguarding.letter")
    with statements() as first:
        open_task(case=case, by=own, at=now, kind=kinds[0])
    for kind in kinds[1:]:
        with statements() as sent:
            open_task(case=case, by=own, at=now, kind=kind)
    assert len(sent) == len(first)
