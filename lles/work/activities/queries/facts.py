"""An activity as the rules weigh it: its clock, whom it binds, what was missed, what is still to report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q, QuerySet

from lles.casefile.models import Case, Direction, Order, Party
from lles.casefile.once import once
from lles.casefile.queries.directions import (
    asked_before,
    directions_ever_about,
    goes_back_to,
    standing,
    unanswered,
)
from lles.casefile.queries.readers import nation_of
from lles.law.jurisdiction import Nation
from lles.law.order_clock import OrderClock, OrderFacts
from lles.work.activities import rules
from lles.work.activities.models import Activity, Ended, Happened, Report, Wrong

INFORMATION, MONITORING = "activity_information", "activity_monitoring"
DIRECTED = (INFORMATION, MONITORING)
SESSIONS = (Happened.ATTENDED, Happened.MISSED)
UNDER_A_CONDITION = "is_under_a_condition"
TIES = ("child_lives_there", "time_is_provided_for", UNDER_A_CONDITION)


@dataclass(frozen=True)
class Terms:
    """What an order asks of one adult, or what the court asks about before it makes one."""

    party: Party
    form: str
    kind: str
    order: Order | None = None
    ties: Sequence[str] = field(default_factory=tuple)
    is_a_parent: bool | None = None
    provider: str = ""
    given_in: str = ""
    approved_in: Sequence[str] = field(default_factory=tuple)
    starts_on: date | None = None
    months: int | None = None
    ends_on: date | None = None
    as_sealed: bool | None = None
    is_monitored: bool | None = None
    is_final: bool | None = None
    is_excepted: bool | None = None
    left_on: date | None = None


def terms_of(activity: Activity) -> Terms | None:
    """What was recorded of an activity; None while nobody is bound. The period that was asked about is not
    that of an order which nobody has read."""
    if activity.party is None:
        return None
    names = set(Terms.__dataclass_fields__) - {"party", "order"}
    known = {name: getattr(activity, name) for name in names}
    if activity.order is not None and activity.terms_at is None:
        known |= dict.fromkeys(("starts_on", "months", "ends_on"))
    return Terms(party=activity.party, order=activity.order, **known)


def activities_of(case: Case) -> Sequence[Activity]:
    """The activities of a case, the latest first."""
    found = Activity.objects.filter(case=case).select_related("order", "party")
    return list(found.order_by("-pk"))


def activity_of(case: Case, pk: int) -> Activity | None:
    """One activity of the case."""
    found = Activity.objects.filter(case=case, pk=pk)
    return found.select_related("order", "party").first()


def running(about: QuerySet[Activity]) -> QuerySet[Activity]:
    """Those of some activities that go on."""
    return about.exclude(pk__in=Ended.objects.filter(wrong=None).values("activity"))


def end_of(activity: Activity) -> Ended | None:
    """How it ended, as far as that is not recorded wrongly; None while it goes on."""
    return activity.ends.filter(wrong=None).select_related("by").last()


def runs(activity: Activity) -> bool:
    """Whether nobody has recorded yet how it ended."""
    return end_of(activity) is None


def happened_of(activity: Activity) -> QuerySet[Happened]:
    """What happened of an activity; not what was recorded wrongly."""
    return activity.happened.filter(wrong=None)


def wrong_of(activity: Activity) -> Sequence[Wrong]:
    """What was recorded wrongly of an activity."""
    return list(activity.wrong.select_related("happened", "ended", "by"))


def orders_to_choose(case: Case) -> Sequence[Order]:
    """The orders of a case that have a day, the latest first."""
    return list(case.orders.exclude(made_on=None).order_by("-made_on", "-pk"))


def case_as_one_nation(case: Case) -> Nation:
    """The nation of the children, unknown where they live in both or nobody knows."""
    nation = nation_of(case)
    return Nation(nation) if nation in (Nation.ENGLAND, Nation.WALES) else Nation.UNKNOWN


def nation_of_activity(activity: Activity) -> Nation:
    """The nation in which the activity is given, that of the children where the order names none."""
    return Nation(activity.given_in) if activity.given_in else case_as_one_nation(activity.case)


def clock_of(case: Case, terms: Terms | None) -> OrderClock | None:
    """The clock of an activity, until its order ceased where somebody left; None while none is ordered, or
    while nobody knows the day of the order."""
    clock = _clock_of_order(case, terms)
    return rules.clock_until_somebody_left(clock, terms.left_on) if clock and terms else None


def _clock_of_order(case: Case, terms: Terms | None) -> OrderClock | None:
    if terms is None or terms.order is None or terms.order.made_on is None:
        return None
    return rules.activity_clock(
        OrderFacts(
            terms.order.made_on, terms.starts_on, terms.months, terms.ends_on, bool(terms.as_sealed),
            case_as_one_nation(case),
        )
    )  # fmt: skip


def last_day_of(activity: Activity) -> date | None:
    """The last day on which anything is asked."""
    clock = clock_of(activity.case, terms_of(activity))
    return clock.ends_on if clock else None


def last_day_of_order(activity: Activity) -> date | None:
    """The last day as the order gives it, which tells nobody where somebody lives."""
    clock = _clock_of_order(activity.case, terms_of(activity))
    return clock.ends_on if clock else None


def has_ceased(activity: Activity) -> bool:
    """Whether its order ceased, because somebody left England and Wales (ACT-RESIDENCE)."""
    return last_day_of(activity) != last_day_of_order(activity)


def while_asked(activity: Activity, sessions: QuerySet[Happened]) -> QuerySet[Happened]:
    """Of some sessions those up to the last day on which anything is asked."""
    last_on = last_day_of(activity)
    return sessions if last_on is None else sessions.filter(on__lte=last_on)


def unreported(activity: Activity) -> QuerySet[Happened]:
    """The sessions missed while something was asked of which the court was not told since, where it asked for
    monitoring; the first one recorded comes first."""
    missed = while_asked(activity, happened_of(activity).filter(kind=Happened.MISSED)).order_by("at", "pk")
    if not is_monitored(activity):
        return missed.none()
    told = activity.reports.filter(kind=Report.FAILURE).order_by("at").last()
    return missed.filter(at__gt=told.at) if told else missed


def directions_of(activity: Activity, kind: str) -> Sequence[Direction]:
    """What the court directs of us about an activity, as it stands: what names its adult, and what names
    nobody."""
    if activity.order is None and kind == INFORMATION:
        live = Direction.objects.filter(case=activity.case_id, kind=kind, superseded_at=None)
        return list(live.filter(Q(party=None) | Q(party=activity.party_id)).order_by("pk"))
    found = standing(_directions_ever(activity, kind))
    if activity.order is not None and kind == INFORMATION:
        return [one for one in found if asked_before(activity.order, one)]
    return found


@once
def _directions_ever(activity: Activity, kind: str) -> Sequence[Direction]:
    """What the court ever directed about an activity that it ordered."""
    if activity.order is None:
        return ()
    found = [one for one in _about(activity.order, kind, None) if one.party_id is None]
    if activity.party_id is not None:
        own = _about(activity.order, kind, activity.party_id)
        found += [one for one in own if one.party_id == activity.party_id]
    return sorted(found, key=lambda one: one.pk)


def _about(order: Order, kind: str, party: int | None) -> Sequence[Direction]:
    return directions_ever_about(order, [kind], *_ordered_of(order.case_id, party))


@once
def _ordered_of(case: int, party: int | None) -> tuple[set[int], Mapping[int, datetime]]:
    every = Activity.objects.filter(case=case).exclude(order=None)
    ordered = every if party is None else every.filter(party=party)
    go_on = set(running(ordered).values_list("order", flat=True))
    ended = Ended.objects.filter(activity__in=ordered, wrong=None).order_by("at")
    over = {number: at for number, at in ended.values_list("activity__order", "at") if number not in go_on}
    return go_on | over.keys(), over


def monitored_by(activity: Activity) -> Direction | None:
    """What the court directs of the monitoring of an activity, last of all."""
    return next(reversed(directions_of(activity, MONITORING)), None)


@once
def is_monitored(activity: Activity) -> bool:
    """Whether the court asks for monitoring: by a direction that stands, or by the order as somebody read it,
    as long as the court has not taken back since what that order directs (ACT-MONITOR)."""
    if monitored_by(activity) is not None:
        return True
    return bool(activity.is_monitored) and not _is_taken_back(activity)


def _is_taken_back(activity: Activity) -> bool:
    read_at = activity.terms_at
    return read_at is not None and any(
        one.superseded_at is not None and one.superseded_at >= read_at
        for one in _directions_ever(activity, MONITORING)
        if goes_back_to(one).order_id == activity.order_id
    )


def monitoring_is_lifted(activity: Activity) -> bool:
    """Whether the court directed monitoring and has taken it back."""
    return not is_monitored(activity) and bool(_directions_ever(activity, MONITORING))


def question_about(activity: Activity) -> Direction | None:
    """What the court asks about an activity and nobody answered since."""
    last = activity.reports.filter(kind=Report.INFORMATION).order_by("at").last()
    return unanswered(directions_of(activity, INFORMATION), last.at if last else None)


def is_asked_about_another(activity: Activity, party: Party) -> bool:
    """Whether an entry with an order waits with a question that names its adult, and the order, under which
    nothing has happened yet, turns out to be about somebody else (ACT-INFO)."""
    if activity.order_id is None or activity.party_id in (None, party.pk):
        return False
    under = activity.reports.exclude(kind=Report.INFORMATION)
    if happened_of(activity).exists() or under.exists():
        return False
    return any(one.party_id == activity.party_id for one in directions_of(activity, INFORMATION))
