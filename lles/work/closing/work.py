"""Closing as the register knows it: asked for when the court ends the service's involvement, asked about
when the last work of a case has ended, undone when the court asks for more or a danger is seen."""

from datetime import datetime
from pathlib import Path

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks
from lles.casefile.register import DraftKind, Event, Occasion, Remarking, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.work.closing.changes import ask_to_close, reopen_case
from lles.work.closing.queries.ended import IS_NEEDED, remarks_column, remarks_from
from lles.work.closing.queries.facts import (
    CHILDS_LETTER,
    LETTER,
    TASK,
    closing_of,
    hearing_lies_ahead,
    order_ends_involvement,
)
from lles.work.closing.rules import closing_law


def order_opens_again(occasion: Occasion) -> None:
    """An order that a piece of work does opens a closed case again."""
    if occasion.about["kind"]:
        court_asks_for_more(occasion)


def order_made(occasion: Occasion) -> None:
    """An order that ends the service's involvement asks for the case to be closed."""
    if order_ends_involvement(occasion.about["order"]):
        ask_to_close(case=occasion.case, by=the_service(), at=occasion.at)


def hearing_held(occasion: Occasion) -> None:
    """So does a hearing of which that was recorded; where that is put right, and no order says so, nobody is
    asked any more."""
    case, by, at = occasion.case, the_service(), occasion.at
    if occasion.about.get("ends_involvement") is True:
        ask_to_close(case=case, by=by, at=at)
    elif not case.orders.filter(ends_involvement=True).exists():
        end_tasks(case=case, by=by, at=at, kind=TASK, outcome="not_needed")


def court_asks_for_more(occasion: Occasion) -> None:
    """What the court directs or is asked for in a closed case opens it again, so that nothing is lost; the
    first thing that it asks for does so for all of them."""
    if occasion.case.closed_at is not None and closing_of(occasion.case) is not None:
        reopen_case(case=occasion.case, by=the_service(), at=occasion.at)


def danger_seen(occasion: Occasion) -> None:
    """So does a danger that is seen in it: nobody would learn of it in a closed case."""
    if closing_of(occasion.case) is not None:
        reopen_case(case=occasion.case, by=the_service(), at=occasion.at, for_danger=True)


def hearing_listed(occasion: Occasion) -> None:
    """So does a hearing that lies ahead."""
    if occasion.case.closed_at and hearing_lies_ahead(occasion.about["hearing"], occasion.at):
        court_asks_for_more(occasion)


def hearing_moved(occasion: Occasion) -> None:
    """So does one that was off the list, or was over, and is listed anew; one that lay ahead as the case was
    closed was weighed then, whichever day it moves to."""
    closed_at, was = occasion.case.closed_at, occasion.about.get("was")
    lay_ahead = isinstance(was, datetime) and closed_at is not None and was > closed_at
    if not lay_ahead:
        hearing_listed(occasion)


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="closing",
        title=word("work.closing"),
        duties=("CJCSA00-S12-1-D", "CA04-S35-1-D"),
        provisions=closing_law(),
        tasks=(TaskKind(TASK, word(f"task.{TASK}"), word(f"act.{TASK}"), page="closing:closing"),),
        on={Event.ORDER_MADE: order_made, Event.HEARING_HELD: hearing_held},
        opens_again={
            Event.ORDER_MADE: order_opens_again,
            Event.DANGER_IN_CLOSED_CASE: danger_seen,
            Event.DIRECTION_GIVEN: court_asks_for_more,
            Event.ORDER_CAME: court_asks_for_more,
            Event.APPLICATION_RECEIVED: court_asks_for_more,
            Event.LATER_APPLICATION: court_asks_for_more,
            Event.HEARING_LISTED: hearing_listed,
            Event.HEARING_MOVED: hearing_moved,
        },
        case_page=("closing:closing", word("work.closing")),
        is_of_every_case=True,
        remarks=Remarking(IS_NEEDED, remarks_column, remarks_from),
        drafts=(DraftKind("closing_letters", word("draft.closing_letters"), "closing:letters"),),
        says_it_ended=(LETTER, CHILDS_LETTER),
        written_on={LETTER: "closing:closing", CHILDS_LETTER: "closing:closing"},
    )
