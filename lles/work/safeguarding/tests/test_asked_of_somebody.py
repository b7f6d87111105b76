"""A signature is asked of a person by name, or of whoever is free; further letters speak both languages."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from lles.casefile.changes.door import NeedsReason, NotAllowed
from lles.casefile.gate import Refusal
from lles.casefile.models import Case, Officer
from lles.casefile.queries.today import TodayTask, today_tasks
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.work.safeguarding.changes.further import file_further, further_versions, write_further
from lles.work.safeguarding.changes.leaving import refused_by_gate
from lles.work.safeguarding.changes.letter import write_letter
from lles.work.safeguarding.changes.sign_off import ask_for_signature
from lles.work.safeguarding.models import Letter, SignOff
from lles.work.safeguarding.queries.sign_off import may_sign
from lles.work.safeguarding.rules.letter_content import words_as_data
from lles.work.safeguarding.tests.contents import about_safety
from lles.work.safeguarding.tests.further_cases import NOTE, REASONS, SHORT, pages_of, soon

__all__ = ["soon"]
LETTER = "safeguarding_letter"
ASK = f"/cases/C-2288/sign-off/{LETTER}/ask/"


@pytest.fixture
def supervisor(officer_with: Callable[..., Officer]) -> Officer:
    """Somebody else who may sign in this team."""
    return officer_with("practice_supervisor", username="supervisor")


@pytest.fixture
def written(soon: Case, own: Officer, now: datetime) -> Case:
    """A letter that waits for nobody yet."""
    write_letter(case=soon, by=own, at=now, content=about_safety("Safe."))
    return soon


def signing(officer: Officer, at: datetime) -> list[TodayTask]:
    """What waits on the Today of an officer for a signature."""
    return [one for one in today_tasks(officer, at.date(), at) if one.kind.name == "safeguarding.sign_off"]


def test_it_is_asked_of_one_person_and_stands_on_the_today_of_that_person_with_its_day(
    written: Case, own: Officer, manager: Officer, supervisor: Officer, now: datetime
) -> None:
    ask_for_signature(case=written, by=own, at=now, kind=LETTER, asked_of=manager, reasons=REASONS)
    (waits,) = signing(manager, now)
    assert signing(supervisor, now) == []
    assert waits.due_on == written.tasks.get(kind="safeguarding.sign_off").due_on is not None
    assert waits.is_late(now.date() + timedelta(days=60))
    assert today_tasks(manager, now.date(), now)[0].pk == waits.pk
    assert f"gofynnwyd i {manager.name}" in text_of(client_of(own, "cy"), "/cases/C-2288/timeline/")


def test_asked_of_whoever_is_free_it_stands_with_everybody_who_may_sign(
    written: Case, own: Officer, manager: Officer, supervisor: Officer, now: datetime
) -> None:
    ask_for_signature(case=written, by=own, at=now, kind=LETTER, reasons=REASONS)
    assert len(signing(manager, now)) == len(signing(supervisor, now)) == 1


def test_the_page_offers_those_who_may_sign_and_nobody_else(
    written: Case, own: Officer, manager: Officer, supervisor: Officer, teammate: Officer, now: datetime
) -> None:
    write_letter(case=written, by=supervisor, at=now, content=about_safety("Safe today."))
    client = client_of(own)
    page = text_of(client, ASK)
    assert manager.name in page
    assert "Whoever is free and may sign" in page
    assert may_sign(written, own) == [manager]
    with pytest.raises(NotAllowed):
        ask_for_signature(case=written, by=own, at=now, kind=LETTER, asked_of=teammate, reasons=REASONS)
    assert fill(client, ASK, asked_of=str(supervisor.pk)).status_code == 200  # no choice of the page
    given = {f"reason-{name}": why for name, why in REASONS.items()}
    assert fill(client, ASK, asked_of=str(manager.pk), **given).status_code == 302
    assert SignOff.objects.get().asked_of == manager


@pytest.mark.parametrize(("language", "asks"), [("en", "Select an answer"), ("cy", "Dewiswch ateb")])
def test_nobody_is_chosen_beforehand_and_somebody_has_to_be(
    written: Case, own: Officer, manager: Officer, now: datetime, language: str, asks: str
) -> None:
    client = client_of(own, language)
    assert " checked" not in client.get(ASK).content.decode()
    given = {f"reason-{name}": why for name, why in REASONS.items()}
    assert asks in summary_of(fill(client, ASK, **given))
    assert not SignOff.objects.exists()
    assert fill(client, ASK, asked_of="anybody", **given).status_code == 302
    assert SignOff.objects.get().asked_of is None


@pytest.mark.parametrize("words", ["She is at 7 Heol y Dŵr.", "Safe."])
def test_the_gate_reads_it_once_when_a_signature_is_asked_for(
    written: Case, own: Officer, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    Letter.objects.update(words=words_as_data(about_safety(words)))  # protected after it was written
    read: list[str] = []

    def counted(case: Case, by: Officer, at: datetime, kind: str) -> tuple[Refusal, ...]:
        read.append(kind)
        return refused_by_gate(case, by, at, kind)

    for module in ("views", "changes"):
        monkeypatch.setattr(f"lles.work.safeguarding.{module}.sign_off.refused_by_gate", counted)
    answer = client_of(own).post(ASK, {"asked_of": "anybody"})
    assert answer.status_code == (200 if words == "Safe." else 409)
    assert len(read) == 1
    assert not SignOff.objects.exists()


def test_what_an_author_wrote_in_both_each_party_has_in_their_own(
    soon: Case, own: Officer, now: datetime
) -> None:
    write_further(
        case=soon, by=own, at=now, kind=SHORT, words="He hides.", language="en", other_words="Mae'n rhydd.",
    )  # fmt: skip
    (welsh,) = further_versions(soon, SHORT, own, now, draft=True, reader="applicant-1")
    assert "He hides." not in pages_of(welsh)
    assert "rhydd." in pages_of(welsh)


def test_words_in_one_language_alone_are_warned_of_by_reader_and_filed_with_a_reason(
    soon: Case, own: Officer, now: datetime
) -> None:
    write_further(case=soon, by=own, at=now, kind=NOTE, words="He is at large.", language="en")
    with pytest.raises(NeedsReason) as needs:
        file_further(
            case=soon, by=own, at=now, kind=NOTE,
            reasons={name: why for name, why in REASONS.items() if name != "CYM-EQUAL"},
        )  # fmt: skip
    (asked,) = needs.value.findings
    assert asked.provision == "CYM-EQUAL"
    assert "Siân Morris" in asked.says.en
    file_further(case=soon, by=own, at=now, kind=NOTE, reasons=REASONS)
    assert "It could not wait." in str(soon.entries.get(kind="further_filed").facts)
