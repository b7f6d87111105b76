"""A protected detail is found however it is written, and ordinary letters pass."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lles.casefile.rules.confidentiality import Leak, ProtectedDetail, find, is_protected, protection

NOTE = Path(__file__).parents[2] / "links" / "tests" / "note.typ"


@dataclass(frozen=True)
class Written:
    """A text in a place."""

    text: str
    name: str = "page 1"


def stands_in(detail: ProtectedDetail, text: str) -> bool:
    return Leak(detail.kind, "page 1", detail.owner) in find([Written(text)], [detail])


HOME = ProtectedDetail("address", "14 Heol y Dŵr\nCaerdydd\nCF10 3ZZ", "mother")
COMMON = ProtectedDetail(
    "address", ("Flat 2", "9 High Street", "Cardiff", "South Glamorgan", "CF10 3ZZ"), "mother"
)
COURT_ROAD = ProtectedDetail("address", "Court Road\nBridgend", "mother")
COTTAGE = ProtectedDetail("address", "Rose Cottage\nLlanrhian\nHaverfordwest", "mother")
FARM = ProtectedDetail("address", "Hafod\nLlanrhian\nHaverfordwest", "mother")
POSTCODE = ProtectedDetail("postcode", "CF10 3ZZ", "mother")
SHORT = ProtectedDetail("postcode", "S1 1ZA", "mother")
MOBILE = ProtectedDetail("phone", "07700 900123", "mother")
LANDLINE = ProtectedDetail("phone", "(029) 2018 0123", "mother")
EMAIL = ProtectedDetail("email", "Mari.Price-Jones_84@example.org", "mother")
PERSON = ProtectedDetail("name", "Gwion Rhys ap Dafydd", "mother")
EVERY = (HOME, COMMON, COURT_ROAD, COTTAGE, FARM, POSTCODE, SHORT, MOBILE, LANDLINE, EMAIL, PERSON)

FOUND = [
    (POSTCODE, "CF10 3ZZ"),
    (POSTCODE, "cf103zz"),
    (POSTCODE, "CF10\u00a03ZZ"),
    (POSTCODE, "CF10\u20093\u200bZZ"),
    (POSTCODE, "CF10-3ZZ"),
    (POSTCODE, "CF10.3ZZ."),
    (POSTCODE, "CF10\n  3ZZ"),
    (POSTCODE, "C F 1 0  3 Z Z"),
    (POSTCODE, "CF1O 3ZZ"),
    (POSTCODE, "ＣＦ１０ ３ＺＺ"),
    (POSTCODE, "CaerdyddCF10 3ZZFfôn"),
    (POSTCODE, "letter_CF103ZZ.pdf"),
    (SHORT, "S1 1ZA"),
    (MOBILE, "07700900123"),
    (MOBILE, "07700 900 123."),
    (MOBILE, "0770-0900-123"),
    (MOBILE, "+44 7700 900123"),
    (MOBILE, "0044 (0)7700 900.123"),
    (MOBILE, "+44(0)7700900123"),
    (MOBILE, "447700900123"),
    (MOBILE, "7700 900123"),
    (MOBILE, "07700\n900123"),
    (MOBILE, "(07700) 900/123"),
    (MOBILE, "٠٧٧٠٠٩٠٠١٢٣"),
    (MOBILE, "07700 900123 1677-1234-5678-9012"),
    (LANDLINE, "02920180123"),
    (LANDLINE, "+44 29 2018 0123"),
    (LANDLINE, "her number is 2018 0123"),
    (EMAIL, "MARI.PRICE-JONES_84@EXAMPLE.ORG"),
    (EMAIL, "mari.price-jones_84 @ example.org"),
    (EMAIL, "mari.price-jones_84@\nexample.org"),
    (EMAIL, "mari dot price-jones_84 at example dot org"),
    (EMAIL, "mari.price-jones_84 (at) example [dot] org"),
    (EMAIL, "mari dot price-jones_84 yn example dot org"),
    (EMAIL, "mailto:mari.price-jones_84%40example.org"),
    (EMAIL, "mari.price-jo-\nnes_84@example.org"),
    (EMAIL, "mari.price dash jones underscore 84@example.org"),
    (PERSON, "Gwion Rhys ap Dafydd"),
    (PERSON, "GWION AP DAFYDD, gwion dafydd"),
    (PERSON, "ap Dafydd, Gwion Rhys"),
    (HOME, "14 Heol y Dŵr, Caerdydd"),
    (HOME, "14, Heol y Dwr"),
    (HOME, "14\nHEOL Y DW\u0302R"),
    (HOME, "Heol-y-Dŵr"),
    (HOME, "heol y dwr 14"),
    (HOME, "Hl. y Dŵr"),
    (HOME, "Heol y D\u00adŵr"),
    (HOME, "HeolyDwr"),
    (HOME, "Heol y DÅµr"),
    (HOME, "she moved to heol y dŵr last year"),
    (HOME, "the postcode is CF10 3ZZ"),
    (COMMON, "9 High Street"),
    (COMMON, "flat 2, 9 high st."),
    (COMMON, "9, High St, Cardiff"),
    (COMMON, "High Street 9"),
    (COMMON, "High Street, no. 9"),
    (COMMON, "rhif 9, High Street"),
    (COMMON, "９ High Street"),
    (COMMON, "the High Street in Cardiff"),
    (COMMON, "High Street, yng Nghaerdydd"),
    (COMMON, "i Gaerdydd, i High Street"),
    (COMMON, "High Street, CF10"),
    (COMMON, "she lives in High Street"),
    (COMMON, "mae hi'n byw yn High Street"),
    (COURT_ROAD, "at Court Road"),
    (COURT_ROAD, "at Court Rd."),
    (COURT_ROAD, "COURT ROAD"),
    (COURT_ROAD, "court road, Pen-y-bont ar Ogwr"),
    (COURT_ROAD, "lives on court road"),
    (COTTAGE, "Rose Cottage"),
    (COTTAGE, "rose cottage, Hwlffordd"),
    (FARM, "Hafod, Llanrhian"),
]


@pytest.mark.parametrize(("detail", "text"), FOUND)
def test_it_finds_a_detail_in_every_form(detail: ProtectedDetail, text: str) -> None:
    sought = "postcode" if detail is HOME and "postcode" in text else detail.kind

    assert Leak(sought, "page 1", "mother") in find([Written(f"Gwelir: {text} yma")], [detail])


PASSED = [
    (POSTCODE, "CF10 3ZY"),
    (POSTCODE, "CF1 03Z and CF10"),
    (SHORT, "LS1 1ZA"),
    (SHORT, "press 1 1 za"),
    (MOBILE, "1677-7009-0012-3456"),
    (MOBILE, "1607 7009 0012 3456"),
    (MOBILE, "107700900123"),
    (MOBILE, "077009001234"),
    (MOBILE, "07700 900124"),
    (LANDLINE, "2018 0123"),
    (EMAIL, "anna@example.org"),
    (ProtectedDetail("email", "anna@example.org", "mother"), "joanna@example.org"),
    (PERSON, "Gwion, Dafydd and Rhys"),
    (HOME, "Caerdydd"),
    (HOME, "yng Nghaerdydd ar 14 Mawrth 2026"),
    (HOME, "Heol y Dref 14"),
    (COMMON, "the family centre in the High Street, Newport"),
    (COMMON, "12 High Street, Cardiff"),
    (COMMON, "the High Street on 9 March 2026"),
    (COMMON, "Flat 2 was mentioned in Cardiff"),
    (COURT_ROAD, "the court, road safety"),
    (COURT_ROAD, "Family Court. Road works"),
    (COURT_ROAD, "Pen-y-bont ar Ogwr"),
    (COTTAGE, "a rose cottage garden"),
    (COTTAGE, "Haverfordwest"),
    (FARM, "the hafod of old"),
    (FARM, "Hafod"),
]


@pytest.mark.parametrize(("detail", "text"), PASSED)
def test_it_lets_pass_what_points_to_nobody(detail: ProtectedDetail, text: str) -> None:
    assert find([Written(f"Gwelir: {text} yma")], [detail]) == ()


JUNK = ["", " ", "London", "Wales", "Flat 2", "Flat 2\nLondon", "c/o", "c/o Mrs Price", "Confidential",
        "to be filled", "n/a", "Not known", "This information is to be kept confidential", "14", "CF10",
        "00000 000000", "Ministry of Justice\nLondon",
        "Manchester\nGreater Manchester", "Y Rhyl", "-", "@", "0", "see C8"]  # fmt: skip
LETTER = """
To be filled in by London and Wales. Confidential information: Flat 2 is not known, care of the court at CF10,
see form C8. Dydd Iau 12 Mawrth 2026 am 10am, rhif yr achos 1677-7009-0012-3456, ein cyfeirnod LL-2026-00014.
Ministry of Justice, London. 0000000000 00000 n
The applicant was born on 14 May 1989 and the child on 9 June 2018. Y Rhyl, Manchester, Greater Manchester.
"""


@pytest.mark.parametrize("junk", JUNK)
@pytest.mark.parametrize("kind", ["address", "postcode", "phone", "email", "name"])
def test_it_makes_no_alarm_of_a_detail_that_is_none(kind: str, junk: str) -> None:
    assume_a_name = kind == "name" and any(map(str.isalpha, junk))

    assert assume_a_name or find([Written(LETTER)], [ProtectedDetail(kind, junk, "x")]) == ()  # type: ignore[arg-type]  # the mistake that is tried


def test_it_names_place_kind_and_owner_and_never_the_detail() -> None:
    (leak,) = find([Written("a", "title"), Written("CF103ZZ", "file name")], [POSTCODE])

    assert leak == Leak("postcode", "file name", "mother")
    assert "3ZZ" not in repr(POSTCODE) + repr(leak)


def test_it_finds_streets_in_a_sentence_about_earlier_homes() -> None:
    earlier = ProtectedDetail(
        "address", "Lived at 12 Mill Lane until 2021 and before that with her mother", "mother"
    )

    assert stands_in(earlier, "12 mill ln")
    assert not stands_in(earlier, "until 2021 and before that with her mother")


ON_ONE_LINE = [
    ("14 Heol y Dŵr Caerdydd CF10 3ZZ", "14 Heol y Dwr"),
    ("14 Mill Lane Llanrhian", "14 Mill Lane"),
    ("9 High Street Builth Wells", "9 High St"),
    ("2 Court Road East Wales", "2 Court Rd"),
    ("Yn byw yn 14 Heol y Dŵr ers 2019 gyda'r plant", "14 Heol y Dŵr"),
]


@pytest.mark.parametrize(("value", "text"), ON_ONE_LINE)
def test_it_takes_apart_an_address_on_one_line(value: str, text: str) -> None:
    assert stands_in(ProtectedDetail("address", value, "mother"), f"Gwelir: {text}, yma")


def test_it_finds_the_same_street_by_its_name_in_the_other_language() -> None:
    bilingual = ProtectedDetail("address", "3 Penlan Road\nAbertawe", "mother")

    assert stands_in(bilingual, "Heol Penlan")
    assert stands_in(bilingual, "yn Heol Benlan, Swansea")


def test_it_finds_a_house_and_its_street_on_one_line() -> None:
    assert stands_in(
        ProtectedDetail("address", "Seventh Floor 102 Petty France\nLondon", "x"), "102 Petty France"
    )


flags = st.lists(st.sampled_from([True, False, None]))


@given(flags, st.booleans())
def test_it_never_opens_for_a_missing_flag(said: list[bool | None], refuge: bool) -> None:
    assert protection([*said, None], opened=False, refuge=refuge)
    assert protection([], opened=False, refuge=refuge)


@given(flags, flags, st.booleans())
def test_it_stays_protected_after_one_yes(
    before: list[bool | None], after: list[bool | None], refuge: bool
) -> None:
    assert protection([*before, True, *after], opened=False, refuge=refuge)


@given(flags, st.booleans())
def test_it_never_opens_a_refuge(said: list[bool | None], opened: bool) -> None:
    assert protection(said, opened=opened, refuge=True)


@given(flags)
def test_it_opens_by_a_recorded_statement(said: list[bool | None]) -> None:
    assert not protection(said, opened=True, refuge=False)


def test_it_is_open_where_everyone_said_no() -> None:
    assert not protection([False, False], opened=False, refuge=False)
    assert [is_protected(flag) for flag in (True, None, False)] == [True, True, False]
