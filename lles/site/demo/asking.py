"""What officers do on any case, in the few words the story needs: ask, hear back, call, and write down."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from lles.casefile.changes.checks import Found, ask_check, record_check_answer
from lles.casefile.changes.conversations import SafeWay, Words, record_conversation
from lles.casefile.changes.people import record_language
from lles.casefile.rules.topics import topics

if TYPE_CHECKING:
    from lles.casefile.models import Case, Check, Officer, Party

POLICE, AUTHORITY = "police", "local_authority"
BY_NAME_AND_BIRTH = ("name", "date_of_birth")


def parents(case: "Case") -> tuple["Party", "Party"]:
    """The mother and the father of the children of a case."""
    adults = {relation.kind: relation.party for relation in case.relations.select_related("party")}
    return adults["mother"], adults["father"]


def check_of(case: "Case", party: "Party", kind: str, number: int = 1) -> "Check":
    """The check of one adult with one body; of a later number for an earlier home."""
    return case.checks.get(party=party, kind=kind, number=number)


def ask(case: "Case", by: "Officer", at: datetime, check: "Check", body: str) -> None:
    """Asks a body on the day of the moment; asked again, it is chased."""
    check.refresh_from_db()
    ask_check(case=case, by=by, at=at, check=check, body=body, asked_on=at.date())


def answer(case: "Case", by: "Officer", at: datetime, check: "Check", outcome: str, words: str = "") -> None:
    """Records what a body answered on the day of the moment."""
    check.refresh_from_db()
    record_check_answer(
        case=case, by=by, at=at, check=check, identified_by=BY_NAME_AND_BIRTH, received_on=at.date(),
        found=[Found(outcome, as_received=words, passing_on="text")],
    )  # fmt: skip


def no_answer(case: "Case", by: "Officer", at: datetime, party: "Party") -> None:
    """Records that nobody took the call."""
    record_conversation(
        case=case, by=by, at=at + timedelta(minutes=2), party=party, began_at=at, outcome="no_answer"
    )


def spoke(
    case: "Case", by: "Officer", at: datetime, party: "Party", language: str, concerns: Sequence[Words],
    safe_way: SafeWay | None = None,
) -> None:  # fmt: skip
    """Records a conversation that was safe to have, with everything the person was worried about."""
    record_conversation(
        case=case, by=by, at=at + timedelta(minutes=40), party=party, began_at=at, outcome="spoke",
        identity_checked=True, safe_to_talk=True, alone=True, language=language, concerns=concerns,
        asked_about=tuple(topics()), safe_way=safe_way,
    )  # fmt: skip


def chose(case: "Case", by: "Officer", at: datetime, party: "Party", language: str) -> None:
    """Records the language somebody chose when asked."""
    asked_on: date = at.date()
    record_language(case=case, by=by, at=at, party=party, language=language, asked_on=asked_on)
