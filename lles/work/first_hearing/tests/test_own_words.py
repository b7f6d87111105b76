"""What was agreed in the words of each party, and how somebody agreed who was not there (FH-AGREE)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lles.casefile.changes.door import Barred
from lles.casefile.models import Case, Hearing, Officer, Party
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of
from lles.work.first_hearing.changes.agreement import draft_agreement
from lles.work.first_hearing.changes.hearings import Happened, correct_record, record_hearing
from lles.work.first_hearing.models import Agreement, HearingRecord
from lles.work.first_hearing.rules.agreement import Helped, Matter, OwnWords
from lles.work.first_hearing.tests.test_agreement import REASONS, texts

HELD = datetime(2026, 3, 3, 10, tzinfo=UTC)
HERS, HIS = "He may ring when it suits Efa.", "I ring her at four."


@pytest.fixture
def hearing(case: Case) -> Hearing:
    """A first hearing, on the day before."""
    return Hearing.objects.create(case=case, court_key="h", type_code="ABA5-FHR", starts_at=HELD)


@pytest.fixture
def page(case: Case, hearing: Hearing) -> str:
    return f"/cases/{case.reference}/hearings/{hearing.pk}/"


@pytest.fixture
def agreed(mother: Party, father: Party) -> Happened:
    """Both agree to calls, each in their own words; the father was not there."""
    own = (OwnWords(mother.pk, HERS), OwnWords(father.pk, HIS, "call"))
    there = {str(mother.pk): "spoken", str(father.pk): "absent"}
    return Happened(False, "en", there, agreed_by=(mother.pk, father.pk), own_words=own)


@pytest.fixture
def helped(mother: Party, father: Party) -> Helped:
    """The same as a draft for the court."""
    own = (OwnWords(mother.pk, HERS), OwnWords(father.pk, HIS, "call"))
    return Helped("apart", "Two rooms.", "en", matters=(Matter("Calls", "agreed", own=own),))


def unsaid(words: tuple[OwnWords, ...]) -> tuple[OwnWords, ...]:
    return tuple(replace(one, how="") for one in words)


def test_whoever_was_not_there_did_not_agree_there(
    case: Case, hearing: Hearing, own: Officer, now: datetime, agreed: Happened
) -> None:
    silent = replace(agreed, own_words=unsaid(agreed.own_words))
    with pytest.raises(Barred, match="it is not said how they agreed: Gareth Bevan"):
        record_hearing(case=case, by=own, at=now, hearing=hearing, happened=silent, reasons=REASONS)
    record = record_hearing(case=case, by=own, at=now, hearing=hearing, happened=agreed, reasons=REASONS)
    with pytest.raises(Barred, match="Gareth Bevan"):
        correct_record(case=case, by=own, at=now, record=record, happened=silent, reasons=REASONS)


def test_nor_does_a_draft_say_so_of_anybody_whom_the_record_calls_absent(
    case: Case, hearing: Hearing, own: Officer, now: datetime, agreed: Happened, helped: Helped
) -> None:
    record_hearing(case=case, by=own, at=now, hearing=hearing, happened=agreed, reasons=REASONS)
    silent = replace(helped.matters[0], own=unsaid(helped.matters[0].own))
    with pytest.raises(Barred, match="Gareth Bevan"):
        draft_agreement(
            case=case, by=own, at=now, hearing=hearing, helped=replace(helped, matters=(silent,)),
            reasons=REASONS,
        )  # fmt: skip
    assert not Agreement.objects.exists()
    disputed = replace(silent, state="not_agreed", remains="Where he lives.")
    draft_agreement(
        case=case, by=own, at=now, hearing=hearing,
        helped=replace(helped, matters=(helped.matters[0], disputed)), reasons=REASONS,
    )  # fmt: skip
    assert Agreement.objects.exists()


def test_the_draft_says_it_in_the_words_of_each(
    case: Case, hearing: Hearing, own: Officer, now: datetime, helped: Helped
) -> None:
    draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=helped, reasons=REASONS)
    made = texts(case)
    assert f"In the words of Siân Morris: {HERS}" in made["court en"]
    assert f"In the words of Gareth Bevan (by telephone or video): {HIS}" in made["court en"]
    assert "Yng ngeiriau Gareth Bevan (dros y ffôn neu drwy fideo)" in made["court cy"]


def test_the_page_of_the_draft_takes_own_words_and_the_record_takes_them_over(
    case: Case, own: Officer, mother: Party, father: Party, page: str
) -> None:
    client, (efa, macsen) = client_of(own), case.children.order_by("pk")
    typed = {
        "way": "apart", "why_safe": "Two rooms.", "matter-0": "Calls", "children-0": [str(efa.pk)],
        "state-0": "agreed", f"own-0-{mother.pk}": HERS, f"own-0-{father.pk}": HIS,
        f"how-{father.pk}": "call",
        f"known-{efa.pk}": "not_heard", f"known-{macsen.pk}": "not_heard", "language_of_words": "en",
        "reason-FH-AGREE": "They asked.", "reason-DA-CONSENTORDER": "I spoke.",
    }  # fmt: skip
    answer = fill(client, f"{page}agree/", **typed)
    assert answer.status_code == 302, summary_of(answer)
    form = text_of(client, f"{page}record/write/")
    for words in (f"Calls: {HERS}", f"Calls: {HIS}", f'value="{father.pk}" checked', 'value="call" selected'):
        assert words in form, words
    assert HIS in text_of(client, f"{page}record/")


def test_the_page_of_the_record_names_whom_it_is_about_and_loses_nothing(
    case: Case, own: Officer, mother: Party, father: Party, page: str
) -> None:
    client = client_of(own)
    typed = {
        f"there-{mother.pk}": "spoken", f"there-{father.pk}": "absent", f"own-{father.pk}": HIS,
        "ends_involvement": "no", **{f"reason-{name}": "So." for name in REASONS},
    }  # fmt: skip
    refused = fill(client, f"{page}record/write/", **typed)
    assert "it is not said how they agreed: Gareth Bevan" in said(refused)
    assert HIS in said(refused)
    answer = fill(client, f"{page}record/write/", **typed, **{f"how-{father.pk}": "lawyer"})
    assert answer.status_code == 302, summary_of(answer)
    record = HearingRecord.objects.get()
    assert record.agreed_by == [father.pk]
    assert "through their lawyer" in text_of(client, f"{page}record/")
    assert 'value="lawyer" selected' in text_of(client, f"{page}record/correct/")
