"""A school or a surgery is found by the one word of its own, beside what it is or alone with a capital."""

import pytest

from lles.casefile.rules.confidentiality import ProtectedDetail
from lles.casefile.rules.parts_of_addresses import Held
from lles.casefile.tests.test_parts_of_addresses import read

AT_COURT = Held(("Family Court at Wrexham",), ("Mari Price", "Carys Bevan"))


def told(called: str, text: str, held: Held = AT_COURT) -> str:
    return read(ProtectedDetail("source", called, "source:1"), text, held)


@pytest.mark.parametrize(
    ("called", "text"),
    [
        ("Ysgol Gwenffrwd", "Efa is in Year 4 at Gwenffrwd School."),
        ("Ysgol Gwenffrwd", "Mae Efa yn ysgol gynradd Gwenffrwd."),
        ("Ysgol Gwenffrwd", "she is at gwenffrwd primary"),
        ("Ysgol Gwenffrwd", "Mae hi yn Ysgol y Wenffrwd."),
        ("St Mary's Catholic Primary School", "Efa attends St Mary's Primary."),
        ("Westwood Community Primary School", "Westwood Primary"),
        ("Ysgol Borras", "at Borras school"),
        ("Beechwood Surgery", "the Beechwood Medical Centre"),
    ],
)
def test_beside_what_it_is_it_is_barred(called: str, text: str) -> None:
    assert told(called, text) == "surely"


@pytest.mark.parametrize(
    ("called", "text"),
    [
        ("Ysgol Gwenffrwd", "Efa is in Year 4 at Gwenffrwd."),
        ("Ysgol Gwenffrwd", "She lives near Gwenffrwd."),
        ("Hawarden High School", "Efa goes to Hawarden High."),
        ("Hawarden High School", "Mae Efa yn Ysgol Uwchradd Penarlâg."),
        ("The Park School", "He goes to Park School."),
        ("Ysgol Carys", "Aeth hi i Ysgol Carys."),
    ],
)
def test_alone_or_a_town_or_an_ordinary_word_beside_it_is_weighed(called: str, text: str) -> None:
    held = Held(("Family Court at Wrexham",), ("Mari Price",))
    assert told(called, text, held) != ""
    assert told(called, text, held) == ("surely" if called == "Ysgol Carys" else "perhaps")


@pytest.mark.parametrize(
    ("called", "text"),
    [
        ("Ysgol Carys", "Carys lives with her mother. Carys is well."),
        ("Hawarden High School", "The shop in Hawarden. He aims high."),
        ("The Park School", "They met in the park after school, at Alyn Park."),
        ("New Primary School", "She started at a new school."),
        ("Wrexham High School", "The family court at Wrexham. School was missed."),
        ("Ysgol Gwenffrwd", "The school and the primary school; ysgol gynradd arall."),
        ("The School", "The school in the next town."),
        ("Dr Patel", "Mr Patel is the father. Patel Surgery."),
        ("Year 4 teacher, primary school", "Year 5 at the primary school"),
    ],
)
def test_ordinary_sentences_pass(called: str, text: str) -> None:
    assert told(called, text) == ""


def test_whoever_knows_the_place_by_that_name_is_told_nothing_by_the_word_alone() -> None:
    assert told("Ysgol Gwenffrwd", "He went to Gwenffrwd.", Held(("9 Gwenffrwd Road, Wrexham",))) == ""
