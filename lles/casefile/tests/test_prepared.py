"""Statements that are planned once say the same as the mapper, and touch no other statement."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from lles.casefile.access import OWN_OPEN_CASES, Verb, cases, roles
from lles.casefile.models import Case, Child, Exclusion, Office, Officer
from lles.casefile.prepared import QUESTIONS, Asked, rows_of


def own_open(officer: Officer) -> list[int]:
    return sorted(pk for pk, _ in rows_of(OWN_OPEN_CASES, {"officer": officer.pk}))


def allowed(officer: Officer) -> list[int]:
    return sorted(cases(officer).filter(officer=officer, closed_at=None).values_list("pk", flat=True))


def test_ones_own_cases_are_those_that_the_mapper_gives(
    case: Case, own: Officer, teammate: Officer, manager: Officer
) -> None:
    assert own_open(own) == allowed(own) == [case.pk]
    assert own_open(teammate) == allowed(teammate) == []
    shut = Exclusion.objects.create(
        case=case, officer=own, relation="family", began_at=timezone.now(), began_by=manager
    )
    assert own_open(own) == allowed(own) == []
    Exclusion.objects.filter(pk=shut.pk).update(ended_at=timezone.now(), ended_by=manager)
    assert own_open(own) == allowed(own) == [case.pk]
    Case.objects.filter(pk=case.pk).update(closed_at=timezone.now() + timedelta(days=1))
    assert own_open(own) == allowed(own) == []


def test_only_what_is_named_is_prepared(case: Case, own: Officer) -> None:
    own_open(own)
    own_open(own)
    list(Case.objects.filter(reference=case.reference))
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements")
        prepared = [statement for (statement,) in cursor.fetchall()]
    assert sum("own.officer_id" in one for one in prepared) == 1
    assert not any('casefile_case"."reference" =' in one for one in prepared)


@pytest.mark.parametrize("verb", [Verb.SEE, Verb.WORK, Verb.APPROVE, Verb.ALLOCATE])
def test_a_question_that_is_put_once_says_what_the_mapper_says_whoever_asks(
    case: Case, own: Officer, teammate: Officer, manager: Officer, verb: Verb
) -> None:
    office = Office.objects.create(slug="elsewhere", nation="wales", area="elsewhere")
    elsewhere = Officer.objects.create(name="A", job="practitioner", office=office)
    nowhere = Officer.objects.create(name="B", job="practitioner")
    asked = Asked(partial(cases, verb=verb))
    for state in (open_to_all, sealed, shut_to(teammate, manager), shut_to(own, manager)):
        state(case)
        for slug in roles():
            for officer in (own, teammate, elsewhere, nowhere):
                officer.roles = [slug]
                assert [one.pk for one in asked.all_of(officer)] == [one.pk for one in cases(officer, verb)]


def open_to_all(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(sealed=False)


def sealed(case: Case) -> None:
    Case.objects.filter(pk=case.pk).update(sealed=True)


def shut_to(officer: Officer, by: Officer) -> Any:
    def shut(case: Case) -> None:
        when = {"began_at": timezone.now(), "began_by": by}
        Exclusion.objects.create(case=case, officer=officer, relation="family", **when)

    return shut


def test_what_one_was_asked_is_never_what_the_next_is_told(
    case: Case, own: Officer, teammate: Officer
) -> None:
    asked = Asked(lambda officer: cases(officer).filter(officer_id=officer.pk))
    teammate.roles = own.roles
    assert [one.pk for one in asked.all_of(own)] == [case.pk]
    assert asked.all_of(teammate) == []
    assert [one.pk for one in asked.all_of(own)] == [case.pk]


def test_a_question_that_is_put_once_knows_no_more_of_an_officer_than_access_does(own: Officer) -> None:
    asked = Asked(lambda officer: Case.objects.filter(reference=officer.name))
    with pytest.raises(AttributeError, match="name"):
        asked.all_of(own)


def test_a_question_that_is_put_once_holds_no_day(case: Case) -> None:
    since = Asked(lambda key: Case.objects.filter(pk=key, opened_at__lte=timezone.now()))
    with pytest.raises(TypeError, match="day"):
        since.all_of(case.pk)


@pytest.mark.parametrize("typed", ["o'", "50%", "_", "\\", "a%s", "%(v0)s", "\ue0000\ue001"])
def test_a_part_of_a_name_is_looked_for_as_it_is(case: Case, typed: str) -> None:
    child = case.children.order_by("pk").first()
    assert child
    Child.objects.filter(pk=child.pk).update(search_name=f"nia {typed} price")
    asked: Asked[Child] = Asked(by_part, is_search=True)
    escaped = connection.ops.prep_for_like_query(typed)
    assert [one.pk for one in asked.all_of(escaped)] == [child.pk]
    Child.objects.filter(pk=child.pk).update(search_name="nia price")
    assert asked.all_of(escaped) == []


def by_part(part: str) -> QuerySet[Child]:
    return Child.objects.filter(search_name__contains=part)


def test_no_more_questions_are_kept_than_are_wanted(case: Case) -> None:
    asked: Asked[Case] = Asked(lambda *keys: Case.objects.filter(pk__in=keys))
    for many in range(1, QUESTIONS + 3):
        assert [one.pk for one in asked.all_of(*[case.pk] * many)] == [case.pk]
    assert len(asked._questions) <= QUESTIONS


def test_a_question_is_put_once_for_however_many_it_is_asked(case: Case) -> None:
    asked: Asked[Child] = Asked(lambda keys, other: Child.objects.filter(pk__in=keys).exclude(case_id=other))
    children = sorted(child.pk for child in case.children.all())
    for keys in (tuple(children), tuple(children[:1]), ()):
        assert sorted(one.pk for one in asked.all_of(keys, -1)) == sorted(keys)
    assert asked.all_of(tuple(children), case.pk) == []


def test_many_texts_are_one_key(own: Officer) -> None:
    asked: Asked[Officer] = Asked(lambda names: Officer.objects.filter(name__in=names))
    Officer.objects.filter(pk=own.pk).update(name="a%s")
    assert [one.pk for one in asked.all_of(("a%s", "c"))] == [own.pk]
    assert asked.all_of(("c",)) == []
