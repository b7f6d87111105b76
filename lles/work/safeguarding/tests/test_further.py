"""Further letters: a hearing that comes too soon, what is missing before one, what came after the filing."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from lles.casefile.changes.checks import Found, ask_check, open_checks, record_check_answer
from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.changes.door import Barred, NeedsReason, NotAllowed, Stale
from lles.casefile.changes.filing import record_filed_by_hand
from lles.casefile.documents import Made
from lles.casefile.gate import GateRefused, sealed
from lles.casefile.models import Case, Check, Document, Filing, Hearing, Officer, Party
from lles.casefile.queries.sight import seen_by
from lles.casefile.queries.today import today_tasks
from lles.links.pdf_reader import places
from lles.work.safeguarding.changes.following import follow
from lles.work.safeguarding.changes.further import (
    end_further_withholding,
    file_further,
    further_versions,
    preview_further,
    withhold_further,
    write_further,
)
from lles.work.safeguarding.changes.letter import file_letter, withhold, write_letter
from lles.work.safeguarding.changes.sign_off import ask_for_signature, sign
from lles.work.safeguarding.models import FurtherLetter
from lles.work.safeguarding.queries.sign_off import fingerprint_of, in_hand
from lles.work.safeguarding.rules.further_facts import FurtherKind
from lles.work.safeguarding.rules.letter_content import about_safety

SHORT, NOTE, UPDATE = FurtherKind.SHORT_NOTICE, FurtherKind.NOTE, FurtherKind.UPDATE
SOON = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)
LATE = datetime(2026, 4, 9, 9, 0, tzinfo=UTC)
REASONS = dict.fromkeys(("SG-CALLS", "SG-NOTREADY", "SG-LETTER-DUE", "SG-SIGNOFF"), "It could not wait.")


@pytest.fixture
def soon(case: Case, own: Officer, now: datetime) -> Case:
    """Received on Wednesday 4 March, heard on Monday 9 March."""
    return listed(case, own, now, SOON)


@pytest.fixture
def filed(case: Case, own: Officer, now: datetime) -> Case:
    """The letter is with the court, while two checks are out."""
    listed(case, own, now, LATE)
    write_letter(case=case, by=own, at=now, content=about_safety("Safe today."))
    file_letter(case=case, by=own, at=now, reasons=REASONS)
    arrive(case, own, now)
    return case


def listed(case: Case, own: Officer, now: datetime, at: datetime) -> Case:
    Hearing.objects.create(case=case, court_key="1", type_code="ABA5-FHR", starts_at=at)
    for check in open_checks(case=case, by=own, at=now):
        if check.kind == "police":
            ask_check(case=case, by=own, at=now, check=check, body="north-wales", asked_on=now.date())
    follow(case, now)
    case.refresh_from_db()
    return case


def arrive(case: Case, own: Officer, now: datetime) -> None:
    """Somebody files by hand whatever is on its way."""
    for filing in Filing.objects.filter(document__case=case, state=Filing.WAITING):
        Filing.objects.filter(pk=filing.pk).update(state=Filing.SENDING)
        Filing.objects.filter(pk=filing.pk).update(state=Filing.REFUSED)
        record_filed_by_hand(case=case, by=own, at=now, filing=filing, way="post", filed_at=now)


def answer(case: Case, own: Officer, at: datetime, outcome: str = "incident") -> Check:
    check = case.checks.filter(kind="police", party__role="respondent").get()
    record_check_answer(
        case=case, by=own, at=at, check=check,
        found=[Found(outcome, as_received="Raised voices at a handover.", passing_on="text")],
        identified_by=["name", "date_of_birth"], received_on=at.date(),
    )  # fmt: skip
    return check


def open_kinds(case: Case) -> set[str]:
    return set(case.tasks.filter(ended_at=None).values_list("kind", flat=True))


def pages_of(made: Made) -> str:
    return " ".join(" ".join(one.text for one in places(made.content) if "page" in one.name).split())


def write_update(case: Case, own: Officer, at: datetime, words: str = "The handovers need care.") -> None:
    write_further(
        case=case, by=own, at=at, kind=UPDATE, words=words, language="en", advice_changes=True,
        advice="Handovers at a contact centre.",
    )  # fmt: skip


def test_a_hearing_that_comes_too_soon_is_said_on_the_case_and_opens_the_task(
    soon: Case, own: Officer
) -> None:
    task = soon.tasks.get(kind="safeguarding.short_notice")
    assert str(task.due_on) == "2026-03-06"
    assert task.due is not None
    assert task.due["says"]["en"].startswith("The hearing is on Monday 9 March 2026.")
    seen = seen_by(own, soon.reference)
    assert seen is not None
    (remark,) = [one for one in seen.remarks if one.page == "safeguarding:short_notice"]
    assert remark.says.en.endswith("Send the court a short-notice letter.")
    assert remark.is_warning


def test_a_hearing_that_moves_away_ends_the_task(soon: Case, own: Officer, now: datetime) -> None:
    Hearing.objects.update(starts_at=LATE)
    follow(Case.objects.get(pk=soon.pk), now)
    task = soon.tasks.get(kind="safeguarding.short_notice")
    assert task.outcome == "not_needed"
    seen = seen_by(own, soon.reference)
    assert seen is not None
    assert not [one for one in seen.remarks if one.page == "safeguarding:short_notice"]


def test_the_short_notice_letter_is_one_page_in_both_languages(
    soon: Case, own: Officer, now: datetime
) -> None:
    asks = ["adjourn", "no_interim_order"]
    check = soon.checks.get(kind="police", party__role="respondent")
    write_further(
        case=soon, by=own, at=now, kind=SHORT, words="The mother is afraid.", language="en", asks=asks,
        expected={str(check.pk): now.date()},
    )  # fmt: skip
    previewed = preview_further(case=soon, by=own, at=now, kind=SHORT)
    assert [one.made.file_name for one in previewed.released] == [
        "court.en.pdf", "court.cy.pdf", "applicant-1.cy.pdf", "respondent-1.en.pdf"
    ]  # fmt: skip
    english, welsh = (pages_of(one.made) for one in previewed.released[:2])
    for said in ("Efa Bevan", "Siân Morris", "The mother is afraid."):
        assert said in english
        assert said in welsh
    assert "We ask the court to adjourn" in english
    assert "expected by 4 March 2026" in english
    assert "Gofynnwn i’r llys ohirio" in welsh
    assert "erbyn 4 Mawrth 2026" in welsh
    assert "Welsh family proceedings officer" in english
    for one in previewed.released:
        assert {place.name for place in places(one.made.content) if place.name.startswith("page")} == {
            "page 1"
        }


def test_longer_than_a_page_asks_for_a_reason(soon: Case, own: Officer, now: datetime) -> None:
    write_further(case=soon, by=own, at=now, kind=SHORT, words="Long. " * 600, language="en")
    with pytest.raises(NeedsReason) as needs:
        file_further(case=soon, by=own, at=now, kind=SHORT)
    assert [one.provision for one in needs.value.findings] == ["SG-SHORTNOTICE"]


def test_it_is_filed_as_the_courts_type_and_the_full_letter_stays_due(
    soon: Case, own: Officer, now: datetime
) -> None:
    write_further(case=soon, by=own, at=now, kind=SHORT, words="", language="en", asks=["adjourn"])
    soon.tasks.create(kind="safeguarding.letter", opened_at=now)
    file_further(case=soon, by=own, at=now, kind=SHORT)
    court_types = Filing.objects.values_list("court_type", flat=True)
    assert list(court_types) == ["Safeguarding_Letter_Shorter_Template"] * 2
    assert "safeguarding.short_notice" in open_kinds(soon)
    arrive(soon, own, now)
    assert open_kinds(soon) & {"safeguarding.short_notice", "safeguarding.letter"} == {"safeguarding.letter"}
    assert soon.entries.filter(kind="further_filed").count() == 1


def test_whoever_does_not_get_the_letter_gets_no_short_notice_letter(
    soon: Case, own: Officer, manager: Officer, father: Party, now: datetime
) -> None:
    withhold(case=soon, by=own, at=now, party=father, reason="He has threatened to come.")
    write_further(case=soon, by=own, at=now, kind=SHORT, words="", language="en")
    with pytest.raises(Barred):
        file_further(case=soon, by=own, at=now, kind=SHORT, reasons=REASONS)
    signed(soon, own, manager, now, SHORT)
    documents = file_further(case=soon, by=own, at=now, kind=SHORT)
    assert {one.reader for one in documents} == {"court", "applicant-1"}
    court, mother = (pages_of(sealed(one)) for one in (documents[0], documents[-1]))
    assert "He has threatened to come." in court
    assert "He has threatened to come." not in mother


def signed(case: Case, own: Officer, second: Officer, at: datetime, kind: str) -> None:
    writing = in_hand(case, kind)
    assert writing is not None
    asked = ask_for_signature(case=case, by=own, at=at, kind=kind)
    sign(case=case, by=second, at=at, asked=asked, read=fingerprint_of(case, writing))


@pytest.mark.parametrize("kind", FurtherKind)
def test_the_gate_reads_every_version(filed: Case, own: Officer, now: datetime, kind: FurtherKind) -> None:
    words = "She is at 7 Heol y Dŵr, LL11 1ZZ."
    write_further(case=filed, by=own, at=now, kind=kind, words=words, language="en", advice_changes=False)
    assert preview_further(case=filed, by=own, at=now, kind=kind).refusals
    if kind is not SHORT:
        with pytest.raises(GateRefused):
            file_further(case=filed, by=own, at=now, kind=kind, reasons=REASONS)
    assert not Document.objects.filter(kind=str(kind)).exists()


def test_no_version_names_the_body_that_points_to_a_protected_person(
    soon: Case, own: Officer, now: datetime
) -> None:
    check = soon.checks.get(kind="police", party__role="applicant")
    ask_check(case=soon, by=own, at=now, check=check, body="dyfed-powys", asked_on=now.date())
    texts = {one.file_name: pages_of(one) for one in further_versions(soon, SHORT, own, now, draft=True)}
    assert "Dyfed-Powys" in texts["applicant-1.cy.pdf"]
    assert "Dyfed-Powys" not in texts["court.en.pdf"] + texts["respondent-1.en.pdf"]


def test_what_is_missing_comes_up_shortly_before_the_hearing(
    filed: Case, own: Officer, now: datetime
) -> None:
    task = filed.tasks.get(kind="safeguarding.not_ready", ended_at=None)
    assert task.due_on == date(2026, 4, 8)
    days = {day: [one.kind.name for one in today_tasks(own, day, now)] for day in (now.date(), task.due_on)}
    assert "safeguarding.not_ready" not in days[now.date()]
    assert "safeguarding.not_ready" in days[task.due_on]


def test_what_is_missing_is_missing_no_more(filed: Case, own: Officer, now: datetime) -> None:
    for check in filed.checks.all():
        record_check_answer(
            case=filed, by=own, at=now, check=check, found=[Found("nothing_known")],
            identified_by=["name", "date_of_birth"], received_on=now.date(),
            reasons={"SG-CHECKS-CAO": "Asked."},
        )  # fmt: skip
    assert "safeguarding.not_ready" not in open_kinds(filed)


def test_the_note_tells_the_court_and_ends_its_task(filed: Case, own: Officer, now: datetime) -> None:
    write_further(case=filed, by=own, at=now, kind=NOTE, words="", language="cy", asks=["adjourn"])
    documents = file_further(case=filed, by=own, at=now, kind=NOTE)
    assert set(Filing.objects.filter(document__in=documents).values_list("court_type", flat=True)) == {
        "Correspondence"
    }
    arrive(filed, own, now)
    assert "safeguarding.not_ready" not in open_kinds(filed)


@pytest.mark.parametrize("news", ["answer", "conversation"])
def test_news_after_the_filing_opens_the_task_of_an_update(
    filed: Case, own: Officer, father: Party, now: datetime, news: str
) -> None:
    assert "safeguarding.update" not in open_kinds(filed)
    later = now + timedelta(days=2)
    if news == "answer":
        answer(filed, own, later)
    else:
        record_conversation(
            case=filed, by=own, at=later, party=father, began_at=later, outcome="spoke", language="en",
            concerns=[Words("She shouts.", "en")],
        )  # fmt: skip
    task = filed.tasks.get(kind="safeguarding.update", ended_at=None)
    assert str(task.due_on) == "2026-04-08"
    assert task.due is not None
    assert "New on the file since the letter was filed: 1" in task.due["says"]["en"]


def test_a_call_that_nobody_answered_is_no_news(
    filed: Case, own: Officer, father: Party, now: datetime
) -> None:
    later = now + timedelta(days=1)
    record_conversation(case=filed, by=own, at=later, party=father, began_at=later, outcome="no_answer")
    assert "safeguarding.update" not in open_kinds(filed)


def test_an_update_holds_what_is_new_and_nothing_else(
    filed: Case, own: Officer, father: Party, now: datetime
) -> None:
    answer(filed, own, now + timedelta(days=2))
    write_update(filed, own, now + timedelta(days=2))
    texts = {
        one.file_name: pages_of(one)
        for one in further_versions(filed, UPDATE, own, now + timedelta(days=2), draft=True)
    }
    for name in ("court.en.pdf", "court.cy.pdf"):
        assert "Raised voices at a handover." in texts[name]
        assert "Handovers at a contact centre." in texts[name]
        assert "Safe today." not in texts[name]
    assert "Our advice changes." in texts["court.en.pdf"]
    assert "Mae ein cyngor yn newid." in texts["court.cy.pdf"]
    assert "Update to safeguarding letter" in texts["court.en.pdf"]


def test_updates_are_numbered_sealed_and_filed_as_the_courts_type(
    filed: Case, own: Officer, now: datetime
) -> None:
    for days in (2, 4):
        later = now + timedelta(days=days)
        answer(filed, own, later, "incident" if days == 2 else "charge_dropped")
        assert "safeguarding.update" in open_kinds(filed)
        write_update(filed, own, later)
        documents = file_further(case=filed, by=own, at=later, kind=UPDATE)
        assert "safeguarding.update" in open_kinds(filed)
        arrive(filed, own, later)
        assert "safeguarding.update" not in open_kinds(filed)
    assert [one.number for one in FurtherLetter.objects.order_by("pk")] == [1, 2]
    text = pages_of(sealed(documents[0]))
    assert "dropped before a court decided" in text
    assert "The police recorded an incident" not in text
    types = Filing.objects.filter(document__kind=str(UPDATE)).values_list("court_type", flat=True)
    assert set(types) == {"Safeguarding_Letter_Update"}
    with pytest.raises(Exception, match="Cannot update"):
        FurtherLetter.objects.update(words="Something else.")


@pytest.mark.parametrize(
    ("is_filed", "words", "changes"), [(False, "Words.", True), (True, "", True), (True, "Words.", None)]
)
def test_an_update_is_barred_before_the_letter_and_without_its_meaning(
    case: Case, own: Officer, now: datetime, is_filed: bool, words: str, changes: bool | None
) -> None:
    listed(case, own, now, LATE)
    if is_filed:
        write_letter(case=case, by=own, at=now, content=about_safety("Safe."))
        file_letter(case=case, by=own, at=now, reasons=REASONS)
    write_further(case=case, by=own, at=now, kind=UPDATE, words=words, language="en", advice_changes=changes)
    with pytest.raises(Barred) as barred:
        file_further(case=case, by=own, at=now, kind=UPDATE, reasons=REASONS)
    assert {one.provision for one in barred.value.findings} == {"SG-UPDATE"}


def test_an_update_may_be_kept_from_a_party_who_was_given_the_letter(
    filed: Case, own: Officer, manager: Officer, father: Party, now: datetime
) -> None:
    write_update(filed, own, now)
    withhold_further(
        case=filed, by=own, at=now, party=father, reason="He would know who told us.", language="en"
    )
    with pytest.raises(Barred):
        file_further(case=filed, by=own, at=now, kind=UPDATE, reasons=REASONS)
    signed(filed, own, manager, now, UPDATE)
    documents = file_further(case=filed, by=own, at=now, kind=UPDATE, reasons=REASONS)
    assert {one.reader for one in documents} == {"court", "applicant-1"}
    assert "He would know who told us." in pages_of(sealed(documents[0]))
    write_update(filed, own, now, "More.")
    later = {one.reader for one in further_versions(filed, UPDATE, own, now, draft=True)}
    assert later == {"court", "applicant-1"}


def test_a_party_may_have_the_update_after_all(
    filed: Case, own: Officer, father: Party, now: datetime
) -> None:
    write_update(filed, own, now)
    withhold_further(case=filed, by=own, at=now, party=father, reason="Harm.", language="en")
    end_further_withholding(case=filed, by=own, at=now, party=father)
    readers = {one.reader for one in further_versions(filed, UPDATE, own, now, draft=True)}
    assert "respondent-1" in readers


def test_two_writers_never_overwrite_each_other_unseen(filed: Case, own: Officer, now: datetime) -> None:
    write_update(filed, own, now)
    with pytest.raises(Stale):
        write_further(case=filed, by=own, at=now, kind=UPDATE, words="Other.", language="en", seen_revision=1)


@pytest.mark.parametrize("who", ["teammate", "stranger"])
def test_nobody_else_may_write_or_file(
    who: str, request: pytest.FixtureRequest, filed: Case, now: datetime
) -> None:
    officer: Officer = request.getfixturevalue(who)
    acts: list[Callable[[], object]] = [
        lambda: write_update(filed, officer, now),
        lambda: file_further(case=filed, by=officer, at=now, kind=UPDATE),
        lambda: preview_further(case=filed, by=officer, at=now, kind=UPDATE),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()


def test_there_is_none_on_pathfinder(soon: Case, own: Officer, now: datetime) -> None:
    Case.objects.filter(pk=soon.pk).update(pathway="pathfinder")
    with pytest.raises(Barred) as barred:
        file_further(case=soon, by=own, at=now, kind=SHORT)
    assert barred.value.findings[0].provision == "PF-NOLETTER"
    follow(Case.objects.get(pk=soon.pk), now)
    assert "safeguarding.short_notice" not in open_kinds(soon)
