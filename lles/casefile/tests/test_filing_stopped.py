"""A filing that our own gate stops: nobody says that the court refused it, nothing is lost, and no hand
carries round the gate what may not leave."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest

from lles.casefile import gate, jobs
from lles.casefile.changes.door import NeedsReason, NotAllowed, Stale
from lles.casefile.changes.filing import RECALL, record_filed_by_hand, seal_documents
from lles.casefile.changes.filing_stopped import record_filed_before, send_again, withdraw_filing
from lles.casefile.gate import GateRefused
from lles.casefile.locations import PHONE as PHONE_OF
from lles.casefile.locations import Detail, keep, open_up
from lles.casefile.models import Case, Disclosure, Document, Filing, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, text_of
from lles.casefile.tests.pdfs import note
from lles.casefile.timeline import read
from lles.links.court.client import CourtService
from lles.links.court.standin import StandIn
from lles.links.store import NotStored

KIND, PHONE = "safeguarding_letter", "01632 960 555"


@pytest.fixture
def filing(case: Case, own: Officer, now: datetime) -> Filing:
    """A sealed document that can be taken back no more, with a number that nobody protected when it was
    sealed."""
    made = [note(f"Call {PHONE}. He lives in Chester.", now)]
    seal_documents(case=case, by=own, at=now - RECALL, kind=KIND, made=made, court_type="Safeguarding_Letter")
    return Filing.objects.get()


@pytest.fixture
def court() -> Iterator[StandIn]:
    """The courts' services, on this machine."""
    with StandIn() as stand_in:
        known = {"id": 1700000000000001, "jurisdiction": "PRIVATELAW", "case_data": {}}
        stand_in.load(known | {"last_modified": "2026-03-04T08:00:00"})
        yield stand_in


def sent(filing: Filing, court: StandIn, now: datetime) -> Filing:
    with CourtService(court.settings("private", read_seconds=0.5)) as service:
        assert [jobs.run(now, service) for _ in range(2)] == [1, 0]
    filing.refresh_from_db()
    return filing


def protect_phone(party: Party, now: datetime) -> None:
    keep(party.case, [Detail(f"party:{party.pk}", PHONE_OF, (PHONE,), True, "phone")], now)


def test_what_became_protected_is_stopped_here_and_never_said_to_be_refused_by_the_court(
    filing: Filing, case: Case, court: StandIn, father: Party, now: datetime
) -> None:
    protect_phone(father, now)
    assert sent(filing, court, now).state == Filing.STOPPED
    assert court.uploads == []
    kinds = set(case.tasks.filter(ended_at=None).values_list("kind", flat=True))
    assert "casefile.filing_stopped" in kinds
    assert "casefile.filing_refused" not in kinds
    entry = case.entries.filter(kind="filing_settled").get()
    told = " ".join(read(entry.kind, entry.facts, "en"))
    assert "stopped by our own gate; nothing was sent" in told
    assert "page 1" in told
    assert "960" not in told


def test_no_hand_files_what_the_gate_refuses_until_the_mistake_is_put_right(
    filing: Filing, court: StandIn, father: Party, own: Officer, now: datetime
) -> None:
    protect_phone(father, now)
    sent(filing, court, now)
    by_hand = {"filing": filing, "way": "post", "filed_at": now}
    with pytest.raises(GateRefused):
        record_filed_by_hand(case=filing.document.case, by=own, at=now, **by_hand)  # type: ignore[arg-type]  # named by a mapping
    assert filing.document.case.entries.filter(kind="stopped_at_the_gate").count() == 1
    open_up(filing.document.case, f"party:{father.pk}", PHONE_OF)
    record_filed_by_hand(case=filing.document.case, by=own, at=now, **by_hand)  # type: ignore[arg-type]  # named by a mapping
    filing.refresh_from_db()
    assert filing.state == Filing.FILED_BY_HAND
    assert Disclosure.objects.filter(reader="court", purpose="hand over").count() == 1


def test_what_may_tell_where_somebody_lives_is_filed_by_hand_with_a_reason(
    filing: Filing, case: Case, court: StandIn, father: Party, own: Officer, now: datetime
) -> None:
    home = Detail(f"party:{father.pk}", "address", ("3 Long Lane", "Chester", "CH1 9ZZ"), True, "party")
    keep(case, [home], now)
    assert sent(filing, court, now).state == Filing.STOPPED
    with pytest.raises(NeedsReason):
        record_filed_by_hand(case=case, by=own, at=now, filing=filing, way="post", filed_at=now)
    reasons = {"CONF-PART": "The court named the town itself."}
    record_filed_by_hand(case=case, by=own, at=now, filing=filing, way="post", filed_at=now, reasons=reasons)


def test_the_page_says_where_and_withdraws_it_with_a_reason(
    filing: Filing, case: Case, court: StandIn, father: Party, own: Officer, now: datetime
) -> None:
    protect_phone(father, now)
    sent(filing, court, now)
    client, path = client_of(own), f"/cases/{case.reference}/filings/{filing.pk}/"
    page = text_of(client, path)
    assert "Nothing was sent to the court." in page
    assert "page 1: It holds a telephone number that is protected from this reader." in page
    assert "How did you file it?" not in page
    typed = {"way": "post", "clock": "10am"} | day("on", date(2026, 3, 5))
    fill(client, path, **typed)
    filing.refresh_from_db()
    assert filing.state == Filing.STOPPED
    assert fill(client, path, why="An update tells the court.").status_code == 302
    filing.refresh_from_db()
    assert filing.state == Filing.WITHDRAWN
    assert not case.tasks.filter(kind="casefile.filing_stopped", ended_at=None).exists()


def test_a_document_that_may_not_leave_any_more_is_not_given_and_the_refusal_is_on_the_timeline(
    filing: Filing, case: Case, father: Party, own: Officer, now: datetime
) -> None:
    protect_phone(father, now)
    document = Document.objects.get()
    answer = client_of(own).get(f"/cases/{case.reference}/documents/{document.pk}/")
    assert answer.status_code == 409
    entry = case.entries.filter(kind="stopped_at_the_gate").get()
    assert "gate.phone" in str(entry.facts)
    assert entry.by == own


def test_what_may_tell_where_somebody_lives_may_be_kept_back_as_well(
    filing: Filing, case: Case, court: StandIn, father: Party, own: Officer, now: datetime
) -> None:
    home = Detail(f"party:{father.pk}", "address", ("3 Long Lane", "Chester", "CH1 9ZZ"), True, "party")
    keep(case, [home], now)
    sent(filing, court, now)
    client, path = client_of(own), f"/cases/{case.reference}/filings/{filing.pk}/"
    page = text_of(client, path)
    assert "How did you file it?" in page
    assert "Do not file it, and withdraw this document" in page
    assert fill(client, f"{path}?withdraw", why="Another letter leaves the town out.").status_code == 302
    filing.refresh_from_db()
    assert filing.state == Filing.WITHDRAWN


def test_only_somebody_who_files_withdraws(
    filing: Filing, case: Case, court: StandIn, father: Party, officer_with: Callable[..., Officer],
    now: datetime,
) -> None:  # fmt: skip
    protect_phone(father, now)
    sent(filing, court, now)
    clerk = officer_with("intake_administrator")
    page = text_of(client_of(clerk), f"/cases/{case.reference}/filings/{filing.pk}/")
    assert "Only somebody who may file with the court withdraws it." in page
    with pytest.raises(NotAllowed):
        withdraw_filing(case=case, by=clerk, at=now, filing=filing, why="It holds his number.")


def test_a_store_that_does_not_answer_stops_nothing_and_is_tried_again(
    filing: Filing, case: Case, court: StandIn, own: Officer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: object) -> None:
        raise NotStored("away")

    with monkeypatch.context() as patched:
        patched.setattr(gate, "sealed", away)
        patched.setattr("lles.casefile.views.filing.sealed", away)
        assert sent(filing, court, now).state == Filing.WAITING
        Filing.objects.filter(pk=filing.pk).update(state=Filing.SENDING)
        Filing.objects.filter(pk=filing.pk).update(state=Filing.UNREACHABLE)
        client, path = client_of(own), f"/cases/{case.reference}/filings/{filing.pk}/"
        assert "The file cannot be read at the moment" in text_of(client, path)
        assert client.post(path, {"way": "post"}).status_code == 409
    filing.refresh_from_db()
    assert filing.state == Filing.UNREACHABLE


def test_where_the_other_language_may_not_leave_what_was_typed_stays_on_the_page(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    Case.objects.filter(pk=case.pk).update(court_code="637145", court_name="Wrexham Law Courts")
    both = (note("He was calm.", now, "court", "en"), note(f"Call {PHONE}.", now, "court", "cy"))
    made = [replace(one, kind=KIND) for one in both]
    seal_documents(case=case, by=own, at=now, kind=KIND, made=made, court_type="Safeguarding_Letter")
    protect_phone(father, now)
    path = f"/cases/{case.reference}/filings/{Filing.objects.order_by('pk')[0].pk}/"
    typed = {"way": "post", "clock": "10am", "together": "on"} | day("on", date(2026, 3, 5))
    answer = fill(client_of(own), path, **typed)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Nothing was recorded, because our own gate does not let this out." in shown
    assert 'value="10am"' in shown
    assert not Filing.objects.exclude(state=Filing.BY_HAND).exists()


def test_what_had_been_carried_before_it_became_protected_is_recorded_with_what_was_done(
    case: Case, own: Officer, father: Party, now: datetime
) -> None:
    Case.objects.filter(pk=case.pk).update(court_code="637145", court_name="Wrexham Law Courts")
    made = [replace(note(f"Call {PHONE}.", now), kind=KIND)]
    seal_documents(case=case, by=own, at=now, kind=KIND, made=made, court_type="Safeguarding_Letter")
    filing = Filing.objects.get()
    protect_phone(father, now)
    client, path = client_of(own), f"/cases/{case.reference}/filings/{filing.pk}/"
    assert "It had been filed before this became protected" in text_of(client, path)
    assert "It lets nothing out." in text_of(client, f"{path}?before")
    typed = {"way": "secure_email", "clock": "10am"} | day("on", date(2026, 3, 5))
    assert "Say what was done" in fill(client, f"{path}?before", **typed).content.decode()
    done = "The court office marked page 1 confidential."
    assert fill(client, f"{path}?before", **typed, done=done).status_code == 302
    filing.refresh_from_db()
    assert filing.state == Filing.FILED_BY_HAND
    entry = case.entries.get(kind="filed_before_protected")
    told = " ".join(read(entry.kind, entry.facts, "en"))
    assert done in told
    assert "page 1" in told
    assert "960" not in told
    assert done not in " ".join(read(entry.kind, entry.facts, "en", typed=lambda _: "…"))
    assert Disclosure.objects.filter(reader="court", purpose="left before").count() == 1
    assert not case.tasks.filter(kind="casefile.file_by_hand", ended_at=None).exists()


def test_only_somebody_who_files_says_that_it_had_left_before_and_never_after_our_gate_stopped_it(
    filing: Filing, case: Case, court: StandIn, father: Party, own: Officer,
    officer_with: Callable[..., Officer], now: datetime,
) -> None:  # fmt: skip
    protect_phone(father, now)
    sent(filing, court, now)
    path = f"/cases/{case.reference}/filings/{filing.pk}/"
    typed = {"way": "post", "clock": "10am", "done": "Told."} | day("on", date(2026, 3, 5))
    late = fill(client_of(own), f"{path}?before", **typed).content.decode()
    assert "The time cannot be later than when our own gate stopped it" in late
    clerk = officer_with("intake_administrator")
    assert "had been filed before" not in text_of(client_of(clerk), path)
    before = {"filing": filing, "way": "post", "filed_at": now, "done": "Told."}
    with pytest.raises(NotAllowed):
        record_filed_before(case=case, by=clerk, at=now, **before)  # type: ignore[arg-type]  # named by a mapping
    open_up(case, f"party:{father.pk}", PHONE_OF)
    with pytest.raises(Stale):
        record_filed_before(case=case, by=own, at=now, **before)  # type: ignore[arg-type]  # named by a mapping


def test_it_is_sent_again_once_nothing_stops_it(
    filing: Filing, case: Case, court: StandIn, father: Party, own: Officer, now: datetime
) -> None:
    protect_phone(father, now)
    sent(filing, court, now)
    client, path = client_of(own), f"/cases/{case.reference}/filings/{filing.pk}/"
    assert "Send it to the court again" not in text_of(client, path)
    with pytest.raises(GateRefused):
        send_again(case=case, by=own, at=now, filing=filing)
    open_up(case, f"party:{father.pk}", PHONE_OF)
    assert "Send it to the court again instead" in text_of(client, path)
    assert "Nothing in it stops it now." in text_of(client, f"{path}?again")
    assert fill(client, f"{path}?again").status_code == 302
    assert not case.tasks.filter(kind="casefile.filing_stopped", ended_at=None).exists()
    filing.refresh_from_db()
    with CourtService(court.settings("private", read_seconds=0.5)) as service:
        assert jobs.run(filing.next_try_at or now, service) == 1
    filing.refresh_from_db()
    assert filing.state == Filing.ACCEPTED
    assert len(court.uploads) == 1
