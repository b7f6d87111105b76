"""What a source is called is found in a text in whatever form; words that any source bears tell nothing."""

import pytest

from lles.casefile.rules.folding import fold
from lles.casefile.rules.names_of_sources import source_called


def is_found(called: str, text: str) -> bool:
    """Whether a text gives away a source."""
    return any(stands_in(fold(text)) for stands_in in source_called(called))


@pytest.mark.parametrize(
    ("called", "text"),
    [
        ("Ysgol Gynradd y Bont Fach", "He goes to Ysgol Gynradd y Bont Fach."),
        ("Ysgol Gynradd y Bont Fach", "YSGOL GYNRADD\nY BONT  FACH"),
        ("Ysgol Gynradd y Bont Fach", "She fetches her at Bont Fach on Fridays."),
        ("St Mary's School", "at St Mary\u2019s school"),
        ("St Mary's School, Wrexham", "the St. Marys children"),
        ("Dr Patel", "Dr. Patel rang."),
        ("Hollybush", "at Hollybush today"),
        ("Mrs Price, class teacher", "Mrs Price said"),
        ("Meithrinfa Dolwen", "ym Meithrinfa Ddolwen"),
    ],
)
def test_it_is_found(called: str, text: str) -> None:
    assert is_found(called, text)


@pytest.mark.parametrize(
    ("called", "text"),
    [
        ("Ysgol Gynradd y Bont Fach", "Yr ysgol gynradd fach ger y bont."),
        ("Ysgol Gynradd", "Mae'r ysgol gynradd yn dweud"),
        ("The primary school", "The primary school told us something."),
        ("School nurse", "School nurse, Mia Bevan"),
        ("Wrexham School", "The court at Wrexham. School, Efa Bevan."),
        ("Dr Patel", "Mr Patel is the father."),
        ("St Mary's School, Wrexham", "The family court at Wrexham"),
        ("Wrexham", "The family court at Wrexham"),
        ("Mrs Price, class teacher", "Her class teacher"),
        ("", "anything"),
    ],
)
def test_what_tells_nothing_is_left_alone(called: str, text: str) -> None:
    assert not is_found(called, text)
