"""An enforcement as the tests of its documents have it."""

from datetime import date, datetime
from typing import Any

from lles.casefile.changes.directions import record_order
from lles.casefile.gate import sealed
from lles.casefile.models import Case, Document, Officer
from lles.links.pdf_reader import places
from lles.work.enforcement.changes.documents import write_document
from lles.work.enforcement.models import Alleged, Ended, Enforcement, Happened, Notice, Report, UnpaidWork
from lles.work.enforcement.queries.report import Typed

ANSWERS: dict[str, Any] = {
    "work": "Yes.", "person": "He works nights.", "beliefs": "None.", "times": "Not on Fridays."
}  # fmt: skip
MADE, BREACH = date(2026, 2, 2), date(2026, 1, 10)
PLACE = "She lives at 7 Heol y Dŵr, LL11 1ZZ."


def enforcement_of_the_father(
    case: Case, by: Officer, at: datetime, *, ordered: bool = False,
    words: str = "He did not come to the handover.",
) -> Enforcement:  # fmt: skip
    """An enforcement against the father, with one failure that the mother alleges; `ordered` with what the
    order asks and what happened under it."""
    mother, father = case.parties.get(role="applicant"), case.parties.get(role="respondent")
    one = Enforcement.objects.create(
        case=case, applicant=mother, party=father, issued_on=date(2026, 1, 20), about_on=date(2025, 11, 3),
        begun_at=at, begun_by=by, said_at=at, said_by=by,
    )  # fmt: skip
    wrote: dict[str, Any] = {"language": "en", "by": by, "at": at}
    Alleged.objects.create(enforcement=one, on=BREACH, words=words, **wrote)
    Notice.objects.create(enforcement=one, party=father, way="served", on=date(2025, 11, 5), by=by, at=at)
    if ordered:
        one.order = record_order(case=case, by=by, at=at, kind="", title="C80", made_on=MADE)
        one.save()
        UnpaidWork.objects.create(
            enforcement=one, hours=120, as_sealed=True, notice_on=MADE, asks="Whether he came on time.",
            officer="Nerys Vaughan", officer_office="Dee Probation", **wrote,
        )  # fmt: skip
        for kind, hours in (("hours", 14), ("warning", None), ("failure", None)):
            Happened.objects.create(enforcement=one, kind=kind, on=date(2026, 3, 2), hours=hours, **wrote)
    return Enforcement.objects.get(pk=one.pk)


def write(
    one: Enforcement, by: Officer, at: datetime, kind: str, *, reasons: dict[str, str] | None = None,
    all_to_person: bool = False, **said: str,
) -> Report:  # fmt: skip
    """Writes and seals a document, in English."""
    typed = Typed(said, "en", all_to_person=all_to_person)
    return write_document(
        case=one.case, by=by, at=at, enforcement=one, kind=kind, typed=typed, reasons=reasons
    )


def end(one: Enforcement, by: Officer, at: datetime, outcome: str = "done") -> Enforcement:
    """The same, ended on 3 March 2026."""
    Ended.objects.create(enforcement=one, outcome=outcome, on=date(2026, 3, 3), language="en", by=by, at=at)
    return Enforcement.objects.get(pk=one.pk)


def text_of(document: Document) -> str:
    return " ".join(" ".join(place.text for place in places(sealed(document).content)).split())


def texts(case: Case, kind: str) -> dict[str, str]:
    found = case.documents.filter(kind=f"enforcement_{kind}")
    return {f"{one.reader} {one.language}": text_of(one) for one in found}
