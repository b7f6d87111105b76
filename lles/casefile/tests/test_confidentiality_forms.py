"""Details typed into the wrong box or in an odd form are found all the same, and bring no false alarms."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lles.casefile.rules.addresses import parse
from lles.casefile.rules.confidentiality import Kind, ProtectedDetail, find
from lles.casefile.tests.test_confidentiality import LETTER, Written
from lles.casefile.tests.test_confidentiality_planted import ORDINARY, areas

Value = str | tuple[str, ...]


def gives_away(kind: Kind, value: Value, text: str) -> bool:
    return bool(find([Written(f"Gwelir: {text} yma")], [ProtectedDetail(kind, value, "mother")]))


EVERYTHING = "at 22 Cwm Tawel Road SA46 5QQ or zed@example.org."
WRONG_BOX: list[tuple[Kind, Value, str]] = [
    ("email", "none, ring 07700 900777", "07700900777"),
    ("address", "12 Cwm Tawel Road tel 07700 900888", "07700 900888"),
    ("address", ("12 Cwm Tawel Road", "tel 07700 900888"), "+44 7700 900888"),
    ("address", ("12 Cwm Tawel Road", "zed@example.org"), "zed at example.org"),
    ("phone", EVERYTHING, "22 Cwm Tawel Rd"),
    ("phone", EVERYTHING, "SA465QQ"),
    ("phone", EVERYTHING, "zed@example.org"),
    ("phone", "01545 570123 07700 900888", "01545570123"),
    ("phone", "Rose Cottage, Llanarth", "Rose Cottage"),
    ("email", "Hafan Deg Refuge", "Hafan Deg Refuge"),
    ("name", "Mari 07700 900888", "07700 900888"),
]
CARE_OF_AND_CODES: list[tuple[Kind, Value, str]] = [
    ("address", "c/o 12 Cwm Tawel Road", "12 Cwm Tawel Road"),
    ("address", "c/o Mrs Price 12 Mill Lane", "12 Mill Lane"),
    ("address", "d/o Rose Cottage", "Rose Cottage"),
    ("address", "SA46 OQQ", "SA46 0QQ"),
    ("address", "SA46 OQQ", "SA46 OQQ"),
    ("address", ("1 The Rise", "5A46 9QQ"), "SA46 9QQ"),
    ("address", ("1 The Rise", "5A46 9QQ"), "5A46 9QQ"),
    ("address", ("1 The Rise", "SI 1AA"), "S1 1AA"),
    ("postcode", "5A46 9QQ", "SA46 9QQ"),
    ("postcode", "SA46 9QQ", "5A46 9QQ"),
    ("address", ("5 The Quay", "Dublin", "D02 X285"), "D02X285"),
    ("address", "5 The Quay, D02X285", "D02 X285"),
    ("address", ("5 Rue X", "Paris", "75008"), "75008"),
    ("address", ("Gracht 5", "1012 AB"), "1012AB"),
]
REFUGES: list[tuple[Kind, Value, str]] = [
    ("address", "Hafan Deg Refuge", "hafan deg refuge"),
    ("address", "Hafan Deg Refuge", "Hafan Deg"),
    ("address", ("Hafan Deg Refuge", "12 Mill Lane"), "Hafan Deg Refuge"),
    ("address", ("Hafan Deg Refuge", "12 Mill Lane"), "12 mill ln"),
    ("address", "Ceredigion Women's Refuge", "Ceredigion Women's Refuge"),
    ("address", ("Women's Refuge", "Aberystwyth"), "the women's refuge in Aberystwyth"),
    ("address", ("Refuge", "Llanarth"), "a refuge in Llanarth"),
    ("address", ("Women's Aid", "Aberystwyth"), "Women's Aid, Aberystwyth"),
    ("address", ("Cymorth i Ferched", "Aberystwyth"), "Cymorth i Ferched Aberystwyth"),
    ("address", "Lloches Merched Ceredigion", "Lloches Merched Ceredigion"),
    ("address", "The Quay Hostel, Llanarth", "the Quay Hostel"),
    ("address", "staying at Hafan Deg Refuge in Aberystwyth for now", "Hafan Deg refuge"),
]
SEVERAL = "Rose Cottage, Llanarth; Bryn Awel Synod Inn; Ty Mawr; 5 Trem y Mor Aberporth"
UNCASED = "before that rose cottage llanarth then 5 trem y mor aberporth"
EARLIER_HOMES: list[tuple[Kind, Value, str]] = [
    ("address", "5 Trem y Mor Aberporth", "5 Trem y Môr"),
    ("address", "Bryn Awel Synod Inn", "Bryn Awel"),
    ("address", "Ty Mawr", "Tŷ Mawr"),
    ("address", "We lived at Ty Mawr until 2019 and moved", "Ty Mawr"),
    ("address", "LIVED AT TY MAWR UNTIL 2021 WITH MAM", "Ty Mawr"),
    ("address", SEVERAL, "Rose Cottage"),
    ("address", SEVERAL, "Bryn Awel"),
    ("address", SEVERAL, "Ty Mawr"),
    ("address", SEVERAL, "5 Trem y Mor"),
    ("address", "Rose Cottage, Llanarth, Ty Mawr, Synod Inn", "Ty Mawr"),
    ("address", "before that 5 Trem y Mor Aberporth with my mother", "5 trem y mor"),
    ("address", UNCASED, "5 trem y mor"),
    ("address", UNCASED, "Rose Cottage"),
    ("address", "lived in Acacia Avenue until 2019 with mam", "Acacia Avenue"),
    ("address", "byw yn Heol y Dŵr tan 2019 wedyn symud", "Heol y Dŵr"),
    ("address", "12 Ring Road", "12 Ring Rd"),
]
OTHER_LANGUAGE: list[tuple[Kind, Value, str]] = [
    ("address", "24 Church Street", "24 Stryd yr Eglwys"),
    ("address", "24 Church Street", "Stryd yr Eglwys, 24"),
    ("address", "9 High Street", "9 Y Stryd Fawr"),
    ("address", "3 Y Stryd Fawr", "3 High Street"),
    ("address", "9 Heol yr Orsaf", "9 Station Road"),
    ("address", "14 Heol y Dŵr", "14 Water Street"),
    ("address", "7 New Church Road", "7 Heol yr Eglwys Newydd"),
]
FOUND = [*WRONG_BOX, *CARE_OF_AND_CODES, *REFUGES, *EARLIER_HOMES, *OTHER_LANGUAGE]


@pytest.mark.parametrize(("kind", "value", "text"), FOUND)
def test_it_finds_what_stands_in_an_odd_form(kind: Kind, value: Value, text: str) -> None:
    assert gives_away(kind, value, text)


PASSED: list[tuple[Kind, Value, str]] = [
    ("address", "c/o Mrs Price", "Mrs Price came"),
    ("address", "c/o Cardiff Family Court", "at Cardiff Family Court"),
    ("address", "c/o the court", "at home. The court ordered"),
    ("address", "24 Church Street", "Stryd yr Eglwys"),
    ("address", "24 Church Street", "25 Stryd yr Eglwys"),
    ("address", "Women's refuge", "she lives in a women's refuge"),
    ("address", "She lives in a refuge", "lives in a refuge"),
    ("address", ("Women's Aid", "Aberystwyth"), "call Women's Aid"),
    ("address", "lived with Mari Price at 12 Mill Lane until 2020", "Mari Price"),
    ("address", "lived with Bryn Jones at 12 Mill Lane until 2020", "Bryn Jones"),
    ("address", "lived at 12 Mill Lane until 2020 with 2 children", "2 children"),
    ("address", "lived at 12 Mill Lane from 5 March 2019", "5 March 2019"),
    ("address", "lived at 12 Mill Lane 01/02/2019", "01/02/2019"),
    ("address", "12 Mill Lane (2019-2021)", "2019-2021"),
    ("address", "12 Mill Lane since 2019, the Family Court made an order", "Family Court"),
    ("address", "12 High Street, Bryn Mawr", "in Bryn Mawr"),
    ("address", "12 High Street\nCF10 3ZZ\nFrance", "lives in France"),
    ("phone", "07700 900123 mobile, evenings only", "Evenings Only"),
    ("phone", "Mother Work 07700 900123", "Mother Work"),
    ("phone", "ask for Mrs Price", "Mrs Price"),
    ("email", "so sad 5th", "so sad 5th"),
]


@pytest.mark.parametrize(("kind", "value", "text"), PASSED)
def test_it_lets_pass_what_only_looks_so(kind: Kind, value: Value, text: str) -> None:
    assert not gives_away(kind, value, text)
    assert not gives_away(kind, value, LETTER)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(ORDINARY.split()), max_size=40))
def test_it_lets_ordinary_letters_pass_whatever_box_was_used(spoken: list[str]) -> None:
    details = [ProtectedDetail(kind, value, "x") for kind, value, _ in FOUND]

    assert find([Written(" ".join(spoken))], details) == ()


@settings(max_examples=200, deadline=None)
@given(st.data(), areas)
def test_it_reads_a_postcode_with_letters_and_digits_confused(data: st.DataObject, area: str) -> None:
    right = f"{area}{data.draw(st.sampled_from(['15', '51', '46']))} {data.draw(st.sampled_from('0159'))}QS"
    outward, inward = right.split()
    confused = {"0": "O", "1": "I", "5": "S"}
    at = data.draw(st.sampled_from([None, 0, 1, 2]))
    typed = {
        None: right,
        0: f"{outward} {confused.get(inward[0], inward[0])}QS",
        1: f"{outward} {inward[0]}Q5",
        2: f"{outward[:-1]}{confused.get(outward[-1], outward[-1])} {inward}",
    }[at]

    assert gives_away("address", ("Llety", typed), right)
    assert gives_away("address", ("Llety", typed), typed)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_it_finds_an_address_whatever_stands_before_it(value: str) -> None:
    found = parse(f"{value}\n\n22 Cwm Tawel Road\nSA46 5QQ")

    assert "sa465qq" in found.postcodes
    assert ("cwm", "tawel", "road") in [one.name for one in found.dwellings]
