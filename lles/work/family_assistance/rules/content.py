"""What a family assistance order may direct and what its plan holds (FAO-LA, FAO-CONTACT, FAO-PLAN, ...)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from lles.law.bilingual import Text
from lles.law.due import Due, DueDay
from lles.law.findings import Finding, Weight
from lles.law.order_periods import report_due_by_the_end
from lles.work.family_assistance.rules.provisions import family_assistance_law


@dataclass(frozen=True)
class Authority:
    """A local authority asked to make an officer available: whether it agrees, and where the child lives."""

    name: str | Text
    agrees: bool
    child_lives_there: bool
    child_will_live_there: bool = False


@dataclass(frozen=True)
class InForce:
    """Another order, or one provision of it, with the days from which and to which it is in force."""

    starts_on: date
    ends_on: date | None = None

    def holds(self, on: date) -> bool:
        """True when it is in force on a day."""
        return self.starts_on <= on and (self.ends_on is None or on <= self.ends_on)


def authority_agrees_or_the_child_lives_in_its_area(
    authority: Authority, *, is_sealed: bool = False
) -> Finding | None:
    """Bar an order on an authority that has not agreed and where the child will not live; a sealed order is
    taken as made, with a warning (FAO-LA)."""
    if authority.agrees or authority.child_lives_there or authority.child_will_live_there:
        return None
    provision = family_assistance_law()["FAO-LA"]
    if is_sealed:
        return provision.finding("sealed", weight=Weight.WARNS, name=authority.name)
    return provision.finding("no_basis", name=authority.name)


def help_with_contact_needs_a_contact_provision_in_force(
    contact: Collection[InForce], made_on: date, ends_on: date | None, *, is_sealed: bool = False
) -> Finding | None:
    """Bar help with contact without a provision about contact in force; a sealed order that directs it is
    taken as made, with a warning. Warn where that provision ends first (FAO-CONTACT)."""
    provision = family_assistance_law()["FAO-CONTACT"]
    weight = Weight.WARNS if is_sealed else None
    if not provision.in_force(made_on):
        return provision.finding("not_yet", weight=weight, starts=provision.starts or made_on)
    held = [one for one in contact if one.holds(made_on)]
    if not held:
        return provision.finding("sealed" if is_sealed else "none", weight=weight, made=made_on)
    ends = [one.ends_on for one in held if one.ends_on is not None]
    if ends_on is None or len(ends) < len(held) or max(ends) >= ends_on:
        return None
    return provision.finding("ends", weight=Weight.WARNS, last=max(ends))


def report_concerns_a_section_8_order_in_force(
    section_8: Collection[InForce], made_on: date
) -> Finding | None:
    """Warn where a report is directed and no section 8 order is in force (FAO-REPORT)."""
    provision = family_assistance_law()["FAO-REPORT"]
    if any(one.holds(made_on) for one in section_8):
        return None
    return provision.finding("none", weight=Weight.WARNS, made=made_on)


def directed_report_comes_while_the_order_runs(
    ordered_on: date | None, ends_on: date | None
) -> Finding | None:
    """Warn of a report directed for a day after the order's last day (FAO-REPORT)."""
    if ordered_on is None or ends_on is None or ordered_on <= ends_on:
        return None
    provision = family_assistance_law()["FAO-REPORT"]
    return provision.finding("after_the_end", weight=Weight.WARNS, ordered=ordered_on, last=ends_on)


def directed_report_due(ordered_on: date | None, ordered_time: time | None, ends_on: date | None) -> DueDay:
    """The day of a directed report: the one the court set, else the last day of the order (FAO-REPORT)."""
    return report_due_by_the_end(family_assistance_law()["FAO-REPORT"], ordered_on, ordered_time, ends_on)


def report_of_an_unread_order_is_due_at_the_latest(day: DueDay) -> DueDay:
    """The day of a directed report where nobody has read the order: one that the court did not set is the
    latest one, and says so (FAO-REPORT)."""
    provision = family_assistance_law()["FAO-REPORT"]
    if not isinstance(day, Due) or day.provision != provision.id:
        return day
    return replace(day, says=provision.sentence("unread", due=day.on))


def review_due_by_the_plan(review_on: date) -> Due:
    """The day of the review as the plan sets it (FAO-REVIEW)."""
    provision = family_assistance_law()["FAO-REVIEW"]
    says = provision.sentence("by_the_plan")
    return Due(review_on, None, provision.id, None, None, None, (), says)


def plan_is_reviewed_while_the_order_runs(
    review_on: date | None, made_on: date | None, ends_on: date | None, weight: Weight = Weight.BARS
) -> Finding | None:
    """Bar a day for the review before the order was made, or after its last day; of a plan that is at work,
    warn where the order now ends sooner (FAO-REVIEW, FAO-END)."""
    provision = family_assistance_law()["FAO-REVIEW"]
    if review_on is not None and made_on is not None and review_on < made_on:
        return provision.finding("before_the_order", weight=weight, review=review_on, made=made_on)
    if review_on is None or ends_on is None or review_on <= ends_on:
        return None
    return provision.finding("after_the_end", weight=weight, review=review_on, last=ends_on)


def step_is_done_while_the_order_runs(
    number: int, by_on: date, made_on: date | None, ends_on: date | None, weight: Weight = Weight.BARS
) -> Finding | None:
    """Bar a day for a step before the order was made, or after its last day; of a plan that is at work, warn
    where the order now ends sooner (FAO-PLAN, FAO-END)."""
    law, step = family_assistance_law(), (("step", str(number)),)
    if made_on is not None and by_on < made_on:
        return law["FAO-PLAN"].finding(
            "step_before_the_order", weight=weight, facts=step, number=number, by=by_on, made=made_on
        )
    if ends_on is None or by_on <= ends_on:
        return None
    return law["FAO-END"].finding(
        "step_after_the_end", weight=weight, facts=step, number=number, by=by_on, last=ends_on
    )


def step_of_the_plan(number: int) -> Text:
    """A step as the days of the order name it (FAO-PLAN)."""
    return family_assistance_law()["FAO-PLAN"].sentence("step", number=number)


def day_of_a_step() -> Text:
    """Why the day of a step is that day (FAO-PLAN)."""
    return family_assistance_law()["FAO-PLAN"].sentence("step_day")


def plan_has_its_six_parts(
    written: Collection[str], on: date, unchecked: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """Bar putting a plan to work while one of its parts is empty, or while there are people of whom it does
    not say how progress is checked with them: those are `unchecked`, by name (FAO-PLAN). What holds for
    everybody does not say it of anybody."""
    provision = family_assistance_law()["FAO-PLAN"]
    if not provision.in_force(on):
        return ()
    parts = str(provision.value("parts", on)).split()
    missing = [part for part in parts if part not in written and not (part == "checking" and unchecked)]
    empty = [provision.finding(part, facts=(("part", part),)) for part in missing]
    if unchecked and "checking" in parts:
        empty.append(provision.finding("checking_with", names=", ".join(unchecked)))
    return tuple(empty)


def nothing_open_is_left_out_unsaid(steps: Sequence[int], issues: Sequence[int]) -> tuple[Finding, ...]:
    """Warn of what is open, by its number, and stands in a new version of the plan no more (FAO-END)."""
    provision, left = family_assistance_law()["FAO-END"], (("steps", steps), ("issues", issues))
    return tuple(
        provision.finding(f"{name}_left_out", weight=Weight.WARNS, numbers=", ".join(map(str, numbers)))
        for name, numbers in left
        if numbers
    )


def order_runs_with_a_plan(plan_is_active: bool, on: date) -> Finding | None:
    """Warn of an order that runs without a plan at work; the order runs all the same (FAO-PLAN)."""
    provision = family_assistance_law()["FAO-PLAN"]
    if plan_is_active or not provision.in_force(on):
        return None
    return provision.finding("no_plan", weight=Weight.WARNS)


def aim_goes_beyond_what_was_ordered(action: str) -> Finding:
    """Warn of a step whose aim was neither ordered nor agreed, and ask where it comes from (FAO-PLAN)."""
    said = action.rstrip(" .")  # the sentence has its own full stop
    return family_assistance_law()["FAO-PLAN"].finding("beyond", weight=Weight.WARNS, action=said)


def order_is_not_used_for_what_it_is_not_for(
    actions: Collection[str], risk_is_open: bool, on: date
) -> tuple[Finding, ...]:
    """Bar each kind of action that the order is not for, and warn where a risk is open (FAO-SCOPE)."""
    provision = family_assistance_law()["FAO-SCOPE"]
    if not provision.in_force(on):
        return ()
    banned = str(provision.value("banned_actions", on)).split()
    risk = (provision.finding("risk", weight=Weight.WARNS),) if risk_is_open else ()
    return (*(provision.finding(one, facts=(("action", one),)) for one in banned if one in actions), *risk)


def proposal_that_came_to_nothing_feeds_no_order() -> Text:
    """What is proposed anew begins with its own consents and opinion (FAO-NOEXTEND)."""
    return family_assistance_law()["FAO-NOEXTEND"].sentence("nothing")


def officer_does_not_change_an_order() -> Finding:
    """Bar a change or suspension of an order by the officer, who reports to the court (FAO-NOCHANGE)."""
    return family_assistance_law()["FAO-NOCHANGE"].finding()
