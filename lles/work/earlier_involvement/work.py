"""Earlier involvement as the register of work knows it: who arrives or changes is looked for everywhere."""

from pathlib import Path

from django.db import OperationalError

from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import open_task
from lles.casefile.passage import attempt
from lles.casefile.register import Event, Occasion, Remarking, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.work.earlier_involvement import rules
from lles.work.earlier_involvement.changes.filter_orders import ask_for_leave
from lles.work.earlier_involvement.changes.look import (
    ARRIVED,
    CHANGED,
    LOOK,
    look_for_earlier_involvement,
    place_tasks,
)
from lles.work.earlier_involvement.queries.candidates import TASK, still_waiting
from lles.work.earlier_involvement.queries.leave import LEAVE, questions_waiting
from lles.work.earlier_involvement.queries.remarks import IS_NEEDED, remarks_column, remarks_from
from lles.work.earlier_involvement.queries.telling import known_before

PAGE = "earlier_involvement:known"


def application_received(occasion: Occasion) -> None:
    """The case opens all the same; whoever may have been known before waits for a person."""
    _look(occasion, ARRIVED)


def details_changed(occasion: Occasion) -> None:
    """Somebody is new to the case, or is known by something new."""
    _look(occasion, CHANGED)


def access_changed(occasion: Occasion) -> None:
    """A task tells nobody of a case that is not there for them."""
    place_tasks(occasion.case, occasion.at)


def reopened(occasion: Occasion) -> None:
    """The case is open again: who was not looked for is looked for now, and what waits for a person waits
    again."""
    _look(occasion, CHANGED)
    case, by, at = occasion.case, the_service(), occasion.at
    if still_waiting(case):
        open_task(case=case, by=by, at=at, kind=TASK)
    for one in questions_waiting(case):
        open_task(case=case, by=by, at=at, kind=LEAVE, party=one.party, subject=str(one.pk))


def _look(occasion: Occasion, why: str) -> None:
    """A register that does not answer in time keeps no case from opening: a person looks later."""
    case, by, at = occasion.case, the_service(), occasion.at
    try:
        with attempt():
            look_for_earlier_involvement(case=case, by=by, at=at, why=why)
            ask_for_leave(case=case, by=by, at=at)
    except OperationalError:
        open_task(case=case, by=by, at=at, kind=LOOK)


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="earlier_involvement",
        title=word("work.earlier_involvement"),
        duties=("CA04-S35-1-A", "CJCSA00-S12-1-A"),
        provisions=rules.PROVISIONS,
        explained=rules.EXPLAINED,
        tasks=(_kind(TASK, PAGE), _kind(LOOK, PAGE), _kind(LEAVE, "earlier_involvement:leave")),
        on={
            Event.APPLICATION_RECEIVED: application_received,
            Event.DETAILS_CHANGED: details_changed,
            Event.ACCESS_CHANGED: access_changed,
            Event.REOPENED: reopened,
        },
        case_page=(PAGE, word("page.known_before")),
        is_of_every_case=True,
        known_before=known_before,
        remarks=Remarking(IS_NEEDED, remarks_column, remarks_from),
    )


def _kind(name: str, page: str) -> TaskKind:
    return TaskKind(name, word(f"task.{name}"), word(f"act.{name}"), page=page)
