"""What the enforcement order asks, what happens under it, compensation, and how it ends."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Reasons, Stale, change
from lles.casefile.models import Case, Officer, Party
from lles.casefile.timeline import Word, says
from lles.law.findings import Finding, Weight
from lles.law.order_clock import OrderFacts
from lles.work.enforcement import rules
from lles.work.enforcement.changes.application import name_of, still_runs
from lles.work.enforcement.changes.tasks import follow
from lles.work.enforcement.models import Compensation, Ended, Enforcement, Happened, UnpaidWork
from lles.work.enforcement.queries import against
from lles.work.enforcement.queries.compensation import against_compensation


@dataclass(frozen=True)
class Terms:
    """What the enforcement order asks, who is responsible for it at probation, and the leave to tell them;
    `as_sealed` where the sealed order gives all that."""

    hours: int
    as_sealed: bool
    added_to: Sequence[int] = ()
    ends_on: date | None = None
    notice_on: date | None = None
    asks: str = ""
    officer: str = ""
    officer_office: str = ""
    leave_on: date | None = None
    language: str = "en"


@dataclass(frozen=True)
class Loss:
    """What somebody lost, whether they applied for compensation, and what was ordered, in pence."""

    party: Party
    has_applied: bool
    loss: int
    ordered: int | None = None
    ordered_on: date | None = None


def _terms_findings(*, enforcement: Enforcement, terms: Terms, **_: object) -> tuple[Finding, ...]:
    """What stands against the order as it is entered; what a sealed order says is kept, with a reason."""
    made_on = enforcement.order.made_on if enforcement.order else None
    found = list(rules.unpaid_work_keeps_to_its_hours(terms.hours, made_on, tuple(terms.added_to)))
    if made_on is not None:
        facts = OrderFacts(made_on, end_on=terms.ends_on, is_imported=terms.as_sealed)
        found += [one for one in rules.enforcement_clock(facts).findings if one.weight is not Weight.NOTES]
    notice = rules.enforcement_order_carries_its_own_notice(terms.notice_on is not None)
    found += [notice] if notice else []
    found += against.against_terms(enforcement, terms.hours, terms.notice_on)
    return tuple(replace(one, weight=Weight.WARNS) if one.bars and terms.as_sealed else one for one in found)


@change(needs=Verb.WORK, weighs=_terms_findings)
def record_terms(
    *, case: Case, by: Officer, at: datetime, enforcement: Enforcement, terms: Terms,
    reasons: Reasons | None = None, seen: int | None = None,
) -> Done[UnpaidWork]:  # fmt: skip
    """Records what the enforcement order asks, or puts it right (ENF-HOURS, ENF-WARN2); what the court wrote
    is kept, what is entered here is held to the Schedule."""
    still_runs(enforcement)
    enforcement.case = case
    if enforcement.order is None:
        raise Stale(f"enforcement {enforcement.pk} has no order")
    said = {one.name: getattr(terms, one.name) for one in fields(Terms)}
    said["added_to"] = list(terms.added_to)
    work, _is_new = UnpaidWork.objects.update_or_create(
        enforcement=enforcement, defaults={**said, "by": by, "at": at}
    )
    enforcement.work = work
    follow(enforcement, by, at)
    return Done(work, says("enforcement_terms", person=name_of(enforcement), hours=terms.hours))


def _happened_findings(
    *, enforcement: Enforcement, kind: str, on: date, hours: int | None = None, **_: object
) -> tuple[Finding, ...]:
    """Nothing is told to probation without the leave of the court; nothing comes before its order."""
    if kind != Happened.TOLD:
        return against.against_happened(enforcement, kind, on, hours)
    work = getattr(enforcement, "work", None)
    found = rules.probation_is_told_what_the_court_gives_leave_for(work.leave_on if work else None, on)
    return (found,) if found else ()


@change(needs=Verb.WORK, weighs=_happened_findings)
def record_happened(
    *, case: Case, by: Officer, at: datetime, enforcement: Enforcement, kind: str, on: date,
    words: str, language: str, hours: int | None = None, reasons: Reasons | None = None,
    seen: int | None = None,
) -> Done[Happened]:  # fmt: skip
    """Records what happened on a day; what the responsible officer reports is to be told to the court
    (ENF-PROBATION, ENF-REPORT), and nothing goes to probation without leave (ENF-DISCLOSE-PROB)."""
    still_runs(enforcement)
    enforcement.case = case
    row = Happened.objects.create(
        enforcement=enforcement, order=enforcement.order, kind=kind, on=on, hours=hours, words=words,
        language=language, by=by, at=at,
    )  # fmt: skip
    follow(enforcement, by, at)
    what = Word(f"enforcement_happened.{kind}")
    return Done(row, says("enforcement_happened", person=name_of(enforcement), what=what, on=on))


def _loss_findings(*, enforcement: Enforcement, loss: Loss, **_: object) -> tuple[Finding, ...]:
    """Compensation that nobody asked for, above the loss, for the wrong person, of a day that cannot be, or
    for a breach that bars it."""
    ordered_on = loss.ordered_on if loss.ordered is not None else None
    found = against_compensation(enforcement, loss.party, ordered_on)
    if loss.ordered is None:
        return found
    asked = rules.compensation_is_asked_for_and_not_above_the_loss(loss.loss, loss.ordered, loss.has_applied)
    return (*asked, *found)


@change(needs=Verb.WORK, weighs=_loss_findings)
def record_compensation(
    *, case: Case, by: Officer, at: datetime, enforcement: Enforcement, loss: Loss, words: str,
    language: str, reasons: Reasons | None = None, seen: int | None = None,
) -> Done[Compensation]:  # fmt: skip
    """Records compensation as it stands for somebody who lost; a later record stands (COMP-LOSS)."""
    still_runs(enforcement)
    said = {one.name: getattr(loss, one.name) for one in fields(Loss)}
    row = Compensation.objects.create(
        enforcement=enforcement, **said, words=words, language=language, by=by, at=at
    )
    return Done(row, says("enforcement_compensation", person=loss.party.name))


def _ended_findings(*, enforcement: Enforcement, outcome: str, on: date, **_: object) -> tuple[Finding, ...]:
    return against.against_end(enforcement, outcome, on)


@change(needs=Verb.WORK, weighs=_ended_findings)
def record_ended(
    *, case: Case, by: Officer, at: datetime, enforcement: Enforcement, outcome: str, on: date, words: str,
    language: str, reasons: Reasons | None = None, seen: int | None = None,
) -> Done[Ended]:  # fmt: skip
    """Records how the enforcement ended: the work done, or another way that the court took."""
    still_runs(enforcement)
    enforcement.case = case
    row = Ended.objects.create(
        enforcement=enforcement, outcome=outcome, on=on, words=words, language=language, by=by, at=at
    )
    follow(enforcement, by, at)
    what = Word(f"enforcement_outcome.{outcome}")
    return Done(row, says("enforcement_ended", person=name_of(enforcement), on=on, what=what))
