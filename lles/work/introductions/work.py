"""Introductory letters as the register knows them: an application in private law opens their task."""

from pathlib import Path

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import open_task
from lles.casefile.queries.readers import adults
from lles.casefile.register import Event, Occasion, TaskKind, Work
from lles.casefile.timeline import LONDON, learn, word
from lles.work.introductions.changes import TASK, note_served, settle_letters
from lles.work.introductions.queries import (
    KIND,
    is_for_letters,
    kept_back_from,
    letters_due_day,
    party_and_moment,
)
from lles.work.introductions.rules import introductions_law


def application_received(occasion: Occasion) -> None:
    """Nobody in a case that has just come in was sent anything."""
    case = occasion.case
    if is_for_letters(case) and any(party.in_latest_answer for party in adults(case)):
        open_task(case=case, by=the_service(), at=occasion.at, kind=TASK)


def case_changed(occasion: Occasion) -> None:
    """Whoever is in the case and was sent nothing is to have a letter, also who joins it later."""
    if is_for_letters(occasion.case):
        settle_letters(case=occasion.case, by=the_service(), at=occasion.at)


def reopened(occasion: Occasion) -> None:
    """Whoever was to have one as the case was closed is to have it again."""
    if TASK in occasion.left_by_it:
        case_changed(occasion)


def document_served(occasion: Occasion) -> None:
    """An adult has the letter."""
    if occasion.about["kind"] == KIND:
        party, served_at = party_and_moment(occasion.case, occasion.about)
        served_on = served_at.astimezone(LONDON).date()
        note_served(case=occasion.case, by=the_service(), at=occasion.at, party=party, served_on=served_on)


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="introductions",
        title=word("work.introductions"),
        duties=("CJCSA00-S12-1-D", "CA04-S35-1-D", "WLS15-1"),
        provisions=introductions_law(),
        tasks=(
            TaskKind(
                TASK,
                word(f"task.{TASK}"),
                word(f"act.{TASK}"),
                page="introductions:letters",
                due=letters_due_day,
            ),
        ),
        on={
            Event.APPLICATION_RECEIVED: application_received,
            Event.DETAILS_CHANGED: case_changed,
            Event.DOCUMENT_SERVED: document_served,
            Event.REOPENED: reopened,
        },
        case_page=("introductions:letters", word("work.introductions")),
        kept_from=kept_back_from,
        written_on={KIND: "introductions:letters"},
    )
