"""A place by what its people call it, and a town by whose name a county goes as well."""

import pytest

from lles.casefile.rules.confidentiality import ProtectedDetail
from lles.casefile.tests.test_parts_of_addresses import NOBODY_KNOWS, read


def home(*lines: str) -> ProtectedDetail:
    return ProtectedDetail("address", lines, "x")


LLANFAIR = home("6 Umberfold Way", "Llanfairpwllgwyngyll", "LL61 5UJ")
HOPE = home("6 Umberfold Way", "Hope", "LL12 9ZZ")
RHOS = home("6 Umberfold Way", "Rhosllanerchrugog", "LL14 1AA")
WHITCHURCH = home("6 Umberfold Way", "Whitchurch", "CF14 1ZZ")
PORT = home("6 Umberfold Way", "Porthmadog", "LL49 9ZZ")
BAY = home("6 Umberfold Way", "Colwyn Bay", "LL29 7ZZ")
E_PORT = home("6 Umberfold Way", "Ellesmere Port", "CH65 1ZZ")
CONWY = home("19 Castle Street", "Conwy", "LL32 8AY")
COUNTY = home("19 Castle Street", "Llandudno", "Conwy", "LL30 8AY")


@pytest.mark.parametrize(
    ("detail", "text", "told"),
    [
        (LLANFAIR, "They met in Llanfair PG.", "perhaps"),
        (LLANFAIR, "She lives in Llanfair PG.", "surely"),
        (LLANFAIR, "They met in Llanfairpwll.", "surely"),
        (HOPE, "Mae hi'n byw yn yr Hob.", "surely"),
        (RHOS, "They met in Rhos.", "perhaps"),
        (RHOS, "Mae hi'n byw yn Rhos.", "surely"),
        (WHITCHURCH, "Mae hi'n byw yn yr Eglwys Newydd.", "surely"),
        (PORT, "They met in Portmadoc.", "surely"),
        (PORT, "They met in Port.", "perhaps"),
        (PORT, "Mae hi'n byw ym Mhort.", "surely"),
        (BAY, "They met in C Bay.", "perhaps"),
        (E_PORT, "She lives in E Port.", "surely"),
        (CONWY, "Collect the children from Conwy on Fridays.", "surely"),
        (CONWY, "Casglwch y plant o Gonwy.", "surely"),
        (CONWY, "They met in Conway.", "perhaps"),
        (COUNTY, "She lives in Conwy.", "perhaps"),
        (home("9 Umberfold Way", "Durham", "DH1 1ZZ"), "Collect them from Durham.", "surely"),
        (home("9 Umberfold Way", "Plymouth"), "Collect them from Plymouth.", "surely"),
        (home("9 Umberfold Way", "Southampton"), "Collect them from Southampton.", "surely"),
        (home("9 Umberfold Way", "Portsmouth"), "Collect them from Portsmouth.", "surely"),
    ],
)
def test_it_is_found(detail: ProtectedDetail, text: str, told: str) -> None:
    assert read(detail, text, NOBODY_KNOWS) == told


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        (PORT, "It was her first port of call. Her home is not in Port Talbot."),
        (PORT, "He lives in Ellesmere Port. The Port of Holyhead is busy."),
        (HOPE, "She left the hob on at home. She lives in hope."),
        (RHOS, "He lives in Rhos-on-Sea. Mae'r rhos yn wlyb ger y ty."),
        (WHITCHURCH, "Mae'r eglwys newydd yn hardd."),
        (COUNTY, "Collect the children from Conwy on Fridays."),
        (BAY, "The bay at c is blue."),
    ],
)
def test_words_and_other_places_pass(detail: ProtectedDetail, text: str) -> None:
    assert read(detail, text, NOBODY_KNOWS) == ""
