"""The pages of the letter: no word is lost; it is previewed as each reader has it, withheld, filed."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest

from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.changes.tasks import open_task
from lles.casefile.models import Case, Document, Filing, Hearing, Officer, Party
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of
from lles.links.pdf_reader import places
from lles.work.safeguarding.changes.letter import withhold, write_letter
from lles.work.safeguarding.changes.preview import preview_letter
from lles.work.safeguarding.models import Letter, SignOff, Withholding
from lles.work.safeguarding.queries import letter_record
from lles.work.safeguarding.queries.concerns import Said
from lles.work.safeguarding.queries.sign_off import fingerprint_of, in_hand
from lles.work.safeguarding.rules.advice import pieces_of_advice
from lles.work.safeguarding.rules.letter_content import Option
from lles.work.safeguarding.tests.contents import about_safety

PATH = "/cases/C-2288/letter/"
TYPED = {
    "language_of_text": "en",
    "words-safety": "The children are safe today – diogel.",
    "advice": ["no_safety_reason", "section_7"],
    "advised-no_safety_reason": "yes", "advised-section_7": "yes",
    "because-section_7": "Two accounts differ.",
    "next_steps": ["update"],
}  # fmt: skip
REASONS = {
    "reason-CYM-EQUAL": "It is rendered for her before the hearing.",
    "reason-SG-CALLS": "Neither could be reached before the hearing.",
    "reason-SG-NOTREADY": "The police answer next week.",
    "reason-SG-LETTER-DUE": "The application came late.",
    "reason-SG-WHOLE": "What is written holds for both children.",
}


@pytest.fixture
def ready(case: Case, own: Officer, now: datetime) -> Case:
    """The case with the task of its letter and a hearing."""
    hearing = datetime(2026, 4, 9, 9, 0, tzinfo=UTC)
    Hearing.objects.create(case=case, court_key="1", type_code="ABA5-FHR", starts_at=hearing)
    open_task(case=case, by=own, at=now, kind="safeguarding.letter")
    return case


def said_by_the_mother(case: Case, by: Officer, now: datetime, words: str) -> None:
    record_conversation(
        case=case, by=by, at=now, party=case.parties.get(role="applicant"), began_at=now, outcome="spoke",
        language="en", concerns=[Words(words, "en")],
    )  # fmt: skip


@pytest.fixture
def unmark(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From a call of it on no mark is put in place of a detail in what was said: the gate has to stop it."""

    def as_said(case: Case, said: Sequence[Said]) -> dict[int, str]:
        return {one.number: one.words for one in said}

    return lambda: monkeypatch.setattr(letter_record, "marked_words", as_said)


def written(case: Case, by: Officer, now: datetime, analysis: str) -> None:
    write_letter(case=case, by=by, at=now, content=about_safety(analysis))


@pytest.mark.parametrize("path", [PATH, f"{PATH}file/"])
def test_the_pages_name_the_letter_alike_and_say_what_its_nation_titles_it(
    ready: Case, own: Officer, path: str
) -> None:
    said = "The document itself is titled: Safeguarding enquiries report"
    for nation in ("england", "wales"):
        ready.children.update(nation=nation)
        page = text_of(client_of(own), path)
        assert '<h1 class="govuk-heading-l">Safeguarding letter</h1>' in page
        assert (said in page) == (nation == "wales")


def test_what_is_typed_becomes_the_letter(ready: Case, own: Officer) -> None:
    client = client_of(own)
    assert fill(client, PATH, **TYPED).status_code == 302
    letter = Letter.objects.get()
    assert letter.words["safety"]["text"] == TYPED["words-safety"]
    assert (letter.advice[1]["code"], letter.advice[1]["reason"]) == ("section_7", "Two accounts differ.")
    assert "The children are safe today – diogel." in text_of(client, PATH)
    assert "Two accounts differ." in text_of(client, PATH)


@pytest.mark.parametrize(("language", "from_record"), [("en", "not asked yet"), ("cy", "O'r cofnod")])
def test_the_page_shows_what_comes_from_the_record(
    ready: Case, own: Officer, language: str, from_record: str
) -> None:
    page = text_of(client_of(own, language), PATH)
    assert "Efa Bevan" in page
    assert from_record in page or language == "en"


def test_two_writers_do_not_overwrite_each_other(
    ready: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    client = client_of(own)
    page = client.get(PATH)
    written(ready, manager, now, "Written by the manager.")
    answer = client.post(PATH, {**TYPED, "revision": "1", "seen": "1", "seen_entry": "0"})
    assert page.status_code == 200
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Somebody changed this letter since you opened the page" in text
    assert "The children are safe today" in text
    assert Letter.objects.get().words["safety"]["text"] == "Written by the manager."


def test_the_preview_is_the_real_document(ready: Case, own: Officer) -> None:
    client = client_of(own)
    fill(client, PATH, **TYPED)
    answer = client.get(f"{PATH}preview/respondent-1.en.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")


@pytest.mark.parametrize("reader", ["respondent-1.cy", "respondent-9.en", "nobody.en", "court.fr"])
def test_a_version_for_nobody_does_not_exist(ready: Case, own: Officer, reader: str) -> None:
    assert client_of(own).get(f"{PATH}preview/{reader}.pdf").status_code == 404


@pytest.mark.parametrize(
    ("language", "reason"),
    [
        ("en", "It holds an address that is protected from this reader."),
        ("cy", "Mae'n cynnwys cyfeiriad sydd wedi'i ddiogelu rhag y darllenydd hwn."),
    ],
)
def test_what_the_gate_refuses_is_said_with_its_place_and_not_repeated(
    ready: Case, own: Officer, now: datetime, unmark: Callable[[], None], language: str, reason: str
) -> None:
    said_by_the_mother(ready, own, now, "He waits outside 7 Heol y Dŵr, Wrexham.")
    unmark()
    answer = client_of(own, language).get(f"{PATH}preview/respondent-1.en.pdf")
    page = said(answer)
    assert answer.status_code == 409
    assert reason in page
    assert "Gareth Bevan" in page
    assert "Heol y D" not in page


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "A reason you wrote is not in the letter"), ("cy", "Nid yw rheswm a ysgrifennoch yn y llythyr")],
)
def test_a_reason_without_its_tick_is_kept_and_said(
    ready: Case, own: Officer, language: str, said: str
) -> None:
    client = client_of(own, language)
    typed: dict[str, Any] = TYPED | {"advice": ["section_7"], "because-fact_finding": "Two accounts."}
    fill(client, PATH, **typed)
    letter = Letter.objects.get()
    assert letter.set_aside == {"fact_finding": {"reason": "Two accounts."}}
    assert [one["code"] for one in letter.advice] == ["section_7"]
    page = text_of(client, PATH)
    assert said in page
    assert "Two accounts." in page


def test_a_reason_without_its_tick_keeps_no_copy_of_a_place(ready: Case, own: Officer) -> None:
    typed: dict[str, Any] = TYPED | {"because-fact_finding": "She lives at 7 Heol y Dŵr."}
    fill(client_of(own), PATH, **typed | {"advice": ["section_7"]})
    assert Letter.objects.get().set_aside == {
        "fact_finding": {"reason": "She lives at [the address of Siân Morris]."}
    }


def test_a_kept_reason_is_in_the_letter_once_its_advice_is_ticked(ready: Case, own: Officer) -> None:
    client = client_of(own)
    typed: dict[str, Any] = TYPED | {"because-fact_finding": "Two accounts."}
    fill(client, PATH, **typed | {"advice": ["section_7"]})
    both = {"advice": ["fact_finding", "section_7"], "advised-fact_finding": "no"}
    fill(client, PATH, **typed | both)
    letter = Letter.objects.get()
    assert (letter.advice[0]["code"], letter.advice[0]["reason"]) == ("fact_finding", "Two accounts.")
    assert letter.set_aside == {}
    assert "is not in the letter" not in text_of(client, PATH)


@pytest.mark.parametrize(
    ("language", "asked"), [("en", "Say whether we advise it"), ("cy", "Dywedwch a ydym")]
)
def test_an_option_without_an_answer_is_asked_about_and_not_kept_as_advised(
    ready: Case, own: Officer, language: str, asked: str
) -> None:
    typed: dict[str, Any] = {**TYPED, "advised-section_7": ""}
    answer = fill(client_of(own, language), PATH, **typed)
    assert asked in summary_of(answer)
    assert "advised-section_7" in summary_of(answer)
    option = pieces_of_advice()["section_7"].option.said("cy" if language == "cy" else "en")
    assert option.rstrip(".") in unescape(summary_of(answer).split("</ul>")[0])
    assert not Letter.objects.exists()


def test_what_nobody_said_we_advise_is_in_no_version_and_bars_the_filing(
    ready: Case, own: Officer, now: datetime
) -> None:
    options = (Option("section_7", "More has to be known.", advised=None),)
    write_letter(case=ready, by=own, at=now, content=about_safety("Safe.", options=options))
    (made,) = preview_letter(case=ready, by=own, at=now, reader="court", language="en").released
    said = " ".join(place.text for place in places(made.made.content))
    assert "More has to be known." not in said
    assert "We give no advice yet." in " ".join(said.split())
    assert "Nobody has said whether we advise this option" in text_of(client_of(own), f"{PATH}file/")
    assert 'id="page-form"' not in text_of(client_of(own), f"{PATH}file/")


def test_a_party_is_kept_from_the_letter_once_a_second_person_signed(
    ready: Case, own: Officer, manager: Officer, father: Party, now: datetime
) -> None:
    written(ready, own, now, "Safe.")
    client, path = client_of(own), f"{PATH}withhold/{father.pk}/"
    assert fill(client, path, reason="He has threatened her.").status_code == 302
    assert "not signed by a second person yet" in text_of(client, PATH)
    assert "cannot be filed" in text_of(client, f"{PATH}file/")
    ask = "/cases/C-2288/sign-off/safeguarding_letter/ask/"
    assert "Give your reason for going on" in summary_of(fill(client, ask, asked_of="anybody"))
    assert fill(client, ask, asked_of="anybody", **REASONS).status_code == 302
    asked, writing = SignOff.objects.get(), in_hand(ready, "safeguarding_letter")
    assert writing is not None
    page, read = f"/cases/C-2288/sign-off/{asked.pk}/", fingerprint_of(ready, writing)
    assert client.post(page, {"decision": "sign", "read": read}).status_code == 403
    assert fill(client_of(manager), page, decision="sign", read=read).status_code == 302
    assert Withholding.objects.get().signed_by == manager
    assert "cannot be filed" not in text_of(client, f"{PATH}file/")
    assert client.get(f"{PATH}preview/respondent-1.en.pdf").status_code == 404
    assert client.post(f"{path}end/").status_code == 403
    assert client_of(manager).post(f"{path}end/").status_code == 302
    assert not Withholding.objects.exists()


def test_withholding_asks_why(ready: Case, own: Officer, father: Party) -> None:
    answer = fill(client_of(own, "cy"), f"{PATH}withhold/{father.pk}/", reason=" ")
    assert "Rhowch ateb" in summary_of(answer)


def test_filing_asks_a_reason_for_each_warning_and_keeps_those_given(ready: Case, own: Officer) -> None:
    client = client_of(own)
    fill(client, PATH, **TYPED)
    assert "Nobody has tried to speak to Siân Morris." in text_of(client, f"{PATH}file/")
    answer = fill(client, f"{PATH}file/", **{"reason-SG-CALLS": "They did not answer."})
    assert "Give your reason for going on" in summary_of(answer)
    assert "They did not answer." in said(answer)
    assert not Document.objects.exists()


def test_the_letter_is_filed_and_sealed(ready: Case, own: Officer) -> None:
    client = client_of(own)
    fill(client, PATH, **TYPED)
    assert fill(client, f"{PATH}file/", **REASONS).status_code == 302
    page = text_of(client, PATH)
    assert "The letter is sealed." in page
    assert Filing.objects.first().receipt in page  # type: ignore[union-attr]  # it is there in this test
    assert 'id="page-form"' not in page


def test_looking_at_the_letter_oneself_does_not_stop_its_filing(ready: Case, own: Officer) -> None:
    client = client_of(own)
    fill(client, PATH, **TYPED)
    page = client.get(f"{PATH}file/").content.decode()
    seen = {name: page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("seen", "seen_entry")}
    assert client.get(f"{PATH}preview/court.en.pdf").status_code == 200
    assert client.post(f"{PATH}file/", {**seen, **REASONS}).status_code == 302


def test_there_is_no_letter_outside_the_older_pathway(ready: Case, own: Officer) -> None:
    Case.objects.filter(pk=ready.pk).update(pathway="pathfinder")
    client = client_of(own)
    assert "There is no safeguarding letter on Pathfinder" in text_of(client, PATH)
    assert 'id="page-form"' not in text_of(client, PATH)
    assert "cannot be filed" in text_of(client, f"{PATH}file/")


def test_withholding_from_a_stranger_to_the_case_does_not_exist(
    ready: Case, own: Officer, now: datetime
) -> None:
    assert client_of(own).get(f"{PATH}withhold/999999/").status_code == 404


def test_those_who_only_see_read_without_a_form(
    ready: Case, own: Officer, father: Party, officer_with: Callable[..., Officer], now: datetime
) -> None:
    written(ready, own, now, "Safe today.")
    withhold(case=ready, by=own, at=now, party=father, reason="He has threatened her.")
    client = client_of(officer_with("auditor"))
    page = text_of(client, PATH).split("<main")[1].split("</main>")[0]
    assert "Safe today." in page
    assert "<form" not in page
    assert client.post(PATH, TYPED).status_code == 403
    assert client.get(f"{PATH}file/").status_code == 403
