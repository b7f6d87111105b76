"""Notes added to cases through the door, beside the same two rows by bare SQL."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from psycopg.types.json import Jsonb

from lles.casefile.changes.notes import add_note
from lles.casefile.locations import sealed
from lles.casefile.models import Case, Officer
from lles.casefile.timeline import says
from tests.bench.bare import OFFICER, Bare
from tests.bench.clock import backend, quietest, statements
from tests.bench.table import CHANGES, Part, against, of_the_database

GOAL = 5
WORDS = "Spoke with the school: both children are well, and nobody there has seen anything of concern."
NOTE = """
INSERT INTO casefile_note (case_id, words, language, by_id, at)
VALUES (%(case)s, %(words)s, 'en', %(officer)s, %(at)s) RETURNING id
"""
ENTRY = """
INSERT INTO casefile_entry (case_id, subject, kind, facts, by_id, at)
VALUES (%(case)s, '', 'note_added', %(facts)s, %(officer)s, %(at)s)
"""


def measured(database: str, officer: Officer, now: datetime) -> Part:
    """The table of the notes: one on each open case of the officer, round after round."""
    cases = list(Case.objects.filter(officer=officer, closed_at=None).order_by("pk"))
    bare = Bare(database, now.date())
    adding = [partial(add_note, case=case, by=officer, at=now, words=WORDS, language="en") for case in cases]
    made = quietest(adding, backend())
    beside = quietest([_bare(bare, case, officer, now) for case in cases], bare.pid)
    with statements() as sent:
        adding[0]()
    goal = against(made.cpu, GOAL, f"{GOAL} ms")
    row = (f"{made.cpu:.1f}", of_the_database(made), f"{made.wall:.1f}", f"{beside.cpu:.2f}", str(len(sent)))
    return Part(CHANGES, (("Add a note", *row, goal),))


def _bare(bare: Bare, case: Case, officer: Officer, now: datetime) -> Callable[[], object]:
    facts = Jsonb(dict(says("note_added", by=officer.name, note=1).as_data()))
    known = {
        "case": case.pk, "officer": officer.pk, "account": officer.account_id, "at": now,
        "words": sealed(WORDS.encode()), "facts": facts,
    }  # fmt: skip

    def add() -> None:
        with bare.connection.transaction():
            for statement in (OFFICER, NOTE, ENTRY):
                bare.connection.execute(statement.encode(), known)

    return add
