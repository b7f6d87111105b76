"""What an order directs of people it directs of each by name, on its page and in letters (FAO-ADDRESS)."""

import re
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from lles.casefile.changes.directions import Directed, record_order
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.facts import ADDRESS, VISITS
from lles.work.family_assistance.queries.papers import Typed
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import Record
from lles.work.family_assistance.tests.test_pages import page_of
from lles.work.family_assistance.tests.test_papers import of

Direct = Callable[..., None]


@pytest.fixture
def assistance(record: Record) -> Assistance:
    """An order of six months that names both parents."""
    return record(months=6)


@pytest.fixture
def direct(assistance: Assistance, case: Case, own: Officer, now: datetime) -> Direct:
    """A later order of the court directs somebody, or everybody."""

    def directed(*directions: Directed) -> None:
        record_order(
            case=case, by=own, at=now, kind="", title="C21", made_on=now.date(), directions=directions
        )

    return directed


def stands(case: Case) -> list[tuple[int, str, int | None]]:
    found = case.directions.filter(superseded_at=None).order_by("pk")
    return list(found.values_list("pk", "kind", "party"))


def ticked(client: Client, page: str) -> list[str]:
    inputs = re.findall(r'<input[^>]*name="directs"[^>]*>', text_of(client, page))
    return [found[1] for one in inputs if " checked" in one and (found := re.search(r'value="([^"]*)"', one))]


def save(client: Client, assistance: Assistance, directs: list[str], **reasons: str) -> None:
    named = {f"standing-{one.party_id}": one.standing for one in assistance.named.exclude(party=None)}
    children = [str(one.child_id) for one in assistance.named.exclude(child=None)]
    answer = fill(
        client, page_of(assistance, "terms/"), **named, children=children, supplier="service", months="6",
        as_sealed="no", directs=directs, about=children, **reasons,
    )  # fmt: skip
    assert answer.status_code == 302, summary_of(answer)


def test_what_binds_the_father_alone_binds_him_alone_after_the_page_is_saved(
    assistance: Assistance, direct: Direct, case: Case, own: Officer, father: Party
) -> None:
    direct(Directed(ADDRESS, party=father))
    before, client = stands(case), client_of(own)
    directs = ticked(client, page_of(assistance, "terms/"))
    assert directs == [f"address-{father.pk}"]
    save(client, assistance, directs)
    assert stands(case) == before


def test_what_binds_all_stays_until_the_page_says_of_whom(
    assistance: Assistance, direct: Direct, case: Case, own: Officer, father: Party
) -> None:
    direct(Directed(ADDRESS))
    before, client = stands(case), client_of(own)
    directs = ticked(client, page_of(assistance, "terms/"))
    assert directs == ["address"]
    save(client, assistance, directs)
    assert stands(case) == before
    save(client, assistance, [f"address-{father.pk}"], **{"reason-DIR-RECORD": "By the order of 9 April."})
    assert [row[1:] for row in stands(case)] == [(ADDRESS, father.pk)]


@pytest.mark.parametrize(
    ("language", "everybody"),
    [("en", "everybody whom the order names"), ("cy", "pawb a enwir yn y gorchymyn")],
)
def test_the_page_says_of_whom(
    assistance: Assistance, direct: Direct, own: Officer, father: Party, language: str, everybody: str
) -> None:
    client, page = client_of(own, language), page_of(assistance, "terms/")
    text = text_of(client, page)
    assert f": {father.name}" in text
    assert everybody not in text
    direct(Directed(VISITS))
    assert everybody in text_of(client, page)


def test_a_letter_says_what_is_directed_of_its_reader_alone(
    assistance: Assistance, direct: Direct, case: Case, own: Officer, now: datetime, mother: Party,
    father: Party,
) -> None:  # fmt: skip
    direct(Directed(ADDRESS, party=father), Directed(VISITS))
    made = make_papers(case=case, by=own, at=now, assistance=assistance, paper=Paper.LETTER, typed=Typed())
    hers, his = of(list(made), mother.slug, "cy"), of(list(made), father.slug, "en")
    assert "Tell the officer of a new address" in his
    assert "Rhoi cyfeiriad newydd" not in hers
    assert "Allow the officer to visit" in his
    assert "swyddog ymweld" in hers
