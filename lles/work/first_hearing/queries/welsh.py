"""Who has chosen Welsh before a court in Wales, of whom the court is told early."""

from datetime import date

from lles.casefile.models import Case, Task, WelshInCourt
from lles.casefile.passage import is_new
from lles.casefile.queries.court import GATEKEEPING, day_of, going_ahead
from lles.casefile.queries.readers import adults
from lles.casefile.queries.service_law import calendar_in_force
from lles.casefile.rules.courts import is_in_wales
from lles.casefile.rules.language import WelshInCourtFacts, court_is_told_by, court_is_told_early_of_welsh
from lles.casefile.timeline import LONDON
from lles.law.due import DueDay

WELSH = "first_hearing.welsh"


def to_tell_of(case: Case) -> tuple[int, ...]:
    """The adults of a case of whose Welsh the court is to be told (CYM-COURT)."""
    in_wales = is_in_wales(case.court_code, case.court_name)
    chosen = [one for one in adults(case) if one.language == "cy"] if in_wales else []
    if not chosen:
        return ()
    rows = () if is_new(case) else WelshInCourt.objects.filter(case=case).values_list("party", "told_on")
    told: dict[int, date] = dict(rows)
    return tuple(
        one.pk
        for one in chosen
        if court_is_told_early_of_welsh(WelshInCourtFacts(in_wales, one.language, told.get(one.pk)))
    )


def told_by(task: Task) -> DueDay | None:
    """The day by which the court is told: reckoned from the day on which the party was asked, where that is
    known, else from the day of the task, and before the next hearing after that day."""
    party = task.party
    if party is None:
        return None
    asked_on = party.language_asked_on or task.opened_at.astimezone(LONDON).date()
    return court_is_told_by(asked_on, _next_hearing(task.case, asked_on), calendar_in_force())


def _next_hearing(case: Case, after: date) -> date | None:
    """The day of the next hearing after a day that parties attend."""
    attended = (one for one in case.hearings.all() if going_ahead(one) and one.type_code not in GATEKEEPING)
    return min((on for one in attended if (on := day_of(one)) and on > after), default=None)
