"""A second person's signature: when it is needed, for what it holds, and who may give it."""

from datetime import UTC, date, datetime

import pytest

from lles.casefile.changes.checks import Found, ask_check, open_checks, record_check_answer
from lles.casefile.changes.conversations import Words, record_conversation
from lles.casefile.changes.door import Barred, NeedsReason, NotAllowed, Stale
from lles.casefile.models import Case, Document, Hearing, Officer, Party
from lles.casefile.queries.today import today_tasks
from lles.law.findings import Weight
from lles.law.provisions import DatedValue
from lles.work.safeguarding.changes.letter import file_letter, withhold, write_letter
from lles.work.safeguarding.changes.sign_off import (
    NothingWritten,
    ask_for_signature,
    read_to_sign,
    send_back,
    sign,
)
from lles.work.safeguarding.models import SignOff, Withholding
from lles.work.safeguarding.queries.sign_off import fingerprint_of, in_hand, sign_off_of
from lles.work.safeguarding.rules import safeguarding_law
from lles.work.safeguarding.rules.letter_content import Option
from lles.work.safeguarding.rules.sign_off import (
    Risk,
    Signature,
    letter_with_risk_is_signed_by_a_second_person,
)
from lles.work.safeguarding.tests.contents import about_safety

HEARING = datetime(2026, 4, 9, 9, 0, tzinfo=UTC)
DAY = date(2026, 3, 20)
LETTER = "safeguarding_letter"


@pytest.fixture
def ready(case: Case, own: Officer, mother: Party, father: Party, now: datetime) -> Case:
    """Every check is answered, both adults were spoken to, and the letter is written; there is no risk."""
    Hearing.objects.create(case=case, court_key="1", type_code="ABA5-FHR", starts_at=HEARING)
    for check in open_checks(case=case, by=own, at=now):
        ask_check(case=case, by=own, at=now, check=check, body="north-wales", asked_on=now.date())
        answer(case, own, check, now, "nothing_known")
    for party in (mother, father):
        record_conversation(
            case=case, by=own, at=now, party=party, began_at=now, outcome="spoke", language=party.language,
        )  # fmt: skip
    write(case, own, now)
    return case


def answer(case: Case, by: Officer, check, now: datetime, outcome: str) -> None:  # type: ignore[no-untyped-def]  # a check of the casefile
    check.refresh_from_db()
    record_check_answer(
        case=case, by=by, at=now, check=check, found=[Found(outcome)],
        identified_by=["name", "date_of_birth"], received_on=now.date(),
    )  # fmt: skip


def write(case: Case, by: Officer, now: datetime, analysis: str = "The children are safe today.") -> None:
    options = (Option("no_safety_reason", "Nothing is known."),)
    write_letter(case=case, by=by, at=now, content=about_safety(analysis, of=case, options=options))


def read_now(case: Case) -> str:
    writing = in_hand(case, LETTER)
    assert writing is not None
    return fingerprint_of(case, writing)


def signature(case: Case) -> Signature:
    state = sign_off_of(case, LETTER, DAY)
    assert state is not None
    return state.signature


def test_without_risk_nobody_has_to_sign(ready: Case, own: Officer, now: datetime) -> None:
    assert len(file_letter(case=ready, by=own, at=now)) == 4


@pytest.mark.parametrize("outcome", ["child_protection_plan"])
def test_a_heavy_answer_asks_for_a_signature_or_a_reason(
    ready: Case, own: Officer, now: datetime, outcome: str
) -> None:
    answer(ready, own, ready.checks.filter(kind="local_authority").first(), now, outcome)
    with pytest.raises(NeedsReason) as needs:
        file_letter(case=ready, by=own, at=now)
    asked = [finding.provision for finding in needs.value.findings]
    # the answer came after the words were written: of safety, of each child, and the advice
    assert asked == [*["SG-LOOKAGAIN"] * 4, "SG-SIGNOFF"]
    file_letter(case=ready, by=own, at=now, reasons=dict.fromkeys(asked, "Nobody could be reached today."))


def test_abuse_that_is_raised_asks_for_a_signature(
    ready: Case, own: Officer, mother: Party, now: datetime
) -> None:
    record_conversation(
        case=ready, by=own, at=now, party=mother, began_at=now, outcome="spoke", language="en",
        concerns=[Words("He hits me.", "en", topic="allegations")],
    )  # fmt: skip
    with pytest.raises(NeedsReason):
        file_letter(case=ready, by=own, at=now)


def test_what_is_withheld_is_never_filed_without_a_signature(
    ready: Case, own: Officer, manager: Officer, father: Party, now: datetime
) -> None:
    withhold(case=ready, by=own, at=now, party=father, reason="He has threatened to come.")
    Withholding.objects.update(signed_by=manager)  # the decision alone is not a reading of the letter
    with pytest.raises(Barred) as barred:
        file_letter(case=ready, by=own, at=now, reasons={"SG-SIGNOFF": "No time."})
    assert {finding.provision for finding in barred.value.findings} == {"SG-SIGNOFF"}
    assert not Document.objects.exists()


def test_a_signature_lets_it_go_and_covers_what_is_withheld(
    ready: Case, own: Officer, manager: Officer, father: Party, now: datetime
) -> None:
    withhold(case=ready, by=own, at=now, party=father, reason="He has threatened to come.")
    asked = ask_for_signature(case=ready, by=own, at=now, kind=LETTER)
    sign(case=ready, by=manager, at=now, asked=asked, read=read_now(ready))
    assert Withholding.objects.get().signed_by == manager
    documents = file_letter(case=ready, by=own, at=now)
    assert "respondent-1" not in {one.reader for one in documents}
    assert ready.entries.filter(kind="signed_off", by=manager).count() == 1


def test_it_waits_for_whoever_may_sign_and_not_for_the_author(
    ready: Case, own: Officer, manager: Officer, stranger: Officer, now: datetime
) -> None:
    ask_for_signature(case=ready, by=own, at=now, kind=LETTER)
    kinds = {one: [task.kind.name for task in today_tasks(one, DAY, now)] for one in (own, manager, stranger)}
    assert "safeguarding.sign_off" in kinds[manager]
    assert "safeguarding.sign_off" not in kinds[own] + kinds[stranger]


@pytest.mark.parametrize("change", ["words", "answer", "withholding"])
def test_a_change_of_the_letter_makes_the_signature_void(
    ready: Case, own: Officer, manager: Officer, father: Party, now: datetime, change: str
) -> None:
    asked = ask_for_signature(case=ready, by=own, at=now, kind=LETTER)
    sign(case=ready, by=manager, at=now, asked=asked, read=read_now(ready))
    assert signature(ready) is Signature.SIGNED
    if change == "words":
        write(ready, own, now, "The children are not safe.")
    elif change == "answer":
        answer(ready, own, ready.checks.filter(kind="police").first(), now, "convicted")
    else:
        withhold(case=ready, by=own, at=now, party=father, reason="He has threatened to come.")
    assert signature(ready) is Signature.VOID


def test_keeping_the_same_words_leaves_the_signature(
    ready: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    asked = ask_for_signature(case=ready, by=own, at=now, kind=LETTER)
    sign(case=ready, by=manager, at=now, asked=asked, read=read_now(ready))
    write(ready, own, now)
    assert signature(ready) is Signature.SIGNED


def test_nobody_signs_for_what_they_have_not_read(
    ready: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    asked = ask_for_signature(case=ready, by=own, at=now, kind=LETTER)
    read = read_now(ready)
    write(ready, own, now, "Changed while it was read.")
    with pytest.raises(Stale):
        sign(case=ready, by=manager, at=now, asked=asked, read=read)
    assert not SignOff.objects.filter(step=SignOff.SIGNED).exists()


@pytest.mark.parametrize("hand", ["wrote", "withheld", "asked", "has_the_case"])
def test_whoever_had_a_hand_in_it_does_not_sign(
    ready: Case, own: Officer, manager: Officer, father: Party, now: datetime, hand: str
) -> None:
    if hand == "wrote":
        write(ready, manager, now, "The manager wrote this.")
    if hand == "withheld":
        withhold(case=ready, by=manager, at=now, party=father, reason="He has threatened to come.")
    asked = ask_for_signature(case=ready, by=manager if hand == "asked" else own, at=now, kind=LETTER)
    if hand == "has_the_case":
        Case.objects.filter(pk=ready.pk).update(officer=manager)
    with pytest.raises(Barred):
        sign(case=ready, by=manager, at=now, asked=asked, read=read_now(ready))
    assert not SignOff.objects.filter(step=SignOff.SIGNED).exists()


@pytest.mark.parametrize("who", ["own", "teammate", "stranger"])
def test_only_who_approves_signs_reads_or_sends_back(
    who: str, request: pytest.FixtureRequest, ready: Case, own: Officer, now: datetime
) -> None:
    officer = request.getfixturevalue(who)
    asked = ask_for_signature(case=ready, by=own, at=now, kind=LETTER)
    with pytest.raises(NotAllowed):
        sign(case=ready, by=officer, at=now, asked=asked, read=read_now(ready))
    with pytest.raises(NotAllowed):
        send_back(case=ready, by=officer, at=now, asked=asked, words="No.", language="en")
    with pytest.raises(NotAllowed):
        read_to_sign(case=ready, by=officer, at=now, asked=asked)


def test_it_is_sent_back_with_words_that_stay(
    ready: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    asked = ask_for_signature(case=ready, by=own, at=now, kind=LETTER)
    send_back(case=ready, by=manager, at=now, asked=asked, words="Say what Efa saw.", language="en")
    kinds = [task.kind.name for task in today_tasks(own, DAY, now)]
    assert "safeguarding.sent_back" in kinds
    assert signature(ready) is Signature.SENT_BACK
    ask_for_signature(case=ready, by=own, at=now, kind=LETTER)
    state = sign_off_of(ready, LETTER, DAY)
    assert state is not None
    assert [one.words for one in state.steps if one.step == SignOff.SENT_BACK] == ["Say what Efa saw."]
    assert "safeguarding.sent_back" not in [task.kind.name for task in today_tasks(own, DAY, now)]


def test_what_was_decided_is_never_changed(ready: Case, own: Officer, now: datetime) -> None:
    ask_for_signature(case=ready, by=own, at=now, kind=LETTER)
    with pytest.raises(Exception, match="Cannot update"):
        SignOff.objects.update(step=SignOff.SIGNED)


def test_nothing_written_is_nothing_to_sign(case: Case, own: Officer, now: datetime) -> None:
    with pytest.raises(NothingWritten):
        ask_for_signature(case=case, by=own, at=now, kind=LETTER)


def test_the_second_person_reads_every_version(
    ready: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    asked = ask_for_signature(case=ready, by=own, at=now, kind=LETTER)
    read = read_to_sign(case=ready, by=manager, at=now, asked=asked)
    assert [one.made.file_name for one in read.released] == [
        "court.en.pdf", "court.cy.pdf", "applicant-1.cy.pdf", "respondent-1.en.pdf"
    ]  # fmt: skip


def test_a_service_may_set_that_any_risk_bars() -> None:
    law = dict(safeguarding_law())
    law["SG-SIGNOFF"] = law["SG-SIGNOFF"].with_value(DatedValue("weight", "bars", date(2026, 1, 1)))
    risk = Risk(abuse_is_raised=True)
    found = letter_with_risk_is_signed_by_a_second_person(risk, Signature.NOT_ASKED, DAY, law)
    assert found is not None
    assert found.weight is Weight.BARS
    shipped = letter_with_risk_is_signed_by_a_second_person(risk, Signature.NOT_ASKED, DAY)
    assert shipped is not None
    assert shipped.weight is Weight.WARNS
