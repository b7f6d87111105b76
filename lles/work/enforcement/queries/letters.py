"""The letters to the adult whom an enforcement order binds: when there is one to make, in which languages,
and which reports it tells of."""

from collections.abc import Sequence
from datetime import date

from lles.casefile.models import Case, Filing, Party
from lles.casefile.queries.readers import languages_of, nation_of
from lles.casefile.queries.reports import Version
from lles.casefile.timeline import LONDON
from lles.work.enforcement.models import Enforcement, Report
from lles.work.enforcement.queries.facts import runs, work_of
from lles.work.enforcement.queries.moved import PREFIX, reports_of


def versions_of_letter(case: Case, party: Party) -> Sequence[Version]:
    """A letter is for the person it binds alone, in their language."""
    return tuple((party.slug, language) for language in languages_of(party, nation_of(case)))


def letter_may_be_made(enforcement: Enforcement, kind: str) -> bool:
    """Whether there is an order that begins, with what it asks, or one that has ended."""
    if enforcement.order is None or work_of(enforcement) is None:
        return False
    return runs(enforcement) if kind == Report.START else not runs(enforcement)


def days_of_reports(enforcement: Enforcement) -> tuple[date, ...]:
    """The days of the reports under the order that the court has in every language."""
    made = reports_of(enforcement).exclude(kind__in=(Report.INFORMATION, *Report.LETTERS))
    days = {one.at.astimezone(LONDON).date() for one in made if _is_with_the_court(enforcement.case, one)}
    return tuple(sorted(days))


def _is_with_the_court(case: Case, report: Report) -> bool:
    kind = f"{PREFIX}{report.kind}"
    ways = Filing.objects.filter(document__case=case, document__kind=kind, document__version=report.version)
    states = set(ways.values_list("state", flat=True))
    return bool(states) and states <= {Filing.ACCEPTED, Filing.FILED_BY_HAND}
