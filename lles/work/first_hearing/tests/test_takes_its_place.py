"""A direction that a later order gives again takes the place of the earlier one, and both stay to be read."""

import html
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from lles.casefile.changes.door import Stale
from lles.casefile.models import Case, Officer, Order
from lles.casefile.tests.pages import client_of, day, fill, text_of
from lles.work.first_hearing.changes.directions import direction_takes_its_place
from lles.work.first_hearing.tests.test_orders import PAGE, REPORT, ordered

__all__ = ["ordered"]
LATER = replace(REPORT, due_on=date(2026, 8, 3), paragraph="9")


@pytest.mark.parametrize(
    ("language", "hint"), [("en", "It takes the place of this one"), ("cy", "Mae'n cymryd lle'r un hwn")]
)
def test_what_a_later_order_directs_already_takes_the_place_of_the_earlier(
    case: Case, own: Officer, ordered: Callable[..., Order], language: str, hint: str
) -> None:
    ordered(REPORT)
    first = case.directions.get()
    later = ordered(LATER, title="Later directions")
    client, amend = client_of(own, language), f"{PAGE}directions/{first.pk}/amend/"
    page = html.unescape(text_of(client, PAGE))
    assert page.count(hint) == 1
    assert f"{amend}?order={later.pk}" in page
    asked = text_of(client, f"{amend}?order={later.pk}")
    assert f'value="{later.pk}" selected' in asked
    assert 'name="paragraph" type="text" value="9"' in asked
    typed = {"order": str(later.pk), "paragraph": first.paragraph, "words": "a report", "due_time": "4pm"}
    assert fill(client, amend, **typed, **day("due_on", date(2026, 7, 1))).status_code == 200
    other = {**typed, "words": "another report", **day("due_on", date(2026, 8, 3))}
    assert fill(client, amend, **other).status_code == 200
    assert first.label == case.directions.get(pk=first.pk).label
    assert fill(client, amend, **typed, **day("due_on", date(2026, 8, 3))).status_code == 302
    new = case.directions.get(superseded_at=None)
    assert (new.order, new.due_on, new.supersedes) == (later, date(2026, 8, 3), first)
    assert hint not in html.unescape(text_of(client, PAGE))
    tasks = case.tasks.filter(kind="first_hearing.direction")
    assert not tasks.filter(subject=str(first.pk), ended_at=None).exists()


def test_one_that_does_not_stand_any_more_takes_no_place(
    case: Case, own: Officer, now: datetime, ordered: Callable[..., Order]
) -> None:
    ordered(REPORT)
    first = case.directions.get()
    ordered(LATER, title="Later directions")
    new = case.directions.exclude(pk=first.pk).get()
    case.directions.filter(pk=new.pk).update(superseded_at=now)
    with pytest.raises(Stale):
        direction_takes_its_place(case=case, by=own, at=now, direction=first, new=new)
