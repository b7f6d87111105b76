"""What the page of a family assistance order shows: its days, its people, their answers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lles.casefile.models import Child, Direction, Party
from lles.casefile.queries.living_together import days_of_ceasing
from lles.casefile.queries.readers import adults, nation_of_officers
from lles.casefile.queries.work import asked_for
from lles.casefile.rules.order_strip import OrderDay
from lles.casefile.timeline import word
from lles.law.bilingual import Text
from lles.law.findings import Finding
from lles.law.order_clock import ClockDay
from lles.work.family_assistance import rules
from lles.work.family_assistance.models import (
    Assistance,
    CameToNothing,
    Consent,
    CourtAnswer,
    Heard,
    NamedOne,
    Opinion,
    Plan,
    Worked,
    Wrong,
)
from lles.work.family_assistance.queries.counted import (
    answers_of,
    consented,
    heard_of,
    nothing_of,
    worked_of,
    wrong_of,
)
from lles.work.family_assistance.queries.due import END, REPORTED, REVIEW
from lles.work.family_assistance.queries.ever import open_steps
from lles.work.family_assistance.queries.facts import (
    CONTACT,
    clock_of,
    complete_plan,
    is_of_an_authority,
    live_directions,
    opinion_of,
    still_open,
)
from lles.work.family_assistance.queries.findings import findings_of
from lles.work.family_assistance.queries.named import children_about, named_or_proposed
from lles.work.family_assistance.queries.plans import PlanShown, plan_shown
from lles.work.family_assistance.queries.visits import VisitShown, visits_shown

_TASK_OF = {"FAO-REVIEW": REVIEW, "FAO-DURATION-DEFAULT": END, "FAO-DURATION-MAX": END}


@dataclass(frozen=True)
class NamedShown:
    """Somebody whom the order names: their answers, the last one first, and what they said."""

    row: NamedOne
    consents: tuple[Consent, ...]
    heard: tuple[Heard, ...]


@dataclass(frozen=True)
class OtherShown:
    """An adult of the case or a child whom the order does not name, and what they said of it."""

    heard: tuple[Heard, ...]
    party: Party | None = None
    child: Child | None = None

    @property
    def name(self) -> str:
        """Who it is, by name."""
        person = self.party or self.child
        return person.name if person else ""


@dataclass(frozen=True)
class Shown:
    """A family assistance order for its page."""

    assistance: Assistance
    about: Sequence[Child]
    ends_on: date | None
    days: tuple[OrderDay, ...]
    named: tuple[NamedShown, ...]
    others: tuple[OtherShown, ...]
    directions: Sequence[Direction]
    findings: tuple[Finding, ...]
    opinion: Opinion | None
    plan: PlanShown | None
    worked: Sequence[Worked]
    visits: Mapping[int, VisitShown]
    answers: Sequence[CourtAnswer]
    nothing: CameToNothing | None
    wrong: Sequence[Wrong]

    @property
    def is_made(self) -> bool:
        """Whether the court made it."""
        return self.assistance.order is not None

    @property
    def suits(self) -> list[tuple[Text, str]]:
        """What makes an order suitable: each question with the answer of the opinion; none of one that was
        given elsewhere, beyond what was taken over of it."""
        if self.opinion is None:
            return []
        nation = nation_of_officers(self.assistance.case)
        questions = rules.questions_of_suitability(nation, self.opinion.given_on)
        given = self.opinion.suitable
        is_here = self.opinion.mode == "written"
        return [
            (asked, given.get(name, "")) for name, asked in questions.items() if is_here or given.get(name)
        ]

    @property
    def usual(self) -> Text | None:
        """The usual length of an order, to stand beside the period that the opinion advises."""
        return rules.usual_length(self.opinion.given_on) if self.opinion else None

    def is_over_on(self, day: date) -> bool:
        """Whether its last day has passed."""
        return self.ends_on is not None and day > self.ends_on


def shown(assistance: Assistance, today: date) -> Shown:
    """Everything the page of one order shows."""
    clock = clock_of(assistance)
    heard = list(heard_of(assistance).select_related("party", "child", "by"))
    consents = list(consented(assistance).select_related("party", "by").order_by("-on", "-pk"))
    worked = list(worked_of(assistance).select_related("by").order_by("-on", "-pk"))
    wrong = wrong_of(assistance)
    told_wrongly = [one.worked for one in wrong if one.worked]
    named, about = named_or_proposed(assistance), children_about(assistance)
    rows = tuple(
        NamedShown(
            one,
            tuple(c for c in consents if one.party_id and c.party_id == one.party_id),
            tuple(h for h in heard if (h.party_id, h.child_id) == (one.party_id, one.child_id)),
        )
        for one in named
    )
    return Shown(
        assistance,
        about,
        clock.ends_on if clock else None,
        _days(assistance, today),
        rows,
        (*_other_adults(assistance, named, heard), *_other_children(assistance, named, about, heard)),
        live_directions(assistance),
        (*still_open(assistance, today), *findings_of(assistance)),
        opinion_of(assistance),
        plan_shown(assistance),
        worked,
        visits_shown(assistance, [*worked, *told_wrongly]),
        list(answers_of(assistance).select_related("by").order_by("-pk")),
        nothing_of(assistance),
        wrong,
    )


def _other_adults(
    assistance: Assistance, named: Sequence[NamedOne], heard: Sequence[Heard]
) -> Iterator[OtherShown]:
    there = {one.party_id for one in named}
    parties = {one.pk for one in adults(assistance.case)}
    for one in assistance.case.parties.all():
        said = tuple(h for h in heard if h.party_id == one.pk)
        if one.pk not in there and (one.pk in parties or said or _is_near(one)):
            yield OtherShown(said, party=one)


def _is_near(party: Party) -> bool:
    """Whether somebody is no party and stands in the case all the same, as a grandparent does."""
    return party.role == Party.OTHER and not party.is_organisation and party.in_latest_answer


def _other_children(
    assistance: Assistance, named: Sequence[NamedOne], about: Sequence[Child], heard: Sequence[Heard]
) -> Iterator[OtherShown]:
    """The children whom the order is about and does not name, and whoever else of the children was heard."""
    there = {one.child_id for one in named}
    for one in assistance.case.children.order_by("pk"):
        said = tuple(h for h in heard if h.child_id == one.pk)
        if one.pk not in there and (said or one in about):
            yield OtherShown(said, child=one)


def _as_planned(days: Sequence[ClockDay], plan: Plan | None) -> Sequence[ClockDay]:
    """The days of the order, with the review on the day that the plan sets for it (FAO-REVIEW)."""
    if plan is None or plan.review_on is None:
        return days
    due = rules.review_due_by_the_plan(plan.review_on)
    if not any(one.rule == due.provision for one in days):
        return [*days, ClockDay(due.on, word("task.family_assistance.review"), due.provision, due.says)]
    return [replace(one, on=due.on, why=due.says) if one.rule == due.provision else one for one in days]


def _step_days(assistance: Assistance, today: date) -> list[OrderDay]:
    """The days that the plan at work sets for its steps; late where a step is neither done nor closed."""
    plan = complete_plan(assistance)
    days = plan.step_days if plan else {}
    still = open_steps(assistance) if days else ()
    why = rules.day_of_a_step()
    return [
        OrderDay(on, rules.step_of_the_plan(number), why, "FAO-PLAN", on < today and number in still)
        for number, on in days.items()
    ]


def _days(assistance: Assistance, today: date) -> tuple[OrderDay, ...]:
    clock = clock_of(assistance)
    if clock is None:
        return ()
    tasks = assistance.case.tasks.filter(asked_for(today), subject=str(assistance.pk))
    open_kinds = set(tasks.values_list("kind", flat=True))
    days = [
        OrderDay(
            one.on, one.what, one.why, one.rule, one.on < today and _TASK_OF.get(one.rule, "") in open_kinds
        )
        for one in _as_planned(clock.days, complete_plan(assistance))
        if one.rule != "FAO-REVIEW" or not is_of_an_authority(assistance)
    ]
    reports = assistance.case.tasks.filter(kind=REPORTED, ended_at=None)
    for task in reports.filter(subject__startswith=f"{assistance.pk}-").order_by("pk"):
        if task.due and task.due_on:
            why = Text.from_data(task.due["says"])
            late = task.due_on < today
            days.append(OrderDay(task.due_on, word(f"task.{REPORTED}"), why, task.provision, late))
    days += _step_days(assistance, today)
    if any(one.kind == CONTACT for one in live_directions(assistance)):
        made_on = assistance.arrangements_from
        days += days_of_ceasing(assistance.case, made_on, clock.made_on, clock.ends_on, today)
    return tuple(sorted(days, key=lambda one: one.on))
