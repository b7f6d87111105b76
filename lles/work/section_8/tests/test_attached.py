"""What an order under section 8 directs, attaches as a condition or makes incidentally, in its words."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from lles.casefile.changes.directions import record_order
from lles.casefile.models import Attached, Case, Entry, Officer, Order, Party
from lles.casefile.queries.section_8 import bound_by_a_condition, is_bound_by_a_condition
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of

DAY = timedelta(days=1)
MADE, FIRST, LAST = date(2026, 3, 4), date(2026, 3, 10), date(2026, 9, 3)


@pytest.fixture
def order(case: Case, own: Officer, now: datetime) -> Order:
    """A child arrangements order that came by post."""
    return record_order(
        case=case, by=own, at=now, kind="", title="Child arrangements order (C43)", made_on=MADE
    )


def test_it_is_recorded_by_its_kind_in_its_words_and_their_language(
    case: Case, own: Officer, order: Order, father: Party
) -> None:
    client, root = client_of(own), f"/cases/{case.reference}/"
    here = f"{root}section-8/orders/{order.pk}/condition/"
    said = summary_of(fill(client, here))
    assert "Choose what it is" in said
    assert "Choose whom it is about" not in said
    assert "Choose whom it is about" in summary_of(fill(client, here, kind="condition"))
    bound = {"kind": "condition", "party": str(father.pk), "paragraph": "4"}
    wrong = {**bound, **day("since", FIRST), **day("until", FIRST - DAY)}
    assert "must not be before the first" in summary_of(fill(client, here, **wrong))
    said = summary_of(fill(client, here, kind="direction"))
    assert "Write what the order says, or in which paragraph it stands" in said
    typed = {"words": "Rhaid iddo ffonio.", "language_of_words": "cy"}
    direction = {"kind": "direction", "words": "Handovers are at school.", "language_of_words": "en"}
    assert fill(client, here, **bound, **typed, ties="parent").status_code == 302
    assert fill(client, here, **direction).status_code == 302
    orders = text_of(client, f"{root}orders/")
    assert "A condition cannot bind" not in orders
    assert fill(client, here, **bound, language_of_words="en").status_code == 302
    assert "A condition cannot bind Gareth Bevan" in text_of(client, f"{root}orders/")
    rows = Attached.objects.values_list("kind", "party", "language")
    assert list(rows) == [
        ("condition", father.pk, "cy"), ("direction", None, "en"), ("condition", father.pk, "")
    ]  # fmt: skip
    page = text_of(client, f"{root}section-8/")
    assert 'lang="cy">Rhaid iddo ffonio.' in page
    assert "Handovers are at school." in page
    kinds = Entry.objects.filter(case=case).values_list("kind", flat=True)
    assert {"condition_recorded", "attached_recorded"} <= set(kinds)


def test_a_condition_is_in_force_from_its_first_day_to_its_last(
    case: Case, own: Officer, now: datetime, order: Order, mother: Party, father: Party
) -> None:
    def attach(kind: str, party: Party | None, since: date | None = None, until: date | None = None) -> None:
        Attached.objects.create(order=order, kind=kind, party=party, since=since, until=until, by=own, at=now)

    attach("condition", father, FIRST, LAST)
    attach("condition", mother)
    attach("direction", father)
    days = (MADE - DAY, MADE, FIRST - DAY, FIRST, LAST, LAST + DAY)
    assert [is_bound_by_a_condition(father, on) for on in days] == [False, False, False, True, True, False]
    assert [is_bound_by_a_condition(mother, on) for on in days] == [False, True, True, True, True, True]
    assert bound_by_a_condition(case, LAST) == {father.pk, mother.pk}
    with pytest.raises(IntegrityError), transaction.atomic():
        attach("condition", None)
    with pytest.raises(IntegrityError), transaction.atomic():
        attach("direction", None, LAST, FIRST)
    with pytest.raises(DatabaseError), transaction.atomic():
        Attached.objects.update(until=None)
