"""Answers of the court taken one by one and fifty at a time, beside the same rows copied by bare SQL."""

import json
from collections.abc import Sequence
from datetime import datetime
from functools import partial

from lles.casefile.changes.due_days import the_service
from lles.site.synthetic.facts import Payload
from lles.site.synthetic.many import answer, many
from lles.work.intake.changes.take import take_answer
from tests.bench.clock import Cost, backend, statements, timed
from tests.bench.copied_again import marks, seconds_to_copy
from tests.bench.table import Part, Row, against

SEED = 77
FIFTY = 50
GOAL = 0.25  # of what COPY reaches


def measured(database: str, now: datetime, ones: int, fifties: int) -> Part:
    """The lines of the feed."""
    before = marks(database)
    payloads = list(many(ones + FIFTY * fifties + 2, SEED, now.date()))
    _take(payloads[:1], now)
    with statements() as sent:
        _take(payloads[1:2], now)
    single = [payloads[place : place + 1] for place in range(2, 2 + ones)]
    by_fifty = [payloads[place : place + FIFTY] for place in range(2 + ones, len(payloads), FIFTY)]
    taken_singly, taken_by_fifty = _taken(single, now), _taken(by_fifty, now)
    copied = len(payloads) / seconds_to_copy(database, before)
    return Part(
        ("Feed", "cases a second", "same rows by COPY", "share", "CPU ms a case", "statements", "goal"),
        (
            _row("answers of 1 case", taken_singly, copied, str(len(sent))),
            _row(f"answers of {FIFTY} cases", taken_by_fifty, copied, ""),
        ),
    )


def _row(what: str, taken: Cost, copied: float, sent: str) -> Row:
    share = 1000 / taken.wall / copied
    goal = against(-share, -GOAL, f"{GOAL:.0%} of COPY")
    return what, f"{1000 / taken.wall:.1f}", f"{copied:,.0f}", f"{share:.1%}", f"{taken.cpu:.1f}", sent, goal


def _taken(answers: Sequence[Sequence[Payload]], now: datetime) -> Cost:
    spent = timed([partial(_take, cases, now) for cases in answers], backend())
    return spent.shared_by(len(answers[0]))


def _take(cases: Sequence[Payload], now: datetime) -> None:
    content = json.dumps(answer(cases)).encode()
    for taken in take_answer(content=content, source="bench", by=the_service(), at=now):
        assert taken.outcome == "opened", taken.outcome
