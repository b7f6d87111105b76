"""Papers that others give us: looked at before they are kept, opened as a clean copy by who works there."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lles.casefile import jobs
from lles.casefile.changes import received_files
from lles.casefile.changes.door import NotAllowed
from lles.casefile.changes.received_files import look_at, receive_paper
from lles.casefile.documents import received_store
from lles.casefile.models import Case, Officer, Party, ReceivedFile, ReceivedPaper, Sighting
from lles.casefile.queries.readers import languages_of
from lles.casefile.tests.pages import client_of, day, fill, said, summary_of, text_of
from lles.links.scanner import ScannerDown
from lles.links.tests.hostile import EICAR, TOKEN, a_jpeg, a_pdf, exif
from lles.links.uploads import MOST_BYTES

ADD = "/cases/C-2288/received/add/"


class StandInScanner:
    """A scanner that finds what it is told to find, or is not there."""

    def __init__(self, found: str = "", *, down: bool = False) -> None:
        self.found, self.down = found, down

    def found_in(self, content: bytes) -> str:
        if self.down:
            raise ScannerDown
        return self.found


@pytest.fixture
def scanner(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts a scanner beside the service."""

    def put(**what: Any) -> None:
        monkeypatch.setattr(received_files, "scanner", lambda: StandInScanner(**what))
        monkeypatch.setattr(jobs, "scanner", lambda: StandInScanner(**what))

    return put


def added(
    case: Case, by: Officer, now: datetime, name: str = "cais.pdf", content: bytes = b""
) -> ReceivedPaper:
    looked = look_at(name=name, content=content or a_pdf())
    return receive_paper(
        case=case, by=by, at=now, looked=looked, kind="application", sender="The court", came_by="email",
        received_on=now.date(),
    )  # fmt: skip


def typed(content: bytes, name: str = "cais.pdf", **more: Any) -> dict[str, Any]:
    file = SimpleUploadedFile(name, content, "application/pdf")
    said = {"written_by": "else", "sender": "The school", "written_in": "en"}
    known = {"file": file, "kind": "letter", "came_by": "post", **said}
    return known | day("received_on", timezone.localdate()) | more


def test_it_keeps_the_file_as_it_came_and_a_copy_without_metadata(
    case: Case, own: Officer, now: datetime
) -> None:
    photo = a_jpeg(more=exif(TOKEN))
    file = added(case, own, now, "llun.jpg", photo).file
    assert received_store().get(file.sha256) == photo
    assert TOKEN.encode() not in received_store().get(file.copy_sha256)
    entry = case.entries.get(kind="paper_added")
    assert TOKEN not in str(entry.facts)
    assert "court" not in str(entry.facts)


def test_a_stranger_adds_nothing(case: Case, stranger: Officer, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        added(case, stranger, now)
    assert not ReceivedPaper.objects.exists()


@pytest.mark.parametrize("language", ["en", "cy"])
def test_an_officer_adds_a_paper_and_opens_it_as_a_download(case: Case, own: Officer, language: str) -> None:
    client = client_of(own, language)
    assert fill(client, ADD, **typed(a_pdf(), "Tŷ.pdf")).status_code == 302
    paper = ReceivedPaper.objects.get()
    answer = client.post(f"/cases/C-2288/received/{paper.pk}/")
    assert answer.content == received_store().get(paper.file.copy_sha256)
    assert answer["Content-Disposition"] == f'attachment; filename="C-2288-received-{paper.pk}.pdf"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert (answer["X-Content-Type-Options"], answer["Cache-Control"]) == ("nosniff", "no-store")
    assert Sighting.objects.filter(case=case, officer=own, what=f"location:received:{paper.pk}").exists()


def test_who_only_sees_the_case_cannot_open_it(
    case: Case, own: Officer, officer_with: Callable[..., Officer], now: datetime
) -> None:
    paper, auditor = added(case, own, now), officer_with("auditor")
    assert client_of(auditor).post(f"/cases/C-2288/received/{paper.pk}/").status_code == 403
    page = text_of(client_of(auditor), "/cases/C-2288/documents/")
    assert "Application" in page
    assert "cais.pdf" not in page
    assert "The court" not in page.split("<main", 1)[1].split("From the court")[0]


@pytest.mark.parametrize(
    ("language", "name", "content", "says"),
    [
        ("en", "a.pdf", b"%PDF-1.4 hello", "The file is damaged or incomplete"),
        ("cy", "a.pdf", b"%PDF-1.4 hello", "Mae'r ffeil wedi'i difrodi"),
        ("en", "a.exe", b"MZ", "not a kind of file that can be taken"),
        ("en", "a.txt", EICAR.encode(), "Malware was found"),
        ("cy", "a.pdf", b"", "Mae'r ffeil yn wag"),
        ("en", "a.pdf", bytes(MOST_BYTES + 1), "larger than 25 MB"),
    ],
)
def test_a_file_that_is_not_taken_is_said_so_and_nothing_is_kept(
    case: Case, own: Officer, language: str, name: str, content: bytes, says: str
) -> None:
    answer = fill(client_of(own, language), ADD, **typed(content, name))
    assert says in summary_of(answer)
    assert "The school" in answer.content.decode()
    assert not ReceivedFile.objects.exists()


def test_a_page_shown_again_asks_for_the_file_again(case: Case, own: Officer) -> None:
    answer = fill(client_of(own), ADD, **typed(a_pdf(), sender=""))
    assert "Enter who it is from" in summary_of(answer)
    assert "Choose the file again" in summary_of(answer)


def test_without_a_scanner_the_page_says_so(case: Case, own: Officer) -> None:
    assert "No scanner for malware is set up here" in text_of(client_of(own), ADD)
    assert "Nid oes sganiwr maleiswedd" in text_of(client_of(own, "cy"), ADD)


def test_a_file_waits_while_the_scanner_is_down_and_opens_once_it_answers(
    case: Case, own: Officer, now: datetime, scanner: Callable[..., None]
) -> None:
    scanner(down=True)
    paper, client = added(case, own, now), client_of(own)
    assert "Waiting for the scanner" in text_of(client, "/cases/C-2288/documents/")
    assert "cannot be opened" in said(client_of(own).post(f"/cases/C-2288/received/{paper.pk}/"))
    assert jobs.scan(now) == 0
    scanner()
    assert (jobs.scan(now), jobs.scan(now)) == (1, 0)
    assert client.post(f"/cases/C-2288/received/{paper.pk}/")["Content-Type"] == "application/pdf"


def test_a_file_in_which_malware_is_found_later_is_closed(
    case: Case, own: Officer, now: datetime, scanner: Callable[..., None]
) -> None:
    paper = added(case, own, now)
    scanner(found="Win.Test")
    assert jobs.scan(now) == 1
    assert "Malware was found" in said(client_of(own).post(f"/cases/C-2288/received/{paper.pk}/"))
    assert ReceivedFile.objects.get().found == "Win.Test"


def test_without_a_scanner_the_job_does_nothing(case: Case, own: Officer, now: datetime) -> None:
    added(case, own, now)
    assert jobs.scan(now) == 0
    assert ReceivedFile.objects.get().state == ReceivedFile.UNSCANNED


def test_whoever_writes_in_welsh_is_answered_in_welsh_until_they_choose(
    case: Case, own: Officer, father: Party
) -> None:
    Party.objects.filter(pk=father.pk).update(language="")
    father.refresh_from_db()
    assert languages_of(father, "wales") == ("cy", "en")
    written = {"written_by": str(father.pk), "sender": "", "written_in": "cy"}
    assert fill(client_of(own), ADD, **typed(a_pdf(), **written)).status_code == 302
    father.refresh_from_db()
    assert languages_of(father, "wales") == ("cy",)
    paper = ReceivedPaper.objects.get()
    assert (paper.party, paper.sender, paper.language) == (father, father.name, "cy")
    assert "letters to them go in Welsh" in text_of(client_of(own), "/cases/C-2288/timeline/")
    assert "ysgrifennodd yn Gymraeg" in text_of(client_of(own, "cy"), "/cases/C-2288/people/")
    Party.objects.filter(pk=father.pk).update(language="en")
    father.refresh_from_db()
    assert languages_of(father, "wales") == ("en",)


@pytest.mark.parametrize("said", [{"written_by": "else"}, {"written_in": "other"}])
def test_a_paper_of_somebody_else_or_in_no_known_language_answers_nobody(
    case: Case, own: Officer, father: Party, said: dict[str, str]
) -> None:
    written = {"written_by": str(father.pk), "written_in": "cy", **said}
    assert fill(client_of(own), ADD, **typed(a_pdf(), **written)).status_code == 302
    assert set(Party.objects.values_list("wrote_in", flat=True)) == {""}


def test_its_page_asks_who_wrote_it_and_in_which_language(case: Case, own: Officer) -> None:
    summary = summary_of(fill(client_of(own), ADD, **typed(a_pdf(), written_by="", written_in="")))
    assert "Choose who wrote it" in summary
    assert "Choose in which language it is written" in summary
