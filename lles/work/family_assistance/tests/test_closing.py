"""The letters about the end of an order: early ones take a reason, and each says whether the end is past."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Case, Child, Document, Officer, Party
from lles.casefile.tests.pages import client_of, text_of
from lles.work.family_assistance.changes.order import Naming
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.papers import Typed, papers_open, readers_to_ask, untold
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.test_pages import page_of
from lles.work.family_assistance.tests.test_papers import BOTH, of, words_of

LAST = datetime(2026, 9, 3, 9, tzinfo=UTC)
ASKED = {"en": "Does a copy go to {name}?", "cy": "A oes copi'n mynd at {name}?"}
Letters = Callable[..., list[Document]]


@pytest.fixture
def letters(record: Callable[..., Assistance], case: Case, own: Officer) -> Letters:
    """Makes the letters about the end of an order of six months, for everybody."""
    assistance, efa = record(months=6), case.children.get(first_name="Efa")
    Child.objects.filter(pk=efa.pk).update(language="cy", born_on=date(2019, 1, 1))

    def made(days: int, **more: object) -> list[Document]:
        at = LAST + timedelta(days=days)
        reasons = more.pop("reasons", None)
        typed = Typed(words=BOTH, of_child={efa.pk: {"cy": "Diolch."}}, **more)  # type: ignore[arg-type]  # by name
        return list(
            make_papers(
                case=case, by=own, at=at, assistance=assistance, paper=Paper.CLOSING, typed=typed,
                reasons=reasons,  # type: ignore[arg-type]  # named by a mapping
            )
        )  # fmt: skip

    return made


def test_letters_before_the_last_day_take_a_reason_and_say_that_it_ends(
    letters: Letters, case: Case, father: Party
) -> None:
    with pytest.raises(NeedsReason) as asked:
        letters(-1)
    (found,) = asked.value.findings
    assert found.provision == "FAO-LETTERS"
    assert "3 September 2026" in found.says.en
    assert "3 Medi 2026" in found.says.cy
    assert not case.documents.exists()
    made = letters(-1, reasons={"FAO-LETTERS": "She moves away tomorrow."})
    assert "ends on 3 September 2026" in of(made, father.slug, "en").replace("\u00a0", " ")
    childs = next(words_of(one) for one in made if one.child_id)
    assert "dod i ben ar 3 Medi 2026" in childs.replace("\u00a0", " ")
    assert "Daeth" not in childs


@pytest.mark.parametrize("days", [0, 1])
def test_from_the_last_day_on_they_take_none(letters: Letters, days: int) -> None:
    made = letters(days)
    childs = next(words_of(one) for one in made if one.child_id)
    assert ("Daeth y gwaith hwnnw i ben" in childs) is bool(days)


def test_where_nobody_gets_one_nothing_is_asked(letters: Letters, case: Case) -> None:
    everybody = untold(case.assistances.get(), Paper.CLOSING)
    assert not letters(-1, without={one.key: "It would not be safe." for one in everybody})


@pytest.mark.parametrize("because", ["", "She has moved far away."])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_child_whom_the_order_is_only_about_has_a_letter_or_a_reason_for_none(
    record: Callable[..., Assistance], case: Case, own: Officer, mother: Party, father: Party, because: str,
    language: str,
) -> None:  # fmt: skip
    efa, _macsen = case.children.order_by("pk")
    parents = (Naming("parent", mother), Naming("parent", father))
    assistance, child = record(months=6, named=parents, about=(efa,)), f"child-{efa.pk}"
    adults = {f"party-{mother.pk}", f"party-{father.pk}"}
    assert {one.key for one in readers_to_ask(assistance, Paper.LETTER)} == adults
    assert {one.key for one in readers_to_ask(assistance, Paper.CLOSING)} == {*adults, child}
    page = text_of(client_of(own, language), page_of(assistance, f"documents/{Paper.CLOSING}/"))
    assert f'name="goes-{child}"' in page
    assert ASKED[language].format(name=efa.name) in page
    task = case.tasks.filter(kind="family_assistance.closing", ended_at=None)
    assert task.exists()
    typed = Typed(words=BOTH, of_child={efa.pk: BOTH}, without={child: because} if because else {})
    made = make_papers(case=case, by=own, at=LAST, assistance=assistance, paper=Paper.CLOSING, typed=typed)
    theirs = [one for one in made if one.child_id]
    assert {one.kind for one in theirs} == (set() if because else {Paper.CHILDS_CLOSING})
    assert all(BOTH["cy" if one.language == "cy" else "en"] in words_of(one) for one in theirs)
    assert [one.reason for one in assistance.not_sent.filter(child=efa)] == ([because] if because else [])
    assert case.tasks.filter(kind="casefile.give_to_child", child=efa).exists() is not bool(because)
    assert not untold(assistance, Paper.CLOSING)
    assert not task.exists()


def test_until_every_child_is_told_the_letters_stay_asked_for(
    record: Callable[..., Assistance], case: Case, own: Officer, mother: Party
) -> None:
    efa, macsen = case.children.order_by("pk")
    assistance = record(months=6, named=(Naming("parent", mother),), about=(efa,))
    typed = Typed(words=BOTH, of_child={efa.pk: BOTH})
    make_papers(case=case, by=own, at=LAST, assistance=assistance, paper=Paper.CLOSING, typed=typed)
    assert Paper.CLOSING not in papers_open(assistance)
    record(months=6, named=(Naming("parent", mother),), about=(efa, macsen))
    assert {one.child for one in untold(assistance, Paper.CLOSING)} == {macsen}
    assert Paper.CLOSING in papers_open(assistance)
    assert case.tasks.filter(kind="family_assistance.closing", ended_at=None).exists()
