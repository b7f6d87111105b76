"""What the court decides on a running order: only the court ends it, and its work follows."""

from collections.abc import Callable
from datetime import date, datetime

import pytest

from lles.casefile.changes.door import Barred, NeedsReason
from lles.casefile.models import Case, Officer, Party
from lles.casefile.tests.pages import client_of, day, fill, summary_of, text_of
from lles.work.family_assistance.changes.answers import record_answer
from lles.work.family_assistance.changes.order import Naming
from lles.work.family_assistance.models import Assistance
from lles.work.family_assistance.queries.facts import last_day_of

LAST, ENDED = date(2026, 9, 3), date(2026, 6, 1)
Decides = Callable[[str, date], None]


@pytest.fixture
def assistance(record: Callable[..., Assistance]) -> Assistance:
    """An order of six months, made on 4 March 2026."""
    return record(months=6)


@pytest.fixture
def decides(assistance: Assistance, case: Case, own: Officer, now: datetime) -> Decides:
    """The court decides on the order."""

    def decided(answer: str, on: date) -> None:
        record_answer(
            case=case, by=own, at=now, assistance=assistance, answer=answer, on=on, words="", language="en"
        )

    return decided


def end_task(case: Case) -> tuple[date | None, str]:
    task = case.tasks.get(kind="family_assistance.end", ended_at=None)
    return task.due_on, task.provision


def test_the_court_ends_the_order_and_its_work_has_another_last_day(
    assistance: Assistance, decides: Decides, case: Case
) -> None:
    assert (last_day_of(assistance), end_task(case)[0]) == (LAST, LAST)
    decides("ended", ENDED)
    assert last_day_of(assistance) == ENDED
    assert end_task(case) == (ENDED, "FAO-END")


def test_what_was_recorded_wrongly_is_put_right_by_a_later_answer(
    assistance: Assistance, decides: Decides, case: Case
) -> None:
    decides("ended", ENDED)
    decides("goes_on", ENDED)
    assert last_day_of(assistance) == LAST
    assert end_task(case)[0] == LAST


def test_a_decision_before_the_order_is_refused(assistance: Assistance, decides: Decides) -> None:
    with pytest.raises(Barred) as barred:
        decides("ended", date(2026, 3, 3))
    assert barred.value.findings[0].provision == "FAO-END"


def test_an_answer_of_an_earlier_day_than_the_one_that_stands_takes_a_reason(
    assistance: Assistance, decides: Decides, case: Case, own: Officer, now: datetime
) -> None:
    decides("ended", ENDED)
    with pytest.raises(NeedsReason) as asked:
        decides("goes_on", date(2026, 5, 1))
    assert [one.provision for one in asked.value.findings] == ["FAO-END"]
    assert last_day_of(assistance) == ENDED
    record_answer(
        case=case, by=own, at=now, assistance=assistance, answer="goes_on", on=date(2026, 5, 1), words="",
        language="en", reasons={"FAO-END": "The end was recorded wrongly."},
    )  # fmt: skip
    assert last_day_of(assistance) == LAST


def test_an_end_after_the_last_day_is_refused_and_an_earlier_end_put_right(
    assistance: Assistance, decides: Decides
) -> None:
    decides("ended", ENDED)
    decides("ended", LAST)
    assert last_day_of(assistance) == LAST
    with pytest.raises(Barred) as barred:
        decides("ended", date(2026, 9, 4))
    assert "3 September 2026" in barred.value.findings[0].says.en


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "order stands as it names people"), ("cy", "gorchymyn yn sefyll gyda'r bobl y mae'n eu henwi")],
)
def test_that_the_court_leaves_the_names_as_they_are_ends_the_question_alone(
    record: Callable[..., Assistance], case: Case, own: Officer, mother: Party, language: str, words: str
) -> None:
    assistance = record(months=6)
    page = f"/cases/{case.reference}/family-assistance/{assistance.pk}/answer/"
    assert words not in text_of(client_of(own, language), page)
    why = {"FAO-NAMED": "The court wrote it so."}
    record(months=6, as_sealed=True, named=(Naming("other", mother),), reasons=why)
    assert words in text_of(client_of(own, language), page)
    typed = {**day("on", ENDED), "language_of_words": "en", "words": "It stands."}
    assert fill(client_of(own, language), page, **typed, answer="names_stand").status_code == 302
    assert case.tasks.get(kind="family_assistance.named").outcome == "done"
    assert last_day_of(assistance) == LAST
    assert words not in text_of(client_of(own, language), page)


@pytest.mark.parametrize(
    ("language", "asks", "says"),
    [
        ("en", "Choose what the court decided", "The court ended the order"),
        ("cy", "Dewiswch beth a benderfynodd y llys", "Daeth y llys â'r gorchymyn i ben"),
    ],
)
def test_it_is_recorded_on_its_page_and_the_order_says_so(
    assistance: Assistance, own: Officer, language: str, asks: str, says: str
) -> None:
    client = client_of(own, language)
    page = f"/cases/{assistance.case.reference}/family-assistance/{assistance.pk}/"
    typed = {**day("on", ENDED), "language_of_words": "en", "words": "It has done its work."}
    assert asks in summary_of(fill(client, f"{page}answer/", **typed))
    answer = fill(client, f"{page}answer/", **typed, answer="ended")
    assert answer.status_code == 302, summary_of(answer)
    shown = text_of(client, page)
    for words in (says[1:], "It has done its work."):
        assert words in shown
