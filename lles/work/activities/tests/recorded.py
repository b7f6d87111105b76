"""What the tests of activities record and write, and what they ask of the file."""

from collections.abc import Mapping
from datetime import date, datetime

from lles.casefile.gate import sealed
from lles.casefile.models import Case, Document, Officer
from lles.casefile.queries.reports import TypedWords
from lles.links.pdf_reader import places
from lles.work.activities.changes.activity import record_ended, record_happened
from lles.work.activities.changes.reports import write_report
from lles.work.activities.models import Activity, Ended, Happened, Report

MADE = date(2026, 3, 4)


def open_tasks(case: Case) -> dict[str, date | None]:
    found = case.tasks.filter(kind__startswith="activities.", ended_at=None)
    return {task.kind.split(".")[1]: task.due_on for task in found}


def happens(activity: Activity, own: Officer, now: datetime, kind: str, on: date = MADE) -> Happened:
    return record_happened(
        case=activity.case, by=own, at=now, activity=activity, kind=kind, on=on, words="He did not come.",
        language="en",
    )  # fmt: skip


def write(
    about: Activity, own: Officer, now: datetime, kind: str, reasons: Mapping[str, str] | None = None,
    **said: str,
) -> Report:  # fmt: skip
    return write_report(
        case=about.case, by=own, at=now, activity=about, kind=kind, typed=TypedWords(said, "en"),
        reasons=reasons,
    )  # fmt: skip


def text_of(document: Document) -> str:
    return " ".join(" ".join(place.text for place in places(sealed(document).content)).split())


def ends(
    activity: Activity, own: Officer, now: datetime, outcome: str = "done", on: date = MADE,
    certificate_on: date | None = None, reasons: Mapping[str, str] | None = None,
) -> Ended:  # fmt: skip
    return record_ended(
        case=activity.case, by=own, at=now, activity=activity, outcome=outcome, on=on,
        certificate_on=certificate_on, words="", language="en", reasons=reasons,
    )  # fmt: skip
