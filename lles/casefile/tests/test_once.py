"""What is asked `once` is answered once in a reading, and afresh as soon as anything was written."""

from pytest_django.fixtures import DjangoAssertNumQueries

from lles.casefile.models import Case, Child
from lles.casefile.once import once, reading, writing


@once
def names(case: Case) -> list[str]:
    return list(Child.objects.filter(case=case).order_by("pk").values_list("first_name", flat=True))


def test_in_a_reading_the_file_is_asked_once(
    case: Case,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with reading(), django_assert_num_queries(1):
        assert names(case) is names(case)


def test_outside_of_a_reading_it_is_asked_each_time(
    case: Case,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    with reading():
        names(case)
    with django_assert_num_queries(2):
        assert names(case) == names(case)


def test_what_is_written_is_seen_at_once(case: Case) -> None:
    with reading():
        before = names(case)
        Child.objects.filter(case=case).update(first_name="Another name")
        assert set(names(case)) == {"Another name"} != set(before)


def test_another_reading_of_the_same_row_is_another_question(case: Case) -> None:
    with reading():
        assert names(case) is not names(Case.objects.get(pk=case.pk))


def test_a_change_asks_afresh_and_what_it_writes_is_seen_after_it(case: Case) -> None:
    with reading():
        before = names(case)
        with writing():
            assert names(case) is not before
            Child.objects.filter(case=case).update(first_name="Another name")
        assert set(names(case)) == {"Another name"}


def test_a_row_that_is_named_is_held_so_that_no_other_takes_its_place() -> None:
    @once
    def number(case: Case) -> int | None:
        return case.pk

    with reading():
        assert [number(case=Case(pk=pk)) for pk in range(50)] == list(range(50))
