"""The letters about the end of an order: early ones take a reason, and each says whether the end is past."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Case, Child, Document, Officer, Party
from lles.work.family_assistance.changes.papers import make_papers
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.papers import Typed, untold
from lles.work.family_assistance.rules.papers import Paper
from lles.work.family_assistance.tests.test_papers import BOTH, of, words_of

LAST = datetime(2026, 9, 3, 9, tzinfo=UTC)
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
