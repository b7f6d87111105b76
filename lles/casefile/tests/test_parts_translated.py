"""A street under its name in the other language is weighed: it may be the protected one."""

import pytest

from lles.casefile.rules.confidentiality import ProtectedDetail
from lles.casefile.rules.parts_of_addresses import Held
from lles.casefile.tests.test_parts_of_addresses import NOBODY_KNOWS, read

CHURCH = ProtectedDetail("address", ("12 Heol yr Eglwys", "Penarth", "CF64 1ZZ"), "x")
WATER = ProtectedDetail("address", ("7 Heol y Dŵr", "Wrexham", "LL11 1ZZ"), "x")
STATION = ProtectedDetail("address", ("3 Station Road", "Chester", "CH2 3ZZ"), "x")


@pytest.mark.parametrize(
    ("detail", "text", "told"),
    [
        (CHURCH, "She lives on Church Road.", "perhaps"),
        (CHURCH, "she lives on church road", "perhaps"),
        (CHURCH, "Mae hi'n byw yn Ffordd yr Eglwys.", "perhaps"),
        (CHURCH, "12 Church Road", "surely"),
        (CHURCH, "He went to Church Road on Sunday.", ""),
        (CHURCH, "The church on the road lives on.", ""),
        (CHURCH, "She lives near the church.", ""),
        (WATER, "He was seen in Water Street.", "perhaps"),
        (WATER, "the water in the street", ""),
        (STATION, "Mae'n byw yn Heol yr Orsaf.", "perhaps"),
        (STATION, "Roedd hi yn yr orsaf, ar y ffordd.", ""),
    ],
)
def test_a_translated_street_is_weighed(detail: ProtectedDetail, text: str, told: str) -> None:
    assert read(detail, text, NOBODY_KNOWS) == told


def test_a_reader_who_has_it_by_that_name_is_told_nothing_by_it() -> None:
    assert read(WATER, "He was seen in Water Street.", Held(("9 Water Street, Wrexham",))) == ""
