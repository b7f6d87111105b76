"""What the tests of enforcement record, and what they ask of the file."""

from datetime import date, datetime

from lles.casefile.models import Case, Officer, Party
from lles.work.enforcement.changes.application import record_alleged, record_notice
from lles.work.enforcement.changes.order import record_ended, record_happened
from lles.work.enforcement.models import Ended, Enforcement, Happened
from lles.work.enforcement.queries.facts import findings_of

MADE = date(2026, 3, 4)


def open_tasks(case: Case) -> dict[str, date | None]:
    found = case.tasks.filter(kind__startswith="enforcement.", ended_at=None)
    return {task.kind.split(".")[1]: task.due_on for task in found}


def happens(
    one: Enforcement, own: Officer, now: datetime, kind: str, on: date = MADE, hours: int | None = None,
    reasons: dict[str, str] | None = None, language: str = "en", words: str = "As told.",
) -> Happened:  # fmt: skip
    return record_happened(
        case=one.case, by=own, at=now, enforcement=one, kind=kind, on=on, hours=hours, words=words,
        language=language, reasons=reasons,
    )  # fmt: skip


def ends(
    one: Enforcement, own: Officer, now: datetime, outcome: str = "done", on: date = MADE,
    reasons: dict[str, str] | None = None,
) -> Ended:  # fmt: skip
    return record_ended(
        case=one.case, by=own, at=now, enforcement=one, outcome=outcome, on=on, words="", language="en",
        reasons=reasons,
    )  # fmt: skip


def alleges(one: Enforcement, own: Officer, now: datetime, on: date = MADE) -> None:
    record_alleged(case=one.case, by=own, at=now, enforcement=one, on=on, words="Nobody came.", language="en")


def notices(one: Enforcement, own: Officer, now: datetime, party: Party, on: date) -> None:
    record_notice(case=one.case, by=own, at=now, enforcement=one, party=party, way="served", on=on)


def rules_of(one: Enforcement, today: date = MADE) -> set[str]:
    return {finding.provision for finding in findings_of(one, today)}
