"""What the demonstration says: plain sentences on standard output, how far it is on standard error."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lles.casefile.gate import Refusal, sealed
from lles.casefile.timeline import word
from lles.law.bilingual import day_in_words
from lles.law.due import Due, due_day_from_data

if TYPE_CHECKING:
    from lles.casefile.models import Case, Document

LETTER_TASK = "safeguarding.letter"
PATHWAYS = {
    "cap": "older pathway",
    "pathfinder": "Pathfinder",
    "public-law": "public law",
    "": "pathway unknown",
}
BEGUN = {
    "safeguarding.sign_off": "it waits for a second signature",
    "family_assistance.review": "a family is helped under an order, and its plan is soon reviewed",
    "enforcement.failure": "an order is enforced, and the court is to be told of a failure",
    "safeguarding.short_notice": "its hearing is too near, so a short-notice letter is begun",
}
LANGUAGE_NAMES = {"en": "English", "cy": "Welsh"}


def progress(line: str) -> None:
    """Says how far the demonstration is."""
    print(line, file=sys.stderr, flush=True)


def tell(lines: Iterable[str]) -> None:
    """Says what was done."""
    for line in lines:
        print(line, flush=True)


def of_the_case(case: "Case") -> Iterator[str]:
    """The case, the due day of its letter, and why it is that day."""
    children = " and ".join(child.name for child in case.children.all())
    yield f"Case {case.reference}: {children}, before {case.court_name}."
    nations = " and ".join(sorted({child.nation.title() for child in case.children.all()}))
    yield f"The children live in {nations}. The case is with {_who(case)}."
    due = letter_due(case)
    if due is not None:
        yield f"The safeguarding letter is due on {day_in_words(due.on, 'en')}."
        yield f"  Why: {due.says.en}"
        yield f"  Pam: {due.says.cy}"


def letter_due(case: "Case") -> Due | None:
    """The due day of the letter as it stands on its task, ended or not."""
    task = case.tasks.filter(kind=LETTER_TASK).exclude(due_on=None).order_by("pk").last()
    due = due_day_from_data(task.due) if task is not None and task.due else None
    return due if isinstance(due, Due) else None


def of_the_gate(stopped: Sequence[Refusal]) -> Iterator[str]:
    """What the gate stopped, told without what it was about."""
    if stopped:
        readers = ", ".join(sorted({f"{refusal.reader} ({refusal.language})" for refusal in stopped}))
        yield f"An answer named the place the mother keeps secret. The gate stopped it for: {readers}."
        yield f"  {stopped[0].place}: {stopped[0].reason.en}"


def of_the_filing(case: "Case") -> Iterator[str]:
    """The receipt of each document that went to the court, and what the court answered."""
    for document in _sealed(case):
        if document.reader == "court":
            filing = document.filing
            language = LANGUAGE_NAMES[document.language]
            state = filing.state.replace("_", " ")
            yield f"Filed with the court in {language}: {state}, receipt {filing.receipt}."


def of_the_serving(case: "Case") -> Iterator[str]:
    """Who got what, in which language, when and how."""
    for serving in case.servings.select_related("party").order_by("pk"):
        document = word(f"document.{serving.kind}").en
        for done in serving.served.all():
            languages = " and ".join(LANGUAGE_NAMES[one] for one in done.languages)
            way, on = word(f"served_by.{done.way}").en, day_in_words(done.served_at.date(), "en")
            yield f"{document}: served on {serving.party.name} in {languages} {way}, {on}."


def write_letters(case: "Case", out: Path) -> Iterator[str]:
    """Copies every sealed version to a folder, and names the copies."""
    out.mkdir(parents=True, exist_ok=True)
    for document in _sealed(case):
        made = sealed(document)
        path = out / f"{document.reader}.{document.language}.pdf"
        if not path.exists() or path.read_bytes() != made.content:
            path.write_bytes(made.content)
        yield f"  {path}"


def of_the_others(others: Iterable["Case"], held: int, by_mail: int) -> Iterator[str]:
    """Where the other cases stand."""
    for case in others:
        due = letter_due(case) if _has_open(case, LETTER_TASK) else None
        letter = f"; letter due on {day_in_words(due.on, 'en')}" if due else ""
        begun = "".join(f"; {says}" for kind, says in BEGUN.items() if _has_open(case, kind))
        yield f"  {case.reference}: {PATHWAYS[case.pathway]}, with {_who(case)}{letter}{begun}."
    yield f"  Held in Arrivals because it has no number: {held}."
    yield f"  In Arrivals by e-mail from a Welsh court, to be keyed: {by_mail}."


def _has_open(case: "Case", kind: str) -> bool:
    return case.tasks.filter(kind=kind, ended_at=None).exists()


def _who(case: "Case") -> str:
    return case.officer.name if case.officer else "nobody yet"


def is_waiting(case: "Case") -> bool:
    """True while a sealed letter still waits to be sent."""
    return any(one.filing.state == "waiting" for one in _sealed(case) if one.reader == "court")


def _sealed(case: "Case") -> Sequence["Document"]:
    letter = case.documents.filter(kind="safeguarding_letter")
    return list(letter.select_related("filing").order_by("pk"))
