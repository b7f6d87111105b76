"""Looking at a letter is told once: a link followed again fills neither ledger nor timeline."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from lles.casefile.changes.checks import ask_check, open_checks
from lles.casefile.models import Case, Disclosure, Document, Entry, Officer
from lles.casefile.tests.pages import client_of, fill
from lles.work.safeguarding.changes.letter import write_letter
from lles.work.safeguarding.tests.contents import about_safety
from lles.work.safeguarding.tests.test_letter import police_pass_on
from lles.work.safeguarding.tests.test_views import PATH, REASONS, TYPED, ready

__all__ = ["ready"]
COURT = f"{PATH}preview/court.en.pdf"
FATHER = f"{PATH}preview/respondent-1.en.pdf"
NOON = datetime(2026, 3, 6, 12, tzinfo=UTC)


@pytest.fixture
def draft(ready: Case, own: Officer) -> Case:
    """A case with a letter in hand."""
    write_letter(case=ready, by=own, at=NOON, content=about_safety("All are safe."))
    return ready


def what_is_written(case: Case) -> tuple[int, int, int]:
    """How many rows of the ledger, how many lines of the timeline, and the version of the case."""
    version = Case.objects.values_list("version", flat=True).get(pk=case.pk)
    return Disclosure.objects.count(), Entry.objects.filter(case=case).count(), version


@pytest.mark.parametrize("method", ["get", "head"])
@pytest.mark.parametrize("page", [COURT, FATHER])
def test_looking_again_writes_nothing(draft: Case, own: Officer, page: str, method: str) -> None:
    with time_machine.travel(NOON):
        client = client_of(own)
        first = client.get(page)
        before = what_is_written(draft)
    with time_machine.travel(NOON + timedelta(minutes=5)):
        again = getattr(client, method)(page)
    assert again.status_code == 200
    assert what_is_written(draft) == before
    assert method == "head" or again.content == first.content


def test_a_new_draft_and_another_reader_are_written(draft: Case, own: Officer) -> None:
    client = client_of(own)
    for page in (COURT, FATHER):
        assert client.get(page).status_code == 200
    fill(client, PATH, **TYPED)
    assert client.get(COURT).status_code == 200
    assert Disclosure.objects.count() == 3
    assert Entry.objects.filter(kind="letter_previewed").count() == 2


def test_another_officer_who_looks_is_written_too(
    draft: Case, own: Officer, officer_with: Callable[..., Officer]
) -> None:
    other = officer_with("intake_administrator")
    for officer in (own, other):
        client_of(officer).get(COURT)
    assert set(Disclosure.objects.values_list("by", flat=True)) == {own.pk, other.pk}


def test_a_refusal_is_told_once_for_each_draft(draft: Case, own: Officer) -> None:
    client = client_of(own)
    fill(client, PATH, **TYPED)
    for check in open_checks(case=draft, by=own, at=NOON):
        ask_check(case=draft, by=own, at=NOON, check=check, body="north-wales", asked_on=NOON.date())
    police_pass_on(draft, own, NOON, "He waits outside 7 Heol y Dŵr.")
    assert [client.get(FATHER).status_code for _ in range(3)] == [409, 409, 409]
    assert Entry.objects.filter(kind="letter_previewed").count() == 1
    assert not Disclosure.objects.exists()


def test_opening_a_sealed_document_is_written_once(draft: Case, own: Officer) -> None:
    client = client_of(own)
    fill(client, PATH, **TYPED)
    fill(client, f"{PATH}file/", **REASONS)
    document = Document.objects.filter(reader="court").first()
    assert document is not None
    for _ in range(3):
        assert client.get(f"/cases/{draft.reference}/documents/{document.pk}/").status_code == 200
    assert Disclosure.objects.filter(purpose="look").count() == 1


@pytest.mark.parametrize(("purpose", "refused"), [("preview", True), ("look", True), ("file", False)])
def test_the_database_keeps_one_look_and_every_filing(
    draft: Case, own: Officer, purpose: str, refused: bool
) -> None:
    row = {"case": draft, "reader": "court", "basis": "party", "purpose": purpose, "what": "letter"}
    row |= {"sha256": "0" * 64, "by": own, "at": NOON}
    Disclosure.objects.create(**row)
    try:
        with transaction.atomic():
            Disclosure.objects.create(**row)
    except IntegrityError:
        assert refused
    else:
        assert not refused
