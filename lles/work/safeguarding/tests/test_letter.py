"""The letter: from the record, for each reader, in both languages, through the gate, filed once and
sealed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from lles.casefile.changes.checks import Found, ask_check, open_checks, record_check_answer
from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.changes.door import Barred, NeedsReason, NotAllowed, Stale
from lles.casefile.gate import GateRefused, sealed
from lles.casefile.models import Case, Document, Filing, Hearing, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.links.pdf_reader import places
from lles.work.safeguarding.changes.letter import (
    end_withholding,
    file_letter,
    withhold,
    write_letter,
)
from lles.work.safeguarding.changes.preview import preview_letter
from lles.work.safeguarding.changes.sign_off import ask_for_signature, sign
from lles.work.safeguarding.queries.sign_off import fingerprint_of, in_hand
from lles.work.safeguarding.rules.letter_content import Decision, Option
from lles.work.safeguarding.tests.contents import about_safety
from lles.work.safeguarding.tests.further_cases import REASONS

HEARING = datetime(2026, 4, 9, 9, 0, tzinfo=UTC)


@pytest.fixture
def ready(case: Case, own: Officer, mother: Party, father: Party, now: datetime) -> Case:
    """The case with every check answered and both adults spoken to."""
    Hearing.objects.create(case=case, court_key="1", type_code="ABA5-FHR", starts_at=HEARING)
    for check in open_checks(case=case, by=own, at=now):
        body = "dyfed-powys" if check.party_id == mother.pk else "north-wales"
        ask_check(case=case, by=own, at=now, check=check, body=body, asked_on=now.date())
        check.refresh_from_db()
        record_check_answer(
            case=case, by=own, at=now, check=check, found=[Found("nothing_known")],
            identified_by=["name", "date_of_birth"], received_on=now.date(),
        )  # fmt: skip
    for party, words in (
        (mother, Words("Mae ofn arnaf i", "cy")),
        (father, Words("She shouts at them", "en")),
    ):
        record_conversation(
            case=case, by=own, at=now, party=party, began_at=now, outcome="spoke", language=party.language,
            concerns=[words],
        )  # fmt: skip
    return case


def pages_of(content: bytes) -> str:
    return " ".join(" ".join(place.text for place in places(content) if "page" in place.name).split())


def write(case: Case, own: Officer, now: datetime, analysis: str = "The children are safe today.") -> None:
    options = (Option("no_safety_reason", "Nothing is known."),)
    raised = case.concerns.values_list("pk", flat=True)
    content = about_safety(
        analysis, of=case, options=options, concerns={one: Decision(use=True) for one in raised}
    )
    write_letter(case=case, by=own, at=now, content=content)


def police_pass_on(case: Case, own: Officer, now: datetime, words: str) -> None:
    """The police write what they should not have written, and it is marked as fit to be passed on."""
    record_check_answer(
        case=case, by=own, at=now, check=case.checks.get(kind="police", party__role="applicant"),
        identified_by=["name", "date_of_birth"], received_on=now.date(),
        found=[Found("nothing_known", as_received=words, passing_on="text")],
    )  # fmt: skip


def signed(case: Case, own: Officer, second: Officer, now: datetime) -> None:
    writing = in_hand(case, "safeguarding_letter")
    assert writing is not None
    asked = ask_for_signature(case=case, by=own, at=now, kind=writing.kind, reasons=REASONS)
    sign(case=case, by=second, at=now, asked=asked, read=fingerprint_of(case, writing))


def test_it_is_made_for_each_reader_in_that_readers_language(
    ready: Case, own: Officer, now: datetime
) -> None:
    write(ready, own, now)
    previewed = preview_letter(case=ready, by=own, at=now)
    names = [one.made.file_name for one in previewed.released]
    assert names == ["court.en.pdf", "court.cy.pdf", "applicant-1.cy.pdf", "respondent-1.en.pdf"]
    assert previewed.refusals == ()


def test_both_languages_say_the_same_facts(ready: Case, own: Officer, now: datetime) -> None:
    write(ready, own, now)
    english, welsh = (
        pages_of(one.made.content)
        for one in preview_letter(case=ready, by=own, at=now, reader="court").released
    )
    for said in (
        "Efa Bevan",
        "Macsen Bevan",
        "Siân Morris",
        "Mae ofn arnaf i",
        "She shouts at them",
        "C-2288",
    ):
        assert said in english
        assert said in welsh
    assert "9 April 2026" in english
    assert "9 Ebrill 2026" in welsh


def test_the_gate_refuses_a_version_that_gives_an_address_away(
    ready: Case, own: Officer, now: datetime
) -> None:
    write(ready, own, now)
    police_pass_on(ready, own, now, "She has moved to 7 Heol y Dŵr, LL11 1ZZ.")
    previewed = preview_letter(case=ready, by=own, at=now)
    assert [one.made.file_name for one in previewed.released] == ["applicant-1.cy.pdf"]
    assert {(r.reader, r.language) for r in previewed.refusals} == {
        ("court", "en"), ("court", "cy"), ("respondent-1", "en")
    }  # fmt: skip


def test_a_letter_the_gate_refuses_is_not_filed_at_all(ready: Case, own: Officer, now: datetime) -> None:
    write(ready, own, now)
    police_pass_on(ready, own, now, "Her number is 07700 900123.")
    with pytest.raises(GateRefused):
        file_letter(case=ready, by=own, at=now)
    assert not Document.objects.exists()
    assert not Filing.objects.exists()
    assert not ready.tasks.filter(kind__startswith="casefile.").exists()
    last = ready.entries.order_by("-pk").first()
    assert last is not None
    assert last.kind == "stopped_at_the_gate"


def test_it_is_sealed_for_every_reader_and_goes_to_the_court_in_both_languages(
    ready: Case, own: Officer, now: datetime
) -> None:
    write(ready, own, now)
    documents = file_letter(case=ready, by=own, at=now)
    assert [(d.reader, d.language) for d in documents] == [
        ("court", "en"), ("court", "cy"), ("applicant-1", "cy"), ("respondent-1", "en")
    ]  # fmt: skip
    assert list(Filing.objects.values_list("court_type", "state")) == [("Safeguarding_Letter", "waiting")] * 2
    assert sealed(documents[0]).content.startswith(b"%PDF")


def test_a_filed_letter_is_sealed(ready: Case, own: Officer, now: datetime) -> None:
    write(ready, own, now)
    file_letter(case=ready, by=own, at=now)
    with pytest.raises(Barred) as barred:
        file_letter(case=ready, by=own, at=now)
    assert "REC-IMMUTABLE" in {finding.provision for finding in barred.value.findings}


def test_checks_that_are_out_ask_for_a_reason_and_the_letter_says_so(
    case: Case, own: Officer, now: datetime
) -> None:
    open_checks(case=case, by=own, at=now)
    write(case, own, now)
    with pytest.raises(NeedsReason) as needs:
        file_letter(case=case, by=own, at=now)
    wanted = {finding.provision for finding in needs.value.findings}
    assert {"SG-CALLS", "SG-NOTREADY"} <= wanted
    file_letter(case=case, by=own, at=now, reasons=dict.fromkeys(wanted, "the hearing is tomorrow"))
    assert Document.objects.count() == 4


def test_it_is_withheld_from_a_party_only_with_a_second_persons_signature(
    ready: Case, own: Officer, manager: Officer, father: Party, now: datetime
) -> None:
    write(ready, own, now)
    withhold(case=ready, by=own, at=now, party=father, reason="He has threatened to come.")
    with pytest.raises(Barred):
        file_letter(case=ready, by=own, at=now)
    signed(ready, own, manager, now)
    documents = file_letter(case=ready, by=own, at=now)
    assert "respondent-1" not in {document.reader for document in documents}
    texts = {document.reader: pages_of(sealed(document).content) for document in documents}
    assert "He has threatened to come." in texts["court"]
    assert "He has threatened to come." not in texts["applicant-1"]


def test_what_was_signed_is_not_taken_back_by_one_person(
    ready: Case, own: Officer, manager: Officer, father: Party, now: datetime
) -> None:
    write(ready, own, now)
    withhold(case=ready, by=own, at=now, party=father, reason="He has threatened to come.")
    signed(ready, own, manager, now)
    with pytest.raises(NotAllowed):
        end_withholding(case=ready, by=own, at=now, party=father)


def test_a_party_the_court_no_longer_names_gets_no_letter(
    ready: Case, own: Officer, father: Party, now: datetime
) -> None:
    Party.objects.filter(pk=father.pk).update(in_latest_answer=False)
    readers = {one.made.reader for one in preview_letter(case=ready, by=own, at=now).released}
    assert readers == {"court", "applicant-1"}


def test_there_is_no_letter_on_pathfinder(ready: Case, own: Officer, now: datetime) -> None:
    Case.objects.filter(pk=ready.pk).update(pathway="pathfinder")
    with pytest.raises(Barred) as barred:
        file_letter(case=ready, by=own, at=now)
    assert barred.value.findings[0].provision == "PF-NOLETTER"
    with pytest.raises(Barred):
        preview_letter(case=ready, by=own, at=now)


def test_a_late_letter_is_filed_with_its_reason(ready: Case, own: Officer, now: datetime) -> None:
    write(ready, own, now)
    late = now + timedelta(days=40)
    with pytest.raises(NeedsReason) as needs:
        file_letter(case=ready, by=own, at=late)
    assert [finding.provision for finding in needs.value.findings] == ["SG-LETTER-DUE"]
    documents = file_letter(case=ready, by=own, at=late, reasons={"SG-LETTER-DUE": "I was ill."})
    assert len(documents) == 4


def test_two_writers_never_overwrite_each_other_unseen(ready: Case, own: Officer, now: datetime) -> None:
    write(ready, own, now)
    first: dict[str, Any] = {"case": ready, "by": own, "at": now}
    write_letter(**first, content=about_safety("one"), seen_revision=2)
    with pytest.raises(Stale):
        write_letter(**first, content=about_safety("two"), seen_revision=2)


def test_what_may_not_be_passed_on_is_in_no_version(ready: Case, own: Officer, now: datetime) -> None:
    check = ready.checks.filter(kind="police").first()
    assert check is not None
    record_check_answer(
        case=ready, by=own, at=now, check=check, identified_by=["name", "date_of_birth"],
        received_on=now.date(), found=[Found("charge", as_received="Source: a neighbour at number nine.")],
    )  # fmt: skip
    for one in preview_letter(case=ready, by=own, at=now).released:
        assert "neighbour" not in pages_of(one.made.content)


def test_the_page_of_checks_says_in_which_letter_an_answer_was_used(
    ready: Case, own: Officer, now: datetime
) -> None:
    path = f"/cases/{ready.reference}/checks/"
    assert "Used in: –" in text_of(client_of(own), path)
    reasons = {"SG-SCOPE": "Both are in the letter.", "SG-WHOLE": "There is no time."}
    file_letter(case=ready, by=own, at=now, reasons=reasons)
    assert "Used in: Safeguarding letter" in text_of(client_of(own), path)


def test_the_body_asked_about_a_protected_person_is_named_to_nobody_else(
    ready: Case, own: Officer, now: datetime
) -> None:
    texts = {
        one.made.file_name: pages_of(one.made.content)
        for one in preview_letter(case=ready, by=own, at=now).released
    }
    assert "Dyfed-Powys" in texts["applicant-1.cy.pdf"]
    assert "Dyfed-Powys" not in texts["respondent-1.en.pdf"]
    assert "Dyfed-Powys" not in texts["court.en.pdf"]


@pytest.mark.parametrize("who", ["teammate", "stranger"])
def test_nobody_else_may_write_or_file(
    who: str, request: pytest.FixtureRequest, ready: Case, now: datetime
) -> None:
    officer = request.getfixturevalue(who)
    acts: list[Callable[[], Any]] = [
        lambda: write(ready, officer, now),
        lambda: file_letter(case=ready, by=officer, at=now),
        lambda: preview_letter(case=ready, by=officer, at=now),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()


def test_a_person_of_whose_whereabouts_nothing_is_known_is_protected_too(
    ready: Case, own: Officer, father: Party, now: datetime
) -> None:
    released = preview_letter(case=ready, by=own, at=now, reader="court").released
    assert not any("North Wales Police" in pages_of(one.made.content) for one in released)
