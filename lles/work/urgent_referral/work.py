"""Danger now as the register knows it: an act on every page of a case, and what is open until it is done."""

from pathlib import Path

from lles.casefile.access import Verb
from lles.casefile.register import Act, DraftKind, Remarking, TaskKind, Work
from lles.casefile.timeline import learn, word
from lles.law.bilingual import Text
from lles.work.urgent_referral import rules
from lles.work.urgent_referral.queries.facts import (
    CHASE,
    NOTE,
    TELL,
    WRITE,
    asked_again_by_of,
    told_by_of,
    written_by_of,
)
from lles.work.urgent_referral.queries.pages import told_to
from lles.work.urgent_referral.queries.remarks import IS_NEEDED, remarks_column, remarks_from
from lles.work.urgent_referral.queries.states import referral_states

PAGE = "urgent_referral:referral"


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
            TaskKind(TELL, *_words(TELL), page=PAGE, due_of_one=told_by_of, comes_first=True),
            TaskKind(NOTE, *_words(NOTE), page=PAGE, needs=Verb.APPROVE, comes_first=True),
            TaskKind(WRITE, *_words(WRITE), page=PAGE, due_of_one=written_by_of, comes_first=True),
            TaskKind(CHASE, *_words(CHASE), page=PAGE, due_of_one=asked_again_by_of, comes_first=True),
        ),
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
