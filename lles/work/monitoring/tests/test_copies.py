"""What a report on monitoring says of the calls, and what the copy for an adult leaves out."""

from collections.abc import Callable
from datetime import datetime

from lles.casefile.models import Case, Officer, Party
from lles.work.monitoring.changes.documents import file_report
from lles.work.monitoring.models import Breach, Call, Monitoring
from lles.work.monitoring.tests.test_documents import AUTHOR, file, texts

Record = Callable[..., Monitoring]
Speak = Callable[..., Call]


def test_a_report_says_that_each_side_was_asked_only_where_it_was(
    record: Record, speak: Speak, case: Case, own: Officer, now: datetime, mother: Party, father: Party
) -> None:
    monitoring, asked = record(), "We asked each side"
    speak(monitoring, father, "complied")
    file(monitoring, own, now, "interim")
    assert all(asked not in words for words in texts(case, "monitoring_interim_report").values())
    speak(monitoring, mother, "complied")
    reasons = {"MON-REPORT": "The court asked for it by now."}
    file_report(case=case, by=own, at=now, monitoring=monitoring, kind="end", author=AUTHOR, reasons=reasons)
    assert asked in texts(case, "monitoring_end_report")["court en"]


def test_the_copy_for_an_adult_counts_no_answers_of_which_it_does_not_tell(
    confirmed: Breach, case: Case, own: Officer, now: datetime
) -> None:
    file(confirmed.monitoring, own, now, "interim")
    made = texts(case, "monitoring_interim_report")
    assert "Answers given in calls" in made["court en"]
    assert "Answers given in calls" not in made["respondent-1 en"]
