"""The way of a sealed document to the court, where a person has to act; and its way out, through the gate."""

import re
from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.filing import claim_filing, seal_documents, settle_filing
from lles.casefile.changes.people import record_receipt
from lles.casefile.models import Case, Disclosure, Document, Filing, Officer
from lles.casefile.tests.pages import client_of, day, fill, send, text_of
from lles.casefile.tests.pdfs import note


@pytest.fixture
def filing(case: Case, own: Officer, now: datetime) -> Filing:
    """A sealed document that waits to be sent to the court."""
    made = [note("The hearing is on 9 April 2026.", now)]
    kind = "safeguarding_letter"
    seal_documents(case=case, by=own, at=now, kind=kind, made=made, court_type="Safeguarding_Letter")
    return Filing.objects.get()


def in_state(filing: Filing, state: str, own: Officer, now: datetime) -> str:
    Filing.objects.filter(pk=filing.pk).update(state=Filing.SENDING)
    case = filing.document.case
    settle_filing(case=case, by=own, at=now, filing=filing, state=state, answered="")
    return f"/cases/{case.reference}/filings/{filing.pk}/"


def test_a_refused_document_is_filed_by_hand(filing: Filing, own: Officer, now: datetime) -> None:
    path = in_state(filing, Filing.REFUSED, own, now)
    typed = {"way": "secure_email", "clock": "10am"} | day("on", date(2026, 3, 5))
    assert fill(client_of(own), path, **typed).status_code == 302
    filing.refresh_from_db()
    assert (filing.state, filing.way) == (Filing.FILED_BY_HAND, "secure_email")


@pytest.mark.parametrize(("seen", "state"), [("yes", Filing.ACCEPTED), ("no", Filing.WAITING)])
def test_an_unknown_outcome_is_settled_by_looking(
    filing: Filing, own: Officer, now: datetime, seen: str, state: str
) -> None:
    path = in_state(filing, Filing.UNKNOWN, own, now)
    assert fill(client_of(own), path, is_there=seen).status_code == 302
    filing.refresh_from_db()
    assert filing.state == state


def test_a_settled_filing_asks_nothing(filing: Filing, own: Officer, now: datetime) -> None:
    path = in_state(filing, Filing.ACCEPTED, own, now)
    page = text_of(client_of(own), path)
    assert "Accepted by the court" in page
    assert 'id="page-form"' not in page


def test_a_sealed_document_leaves_through_the_gate_alone(filing: Filing, own: Officer) -> None:
    document = Document.objects.get()
    answer = client_of(own).get(f"/cases/{filing.document.case.reference}/documents/{document.pk}/")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Cache-Control"] == "no-store"
    assert Disclosure.objects.filter(purpose="look", sha256=document.sha256, by=own).count() == 1


def test_a_document_of_another_case_does_not_exist(
    filing: Filing, officer_with: Callable[..., Officer], now: datetime
) -> None:
    other = Case.objects.create(
        reference="C-2", law="private", received_basis="recorded", pathway="cap", opened_at=now
    )
    client, document = client_of(officer_with("intake_administrator")), Document.objects.get()
    assert client.get(f"/cases/{other.reference}/documents/{document.pk}/").status_code == 404
    assert client.get(f"/cases/{other.reference}/filings/{filing.pk}/").status_code == 404


def answered_meanwhile(filing: Filing, state: str, now: datetime) -> None:
    """What the service does on its own after a document was sealed."""
    case, by = filing.document.case, the_service()
    Filing.objects.filter(pk=filing.pk).update(state=Filing.WAITING, next_try_at=now)
    assert claim_filing(case=case, by=by, at=now, filing=filing)
    settle_filing(case=case, by=by, at=now, filing=filing, state=state, answered="")


@pytest.mark.parametrize("state", [Filing.ACCEPTED, Filing.REFUSED, Filing.UNKNOWN])
def test_the_courts_receipt_makes_no_other_page_stale(
    filing: Filing, own: Officer, now: datetime, state: str
) -> None:
    client, case = client_of(own), filing.document.case
    path = f"/cases/{case.reference}/receipt/"
    seen = seen_on(client, path)
    answered_meanwhile(filing, state, now)
    assert case.entries.filter(kind="filing_settled", pk__gt=int(seen["seen_entry"])).exists()
    assert send(client, path, seen | day("received_on", date(2026, 3, 3))).status_code == 302


def test_a_filing_that_is_being_sent_raises_no_version(filing: Filing, now: datetime) -> None:
    case = filing.document.case
    case.refresh_from_db()
    before = case.version
    Filing.objects.filter(pk=filing.pk).update(state=Filing.WAITING, next_try_at=now)
    claim_filing(case=case, by=the_service(), at=now, filing=filing)
    case.refresh_from_db()
    assert case.version == before


def test_what_somebody_else_changed_beside_the_receipt_does(
    filing: Filing, own: Officer, manager: Officer, now: datetime
) -> None:
    client, case = client_of(own), filing.document.case
    path = f"/cases/{case.reference}/receipt/"
    seen = seen_on(client, path)
    record_receipt(case=case, by=manager, at=now, received_on=date(2026, 3, 2))
    answered_meanwhile(filing, Filing.ACCEPTED, now)
    assert send(client, path, seen | day("received_on", date(2026, 3, 3))).status_code == 409


def test_what_the_service_learnt_from_the_court_does(filing: Filing, own: Officer, now: datetime) -> None:
    client, case = client_of(own), filing.document.case
    path = f"/cases/{case.reference}/receipt/"
    seen = seen_on(client, path)
    record_receipt(case=case, by=the_service(), at=now, received_on=date(2026, 3, 2))
    assert send(client, path, seen | day("received_on", date(2026, 3, 3))).status_code == 409


def seen_on(client: Client, path: str) -> dict[str, str]:
    """What a page brings back when its form is sent."""
    page = client.get(path).content.decode()
    return dict(re.findall(r'name="(seen|seen_entry)" value="(\d+)"', page))
