"""The papers an invented court holds: forms and orders of a few lines, set as real PDFs."""

from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

from lles.casefile.documents import make
from lles.law.bilingual import day_in_words
from lles.site.synthetic.draws import identity
from lles.site.synthetic.facts import Adult, Family, Paper
from lles.site.synthetic.families import LONDON

TEMPLATE = Path(__file__).with_name("paper.typ")
INVENTED = "Invented for demonstration: no such people, no such place."


def papers_of(family: Family) -> tuple[Paper, ...]:
    """Every paper of a case: the application, the confidential details, what is alleged, and each order."""
    return tuple(_papers(family))


def content_of(family: Family, paper: Paper) -> bytes:
    """The bytes of a paper, the same each time they are asked for."""
    made_at = datetime.combine(family.days.submitted_on, time(9), LONDON)
    facts = {"lines": list(paper.lines)}
    made = make(
        TEMPLATE,
        facts,
        kind="invented_paper",
        reader="court",
        language="en",
        title=paper.title,
        made_at=made_at,
    )
    return made.content


def documents_of(family: Family) -> dict[str, bytes]:
    """The bytes of every paper, by the court's key of it."""
    return {paper.key: content_of(family, paper) for paper in papers_of(family)}


def _papers(family: Family) -> Iterator[Paper]:
    yield _paper(family, "c100", "C100_application.pdf", "finalDocument", "C100", tuple(_application(family)))
    if any(adult.confidential for adult in family.applicants):
        yield _paper(family, "c8", "C8_contact_details.pdf", "c8Document", "C8", tuple(_contact(family)))
    if family.says_harm:
        yield _paper(family, "c1a", "C1A_allegations.pdf", "c1ADocument", "C1A", _ALLEGATIONS)
    for place, order in enumerate(family.orders, start=1):
        by = f"To be filed by {day_in_words(order.due_on, 'en')}." if order.due_on else ""
        lines = (INVENTED, *(f"The service shall file: {report}." for report in order.reports), by)
        yield _paper(family, f"order {place}", f"Order_{place}.pdf", "order", order.title, lines)


def _paper(
    family: Family, of: str, file_name: str, category: str, title: str, lines: tuple[str, ...]
) -> Paper:
    key = identity(family.seed, family.number, f"paper {of}")
    return Paper(key, file_name, category, title, tuple(line for line in lines if line))


def _application(family: Family) -> Iterator[str]:
    yield INVENTED
    yield from (
        f"Child: {child.name}, born {day_in_words(child.born_on, 'en')}." for child in family.children
    )
    yield from (f"Applicant: {_whereabouts(adult)}" for adult in family.applicants)
    yield from (f"Respondent: {_whereabouts(adult)}" for adult in family.respondents)


def _whereabouts(adult: Adult) -> str:
    if adult.confidential:
        return f"{adult.name}. Contact details are on form C8."
    return f"{adult.name}, {adult.address.in_one_line()}." if adult.address else f"{adult.name}."


def _contact(family: Family) -> Iterator[str]:
    yield INVENTED
    for adult in family.applicants:
        if adult.confidential and adult.address:
            yield f"The details of {adult.name} are not to be told to anybody but the court and the service."
            yield adult.address.in_one_line()
            yield f"{adult.phone}; {adult.email}"


_ALLEGATIONS = (
    INVENTED,
    "The applicant says that there was shouting and pushing at home, and that the children saw it.",
    "The applicant asks the court to make sure that handovers are calm.",
)
