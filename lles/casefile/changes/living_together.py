"""That two parents live together, or no longer do: told, put right, never taken away."""

from dataclasses import dataclass
from datetime import date, datetime

from lles.casefile.access import Verb
from lles.casefile.changes.door import Done, Stale, change
from lles.casefile.models import Case, LivingTogether, Officer, Party
from lles.casefile.timeline import says


@dataclass(frozen=True)
class TogetherSaid:
    """What somebody told: which two parents, from which day to which (None: they still do), whether it was
    recorded wrongly before, whether both have parental responsibility, from which source and by whom."""

    first: Party
    second: Party
    since: date
    until: date | None
    both_responsible: bool | None
    source: str
    told_by: str
    told_party: Party | None = None
    is_wrong: bool = False


@change(needs=Verb.WORK)
def record_living_together(
    *,
    case: Case,
    by: Officer,
    at: datetime,
    said: TogetherSaid,
    replaces: LivingTogether | None = None,
    seen: int | None = None,
) -> Done[LivingTogether]:
    """Records one time in which two parents live together, or what is now known of one; days follow from it
    (S8-TOGETHER), and nothing is closed by it. The timeline says that it was recorded, never what was."""
    if replaces is not None and LivingTogether.objects.filter(replaces=replaces).exists():
        raise Stale(f"time together {replaces.pk}")
    first, second = sorted((said.first, said.second), key=lambda one: one.pk)
    row = LivingTogether.objects.create(
        case=case, first=first, second=second, since=said.since, until=said.until, is_wrong=said.is_wrong,
        both_responsible=said.both_responsible, source=said.source, told_by=said.told_by,
        told_party=said.told_party, replaces=replaces, by=by, at=at,
    )  # fmt: skip
    return Done(row, says("living_together", first=first.name, second=second.name))
