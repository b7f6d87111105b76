"""Letters that go to people: the introductory letters before the first call, and the filed letter."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from lles.casefile.changes.serving import record_served
from lles.work.introductions.changes import decide_letters
from lles.work.introductions.queries import KIND, Decided

if TYPE_CHECKING:
    from lles.casefile.models import Case, Officer, Party

POST, AT_COURT = "post", "at_court"


def introduce(case: "Case", by: "Officer", at: datetime, parties: Sequence["Party"]) -> None:
    """Makes the introductory letters of a case, in every language that is due."""
    decide_letters(case=case, by=by, at=at, decided=[Decided(party) for party in parties])


def post_introduction(case: "Case", by: "Officer", at: datetime, party: "Party") -> None:
    """Records that an introductory letter was posted."""
    _serve(case, by, at, party, KIND, POST)


def serve_letter(case: "Case", by: "Officer", at: datetime, party: "Party", way: str) -> None:
    """Records that the letter the court has was served on a party."""
    _serve(case, by, at, party, "safeguarding_letter", way)


def serve_all(case: "Case", by: "Officer", at: datetime) -> None:
    """Records that what was sealed for people and is not with them yet was posted."""
    for serving in case.servings.filter(served=None).select_related("party"):
        record_served(case=case, by=by, at=at, serving=serving, way=POST, served_at=at)


def _serve(case: "Case", by: "Officer", at: datetime, party: "Party", kind: str, way: str) -> None:
    serving = case.servings.select_related("party").get(party=party, kind=kind)
    record_served(case=case, by=by, at=at, serving=serving, way=way, served_at=at)
