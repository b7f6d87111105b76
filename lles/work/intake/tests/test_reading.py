"""What comes on an open case and is no order: a task has it read, and the timeline leads to it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from lles.casefile.models import Case, Officer
from lles.casefile.register import Event, Occasion
from lles.casefile.tests.pages import client_of, send, text_of
from lles.links.tests.hostile import a_pdf
from lles.work.intake.changes.settle import join_to_case, reopened
from lles.work.intake.models import Arrival
from lles.work.intake.queries.reading import PAPERS, READ
from lles.work.intake.tests.test_mail import take as take_mail
from lles.work.intake.tests.test_mail import written
from lles.work.intake.tests.test_take import invented, take


@pytest.fixture
def intake(officer_with: Callable[..., Officer]) -> Officer:
    """The intake administrator."""
    return officer_with("intake_administrator")


def joined(
    case: Case, intake: Officer, service: Officer, now: datetime, orders: tuple[int, ...] = ()
) -> Arrival:
    arrival = take_mail(written(llythyr_pdf=a_pdf()), service, now).arrival
    join_to_case(case=case, by=intake, at=now, arrival=arrival, words="x", orders=orders)
    return arrival


def waiting(case: Case) -> list[str]:
    return list(case.tasks.filter(kind=READ, ended_at=None).values_list("subject", flat=True))


def test_a_message_put_to_a_case_is_to_be_read_and_the_timeline_leads_to_it(
    case: Case, own: Officer, intake: Officer, service: Officer, now: datetime
) -> None:
    arrival = joined(case, intake, service, now)
    assert waiting(case) == [str(arrival.pk)]
    client, path = client_of(own), f"/cases/{case.reference}/court/"
    assert f'href="/arrivals/{arrival.pk}/"' in text_of(client, f"/cases/{case.reference}/timeline/")
    for _twice in range(2):
        assert send(client, path, {"read": str(arrival.pk)}).status_code == 302
        assert waiting(case) == []
        assert case.entries.filter(kind="what_came_was_read").count() == 1
    assert send(client, path, {"read": str(arrival.pk + 1)}).status_code == 404


def test_a_message_of_orders_alone_is_keyed_and_not_read_a_second_time(
    case: Case, intake: Officer, service: Officer, now: datetime
) -> None:
    joined(case, intake, service, now, orders=(1,))
    assert waiting(case) == []


def test_who_may_only_see_the_case_neither_reads_nor_is_led(
    case: Case, officer_with: Callable[..., Officer], intake: Officer, service: Officer, now: datetime
) -> None:
    arrival = joined(case, intake, service, now)
    client = client_of(officer_with("auditor"))
    assert f"/arrivals/{arrival.pk}/" not in text_of(client, f"/cases/{case.reference}/timeline/")
    assert send(client, f"/cases/{case.reference}/court/", {"read": str(arrival.pk)}).status_code == 403


def later(**changes: Any) -> dict[str, Any]:
    return invented(last_modified="2026-03-05T08:00:00", case_data=changes)


def test_new_papers_of_the_feed_are_to_be_read_on_a_case_that_is_open(
    service: Officer, now: datetime
) -> None:
    (taken,) = take(invented(), service, now)
    assert taken.case is not None
    assert waiting(taken.case) == []
    url = "http://dm/documents/11111111-1111-1111-1111-111111111111"
    statement = {"documentOther": {"document_url": url, "document_filename": "Statement.pdf"}}
    take(later(otherDocuments=[{"id": "1", "value": statement}]), service, now)
    assert waiting(taken.case) == [PAPERS]


def test_a_later_application_of_the_feed_asks_for_danger_again(service: Officer, now: datetime) -> None:
    (taken,) = take(invented(), service, now)
    assert taken.case is not None
    asked = taken.case.tasks.filter(kind="danger.asked")
    asked.update(ended_at=now, outcome="no_danger_seen")
    take(later(issueDate="2026-03-02"), service, now)
    assert asked.filter(ended_at=None).count() == 0
    both = ["childArrangementsOrder", "prohibitedStepsOrder"]
    more = invented(last_modified="2026-03-06T08:00:00", case_data={"ordersApplyingFor": both})
    take(more, service, now.replace(day=6))
    again = asked.get(ended_at=None)
    assert (again.due_on, again.opened_at.day) == (again.opened_at.date(), 6)


def test_what_the_closing_left_unread_is_to_be_read_once_the_case_is_open(
    case: Case, intake: Officer, service: Officer, now: datetime
) -> None:
    arrival = joined(case, intake, service, now)
    case.tasks.update(ended_at=now, outcome="case_closed")
    reopened(Occasion(Event.REOPENED, case, intake, now))
    assert waiting(case) == [str(arrival.pk)]
