"""One report discharges one direction, whichever way it went to the court and however often that is said."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from lles.casefile.changes.directions import Directed
from lles.casefile.changes.door import Stale
from lles.casefile.models import Case, Officer
from lles.casefile.tests.accepted import the_court_accepts
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.law.bilingual import Language
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.changes.plan import record_work
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.facts import REPORT
from lles.work.family_assistance.queries.papers import Typed
from lles.work.family_assistance.rules.papers import Paper

MADE, FIRST, SECOND, DAY = date(2026, 3, 4), date(2026, 6, 4), date(2026, 8, 4), timedelta(days=1)
BOTH: Mapping[Language, str] = {"en": "It goes well.", "cy": "Mae'n mynd yn dda."}


@pytest.fixture
def assistance(record: Callable[..., Assistance]) -> Assistance:
    """An order that directs a report on 4 June and another on 4 August."""
    directs = (Directed(REPORT, due_on=FIRST, paragraph="5"), Directed(REPORT, due_on=SECOND, paragraph="6"))
    return record(months=6, directs=directs, arrangements_from=MADE)


def due(case: Case) -> list[date | None]:
    found = case.tasks.filter(kind="family_assistance.report", ended_at=None)
    return list(found.order_by("due_on").values_list("due_on", flat=True))


def seal(assistance: Assistance, by: Officer, at: datetime) -> None:
    typed = Typed(words=BOTH, to_court=True)
    make_papers(case=assistance.case, by=by, at=at, assistance=assistance, paper=Paper.REPORT, typed=typed)


def file(case: Case, by: Officer, at: datetime) -> None:
    the_court_accepts(case, by, at)


def by_hand(assistance: Assistance, by: Officer, at: datetime, version: int | None) -> None:
    record_work(
        case=assistance.case, by=by, at=at, assistance=assistance, kind="reported", version=version,
        on=at.date(), words="Handed in.", language="en",
    )  # fmt: skip


def test_a_report_that_was_handed_in_and_is_filed_after_that_is_one(
    assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    assert due(case) == [FIRST, SECOND]
    seal(assistance, own, now)
    by_hand(assistance, own, now + DAY, 1)
    assert due(case) == [SECOND]
    file(case, own, now + 2 * DAY)
    assert due(case) == [SECOND]
    assert assistance.worked.filter(kind="reported").count() == 1


def test_a_report_that_was_filed_is_not_recorded_a_second_time_but_another_one_is(
    assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    seal(assistance, own, now)
    file(case, own, now + DAY)
    with pytest.raises(Stale):
        by_hand(assistance, own, now + 2 * DAY, 1)
    assert due(case) == [SECOND]
    by_hand(assistance, own, now + 2 * DAY, None)
    assert due(case) == []


def test_the_page_asks_which_report_went_and_offers_none_that_the_court_has(
    assistance: Assistance, case: Case, own: Officer, now: datetime
) -> None:
    client = client_of(own)
    page = reverse("family_assistance:work", args=(case.reference, assistance.pk))
    typed = {"kind": "reported", "words": "Handed in.", "language_of_words": "en", **day("on", MADE)}
    assert 'name="report"' not in text_of(client, page)
    seal(assistance, own, now)
    seal(assistance, own, now)
    assert "Choose which report went to the court" in summary_of(fill(client, page, **typed))
    assert fill(client, page, **typed, report="1").status_code == 302
    assert due(case) == [SECOND]
    asked = text_of(client, page)
    assert "Version 2, 4 March 2026" in asked
    assert "Version 1, 4 March 2026" not in asked
    assert fill(client, page, **typed, report="elsewhere").status_code == 302
    assert [one.version for one in assistance.worked.order_by("pk")] == [1, None]
