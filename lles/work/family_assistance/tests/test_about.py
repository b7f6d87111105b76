"""An order is about the children of whom it says so, in its documents and on its pages."""

from collections.abc import Callable
from datetime import datetime

import pytest

from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.work.family_assistance.changes.order import Naming
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.named import children_about
from lles.work.family_assistance.queries.papers import Typed, court_reads, paper_facts
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.conftest import MADE
from lles.work.family_assistance.tests.test_pages import page_of
from lles.work.family_assistance.tests.test_read_anew import chosen

ASKED = {"en": "Which children is the order about?", "cy": "Pa blant y mae'r gorchymyn yn ymwneud â nhw?"}
NEED_NOT_CONSENT = {
    "en": "A child need not consent; what the child thinks is written down.",
    "cy": "Nid oes angen i blentyn gydsynio; cofnodir barn y plentyn.",
}
SAYS = {"en": "About the child:", "cy": "Ynghylch y plentyn:"}


def typed(*parents: Party, **more: object) -> dict[str, object]:
    named = {f"standing-{one.pk}": "parent" for one in parents}
    return {**named, "supplier": "service", "months": "6", "as_sealed": "no", **more}


def children_of(assistance: Assistance, paper: Paper, by: Officer, at: datetime) -> tuple[str, ...]:
    return paper_facts(assistance, paper, court_reads(), Typed(), by, at, draft=False).children


@pytest.mark.parametrize("language", ["en", "cy"])
def test_each_document_and_page_speaks_of_the_children_of_the_order_alone(
    made: Assistance, case: Case, own: Officer, now: datetime, mother: Party, language: str
) -> None:
    client, page = client_of(own, language), page_of(made, "terms/")
    efa, macsen = case.children.order_by("pk")
    text = text_of(client, page)
    assert ASKED[language] in text
    assert chosen(text) == []
    fill(client, page, **typed(mother))
    made.refresh_from_db()
    assert made.terms_at is None, "nobody said which children"
    fill(client, page, **typed(mother), about=[str(efa.pk)], children=[str(macsen.pk)])
    made.refresh_from_db()
    assert made.terms_at is None, "it names a child whom it is not about"
    answer = fill(client, page, **typed(mother), about=[str(efa.pk)], children=[str(efa.pk)])
    assert answer.status_code == 302, summary_of(answer)
    made.refresh_from_db()
    assert {children_of(made, one, own, now) for one in Paper} == {(efa.name,)}
    assert chosen(text_of(client, page)).count(str(efa.pk)) == 2
    for shown in (page_of(made), f"/cases/{case.reference}/family-assistance/"):
        said = text_of(client, shown).split(SAYS[language])[1].split("</p>")[0]
        assert efa.name in said
        assert macsen.name not in said
    assert efa.name in str(case.entries.get(kind="family_assistance_terms").facts)


def test_where_nobody_said_it_is_about_all_of_them(made: Assistance, case: Case) -> None:
    both = list(case.children.order_by("pk"))
    assert children_about(made) == both
    made.about = [both[0].pk]
    assert children_about(made) == both, "what was proposed says nothing of the order"


def test_of_one_child_nothing_is_asked(made: Assistance, case: Case, own: Officer, mother: Party) -> None:
    efa, macsen = case.children.order_by("pk")
    macsen.delete()
    client, page = client_of(own), page_of(made, "terms/")
    assert ASKED["en"] not in text_of(client, page)
    assert fill(client, page, **typed(mother)).status_code == 302
    made.refresh_from_db()
    assert made.about == [efa.pk]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_child_whom_it_is_about_is_heard_from_its_page_without_being_named(
    record: Callable[..., Assistance], case: Case, own: Officer, mother: Party, language: str
) -> None:
    efa, macsen = case.children.order_by("pk")
    page = page_of(record(named=(Naming("parent", mother),), about=(efa,)))
    client, to_efa, to_macsen = client_of(own, language), *(f"said/child/{one.pk}/" for one in (efa, macsen))
    text = text_of(client, page)
    assert (f'href="{page}{to_efa}"' in text, f'href="{page}{to_macsen}"' in text) == (True, False)
    assert NEED_NOT_CONSENT[language] in text
    view = {"about": "view", "language_of_words": "cy", **day("on", MADE)}
    for more, words in ((to_efa, "Dw i eisiau help."), (to_macsen, "Dw i hefyd.")):
        assert fill(client, page + more, **view, words=words).status_code == 302
        assert words in text_of(client, page), "what a child said stands on the page, whoever it is"
