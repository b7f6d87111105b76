"""What is written of an enforcement in one language, for whoever says it in the other too."""

from collections.abc import Iterator

from lles.casefile.queries.in_both import Written
from lles.casefile.timeline import word
from lles.law.bilingual import Text, day_in_words
from lles.work.enforcement.models import Enforcement
from lles.work.enforcement.queries.facts import alleged_of, work_of


def written_of(enforcement: Enforcement) -> Iterator[Written]:
    """What the author wrote that a document of it can tell: each failure that is alleged, and what the court
    asks to be told."""
    said = word("enforcement_part.alleged")
    for one in alleged_of(enforcement):
        where = Text(
            en=f"{said.en}, {day_in_words(one.row.on, 'en', weekday=False)}",
            cy=f"{said.cy}, {day_in_words(one.row.on, 'cy', weekday=False)}",
        )
        yield where, one.row.language, one.row.words
    work = work_of(enforcement)
    if work is not None:
        yield word("enforcement_part.asks"), work.language, work.asks
