"""Safeguarding as the register knows it: an application on the older pathway opens checks, calls and the
letter."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lles.casefile.access import Verb
from lles.casefile.changes.checks import open_checks
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import end_tasks, open_task
from lles.casefile.queries.checks import waits_to_be_asked_anew
from lles.casefile.queries.of_case import ended_by_the_closing
from lles.casefile.register import DirectionKind, DraftKind, Event, Occasion, Remarking, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.law.due import DueDay
from lles.law.pathway import Pathway
from lles.work.safeguarding import rules
from lles.work.safeguarding.changes.following import CALL, CHECKS, NOT_READY, SHORT_NOTICE, UPDATE, follow
from lles.work.safeguarding.changes.letter import begin_anew
from lles.work.safeguarding.changes.screening import OPENED, begin, open_safeguarding
from lles.work.safeguarding.changes.waiting import SENT_BACK, SIGN
from lles.work.safeguarding.queries.due import letter_due_day
from lles.work.safeguarding.queries.filing import KIND
from lles.work.safeguarding.queries.further import is_kept_from
from lles.work.safeguarding.queries.remarks import IS_NEEDED, remarks_column, remarks_from
from lles.work.safeguarding.queries.screening import (
    LETTER,
    SCREEN,
    is_called_for,
    opened_on,
    screening_due_day,
    screenings_of,
    why_screened_first,
)
from lles.work.safeguarding.queries.short_notice import (
    kinds_the_court_has,
    note_due_day,
    outstanding_due_day,
    short_notice_due_day,
    update_due_day,
    what_no_longer_stands,
)
from lles.work.safeguarding.queries.sign_off import sign_by
from lles.work.safeguarding.rules.further_facts import FurtherKind

if TYPE_CHECKING:
    from lles.casefile.models import Case

DIRECTED = "safeguarding_letter"
OF_A_DOCUMENT = (SIGN, SENT_BACK)
WRITTEN_ON = {
    KIND: "safeguarding:letter",
    FurtherKind.SHORT_NOTICE: "safeguarding:short_notice",
    FurtherKind.NOTE: "safeguarding:note",
    FurtherKind.UPDATE: "safeguarding:update",
}
DRAFTS = {
    "letter": "safeguarding:letter",
    **{kind: page for kind, page in WRITTEN_ON.items() if kind != KIND},
    "sign_off": "safeguarding:sign_off",
}
FACTS = (
    Event.HEARING_LISTED,
    Event.HEARING_MOVED,
    Event.HEARING_HELD,
    Event.CHECK_ANSWERED,
    Event.CONVERSATION_RECORDED,
    Event.TELLS_MORE,
)


def application_received(occasion: Occasion) -> None:
    """On the older pathway the checks open and the letter becomes due, at once or after a screening."""
    if occasion.case.pathway == Pathway.CAP:
        begin(occasion.case, occasion.at)


def reopened(occasion: Occasion) -> None:
    """The case was closed by mistake: what the closing ended is open again, of the letter that the court does
    not have or of the screening that nobody has done, and what follows from the record. A court that asks for
    more asks for no letter; what is asked anew is asked all the same."""
    case, closed_at = occasion.case, occasion.about["closed_at"]
    if case.pathway == Pathway.CAP and waits_to_be_asked_anew(case):
        open_task(case=case, by=the_service(), at=occasion.at, kind=CHECKS)
    if case.pathway != Pathway.CAP or not occasion.about["by_mistake"]:
        return
    ended = ended_by_the_closing(case, closed_at)
    if KIND not in kinds_the_court_has(case):
        if is_called_for(case):
            for kind in (one for one in OPENED if {one, SCREEN} & ended):
                open_task(case=case, by=the_service(), at=occasion.at, kind=kind)
        elif SCREEN in ended and not screenings_of(case):
            begin(case, occasion.at)
    follow(case, occasion.at)


def facts_changed(occasion: Occasion) -> None:
    """What happened may bring a letter at short notice, a note, or an update."""
    if occasion.case.pathway == Pathway.CAP:
        follow(occasion.case, occasion.at)


def details_changed(occasion: Occasion) -> None:
    """Whoever is new to the case, and whatever home has become known, is asked about; an application that
    was to be screened may have become one that brings checks."""
    case = occasion.case
    if case.pathway != Pathway.CAP:
        return
    opened = opened_on(case)
    if opened.waits_for_screening and why_screened_first(case) is None:
        open_safeguarding(case, occasion.at)
    elif opened.has_checks and not opened.waits_for_screening:
        open_checks(case=case, by=the_service(), at=occasion.at)
        if occasion.about.get("asked_again"):
            open_task(case=case, by=the_service(), at=occasion.at, kind=CHECKS)
    facts_changed(occasion)


def letter_is_to_come(case: "Case") -> bool:
    """Whether a letter that the court directs is the one that is written here, and not filed yet."""
    return case.pathway == Pathway.CAP and not case.documents.filter(kind=KIND).exists()


def direction_given(occasion: Occasion) -> None:
    """A court that directs a letter opens its task, unless the letter is filed already, and what leads to
    it where that waited for a screening."""
    case = occasion.case
    if occasion.about["kind"] != DIRECTED or not letter_is_to_come(case):
        return
    if opened_on(case).waits_for_screening:
        open_safeguarding(case, occasion.at)
    else:
        open_task(case=case, by=the_service(), at=occasion.at, kind=LETTER)


def document_filed(occasion: Occasion) -> None:
    """The court has the letter: what led to it is done, but for what is still outstanding."""
    if occasion.about["kind"] == KIND:
        for kind in (LETTER, SCREEN):
            end_tasks(case=occasion.case, by=the_service(), at=occasion.at, kind=kind, outcome="filed")
    facts_changed(occasion)


def document_withdrawn(occasion: Occasion) -> None:
    """The court does not get a document: the letter is begun anew, and what another was to tell is open."""
    begin_anew(occasion)
    facts_changed(occasion)


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="safeguarding",
        title=word("work.safeguarding"),
        duties=rules.DUTIES,
        provisions=rules.PROVISIONS,
        explained=rules.EXPLAINED,
        tasks=(
            _kind(SCREEN, "safeguarding:screening", screening_due_day),
            _kind(LETTER, "safeguarding:letter"),
            _kind(CHECKS, "casefile:checks", outstanding_due_day, role="checks_clerk"),
            _kind(CALL, "casefile:conversations", outstanding_due_day),
            _kind(SHORT_NOTICE, "safeguarding:short_notice", short_notice_due_day),
            _kind(NOT_READY, "safeguarding:note", note_due_day),
            _kind(UPDATE, "safeguarding:update", update_due_day),
            _kind(SIGN, "safeguarding:sign_off", needs=Verb.APPROVE),
            _kind(SENT_BACK, "safeguarding:sign_off"),
        ),
        directions=(DirectionKind(DIRECTED, word("task.safeguarding.letter"), letter_is_to_come),),
        on={
            Event.APPLICATION_RECEIVED: application_received,
            Event.DETAILS_CHANGED: details_changed,
            Event.DIRECTION_GIVEN: direction_given,
            **dict.fromkeys(FACTS, facts_changed),
            Event.DOCUMENT_FILED: document_filed,
            Event.DOCUMENT_WITHDRAWN: document_withdrawn,
            Event.REOPENED: reopened,
        },
        remarks=Remarking(IS_NEEDED, remarks_column, remarks_from),
        rests_on_checks=("safeguarding_letter",),
        case_page=("safeguarding:letter", word("task.safeguarding.letter")),
        kept_from=is_kept_from,
        tells=what_no_longer_stands,
        written_on=WRITTEN_ON,
        drafts=tuple(_draft(name, page) for name, page in DRAFTS.items()),
    )


def _draft(name: str, page: str) -> DraftKind:
    needs = Verb.APPROVE if name == "sign_off" else Verb.WORK
    return DraftKind(name, word(f"draft.{name}"), page, needs)


def _kind(
    name: str,
    page: str,
    due: "Callable[[Case], DueDay] | None" = letter_due_day,
    needs: Verb = Verb.WORK,
    role: str = "",
) -> TaskKind:
    title, act = word(f"task.{name}"), word(f"act.{name}")
    if name in OF_A_DOCUMENT:
        return TaskKind(name, title, act, page=page, needs=needs, due_of_one=sign_by)
    return TaskKind(name, title, act, page=page, due=due, needs=needs, role=role)
