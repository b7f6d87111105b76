"""An application that asks for no child arrangements is screened before anybody is checked."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from lles.casefile.changes.checks import add_check
from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.changes.door import Barred, NotAllowed
from lles.casefile.models import Case, Check, Entry, Officer, Task
from lles.casefile.queries.sight import seen_by
from lles.casefile.tests.pages import client_of, fill, said, statements, summary_of, text_of
from lles.conftest import now, office, officer_with, own, service, stranger
from lles.law.bilingual import Language
from lles.work.intake.tests.test_take import invented, take
from lles.work.safeguarding.changes.screening import screen_application
from lles.work.safeguarding.models import ApplicationScreened
from tests.crawl.parts import faults
from tests.test_reopening import close, reopen

__all__ = ["now", "office", "officer_with", "own", "service", "stranger"]
HEARD_SOON = {"hearingStartDateTime": "2026-03-10T09:00:00", "hearingEndDateTime": "2026-03-10T10:00:00"}
OPENED = {"safeguarding.letter", "safeguarding.checks", "safeguarding.call"}
SCREEN = "safeguarding.screen"
Taken = Callable[..., Case]


@pytest.fixture
def heard(service: Officer, now: datetime) -> Taken:
    """What the court says of the case, first and later."""

    def of(*orders: str, after: int = 0, **case_data: Any) -> Case:
        at = now + timedelta(hours=after)
        answer = invented(case_data={"ordersApplyingFor": list(orders), **case_data})
        (taken,) = take(answer | {"last_modified": at.replace(tzinfo=None).isoformat()}, service, at)
        assert taken.case is not None
        return Case.objects.get(pk=taken.case.pk)

    return of


@pytest.fixture
def screened_first(heard: Taken, own: Officer) -> Case:
    """An application for a specific issue order alone."""
    case = heard("specificIssueOrder")
    Case.objects.filter(pk=case.pk).update(officer=own, office=own.office)
    return Case.objects.get(pk=case.pk)


def open_now(case: Case) -> set[str]:
    """The open tasks of safeguarding."""
    rows = Task.objects.filter(case=case, ended_at=None, kind__startswith="safeguarding.")
    return set(rows.values_list("kind", flat=True))


def decide(case: Case, by: Officer, at: datetime, called_for: bool) -> None:
    screen_application(
        case=case, by=by, at=at, checks_called_for=called_for, reason="It is about a school alone."
    )


def path_of(case: Case) -> str:
    return reverse("safeguarding:screening", args=(case.reference,))


@pytest.mark.parametrize("orders", [["specificIssueOrder"], ["prohibitedStepsOrder", "specificIssueOrder"]])
def test_other_orders_alone_open_the_screening_and_nothing_else(heard: Taken, orders: Sequence[str]) -> None:
    case = heard(*orders)
    assert open_now(case) == {SCREEN}
    assert not Check.objects.filter(case=case).exists()


@pytest.mark.parametrize(
    "orders",
    [
        ["childArrangementsOrder"],
        ["childArrangementsOrder", "specificIssueOrder"],
        ["enforcementOrder"],
        ["specificIssueOrder", "anOrderThatNobodyKnows"],
        [],
    ],
)
def test_every_other_application_opens_checks_calls_and_the_letter(
    heard: Taken, orders: Sequence[str]
) -> None:
    case = heard(*orders)
    assert open_now(case) >= OPENED
    assert SCREEN not in open_now(case)
    assert Check.objects.filter(case=case).exists()


def test_arrangements_that_are_asked_for_one_child_alone_bring_checks(heard: Taken) -> None:
    efa = {"firstName": "Efa", "lastName": "Bevan", "orderAppliedFor": ["childArrangementsOrder"]}
    case = heard("specificIssueOrder", children=[{"id": "c1", "value": efa}])
    assert open_now(case) >= OPENED


def test_a_hearing_that_comes_soon_opens_no_letter_before_the_screening(heard: Taken) -> None:
    hearing = {"hearingID": 20001, "hearingType": "ABA5-FHR", "hmcStatus": "LISTED"}
    listed = {
        "hmctsServiceCode": "ABA5",
        "caseRef": "1700000000000001",
        "caseHearings": [hearing | {"hearingDaySchedule": [HEARD_SOON]}],
    }
    case = heard("specificIssueOrder", hearingData=listed)
    assert open_now(case) == {SCREEN}


def test_the_screening_is_due_no_later_than_the_letter_would_be(screened_first: Case) -> None:
    task = Task.objects.get(case=screened_first, kind=SCREEN)
    assert task.due_on == date(2026, 3, 31)


def test_a_yes_opens_checks_calls_and_the_letter(screened_first: Case, own: Officer, now: datetime) -> None:
    decide(screened_first, own, now, called_for=True)
    assert open_now(screened_first) >= OPENED
    assert SCREEN not in open_now(screened_first)
    assert set(Check.objects.values_list("kind", flat=True)) == {"police", "local_authority"}
    assert Entry.objects.filter(case=screened_first, kind="application_screened").count() == 1


def test_a_no_stays_on_the_record_and_can_be_decided_anew(
    screened_first: Case, own: Officer, now: datetime
) -> None:
    decide(screened_first, own, now, called_for=False)
    assert open_now(screened_first) == set()
    assert Task.objects.get(case=screened_first, kind=SCREEN).outcome == "no_checks"
    decide(screened_first, own, now, called_for=True)
    assert open_now(screened_first) >= OPENED
    assert list(ApplicationScreened.objects.values_list("checks_called_for", flat=True)) == [False, True]


def test_where_checks_are_open_there_is_nothing_to_screen(
    screened_first: Case, own: Officer, now: datetime
) -> None:
    decide(screened_first, own, now, called_for=True)
    with pytest.raises(Barred, match="nothing to screen"):
        decide(screened_first, own, now, called_for=False)
    assert ApplicationScreened.objects.count() == 1


def test_who_works_on_no_case_screens_none(screened_first: Case, stranger: Officer, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        decide(screened_first, stranger, now, called_for=True)


@pytest.mark.parametrize("was_screened", [False, True])
def test_an_application_that_comes_to_ask_for_arrangements_brings_checks(
    heard: Taken, screened_first: Case, own: Officer, now: datetime, was_screened: bool
) -> None:
    if was_screened:
        decide(screened_first, own, now, called_for=False)
    heard("specificIssueOrder", "childArrangementsOrder", after=3)
    assert open_now(screened_first) >= OPENED
    assert SCREEN not in open_now(screened_first)
    assert Check.objects.filter(case=screened_first).exists()


def test_an_answer_that_names_no_order_any_more_opens_nothing(heard: Taken, screened_first: Case) -> None:
    heard(after=3, courtName="Wrexham Family Court")
    assert open_now(screened_first) == {SCREEN}


def test_a_check_that_somebody_opened_by_hand_opens_no_others(
    heard: Taken, screened_first: Case, own: Officer, now: datetime
) -> None:
    father = screened_first.parties.get(role="respondent")
    add_check(case=screened_first, by=own, at=now, party=father, kind=Check.POLICE)
    heard("specificIssueOrder", after=3, courtName="Wrexham Family Court")
    assert Check.objects.filter(case=screened_first).count() == 1


@pytest.mark.parametrize("was_screened", [False, True])
def test_a_letter_that_the_court_directs_brings_checks_and_calls(
    screened_first: Case, own: Officer, now: datetime, was_screened: bool
) -> None:
    if was_screened:
        decide(screened_first, own, now, called_for=False)
    record_order(
        case=screened_first, by=own, at=now, kind="", title="Directions", made_on=now.date(),
        directions=(Directed("safeguarding_letter"),),
    )  # fmt: skip
    assert open_now(screened_first) >= OPENED
    assert SCREEN not in open_now(screened_first)
    assert Check.objects.filter(case=screened_first).exists()


def test_a_no_stands_on_top_of_the_case_until_something_calls_for_checks(
    screened_first: Case, own: Officer, now: datetime
) -> None:
    def remarks() -> set[str]:
        seen = seen_by(own, screened_first.reference)
        assert seen is not None
        return {one.page for one in seen.remarks}

    assert "safeguarding:screening" not in remarks()
    decide(screened_first, own, now, called_for=False)
    assert "safeguarding:screening" in remarks()
    decide(screened_first, own, now, called_for=True)
    assert "safeguarding:screening" not in remarks()


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Screening of the application"), ("cy", "Sgrinio'r cais")]
)
def test_its_page_asks_and_chooses_nothing(
    screened_first: Case, own: Officer, language: Language, title: str
) -> None:
    page = text_of(client_of(own, language), path_of(screened_first))
    assert list(faults(page, language)) == []
    assert f"{title}</h1>" in page
    assert 'name="checks_called_for"' in page
    assert "checked" not in page.split("<form", 1)[1]


def test_its_page_records_a_decision_and_shows_it(screened_first: Case, own: Officer) -> None:
    client, path = client_of(own), path_of(screened_first)
    summary = summary_of(fill(client, path, reason="Nothing is alleged."))
    assert "Say whether there is a need for checks" in summary
    assert "Give the reason" in summary_of(fill(client, path, checks_called_for="no"))
    assert fill(client, path, checks_called_for="no", reason="Nothing is alleged.").status_code == 302
    page = text_of(client, path)
    assert "Nothing is alleged." in page
    assert 'name="checks_called_for"' in page
    assert fill(client, path, checks_called_for="yes", reason="He was arrested.").status_code == 302
    page = text_of(client, path)
    assert 'name="checks_called_for"' not in page
    assert page.index("He was arrested.") < page.index("Nothing is alleged.")


def test_its_page_refuses_a_second_yes(screened_first: Case, own: Officer, now: datetime) -> None:
    decide(screened_first, own, now, called_for=True)
    answer = fill(
        client_of(own), path_of(screened_first), checks_called_for="yes", reason="He drinks, as she says."
    )
    assert "There is nothing to screen" in said(answer)
    assert ApplicationScreened.objects.count() == 1
    assert "He drinks, as she says.</textarea>" in answer.content.decode()


def test_a_new_case_that_asks_for_arrangements_asks_nothing_of_the_screening(
    heard: Taken, service: Officer, now: datetime
) -> None:
    with statements() as sent:
        heard("childArrangementsOrder")
    assert not [one for one in sent if "applicationscreened" in one]


def test_a_reason_that_tells_where_somebody_is_shows_nowhere(
    screened_first: Case, own: Officer, now: datetime
) -> None:
    reason = "She is safe at 7 Heol y Dŵr, Wrexham LL11 1ZZ."
    screen_application(case=screened_first, by=own, at=now, checks_called_for=False, reason=reason)
    client = client_of(own)
    for path in (path_of(screened_first), reverse("casefile:timeline", args=(screened_first.reference,))):
        assert "Heol y Dŵr" not in text_of(client, path)


@pytest.mark.parametrize(
    ("decided", "is_asked", "is_opened"), [(None, True, False), (False, False, False), (True, False, True)]
)
def test_a_case_that_is_opened_again_asks_for_what_was_undone(
    screened_first: Case, own: Officer, now: datetime, decided: bool | None, is_asked: bool, is_opened: bool
) -> None:
    if decided is not None:
        decide(screened_first, own, now, decided)
    before = open_now(screened_first)
    assert (SCREEN in before, before >= OPENED) == (is_asked, is_opened)
    close(screened_first, own, now)
    assert not open_now(screened_first)
    reopen(screened_first, own, now)
    assert open_now(screened_first) == before
