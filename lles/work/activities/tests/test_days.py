"""Nothing comes of an activity before the order that asks it; what is merely odd takes a reason."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.models import Officer
from lles.casefile.tests.pages import client_of, day, fill, summary_of
from lles.work.activities.changes.wrong import record_wrong
from lles.work.activities.models import Activity, Ended, Happened
from lles.work.activities.tests.recorded import MADE, ends, happens

Record = Callable[..., Activity]
DAY = timedelta(days=1)


def said(refused: Any) -> str:
    assert {one.provision for one in refused.value.findings} == {"ACT-DAYS"}
    return " ".join(one.says.en for one in refused.value.findings)


@pytest.mark.parametrize("kind", ["sent", "booked", "attended", "missed"])
def test_what_happens_on_the_day_of_the_order_is_recorded_and_not_what_comes_before(
    record: Record, own: Officer, now: datetime, kind: str
) -> None:
    one = record()
    with pytest.raises(Barred) as refused:
        happens(one, own, now, kind, MADE - DAY)
    assert "Wednesday 4 March 2026" in said(refused)
    assert not Happened.objects.exists()
    assert happens(one, own, now, kind, MADE).on == MADE


def test_neither_the_end_nor_its_certificate_comes_before_the_order(
    record: Record, own: Officer, now: datetime
) -> None:
    one = record()
    for on, certificate_on, words in (
        (MADE - DAY, None, "It would have ended on Tuesday 3 March 2026"),
        (MADE, MADE - DAY, "The certificate would be of Tuesday 3 March 2026"),
    ):
        with pytest.raises(Barred) as refused:
            ends(one, own, now, on=on, certificate_on=certificate_on)
        assert words in said(refused)
        assert "made on Wednesday 4 March 2026" in said(refused)
    assert not Ended.objects.exists()
    assert ends(one, own, now, certificate_on=MADE).on == MADE


def test_an_end_before_what_is_recorded_takes_a_reason_unless_that_is_wrong(
    record: Record, own: Officer, now: datetime
) -> None:
    one = record()
    row = happens(one, own, now, "attended", MADE + DAY)
    with pytest.raises(NeedsReason) as asked:
        ends(one, own, now)
    assert "before what is recorded of Thursday 5 March 2026" in said(asked)
    record_wrong(case=one.case, by=own, at=now, activity=one, row=row, why="It was another.", language="en")
    assert ends(one, own, now).on == MADE


def test_an_end_before_what_is_recorded_stands_with_its_reason(
    record: Record, own: Officer, now: datetime
) -> None:
    one = record()
    happens(one, own, now, "attended", MADE + DAY)
    assert ends(one, own, now, "court", reasons={"ACT-DAYS": "He went on by himself."}).outcome == "court"


def test_before_any_order_a_place_is_booked_and_the_order_that_comes_takes_a_reason(
    record: Record, own: Officer, now: datetime, order: object
) -> None:
    one = record(order=None)
    happens(one, own, now, "booked", MADE - DAY)
    with pytest.raises(NeedsReason) as asked:
        record(one)
    assert "Tuesday 3 March 2026" in said(asked)
    assert record(one, reasons={"ACT-DAYS": "It was booked ahead."}).order == order


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            "happened on Tuesday 3 March 2026, but the order was made on Wednesday 4 March 2026",
        ),
        ("cy", "3 Mawrth 2026, ond gwnaed y gorchymyn ar"),
    ],
)
def test_the_page_says_against_which_day_it_stands(
    record: Record, own: Officer, language: str, words: str
) -> None:
    one = record()
    page = f"/cases/{one.case.reference}/activities/{one.pk}/happened/"
    typed = {"kind": "missed", "language_of_words": "en", **day("on", MADE - DAY)}
    assert words in " ".join(summary_of(fill(client_of(own, language), page, **typed)).split())
    assert not one.happened.exists()


def test_the_page_of_the_end_takes_the_reason(record: Record, own: Officer, now: datetime) -> None:
    one, client = record(), client_of(own)
    happens(one, own, now, "missed", MADE + DAY)
    page = f"/cases/{one.case.reference}/activities/{one.pk}/end/"
    typed = {"outcome": "court", "language_of_words": "en", **day("ended_on", MADE)}
    assert "before what is recorded" in summary_of(fill(client, page, **typed))
    assert fill(client, page, **typed, **{"reason-ACT-DAYS": "As the order says."}).status_code == 302
    assert one.ends.get().on == MADE


@pytest.mark.parametrize(("page", "box"), [("happened/", "on"), ("end/", "ended_on")])
def test_nothing_is_recorded_of_a_day_to_come(record: Record, own: Officer, page: str, box: str) -> None:
    one = record()
    ahead = day(box, date.max)
    typed = {"kind": "missed", "outcome": "done", "language_of_words": "en", **ahead}
    answer = fill(client_of(own), f"/cases/{one.case.reference}/activities/{one.pk}/{page}", **typed)
    assert "Date must be today or in the past" in summary_of(answer)
