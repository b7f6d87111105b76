"""A home of which only the postcode is known is looked for by its council and its post town."""

import pytest

from lles.casefile.rules.areas import authorities_of, authority_of, post_towns_of
from lles.casefile.rules.bodies import bodies
from lles.casefile.rules.confidentiality import ProtectedDetail
from lles.casefile.rules.parts_of_addresses import Held
from lles.casefile.tests.test_parts_of_addresses import read

AT_CHESTER = Held(("Family Court at Chester",))


def home(*lines: str) -> ProtectedDetail:
    return ProtectedDetail("address", lines, "x")


STREET = home("6 Park Street", "LL13 8AA")
RHOS = home("6 Park Street", "Rhosllanerchrugog", "LL14 1AA")
VALLEY = home("6 Park Street", "Llanrwst", "LL26 0AB")
ISLAND = home("6 Park Street", "Llanfairpwllgwyngyll", "LL61 5UJ")
BORDER = home("6 Park Street", "Larkenby", "SY13 1AA")
VILLAGE = home("6 Park Street", "Larkenby", "CH7 1ZZ")


@pytest.mark.parametrize(
    ("detail", "text", "told"),
    [
        (STREET, "She lives in Wrexham.", "surely"),
        (STREET, "Mae hi yn Wrecsam.", "surely"),
        (RHOS, "She lives in Wrexham.", "perhaps"),
        (RHOS, "Wrexham social services", "perhaps"),
        (RHOS, "Mae hi'n byw yn Wrecsam.", "perhaps"),
        (VALLEY, "She lives in Conwy.", "perhaps"),
        (VALLEY, "Cyngor Conwy", "perhaps"),
        (ISLAND, "She lives on the Isle of Anglesey.", "perhaps"),
        (BORDER, "Shropshire Council", "perhaps"),
        (BORDER, "Wrexham social services", "perhaps"),
        (BORDER, "She lives near Whitchurch.", "perhaps"),
        (VILLAGE, "She lives near Mold.", "perhaps"),
        (RHOS, "They met in Wrexham.", ""),
        (VALLEY, "They met in Conwy.", ""),
        (BORDER, "They met in Whitchurch. Powys County Council", ""),
        (VILLAGE, "There is mold in her house.", ""),
    ],
)
def test_it_is_looked_for(detail: ProtectedDetail, text: str, told: str) -> None:
    assert read(detail, text, AT_CHESTER) == told


def test_who_knows_the_town_is_told_nothing_by_it() -> None:
    assert read(STREET, "They met in Wrexham.", Held(("Family Court at Wrexham",))) == ""


def test_a_shared_district_suggests_none_and_each_authority_is_one_of_the_list() -> None:
    assert authority_of(("6 Park Street", "SY13 1AA")) == ""
    asked = set(bodies("local_authority"))
    for code in ("SY13 1AA", "LL12 1AA", "CF5 1AA", "LL78 1AA", "LL13 1AA"):
        assert set(authorities_of((code,))) <= asked
        assert authorities_of((code,))
    assert post_towns_of(("LL13 8AA", "SY13 1AA")) == ("wrexham", "whitchurch")
