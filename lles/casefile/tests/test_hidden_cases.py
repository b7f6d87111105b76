"""Of a case that somebody may not see, no list and no page tells them anything."""

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.db.models import Q

from lles.casefile import access
from lles.casefile.changes.restriction import seal, shut_out
from lles.casefile.models import Case, Officer
from lles.casefile.prepared import Asked
from lles.casefile.queries import finding
from lles.casefile.queries.checks import open_checks_of
from lles.casefile.queries.finding import found, open_cases_of
from lles.casefile.queries.today import today_tasks
from lles.casefile.tests.pages import client_of

Officers = Callable[..., Officer]
WHY = "Her sister works in this office."


def seen_of(officer: Officer, case: Case, today: date, now: datetime) -> list[str]:
    """By which ways across cases an officer can learn that the case is there."""
    ways = {
        "cases": [one.case.reference for one in open_cases_of(officer)],
        "find": [one.case.reference for one in found(officer, case.reference).cases],
        "find a name": [one.case.reference for one in found(officer, "Bevan").cases],
        "checks": [one.check.case.reference for one in open_checks_of(officer, today)],
        "today": [one.reference for one in today_tasks(officer, today, now)],
    }
    return [way for way, references in ways.items() if case.reference in references]


@pytest.mark.parametrize("way", ["restricted", "shut out"])
def test_for_those_outside_no_list_holds_it(
    way: str,
    case: Case,
    manager: Officer,
    officer_with: Officers,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clerk = officer_with("checks_clerk", username="clerk")
    assert {"cases", "find"} <= set(seen_of(clerk, case, now.date(), now))
    if way == "restricted":
        seal(case=case, by=manager, at=now, reason=WHY)
    else:
        shut_out(case=case, by=manager, at=now, officer=clerk, relation="relative")
    assert seen_of(clerk, case, now.date(), now) == []
    there, nowhere = (client_of(clerk).get(f"/cases/{one}/") for one in (case.reference, "C-9999"))
    assert there.status_code == nowhere.status_code == 404
    everything = Q(pk__isnull=False)  # the control: without the two conditions it is found again
    monkeypatch.setattr(access, "_named", lambda officer, through: everything)
    monkeypatch.setattr(access, "shut_out_from", lambda officer, through: ~everything)
    monkeypatch.setattr(finding, "_OPEN", Asked(finding._open))
    monkeypatch.setattr(finding, "_NUMBERED", Asked(finding._numbered, is_search=True))
    assert {"cases", "find"} <= set(seen_of(clerk, case, now.date(), now))
