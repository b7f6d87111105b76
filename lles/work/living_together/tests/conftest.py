"""The mother and the father of the usual case, and a way to record that they live together."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.changes.living_together import TogetherSaid, record_living_together
from lles.casefile.models import Case, LivingTogether, Officer, Party

Record = Callable[..., LivingTogether]


@pytest.fixture
def mother(case: Case) -> Party:
    """The mother, whose whereabouts are protected."""
    return case.parties.get(role="applicant")


@pytest.fixture
def father(case: Case) -> Party:
    """The father."""
    return case.parties.get(role="respondent")


@pytest.fixture
def record(case: Case, own: Officer, now: datetime, mother: Party, father: Party) -> Record:
    """Records that the mother and the father live together, as the father told."""

    def recorded(
        since: date, until: date | None = None, *, both: bool | None = True,
        replaces: LivingTogether | None = None, is_wrong: bool = False, case: Case = case,
    ) -> LivingTogether:  # fmt: skip
        said = TogetherSaid(father, mother, since, until, both, "conversation", "party", father, is_wrong)
        return record_living_together(case=case, by=own, at=now, said=said, replaces=replaces)

    return recorded
