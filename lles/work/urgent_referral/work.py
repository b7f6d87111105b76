"""Danger now as the register knows it: an act on every page of a case, and what is open until it is done."""

from pathlib import Path

from lles.casefile.access import Verb
from lles.casefile.changes.due_days import the_service
from lles.casefile.changes.tasks import open_task
from lles.casefile.queries.of_case import ended_by_the_closing
from lles.casefile.register import Act, DraftKind, Event, Occasion, Remarking, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.law.bilingual import Text
from lles.work.urgent_referral import rules
from lles.work.urgent_referral.changes.before_case import danger_before_case
from lles.work.urgent_referral.queries.facts import (
    ASK,
    CHASE,
    NOTE,
    RECORD,
    TELL,
    WRITE,
    asked_again_by_of,
    asked_by,
    told_by_at_receipt,
    told_by_of,
    written_by_of,
)
from lles.work.urgent_referral.queries.pages import told_to
from lles.work.urgent_referral.queries.remarks import IS_NEEDED, remarks_column, remarks_from
from lles.work.urgent_referral.queries.states import referral_states

PAGE, QUESTION = "urgent_referral:referral", "urgent_referral:receipt"


def application_received(occasion: Occasion) -> None:
    """Whoever reads an application that came, by the feed or by hand, the first or a later one, says whether
    anybody is in danger."""
    open_task(case=occasion.case, by=the_service(), at=occasion.at, kind=ASK)


def reopened(occasion: Occasion) -> None:
    """The case was closed by mistake before anybody had answered: the question waits again."""
    if occasion.about["by_mistake"] and ASK in ended_by_the_closing(
        occasion.case, occasion.about["closed_at"]
    ):
        application_received(occasion)


def work() -> Work:
    """The entry of this piece of work in the register."""
    learn(Path(__file__).with_name("words.toml"))
    return Work(
        name="urgent_referral",
        title=word("work.urgent_referral"),
        duties=("CA04-S35-1-A", "CJCSA00-S12-1-A"),
        provisions=rules.PROVISIONS,
        explained=rules.EXPLAINED,
        tasks=(
            TaskKind(ASK, *_words(ASK), page=QUESTION, due=asked_by, role="intake_administrator"),
            TaskKind(RECORD, *_words(RECORD), page=QUESTION, due=told_by_at_receipt, comes_first=True),
            TaskKind(TELL, *_words(TELL), page=PAGE, due_of_one=told_by_of, comes_first=True),
            TaskKind(NOTE, *_words(NOTE), page=PAGE, needs=Verb.APPROVE, comes_first=True),
            TaskKind(WRITE, *_words(WRITE), page=PAGE, due_of_one=written_by_of, comes_first=True),
            TaskKind(CHASE, *_words(CHASE), page=PAGE, due_of_one=asked_again_by_of, comes_first=True),
        ),
        on={
            Event.APPLICATION_RECEIVED: application_received,
            Event.LATER_APPLICATION: application_received,
            Event.REOPENED: reopened,
            Event.DANGER_BEFORE_CASE: danger_before_case,
        },
        case_page=("urgent_referral:referrals", word("work.urgent_referral")),
        remarks=Remarking(IS_NEEDED, remarks_column, remarks_from),
        acts=(Act(word("act.danger_now"), "urgent_referral:danger"),),
        states=referral_states(),
        tells=told_to,
        drafts=(
            DraftKind(
                "danger", word("draft.danger"), "urgent_referral:danger", where=lambda _subject: ("case",)
            ),
            DraftKind("referral", word("draft.referral"), "urgent_referral:write"),
            DraftKind("referral-reply", word("draft.referral-reply"), "urgent_referral:reply"),
        ),
    )


def _words(name: str) -> tuple[Text, Text]:
    return word(f"task.{name}"), word(f"act.{name}")
