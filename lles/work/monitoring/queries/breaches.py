"""Each breach that was alleged, who was asked about it, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lles.casefile.models import Case, Party
from lles.casefile.once import once
from lles.work.monitoring.models import Breach, Call, Decision, Monitoring, Provision
from lles.work.monitoring.queries.facts import calls_of, reports_filed, sides_of
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
    """Each breach that was alleged, with how it stands."""
    calls, sides = calls_of(monitoring), sides_of(monitoring)
    rows = monitoring.breaches.select_related("provision", "call", "decision__by")
    return [_stands(row, calls, sides) for row in rows]


def breach_of(monitoring: Monitoring, pk: int) -> BreachStands | None:
    """One breach of this monitoring."""
    return next((one for one in breaches_of(monitoring) if one.row.pk == pk), None)


def monitoring_of_breach(case: Case, pk: int) -> Monitoring | None:
    """The monitoring of the case to which a breach belongs."""
    found = Monitoring.objects.filter(case=case, breaches=pk)
    return found.select_related("order").first()


def _stands(row: Breach, calls: Sequence[Call], sides: Sequence[Party]) -> BreachStands:
    of_the_day = [one for one in calls if one.monitored_on == row.monitored_on]
    asked: dict[int | None, date] = {}
    for one in of_the_day:
        if one.outcome in Call.ASKED and _is_about(one, row.provision):
            asked.setdefault(one.party_id, day_of(one.held_at))
    unasked = tuple(party for party in sides if party.pk not in asked)
    last = max((asked[party.pk] for party in sides if party.pk in asked), default=None)
    return BreachStands(row, unasked, last, tuple(of_the_day), getattr(row, "decision", None))


def _is_about(call: Call, provision: Provision) -> bool:
    """Whether a call asked about a provision: it was answered, or it stood there to be asked (MON-SIDES)."""
    return str(provision.number) in call.answers or provision.added_at <= call.at


def unreported(monitoring: Monitoring) -> Sequence[BreachStands]:
    """The confirmed breaches of which no report is with the court yet."""
    reported = {pk for one in reports_filed(monitoring) for pk in one.breaches}
    return [one for one in breaches_of(monitoring) if one.state == "confirmed" and one.row.pk not in reported]
