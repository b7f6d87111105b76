"""The second door: what is typed is saved as it is typed, and nobody's words are overwritten unseen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lles.casefile import drafts
from lles.casefile.access import Verb
from lles.casefile.changes.conversations import record_conversation
from lles.casefile.changes.door import Done, NotAllowed, change
from lles.casefile.drafts import NotTheDraftOf, Overtaken, TooLong, Used, end, latest, save, standing
from lles.casefile.models import Case, Draft, Entry, Officer, Party
from lles.casefile.rules.drafts import Revision, Saving, Turn, turn_of

KIND, SUBJECT = "conversation", "1"


@pytest.fixture
def typed(case: Case, own: Officer, now: datetime) -> Callable[..., int]:
    """Saves words as the officer of the case."""

    def save_words(words: str, seen: int, sheet: str = "", turn: int = 0) -> int:
        return save(by=own, at=now, kind=KIND, subject=SUBJECT, case=case, content={"words": [words]},
                    seen_revision=seen, sheet=sheet, turn=turn)  # fmt: skip

    return save_words


def words_in_hand(by: Officer, case: Case | None) -> str | None:
    found = latest(by=by, kind=KIND, subject=SUBJECT, case=case)
    return found.content["words"][0] if found else None


def test_it_gives_back_the_words_saved_last(typed: Callable[..., int], own: Officer, case: Case) -> None:
    assert words_in_hand(own, case) is None
    assert typed("he", 0) == 1
    assert typed("he followed us", 1) == 2
    assert words_in_hand(own, case) == "he followed us"
    assert Draft.objects.count() == 2


def test_it_overwrites_nobody_and_shows_whose_words_came_first(
    typed: Callable[..., int], manager: Officer, own: Officer, case: Case, now: datetime
) -> None:
    typed("he followed us", 0)
    with pytest.raises(Overtaken) as overtaken:
        save(by=manager, at=now, kind=KIND, subject=SUBJECT, case=case, content={"words": ["-"]},
             seen_revision=0)  # fmt: skip
    theirs = overtaken.value.theirs
    assert (theirs.by, theirs.content, theirs.revision) == (own, {"words": ["he followed us"]}, 1)
    assert words_in_hand(own, case) == "he followed us"


def test_a_page_never_overtakes_itself(typed: Callable[..., int], own: Officer, case: Case) -> None:
    assert typed("he", 0, "page", 1) == 1
    assert typed("he followed", 0, "page", 2) == 2  # the answer to the first was lost on the way
    assert typed("he", 0, "page", 1) == 2  # the first came late
    assert words_in_hand(own, case) == "he followed"


def test_a_page_that_was_used_takes_no_late_words(
    typed: Callable[..., int], own: Officer, case: Case, now: datetime
) -> None:
    typed("he", 0, "page", 1)
    end(by=own, at=now, case=case, used=Used(KIND, SUBJECT, Saving(1, "page", 2)))
    typed("he followed", 1, "page", 3)
    assert words_in_hand(own, case) is None


def test_a_draft_is_used_up_with_its_change(
    typed: Callable[..., int], own: Officer, case: Case, mother: Party, now: datetime
) -> None:
    typed("he followed us", 0)
    spoken = {"case": case, "by": own, "at": now, "party": mother, "began_at": now, "outcome": "spoke"}
    used = Used(KIND, SUBJECT, Saving(1))
    record_conversation(**spoken, draft=used)  # type: ignore[arg-type,call-arg]  # what the fixture gives
    assert words_in_hand(own, case) is None
    with pytest.raises(Overtaken):
        record_conversation(**spoken, draft=used)  # type: ignore[arg-type,call-arg]  # what the fixture gives
    assert case.conversations.count() == 1
    assert Entry.objects.filter(kind="refused", facts__why="overtaken").count() == 1


def test_a_change_that_fails_uses_up_nothing(
    typed: Callable[..., int], own: Officer, case: Case, now: datetime
) -> None:
    @change(needs=Verb.WORK)
    def fail(*, case: Case, by: Officer, at: datetime) -> Done[None]:
        raise RuntimeError

    typed("he followed us", 0)
    with pytest.raises(RuntimeError):
        fail(case=case, by=own, at=now, draft=Used(KIND, SUBJECT, Saving(1)))  # type: ignore[call-arg]  # what the fixture gives
    assert words_in_hand(own, case) == "he followed us"


def test_nobody_else_reads_or_saves(
    typed: Callable[..., int], stranger: Officer, teammate: Officer, case: Case, now: datetime
) -> None:
    typed("he followed us", 0)
    for other in (stranger, teammate):
        assert standing(by=other, kind=KIND, subject=SUBJECT, case=case) is None
        with pytest.raises(NotTheDraftOf):
            save(by=other, at=now, kind=KIND, subject=SUBJECT, case=case, content={}, seen_revision=1)


def test_a_draft_of_no_case_is_its_writers_own(own: Officer, teammate: Officer, now: datetime) -> None:
    words = {"words": ["7 Heol y Dŵr"]}
    assert save(by=own, at=now, kind=KIND, subject=SUBJECT, content=words, seen_revision=0) == 1
    assert save(by=teammate, at=now, kind=KIND, subject=SUBJECT, content={}, seen_revision=0) == 1
    assert words_in_hand(own, None) == "7 Heol y Dŵr"


def test_words_open_nowhere_but_where_they_were_typed(
    typed: Callable[..., int], own: Officer, case: Case, now: datetime
) -> None:
    typed("7 Heol y Dŵr", 0)
    row = Draft.objects.get()
    assert "Heol" not in repr(bytes(row.content))
    row.pk, row.subject = None, "2"
    row.save()
    with pytest.raises(NotTheDraftOf):
        latest(by=own, kind=KIND, subject="2", case=case)


def test_a_revision_is_never_changed_and_never_doubled(typed: Callable[..., int]) -> None:
    typed("he", 0)
    row = Draft.objects.get()
    for act in (lambda: row.save(), lambda: row.delete(), lambda: Draft.objects.bulk_create([again(row)])):
        with pytest.raises(DatabaseError), transaction.atomic():
            act()


def again(row: Draft) -> Draft:
    return Draft(
        case=row.case, kind=row.kind, subject=row.subject, revision=1, content=b"", by=row.by, at=row.at
    )


def test_it_refuses_more_than_a_draft_holds(typed: Callable[..., int]) -> None:
    with pytest.raises(TooLong):
        typed("a" * drafts.LONGEST, 0)
    assert not Draft.objects.exists()


@dataclass
class Writer:
    """One page as it behaves: it saves with what it last saw, until it looks again."""

    sheet: str
    seen: int = 0
    turn: int = 0


STEP = st.tuples(st.integers(0, 3), st.sampled_from(("save", "answer lost", "came twice", "look", "record")))


def played(steps: Sequence[tuple[int, str]], turn_of: Callable[..., Turn]) -> list[str]:
    """Plays an interleaving; the savings that overwrote words their writer had not seen."""
    revisions: list[Revision] = []
    writers, overwritten = [Writer(f"page {n}") for n in range(4)], []
    for number, act in steps:
        writer = writers[number]
        if act == "look":
            writer.seen = revisions[-1].number if revisions else 0
            continue
        writer.turn += 1
        for _ in range(2 if act == "came twice" else 1):
            standing = revisions[-1] if revisions else None
            outcome = turn_of(standing, Saving(writer.seen, writer.sheet, writer.turn))
            if outcome is not Turn.NEXT:
                continue
            if standing and standing.sheet != writer.sheet and standing.number != writer.seen:
                overwritten.append(f"{writer.sheet} over {standing.number}")
            revisions.append(Revision(len(revisions) + 1, writer.sheet, writer.turn, act == "record"))
            if act != "answer lost":
                writer.seen = revisions[-1].number
    return overwritten


many = settings(max_examples=1000, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@many
@given(st.lists(STEP, max_size=40))
def test_no_interleaving_of_writers_overwrites_anybody_unseen(steps: list[tuple[int, str]]) -> None:
    assert played(steps, turn_of) == []


def test_a_rule_that_lets_everybody_on_is_seen() -> None:
    assert played([(0, "save"), (1, "save")], lambda *_: Turn.NEXT) == ["page 1 over 1"]


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=15))
def test_every_word_that_was_accepted_stays_in_the_store(
    case: Case, own: Officer, manager: Officer, now: datetime, steps: list[tuple[int, bool]]
) -> None:
    seen, accepted, shown = [0, 0, 0, 0], [], []
    with transaction.atomic():
        for turn, (number, looks) in enumerate(steps, start=1):
            by, words = (own, manager)[number % 2], f"{number} at {turn}"
            try:
                seen[number] = save(by=by, at=now, kind=KIND, subject=SUBJECT, case=case, turn=turn,
                                    content={"words": [words]}, seen_revision=seen[number],
                                    sheet=f"page {number}")  # fmt: skip
                accepted.append(words)
            except Overtaken as overtaken:
                shown.append(overtaken.theirs.content["words"] == [accepted[-1]])
                seen[number] = overtaken.theirs.revision if looks else seen[number]
        held = [drafts._written(row).content["words"][0] for row in Draft.objects.order_by("revision")]
        assert held == accepted
        assert all(shown)
        transaction.set_rollback(True)


PLACES = st.tuples(st.booleans(), st.sampled_from(("conversation", "letter")), st.sampled_from(("1", "2")))


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(PLACES, st.booleans()), max_size=25))
def test_words_never_cross_from_one_page_to_another(
    case: Case, own: Officer, manager: Officer, now: datetime, steps: list[tuple[tuple[bool, str, str], bool]]
) -> None:
    with transaction.atomic():
        typed: dict[tuple[object, ...], str] = {}
        for (of_case, kind, subject), first in steps:
            by, at_case = own if first else manager, case if of_case else None
            place = (at_case and at_case.pk, None if at_case else by.pk, kind, subject)
            last = standing(by=by, kind=kind, subject=subject, case=at_case)
            assert (last.content["words"] if last else None) == ([typed[place]] if place in typed else None)
            typed[place] = f"{place} {len(typed)}"
            save(by=by, at=now, kind=kind, subject=subject, case=at_case, content={"words": [typed[place]]},
                 seen_revision=last.revision if last else 0)  # fmt: skip
        transaction.set_rollback(True)


def test_a_stranger_makes_no_change_with_somebodys_draft(
    typed: Callable[..., int], stranger: Officer, case: Case, mother: Party, now: datetime
) -> None:
    typed("he followed us", 0)
    known = {"case": case, "by": stranger, "at": now, "party": mother}
    known |= {"began_at": now, "outcome": "spoke"}
    with pytest.raises(NotAllowed):
        record_conversation(**known, draft=Used(KIND, SUBJECT, Saving(1)))  # type: ignore[arg-type,call-arg]  # the door takes the draft
