"""What an application says on paper alone: harm, urgency, other proceedings, language, special measures."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from lles.casefile.access import Verb
from lles.casefile.changes.abuse import raise_abuse
from lles.casefile.changes.door import Done, change
from lles.casefile.inserting import insert
from lles.casefile.models import ApplicationFact, Case, Officer
from lles.casefile.register import Event
from lles.casefile.timeline import Said, Word, says

ABUSE = frozenset({"domestic_abuse", "coercive_control"})


@dataclass(frozen=True)
class FactSaid:
    """One fact as somebody read it: the answer, of what kind, by whom, where it stands, and of which day."""

    fact: str
    answer: str
    source: str
    kinds: tuple[str, ...] = ()
    by_whom: tuple[str, ...] = ()
    words: str = ""
    without_notice: bool | None = None
    needed_by: date | None = None
    raised_on: date | None = None


@change(needs=Verb.WORK)
def record_application_fact(
    *, case: Case, by: Officer, at: datetime, said: FactSaid, seen: int | None = None
) -> Done[None]:
    """Records what an application, or a later word, says of one fact; what was recorded before stays."""
    keep_facts(case, [said], by, at)
    entry = says("application_fact", facts=(line_of(said),))
    return Done(None, entry, ((Event.DETAILS_CHANGED, {"fact": said.fact}),))


def keep_facts(case: Case, facts: Iterable[FactSaid], by: Officer, at: datetime) -> None:
    """Writes the rows, and flags that abuse was raised (DA-ALLSTAGES); whoever makes the change says the
    facts on the timeline."""
    rows = insert(
        ApplicationFact(
            case=case, fact=one.fact, answer=one.answer, source=one.source, kinds=list(one.kinds),
            by_whom=list(one.by_whom), words=one.words, without_notice=one.without_notice,
            needed_by=one.needed_by, raised_on=one.raised_on, by=by, at=at,
        )
        for one in facts
    )  # fmt: skip
    for row in rows:
        if row.fact == ApplicationFact.HARM and row.answer == ApplicationFact.YES and ABUSE & set(row.kinds):
            raised_on = row.raised_on or timezone.localdate(at)
            raise_abuse(
                case=case, by=by, at=at, source="application", raised_on=raised_on, subject=f"fact:{row.pk}"
            )


def line_of(said: FactSaid) -> Said:
    """One line for the timeline: the fact, its answer, where it stands and of which day; no words of
    anybody."""
    return says(
        "application_fact_line" if said.raised_on is None else "application_fact_line_dated",
        fact=Word(f"application_fact.{said.fact}"),
        answer=Word(f"fact_answer.{said.answer}"),
        source=Word(f"fact_source.{said.source}"),
        **({} if said.raised_on is None else {"day": said.raised_on}),
    )
