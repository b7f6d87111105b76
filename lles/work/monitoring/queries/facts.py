"""A monitoring order as the rules weigh it: its clock, what is monitored, of whom, and each breach."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lles.casefile.changes.directions import KEYED
from lles.casefile.documents import COURT
from lles.casefile.models import Case, Direction, Filing, Party
from lles.casefile.once import once
from lles.casefile.queries.directions import directions_ever_about
from lles.casefile.queries.readers import adults, nation_of_officers
from lles.casefile.queries.section_8 import are_arrangements_made_on, is_bound_while
from lles.casefile.rules.days import age_on
from lles.casefile.rules.letterhead import Opening, opening_hours
from lles.law.findings import Finding
from lles.law.jurisdiction import Nation, hours_of_officers
from lles.work.monitoring import rules
from lles.work.monitoring.models import (
    Call,
    MonitoredPerson,
    Monitoring,
    PlannedCall,
    Provision,
    Report,
    Suspicion,
    Wrong,
)
from lles.work.monitoring.queries.period import (
    clock_of,
    day_of,
    ended_by_the_court,
    period_of,
)
from lles.work.monitoring.rules import Limb, Monitored

BREACH, INTERIM, END = (f"monitoring_{name}_report" for name in ("breach", "interim", "end"))
DIRECTED = (BREACH, INTERIM, END)
START, CLOSING = "start", "closing"
LETTERS = {START: "monitoring_start_letter", CLOSING: "monitoring_closing_letter"}
ADULT = 18
PARENTS = ("mother", "father", "parent")


def monitorings_of(case: Case) -> Sequence[Monitoring]:
    """The monitoring of a case, the latest first."""
    return list(Monitoring.objects.filter(case=case).select_related("order").order_by("-pk"))


def has_an_order(case: Case) -> bool:
    """Whether there is a monitoring order that a direction can be about."""
    return Monitoring.objects.filter(case=case).exists()


def monitoring_of(case: Case, pk: int) -> Monitoring | None:
    """One monitoring of the case."""
    return Monitoring.objects.filter(case=case, pk=pk).select_related("order").first()


def is_of_the_feed(monitoring: Monitoring) -> bool:
    """Whether the court's own record brought the order."""
    return not monitoring.order.court_key.startswith(KEYED)


def hours_of(case: Case, on: date) -> Sequence[Opening]:
    """When the office of the case is open; where there is none, or it has said no hours, those of the
    officers of its nation (JUR-HOURS)."""
    office = case.office
    nation = Nation(office.nation) if office else nation_of_officers(case)
    said = office.hours if office else {}
    if not said and nation is not Nation.UNKNOWN:
        said = hours_of_officers(nation, on)
    return opening_hours(said, nation, on)


def provisions_of(monitoring: Monitoring) -> Sequence[Provision]:
    """What is monitored now."""
    return list(monitoring.provisions.filter(left_at=None))


@once
def people_of(monitoring: Monitoring) -> Sequence[MonitoredPerson]:
    """Who is monitored now."""
    return list(monitoring.people.filter(left_at=None).select_related("party"))


def adults_in(case: Case) -> Sequence[Party]:
    """The applicants and respondents who are in the case, and read its reports."""
    return [one for one in adults(case) if one.in_latest_answer]


@once
def whom_an_order_can_name(case: Case) -> Sequence[Party]:
    """Every person in the case who is not one of its children, in whichever role (MON-WHO)."""
    return [one for one in case.parties.all() if one.in_latest_answer and not one.is_organisation]


def sides_of(monitoring: Monitoring) -> Sequence[Party]:
    """Each side, to be asked and told: the adults of the case, and whom else the order names (MON-SIDES)."""
    sides = {one.pk for one in adults_in(monitoring.case)} | {one.party_id for one in people_of(monitoring)}
    return [one for one in whom_an_order_can_name(monitoring.case) if one.pk in sides]


def plans_with_nobody(monitoring: Monitoring) -> Sequence[PlannedCall]:
    """The planned calls with people who are asked no longer: they are not in the case any more, or the order
    does not name them."""
    here = {one.pk for one in sides_of(monitoring)}
    return [one for one in open_plans(monitoring) if one.party_id not in here]


def as_monitored(party: Party, limb: str, takes_steps: bool, on: date, until: date | None) -> Monitored:
    """Somebody who is monitored from a day until another, as the rules weigh it; who is not known to be a
    child is an adult."""
    is_a_child = party.born_on is not None and age_on(party.born_on, on) < ADULT
    is_a_parent = party.relations.filter(kind__in=PARENTS).exists()
    has_a_condition = limb == Limb.UNDER_A_CONDITION and is_bound_while(party, on, until)
    return Monitored(
        f"party:{party.pk}", party.name, Limb(limb), takes_steps, is_a_child, is_a_parent, has_a_condition
    )


def live_directions(monitoring: Monitoring) -> Sequence[Direction]:
    """The reports that the court asks for about the order, as it stands, in whichever order it says so: the
    earliest day first, what has none last."""
    found = (one for one in directions_ever(monitoring) if one.superseded_at is None)
    return sorted(found, key=lambda one: (one.due_on or date.max, one.pk))


@once
def directions_ever(monitoring: Monitoring) -> Sequence[Direction]:
    """The reports that the court ever asked for about the order, in whichever order it said so."""
    orders = Monitoring.objects.filter(case=monitoring.case_id).values_list("order", flat=True)
    return directions_ever_about(monitoring.order, DIRECTED, orders)


@once
def open_plans(monitoring: Monitoring) -> Sequence[PlannedCall]:
    """The calls that are planned and not held."""
    return list(monitoring.planned.filter(ended_at=None).select_related("party"))


def plans_past_the_end(monitoring: Monitoring, today: date) -> Sequence[PlannedCall]:
    """The planned calls that the court's end has overtaken: those about a later day, and those for a later
    day that were planned before its answer was on the file (MON-DUTY)."""
    ended = ended_by_the_court(monitoring)
    if ended is None or ended.on > today:
        return []
    return [
        one
        for one in open_plans(monitoring)
        for call_on in (day_of(one.starts_at),)
        if (one.monitored_on or call_on) > ended.on or (one.at <= ended.at and call_on > ended.on)
    ]


@once
def calls_of(monitoring: Monitoring) -> Sequence[Call]:
    """The calls that were held, the first one first; not what was recorded wrongly."""
    return list(monitoring.calls.filter(wrong=None).select_related("party", "child", "by"))


@once
def wrong_of(monitoring: Monitoring) -> Sequence[Wrong]:
    """What was recorded wrongly."""
    of = ("call__party", "call__child", "decision__breach__provision", "by")
    return list(monitoring.wrong.select_related(*of))


def said_by_children(case: Case) -> Sequence[str]:
    """What children said in calls, in their own words; also where it was recorded wrongly."""
    calls = Call.objects.filter(monitoring__case=case).exclude(child=None)
    return list(calls.values_list("account", flat=True))


def reports_filed(monitoring: Monitoring) -> Sequence[Report]:
    """The reports that the court has in every language."""
    return [one for one in monitoring.reports.all() if _is_with_the_court(monitoring.case, one)]


def _is_with_the_court(case: Case, report: Report) -> bool:
    ways = Filing.objects.filter(
        document__case=case, document__kind=f"monitoring_{report.kind}_report",
        document__version=report.version, document__reader=COURT,
    )  # fmt: skip
    states = set(ways.values_list("state", flat=True))
    return bool(states) and states <= {Filing.ACCEPTED, Filing.FILED_BY_HAND}


def suspicion_is_open(monitoring: Monitoring) -> bool:
    """Whether harm is suspected, and what was suspected is not assessed yet (MON-16A)."""
    last = monitoring.suspicions.last()
    return last is not None and last.kind == Suspicion.SEEN


def findings_of(monitoring: Monitoring, today: date) -> tuple[Finding, ...]:
    """All that the rules have to say of an order as it stands on the file."""
    clock = clock_of(monitoring)
    if clock is None:
        return ()
    found = [*clock.findings]
    if suspicion_is_open(monitoring):
        suspected = rules.suspicion_of_harm_while_monitoring_opens_an_assessment(clock.made_on)
        found += [suspected] if suspected else []
    if monitoring.terms_at:
        kinds = [one.kind for one in provisions_of(monitoring)]
        people = tuple(
            as_monitored(one.party, one.limb, one.takes_steps, clock.made_on, clock.ends_on)
            for one in people_of(monitoring)
        )
        found += request_findings(monitoring.case, terms_of(monitoring), kinds, people, clock.made_on)
    goes_on = _goes_on(monitoring, today)
    return (*found, *((goes_on,) if goes_on else ()))


@dataclass(frozen=True)
class Request:
    """What the rules ask of the request itself."""

    arrangements_on: date | None = None
    proceedings_ended_on: date | None = None
    by_consent: bool | None = None
    is_excepted: bool = False
    is_sealed: bool = False


def terms_of(monitoring: Monitoring) -> Request:
    """The request as it stands on the file."""
    return Request(
        monitoring.arrangements_on, monitoring.proceedings_ended_on, monitoring.by_consent,
        monitoring.is_excepted, monitoring.as_sealed,
    )  # fmt: skip


def request_findings(
    case: Case, request: Request, kinds: Sequence[str], people: tuple[Monitored, ...], made_on: date
) -> tuple[Finding, ...]:
    """When an order can be made, about what and of whom (MON-POWER, MON-TIMING, MON-WHO, MON-STEPS ...)."""
    ended_on = request.proceedings_ended_on
    has_ended = ended_on is not None and ended_on <= made_on
    found = [
        rules.monitoring_needs_a_provision_that_can_be_monitored(kinds, made_on),
        rules.monitoring_is_of_an_order_that_is_known(
            request.arrangements_on,
            are_arrangements_made_on(case, request.arrangements_on),
            is_sealed=request.is_sealed,
        ),
        rules.monitoring_is_asked_for_while_the_proceedings_run(made_on, request.arrangements_on, ended_on),
        rules.monitoring_leaves_activity_conditions_out("activity" in kinds),
        rules.excepted_order_is_not_monitored(request.is_excepted),
        rules.monitoring_is_meant_for_disputed_cases(
            request.by_consent is True, has_ended, nation_of_officers(case)
        ),
        *rules.only_people_bound_by_the_arrangements_are_monitored(people, made_on),
        *rules.condition_of_whoever_is_monitored_by_it_is_on_file(people),
        *rules.child_takes_no_steps_unless_a_parent(people),
    ]
    return tuple(one for one in found if one is not None)


def _goes_on(monitoring: Monitoring, today: date) -> Finding | None:
    period = period_of(monitoring)
    filed = [one for one in reports_filed(monitoring) if one.kind == Report.BREACH]
    if period is None or not filed:
        return None
    last = filed[-1].at
    answered = monitoring.answers.filter(on__gte=day_of(last), at__gte=last).exists()
    return rules.monitoring_goes_on_until_the_court_answers(True, answered, today, period[1])
