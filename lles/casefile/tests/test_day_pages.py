"""Where a due day stands on a page: its warning beside it, or the reason why there is none."""

from datetime import date, datetime

import pytest

from lles.casefile.changes.due_days import derive_due_days
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Officer, Task
from lles.casefile.tests.pages import client_of, text_of

PAGES = ("/cases/{}/", "/cases/{}/tasks/", "/cases/{}/letter/", "/")
OUTSIDE = {"en": "The closed days of 2031 are not in the table", "cy": "Nid yw diwrnodau cau 2031 yn y tabl"}
UNPROCLAIMED = {
    "en": "The bank holidays of 2030 have not been proclaimed yet",
    "cy": "Nid yw gwyliau banc 2030 wedi eu cyhoeddi eto",
}


def received(case: Case, own: Officer, now: datetime, day: date | None) -> Case:
    """The case with the task of its letter, received on a day."""
    open_task(case=case, by=own, at=now, kind="safeguarding.letter")
    Case.objects.filter(pk=case.pk).update(received_on=day)
    derive_due_days(Case.objects.get(pk=case.pk), now)
    return case


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("page", PAGES)
def test_it_says_why_there_is_no_due_day(
    case: Case, own: Officer, now: datetime, page: str, language: str
) -> None:
    received(case, own, now, date(2031, 3, 4))
    html = text_of(client_of(own, language), page.format(case.reference))
    assert OUTSIDE[language] in html
    assert {"en": "No due day", "cy": "Dim dyddiad cwblhau"}[language] in html


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("page", PAGES)
def test_a_year_not_yet_proclaimed_is_said_beside_the_day(
    case: Case, own: Officer, now: datetime, page: str, language: str
) -> None:
    received(case, own, now, date(2030, 3, 4))
    html = text_of(client_of(own, language), page.format(case.reference))
    assert f'<p class="lles-quiet">{UNPROCLAIMED[language]}' in html


def test_what_is_not_known_is_said_in_place_of_the_day(case: Case, own: Officer, now: datetime) -> None:
    received(case, own, now, None)
    html = text_of(client_of(own), f"/cases/{case.reference}/tasks/")
    assert "Neither the day of receipt nor a first hearing is known" in html


def test_a_reason_takes_the_place_of_a_day_and_makes_way_for_one(
    case: Case, own: Officer, now: datetime
) -> None:
    received(case, own, now, date(2031, 3, 4))
    task = Task.objects.get(case=case)
    assert (task.due_on, task.provision) == (None, "SG-LETTER-DUE")
    received(case, own, now, date(2026, 3, 4))
    task.refresh_from_db()
    assert task.due_on is not None


def test_a_day_that_is_gone_is_told_on_the_timeline(case: Case, own: Officer, now: datetime) -> None:
    received(case, own, now, date(2026, 3, 4))
    received(case, own, now, date(2031, 3, 4))
    html = text_of(client_of(own), f"/cases/{case.reference}/timeline/")
    assert "Safeguarding letter: no due day any more, was Wednesday 1 April 2026" in html


def test_the_reason_of_a_day_names_its_rule_apart_from_the_sentence(
    case: Case, own: Officer, now: datetime
) -> None:
    received(case, own, now, date(2026, 3, 4))
    html = text_of(client_of(own), f"/cases/{case.reference}/tasks/")
    assert "after receipt on Wednesday 4 March 2026.</p>" in html
    assert '<span class="lles-quiet">Rule SG-LETTER-WITHIN-W</span>' in html


def test_a_hearing_beyond_the_table_says_why_nobody_counts_the_days(
    case: Case, own: Officer, now: datetime
) -> None:
    case.hearings.create(court_key="1", type_code="ABA5-FHR", starts_at=now.replace(year=2031))
    html = text_of(client_of(own), f"/cases/{case.reference}/")
    assert OUTSIDE["en"] in html
