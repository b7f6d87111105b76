"""Harm that is suspected while monitoring asks for an assessment before everything else (MON-16A)."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.models import Case, Officer
from lles.casefile.queries.closed_words import ClosedWords
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.work.monitoring.changes.suspicions import record_suspicion
from lles.work.monitoring.models import Monitoring
from lles.work.monitoring.queries.facts import findings_of

MADE = date(2026, 3, 4)
BRUISE = "He says that she has a bruise on her arm."


def page_of(monitoring: Monitoring, more: str = "") -> str:
    return f"/cases/{monitoring.case.reference}/monitoring/{monitoring.pk}/{more}"


def waits(case: Case) -> bool:
    return case.tasks.filter(kind="monitoring.risk", ended_at=None).exists()


def is_said(monitoring: Monitoring) -> bool:
    return any(one.provision == "MON-16A" for one in findings_of(monitoring, MADE))


def test_it_waits_until_what_was_suspected_is_assessed(
    record: Callable[..., Monitoring], case: Case, own: Officer, now: datetime
) -> None:
    monitoring = record()
    assert (waits(case), is_said(monitoring)) == (False, False)
    for kind, is_open in (("seen", True), ("assessed", False), ("seen", True)):
        record_suspicion(
            case=case, by=own, at=now, monitoring=monitoring, kind=kind, on=MADE, words=BRUISE, language="en"
        )
        assert (waits(case), is_said(monitoring)) == (is_open, is_open)
    assert "bruise" not in str([one.facts for one in case.entries.all()])


def test_it_stands_before_everything_that_has_a_day(
    record: Callable[..., Monitoring], case: Case, own: Officer, now: datetime
) -> None:
    known = {"case": case, "by": own, "at": now, "monitoring": record(), "on": MADE, "language": "en"}
    record_suspicion(**known, kind="seen", words=BRUISE)  # type: ignore[arg-type]  # named by a mapping
    first = text_of(client_of(own), "/").find("Assess the harm that was suspected")
    second = text_of(client_of(own), "/").find("Hold the first monitoring call")
    assert 0 < first < second


@pytest.mark.parametrize(
    ("language", "danger", "asks", "stands"),
    [
        ("en", "begin at the top", "Write what was seen or heard", "Harm is suspected"),
        ("cy", "dechreuwch ar frig", "Ysgrifennwch beth a welwyd", "Amheuir niwed"),
    ],
)
def test_it_is_recorded_on_its_page_and_the_page_of_the_order_says_so(
    record: Callable[..., Monitoring], own: Officer, language: str, danger: str, asks: str, stands: str
) -> None:
    monitoring, client = record(), client_of(own, language)
    page = page_of(monitoring, "suspicion/")
    assert danger in text_of(client, page)
    assert "assessed" not in client.get(page).content.decode()
    typed = {"kind": "seen", "language_of_words": "en", **day("on", MADE)}
    assert asks in summary_of(fill(client, page, **typed, words=""))
    answer = fill(client, page, **typed, words=BRUISE)
    assert answer.status_code == 302, summary_of(answer)
    shown = text_of(client, page_of(monitoring))
    assert stands in shown
    assert BRUISE in shown
    assert not ClosedWords(monitoring.case)(BRUISE)
