"""What a child has said, typed where each adult reads it: noticed in either language, and asked about; a hint
that refuses nothing (FH-CHILDWORDS)."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lles.casefile import register
from lles.casefile.changes.door import NeedsReason
from lles.casefile.models import Case, Document, Entry, Hearing, Officer
from lles.casefile.rules.childs_words import Box, adults_do_not_read_what_a_child_has_said
from lles.casefile.tests.pages import client_of, fill, said, summary_of, text_of
from lles.law.bilingual import Text
from lles.work.first_hearing.changes.agreement import draft_agreement
from lles.work.first_hearing.models import Agreement
from lles.work.first_hearing.rules.agreement import Helped
from lles.work.first_hearing.tests.test_agreement import REASONS, hearing, helped, page, typed  # noqa: F401

RULE = "FH-CHILDWORDS"
ON = date(2026, 3, 4)
PASSAGE = "I do not want to sleep there when Dad's friends come round."
WHY = {RULE: "Efa asked me to tell them both."}


def keys(words: str, recorded: tuple[str, ...] = ()) -> list[str]:
    """What is noticed in the words of one box."""
    found = adults_do_not_read_what_a_child_has_said(
        [Box(Text("remains", "yn weddill"), words)], ["Efa", "Siôn"], recorded, ON
    )
    assert all(one.provision == RULE and one.warns for one in found)
    return ["recorded" if "recorded" in one.says.en else "named" for one in found]


@pytest.mark.parametrize(
    "words",
    [
        "Efa told me that she is afraid of the stairs.",
        "The weekends. Efa said she would rather stay.",
        "EFA WANTS to keep her Saturdays.",
        "Sion would like to bring the dog.",
        "Siôn's view: he feels left out.",
        "The child said that it was too far.",
        "Dywedodd Efa ei bod hi'n ofni'r grisiau.",
        "Mae Efa wedi dweud digon.",
        "Mae Siôn eisiau aros.",
        "Hoffai'r plentyn aros.",
        "Yn ôl ei fam, mae ofn ar Siôn.",
    ],
)
def test_a_named_child_who_speaks_is_noticed(words: str) -> None:
    assert keys(words) == ["named"]


@pytest.mark.parametrize(
    "words",
    [
        "He rings Efa on Sundays at four.",
        "Each wants the whole of August.",
        "Their father said that he is at work. He collects Efa at four.",
        "His mother asked for Efa to be home by six.",
        "Mae eu tad yn ffonio Efa ar y Sul.",
        "Mae pob un eisiau mis Awst cyfan.",
        "Efallai y dywedodd eu tad hynny.",
        "",
    ],
)
def test_what_the_adults_agree_about_a_child_is_not(words: str) -> None:
    assert keys(words) == []


@pytest.mark.parametrize(
    ("words", "noticed"),
    [
        (PASSAGE, True),
        ("They talked of nights: I DO NOT, want to sleep there, and so on.", True),
        ("She says: want to sleep there when", True),
        ("Nobody is to sleep there when they are away.", False),
        ("I like Sundays", True),
        ("Both like Sundays.", False),
        ("Too far.", False),
    ],
)
def test_words_that_are_recorded_as_a_childs_are_noticed(words: str, noticed: bool) -> None:
    assert ("recorded" in keys(words, (PASSAGE, "I like Sundays.", "Too far."))) == noticed


def test_a_passage_in_welsh_is_noticed_with_other_marks_and_apostrophes() -> None:
    told = "Dw i ddim eisiau mynd i dŷ’r ffrindiau."
    assert "recorded" in keys("dw i ddim eisiau mynd i dy'r ffrindiau", (told,))


def test_it_says_in_both_languages_where_it_stands_and_not_what() -> None:
    where = [Text(f"box {number}", f"blwch {number}") for number in (1, 2, 3)]
    said = ("Calls", "Efa said no.", "Efa wants more.")
    boxes = [Box(*one) for one in zip(where, said, strict=True)]
    (found,) = adults_do_not_read_what_a_child_has_said(boxes, ["Efa"], (), ON)
    assert "box 2, box 3" in found.says.en
    assert "blwch 2, blwch 3" in found.says.cy
    assert "said no" not in found.says.en


@given(st.text(max_size=200), st.lists(st.text(max_size=60), max_size=3))
def test_no_text_stops_it_and_no_passage_of_a_child_is_missed(words: str, recorded: list[str]) -> None:
    keys(words, tuple(recorded))
    assert "recorded" in keys(f"{words}\n{PASSAGE}\n{words}", (*recorded, PASSAGE))


@pytest.fixture
def told(helped: Helped) -> Helped:  # noqa: F811
    """What Efa told the officer stands in her own place, and in what remains of a matter as well."""
    child = replace(helped.children_said[0], said=PASSAGE)
    matter = replace(helped.matters[1], remains=f"Nights. {PASSAGE}")
    return replace(
        helped, children_said=(child, *helped.children_said[1:]), matters=(helped.matters[0], matter)
    )


def test_nobody_gives_a_childs_words_to_the_adults_without_a_reason(
    case: Case, hearing: Hearing, own: Officer, now: datetime, told: Helped  # noqa: F811
) -> None:  # fmt: skip
    with pytest.raises(NeedsReason):
        draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=told, reasons=REASONS)
    assert not Document.objects.exists()
    draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=told, reasons=REASONS | WHY)
    facts = str(list(Entry.objects.values_list("facts", flat=True)))
    assert WHY[RULE] in facts
    assert "sleep there" not in facts


def test_words_that_were_recorded_before_count_too(
    case: Case, hearing: Hearing, own: Officer, now: datetime, helped: Helped, told: Helped  # noqa: F811
) -> None:  # fmt: skip
    only_there = replace(told, children_said=helped.children_said)
    draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=only_there, reasons=REASONS)
    draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=told, reasons=REASONS | WHY)
    assert PASSAGE in register.children_said(case)
    with pytest.raises(NeedsReason):
        draft_agreement(case=case, by=own, at=now, hearing=hearing, helped=only_there, reasons=REASONS)


def test_the_page_asks_and_loses_nothing(
    own: Officer, page: str, typed: dict[str, object]  # noqa: F811
) -> None:  # fmt: skip
    client, words = client_of(own), "He rings on Sundays. Efa told me that it is too often."
    answer = fill(client, page, **{**typed, "words-0": words})
    assert answer.status_code == 200
    assert "matter 1, what is agreed" in said(answer)
    assert "Why may each adult read that" in said(answer)
    assert "Give your reason for going on" in summary_of(answer)
    assert words in said(answer)
    assert not Agreement.objects.exists()
    asked = {**typed, "words-0": words, f"reason-{RULE}": WHY[RULE]}
    assert fill(client, page, **asked).status_code == 302
    assert "Why may each adult read that" not in text_of(client, page)
