"""The letters to the adult whom an enforcement order binds: when there is one to make, in which languages."""

from collections.abc import Sequence

from lles.casefile.models import Case, Party
from lles.casefile.queries.readers import languages_of, nation_of
from lles.casefile.queries.reports import Version
from lles.work.enforcement.models import Enforcement, Report
from lles.work.enforcement.queries.facts import runs, work_of


def versions_of_letter(case: Case, party: Party) -> Sequence[Version]:
    """A letter is for the person it binds alone, in their language."""
    return tuple((party.slug, language) for language in languages_of(party, nation_of(case)))


def letter_may_be_made(enforcement: Enforcement, kind: str) -> bool:
    """Whether there is an order that begins, with what it asks, or one that has ended."""
    if enforcement.order is None or work_of(enforcement) is None:
        return False
    return runs(enforcement) if kind == Report.START else not runs(enforcement)
