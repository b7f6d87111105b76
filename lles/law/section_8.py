"""Orders under section 8 of the Children Act 1989: types, conditions and notices."""

import re
from collections.abc import Collection
from datetime import date
from functools import cache
from pathlib import Path

from lles.law.counting import MONTHS_IN_YEAR, in_months
from lles.law.findings import Finding
from lles.law.plurals import counted
from lles.law.provisions import Law, load

CHILD_ARRANGEMENTS = "child_arrangements"
ARRANGEMENTS = (CHILD_ARRANGEMENTS, "contact", "residence")
CARRYING_NOTICE = frozenset({CHILD_ARRANGEMENTS, "contact"})
NAMED, SOMETHING_ELSE, ONE_OF_SEVERAL, OR = "named_", "something_else", "one_of_several", "or"
NO_TYPES = frozenset({SOMETHING_ELSE, ONE_OF_SEVERAL, OR})


@cache
def section_8_law() -> Law:
    """The provisions on orders under section 8 (S8-*) that several pieces of work need."""
    return load(Path(__file__).parent / "section_8.toml")


def section_8_types_named_by(title: str) -> frozenset[str] | None:
    """The types of order that a title names; None where it leaves open which of several the order makes.
    Empty where it names none, or names one that it does not begin with beside something else, such as the
    order that enforces it (S8-TYPES)."""
    folded, names = title.strip().casefold(), _names_of_types()
    begins = [type_ for type_, name in names if type_ not in (SOMETHING_ELSE, OR) and name.match(folded)]
    named = {type_ for type_, name in names if name.search(folded)}
    if SOMETHING_ELSE in named and not begins:
        return frozenset()
    types = named.difference(NO_TYPES)
    leaves_open = (ONE_OF_SEVERAL in named and not types) or (OR in named and len(types) > 1)
    return None if leaves_open else frozenset(types)


@cache
def _names_of_types() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = (one for one in section_8_law()["S8-TYPES"].values if one.key.startswith(NAMED))
    return tuple(
        (one.key.removeprefix(NAMED), re.compile(rf"\b(?:{'|'.join(str(one.value).split('; '))})\b"))
        for one in found
    )


def section_8_types_of_a_day(on: date | None) -> tuple[str, ...]:
    """The types of order that were made on a day; those of every day where nobody knows it (S8-TYPES)."""
    stated = section_8_law()["S8-TYPES"].values
    types = (
        str(one.value).split() for one in stated if one.key == "types" and (on is None or one.holds(on, None))
    )
    return tuple(dict.fromkeys(type_ for some in types for type_ in some))


def order_says_which_types_it_makes(types: Collection[str] | None, made_on: date) -> Finding | None:
    """Warn of an order under section 8 of which nobody knows which types it makes (S8-TYPES)."""
    return section_8_law()["S8-TYPES"].finding("unknown", made=made_on) if types is None else None


def section_8_order_has_a_type_of_its_day(type_: str, made_on: date) -> Finding | None:
    """Warn of a type that was not made on that day, such as a contact order of 2015 (S8-TYPES)."""
    provision = section_8_law()["S8-TYPES"]
    if provision.in_force(made_on) and type_ in str(provision.value("types", made_on)).split():
        return None
    return provision.finding("not_then", made=made_on)


def child_in_care_has_no_other_section_8_order(
    name: str, only_about_living: bool | None, made_on: date, care_from: date | None,
    care_to: date | None = None,
) -> Finding | None:  # fmt: skip
    """Warn of an order about a child who was in care that day, unless it is only about with whom the child
    lives, and when; where nobody knows whether it is (None), say so (S8-CARE)."""
    provision = section_8_law()["S8-CARE"]
    in_care = care_from is not None and care_from <= made_on and (care_to is None or made_on <= care_to)
    if only_about_living or not in_care or care_from is None or not provision.in_force(made_on):
        return None
    key = "in_care" if only_about_living is False else "perhaps"
    return provision.finding(key, name=name, since=care_from)


def child_in_care_is_asked_about(
    name: str, only_about_living: bool, on: date, care_from: date | None, care_to: date | None = None
) -> Finding | None:
    """Warn while an order other than that is asked about a child in care (S8-CARE)."""
    provision = section_8_law()["S8-CARE"]
    in_care = care_from is not None and care_from <= on and (care_to is None or on <= care_to)
    if only_about_living or not in_care or care_from is None or not provision.in_force(on):
        return None
    return provision.finding("asks", name=name, since=care_from)


def day_of_the_ceiling(born_on: date, on: date) -> date:
    """The birthday on which a child reaches the age of the statute (S8-AGE16)."""
    return in_months(born_on, MONTHS_IN_YEAR * section_8_law()["S8-AGE16"].number("age", on))


def sixteen_is_the_ordinary_ceiling(name: str, born_on: date | None, asked_on: date) -> Finding | None:
    """Warn of an application about somebody who has reached the age (S8-AGE16)."""
    return _at_the_ceiling("reached", name, born_on, asked_on)


def order_is_not_made_at_the_ceiling(
    name: str, born_on: date | None, made_on: date, varies: bool | None
) -> Finding | None:
    """Warn of an order about somebody who has reached the age, unless it varies or discharges another
    (S8-AGE16)."""
    return None if varies else _at_the_ceiling("made", name, born_on, made_on)


def _at_the_ceiling(key: str, name: str, born_on: date | None, on: date) -> Finding | None:
    provision = section_8_law()["S8-AGE16"]
    if born_on is None or not provision.in_force(on) or on < day_of_the_ceiling(born_on, on):
        return None
    return provision.finding(key, name=name)


def order_does_not_run_past_the_ceiling(
    name: str, born_on: date | None, made_on: date, ends_on: date | None, only_about_living: bool | None
) -> Finding | None:
    """Warn of an order whose last day is not before the birthday, unless it is only about with whom the
    child lives, and when (S8-AGE16)."""
    provision = section_8_law()["S8-AGE16"]
    if born_on is None or ends_on is None or only_about_living or not provision.in_force(made_on):
        return None
    reaches = day_of_the_ceiling(born_on, made_on)
    if ends_on < reaches:
        return None
    key = "past" if only_about_living is False else "past_perhaps"
    return provision.finding(key, name=name, last=ends_on, day=reaches)


def foster_parent_needs_consent_to_ask_for_leave(
    name: str,
    fostered_to: date,
    asked_on: date,
    *,
    is_allowed: bool = False,
    lived_there_since: date | None = None,
) -> Finding | None:
    """Warn of somebody who fostered the child for an authority within the months before asking for leave,
    without its consent and not a relative (`is_allowed`), unless the child has lived there long enough
    (S8-FOSTER)."""
    provision = section_8_law()["S8-FOSTER"]
    if not provision.in_force(asked_on):
        return None
    n = provision.number("months_before", asked_on)
    long_enough = provision.number("months_lived_there", asked_on)
    if is_allowed or asked_on > in_months(fostered_to, n):
        return None
    if lived_there_since is not None and in_months(lived_there_since, long_enough) <= asked_on:
        return None
    return provision.finding("inside", name=name, count=counted("month", n))


def condition_binds_somebody_it_can_bind(name: str, ties: Collection[str], made_on: date) -> Finding | None:
    """Warn of a condition on somebody whom nothing ties to the order or the child: `named_in_the_order`,
    `parent`, `parental_responsibility`, `child_lives_there` (S8-CONDITIONS)."""
    provision = section_8_law()["S8-CONDITIONS"]
    known = str(provision.value("ties", made_on)).split()
    return None if set(ties) & set(known) else provision.finding("stranger", name=name)


def child_arrangements_order_carries_a_warning_notice(
    types: Collection[str] | None, made_or_varied_on: date, notice_is_attached: bool | None
) -> Finding | None:
    """Warn of a child arrangements order, or a contact order before it, without its notice, or of which
    nobody knows whether it has one; and of an order that may be one (S8-WARN)."""
    provision = section_8_law()["S8-WARN"]
    is_other = types is not None and CARRYING_NOTICE.isdisjoint(types)
    if notice_is_attached or is_other or not provision.in_force(made_or_varied_on):
        return None
    if types is None:
        return provision.finding("perhaps", made=made_or_varied_on)
    key = "unknown" if notice_is_attached is None else "absent"
    return provision.finding(key, made=made_or_varied_on)
