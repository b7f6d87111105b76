"""Serving: who is asked to serve whom, what is recorded once, and what a move, a return or a bar does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from lles.casefile import register
from lles.casefile.changes.conversations import SafeWay, record_safe_contact
from lles.casefile.changes.door import Barred, NeedsReason, NotAllowed, Stale
from lles.casefile.changes.due_days import derived_due
from lles.casefile.changes.filing import record_filed_by_hand, seal_documents
from lles.casefile.changes.people import record_receipt
from lles.casefile.changes.serving import (
    check_address,
    follow_serving,
    open_serving,
    record_came_back,
    record_served,
)
from lles.casefile.gate import GateRefused
from lles.casefile.locations import ADDRESS, Detail, keep
from lles.casefile.models import Case, Disclosure, Filing, Officer, Party, Served, Serving, Task
from lles.casefile.tests.pdfs import note
from lles.law.bilingual import LANGUAGES
from lles.law.due import Due

KIND = "safeguarding_letter"
WORDS = "The hearing is on 9 April 2026."
NEW_HOME = ("2 Stryd Newydd", "Mold", "CH7 1ZZ")
Serve = Callable[..., Served]


@pytest.fixture
def filed(case: Case, own: Officer, now: datetime) -> Case:
    """A letter that a Welsh court has, filed by hand: for the mother in both languages, for the father in
    English."""
    Case.objects.filter(pk=case.pk).update(court_code="637145", court_name="Wrexham Law Courts")
    case.refresh_from_db()
    both = [note(WORDS, now, reader, one) for reader in ("court", "applicant-1") for one in LANGUAGES]
    made = [*both, note(WORDS, now, "respondent-1")]
    sealed = [replace(one, kind=KIND) for one in made]
    seal_documents(case=case, by=own, at=now, kind=KIND, made=sealed, court_type="Safeguarding_Letter")
    filing = Filing.objects.order_by("pk")[0]
    assert not Serving.objects.exists()
    record_filed_by_hand(
        case=case, by=own, at=now, filing=filing, way="handed_in", filed_at=now, together=True
    )
    case.refresh_from_db()
    return case


@pytest.fixture
def mothers(filed: Case, mother: Party) -> Serving:
    return Serving.objects.get(party=mother)


@pytest.fixture
def serve(filed: Case, own: Officer, now: datetime) -> Serve:
    def served(serving: Serving, way: str = "at_court", **more: object) -> Served:
        known = {"case": filed, "by": own, "at": now, "serving": serving, "way": way, "served_at": now}
        return record_served(**{**known, **more})  # type: ignore[arg-type]  # named by a mapping

    return served


def open_tasks(case: Case) -> set[str]:
    return set(
        case.tasks.filter(kind="casefile.serve", ended_at=None).values_list("party__first_name", flat=True)
    )


def move(party: Party, at: datetime, home: tuple[str, ...] = NEW_HOME, flag: bool = True) -> None:
    keep(party.case, [Detail(f"party:{party.pk}", ADDRESS, home, flag, "party")], at)


def say_safe(case: Case, own: Officer, now: datetime, party: Party, letters: bool = True) -> None:
    record_safe_contact(case=case, by=own, at=now, party=party, safe_way=SafeWay(letters=letters))


def test_filed_by_hand_in_both_languages_opens_serving_for_everybody_who_has_a_version(filed: Case) -> None:
    assert set(Filing.objects.values_list("state", "filed_by__name")) == {("filed_by_hand", "Own")}
    assert open_tasks(filed) == {"Siân", "Gareth"}
    assert not filed.tasks.filter(kind="casefile.file_by_hand", ended_at=None).exists()


def test_somebody_is_served_in_every_language_at_once_and_once(
    filed: Case, mothers: Serving, serve: Serve, now: datetime
) -> None:
    assert serve(mothers).languages == ["en", "cy"]
    assert open_tasks(filed) == {"Gareth"}
    lines = filed.entries.filter(kind="served")
    assert lines.get().facts["languages"] == {"word": "languages.cy_en"}
    assert Disclosure.objects.filter(purpose="hand over", reader="applicant-1").count() == 2
    with pytest.raises(Stale):
        serve(mothers)
    with pytest.raises(DatabaseError), transaction.atomic():
        Served.objects.update(way="post")


def test_only_who_works_on_the_case_records_it(
    mothers: Serving, serve: Serve, teammate: Officer, stranger: Officer, manager: Officer
) -> None:
    for other in (teammate, stranger):
        with pytest.raises(NotAllowed):
            serve(mothers, by=other)
    assert serve(mothers, by=manager).by == manager


def test_post_takes_a_reason_until_somebody_recorded_that_letters_are_safe(
    filed: Case, mothers: Serving, serve: Serve, mother: Party, own: Officer, now: datetime
) -> None:
    with pytest.raises(NeedsReason):
        serve(mothers, "post")
    say_safe(filed, own, now, mother)
    assert serve(mothers, "post").way == "post"


def test_where_letters_are_not_safe_nothing_is_posted(
    filed: Case, mothers: Serving, serve: Serve, mother: Party, own: Officer, now: datetime
) -> None:
    say_safe(filed, own, now, mother, letters=False)
    with pytest.raises(Barred):
        serve(mothers, "post", reasons={"SRV-WAY": "I think so."})


def test_a_father_whose_address_nobody_knows_gets_nothing_by_post_and_the_letter_at_court(
    filed: Case, serve: Serve, father: Party
) -> None:
    fathers = Serving.objects.get(party=father)
    with pytest.raises(Barred):
        serve(fathers, "post", reasons={"SRV-WAY": "He said so."})
    assert serve(fathers, "at_court").languages == ["en"]


def test_a_move_stops_what_is_not_posted_until_somebody_checks_again(
    filed: Case, mothers: Serving, serve: Serve, mother: Party, own: Officer, now: datetime
) -> None:
    say_safe(filed, own, now, mother)
    later = now + timedelta(days=1)
    move(mother, later)
    with pytest.raises(Barred):
        serve(mothers, "post", at=later, served_at=later)
    assert serve_task(filed, mother).warnings[0].en.startswith("The address of Siân Morris has changed")
    check_address(case=filed, by=own, at=later, serving=mothers, letters=True)
    mothers.refresh_from_db()
    assert serve_task(filed, mother).warnings == ()
    assert serve(mothers, "post", at=later, served_at=later).way == "post"


def serve_task(case: Case, party: Party) -> Due:
    case.refresh_from_db()
    task = Task.objects.get(case=case, party=party, kind="casefile.serve")
    due = derived_due(task, case)
    assert isinstance(due, Due)
    return due


def test_the_task_says_that_the_address_changed_as_soon_as_anything_happens(
    filed: Case, mother: Party, own: Officer, now: datetime
) -> None:
    move(mother, now)
    record_receipt(case=filed, by=own, at=now, received_on=now.date())
    stored = Task.objects.get(party=mother, kind="casefile.serve").due
    assert "has changed" in str(stored)
    assert "Stryd Newydd" not in str(stored)


def test_a_return_to_an_earlier_address_is_a_change_too(
    filed: Case, mother: Party, serve: Serve, mothers: Serving, own: Officer, now: datetime
) -> None:
    home = ("7 Heol y Dŵr", "Wrexham", "LL11 1ZZ")
    move(mother, now)
    check_address(case=filed, by=own, at=now, serving=mothers, letters=True)
    move(mother, now, home)
    mothers.refresh_from_db()
    with pytest.raises(Barred):
        serve(mothers, "post", reasons={"SRV-WAY": "She is back."})


def test_what_was_posted_before_the_move_came_in_is_told_with_a_reason(
    mothers: Serving, serve: Serve, mother: Party, now: datetime
) -> None:
    later = now + timedelta(days=1)
    move(mother, later)
    with pytest.raises(NeedsReason):
        serve(mothers, "post", at=later)
    assert serve(mothers, "post", at=later, reasons={"SRV-WAY": "Her sister lives there."}).way == "post"


def test_a_refuge_gets_no_post(filed: Case, serve: Serve, mother: Party, now: datetime) -> None:
    child = filed.children.first()
    assert child is not None
    keep(filed, [Detail(f"child:{child.pk}", "lives_with", (f"party:{mother.pk}",), None, "lives with")], now)
    keep(filed, [Detail(f"child:{child.pk}", "refuge", ("in_a_refuge",), True, "living situation")], now)
    with pytest.raises(Barred) as barred:
        serve(Serving.objects.get(party=mother), "post", reasons={"SRV-WAY": "I know it."})
    assert "refuge" in barred.value.findings[0].says.en


def test_what_came_back_is_served_again(
    filed: Case, mothers: Serving, serve: Serve, mother: Party, own: Officer, now: datetime
) -> None:
    say_safe(filed, own, now, mother)
    serve(mothers, "post")
    record_came_back(case=filed, by=own, at=now, serving=mothers, came_back_on=now.date())
    assert open_tasks(filed) == {"Siân", "Gareth"}
    assert serve(mothers, "at_court").way == "at_court"
    with pytest.raises(Stale):
        record_came_back(case=filed, by=own, at=now, serving=mothers, came_back_on=now.date())


def test_from_whom_it_is_kept_nobody_is_asked_to_serve_it_and_the_change_is_barred(
    filed: Case,
    mothers: Serving,
    serve: Serve,
    mother: Party,
    own: Officer,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keeps = replace(register.works()[0], kept_from=lambda case, kind: {mother.pk})
    monkeypatch.setattr(register, "_entered", {**register._entered, keeps.name: keeps})
    follow_serving(case=filed, by=own, at=now, kind=KIND)
    assert open_tasks(filed) == {"Gareth"}
    with pytest.raises(Barred) as barred:
        serve(mothers)
    assert barred.value.findings[0].provision == "SRV-WHO"
    open_serving(case=filed, by=own, at=now, kind=KIND, version=1)
    assert open_tasks(filed) == {"Gareth"}


def test_who_left_the_case_is_not_served(mothers: Serving, serve: Serve, mother: Party) -> None:
    Party.objects.filter(pk=mother.pk).update(in_latest_answer=False)
    with pytest.raises(Barred):
        serve(Serving.objects.select_related("party").get(pk=mothers.pk))


def test_what_became_protected_since_it_was_sealed_stops_it_at_the_gate(
    filed: Case, serve: Serve, father: Party, mother: Party, now: datetime
) -> None:
    keep(filed, [Detail(f"party:{mother.pk}", "phone", ("9 April 2026",), True, "phone")], now)
    move(mother, now, ("The hearing is on", "9 April 2026"))
    with pytest.raises(GateRefused):
        serve(Serving.objects.get(party=father))
    assert not Served.objects.exists()
    assert filed.entries.filter(kind="stopped_at_the_gate").exists()
