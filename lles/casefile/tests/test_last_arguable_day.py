"""The last arguable day stands beside its target, from the first day on and until it has passed."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lles.casefile.models import Case, Task
from lles.casefile.queries.work import rows
from lles.law.bilingual import Text
from lles.law.due import Due

TARGET, LAST = date(2026, 3, 4), date(2026, 3, 6)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (TARGET - timedelta(days=20), LAST),
        (TARGET, LAST),
        (LAST, LAST),
        (LAST + timedelta(days=1), None),
    ],
)
def test_it_is_shown_until_it_has_passed(today: date, said: date | None) -> None:
    due = Due(TARGET, None, "SG-LETTER-BEFORE", TARGET, LAST, None, (), Text("Due.", "Dyddiad."))
    task = Task(
        pk=1, case=Case(pk=1), kind="safeguarding.letter", due=due.as_data(), due_on=TARGET,
        opened_at=datetime(2026, 2, 1, tzinfo=UTC),
    )  # fmt: skip
    (row,) = rows([task], today)
    assert row.arguable_until == said
