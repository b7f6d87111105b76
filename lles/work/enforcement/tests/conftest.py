"""An enforcement on the file of the usual case, issued on 20 February 2026 against the father."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.changes.directions import record_order
from lles.casefile.models import Case, Officer, Party
from lles.work.enforcement.changes.application import Application, record_application
from lles.work.enforcement.changes.order import Terms, record_terms
from lles.work.enforcement.models import Enforcement

MADE = date(2026, 3, 4)
Record = Callable[..., Enforcement]


@pytest.fixture
def apply(case: Case, own: Officer, now: datetime, father: Party) -> Record:
    """Records an application against the father, unless the test says otherwise."""

    def applied(enforcement: Enforcement | None = None, **more: object) -> Enforcement:
        known: dict[str, object] = {
            "party": father, "issued_on": date(2026, 2, 20), "about_on": date(2025, 12, 1),
            "is_attached": True, **more,
        }  # fmt: skip
        application = Application(**known)  # type: ignore[arg-type]  # named by a mapping
        return record_application(case=case, by=own, at=now, application=application, enforcement=enforcement)

    return applied


@pytest.fixture
def ordered(case: Case, own: Officer, now: datetime, apply: Record) -> Record:
    """The court made the order of 4 March 2026 on that application; its terms are recorded, unless the test
    gives none."""

    def made(hours: int | None = 100, **more: object) -> Enforcement:
        enforcement = apply()
        record_order(case=case, by=own, at=now, kind="enforcement", title="C80", made_on=MADE)
        enforcement.refresh_from_db()
        if hours is not None:
            known = {"hours": hours, "as_sealed": False, "notice_on": MADE, **more}
            reasons = known.pop("reasons", None)
            record_terms(
                case=case, by=own, at=now, enforcement=enforcement,
                terms=Terms(**known),  # type: ignore[arg-type]  # named by a mapping
                reasons=reasons,  # type: ignore[arg-type]  # named by a mapping
            )  # fmt: skip
        return enforcement

    return made
