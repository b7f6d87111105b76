"""A family as the courts send it whose mother must not be found: her place in all six places of the feed."""

from copy import deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

from lles.site.synthetic import Family, Wish, draw_family, private_case
from lles.site.synthetic.draws import identity
from lles.site.synthetic.odd import with_unknown_words
from tests.crawl.canary import BEFORE, EMAIL, HOME, PHONE

SEED = 77


def hidden_family(number: int, day: date) -> Family:
    """Two parents, two children with the mother, an order, and a place that nobody may learn."""
    wish = Wish(
        court="chester", town="wrexham", children=2, confidential=True, issued_days_ago=6, hearing_in_days=9,
        letter_ordered_in_days=5,
    )  # fmt: skip
    drawn = draw_family(SEED, number, day, wish)
    (mother,), (father,) = drawn.applicants, drawn.respondents
    mother = replace(mother, address=HOME, earlier=(BEFORE,), phone=PHONE, email=EMAIL, lawyer=None)
    return replace(drawn, applicants=(mother,), respondents=(father,), says_harm=True)


def as_sent(family: Family) -> dict[str, Any]:
    """The case as the court sends it, with the place also where nobody would look for it."""
    case: dict[str, Any] = deepcopy(with_unknown_words(private_case(family)))
    said = case["case_data"]
    said["newAddressOfApplicant"] = HOME.in_one_line()
    said[f"notes for {HOME.postcode}"] = {"telephone": PHONE}
    said["otherDocuments"] = [_paper(family, f"Letter to {HOME.in_one_line()}.pdf")]
    said["respondents"][0]["value"]["relationshipToChildren"] = f"Father. She lives at {HOME.in_one_line()}."
    said["interpreterNeeds"] = [{"id": "1", "value": {"party": ["applicant"], "language": f"ring {PHONE}"}}]
    said["orderCollection"][0]["value"]["otherDetails"]["createdBy"] = f"Court office, {EMAIL}"
    return case


def _paper(family: Family, name: str) -> dict[str, Any]:
    key = identity(SEED, family.number, "letter to the mother")
    value = {"documentName": name, "documentOther": {"document_filename": name, "document_id": key}}
    return {"id": "1", "value": {**value, "notes": f"sent to {HOME.in_one_line()}"}}
