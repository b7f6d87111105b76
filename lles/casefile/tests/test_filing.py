"""Filing: sent once; tried again only where the court surely did not accept; the unknown waits for a
person."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from lles.casefile import jobs
from lles.casefile.changes.door import Stale
from lles.casefile.changes.filing import RECALL, look_settled, record_filed_by_hand, seal_documents
from lles.casefile.changes.tasks import open_task
from lles.casefile.gate import send_to_court
from lles.casefile.models import Case, Disclosure, Document, Filing, Officer
from lles.casefile.tests.pdfs import note
from lles.links.court.client import CourtService
from lles.links.court.standin import StandIn

LATER = timedelta(hours=2)


@pytest.fixture
def court() -> Iterator[StandIn]:
    """The courts' services, on this machine."""
    with StandIn() as stand_in:
        known = {"id": 1700000000000001, "jurisdiction": "PRIVATELAW", "case_data": {}}
        stand_in.load(known | {"last_modified": "2026-03-04T08:00:00"})
        yield stand_in


@pytest.fixture
def service_of(court: StandIn) -> Iterator[CourtService]:
    """A client of the stand-in that does not wait long."""
    with CourtService(court.settings("private", read_seconds=0.5, uploads_a_minute=10_000)) as client:
        yield client


@pytest.fixture
def filing(case: Case, own: Officer, now: datetime) -> Filing:
    """A sealed document on its way to the court that can be taken back no more."""
    made = [note("The hearing is on 9 April 2026.", now)]
    seal_documents(
        case=case,
        by=own,
        at=now - RECALL,
        kind="safeguarding_letter",
        made=made,
        court_type="Safeguarding_Letter",
    )
    return Filing.objects.get()


def open_kinds(case: Case) -> list[str]:
    return list(case.tasks.filter(ended_at=None).values_list("kind", flat=True))


def test_it_is_sent_once_and_accepted(
    filing: Filing, court: StandIn, service_of: CourtService, now: datetime
) -> None:
    assert [jobs.run(now, service_of) for _ in range(3)] == [1, 0, 0]
    filing.refresh_from_db()
    assert filing.state == Filing.ACCEPTED
    assert [upload.kind for upload in court.uploads] == ["Safeguarding_Letter"]
    assert court.uploads[0].sha256 == filing.document.sha256


def test_what_the_court_refuses_waits_for_a_person(
    filing: Filing, case: Case, court: StandIn, service_of: CourtService, now: datetime
) -> None:
    court.behave("refuse", "upload", status=403)
    jobs.run(now, service_of)
    jobs.run(now + LATER, service_of)
    filing.refresh_from_db()
    assert (filing.state, filing.tries) == (Filing.REFUSED, 1)
    assert "casefile.filing_refused" in open_kinds(case)


@pytest.mark.parametrize("when", ["before", "after"])
def test_an_unknown_outcome_is_parked_at_once_and_never_sent_again(
    when: str, filing: Filing, case: Case, court: StandIn, service_of: CourtService, now: datetime
) -> None:
    court.behave("cut", "upload", when=when)
    for hours in range(5):
        jobs.run(now + timedelta(hours=hours), service_of)
    filing.refresh_from_db()
    assert (filing.state, filing.tries) == (Filing.UNKNOWN, 1)
    assert court.calls["upload"] == 1
    assert "casefile.filing_unknown" in open_kinds(case)


def test_a_court_that_cannot_be_reached_is_tried_eight_times(
    filing: Filing, case: Case, court: StandIn, service_of: CourtService, now: datetime
) -> None:
    court.__exit__(None, None, None)
    for hours in range(12):
        jobs.run(now + timedelta(hours=2 * hours), service_of)
    filing.refresh_from_db()
    assert (filing.state, filing.tries) == (Filing.UNREACHABLE, 8)
    assert "casefile.filing_unreachable" in open_kinds(case)


def test_a_sending_that_was_cut_off_here_is_an_unknown_outcome(
    filing: Filing, case: Case, service_of: CourtService, now: datetime
) -> None:
    Filing.objects.filter(pk=filing.pk).update(state=Filing.SENDING, settled_at=now, tries=1)
    jobs.run(now + LATER, service_of)
    filing.refresh_from_db()
    assert filing.state == Filing.UNKNOWN


def test_a_person_who_looked_settles_an_unknown_outcome(
    filing: Filing, case: Case, own: Officer, court: StandIn, service_of: CourtService, now: datetime
) -> None:
    court.behave("cut", "upload", when="before", times=1)
    jobs.run(now, service_of)
    filing.refresh_from_db()
    look_settled(case=case, by=own, at=now, filing=filing, is_there=False)
    jobs.run(now, service_of)
    filing.refresh_from_db()
    assert filing.state == Filing.ACCEPTED
    assert open_kinds(case) == []


def test_what_is_settled_is_not_settled_again(
    filing: Filing, case: Case, own: Officer, service_of: CourtService, now: datetime
) -> None:
    jobs.run(now, service_of)
    with pytest.raises(Stale):
        record_filed_by_hand(case=case, by=own, at=now, filing=filing, way="post", filed_at=now)
    with pytest.raises(Stale):
        look_settled(case=case, by=own, at=now, filing=filing, is_there=True)


def test_what_never_passed_the_gate_is_not_sent(
    filing: Filing, court: StandIn, service_of: CourtService, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Disclosure.objects, "filter", lambda **_: Disclosure.objects.none())
    with pytest.raises(Exception, match="never passed the gate"):
        send_to_court(filing, service_of, "letter.pdf")
    assert jobs.run(now, service_of) == 1
    filing.refresh_from_db()
    assert (court.uploads, filing.state) == ([], Filing.STOPPED)
    assert open_kinds(filing.document.case) == ["casefile.filing_stopped"]


def test_a_welsh_court_takes_no_uploads_so_a_person_files(case: Case, own: Officer, now: datetime) -> None:
    Case.objects.filter(pk=case.pk).update(court_code="637145", court_name="Wrexham Law Courts")
    made = [note("The hearing is on 9 April 2026.", now)]
    seal_documents(
        case=case, by=own, at=now, kind="safeguarding_letter", made=made, court_type="Safeguarding_Letter"
    )
    filing = Filing.objects.get()
    assert (filing.state, open_kinds(case)) == (Filing.BY_HAND, ["casefile.file_by_hand"])
    record_filed_by_hand(case=case, by=own, at=now, filing=filing, way="secure_email", filed_at=now)
    filing.refresh_from_db()
    assert (filing.state, open_kinds(case)) == (Filing.FILED_BY_HAND, [])


def test_sealed_documents_cannot_be_changed(filing: Filing) -> None:
    with pytest.raises(Exception, match="Cannot update"):
        Document.objects.update(sha256="0" * 64)


def test_it_is_filed_only_once_the_court_has_both_languages(
    case: Case, own: Officer, court: StandIn, service_of: CourtService, now: datetime
) -> None:
    open_task(case=case, by=own, at=now, kind="safeguarding.letter")
    words = "The hearing is on 9 April 2026."
    kind, court_type = "safeguarding_letter", "Safeguarding_Letter"
    both = (note(words, now, "court", "en"), note(words, now, "court", "cy"))
    made = [replace(one, kind=kind) for one in both]
    seal_documents(case=case, by=own, at=now - RECALL, kind=kind, made=made, court_type=court_type)
    first, second = Filing.objects.order_by("pk")
    jobs.send(first, now, service_of)
    assert "safeguarding.letter" in open_kinds(case)
    jobs.send(second, now, service_of)
    assert "safeguarding.letter" not in open_kinds(case)
