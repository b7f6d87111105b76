"""An enforcement as the rules weigh it: what is alleged and what stands against it, the clock of its order,
what happened, and what is still to do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lles.casefile.models import Case, NoticeHad, Party
from lles.casefile.once import once
from lles.casefile.queries.checks import fresh_checks_of, is_settled
from lles.casefile.queries.section_8 import (
    are_arrangements_made_on,
    arrangements_made_on,
    carries_its_notice,
    notices_had,
)
from lles.casefile.timeline import LONDON
from lles.law.findings import Finding
from lles.law.order_clock import OrderClock, OrderFacts
from lles.law.section_8 import (
    CHILD_ARRANGEMENTS,
    child_arrangements_order_carries_a_warning_notice,
    order_says_which_types_it_makes,
)
from lles.work.enforcement import rules
from lles.work.enforcement.models import (
    Alleged,
    CourtFound,
    Enforcement,
    Happened,
    Notice,
    Report,
    UnpaidWork,
)
from lles.work.enforcement.queries.moved import end_of, happened_of, is_emptied, reports_of
from lles.work.enforcement.rules import Accused, Suspension

ALLEGED, BREACH = "alleged", "breach"
HAPPENED, HOURS = Happened.KINDS, Happened.HOURS
REPORTED_BY_PROBATION = (Happened.FAILURE, Happened.UNSUITABLE)


@dataclass(frozen=True)
class AllegedStands:
    """An alleged failure as it stands: what the court found, and what the rules say against it."""

    row: Alleged
    found: CourtFound | None
    findings: tuple[Finding, ...]

    @property
    def state(self) -> str:
        """What the court found, or that it is alleged."""
        return self.found.outcome if self.found else ALLEGED


@once
def enforcements_of(case: Case) -> Sequence[Enforcement]:
    """The enforcements of a case, the latest first."""
    return list(case.enforcements.select_related(*_JOINED).order_by("-pk"))


def enforcement_of(case: Case, pk: int) -> Enforcement | None:
    """One enforcement of the case."""
    return next((one for one in enforcements_of(case) if one.pk == pk), None)


_JOINED = ("order", "party", "applicant", "work")


def work_of(enforcement: Enforcement) -> UnpaidWork | None:
    """What the enforcement order asks; None while nobody has recorded it."""
    return getattr(enforcement, "work", None)


def runs(enforcement: Enforcement) -> bool:
    """Whether nobody has recorded yet how it ended, and no order left it empty."""
    return end_of(enforcement) is None and not is_emptied(enforcement)


def waiting_of(case: Case) -> Sequence[Enforcement]:
    """The applications of a case that run and have no order."""
    return [one for one in enforcements_of(case) if one.order_id is None and runs(one)]


@once
def suspensions_of(enforcement: Enforcement) -> tuple[Suspension, ...]:
    """The times for which the order was suspended; the last one without a last day while it goes on."""
    held: list[Suspension] = []
    since: date | None = None
    kinds = (Happened.SUSPENDED, Happened.RESUMED)
    for one in happened_of(enforcement).filter(kind__in=kinds):
        if one.kind == Happened.SUSPENDED:
            since = since or one.on
        elif since is not None:
            if one.on > since:
                held.append(Suspension(since, date.fromordinal(one.on.toordinal() - 1)))
            since = None
    return (*held, Suspension(since, None)) if since is not None else tuple(held)


def clock_of(enforcement: Enforcement) -> OrderClock | None:
    """The clock of the enforcement order; None while none was made, or while nobody knows its day."""
    order, work = enforcement.order, work_of(enforcement)
    if order is None or order.made_on is None:
        return None
    facts = OrderFacts(
        order.made_on, end_on=work.ends_on if work else None, is_imported=bool(work and work.as_sealed)
    )
    return rules.clock_with_suspensions(facts, suspensions_of(enforcement))


def last_day_of(enforcement: Enforcement) -> date | None:
    """The last day for the unpaid work, as far as it can be known; the day on which the order ceased."""
    clock = clock_that_runs(enforcement)
    return clock.ends_on if clock else None


def clock_that_runs(enforcement: Enforcement) -> OrderClock | None:
    """The clock of the order until it ceased because somebody lives elsewhere, for whoever works on the case:
    what leaves the house tells nobody so (ENF-RESIDENCE)."""
    clock = clock_of(enforcement)
    return rules.clock_until_somebody_lives_elsewhere(clock, enforcement.left_on) if clock else None


def is_attached(enforcement: Enforcement) -> bool | None:
    """Whether the order that is to be enforced carries its warning notice: as the application was recorded,
    else as it was read in the order itself (S8-WARN)."""
    if enforcement.is_attached is not None:
        return enforcement.is_attached
    return carries_its_notice(enforcement.case, enforcement.varied_on or enforcement.about_on)


def notices_of(enforcement: Enforcement) -> Sequence[Notice | NoticeHad]:
    """Who had the warning notice, and when: as recorded here, and with the order itself."""
    days = (enforcement.about_on, enforcement.varied_on)
    with_order = notices_had(arrangements_made_on(enforcement.case, days))
    own: list[Notice | NoticeHad] = list(enforcement.notices.filter(wrong=None).select_related("party", "by"))
    return sorted([*own, *with_order], key=lambda one: one.on)


def accused_on(enforcement: Enforcement, breach_on: date) -> Accused | None:
    """The adult it is about, with the notice that counts for a breach: the last one before it, else the first
    one after it."""
    party = enforcement.party
    if party is None:
        return None
    days = [one.on for one in notices_of(enforcement) if one.party_id == party.pk]
    before = [day for day in days if day <= breach_on]
    notice_on = before[-1] if before else next(iter(days), None)
    return Accused(party.slug, party.name, notice_on, party.born_on, enforcement.left_on)


def alleged_of(enforcement: Enforcement) -> tuple[AllegedStands, ...]:
    """Each alleged failure with what the court found last, in the sequence of their days."""
    found = {one.alleged_id: one for one in CourtFound.objects.filter(alleged__enforcement=enforcement)}
    rows = enforcement.alleged.filter(wrong=None).select_related("by")
    return tuple(
        AllegedStands(one, found.get(one.pk), _against(enforcement, one.on)) for one in rows
    )  # fmt: skip


def _against(enforcement: Enforcement, breach_on: date) -> tuple[Finding, ...]:
    accused = accused_on(enforcement, breach_on)
    if accused is None:
        return ()
    found = (
        rules.person_had_the_notice_before_the_breach(accused, breach_on, enforcement.varied_on),
        rules.breach_was_not_before_eighteen(accused, breach_on),
    )
    return tuple(one for one in found if one is not None)


def fresh_checks(enforcement: Enforcement) -> Finding | None:
    """Why checks are made afresh; None where they are not (ENF-CHECKS)."""
    ordered_on, issued_on = _last_ordered_on(enforcement), enforcement.issued_on
    if issued_on is None or ordered_on is None:
        return rules.checks_are_fresh_where_the_court_asks(bool(enforcement.court_asks))
    return rules.checks_are_fresh_where_the_order_is_old(ordered_on, issued_on, bool(enforcement.court_asks))


def _last_ordered_on(enforcement: Enforcement) -> date | None:
    """The day of the order as it stood when the application was issued: a variation on that day or later is
    none that came before it."""
    varied_on, issued_on = enforcement.varied_on, enforcement.issued_on
    if varied_on is not None and (issued_on is None or varied_on < issued_on):
        return varied_on
    return enforcement.about_on


def _whether_checks_are_fresh(enforcement: Enforcement) -> Finding | None:
    if enforcement.said_at is None or fresh_checks(enforcement) is not None:
        return None
    return rules.it_is_known_whether_checks_are_fresh(_last_ordered_on(enforcement), enforcement.issued_on)


def wants_checks(enforcement: Enforcement) -> bool:
    """Whether checks are made afresh and not all of them are there yet."""
    if fresh_checks(enforcement) is None:
        return False
    asked = fresh_checks_of(enforcement.case, fresh_since(enforcement))
    return not asked or not all(is_settled(one) for one in asked)


def fresh_since(enforcement: Enforcement) -> date:
    """Since which day an answer is fresh: the day of issue, or else the day on which the work began."""
    return enforcement.issued_on or enforcement.begun_at.astimezone(LONDON).date()


def hours_done(enforcement: Enforcement) -> int:
    """The hours of unpaid work that were told to us."""
    return sum(one.hours or 0 for one in happened_of(enforcement).filter(kind=Happened.HOURS))


def warnings_of(enforcement: Enforcement) -> Sequence[date]:
    """The days on which the responsible officer warned, the first one first."""
    return list(happened_of(enforcement).filter(kind=Happened.WARNING).values_list("on", flat=True))


def unreported(enforcement: Enforcement) -> Happened | None:
    """The first thing that the responsible officer reported and of which, by its kind, the court was not told
    since."""
    kinds = (Report.FAILURE, Report.UNSUITABLE)
    told = dict(reports_of(enforcement).filter(kind__in=kinds).order_by("at").values_list("kind", "at"))
    heard = happened_of(enforcement).filter(kind__in=REPORTED_BY_PROBATION).order_by("at", "pk")
    return next((one for one in heard if one.kind not in told or one.at > told[one.kind]), None)


def findings_of(enforcement: Enforcement, today: date) -> tuple[Finding, ...]:
    """All that the rules say of an enforcement as it stands, but what concerns one failure or one loss."""
    clock, work = clock_of(enforcement), work_of(enforcement)
    made_on = clock.made_on if clock else today
    accused = accused_on(enforcement, made_on)
    found: list[Finding | None] = []
    found += _of_the_order_it_enforces(enforcement)
    if runs(enforcement):
        found.append(fresh_checks(enforcement) if wants_checks(enforcement) else None)
        found.append(_whether_checks_are_fresh(enforcement))
    if accused is not None:
        found.append(rules.enforcement_order_ceases_when_somebody_lives_elsewhere(accused, made_on))
    if work is not None:
        found.append(rules.enforcement_order_carries_its_own_notice(work.notice_on is not None))
        found += rules.unpaid_work_keeps_to_its_hours(work.hours, made_on, tuple(work.added_to))
        if runs(enforcement):
            found.append(rules.probation_is_told_what_the_court_gives_leave_for(work.leave_on, today))
    found += _further(enforcement)
    found += clock.findings if clock else ()
    return tuple(dict.fromkeys(one for one in found if one is not None))


def _of_the_order_it_enforces(enforcement: Enforcement) -> Iterator[Finding | None]:
    """That it lacks its warning notice, and that nobody knows whether an order of its day is it: of that one
    neither the notice nor who had it counts (S8-TYPES, S8-WARN)."""
    about_on, carried = enforcement.about_on, enforcement.varied_on or enforcement.about_on
    if carried is not None and about_on is not None and is_attached(enforcement) is False:
        types = {CHILD_ARRANGEMENTS}
        yield child_arrangements_order_carries_a_warning_notice(types, carried, notice_is_attached=False)
    for day in filter(None, (about_on, enforcement.varied_on)):
        if are_arrangements_made_on(enforcement.case, day) is None:
            yield order_says_which_types_it_makes(None, day)


def _further(enforcement: Enforcement) -> list[Finding]:
    failed = happened_of(enforcement).filter(kind=Happened.FAILURE).values_list("on", flat=True)
    each = (
        [
            rules.further_failure_after_a_warning_is_reported(warned, day)
            for warned in warnings_of(enforcement)
        ]
        for day in failed
    )
    return [found[-1] for one in each if (found := [finding for finding in one if finding is not None])]


def adults_of(case: Case) -> Sequence[Party]:
    """The adults of a case whom an enforcement can be about."""
    return list(case.parties.filter(is_organisation=False).order_by("pk"))
