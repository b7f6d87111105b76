"""Dialling codes, letters of postcodes, boxes at a post office, houses of ordinary words, words run together:
what each tells of a protected place, and the ordinary words that pass."""

from dataclasses import dataclass

import pytest

from lles.casefile.rules.confidentiality import ProtectedDetail, Search
from lles.casefile.rules.dialling_codes import code_of_a_place
from lles.casefile.rules.parts_of_addresses import Held


@dataclass(frozen=True)
class Written:
    """A text in a place."""

    text: str
    name: str = "page 1"


LANDLINE = ProtectedDetail("phone", "01970 612345", "x")
MOBILE = ProtectedDetail("phone", "07700 900123", "x")
LONDON = ProtectedDetail("phone", "020 7946 0123", "x")
HOME = ProtectedDetail("address", ("14 Larkenby Row", "Aberystwyth", "SY23 2ZZ"), "x")
BOX = ProtectedDetail("address", ("P.O. Box 12", "Larkenby", "CH2 1ZZ"), "x")
MILL = ProtectedDetail("address", ("The Old Mill", "Larkenby", "CH2 1ZZ"), "x")
COTTAGE = ProtectedDetail("address", ("Church Cottage", "Larkenby", "CH2 1ZZ"), "x")
NEW = ProtectedDetail("address", ("New House", "Larkenby", "CH2 1ZZ"), "x")
ROSE = ProtectedDetail("address", ("Rose Cottage", "Larkenby", "CH2 1ZZ"), "x")
NUMBERED = ProtectedDetail("address", ("7 New House", "Larkenby", "CH2 1ZZ"), "x")
BARRED = [
    (LANDLINE, "Her number begins 01970."),
    (LANDLINE, "dialling code 01970"),
    (LANDLINE, "Mae ei rhif ffôn yn dechrau gyda 01970."),
    (LANDLINE, "a phone with (01970)"),
    (BOX, "Write to P.O. Box 12."),
    (BOX, "p.o.box 12"),
    (BOX, "PO Box No. 12"),
    (BOX, "Post Office Box 12"),
    (BOX, "PO Box twelve"),
    (BOX, "Blwch Post 12"),
    (BOX, "y Blwch SP rhif 12"),
    (MILL, "She lives at the Old Mill."),
    (MILL, "She lives at the old mill."),
    (NEW, "She lives at New House."),
    (NEW, "New House was locked."),
    (NEW, "She lives at new house."),
    (NEW, "He moved to the new house."),
    (NEW, "She moved to a New House."),
    (NEW, "SHE MOVED TO A NEW HOUSE."),
    (NEW, "She moved to a new house in Larkenby."),
    (NEW, "She moved to a new house, ch2."),
    (NEW, "She moved to a new house and lives at new house."),
    (ROSE, "She moved to a rose cottage."),
    (NUMBERED, "She moved to a new house, 7 new house."),
    (HOME, "AberystwythLife"),
    (HOME, "seen inAberystwyth"),
    (HOME, "theAberystwythArtsCentre"),
    (HOME, "Aberystwyth2024"),
    (HOME, "at LarkenbyRow"),
]
WEIGHED = [
    (LANDLINE, "01970"),
    (LANDLINE, "+44 1970"),
    (LANDLINE, "Ring the school on 01970 777777."),
    (LANDLINE, "o one nine seven zero"),
    (LONDON, "Her number begins 020."),
    (HOME, "an SY postcode"),
    (HOME, "Her postcode begins with SY."),
    (HOME, "a postcode that starts with S.Y."),
    (HOME, "Mae ei chod post yn dechrau â SY."),
    (HOME, "aberystwythlife.org"),
    (MILL, "They met at the Old Mill."),
    (MILL, "TheOldMill"),
    (MILL, "the car by yr Hen Felin"),
    (MILL, "Mae'n byw yn yr hen felin."),
    (COTTAGE, "Church Cottage was mentioned."),
    (NEW, "They moved to a new house."),
    (NEW, "He lives in her new house."),
    (NEW, "They have moved to another\nnew house since."),
    (COTTAGE, "Gwelwyd ef ym Mwthyn yr Eglwys."),
]
PASSES = [
    (LANDLINE, "He was born in 1970."),
    (LANDLINE, "case 01970, and achos rhif 01970"),
    (LANDLINE, "ref 01970/22; 2001970; SY26P01970"),
    (LANDLINE, "Ring us on 0300 062 5620."),
    (MOBILE, "A number that begins 07700."),
    (LONDON, "In 2020 she came; call 020 7946 9999."),
    (HOME, "Y cod post sy'n anghywir. Write the postcode; so she said."),
    (HOME, "The postcode is on the form. SystemS are down. Mr McDonald and Ms DeLacey-Jones."),
    (HOME, "A postcode that begins with LL."),
    (BOX, "Tick box 12 on the form; PO Box 120; PO Box 99, London."),
    (BOX, "On the 12th she passed a post box. He put 12 letters in the box."),
    (MILL, "The mill is old. The old mills of the north closed."),
    (MILL, "they met at the old mill cafe"),
    (COTTAGE, "After church the cottage was cold."),
    (NEW, "New house rules were agreed. There was a new barn, and a house."),
    (NEW, "Symudon nhw i dŷ newydd."),
    (NEW, "He drew a new house with a red door."),
    (NEW, "The children live with her and like the garden of her new house."),
]


def told(detail: ProtectedDetail, text: str, held: Held) -> tuple[bool, bool]:
    """Whether a text is barred, and whether it is weighed."""
    search = Search([detail], held)
    return bool(search.leaks([Written(text)])), bool(search.hints([Written(text)]))


@pytest.mark.parametrize(("detail", "text"), BARRED)
def test_what_tells_is_barred(detail: ProtectedDetail, text: str) -> None:
    assert told(detail, text, Held())[0]


@pytest.mark.parametrize(("detail", "text"), WEIGHED)
def test_what_may_tell_is_weighed(detail: ProtectedDetail, text: str) -> None:
    assert told(detail, text, Held()) == (False, True)


@pytest.mark.parametrize(("detail", "text"), PASSES)
def test_ordinary_words_pass(detail: ProtectedDetail, text: str) -> None:
    assert told(detail, text, Held()) == (False, False)


@pytest.mark.parametrize(
    ("detail", "text", "known"),
    [
        (LANDLINE, "Her number begins 01970.", "01970 555555"),
        (HOME, "Her postcode begins with SY.", "2 Mill Lane\nSY3 1ZZ"),
        (HOME, "aberystwythlife.org", "Family Court at Aberystwyth"),
    ],
)
def test_what_a_reader_has_already_tells_nothing(detail: ProtectedDetail, text: str, known: str) -> None:
    assert told(detail, text, Held((known,))) == (False, False)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("01970 612345", "01970"), ("+44 (0)1970 612345", "01970"), ("0044 1970 612345", "01970"),
        ("0161 496 0000", "0161"), ("029 2018 0000", "029"), ("015394 12345", "015394"),
        ("0300 123 4567", ""), ("0800 100 100", ""), ("07700 900123", ""), ("01632 960100", ""), ("1", ""),
    ],
)  # fmt: skip
def test_the_code_of_a_place_is_told_from_the_number_of_a_service(number: str, code: str) -> None:
    assert code_of_a_place(number) == code
