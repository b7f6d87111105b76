"""The work is said to be done with fewer hours than ordered: the last report says so, and why that counts."""

from datetime import date, datetime

import pytest

from lles.casefile.models import Case, Officer
from lles.casefile.tests.pages import client_of, fill, summary_of, text_of
from lles.work.enforcement.models import Ended, Happened
from lles.work.enforcement.tests.written import enforcement_of_the_father, texts, write

SAID = {
    "en": ("120 hours of unpaid work. 14 hours of it were told to us as done", "Why the work counts as done"),
    "cy": ("waith di-dâl: 120 awr", "gael ei wneud: 14 awr", "Pam mae'r gwaith yn cyfrif"),
}
WHY = "The supervisor lost the sheets."


def ended(case: Case, own: Officer, now: datetime, outcome: str = "done", words: str = "") -> int:
    one = enforcement_of_the_father(case, own, now, ordered=True)
    Ended.objects.create(
        enforcement=one, outcome=outcome, on=date(2026, 3, 3), words=words, language="en", by=own, at=now
    )
    return one.pk


@pytest.mark.parametrize("reader", ["court", "respondent-1"])
def test_the_report_says_what_was_done_of_what_was_ordered_and_why_it_counts(
    case: Case, own: Officer, now: datetime, reader: str
) -> None:
    one = case.enforcements.get(pk=ended(case, own, now))
    write(one, own, now, "end", counts=WHY, went="He came.", reasons={"ENF-MON": "Probation closed it."})
    made = texts(case, "end")
    for language, said in SAID.items():
        text = made.get(f"{reader} {language}", "").replace("\u00a0", " ").replace("’", "'")
        assert all(words in text for words in said) or not text
        assert WHY in text or not text
    assert any(name.startswith(reader) for name in made)


@pytest.mark.parametrize(("outcome", "more"), [("done", 106), ("not_done", 0), ("revoked", 0)])
def test_another_end_has_nothing_to_explain(
    case: Case, own: Officer, now: datetime, outcome: str, more: int
) -> None:
    one = case.enforcements.get(pk=ended(case, own, now, outcome))
    if more:
        Happened.objects.create(
            enforcement=one, kind="hours", hours=more, on=date(2026, 3, 2), language="en", by=own, at=now
        )
    write(one, own, now, "end", went="He came.", reasons={"ENF-MON": "Probation closed it."})
    assert "told to us as done" not in texts(case, "end")["court en"]


@pytest.mark.parametrize(
    ("language", "label"), [("en", "Why the work counts as done"), ("cy", "Pam mae'r gwaith yn cyfrif")]
)
def test_the_page_asks_why_and_holds_what_was_written_of_the_end(
    case: Case, own: Officer, now: datetime, language: str, label: str
) -> None:
    one, client = ended(case, own, now, words=WHY), client_of(own, language)
    page = f"/cases/{case.reference}/enforcement/{one}/write/end/"
    shown = text_of(client, page)
    assert label in shown.replace("&#39;", "'").replace("’", "'")
    assert WHY in shown
    answer = fill(client, page, **{"words-counts": "", "words-went": "He came.", "language_of_words": "en"})
    assert 'href="#id_words-counts"' in summary_of(answer)
