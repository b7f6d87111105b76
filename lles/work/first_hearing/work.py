"""What happens at court as the register knows it: orders and their directions open work."""

from pathlib import Path

from lles.casefile.register import DraftKind, Event, Occasion, Remarking, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.work.first_hearing.changes.directions import (
    direction_given,
    direction_lifted,
    direction_taken_up,
    reopened,
)
from lles.work.first_hearing.changes.looking import said_otherwise
from lles.work.first_hearing.changes.reading import order_came, order_keyed, order_made
from lles.work.first_hearing.changes.taken_back import order_taken_back
from lles.work.first_hearing.changes.welsh import language_chosen
from lles.work.first_hearing.queries.agreement import said_by_children
from lles.work.first_hearing.queries.arrangements import IS_NEEDED, remarks_column, remarks_from
from lles.work.first_hearing.queries.hearings import LOOK, ends_involvement, recorded_in, titles_of_hearings
from lles.work.first_hearing.queries.orders import DIRECTION, KEY, READ, direction_due, titles_of_directions
from lles.work.first_hearing.queries.taken_back import TELL, documents_under, kept_back_from
from lles.work.first_hearing.queries.welsh import WELSH, told_by
from lles.work.first_hearing.rules.hearings import EXPLAINED
from lles.work.first_hearing.rules.provisions import court_law

DRAFTS = {
    "order": "record_order",
    "read-order": "read_order",
    "hearing": "record_hearing",
    "hearing-correction": "correct",
}


def reopened_case(occasion: Occasion) -> None:
    """The case is open again: so is what its closing ended."""
    reopened(occasion)
    language_chosen(occasion)


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="first_hearing",
        title=word("work.first_hearing"),
        provisions=court_law(),
        explained=EXPLAINED,
        tasks=(
            TaskKind(
                DIRECTION, word(f"task.{DIRECTION}"), word(f"act.{DIRECTION}"),
                page="first_hearing:direction", due_of_one=direction_due, titles=titles_of_directions,
            ),
            TaskKind(
                READ, word(f"task.{READ}"), word(f"act.{READ}"), page="first_hearing:read_order",
                arrives=True,
            ),
            TaskKind(
                KEY, word(f"task.{KEY}"), word(f"act.{KEY}"), page="first_hearing:record_order",
                arrives=True,
            ),
            TaskKind(
                LOOK, word(f"task.{LOOK}"), word(f"act.{LOOK}"), page="first_hearing:look", arrives=True,
                titles=titles_of_hearings,
            ),
            TaskKind(
                WELSH, word(f"task.{WELSH}"), word(f"act.{WELSH}"), page="casefile:language",
                due_of_one=told_by,
            ),
            TaskKind(TELL, word(f"task.{TELL}"), word(f"act.{TELL}"), page="first_hearing:tell_of_order"),
        ),
        on={
            Event.ORDER_MADE: order_made,
            Event.ORDER_CAME: order_came,
            Event.ORDER_KEYED: order_keyed,
            Event.DIRECTION_GIVEN: direction_given,
            Event.DIRECTION_LIFTED: direction_lifted,
            Event.DIRECTION_TAKEN_UP: direction_taken_up,
            Event.ORDER_TAKEN_BACK: order_taken_back,
            Event.HEARING_SAID_OTHERWISE: said_otherwise,
            Event.APPLICATION_RECEIVED: language_chosen,
            Event.DETAILS_CHANGED: language_chosen,
            Event.REOPENED: reopened_case,
        },
        remarks=Remarking(IS_NEEDED, remarks_column, remarks_from),
        case_page=("first_hearing:orders", word("page.orders")),
        is_of_every_case=True,
        documents_under=documents_under,
        kept_from=kept_back_from,
        children_said=said_by_children,
        hearings_recorded=recorded_in,
        ends_involvement=ends_involvement,
        drafts=(
            *(
                DraftKind(name, word(f"draft.{name}"), f"first_hearing:{page}", names_readers=False)
                for name, page in DRAFTS.items()
            ),
            DraftKind("agreement", word("draft.agreement"), "first_hearing:agree"),
        ),
    )  # fmt: skip
