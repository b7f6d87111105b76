"""The other families: each stands where somebody has something to do next."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from lles.casefile.changes.enquiries import write_enquiry
from lles.casefile.changes.notes import add_note
from lles.casefile.changes.people import allocate
from lles.casefile.queries.enquiries import homes_to_tell
from lles.site.demo.asking import AUTHORITY, POLICE, answer, ask, check_of, chose, no_answer, parents, spoke
from lles.site.demo.assistance import help_family
from lles.site.demo.begun import begin_letters
from lles.site.demo.cast import Cast
from lles.site.demo.danger import refer_danger
from lles.site.demo.days import StoryDays
from lles.site.demo.enforcing import enforce_order
from lles.site.demo.families import EYNON, NOWAK, PROSSER, QURESHI, ROWLANDS, TREHARNE
from lles.site.demo.writing import introduce, post_introduction

if TYPE_CHECKING:
    from lles.casefile.models import Case, Check, Officer

LINE = (
    "The interpreter can be had at short notice in the mornings; ask for her when the father is next called."
)
NIGHTS = "Mae'r tad yn gweithio nosweithiau. Mae'n haws cael gafael arno ar ôl pedwar y prynhawn."


def leave_work_to_do(cases: Mapping[int, "Case"], cast: Cast, days: StoryDays) -> None:
    """One case is late, one due soon, on two a letter is begun, one family is helped
    under an order, in one an order is enforced; what arrived today waits for its manager."""
    _late(cases[NOWAK], cast, days)
    _due_soon(cases[ROWLANDS], cast, days)
    begin_letters(cases[EYNON], cases[QURESHI], cast, days)
    help_family(cases[TREHARNE], cast, days)
    enforce_order(cases[PROSSER], cast, days)


def _late(case: "Case", cast: Cast, days: StoryDays) -> None:
    daniel, clerk = cast["daniel"], cast["sunita"]
    mother, father = parents(case)
    allocate(case=case, by=cast["paul"], at=days.at(13, 9, 30), to=daniel)
    introduce(case, daniel, days.at(13, 11), (mother, father))
    for party in (mother, father):
        post_introduction(case, daniel, days.at(13, 15, 30), party)
    for party in (mother, father):
        ask(case, clerk, days.at(12, 10), check_of(case, party, POLICE), "cheshire")
        ask(case, clerk, days.at(12, 10, 10), check_of(case, party, AUTHORITY), "cheshire-east")
    answer(case, clerk, days.at(7, 11), check_of(case, mother, POLICE), "nothing_known")
    answer(case, clerk, days.at(6, 14), check_of(case, mother, AUTHORITY), "nothing_known")
    chose(case, daniel, days.at(9, 13, 55), mother, "en")
    spoke(case, daniel, days.at(9, 14), mother, "en", ())
    ask(case, clerk, days.at(4, 9, 15), check_of(case, father, POLICE), "cheshire")
    no_answer(case, daniel, days.at(3, 17), father)
    no_answer(case, daniel, days.at(1, 12, 40), father)
    refer_danger(case, cast, days)
    add_note(case=case, by=daniel, at=days.at(1, 12, 50), words=LINE, language="en")


def _due_soon(case: "Case", cast: Cast, days: StoryDays) -> None:
    nia, clerk = cast["nia"], cast["owain"]
    mother, father = parents(case)
    allocate(case=case, by=cast["rhian"], at=days.at(9, 9, 10), to=nia)
    introduce(case, nia, days.at(9, 10), (mother, father))
    post_introduction(case, nia, days.at(9, 15, 30), mother)
    for party in (mother, father):
        ask(case, clerk, days.at(8, 11), check_of(case, party, POLICE), "north-wales")
    _enquire(case, clerk, days.at(8, 11, 5), check_of(case, mother, AUTHORITY), "flintshire")
    ask(case, clerk, days.at(8, 11, 10), check_of(case, mother, AUTHORITY), "flintshire")
    answer(case, clerk, days.at(2, 10), check_of(case, mother, POLICE), "nothing_known")
    no_answer(case, nia, days.at(1, 16, 10), father)
    add_note(case=case, by=nia, at=days.at(1, 16, 20), words=NIGHTS, language="cy")


def _enquire(case: "Case", by: "Officer", at: datetime, check: "Check", body: str) -> None:
    """Writes to a body, and tells it only where somebody lives who lets everybody know."""
    homes = [one.key for one in homes_to_tell(check) if not one.protected]
    write_enquiry(case=case, by=by, at=at, check=check, body=body, details=homes)
