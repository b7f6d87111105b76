"""A family whose child arrangements order is enforced: the court found one failure proved and one excused;
the father works his hours, was warned, and failed again; the court is to be told."""

from typing import TYPE_CHECKING

from lles.casefile.changes.directions import record_order
from lles.casefile.changes.people import allocate
from lles.site.demo.asking import AUTHORITY, POLICE, answer, ask, parents
from lles.site.demo.cast import Cast
from lles.site.demo.days import StoryDays
from lles.site.demo.ended import first_application_ends, got_to_know
from lles.site.demo.writing import serve_all
from lles.work.enforcement.changes.application import (
    Application,
    record_alleged,
    record_application,
    record_found,
    record_notice,
)
from lles.work.enforcement.changes.documents import write_document
from lles.work.enforcement.changes.order import Terms, record_happened, record_terms
from lles.work.enforcement.queries.report import Typed

if TYPE_CHECKING:
    from lles.casefile.models import Case
    from lles.work.enforcement.models import Enforcement

FIRST_ORDER, ISSUED, HEARD, ENFORCED = 130, 74, 52, 50  # working days ago
HOURS = 60
FAILED = (
    (90, "Roedd Cadi i ddod adref erbyn chwech; daeth drannoeth.", "breach"),
    (83, "Ni chafodd Cadi ffonio ei mam gyda'r nos.", "excuse"),
)
ASKS = "Adroddiad am unrhyw fethiant, a sut y mae Cadi."
HAPPENED = (
    (49, "told", None, "Enw Emrys Prosser, nifer yr oriau a chopi o'r gorchymyn."),
    (32, "hours", 14, "Dau ddiwrnod yn y parc."),
    (21, "warning", None, "Ni ddaeth i'r parc. Rhybudd ysgrifenedig."),
    (12, "hours", 7, "Un diwrnod yn y parc."),
    (2, "failure", None, "Ni ddaeth eto, ac ni roddodd reswm."),
)


def enforce_order(case: "Case", cast: Cast, days: StoryDays) -> None:
    """The first application ended with an order; it was broken, and the court has it enforced."""
    nia = cast["nia"]
    allocate(case=case, by=cast["rhian"], at=days.at(FIRST_ORDER + 10, 9), to=nia)
    got_to_know(case, nia, days.at(FIRST_ORDER + 9, 12))
    _answered(case, cast, days, FIRST_ORDER + 15)
    first_application_ends(case, nia, days.at(FIRST_ORDER, 15), days.at(ISSUED - 1, 9))
    enforcement = _apply(case, cast, days)
    _found(enforcement, cast, days)
    _order(enforcement, cast, days)
    _happens(enforcement, cast, days)


def _answered(case: "Case", cast: Cast, days: StoryDays, days_ago: int) -> None:
    """Every check of the first application is asked and answered; the order is too new for fresh ones."""
    bodies = {POLICE: "north-wales", AUTHORITY: "wrexham"}
    for check in case.checks.filter(answers=None):
        ask(case, cast["owain"], days.at(days_ago + 4, 10), check, bodies[check.kind])
        answer(case, cast["owain"], days.at(days_ago, 11), check, "nothing_known")


def _apply(case: "Case", cast: Cast, days: StoryDays) -> "Enforcement":
    """The mother applies; what she says of the father stays alleged until the court finds otherwise."""
    nia, (mother, father) = cast["nia"], parents(case)
    application = Application(
        party=father, applicant=mother, issued_on=days.before(ISSUED), about_on=days.before(FIRST_ORDER),
        is_attached=True,
    )  # fmt: skip
    at = days.at(ISSUED - 1, 10)
    enforcement = record_application(case=case, by=nia, at=at, application=application)
    for party in (mother, father):
        record_notice(
            case=case, by=nia, at=at, enforcement=enforcement, party=party, way="served",
            on=days.before(FIRST_ORDER - 3),
        )  # fmt: skip
    for days_ago, words, _outcome in FAILED:
        record_alleged(
            case=case, by=nia, at=at, enforcement=enforcement, on=days.before(days_ago), words=words,
            language="cy",
        )  # fmt: skip
    return enforcement


def _found(enforcement: "Enforcement", cast: Cast, days: StoryDays) -> None:
    """What the court found of each failure."""
    alleged, at = enforcement.alleged.order_by("on"), days.at(HEARD, 15)
    for row, (_days_ago, _words, outcome) in zip(alleged, FAILED, strict=True):
        record_found(case=enforcement.case, by=cast["nia"], at=at, alleged=row, outcome=outcome, on=at.date())


def _order(enforcement: "Enforcement", cast: Cast, days: StoryDays) -> None:
    """The order with its hours, and the letter that says what it means."""
    nia, case, at = cast["nia"], enforcement.case, days.at(ENFORCED, 16)
    record_order(case=case, by=nia, at=at, kind="enforcement", title="C80", made_on=at.date())
    enforcement.refresh_from_db()
    terms = Terms(
        HOURS, as_sealed=True, notice_on=at.date(), asks=ASKS, officer="Delyth Morgan",
        officer_office="Swyddfa Brawf Glannau Dyfrdwy", leave_on=at.date(), language="cy",
    )  # fmt: skip
    record_terms(case=case, by=nia, at=at, enforcement=enforcement, terms=terms)
    at, typed = days.at(ENFORCED - 1, 10), Typed({}, "cy")
    write_document(case=case, by=nia, at=at, enforcement=enforcement, kind="start_letter", typed=typed)
    serve_all(case, nia, at)


def _happens(enforcement: "Enforcement", cast: Cast, days: StoryDays) -> None:
    """Hours, a warning, hours, and the failure that the responsible officer reported."""
    for days_ago, kind, hours, words in HAPPENED:
        at = days.at(days_ago, 11)
        record_happened(
            case=enforcement.case, by=cast["nia"], at=at, enforcement=enforcement, kind=kind, on=at.date(),
            words=words, language="cy", hours=hours,
        )  # fmt: skip
