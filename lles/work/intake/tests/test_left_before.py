"""What the court protects after it had left in a document of ours is named, and somebody decides on it."""

import html
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.urls import reverse

from lles.casefile.changes.filing import seal_documents
from lles.casefile.changes.left import TASK
from lles.casefile.models import Case, Filing, Officer
from lles.casefile.tests.pages import client_of, fill, text_of
from lles.casefile.tests.pdfs import note
from lles.casefile.timeline import read
from lles.law.bilingual import Language
from lles.links.store import NotStored
from lles.work.intake.tests.test_take import invented, take

NUMBER = "07700 900999"
KIND = "safeguarding_letter"


def sent(service: Officer, at: datetime, private: str, changed: str) -> Case:
    """The case as the court sends it, with a number of the respondent that is private or not."""
    raw = invented(last_modified=changed)
    said = {"isPhoneNumberConfidential": private, "phoneNumber": NUMBER}
    raw["case_data"]["respondents"][0]["value"] |= said
    case = take(raw, service, at)[0].case
    assert case is not None
    return case


@pytest.fixture
def files(officer_with: Callable[..., Officer]) -> Officer:
    """Somebody who has the case, and files in it."""
    return officer_with("practitioner")


@pytest.fixture
def open_case(service: Officer, files: Officer, now: datetime) -> Case:
    """A case in which nobody asked that the number is kept private."""
    case = sent(service, now, "No", "2026-03-04T08:00:00")
    Case.objects.filter(pk=case.pk).update(officer=files)
    return Case.objects.get(pk=case.pk)


def file(case: Case, words: str, by: Officer, at: datetime) -> None:
    seal_documents(
        case=case, by=by, at=at, kind=KIND, made=[note(words, at)], court_type="Safeguarding_Letter"
    )
    for state in (Filing.SENDING, Filing.ACCEPTED):
        Filing.objects.filter(document__case=case).update(state=state)


def asked(case: Case) -> list[date | None]:
    return list(case.tasks.filter(kind=TASK, ended_at=None).values_list("due_on", flat=True))


def told(case: Case, language: Language = "en") -> str:
    lines = (" ".join(read(one.kind, one.facts, language)) for one in case.entries.order_by("pk"))
    return html.unescape(" ".join(lines))


@pytest.mark.parametrize(
    ("language", "says"),
    [("en", "holds it and has left already: the court"), ("cy", "mae wedi gadael yn barod: y llys")],
)
def test_what_the_court_protects_after_it_left_is_named_and_somebody_decides(
    open_case: Case, service: Officer, files: Officer, now: datetime, language: Language, says: str
) -> None:
    file(open_case, f"Ring {NUMBER}.", files, now)
    later = now + timedelta(days=1)
    sent(service, later, "Yes", "2026-03-05T08:00:00")
    assert asked(open_case) == [(later + timedelta(days=1)).date()]
    assert says in told(open_case, language)
    assert "900999" not in told(open_case)
    path = reverse("casefile:left_before", args=(open_case.reference,))
    client = client_of(files, language)
    assert says in html.unescape(text_of(client, path))
    assert asked(open_case) != []
    assert fill(client, path, done="").status_code == 200
    assert asked(open_case) != []
    assert fill(client, path, done="The court was asked to keep it.").status_code == 302
    assert asked(open_case) == []
    assert "The court was asked to keep it." in told(open_case)


def test_it_is_asked_of_nobody_where_nothing_that_left_holds_it(
    open_case: Case, service: Officer, files: Officer, now: datetime
) -> None:
    file(open_case, "The hearing is on 9 April 2026.", files, now)
    sent(service, now, "Yes", "2026-03-05T08:00:00")
    assert asked(open_case) == []
    assert "has left already" not in told(open_case)


def test_the_same_news_again_asks_nothing_more(
    open_case: Case, service: Officer, files: Officer, now: datetime
) -> None:
    file(open_case, f"Ring {NUMBER}.", files, now)
    for day in ("05", "06"):
        sent(service, now, "Yes", f"2026-03-{day}T08:00:00")
    assert len(asked(open_case)) == 1
    assert told(open_case).count("has left already") == 1


def test_what_has_not_left_is_not_named(
    open_case: Case, service: Officer, files: Officer, now: datetime
) -> None:
    made = [note(f"Ring {NUMBER}.", now)]
    seal_documents(case=open_case, by=files, at=now, kind=KIND, made=made, court_type="Safeguarding_Letter")
    sent(service, now, "Yes", "2026-03-05T08:00:00")
    assert asked(open_case) == []


def test_what_is_being_sent_may_be_at_the_court(
    open_case: Case, service: Officer, files: Officer, now: datetime
) -> None:
    made = [note(f"Ring {NUMBER}.", now)]
    seal_documents(case=open_case, by=files, at=now, kind=KIND, made=made, court_type="Safeguarding_Letter")
    Filing.objects.filter(document__case=open_case).update(state=Filing.SENDING)
    sent(service, now, "Yes", "2026-03-05T08:00:00")
    assert len(asked(open_case)) == 1


def test_what_cannot_be_read_may_hold_it(
    open_case: Case, service: Officer, files: Officer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(open_case, "The hearing is on 9 April 2026.", files, now)

    def away(document: object) -> None:
        raise NotStored("away")

    monkeypatch.setattr("lles.casefile.changes.left.sealed", away)
    sent(service, now, "No", "2026-03-05T07:00:00")
    assert asked(open_case) == []
    sent(service, now, "Yes", "2026-03-05T08:00:00")
    assert len(asked(open_case)) == 1
    assert "It may hold it." in told(open_case)
    assert "Gall ei gynnwys." in told(open_case, "cy")
