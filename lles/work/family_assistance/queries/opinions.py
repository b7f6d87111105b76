"""Where an opinion on a family assistance order may have been given."""

from collections.abc import Sequence
from datetime import date

from lles.casefile.documents import COURT
from lles.casefile.models import Case, Document, Hearing
from lles.casefile.queries.court import day_of


def reports_and_hearings(case: Case, today: date) -> tuple[Sequence[Document], Sequence[Hearing]]:
    """Where an opinion may have been given: the documents sealed for the court, and the hearings up to
    today."""
    documents = list(case.documents.filter(reader=COURT).order_by("kind", "-version", "language"))
    latest = {(one.kind, one.version): one for one in reversed(documents)}
    hearings = case.hearings.exclude(starts_at=None).order_by("-starts_at")
    return list(latest.values()), [one for one in hearings if (day_of(one) or today) <= today]


def hearing_of(case: Case, pk: int) -> Hearing | None:
    """A hearing of the case."""
    return case.hearings.filter(pk=pk).first()
