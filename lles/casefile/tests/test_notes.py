"""Notes on a case: written once, read by those who work on it alone, corrected by a later note."""

from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from lles.casefile.changes.door import NotAllowed
from lles.casefile.changes.notes import CorrectedAlready, add_note
from lles.casefile.models import Case, Entry, Note, Officer
from lles.casefile.queries.notes import NoteOfAnotherCase, note_of
from lles.casefile.tests.pages import client_of, fill, said, statements, text_of

HIDDEN = "She is at 4 Heol y Dŵr, LL11 2AA; ring 07700 900123."
LATER = "She rang from a friend's telephone."


def noted(case: Case, by: Officer, now: datetime, words: str = HIDDEN) -> Note:
    return add_note(case=case, by=by, at=now, words=words, language="en")


def test_it_keeps_the_words_closed_and_writes_one_line(case: Case, own: Officer, now: datetime) -> None:
    version = case.version
    note = noted(case, own, now)
    assert HIDDEN.encode() not in bytes(note.words)
    read = note_of(case, note.pk)
    assert read is not None
    assert read.words == HIDDEN
    entry = Entry.objects.get(case=case)
    assert (entry.kind, entry.facts) == ("note_added", {"by": own.name, "note": note.pk})
    case.refresh_from_db()
    assert case.version == version  # nobody's open page becomes stale by a note


def test_it_is_never_changed_or_taken_away(case: Case, own: Officer, now: datetime) -> None:
    note = noted(case, own, now)
    for attempt in (lambda: Note.objects.update(language="cy"), lambda: Note.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()
    assert Note.objects.get().pk == note.pk


def test_it_is_for_those_who_work_on_the_case(case: Case, stranger: Officer, now: datetime) -> None:
    with pytest.raises(NotAllowed):
        noted(case, stranger, now)
    assert not Note.objects.exists()


def test_a_later_note_corrects_it_once(case: Case, own: Officer, now: datetime) -> None:
    first, at = noted(case, own, now), now + timedelta(hours=1)
    later = add_note(case=case, by=own, at=at, words=LATER, language="en", corrects=first)
    read = note_of(case, first.pk)
    assert read is not None
    assert (read.words, read.corrected_by) == (HIDDEN, later.pk)
    with pytest.raises(CorrectedAlready):
        add_note(case=case, by=own, at=at, words="Again.", language="en", corrects=first)
    assert Note.objects.count() == 2


def test_words_open_in_their_own_case_alone(case: Case, own: Officer, now: datetime) -> None:
    note = noted(case, own, now)
    other = Case.objects.create(
        **{
            field.attname: getattr(case, field.attname)
            for field in Case._meta.concrete_fields
            if field.name not in ("id", "reference", "court_key", "court_number")
        },
        reference="C-7777",
    )
    assert note_of(other, note.pk) is None
    moved = Note.objects.create(case=other, words=bytes(note.words), language="en", by=own, at=now)
    with pytest.raises(NoteOfAnotherCase):
        note_of(other, moved.pk)


def test_it_asks_few_statements(case: Case, own: Officer, now: datetime) -> None:
    noted(case, own, now)
    with statements() as asked:
        noted(case, own, now)
    assert len(asked) <= 5, asked


@pytest.mark.parametrize("language", ["en", "cy"])
def test_its_page_keeps_what_is_typed_and_leads_to_the_timeline(
    case: Case, own: Officer, language: str
) -> None:
    client, here = client_of(own, language), f"/cases/{case.reference}/notes/add/"
    assert "data-draft=" in text_of(client, here)
    answer = fill(client, here, words=HIDDEN, written_in="cy")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/cases/{case.reference}/timeline/")
    note = Note.objects.get()
    page = text_of(client, f"/cases/{case.reference}/timeline/")
    assert f"/cases/{case.reference}/notes/{note.pk}/" in page
    assert "Heol y" not in page
    read = text_of(client, f"/cases/{case.reference}/notes/{note.pk}/")
    assert HIDDEN in read
    assert 'lang="cy"' in read


def test_nothing_typed_is_lost_where_somebody_corrected_it_before(
    case: Case, own: Officer, teammate: Officer, now: datetime
) -> None:
    first = noted(case, own, now)
    client, here = client_of(own), f"/cases/{case.reference}/notes/{first.pk}/correct/"
    assert HIDDEN in text_of(client, here)
    theirs = Note.objects.create(
        case=case, words=bytes(first.words), language="en", corrects=first, by=teammate, at=now
    )
    answer = client.post(here, {"words": LATER, "written_in": "en"})
    assert (answer.status_code, LATER in said(answer)) == (409, True)
    assert "Another note corrects this one already" in said(answer)
    assert client.get(here).headers["Location"].endswith(f"/notes/{theirs.pk}/")


def test_a_note_says_in_words_what_is_missing(case: Case, own: Officer) -> None:
    answer = fill(client_of(own), f"/cases/{case.reference}/notes/add/", words="", written_in="")
    assert "Write what you want to note" in said(answer)
    assert "Choose the language of the note" in said(answer)


def test_a_reader_sees_the_line_and_not_the_words(
    case: Case, own: Officer, manager: Officer, now: datetime
) -> None:
    note = noted(case, own, now)
    Case.objects.filter(pk=case.pk).update(officer=own)
    for reader in (own, manager):
        client = client_of(reader)
        page = text_of(client, f"/cases/{case.reference}/timeline/")
        assert f"Note by {own.name}" in page
        opens = f"/notes/{note.pk}/" in page
        assert client.get(f"/cases/{case.reference}/notes/{note.pk}/").status_code == (200 if opens else 403)


def test_its_pages_ask_few_statements(case: Case, own: Officer, now: datetime) -> None:
    note = noted(case, own, now)
    client = client_of(own)
    for page in ("notes/add/", f"notes/{note.pk}/", f"notes/{note.pk}/correct/"):
        text_of(client, f"/cases/{case.reference}/{page}")
        with statements() as asked:
            text_of(client, f"/cases/{case.reference}/{page}")
        assert len(asked) <= 9, page
