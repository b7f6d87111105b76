"""Each breach that was alleged, who was asked about it, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from lles.casefile.models import Case, Party
from lles.casefile.once import once
from lles.work.monitoring.models import Breach, Call, Decision, Monitoring, Provision, Wrong
from lles.work.monitoring.queries.facts import calls_of, reports_filed, sides_of, wrong_of
from lles.work.monitoring.queries.period import day_of


@dataclass(frozen=True)
class BreachStands:
    """A breach as it stands: who has not been asked, on which day the last side was, what each side and each
    child said of that day, and what was decided."""

    row: Breach
    unasked: tuple[Party, ...]
    asked_on: date | None
    accounts: tuple[Call, ...]
    decision: Decision | None

    @property
    def state(self) -> str:
        """Alleged until each side was asked and somebody decided; then confirmed, or not shown."""
        if self.decision is None:
            return "alleged" if self.unasked else "asked"
        return "confirmed" if self.decision.is_confirmed else "not_shown"


@once
def breaches_of(monitoring: Monitoring) -> Sequence[BreachStands]:
    """Each breach that a call alleges, with how it stands; not one that wrong calls alone alleged."""
    calls, sides, wrong = calls_of(monitoring), sides_of(monitoring), wrong_of(monitoring)
    found = decisions_of(monitoring).filter(wrong=None).select_related("by")
    last = {one.breach_id: one for one in found}
    return [
        _stands(row, calls, sides, _counts(last.get(row.pk), row, wrong))
        for row in monitoring.breaches.select_related("provision")
        if any(_alleges(one, row) for one in calls)
    ]


def _alleges(call: Call, row: Breach) -> bool:
    is_of_the_day = call.monitored_on == row.monitored_on
    return is_of_the_day and call.answers.get(str(row.provision.number)) in Call.FAILED


def _counts(decision: Decision | None, row: Breach, wrong: Sequence[Wrong]) -> Decision | None:
    """What was found, unless a call on which it rested turned out to be wrong after it (MON-SIDES)."""
    if decision is None:
        return None
    rested = [one.call for one in wrong if one.call and one.call.at <= decision.at <= one.at]
    of_the_day = (one for one in rested if one.monitored_on == row.monitored_on)
    return None if any(_is_about(one, row.provision) for one in of_the_day) else decision


def decisions_of(monitoring: Monitoring) -> QuerySet[Decision]:
    """What was ever found of a breach of this monitoring."""
    return Decision.objects.filter(breach__monitoring=monitoring)


def breach_of(monitoring: Monitoring, pk: int) -> BreachStands | None:
    """One breach of this monitoring."""
    return next((one for one in breaches_of(monitoring) if one.row.pk == pk), None)


def monitoring_of_breach(case: Case, pk: int) -> Monitoring | None:
    """The monitoring of the case to which a breach belongs."""
    found = Monitoring.objects.filter(case=case, breaches=pk)
    return found.select_related("order").first()


def _stands(
    row: Breach, calls: Sequence[Call], sides: Sequence[Party], decision: Decision | None
) -> BreachStands:
    of_the_day = [one for one in calls if one.monitored_on == row.monitored_on]
    asked: dict[int | None, date] = {}
    for one in of_the_day:
        if one.outcome in Call.ASKED and _is_about(one, row.provision):
            asked.setdefault(one.party_id, day_of(one.held_at))
    unasked = tuple(party for party in sides if party.pk not in asked)
    last = max((asked[party.pk] for party in sides if party.pk in asked), default=None)
    return BreachStands(row, unasked, last, tuple(of_the_day), decision)


def _is_about(call: Call, provision: Provision) -> bool:
    """Whether a call asked about a provision: it was answered, or it stood there to be asked (MON-SIDES)."""
    return str(provision.number) in call.answers or provision.added_at <= call.at


def unreported(monitoring: Monitoring) -> Sequence[BreachStands]:
    """The confirmed breaches of which no report is with the court yet."""
    reported = {pk for one in reports_filed(monitoring) for pk in one.breaches}
    return [one for one in breaches_of(monitoring) if one.state == "confirmed" and one.row.pk not in reported]
