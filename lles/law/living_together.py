"""When child arrangements cease because the two parents live together (Children Act 1989, section 11(5),
(6))."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lles.law.bilingual import Text, both_names
from lles.law.findings import Finding
from lles.law.order_clock import ClockDay
from lles.law.periods import Reckoning, months_beginning_with
from lles.law.plurals import counted
from lles.law.section_8 import section_8_law

RULE = "S8-TOGETHER"


@dataclass(frozen=True)
class Together:
    """A time in which two parents live together: its first day and its last one, None while it goes on."""

    since: date
    until: date | None = None


@dataclass(frozen=True)
class Ceasing:
    """How arrangements cease: the day from which the months count, whether that is the day of the order, the
    months, and the last day on which the parents lived together, None while they do."""

    since: date
    counts_from_the_order: bool
    months: Reckoning
    until: date | None

    @property
    def on(self) -> date:
        """The first day on which the arrangements have ceased: the day after the months."""
        return self.months.result + timedelta(days=1)


@dataclass(frozen=True)
class ParentsTogether:
    """Two parents by their names, the times in which they live together, and whether both have parental
    responsibility (None where nobody knows)."""

    first: str
    second: str
    times: tuple[Together, ...]
    both_have_parental_responsibility: bool | None = None

    @property
    def names(self) -> Text:
        """Both names as one."""
        return both_names(self.first, self.second)


def without_a_break(times: Iterable[Together]) -> tuple[Together, ...]:
    """The times as unbroken ones, the first one first: what overlaps or begins on the next day is
    one."""
    whole: list[Together] = []
    for one in sorted(times, key=lambda time: time.since):
        if not whole or _is_after_a_break(one, whole[-1]):
            whole.append(one)
        else:
            before = whole.pop()
            ends = None if before.until is None or one.until is None else max(before.until, one.until)
            whole.append(Together(before.since, ends))
    return tuple(whole)


def _is_after_a_break(one: Together, before: Together) -> bool:
    return before.until is not None and one.since > before.until + timedelta(days=1)


def last_day_before_arrangements_cease(since: date) -> Reckoning:
    """The last day of the months for which the parents may live together before an order ceases
    (S8-TOGETHER)."""
    provision = section_8_law()[RULE]
    return months_beginning_with(since, provision.number("months", since), provision=provision)


def ceasing_of(parents: ParentsTogether, made_on: date | None = None) -> Ceasing | None:
    """How an order made on a day ceases first, or will; None where no unbroken time is long enough
    (S8-TOGETHER)."""
    return next(ceasings_of(parents, made_on), None)


def ceasings_of(parents: ParentsTogether, made_on: date | None = None) -> Iterator[Ceasing]:
    """How an order made on a day ceases, or will if the parents go on, once for each unbroken time that is
    long enough: an order made between two of them ceases by the later. Days before the order, and before the
    statute, do not count (S8-TOGETHER)."""
    statute = section_8_law()[RULE].starts or date.min
    for one in without_a_break(parents.times):
        since = max(one.since, made_on or date.min, statute)
        if one.until is not None and one.until < since:
            continue
        months = last_day_before_arrangements_cease(since)
        if one.until is None or one.until > months.result:
            yield Ceasing(since, made_on is not None and one.since < made_on == since, months, one.until)


def living_part_can_cease(parents: ParentsTogether) -> bool:
    """Whether what an order says of where the child lives can cease too: it does where both have parental
    responsibility, and may where nobody knows whether they have (S8-TOGETHER)."""
    return parents.both_have_parental_responsibility is not False


def arrangements_cease_when_the_parents_live_together(
    parents: ParentsTogether, on: date, made_on: date | None = None
) -> Finding | None:
    """Warn that arrangements have ceased by a day, or of the day on which they will if the parents go on
    living together (S8-TOGETHER)."""
    ceasing = ceasing_of(parents, made_on)
    return _finding(parents, ceasing, on) if ceasing else None


def arrangements_cease_if_the_order_makes_any(
    parents: ParentsTogether, on: date, made_on: date
) -> Finding | None:
    """The same for an order of which nobody knows whether it makes child arrangements (S8-TOGETHER)."""
    found = arrangements_cease_when_the_parents_live_together(parents, on, made_on)
    return section_8_law()[RULE].finding("perhaps", said=found.says) if found else None


def arrangements_cease_by_each_time_together(parents: ParentsTogether, on: date) -> tuple[Finding, ...]:
    """The same for orders of any day, once for each unbroken time that is long enough (S8-TOGETHER)."""
    return tuple(_finding(parents, ceasing, on) for ceasing in ceasings_of(parents))


def _finding(parents: ParentsTogether, ceasing: Ceasing, on: date) -> Finding:
    provision = section_8_law()[RULE]
    key = "ceased" if ceasing.on <= on else "will_cease"
    key += "_after_the_order" if ceasing.counts_from_the_order else ""
    what = {True: "contact_and_living", False: "contact", None: "contact_and_perhaps_living"}
    return provision.finding(
        key, names=parents.names, since=ceasing.since, last=ceasing.months.result,
        on=ceasing.on, count=counted("month", ceasing.months.n),
        what=provision.sentence(what[parents.both_have_parental_responsibility]),
    )  # fmt: skip


def day_on_which_arrangements_cease(
    parents: ParentsTogether, on: date, made_on: date | None = None
) -> ClockDay | None:
    """The first of the days on which arrangements cease, as known on a day (S8-TOGETHER)."""
    return next(days_on_which_arrangements_cease(parents, on, made_on), None)


def days_on_which_arrangements_cease(
    parents: ParentsTogether, on: date, made_on: date | None = None
) -> Iterator[ClockDay]:
    """The days on which arrangements cease as the clock of an order that hangs on them shows them, as known
    on a day: one for each unbroken time that is long enough (S8-TOGETHER)."""
    for ceasing in ceasings_of(parents, made_on):
        mark = section_8_law()[RULE].sentence("mark_ceased" if ceasing.on <= on else "mark")
        yield ClockDay(ceasing.on, mark, RULE, _finding(parents, ceasing, on).says)
