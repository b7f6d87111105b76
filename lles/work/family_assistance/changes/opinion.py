"""The opinion of the officer before a family assistance order."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, change
from lles.casefile.gate import holds_protected
from lles.casefile.models import Case, Document, Hearing, Officer, ReceivedPaper
from lles.casefile.queries.readers import nation_of_officers
from lles.casefile.rules.whereabouts import what_all_read_names_no_protected_place
from lles.casefile.timeline import Word, says
from lles.law.findings import Finding
from lles.work.family_assistance import rules
from lles.work.family_assistance.changes.nothing import still_stands
from lles.work.family_assistance.models import Assistance, Opinion
from lles.work.family_assistance.queries.facts import supplier_of
from lles.work.family_assistance.rules import Opinion as Given
from lles.work.family_assistance.rules import Supplier


@dataclass(frozen=True)
class Advice:
    """The opinion as it was given: when, how, by which kind of officer, and what it says."""

    given_on: date
    mode: str
    given_by: str
    proposed_by: str
    covers: Collection[str] = ()
    document: Document | None = None
    paper: ReceivedPaper | None = None
    author: str = ""
    hearing: Hearing | None = None
    is_best: bool | None = None
    best_interests: str = ""
    operation: str = ""
    months: int | None = None
    better_than_none: str = ""
    suitable: Mapping[str, str] = field(default_factory=dict)
    language: str = "en"

    @property
    def words(self) -> str:
        """Everything that somebody typed in it."""
        typed = (
            self.author,
            self.best_interests,
            self.operation,
            self.better_than_none,
            *self.suitable.values(),
        )
        return "\n".join(typed)

    @property
    def answers(self) -> frozenset[str]:
        """The questions of the practice direction that it answers, said or written."""
        written = {
            "best_interests": self.is_best is not None and bool(self.best_interests),
            "operation": bool(self.operation),
            "period": self.months is not None,
        }
        return frozenset(self.covers) | {name for name, is_written in written.items() if is_written}


def _findings(*, case: Case, assistance: Assistance, advice: Advice, **_: object) -> tuple[Finding, ...]:
    """What a new opinion lacks: FAO-SUITABLE, FAO-OPINION-WHO, and the questions of FAO-OPINION."""
    day = assistance.order.made_on if assistance.order and assistance.order.made_on else advice.given_on
    opinion = Given(advice.given_on, Supplier(advice.given_by), advice.answers)
    who = rules.opinion_comes_from_the_kind_of_officer_made_available(opinion, supplier_of(assistance), day)
    closed = what_all_read_names_no_protected_place(holds_protected(case, advice.words))
    found = [one for one, words in advice.suitable.items() if words]
    suits = rules.opinion_answers_what_makes_an_order_suitable(found, nation_of_officers(case), day)
    return (
        *rules.court_has_the_opinion_of_the_officer(opinion, day),
        *((who,) if who else ()),
        *((closed,) if closed else ()),
        *(suits if advice.mode == Opinion.WRITTEN else ()),
    )


@change(needs=Verb.WORK, weighs=_findings)
def give_opinion(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    assistance: Assistance,
    advice: Advice,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Opinion]:
    """Records the opinion: whether the order is in the best interests of the child, how it would operate, for
    what period; or takes over the one that a report or the officer in court gave (FAO-OPINION)."""
    still_stands(assistance)
    opinion = Opinion.objects.create(
        assistance=assistance, given_on=advice.given_on, mode=advice.mode, document=advice.document,
        paper=advice.paper, author=advice.author, hearing=advice.hearing, given_by=advice.given_by,
        proposed_by=advice.proposed_by,
        covers=sorted(advice.answers), is_best=advice.is_best, best_interests=advice.best_interests,
        operation=advice.operation, months=advice.months, better_than_none=advice.better_than_none,
        suitable=dict(advice.suitable), language=advice.language, by=by, at=at,
    )  # fmt: skip
    entry = says(
        "family_opinion", mode=Word(f"family_opinion_mode.{advice.mode}"), on=advice.given_on,
        proposed_by=Word(f"family_proposed_by.{advice.proposed_by}"),
    )  # fmt: skip
    return Done(opinion, entry)
