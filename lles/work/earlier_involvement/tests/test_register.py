"""How the database goes about it when the whole register is asked."""

from collections.abc import Callable
from typing import Any

from django.db import connection

from lles.casefile.locations import found_in
from lles.casefile.models import Case
from lles.work.earlier_involvement.queries.register import matches, people_of


def plan_of_the_search(case: Case) -> list[str]:
    """The plan in which the database would search a register too large to be read through."""
    asked: list[tuple[str, Any]] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
        if "UNION" in sql:
            asked.append((sql, params))
        return execute(sql, params, *rest)

    people, places = people_of(case), found_in(case)
    with connection.execute_wrapper(note):
        matches(case, people, places)
    ((sql, params),) = asked
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {sql}", params)
        return [str(row[0]) for row in cursor.fetchall()]


def test_people_without_a_day_of_birth_are_searched_by_an_index_of_their_names(case: Case) -> None:
    plan = "\n".join(plan_of_the_search(case))
    assert "Seq Scan" not in plan
    for table in ("child", "party"):
        assert f"{table}_undated_by_name" in plan


def test_only_names_whose_day_of_birth_is_not_known_are_weighed_before_the_search(case: Case) -> None:
    people = people_of(case)
    assert all(one.known.born_on for one in people)
    plan = "\n".join(plan_of_the_search(case))
    for one in people:
        assert one.known.name.lower() not in plan
