"""A number without its beginning after the words of today, and the name before the sign of an e-mail."""

import pytest

from lles.casefile.rules.confidentiality import ProtectedDetail
from lles.casefile.tests.test_parts_of_addresses import NOBODY_KNOWS, read

MOBILE = ProtectedDetail("phone", "07700 900123", "x")
LANDLINE = ProtectedDetail("phone", "01632 555018", "x")
POST = ProtectedDetail("email", "mrobertshomebakes@example.org", "x")
NUMBERED = ProtectedDetail("email", "ryan.thompson.1@example.org", "x")
OFFICE = ProtectedDetail("email", "safeguardingteam@example.org", "x")
PERSON = ProtectedDetail("email", "christine.williamson@example.org", "x")


@pytest.mark.parametrize(
    "text",
    [
        "Text 900 123",
        "WhatsApp 900123",
        "text her on 900123",
        "mob 900123",
        "Mob no 900 123",
        "cell 900123",
        "sms 900123",
        "message her at 900123",
        "FaceTime 900123",
        "m: 900123",
        "neges destun i 900123",
        "tecstia 900 123",
        "her mob ends 123",
    ],
)
def test_the_end_of_a_mobile_counts(text: str) -> None:
    assert read(MOBILE, text, NOBODY_KNOWS) == "surely"


@pytest.mark.parametrize("text", ["home: 555018", "dial 555018", "deialwch 555018", "cartref: 555018"])
def test_a_landline_without_its_code_counts(text: str) -> None:
    assert read(LANDLINE, text, NOBODY_KNOWS) == "surely"


@pytest.mark.parametrize(
    "text",
    [
        "Text me.",
        "He sent 900 texts and 123 messages.",
        "900123 grains of sand",
        "Send me a text, then a message.",
    ],
)
def test_words_and_other_numbers_pass(text: str) -> None:
    assert read(MOBILE, text, NOBODY_KNOWS) == ""


@pytest.mark.parametrize(
    "text", ["mrobertshomebakes on Instagram", "She is @mrobertshomebakes", "ei thudalen: mrobertshomebakes"]
)
def test_a_long_name_before_the_sign_counts_beside_a_word_for_a_page(text: str) -> None:
    assert read(POST, text, NOBODY_KNOWS) == "surely"


@pytest.mark.parametrize(
    "text", ["Ryan Thompson 1", "write to ryan.thompson.1", "ryan thompson-1, 12 December"]
)
def test_a_name_with_a_figure_counts_wherever_the_figure_is_no_day(text: str) -> None:
    assert read(NUMBERED, text, NOBODY_KNOWS) == "surely"


@pytest.mark.parametrize(
    ("detail", "text"),
    [
        (POST, "M Roberts, home bakes, on Instagram"),
        (OFFICE, "The safeguarding team has a page."),
        (PERSON, "Christine Williamson has an account on Facebook."),
        (POST, "mrobertshomebakes"),
        (NUMBERED, "Ryan Thompson, 1 December 2026: he rang."),
        (NUMBERED, "Ryan Thompson, 1 Rhagfyr 2026: ffoniodd."),
    ],
)
def test_words_and_names_pass(detail: ProtectedDetail, text: str) -> None:
    assert read(detail, text, NOBODY_KNOWS) == ""
