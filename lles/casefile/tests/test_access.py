"""Who sees what: roles are verbs times reach; what one may not see does not exist."""

from collections.abc import Callable

import pytest

from lles.casefile.access import Verb, cases, may, roles
from lles.casefile.models import Case, Office, Officer
from lles.casefile.queries.cases import case_for, open_cases
from lles.casefile.queries.finding import found

SEES = {
    "practitioner": False,
    "intake_administrator": True,
    "checks_clerk": True,
    "practice_supervisor": True,
    "service_manager": True,
    "head_of_area": True,
    "auditor": True,
    "system_administrator": False,
}


@pytest.mark.parametrize(("role", "sees"), SEES.items())
def test_a_role_of_the_same_office_sees_what_the_table_says(
    role: str, sees: bool, case: Case, officer_with: Callable[..., Officer]
) -> None:
    assert may(officer_with(role), Verb.SEE, case) is sees


@pytest.mark.parametrize("role", [role for role in SEES if role not in ("intake_administrator", "auditor")])
def test_a_role_elsewhere_sees_nothing_of_it(
    role: str, case: Case, stranger: Officer, officer_with: Callable[..., Officer]
) -> None:
    elsewhere = Office.objects.get(slug="chester")
    officer = officer_with(role, where=elsewhere)
    assert case_for(officer, case.reference) is None
    assert open_cases(officer) == []
    assert found(officer, "Bevan").cases == ()
    assert found(officer, case.reference).cases == ()


def test_every_role_of_the_table_is_tried_here() -> None:
    assert set(SEES) | {"the_service"} == set(roles())


def test_a_sealed_case_is_for_its_officer_and_those_who_approve(
    case: Case, own: Officer, manager: Officer, officer_with: Callable[..., Officer]
) -> None:
    Case.objects.filter(pk=case.pk).update(sealed=True)
    others = [officer_with(role) for role in ("intake_administrator", "checks_clerk", "auditor")]
    assert [may(officer, Verb.SEE, case) for officer in (own, manager, *others)] == [True, True, *[False] * 3]


def test_nobody_without_a_role_sees_anything(case: Case, officer_with: Callable[..., Officer]) -> None:
    assert not cases(officer_with()).exists()


def test_who_administers_sees_no_case(case: Case, officer_with: Callable[..., Officer]) -> None:
    administrator = officer_with("system_administrator")
    assert may(administrator, Verb.ADMINISTER, None)
    assert not cases(administrator).exists()


@pytest.mark.parametrize("words", ["llyr", "LLŶR", "Llŷr", "ap dafydd", "dafydd llyr"])
def test_a_name_is_found_without_its_marks(words: str, case: Case, own: Officer) -> None:
    child = case.children.first()
    assert child is not None
    child.search_name = "llyr ap dafydd"
    child.save()
    assert [one.case.reference for one in found(own, words).cases] == [case.reference]
