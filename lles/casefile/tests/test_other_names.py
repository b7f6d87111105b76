"""A place under another of its names: changed as Welsh does, for short, in the other language, spelled."""

import pytest

from lles.casefile.rules.confidentiality import ProtectedDetail
from lles.casefile.rules.parts_of_addresses import Held
from lles.casefile.tests.test_parts_of_addresses import NOBODY_KNOWS, read

HOUSE = ProtectedDetail("address", ("Tŷ Gwyn", "Llanuwchllyn", "Y Bala", "LL23 7TN"), "x")
FIELD = ProtectedDetail("address", ("Cae Glas", "Llanbedr", "LL45 2NN"), "x")
COTTAGE = ProtectedDetail("address", ("Flat 3, Rose Cottage", "Mill Lane", "Tattenhall", "CH3 9QX"), "x")
MILL = ProtectedDetail(
    "address", ("Apartment 12, The Old Mill", "Station Road", "Knutsford", "WA16 6BB"), "x"
)
ROAD = ProtectedDetail("address", ("112 Heol Casnewydd", "Pontypridd", "CF37 4HH"), "x")
BRIDGE = ProtectedDetail("address", ("40 Cowbridge Road", "Pontyclun", "CF72 9ED"), "x")
SEASIDE = ProtectedDetail("address", ("14 Heol y Dŵr", "Aberystwyth", "SY23 1AB"), "x")
REFUGE = ProtectedDetail("address", ("Hafan Women's Refuge", "PO Box 12", "Bangor", "LL57 1AA"), "x")
MOBILE = ProtectedDetail("phone", "07700 900183", "x")
POST = ProtectedDetail("email", "cadi.morgan84@example.org", "x")


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        (HOUSE, "Mae hi'n byw yn Nhŷ Gwyn."),
        (HOUSE, "Aeth y plant i Dŷ Gwyn."),
        (HOUSE, "Daeth Owen a Thŷ Gwyn i'r sgwrs."),
        (HOUSE, "She rang from Tŷ-gwyn."),
        (FIELD, "Roedd y plant yng Nghae Glas."),
        (COTTAGE, "He asked whether it was Rose Cott."),
        (COTTAGE, "Flat 3, Rose Ctg."),
        (MILL, "He went to apt 12, Old Mill."),
        (MILL, "Mae'r teulu yn yr Old Mill (12)."),
        (ROAD, "He was seen at 112 Newport Road."),
        (ROAD, "number 112, Newport Rd"),
        (BRIDGE, "Fe'i gwelwyd yn 40 Heol y Bont-faen."),
        (SEASIDE, "She lives in Aber now."),
        (SEASIDE, "Her postcode begins S Y 2 3."),
        (SEASIDE, "The postcode ends in one A B."),
        (REFUGE, "The Hafan refuge wrote."),
        (REFUGE, "lloches Hafan"),
        (POST, "cadi [.] morgan84 [@] example [.] org"),
        (POST, "cadi full stop morgan eighty-four at example full stop org"),
        (POST, "cadi dot morgan 84"),
        (POST, "She is cadi_morgan_84 there."),
        (SEASIDE, "S for sugar, Y for yellow, twenty-three"),
        (MOBILE, "phone ****0183"),
        (MOBILE, "xxxxx xx0183"),
        (MOBILE, "Her number finishes with 183."),
        (POST, "cadi pwynt morgan84 malwoden example pwynt org"),
    ],
)
def test_it_is_barred_under_its_other_name(detail: ProtectedDetail, text: str) -> None:
    assert read(detail, text, NOBODY_KNOWS) == "surely"


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        (SEASIDE, "They met in Aber on Sunday."),
        (ROAD, "Ponty was busy."),
        (ROAD, "RCT social services were asked."),
        (ROAD, "He was seen in Newport Road."),
        (REFUGE, "Staff at Hafan told me."),
    ],
)
def test_what_may_be_another_place_is_weighed(detail: ProtectedDetail, text: str) -> None:
    assert read(detail, text, NOBODY_KNOWS) == "perhaps"


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        (HOUSE, "Diolch am dy gwyn. The house is white and the white house is nice."),
        (HOUSE, "Mae'r tŷ yn wyn, a thŷ arall yn las."),
        (FIELD, "Roedd y cae yn las a'r plant yn chwarae yn y cae glas."),
        (COTTAGE, "She rose and left the cottage; Mr Cott was there."),
        (MILL, "The old mill was noisy. There were 12 people at an old mill."),
        (ROAD, "They drove 112 miles on the road to Newport."),
        (ROAD, "Newport is 112 minutes away by road. The RCT was a trial."),
        (SEASIDE, "Mae aber yr afon yn hir. It was on 2 3 and 4 May."),
        (SEASIDE, "The report ends in one A and a B grade."),
        (REFUGE, "Roedd y gegin yn hafan iddo. The house was a haven, not a refuge."),
        (MOBILE, "There were 183 of them. The account is ****0185."),
        (MOBILE, "He finished work; 183 days later he rang."),
        (POST, "She made the point: Morgan was 84, full stop."),
    ],
)
def test_ordinary_words_are_left_alone(detail: ProtectedDetail, text: str) -> None:
    assert read(detail, text, NOBODY_KNOWS) == ""


def test_who_knows_the_town_knows_it_for_short() -> None:
    assert read(SEASIDE, "They met in Aber on Sunday.", Held(("9 Penglais, Aberystwyth",))) == ""
