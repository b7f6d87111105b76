"""An order that nobody has read claims no period from the question that came before it."""

from collections.abc import Callable
from datetime import date

from lles.casefile.models import Case
from lles.work.activities.models import Activity
from lles.work.activities.queries.facts import last_day_of
from lles.work.activities.queries.running import orders_running


def lacks_terms(case: Case) -> bool:
    (running,) = orders_running(Case.objects.filter(pk=case.pk))
    return running.lacks is not None


def test_the_months_of_the_question_are_not_those_of_the_order(
    record: Callable[..., Activity], case: Case
) -> None:
    activity = record(months=3)
    assert (last_day_of(activity), lacks_terms(case)) == (date(2026, 6, 3), False)
    Activity.objects.filter(pk=activity.pk).update(terms_at=None)
    activity.refresh_from_db()
    assert (last_day_of(activity), lacks_terms(case)) == (None, True)
