"""Whom the court can enforce against, and for which breach (ENF-NOTICE, ENF-AGE, COMP-LOSS)."""

from dataclasses import dataclass
from datetime import date

from lles.casefile.rules.days import age_on
from lles.casefile.rules.law import casefile_law
from lles.law.findings import Finding, Weight
from lles.work.enforcement.rules.provisions import enforcement_law


@dataclass(frozen=True)
class Accused:
    """Somebody said to have broken an order: the slug and name on the file, the day of the warning notice (or
    of being told what it says), the birthday, and since when they live elsewhere."""

    person: str
    name: str
    notice_on: date | None = None
    born_on: date | None = None
    left_on: date | None = None

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Whom a finding is about."""
        return (("person", self.person),)


def person_had_the_notice_before_the_breach(
    accused: Accused, breach_on: date, varied_on: date | None = None
) -> Finding | None:
    """Warn that no enforcement order follows a breach before the notice, or before the notice of the order as
    last varied; a notice of the same day is noted (ENF-NOTICE)."""
    provision = enforcement_law()["ENF-NOTICE"]
    facts, name, notice_on = accused.facts, accused.name, accused.notice_on
    if notice_on is None:
        return provision.finding("none", facts=facts, name=name)
    if notice_on > breach_on:
        return provision.finding("too_late", facts=facts, name=name, notice=notice_on, breach=breach_on)
    if varied_on is not None and notice_on < varied_on <= breach_on:
        return provision.finding("varied", facts=facts, name=name, notice=notice_on, varied=varied_on)
    if notice_on == breach_on:
        return provision.finding("same_day", weight=Weight.NOTES, facts=facts, name=name, notice=notice_on)
    return None


def breach_was_not_before_eighteen(accused: Accused, breach_on: date) -> Finding | None:
    """Warn of a breach before the person was eighteen (ENF-AGE)."""
    provision = enforcement_law()["ENF-AGE"]
    age = provision.number("age", breach_on)
    if accused.born_on is None or age_on(accused.born_on, breach_on) >= age:
        return None
    return provision.finding("young", facts=accused.facts, name=accused.name, age=age, breach=breach_on)


def enforcement_order_ceases_when_somebody_lives_elsewhere(accused: Accused, made_on: date) -> Finding | None:
    """Warn of somebody who lived elsewhere when the order was made; note the day on which it ceased
    (ENF-RESIDENCE)."""
    provision = enforcement_law()["ENF-RESIDENCE"]
    if accused.left_on is None:
        return None
    if accused.left_on <= made_on:
        return provision.finding("elsewhere", weight=Weight.WARNS, facts=accused.facts, name=accused.name)
    return provision.finding("ceased", facts=accused.facts, name=accused.name, day=accused.left_on)


def compensation_is_asked_for_and_not_above_the_loss(
    loss_in_pence: int, ordered_in_pence: int, loser_applied: bool
) -> tuple[Finding, ...]:
    """Warn of compensation that the loser did not ask for, or above the loss (COMP-LOSS)."""
    provision = enforcement_law()["COMP-LOSS"]
    asked = () if loser_applied else (provision.finding("not_asked"),)
    if ordered_in_pence <= loss_in_pence:
        return asked
    above = provision.finding("above", ordered=_pounds(ordered_in_pence), loss=_pounds(loss_in_pence))
    return (*asked, above)


def compensation_is_for_somebody_else(name: str, *, is_the_same: bool) -> Finding | None:
    """Bar compensation for the very person who broke the order, who pays it (COMP-LOSS)."""
    return (
        enforcement_law()["COMP-LOSS"].finding("own", weight=Weight.BARS, name=name) if is_the_same else None
    )


def what_is_alleged_names_no_protected_place(names_one: bool) -> Finding | None:
    """Bar an alleged failure that says where somebody is who must not be found: the person it is about reads
    it, and even that it is left out would tell them (CONF-C8)."""
    return casefile_law()["CONF-C8"].finding("shared") if names_one else None


def _pounds(pence: int) -> str:
    return f"{pence // 100:,}.{pence % 100:02d}"
