"""Letters through the product, from the record through the gate to bytes, beside the renderer alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from lles.casefile.models import Case, Officer
from lles.links import pdf
from lles.work.safeguarding.changes.preview import preview_letter
from lles.work.safeguarding.documents.safeguarding_letter.document import TEMPLATES, as_data, title
from lles.work.safeguarding.queries.filing import letter_of
from lles.work.safeguarding.queries.letter import letter_facts
from lles.work.safeguarding.queries.letter_record import letter_record
from lles.work.safeguarding.queries.readers import readers
from tests.bench.clock import backend, quietest
from tests.bench.table import Part, against

GOAL = 1.3


@dataclass(frozen=True)
class Order:
    """What the renderer is asked for."""

    template: Path
    values: Mapping[str, object]
    language: str
    title: str
    made_at: datetime

    def render(self) -> bytes:
        """The document by the renderer alone."""
        return pdf.render(
            self.template, self.values, language=self.language, title=self.title, made_at=self.made_at
        )


def measured(officer: Officer, now: datetime, cases: int) -> Part:
    """The table of the letters; a letter is one version for one reader in one language."""
    at = now.replace(microsecond=0)
    mine = Case.objects.filter(officer=officer, closed_at=None, pathway="cap")
    chosen = list(mine.order_by("pk")[:cases])
    orders = [order for case in chosen for order in _orders(case, officer, at)]
    made = quietest([partial(_preview, case, officer, at) for case in chosen], backend(), rounds=3)
    bare = quietest([order.render for order in orders], None, rounds=3)
    product, ratio = made.wall * len(chosen) / len(orders), made.wall * len(chosen) / len(orders) / bare.wall
    columns = (
        "Letters, both languages, through the gate",
        "a second",
        "ms each",
        "bare renderer a second",
        "times",
        "goal",
    )
    goal = against(ratio, GOAL, f"{GOAL} times")
    row = (f"{len(orders)} letters of {len(chosen)} cases", f"{1000 / product:.1f}", f"{product:.0f}")
    return Part(columns, ((*row, f"{1000 / bare.wall:.1f}", f"{ratio:.2f}", goal),))


def _preview(case: Case, officer: Officer, at: datetime) -> None:
    previewed = preview_letter(case=case, by=officer, at=at)
    assert previewed.released, previewed.refusals
    assert not previewed.refusals, previewed.refusals


def _orders(case: Case, officer: Officer, at: datetime) -> Iterator[Order]:
    record = letter_record(case, letter_of(case))
    for reader in readers(case, record.withheld):
        facts = letter_facts(record, reader, officer, at, draft=True)
        for language in reader.languages:
            words = title(facts).said(language)
            yield Order(TEMPLATES[language], as_data(facts, language), language, words, at)
