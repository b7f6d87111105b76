"""Any protected detail, in any written form, planted in any text, is found; ordinary texts pass."""

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from lles.casefile.rules.confidentiality import ProtectedDetail, find
from lles.casefile.tests.test_confidentiality import (
    COMMON,
    EMAIL,
    HOME,
    LANDLINE,
    MOBILE,
    PERSON,
    POSTCODE,
    SHORT,
    Written,
    stands_in,
)
from lles.links.pdf import render
from lles.links.pdf_reader import places

NOTE = Path(__file__).parents[2] / "links" / "tests" / "note.typ"

ORDINARY = """
the child and father mother court hearing report said that spoke on Thursday 12 March 2026 about safety road
home Cardiff Caerdydd Heol Street station High in plant y llys a'r tad gwrandawiad dydd Iau am 10am yn Nhŷ
1677-7009-0012-3456 LL-2026-00014 029 2018 CF10 @ example.org Mari Price
"""


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(ORDINARY.split()), max_size=40))
def test_it_lets_ordinary_letters_pass(spoken: list[str]) -> None:
    details = [HOME, POSTCODE, SHORT, MOBILE, LANDLINE, EMAIL, PERSON]

    assert find([Written(" ".join(spoken))], details) == ()


LETTERS = "ABCDEFGHIJKLMNOPRSTUWY"
areas = st.sampled_from(["CF", "LL", "SA", "NP", "SY", "M", "B", "L", "S", "EC", "SW"])
postcodes = st.builds(
    "{}{} {}{}{}".format,
    areas,
    st.sampled_from(["1", "7", "10", "48", "1A"]),
    st.integers(0, 9),
    st.sampled_from(LETTERS),
    st.sampled_from(LETTERS),
)
gaps = st.sampled_from(["", " ", "\u00a0", "\u2009", "\u200b", "-", ".", "\n", "  ", "\u00ad"])
invisible = st.sampled_from(["", "", "", "\u200b", "\u00ad", "\u2060"])
around = st.text(max_size=30)


@st.composite
def written_postcodes(draw: st.DrawFn, postcode: str) -> str:
    outward, inward = postcode.split()
    spelled = draw(gaps).join([outward, inward])
    hidden = "".join(letter + draw(invisible) for letter in spelled)
    return draw(st.sampled_from([hidden, hidden.lower(), hidden.title()]))


@st.composite
def written_numbers(draw: st.DrawFn, national: str) -> str:
    begun = draw(st.sampled_from(["0", "+44", "+44 (0)", "0044 ", "(0)", "44", "+44-"]))
    at = sorted(draw(st.sets(st.integers(1, 9), max_size=3)))
    parts = [national[start:end] for start, end in zip([0, *at], [*at, len(national)], strict=True)]
    return begun + draw(st.sampled_from([" ", "-", ".", "\u00a0", "/", "\n", ") "])).join(parts)


STREETS = [
    "Heol y Dŵr",
    "Acacia Avenue",
    "Maes yr Haf",
    "Ffordd Penrhyn",
    "High Street",
    "Church Road",
    "Tan y Bryn",
]
SHORT_FORMS = [
    ("Avenue", "Ave"),
    ("Avenue", "Av."),
    ("Street", "St"),
    ("Street", "St."),
    ("Road", "Rd"),
    ("Heol", "Hl"),
]


@st.composite
def written_addresses(draw: st.DrawFn, number: int, street: str) -> str:
    for whole, short in draw(st.lists(st.sampled_from(SHORT_FORMS), max_size=2)):
        street = street.replace(whole, short)
    street = draw(st.sampled_from([" ", "  ", "\u00a0", "-", "\n"])).join(street.split())
    street = draw(st.sampled_from([street, street.replace("ŵ", "w"), street.replace("ŵ", "w\u0302")]))
    said = f"{number}{draw(st.sampled_from([' ', ', ', chr(10), ',' + chr(10), chr(160)]))}{street}"
    return draw(st.sampled_from([said, said.upper(), said.lower(), said.title()]))


@settings(max_examples=400, deadline=None)
@given(st.data(), around, around)
def test_it_finds_any_postcode_planted_anywhere(data: st.DataObject, before: str, after: str) -> None:
    postcode = data.draw(postcodes)
    planted = data.draw(written_postcodes(postcode))

    assert stands_in(ProtectedDetail("postcode", postcode, "x"), f"{before} {planted} {after}")


@settings(max_examples=400, deadline=None)
@given(st.data(), st.integers(1_000_000_000, 9_999_999_999), around, around)
def test_it_finds_any_number_planted_anywhere(
    data: st.DataObject, number: int, before: str, after: str
) -> None:
    planted = data.draw(written_numbers(str(number)))

    assert stands_in(ProtectedDetail("phone", f"0{number}", "x"), f"{before} {planted} {after}")


@settings(max_examples=400, deadline=None)
@given(st.data(), st.integers(1, 999), st.sampled_from(STREETS), around, around)
def test_it_finds_any_address_planted_anywhere(
    data: st.DataObject, number: int, street: str, before: str, after: str
) -> None:
    planted = data.draw(written_addresses(number, street))
    detail = ProtectedDetail("address", (f"{number} {street}", "Caerdydd"), "x")

    assert stands_in(detail, f"{before} {planted}\n{after}")


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([HOME, COMMON, POSTCODE, MOBILE, EMAIL]), st.integers(0, 200), st.integers(0, 40))
def test_it_finds_a_detail_wherever_the_lines_of_a_page_break(
    detail: ProtectedDetail, before: int, after: int
) -> None:
    written = detail.text.replace("\n", ", ").replace("South Glamorgan, ", "")
    text = f"{'a' * (before % 7)} {'gair ' * before}{written} {'gair ' * after}"
    made = render(
        NOTE, {"paragraphs": [text]}, language="cy", title="Nodyn", made_at=datetime(2026, 3, 12, tzinfo=UTC)
    )

    assert ("page 1", detail.kind) in {(leak.place, leak.kind) for leak in find(places(made), [detail])}


local_parts = st.from_regex(r"[a-z][a-z0-9]{1,8}([._-][a-z0-9]{1,6})?", fullmatch=True)
AT = ["@", " @ ", "@\n", " at ", " (at) ", " [at] ", " yn ", "%40"]


@settings(max_examples=300, deadline=None)
@given(
    local_parts, st.sampled_from(AT), st.sampled_from([".", " dot ", "(dot)"]), st.booleans(), around, around
)
def test_it_finds_any_e_mail_address_planted_anywhere(
    local: str, at: str, dot: str, shouted: bool, before: str, after: str
) -> None:
    planted = f"{local}{at}post{dot}example{dot}org"
    detail = ProtectedDetail("email", f"{local}@post.example.org", "x")

    assert stands_in(detail, f"{before} {planted.upper() if shouted else planted} {after}")
