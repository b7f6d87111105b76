"""Papers of the court: given to those who may as a file to keep, recorded, and otherwise not there."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.http import HttpResponse

from lles.casefile.documents import paper_store
from lles.casefile.models import Case, Officer, Paper, Sighting
from lles.casefile.rules.file_types import PDF, UNKNOWN, WORD, file_type
from lles.casefile.tests.pages import client_of, text_of
from lles.casefile.tests.pdfs import note
from lles.casefile.timeline import all_words
from lles.links.court import codes
from lles.links.court.private_court import DOCUMENTS, EVIDENCE

SECRET = "She lives at 7 Heol y Dŵr, LL11 1ZZ."


def paper_of(case: Case, content: bytes, *, restricted: bool = False) -> Paper:
    """A paper of the court that has been fetched."""
    return Paper.objects.create(
        case=case,
        court_key="1",
        name="C8 Siân Morris.pdf",
        category="applications",
        restricted=restricted,
        state=Paper.FETCHED,
        sha256=paper_store().put(content),
        media_type="text/html",
    )


def pressed(officer: Officer, paper: Paper) -> HttpResponse:
    """What the button gives this officer."""
    return client_of(officer).post(f"/cases/{paper.case.reference}/papers/{paper.pk}/")  # type: ignore[return-value]  # a whole answer


def test_it_gives_the_stored_bytes_as_a_file_to_keep(case: Case, own: Officer, now: datetime) -> None:
    content = note("The hearing is on 9 April 2026.", now).content
    answer = pressed(own, paper := paper_of(case, content))
    assert answer.content == content
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'attachment; filename="{case.reference}-paper-{paper.pk}.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_it_believes_no_name_and_no_sender_about_the_type(case: Case, own: Officer) -> None:
    answer = pressed(own, paper_of(case, b"<html><script>alert(1)</script></html>"))
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].endswith('.bin"')


def test_it_records_who_opened_which_paper(case: Case, own: Officer, now: datetime) -> None:
    paper = paper_of(case, note(SECRET, now).content, restricted=True)
    assert pressed(own, paper).status_code == 200
    assert Sighting.objects.filter(officer=own, what=f"location:paper:{paper.pk}").count() == 1


def test_it_opens_by_a_button_alone(case: Case, own: Officer, now: datetime) -> None:
    paper = paper_of(case, note("A note.", now).content)
    assert client_of(own).get(f"/cases/{case.reference}/papers/{paper.pk}/").status_code == 405
    assert f'action="/cases/{case.reference}/papers/{paper.pk}/"' in text_of(
        client_of(own), f"/cases/{case.reference}/documents/"
    )


@pytest.mark.parametrize(
    ("words", "restricted", "status"), [("A note.", False, 200), (SECRET, False, 409), ("A note.", True, 404)]
)
def test_whoever_only_sees_the_case_has_what_tells_no_protected_place(
    case: Case,
    officer_with: Callable[..., Officer],
    now: datetime,
    words: str,
    restricted: bool,
    status: int,
) -> None:
    paper = paper_of(case, note(words, now).content, restricted=restricted)
    answer = pressed(officer_with("auditor"), paper)
    assert answer.status_code == status
    assert b"LL11" not in answer.content


def test_a_paper_does_not_exist_for_whoever_may_not_see_its_case(
    case: Case, officer_with: Callable[..., Officer], now: datetime
) -> None:
    paper = paper_of(case, note("A note.", now).content)
    assert pressed(officer_with("practitioner", username="next"), paper).status_code == 404


@pytest.mark.parametrize("state", [Paper.LISTED, Paper.WITHDRAWN])
def test_a_paper_not_held_or_withdrawn_is_not_there(
    case: Case, own: Officer, now: datetime, state: str
) -> None:
    paper = paper_of(case, note("A note.", now).content)
    Paper.objects.filter(pk=paper.pk).update(state=state)
    assert pressed(own, paper).status_code == 404
    assert "/papers/" not in text_of(client_of(own), f"/cases/{case.reference}/documents/")


def test_it_says_so_where_the_kept_bytes_are_lost(case: Case, own: Officer) -> None:
    paper = paper_of(case, b"%PDF-")
    Paper.objects.filter(pk=paper.pk).update(sha256="0" * 64)
    answer = pressed(own, paper)
    assert answer.status_code == 409
    assert "missing or damaged" in answer.content.decode()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", PDF),
        (b"PK\x03\x04..word/document.xml", WORD),
        (b"PK\x03\x04..index.html", UNKNOWN),
        (b"<svg onload=alert(1)>", UNKNOWN),
        (b"", UNKNOWN),
    ],
)
def test_a_file_is_what_its_bytes_say(content: bytes, kind: object) -> None:
    assert file_type(content) == kind


def test_every_kind_of_paper_has_words() -> None:
    kinds = {*codes.CATEGORIES.values(), *DOCUMENTS, EVIDENCE, "order"}
    assert {kind for kind in kinds if f"category.{kind}" not in all_words()} == set()
