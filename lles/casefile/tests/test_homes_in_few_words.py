"""A home in fewer words than its address is weighed; the same words of something else pass."""

import pytest

from lles.casefile.rules.confidentiality import ProtectedDetail
from lles.casefile.tests.test_parts_of_addresses import NOBODY_KNOWS, read

CRESCENT = ProtectedDetail("address", ("14 The Crescent", "Larkenby", "CH2 1ZZ"), "x")
CLOSE = ProtectedDetail("address", ("14 The Close", "Larkenby", "CH2 1ZZ"), "x")
NAMED = ProtectedDetail("address", ("14 Asterleigh Crescent", "Larkenby", "CH2 1ZZ"), "x")
PARK = ProtectedDetail("address", ("Pitch 12, Golden Sands Caravan Park", "Rhyl", "LL18 1AA"), "x")


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        (CRESCENT, "He went to 14 Crescent."),
        (CRESCENT, "Crescent no 14"),
        (CRESCENT, "Cres (number 14)"),
        (PARK, "she is at golden sands"),
        (PARK, "The children like Golden Sands."),
        (PARK, "Drop them at pitch 12."),
        (PARK, "Pitch no 12"),
    ],
)
def test_it_is_weighed(detail: ProtectedDetail, text: str) -> None:
    assert read(detail, text, NOBODY_KNOWS) == "perhaps"


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        (CRESCENT, "The moon was a crescent; 14 people saw a Crescent."),
        (CRESCENT, "15 Crescent"),
        (CLOSE, "She has 14 close friends."),
        (NAMED, "14 Crescent"),
        (PARK, "The pitch was wet; 12 children played on pitch 13."),
        (PARK, "The sands were golden in the park."),
    ],
)
def test_other_words_pass(detail: ProtectedDetail, text: str) -> None:
    assert read(detail, text, NOBODY_KNOWS) == ""
