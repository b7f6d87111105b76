"""Messages by e-mail: each is taken once, waits for a person, and is read and settled by intake alone."""

from collections.abc import Callable
from datetime import datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.db import DatabaseError

from lles.casefile.changes.door import NotAllowed, Stale
from lles.casefile.models import Case, Entry, Officer, ReceivedFile, Sighting
from lles.casefile.tests.pages import client_of, said, summary_of, text_of
from lles.links.tests.hostile import EICAR, a_pdf
from lles.work.intake import jobs
from lles.work.intake.changes.mail import TakenMail, take_message
from lles.work.intake.changes.settle import join_to_case, record_keyed, set_aside
from lles.work.intake.models import Arrival, ArrivalSighting, MailMessage, Received
from lles.work.intake.queries import ledger_store, unseen
from lles.work.intake.queries.mail import mail_waiting
from lles.work.intake.rules import numbers_named, says_a_place

SUBJECT = "Hysbysiad o gais newydd"
TEXT = "Annwyl swyddog,\n\nGweler y cais."


def written(*, subject: str = SUBJECT, text: str = TEXT, number: str = "1", **files: bytes) -> bytes:
    made = EmailMessage()
    made["Message-ID"], made["Date"] = f"<{number}@example.org>", "Wed, 04 Mar 2026 09:00:00 +0000"
    made["From"], made["Subject"] = "Swyddfa'r Llys <llys@example.org>", subject
    made.set_content(text)
    for name, content in files.items():
        file_name = name.replace("_", ".")
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=file_name)
    return made.as_bytes()


def take(content: bytes, service: Officer, now: datetime) -> TakenMail:
    return take_message(content=content, source="test", by=service, at=now)


@pytest.fixture
def intake(officer_with: Callable[..., Officer]) -> Officer:
    """The intake administrator."""
    return officer_with("intake_administrator")


@pytest.fixture
def waiting(service: Officer, now: datetime) -> Arrival:
    """A message with an application that waits to be keyed."""
    return take(written(cais_pdf=a_pdf()), service, now).arrival


def test_it_makes_an_arrival_with_its_files_and_keeps_the_message_sealed(
    service: Officer, now: datetime
) -> None:
    content = written(cais_pdf=a_pdf(), bad_exe=b"MZ")
    taken = take(content, service, now)
    line = taken.line()
    assert (line["outcome"], line["arrival"], line["warnings"]) == ("waiting", taken.arrival.pk, [])
    files = [(one["kind"], one["state"], one["reason"]) for one in line["attachments"]]  # type: ignore[attr-defined]  # what a test is given
    assert files == [("pdf", "unscanned", None), (None, "refused", "not_on_the_list")]
    assert ledger_store().get(taken.arrival.received.sha256) == content
    row = MailMessage.objects.get()
    assert b"Gweler" not in bytes(row.text) + bytes(row.head)


def test_nothing_of_what_it_says_is_on_the_timeline(waiting: Arrival) -> None:
    entry = Entry.objects.get(kind="mail_arrived")
    assert entry.facts == {"files": 1}


def test_the_same_message_twice_changes_nothing(service: Officer, now: datetime, waiting: Arrival) -> None:
    again = take(b"Received: by another way\r\n" + written(cais_pdf=a_pdf()), service, now + timedelta(1))
    assert (again.outcome, again.arrival) == ("unchanged", waiting)
    assert (Received.objects.count(), Arrival.objects.count(), ReceivedFile.objects.count()) == (1, 1, 1)
    assert Entry.objects.count() == 1


def test_the_same_number_with_other_words_is_another_message(
    service: Officer, now: datetime, waiting: Arrival
) -> None:
    other = take(written(text="Rhywbeth arall"), service, now)
    assert (other.outcome, other.line()["warnings"]) == ("waiting", ["same_message_id"])


@pytest.mark.parametrize("content", [b"\x00\x01", b"", a_pdf()])
def test_what_nobody_can_read_is_held_once_and_kept(service: Officer, now: datetime, content: bytes) -> None:
    first, second = take(content, service, now), take(content, service, now)
    assert (first.outcome, first.is_unreadable, first.arrival) == ("held", True, second.arrival)
    assert ledger_store().get(first.arrival.received.sha256) == content
    assert Received.objects.count() == 1


def test_a_failure_on_the_way_leaves_nothing_half_done(
    service: Officer, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise DatabaseError

    monkeypatch.setattr("lles.work.intake.changes.mail.keep_file", broken)
    with pytest.raises(DatabaseError):
        take(written(cais_pdf=a_pdf()), service, now)
    assert not Received.objects.exists()


def test_reconciliation_names_a_message_nobody_can_see(waiting: Arrival, own: Officer) -> None:
    assert [line["what"] for line in unseen()] == ["held arrival"]


def mailbox(folder: Path, now: datetime) -> list[str]:
    return [str(line["outcome"]) for line in jobs.take_mailbox(folder, now)]


def test_the_mailbox_is_emptied_once_and_nothing_is_removed(db: None, tmp_path: Path, now: datetime) -> None:
    (tmp_path / "a.eml").write_bytes(written())
    (tmp_path / "b.eml").write_bytes(b"\x00\x01")
    (tmp_path / "again.eml").write_bytes(written())
    assert sorted(mailbox(tmp_path, now)) == ["held", "unchanged", "waiting"]
    assert mailbox(tmp_path, now) == []
    names = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*"))
    assert names == ["refused/b.eml", "refused/b.eml.reason.txt", "taken/a.eml", "taken/again.eml"]
    assert "nobody could read it" in (tmp_path / "refused/b.eml.reason.txt").read_text()


def test_a_message_too_large_for_the_mailbox_is_held_and_stays(
    db: None, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "MOST_BYTES", 10)
    (tmp_path / "a.eml").write_bytes(written())
    assert mailbox(tmp_path, now) == ["held"]
    assert (tmp_path / "refused/a.eml").read_bytes() == written()
    assert (Arrival.objects.get().reason, Received.objects.get().sha256) == ("mail_too_large", "")


def test_what_the_database_does_not_take_stays_in_the_mailbox(
    db: None, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_: object) -> None:
        raise DatabaseError

    (tmp_path / "a.eml").write_bytes(written())
    with monkeypatch.context() as patched:
        patched.setattr(jobs, "take_message", broken)
        assert mailbox(tmp_path, now) == []
    assert mailbox(tmp_path, now) == ["waiting"]


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "By e-mail: to be keyed"), ("cy", "Drwy e-bost: i'w gofnodi")]
)
def test_intake_sees_what_waits_and_opens_it(
    waiting: Arrival, intake: Officer, language: str, heading: str
) -> None:
    client = client_of(intake, language)
    assert heading in text_of(client, "/arrivals/")
    page = text_of(client, f"/arrivals/{waiting.pk}/")
    assert all(text in page for text in (SUBJECT, "Gweler y cais.", "llys@example.org", "cais.pdf"))
    assert ArrivalSighting.objects.filter(arrival=waiting, officer=intake, what="message").count() == 1


def test_a_file_is_a_download_under_a_name_of_ours(waiting: Arrival, intake: Officer) -> None:
    answer = client_of(intake).post(f"/arrivals/{waiting.pk}/files/1/")
    assert answer["Content-Disposition"] == f'attachment; filename="arrival-{waiting.pk}-1.pdf"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert ArrivalSighting.objects.filter(arrival=waiting, what="file:1").exists()


def test_a_file_with_malware_is_named_and_never_given(
    service: Officer, intake: Officer, now: datetime
) -> None:
    arrival = take(written(eicar_txt=EICAR.encode()), service, now).arrival
    assert "Malware was found" in text_of(client_of(intake), f"/arrivals/{arrival.pk}/")
    assert client_of(intake).post(f"/arrivals/{arrival.pk}/files/1/").status_code == 404


def test_for_others_there_is_no_message(
    waiting: Arrival, own: Officer, manager: Officer, officer_with: Callable[..., Officer]
) -> None:
    for officer in (own, manager, officer_with("auditor"), officer_with("checks_clerk")):
        client = client_of(officer)
        assert SUBJECT not in text_of(client, "/arrivals/")
        for path in ("", "settle/"):
            assert client.get(f"/arrivals/{waiting.pk}/{path}").status_code == 404
        assert client.post(f"/arrivals/{waiting.pk}/files/1/").status_code == 404
    assert not ArrivalSighting.objects.exists()


def test_a_page_of_html_is_shown_as_its_words(service: Officer, intake: Officer, now: datetime) -> None:
    made = EmailMessage()
    made["From"], made["Subject"] = "a@example.org", "x"
    made.set_content("<script>alert(1)</script><p>Helo <b>chi</b></p><img src='http://x/'>", subtype="html")
    page = text_of(client_of(intake), f"/arrivals/{take(made.as_bytes(), service, now).arrival.pk}/")
    assert "Helo chi" in page
    assert "alert(1)" not in page
    assert "http://x/" not in page


def test_what_may_say_where_somebody_is_stands_on_the_page_of_the_message_alone(
    service: Officer, intake: Officer, now: datetime
) -> None:
    arrival = take(written(subject="She is at 7 Heol y Dŵr, LL11 1ZZ"), service, now).arrival
    assert "Heol" not in text_of(client_of(intake), "/arrivals/")
    assert "Heol" in text_of(client_of(intake), f"/arrivals/{arrival.pk}/")


@pytest.mark.parametrize("number", ["1700000000000001", "1700-0000-0000-0001", "c-2288"])
def test_it_says_which_case_it_names_to_those_who_see_that_case(
    service: Officer, intake: Officer, case: Case, now: datetime, number: str
) -> None:
    taken = take(written(text=f"Re: {number}"), service, now)
    assert taken.line()["cases"] == ["C-2288"]
    assert "C-2288" in text_of(client_of(intake), "/arrivals/")
    Case.objects.update(sealed=True)
    assert [row.like for row in mail_waiting(intake)] == [()]


def settle(client: object, arrival: Arrival, **typed: str) -> object:
    return client.post(f"/arrivals/{arrival.pk}/settle/", typed)  # type: ignore[attr-defined]  # what a test is given


def test_it_is_set_aside_with_a_reason(waiting: Arrival, intake: Officer) -> None:
    answer = settle(client_of(intake), waiting, way="not_for_us", words="For the probation service.")
    assert answer.status_code == 302  # type: ignore[attr-defined]  # what a test is given
    waiting.refresh_from_db()
    assert (waiting.outcome, waiting.reason, waiting.settled_by) == ("set_aside", "not_for_us", intake)
    assert "No e-mail waits to be keyed." in text_of(client_of(intake), "/arrivals/")
    assert "For the probation service." in text_of(client_of(intake), f"/arrivals/{waiting.pk}/")


def test_put_to_a_case_its_files_become_papers_of_that_case(
    waiting: Arrival, intake: Officer, case: Case, own: Officer, officer_with: Callable[..., Officer]
) -> None:
    settle(
        client_of(intake),
        waiting,
        way="joined",
        reference=" c-2288 ",
        words="The father's answer.",
        orders="none",
    )
    paper = case.received_papers.get()
    assert (paper.came_by, paper.sender, paper.kind) == ("email", "Swyddfa'r Llys", "other")
    assert "Gweler y cais." in text_of(client_of(own), f"/arrivals/{waiting.pk}/")
    assert Sighting.objects.filter(case=case, what=f"arrival:{waiting.pk}:message").exists()
    seen = text_of(client_of(officer_with("auditor")), f"/arrivals/{waiting.pk}/")
    assert "Gweler y cais." not in seen


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({}, "Select an answer"),
        ({"way": "duplicate"}, "Say why, in a few words"),
        ({"way": "joined", "words": "x"}, "Enter the reference of the case"),
        (
            {"way": "joined", "words": "x", "reference": "C-9999", "orders": "none"},
            "You work on no case of this reference",
        ),
    ],
)
def test_what_is_missing_is_said(waiting: Arrival, intake: Officer, typed: dict[str, str], says: str) -> None:
    assert says in summary_of(settle(client_of(intake), waiting, **typed))
    waiting.refresh_from_db()
    assert waiting.settled_at is None


def test_it_is_settled_once(waiting: Arrival, intake: Officer, case: Case, now: datetime) -> None:
    record_keyed(case=case, by=intake, at=now, arrival=waiting)
    with pytest.raises(Stale):
        join_to_case(case=case, by=intake, at=now, arrival=waiting, words="x")
    page = said(settle(client_of(intake), waiting, way="other", words="x"))
    assert "Somebody has settled this arrival already" in page
    assert case.received_papers.get().kind == "application"


def test_nobody_else_settles(waiting: Arrival, own: Officer, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        set_aside(by=own, at=now, arrival=waiting, why="other", words="x")


def test_it_finds_the_numbers_of_cases() -> None:
    text = "Achos 1700 0000 0000 0001 (ZC26P00123), ein cyf C-2288, ffôn 01632 960100, 12345678901234567"
    assert numbers_named(text) == ["1700000000000001", "ZC26P00123", "C-2288"]


@pytest.mark.parametrize(
    ("line", "places"),
    [
        (SUBJECT, False), ("Cais C100 – Llys Teulu Wrecsam", False), ("Siân Morris", False),
        ("Notice of application: 1700000000000001", False), ("Hearing on 18 March at 10am", False),
        ("7 Heol y Dŵr", True), ("LL111ZZ", True), ("07700 900123", True), ("sian@example.org", True),
        ("Rhodfa'r Ehedydd Ŵyllt", True), ("Swyddfa'r Llys", False),
        ("12 Castle Court", True), ("She is at Rose Cottage", True),
        ("Wrexham County Court", False),
    ],
)  # fmt: skip
def test_it_tells_a_subject_from_a_place(line: str, places: bool) -> None:
    assert says_a_place(line) == places
