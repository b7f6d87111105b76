"""The period of a monitoring order: its clock, the day on which the court ended it, and the day on which the
arrangements that are monitored cease."""

from datetime import date, datetime

from lles.casefile.once import once
from lles.casefile.queries.living_together import first_ceasing
from lles.casefile.queries.readers import nation_of_officers
from lles.casefile.rules.order_strip import OrderDay
from lles.casefile.timeline import LONDON
from lles.law.order_clock import OrderClock, OrderFacts
from lles.work.monitoring import rules
from lles.work.monitoring.models import CourtAnswer, Monitoring

Period = tuple[date, date]


def day_of(at: datetime) -> date:
    """The day of a moment in London."""
    return at.astimezone(LONDON).date()


def facts_of(monitoring: Monitoring, made_on: date) -> OrderFacts:
    """The period as it stands on the file."""
    return OrderFacts(
        made_on, monitoring.starts_on, monitoring.months, monitoring.ends_on, monitoring.as_sealed,
        nation_of_officers(monitoring.case),
    )  # fmt: skip


def clock_of(monitoring: Monitoring) -> OrderClock | None:
    """The clock of the order, cut short where the court ended monitoring; None while nobody knows the day on
    which it was made."""
    made_on = monitoring.order.made_on
    if made_on is None:
        return None
    clock, ended = rules.monitoring_clock(facts_of(monitoring, made_on)), ended_by_the_court(monitoring)
    if ended is None:
        return clock
    return rules.court_alone_ends_monitoring_sooner(clock, ended.on, starts_on=monitoring.starts_on)


def period_of(monitoring: Monitoring) -> Period | None:
    """The first and the last day of monitoring as the court has set them, in the order or by an answer
    (MON-DUTY); ended before it began, its last day lies before its first. That arrangements cease shortens
    nothing here: documents tell nobody where somebody lives."""
    clock = clock_of(monitoring)
    if clock is None or clock.ends_on is None:
        return None
    return monitoring.starts_on or clock.made_on, clock.ends_on


def is_never_in_effect(monitoring: Monitoring) -> bool:
    """Whether the court ended monitoring before its first day (MON-DUTY)."""
    period = period_of(monitoring)
    return period is not None and period[1] < period[0]


def ceasing_of(monitoring: Monitoring, today: date) -> OrderDay | None:
    """The day within the period on which the arrangements that are monitored cease, or will, as known today
    (S8-TOGETHER)."""
    period, made_on = period_of(monitoring), monitoring.order.made_on
    last = period[1] if period else None
    return first_ceasing(
        monitoring.case, monitoring.arrangements_on, made_on, last, today,
        of_living_alone=is_about_living_alone(monitoring),
    )  # fmt: skip


def is_about_living_alone(monitoring: Monitoring) -> bool:
    """Whether all that is monitored is about where the child lives at which times (S8-TOGETHER)."""
    kinds = set(monitoring.provisions.filter(left_at=None).values_list("kind", flat=True))
    return bool(kinds) and "time_with" not in kinds


@once
def ended_by_the_court(monitoring: Monitoring) -> CourtAnswer | None:
    """That the court ended monitoring before its last day, where that is what it answered last."""
    last = monitoring.answers.order_by("pk").last()
    return last if last is not None and last.answer == CourtAnswer.ENDED else None


def is_over_by_the_court(monitoring: Monitoring, today: date) -> bool:
    """Whether the court has ended monitoring by today."""
    ended = ended_by_the_court(monitoring)
    return ended is not None and ended.on <= today
