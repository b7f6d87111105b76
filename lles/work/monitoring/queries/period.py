"""The period of a monitoring order: its clock, the day on which the court ended it, and the day on which the
arrangements that are monitored cease."""

from datetime import date, timedelta

from lles.casefile.models import Case
from lles.casefile.queries.living_together import first_ceasing
from lles.casefile.queries.readers import nation_of
from lles.casefile.rules.order_strip import OrderDay
from lles.law.jurisdiction import Nation
from lles.law.order_clock import OrderClock, OrderFacts
from lles.work.monitoring import rules
from lles.work.monitoring.models import CourtAnswer, Monitoring

DAY = timedelta(days=1)
Period = tuple[date, date]


def nation_of_officers(case: Case) -> Nation:
    """The nation whose officers serve the children; the office decides where the children live in both."""
    nation = nation_of(case)
    if nation in (Nation.ENGLAND, Nation.WALES):
        return Nation(nation)
    return Nation(case.office.nation) if case.office else Nation.UNKNOWN


def facts_of(monitoring: Monitoring, made_on: date) -> OrderFacts:
    """The period as it stands on the file."""
    return OrderFacts(
        made_on, monitoring.starts_on, monitoring.months, monitoring.ends_on, monitoring.as_sealed,
        nation_of_officers(monitoring.case),
    )  # fmt: skip


def clock_of(monitoring: Monitoring) -> OrderClock | None:
    """The clock of the order; None while nobody knows the day on which it was made."""
    made_on = monitoring.order.made_on
    return rules.monitoring_clock(facts_of(monitoring, made_on)) if made_on else None


def period_of(monitoring: Monitoring) -> Period | None:
    """The first and the last day of monitoring: the court alone ends it sooner (MON-DUTY), and nothing is
    left to monitor once the arrangements cease, or will if the parents live on together (S8-TOGETHER)."""
    period, ceases_on = period_by_the_court(monitoring), ceases_on_of(monitoring)
    if period is None or ceases_on is None:
        return period
    return period[0], ceases_on - DAY


def period_by_the_court(monitoring: Monitoring) -> Period | None:
    """The first and the last day as the court has set them, in the order or by an answer (MON-DUTY)."""
    clock = clock_of(monitoring)
    if clock is None or clock.ends_on is None:
        return None
    starts_on = monitoring.starts_on or clock.made_on
    ended = ended_by_the_court(monitoring)
    return starts_on, min(clock.ends_on, ended.on) if ended else clock.ends_on


def ceasing_of(monitoring: Monitoring, today: date) -> OrderDay | None:
    """The day within the period on which the arrangements that are monitored cease, or will, as known today
    (S8-TOGETHER)."""
    period, made_on = period_by_the_court(monitoring), monitoring.order.made_on
    last = period[1] if period else None
    return first_ceasing(monitoring.case, monitoring.arrangements_on, made_on, last, today)


def ceases_on_of(monitoring: Monitoring) -> date | None:
    """That day alone, which is the same on whichever day somebody asks."""
    found = ceasing_of(monitoring, date.max)
    return found.on if found else None


def last_day_brought_forward(monitoring: Monitoring, today: date) -> date | None:
    """The last day, where the court has ended monitoring or the arrangements have ceased by today."""
    period, ceases_on = period_of(monitoring), ceases_on_of(monitoring)
    if period is None:
        return None
    ended = ended_by_the_court(monitoring)
    is_over = ceases_on <= today if ceases_on else ended is not None and ended.on <= today
    return period[1] if is_over else None


def ended_by_the_court(monitoring: Monitoring) -> CourtAnswer | None:
    """That the court ended monitoring before its last day."""
    return monitoring.answers.filter(answer=CourtAnswer.ENDED).order_by("on").first()
