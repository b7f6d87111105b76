"""The stand-in answers as the courts do, on this machine alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from lles.links.court.standin import TOKEN, StandIn
from lles.links.court.tests.invented import NUMBER, PRIVATE, PUBLIC

DOCUMENT = "0d000000-0000-4000-8000-000000000001"
SIGNED = {"Authorization": TOKEN}
LAST = {"start_date": "2026-05-11T09:15:15.200", "end_date": "2026-05-11T09:30:15.200"}


@pytest.fixture(name="court")
def running_court() -> Iterator[StandIn]:
    with StandIn() as court:
        court.load([PRIVATE, PUBLIC])
        court.put_document(DOCUMENT, b"%PDF-1.7", "Gorchymyn Llŷr.pdf")
        yield court


def get(
    court: StandIn, path: str, params: dict[str, str] | None = None, signed: bool = True
) -> httpx.Response:
    return httpx.get(court.url + path, params=params, headers=SIGNED if signed else {}, trust_env=False)


def post(court: StandIn, path: str, **body: Any) -> httpx.Response:
    return httpx.post(court.url + path, headers=SIGNED, trust_env=False, **body)


@pytest.mark.parametrize("path", ["/family-api/cases", "/cases/searchCases"])
def test_it_finds_a_private_law_case_in_the_window_of_its_last_change(court: StandIn, path: str) -> None:
    assert get(court, path, LAST).json()["cases"][0]["id"] == NUMBER
    later = {"start_date": "2026-05-11T09:30:16", "end_date": "2026-05-11T09:45:16"}
    assert get(court, path, later).json() == {"total": 0, "cases": []}


@pytest.mark.parametrize("path", ["/public-law-api/cases", "/cases"])
def test_it_finds_a_public_law_case_in_london_time(court: StandIn, path: str) -> None:
    window = {"startDate": "2026-07-02T09:00:00.000", "endDate": "2026-07-02T09:15:00.000"}
    assert get(court, path, window).json()["total"] == 1


def test_it_wraps_its_answer_as_the_specification_does(court: StandIn) -> None:
    court.wrapped = True
    assert get(court, "/family-api/cases", LAST).json()[0]["total"] == 1


@pytest.mark.parametrize(
    ("start", "end", "status"),
    [
        ("2026-05-11T09:00:00", "2026-05-11T09:15:00.001", 400),
        ("2026-05-11T09:00:00", "2026-05-11T08:59:59", 400),
        ("2026-05-11T09:00:00Z", "2026-05-11T09:01:00Z", 500),
        ("2026-05-11", "2026-05-11", 500),
        ("", "2026-05-11T09:00:00", 400),
        ("2026-05-11T09:00:00", "2026-05-11T09:15:00", 200),
    ],
)
def test_it_checks_a_private_law_window_as_the_court_does(
    court: StandIn, start: str, end: str, status: int
) -> None:
    assert get(court, "/family-api/cases", {"start_date": start, "end_date": end}).status_code == status


def test_it_refuses_a_long_window_in_the_court_s_words(court: StandIn) -> None:
    long = {"start_date": "2026-05-11T09:00:00", "end_date": "2026-05-11T10:00:00"}
    message = "Difference between end date and start date should not be more than 15 minutes"
    assert get(court, "/family-api/cases", long).json() == {"message": message}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/family-api/cases", 401),
        ("/public-law-api/cases", 403),
        (f"/family-api/cases/documents/{DOCUMENT}/binary", 401),
        (f"/public-law-api/cases/documents/{DOCUMENT}/binary", 403),
    ],
)
def test_it_answers_nobody_without_a_token(court: StandIn, path: str, status: int) -> None:
    assert get(court, path, LAST, signed=False).status_code == status


def test_it_gives_a_document_with_its_name(court: StandIn) -> None:
    answer = get(court, f"/cases/documents/{DOCUMENT}/binary")
    assert (answer.content, answer.headers["content-type"]) == (b"%PDF-1.7", "application/pdf")
    assert answer.headers["originalfilename"] == "Gorchymyn%20Ll%C5%B7r.pdf"
    assert get(court, "/cases/documents/nonsense/binary").status_code == 400
    assert get(court, f"/cases/documents/{DOCUMENT[:-1]}9/binary").status_code == 404


def upload(
    court: StandIn, path: str, name: str, kind: str, content: bytes = b"%PDF-\r\n--x\x00"
) -> httpx.Response:
    files = {"file": (name, content, "application/pdf")}
    return post(court, path, files=files, data={"typeOfDocument": kind})


@pytest.mark.parametrize("path", [f"/prl-document-api/{NUMBER}/document", f"/{NUMBER}/document"])
def test_it_takes_a_document_byte_for_byte_and_twice_if_sent_twice(court: StandIn, path: str) -> None:
    answers = [upload(court, path, "Llythyr Llŷr.PDF", "Safeguarding_Letter") for _ in range(2)]
    message = "Document has been uploaded successfully: Llythyr Llŷr.PDF"
    assert [answer.json() for answer in answers] == [{"message": message}] * 2
    assert [taken.content for taken in court.uploads] == [b"%PDF-\r\n--x\x00"] * 2


@pytest.mark.parametrize(
    ("number", "name", "kind", "status"),
    [
        (NUMBER, "x.txt", "Safeguarding_Letter", 400),
        (NUMBER, "x.pdf", "A_Poem", 400),
        (NUMBER, "x.docx", "SAFEGUARDING_letter", 200),
        (1, "x.pdf", "Safeguarding_Letter", 404),
    ],
)
def test_it_checks_a_document_as_the_court_does(
    court: StandIn, number: int, name: str, kind: str, status: int
) -> None:
    assert upload(court, f"/{number}/document", name, kind).status_code == status
    assert len(court.uploads) == (status == 200)


def test_it_refuses_a_form_that_lacks_a_part(court: StandIn) -> None:
    assert post(court, f"/{NUMBER}/document", data={"typeOfDocument": "CR_1"}).status_code == 400
    assert post(court, f"/{NUMBER}/document", content=b"plain").status_code == 400


def test_it_answers_a_public_law_document_in_plain_text(court: StandIn) -> None:
    path = f"/public-law-api/cases/{PUBLIC['id']}/document"
    answer = upload(court, path, "x.pdf", "GUARDIAN_REPORT")
    assert answer.text == f"GUARDIAN_REPORT uploaded successfully to case with Id: {PUBLIC['id']}"
    assert upload(court, path, "x.pdf", "Guardian_Report").status_code == 400
    assert upload(court, path, "x.pdf", "GUARDIAN_REPORT", b"").status_code == 400


def test_it_replaces_all_guardians_even_by_none(court: StandIn) -> None:
    path = f"/cases/{PUBLIC['id']}/guardians"
    one = {"guardianName": "Siwan Puw", "children": ["Macsen Gethin"]}
    assert post(court, path, json=[one]).status_code == 200
    assert court.guardians[str(PUBLIC["id"])] == [one]
    assert post(court, path, json=[{"guardianName": "Siwan Puw", "children": [""]}]).status_code == 400
    assert post(court, path, json=[]).status_code == 200
    assert court.guardians[str(PUBLIC["id"])] == []


def test_it_is_steered_from_outside(court: StandIn) -> None:
    assert (
        post(court, "/stand-in/modes", json={"kind": "refuse", "call": "search", "times": 1}).status_code
        == 200
    )
    statuses = [get(court, "/family-api/cases", LAST).status_code for _ in range(2)]
    state = get(court, "/stand-in/state").json()
    assert (statuses, state["calls"], state["cases"]) == ([503, 200], {"search": 2}, 2)
    assert post(court, "/stand-in/modes", json={"kind": "sulk"}).status_code == 400
    assert post(court, "/stand-in/cases", content=json.dumps({"case_data": {}})).json() == {"loaded": 1}
    assert get(court, "/stand-in/nothing").status_code == 404


def test_it_shows_what_it_took(court: StandIn) -> None:
    upload(court, f"/{NUMBER}/document", "x.pdf", "CR_1", b"%PDF-9")
    (taken,) = get(court, "/stand-in/state").json()["uploads"]
    assert (taken["kind"], taken["case_number"], taken["bytes"]) == ("CR_1", str(NUMBER), 6)
    assert get(court, "/stand-in/uploads/0").content == b"%PDF-9"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::", "example.org"])
def test_it_answers_on_this_machine_only(host: str) -> None:
    with pytest.raises(ValueError, match=r"loopback|appear to be"):
        StandIn(host=host)


def test_it_answers_to_no_other_name(court: StandIn) -> None:
    answer = httpx.get(court.url + "/stand-in/state", headers={"Host": "example.org"}, trust_env=False)
    assert answer.status_code == 403


def test_it_loads_a_folder_of_answers_and_documents(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / f"{DOCUMENT}.pdf").write_bytes(b"%PDF-")
    (tmp_path / "answer.json").write_text(json.dumps({"total": 1, "cases": [PRIVATE]}))
    with StandIn(tmp_path) as court:
        assert (len(court.cases), list(court.documents)) == (1, [DOCUMENT])


def test_it_replaces_a_case_that_is_loaded_again(court: StandIn) -> None:
    court.load({**PRIVATE, "last_modified": "2026-05-12T10:00:00"})
    assert get(court, "/family-api/cases", LAST).json()["total"] == 0
