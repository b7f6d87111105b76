"""What an officer put right stands where the court goes on sending what it sent; what is new is decided."""

from datetime import date, datetime
from typing import Any

import pytest

from lles.casefile.changes.corrections import TASK, Given, put_right
from lles.casefile.models import Case, CourtDiffers, Officer
from lles.casefile.tests.pages import client_of, text_of
from lles.work.intake.tests.test_take import invented, take


def sent(father: dict[str, str] | None = None, **changes: Any) -> dict[str, Any]:
    """What the court sends later; of the father, and of the mother's relation to the child, as it is said."""
    gareth = {"firstName": "Gareth", "lastName": "Bevan", "dateOfBirth": "1988-02-03"} | (father or {})
    data = {"respondents": [{"id": "p2", "value": gareth}], **changes}
    return invented(last_modified="2026-03-05T08:00:00", case_data=data)


@pytest.fixture
def opened(service: Officer, own: Officer, now: datetime) -> Case:
    """A case that the feed opened, of the officer."""
    (taken,) = take(sent() | {"last_modified": "2026-03-04T08:00:00"}, service, now)
    assert taken.case is not None
    Case.objects.filter(pk=taken.case.pk).update(officer=own, office=own.office)
    return taken.case


def righted(case: Case, own: Officer, now: datetime, **fields: object) -> None:
    father = case.parties.get(role="respondent")
    put_right(case=case, by=own, at=now, person=father, given=Given(fields, "document", "Passport"))


def waiting(case: Case) -> list[tuple[str, str]]:
    return list(case.court_differs.filter(settled_at=None).values_list("field", "said"))


def test_what_was_put_right_stands_and_what_the_court_said_before_is_no_news(
    opened: Case, own: Officer, service: Officer, now: datetime
) -> None:
    righted(opened, own, now, born_on=date(1988, 3, 2), last_name="Bevan-Rees")
    take(sent(issueDate="2026-03-02"), service, now)
    father = opened.parties.get(role="respondent")
    assert (father.born_on, father.last_name) == (date(1988, 3, 2), "Bevan-Rees")
    assert father.search_name == "gareth bevan rees"
    assert waiting(opened) == []


def test_somebody_whose_name_and_birthday_were_put_right_is_still_the_same_person(
    opened: Case, own: Officer, service: Officer, now: datetime
) -> None:
    righted(opened, own, now, born_on=date(1990, 7, 7), first_name="Geraint")
    take(sent(issueDate="2026-03-02"), service, now)
    assert opened.parties.filter(role="respondent").count() == 1


def test_what_is_new_waits_for_a_person_and_is_decided(
    opened: Case, own: Officer, service: Officer, now: datetime
) -> None:
    righted(opened, own, now, born_on=date(1988, 3, 2))
    take(sent({"dateOfBirth": "1989-03-02"}), service, now)
    father = opened.parties.get(role="respondent")
    assert (father.born_on, waiting(opened)) == (date(1988, 3, 2), [("born_on", "1989-03-02")])
    assert opened.tasks.filter(kind=TASK, ended_at=None).count() == 1
    people = text_of(client_of(own), f"/cases/{opened.reference}/people/")
    assert "The court says otherwise" in people
    righted(opened, own, now, born_on=date(1989, 3, 2))
    assert waiting(opened) == []
    assert not opened.tasks.filter(kind=TASK, ended_at=None).exists()


def test_it_is_asked_about_once(opened: Case, own: Officer, service: Officer, now: datetime) -> None:
    righted(opened, own, now, born_on=date(1988, 3, 2))
    for day in ("2026-03-02", "2026-03-01"):
        take(sent({"dateOfBirth": "1989-03-02"}, issueDate=day), service, now)
    assert CourtDiffers.objects.count() == 1


def test_what_was_not_put_right_still_comes_from_the_court(
    opened: Case, own: Officer, service: Officer, now: datetime
) -> None:
    righted(opened, own, now, born_on=date(1988, 3, 2))
    take(sent({"lastName": "Bevan-Rees"}), service, now)
    father = opened.parties.get(role="respondent")
    assert (father.last_name, father.search_name) == ("Bevan-Rees", "gareth bevan rees")
