"""The plan of a family assistance order: its versions, who was told, and what was done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.changes.tasks import open_tasks_of
from lles.casefile.gate import holds_protected
from lles.casefile.models import Case, Officer, Party
from lles.casefile.register import task_kinds_that_come_first
from lles.casefile.rules.whereabouts import what_all_read_names_no_protected_place
from lles.casefile.timeline import LONDON, Said, Word, says
from lles.law.findings import Finding
from lles.work.family_assistance import rules
from lles.work.family_assistance.changes.tasks import follow
from lles.work.family_assistance.models import Assistance, Plan, Told, Worked
from lles.work.family_assistance.queries.ever import open_issues, open_steps
from lles.work.family_assistance.queries.facts import last_day_of, late_review, untimely_steps
from lles.work.family_assistance.queries.named import people_checked
from lles.work.family_assistance.queries.reported import has_reached_the_court

AFTER_THE_END = (  # begins nothing new
    Worked.OUTCOME, Worked.LEFT, Worked.REPORTED, Worked.RISK, Worked.ASSESSED, Worked.ADDRESS,
)  # fmt: skip
OF_ANY_DAY = (Worked.RISK, Worked.ASSESSED)  # seen before the order was made, too
SOMEBODY_ELSE = "other"


@dataclass(frozen=True)
class Issue:
    """One issue, and how the child benefits when it is met; its number stays."""

    number: int
    issue: str
    benefit: str


@dataclass(frozen=True)
class Step:
    """One thing that is done: what, of which kind, by whom, whence the aim comes, and by which day or how
    often; its number stays. Where somebody else does it, `name` says who."""

    number: int
    action: str
    kind: str
    who: str
    source: str
    name: str = ""
    by_on: date | None = None
    often: str = ""

    @property
    def has_owner(self) -> bool:
        """Whether it says who is responsible for it."""
        return bool(self.name) if self.who == SOMEBODY_ELSE else bool(self.who)


@dataclass(frozen=True)
class Check:
    """In what way and how often the officer checks with a named person or a child."""

    who: str
    way: str
    often: str


@dataclass(frozen=True)
class PlanSays:
    """The six parts of a plan, and when the matter would go back to the court."""

    issues: Sequence[Issue]
    steps: Sequence[Step]
    checking: str = ""
    meetings: str = ""
    ending: str = ""
    review_on: date | None = None
    back_to_court: str = ""
    language: str = "en"
    checks: Sequence[Check] = ()

    @property
    def words(self) -> str:
        """Everything that somebody typed in it."""
        typed = [text for one in self.issues for text in (one.issue, one.benefit)]
        typed += [text for one in self.steps for text in (one.action, one.name, one.often)]
        typed += [text for one in self.checks for text in (one.way, one.often)]
        return "\n".join([*typed, self.checking, self.meetings, self.back_to_court])

    @property
    def parts(self) -> frozenset[str]:
        """The parts that are written, by the names of FAO-PLAN."""
        written = {
            "issues": bool(self.issues) and all(one.issue and one.benefit for one in self.issues),
            "actions": bool(self.steps) and all(one.action for one in self.steps),
            "owners": bool(self.steps) and all(one.has_owner for one in self.steps),
            "checking": bool(self.checking or self.checks),
            "meetings": bool(self.meetings),
            "ending": bool(self.ending),
        }
        return frozenset(name for name, is_written in written.items() if is_written)


def _on(at: datetime) -> date:
    return at.astimezone(LONDON).date()


def _not_over(assistance: Assistance, on: date) -> tuple[Finding, ...]:
    """Nothing new after the last day (FAO-END)."""
    last = last_day_of(assistance)
    found = rules.nothing_new_begins_after_the_last_day(on, last) if last else None
    return (found,) if found else ()


def _plan_findings(
    *, case: Case, at: datetime, assistance: Assistance, says_: PlanSays, complete: bool, **_: object
) -> tuple[Finding, ...]:
    on = _on(at)
    closed = what_all_read_names_no_protected_place(holds_protected(case, says_.words))
    beyond = [one for one in says_.steps if one.source == "elsewhere"]
    return (
        *_not_over(assistance, on),
        *late_review(assistance, says_.review_on),
        *untimely_steps(assistance, {one.number: one.by_on for one in says_.steps if one.by_on}),
        *(rules.plan_has_its_six_parts(says_.parts, on, _unchecked(assistance, says_)) if complete else ()),
        *(rules.nothing_open_is_left_out_unsaid(*_left_out(assistance, says_)) if complete else ()),
        *rules.order_is_not_used_for_what_it_is_not_for(
            [one.kind for one in says_.steps], bool(open_tasks_of(case, task_kinds_that_come_first())), on
        ),
        *((closed,) if closed else ()),
        *(rules.aim_goes_beyond_what_was_ordered(one.action) for one in beyond),
    )


def _unchecked(assistance: Assistance, says_: PlanSays) -> tuple[str, ...]:
    """The named adults and the children of whom it is not said how progress is checked with them."""
    said = {one.who for one in says_.checks}
    return tuple(name or "–" for who, name in people_checked(assistance) if who not in said)


def _left_out(assistance: Assistance, says_: PlanSays) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The steps and the issues that are open and stand in this version no more."""
    steps, issues = ({one.number for one in rows} for rows in (says_.steps, says_.issues))
    return (
        tuple(one for one in open_steps(assistance) if one not in steps),
        tuple(one for one in open_issues(assistance) if one not in issues),
    )


@change(needs=Verb.WORK, weighs=_plan_findings)
def write_plan(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    assistance: Assistance,
    says_: PlanSays,
    complete: bool,
    reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Plan]:
    """Writes a version of the plan: a draft, or complete with its six parts; what the order is not for is
    refused, and an aim beyond what was ordered or agreed is asked for its reason (FAO-PLAN, FAO-SCOPE). What
    is open and left out of a complete version is closed with the reason for that (FAO-END)."""
    plan = Plan.objects.create(
        assistance=assistance, version=assistance.plans.count() + 1, is_complete=complete,
        issues=[
            {"number": one.number, "issue": one.issue, "benefit": one.benefit} for one in says_.issues
        ],
        steps=[_step(one) for one in says_.steps], checking=says_.checking,
        checks=[{"who": one.who, "way": one.way, "often": one.often} for one in says_.checks],
        meetings=says_.meetings,
        ending=says_.ending, review_on=says_.review_on, back_to_court=says_.back_to_court,
        language=says_.language, by=by, at=at,
    )  # fmt: skip
    assistance.case = case
    for kind, numbers in zip((Worked.LEFT, Worked.OUTCOME), _left_out(assistance, says_), strict=True):
        for number in numbers if complete else ():
            record_work(
                case=case, by=by, at=at, assistance=assistance, kind=kind, on=_on(at), number=number,
                words=str((reasons or {})["FAO-END"]), language=says_.language,
            )  # fmt: skip
    follow(assistance, by, at)
    kind = "family_plan_complete" if complete else "family_plan_drafted"
    return Done(plan, says(kind, version=plan.version, issues=len(plan.issues), steps=len(plan.steps)))


def _step(one: Step) -> dict[str, object]:
    return {
        "number": one.number, "action": one.action, "kind": one.kind, "who": one.who, "source": one.source,
        "name": one.name, "by_on": one.by_on.isoformat() if one.by_on else "", "often": one.often,
    }  # fmt: skip


@change(needs=Verb.WORK)
def tell_plan(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    plan: Plan,
    party: Party,
    on: date,
    agrees: bool | None,
    words: str,
    language: str,
    seen: int | None = None,
) -> Done[Told]:
    """Records that a named adult was told of a version of the plan, and what they think of it."""
    told = Told.objects.create(
        plan=plan, party=party, agrees=agrees, words=words, language=language, on=on, by=by, at=at
    )
    plan.assistance.case = case
    follow(plan.assistance, by, at)
    return Done(told, says("family_plan_told", person=party.name, version=plan.version, on=on))


def work_findings(*, assistance: Assistance, kind: str, on: date, **_: object) -> tuple[Finding, ...]:
    """Nothing is done before the order, and nothing new after its last day (FAO-END)."""
    made_on = assistance.order.made_on if assistance.order else None
    early = rules.nothing_is_done_before_the_order(on, made_on) if made_on else None
    if early is not None and kind not in OF_ANY_DAY:
        return (early,)
    return () if kind in AFTER_THE_END else _not_over(assistance, on)


@change(needs=Verb.WORK, weighs=work_findings)
def record_work(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    assistance: Assistance,
    kind: str,
    on: date,
    words: str,
    language: str,
    number: int | None = None,
    version: int | None = None,
    party: Party | None = None,
    asks: str = "",
    seen: int | None = None,
) -> Done[Worked]:
    """Records what was done under the order: progress, a review, a referral back to the court, a risk, a new
    address that was looked at, or what came of an issue at the end. A risk asks for an assessment of
    its day or later (FAO-REVIEW, FAO-REPORT, FAO-ADDRESS, FAO-END). Raises Stale where it was recorded before
    that the court has that version of the report."""
    if version is not None and has_reached_the_court(assistance, version):
        raise Stale(f"assistance {assistance.pk}: version {version} of the report is with the court")
    worked = Worked.objects.create(
        assistance=assistance, kind=kind, number=number, version=version, party=party, asks=asks,
        words=words, language=language, on=on, by=by, at=at,
    )  # fmt: skip
    assistance.case = case
    follow(assistance, by, at)
    return Done(worked, _work_line(worked))


def _work_line(worked: Worked) -> Said:
    kind = Word(f"family_work.{worked.kind}")
    if worked.party is not None:
        return says("family_worked_of_person", kind=kind, person=worked.party.name, on=worked.on)
    if worked.number is None:
        return says("family_worked", kind=kind, on=worked.on)
    part = Word("family_part.issue" if worked.kind == Worked.OUTCOME else "family_part.step")
    return says("family_worked_on_part", kind=kind, part=part, number=worked.number, on=worked.on)
