"""What a court may ask to be monitored, of whom and when (MON-POWER, MON-TIMING, MON-WHO, MON-STEPS)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lles.law.findings import Finding, Weight
from lles.law.jurisdiction import Nation
from lles.work.monitoring.rules.provisions import monitoring_law


class Limb(StrEnum):
    """The limb of section 11H(3) under which somebody is monitored; `OTHER` is none of them."""

    LIVES_AT_DIFFERENT_TIMES = "lives_at_different_times"
    TIME_WITH_ANOTHER = "time_with_another"
    NAMED_FOR_TIME = "named_for_time"
    UNDER_A_CONDITION = "under_a_condition"
    OTHER = "other"


@dataclass(frozen=True)
class Monitored:
    """Somebody whom the court asks to be monitored: the slug and name on the file, the limb, whether the
    court orders steps of them, and whether they are themselves a child, and a parent of the child,
    and whether a condition of section 11(7)(b) that binds them is on the file."""

    person: str
    name: str
    limb: Limb
    takes_steps: bool = False
    is_a_child: bool = False
    is_a_parent: bool = True
    has_a_condition: bool = False


def monitoring_needs_a_provision_that_can_be_monitored(
    provisions: Collection[str], made_on: date
) -> Finding | None:
    """Bar monitoring of an order without a provision about time or about living at different times; the kinds
    of provision are `time_with`, `lives_at_different_times` and `lives_with` (MON-POWER)."""
    provision = monitoring_law()["MON-POWER"]
    if not provision.in_force(made_on):
        return provision.finding("not_in_force", made=made_on, starts=provision.starts or made_on)
    fitting = str(provision.value("provisions", made_on)).split()
    return None if set(provisions) & set(fitting) else provision.finding("no_provision")


def monitoring_is_of_an_order_that_is_known(
    arrangements_on: date | None, is_recorded: bool | None, *, is_sealed: bool
) -> Finding | None:
    """Warn of an entry of our own for which no child arrangements order is known: none of any day, none that
    is recorded of its day, or one of that day of which nobody knows whether it is one (MON-POWER)."""
    if is_sealed or (is_recorded and arrangements_on is not None):
        return None
    if arrangements_on is None:
        return monitoring_law()["MON-POWER"].finding("no_order", weight=Weight.WARNS)
    key = "perhaps" if is_recorded is None else "not_recorded"
    return monitoring_law()["MON-POWER"].finding(key, weight=Weight.WARNS, arrangements=arrangements_on)


def monitoring_is_asked_for_while_the_proceedings_run(
    asked_on: date, arrangements_on: date | None, proceedings_ended_on: date | None
) -> Finding | None:
    """Bar a request before the child arrangements order or after the end of the proceedings (MON-TIMING)."""
    provision = monitoring_law()["MON-TIMING"]
    if proceedings_ended_on is not None and asked_on > proceedings_ended_on:
        return provision.finding("ended", asked=asked_on, ended=proceedings_ended_on)
    if arrangements_on is not None and asked_on < arrangements_on:
        return provision.finding("too_early", asked=asked_on, arrangements=arrangements_on)
    return None


def only_people_bound_by_the_arrangements_are_monitored(
    monitored: tuple[Monitored, ...], made_on: date
) -> tuple[Finding, ...]:
    """Bar a request that names nobody, or anybody outside the limbs in force that day (MON-WHO)."""
    provision = monitoring_law()["MON-WHO"]
    if not monitored:
        return (provision.finding("nobody"),)
    limbs = str(provision.value("limbs", made_on)).split() if provision.in_force(made_on) else []
    others = [one for one in monitored if one.limb not in limbs]
    return tuple(provision.finding("other", facts=(("person", one.person),), name=one.name) for one in others)


def condition_of_whoever_is_monitored_by_it_is_on_file(
    monitored: tuple[Monitored, ...],
) -> tuple[Finding, ...]:
    """Warn of whoever is monitored as somebody under a condition while none is on the file (MON-WHO)."""
    provision = monitoring_law()["MON-WHO"]
    bare = [one for one in monitored if one.limb is Limb.UNDER_A_CONDITION and not one.has_a_condition]
    return tuple(
        provision.finding("no_condition", weight=Weight.WARNS, facts=(("person", one.person),), name=one.name)
        for one in bare
    )


def child_takes_no_steps_unless_a_parent(monitored: tuple[Monitored, ...]) -> tuple[Finding, ...]:
    """Bar steps ordered of a child who is not a parent of the child in question (MON-STEPS)."""
    provision = monitoring_law()["MON-STEPS"]
    children = [one for one in monitored if one.takes_steps and one.is_a_child and not one.is_a_parent]
    return tuple(
        provision.finding("child", facts=(("person", one.person),), name=one.name) for one in children
    )


def monitoring_leaves_activity_conditions_out(is_an_activity_condition: bool) -> Finding | None:
    """Bar the monitoring of an activity condition here (MON-NOTACTIVITY)."""
    return monitoring_law()["MON-NOTACTIVITY"].finding() if is_an_activity_condition else None


def excepted_order_is_not_monitored(is_excepted: bool) -> Finding | None:
    """Bar the monitoring of an excepted order, which goes with adoption (MON-EXCEPTED)."""
    return monitoring_law()["MON-EXCEPTED"].finding() if is_excepted else None


def monitoring_is_meant_for_disputed_cases(
    is_by_consent: bool, case_has_ended: bool, nation: Nation
) -> Finding | None:
    """Warn, in England, of monitoring an order by consent in a case that has ended (MON-CASES)."""
    provision = monitoring_law()["MON-CASES"]
    applies = is_by_consent and case_has_ended and nation is not Nation.WALES
    return provision.finding() if applies else None
