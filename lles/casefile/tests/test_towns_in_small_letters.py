"""A town whose name is an ordinary word is weighed in small letters where somebody lives in it."""

import pytest

from lles.casefile.rules.confidentiality import ProtectedDetail
from lles.casefile.tests.test_parts_of_addresses import NOBODY_KNOWS, read


def home(town: str) -> ProtectedDetail:
    return ProtectedDetail("address", ("3 Umberfold Way", town, "ZZ1 1ZZ"), "x")


@pytest.mark.parametrize(
    ("town", "text"),
    [
        ("Barry", "she lives in barry"),
        ("Mold", "she has moved to mold"),
        ("Flint", "her flat is near flint"),
        ("Newport", "mae hi'n byw yn newport"),
        ("Holt", "her new address is outside holt"),
        ("Reading", "she lives in reading"),
        ("Hope", "her house is near hope"),
        ("Caer", "mae hi'n byw yng nghaer"),
    ],
)
def test_it_is_weighed(town: str, text: str) -> None:
    assert read(home(town), text, NOBODY_KNOWS) == "perhaps"


@pytest.mark.parametrize("town", ["Bala", "Neath", "Usk", "Y Barri", "Newtown"])
def test_the_name_of_a_town_that_is_no_other_word_tells_in_any_letters(town: str) -> None:
    bare = town.removeprefix("Y ")
    assert read(home(town), f"she was seen at {bare.lower()}", NOBODY_KNOWS) == "surely"
    assert read(home(town), f"The shop in {bare}.", NOBODY_KNOWS) == "surely"


@pytest.mark.parametrize(
    ("town", "text"),
    [
        ("Hope", "she lives in hope"),
        ("Hope", "Her home gives hope to the children."),
        ("Mold", "There is mold in her house, and mold on the flat's walls."),
        ("Deal", "She moved to deal with it."),
        ("March", "She moved in march."),
        ("Reading", "He needs help in reading at home."),
        ("Bath", "The child has a bath at home and splashes in the bath."),
        ("Barry", "barry lives with his mother"),
        ("Green", "The house is green and near the green."),
        ("Caer", "Mae'r gaer ger y ty."),
        ("Mold", "They spoke in mold."),
    ],
)
def test_the_word_itself_passes(town: str, text: str) -> None:
    assert read(home(town), text, NOBODY_KNOWS) == ""
