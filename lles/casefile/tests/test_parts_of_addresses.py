"""A part of a protected address is barred or weighed; what a reader knows, and ordinary words, pass."""

from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lles.casefile.rules import parts_of_addresses
from lles.casefile.rules.address_words import mutated
from lles.casefile.rules.confidentiality import ProtectedDetail, Search
from lles.casefile.rules.folding import fold
from lles.casefile.rules.parts_of_addresses import Held, Part


@dataclass(frozen=True)
class Written:
    """A text in a place."""

    text: str
    name: str = "page 1"


CLOSE = ProtectedDetail("address", ("80 Asterleigh Close", "Larkenby", "Cheshire", "CH2 1ZZ"), "x")
STREET = ProtectedDetail("address", ("27 Larkenby Road", "Chester", "CH2 3ZZ"), "x")
PENARTH = ProtectedDetail("address", ("12 High Street", "Penarth", "CF64 1ZZ"), "x")
CARDIFF = ProtectedDetail("address", ("Tegfan", "Heol Fawr", "Caerdydd", "CF10 1ZZ"), "x")
BARRY = ProtectedDetail("address", ("3 Stryd y Parc", "Y Barri", "CF62 1ZZ"), "x")
OWL = ProtectedDetail("address", ("14 Heol y Gwdihŵ Arian", "Wrexham", "LL11 8ZZ"), "x")
POOL = ProtectedDetail("address", ("3 Lôn Cwmllyriad", "Wrexham", "LL11 2ZZ"), "x")
NOTE = ProtectedDetail("address", ("3 Dunnerholt Lane", "now"), "x")
NOBODY_KNOWS = Held(("Family Court at Wrexham",), ("Mari Price", "Gareth Asterby"))

BARRED = [
    (CLOSE, "He lives in Larkenby."),
    (CLOSE, "He lives near CH2."),
    (CLOSE, "number 80 in the Close, Larkenby"),
    (CLOSE, "It is number 80 in the Close."),
    (CLOSE, "the Close, no. 80"),
    (CLOSE, "eighty, the Close"),
    (CLOSE, "wyth deg, y Clos"),
    (CLOSE, "Mae'n byw yn Larkenby."),
    (CLOSE, "LARKENBY"),
    (CLOSE, "she was seen in Larken-\nby"),
    (CLOSE, "the Larkenby-based nursery"),
    (CLOSE, "Larkenby's one shop"),
    (CLOSE, "a postcode that begins ch 2"),
    (CLOSE, "CH2 9AB"),
    (CLOSE, "one of CH2's shops"),
    (CLOSE, "the shop in Asterleigh"),
    (CLOSE, "larkenby_school.pdf"),
    (STREET, "He lives in Larkenby."),
    (STREET, "27 in the Road"),
    (STREET, "He moved to Chester."),
    (PENARTH, "Mae hi ym Mhenarth."),
    (PENARTH, "Aeth i Benarth."),
    (PENARTH, "Caerdydd a Phenarth"),
    (PENARTH, "12 High"),
    (PENARTH, "She lives off the High Street."),
    (CARDIFF, "They call it Tegfan."),
    (BARRY, "Mae'n byw yn y Barri."),
    (BARRY, "She moved to Barry."),
    (POOL, "mum lives on cwmllyriad"),
    (POOL, "Sian sy'n byw yng nghwmllyriad"),
    (POOL, "mum lives on cwm llyriad now"),
    (OWL, "she lives at heol y gwdihw arian"),
    (OWL, "her home by gwdihw arian"),
]
WEIGHED = [
    (CLOSE, "He lives in Cheshire."),
    (STREET, "He was seen in Chester."),
    (CARDIFF, "Symudodd i Gaerdydd."),
    (CARDIFF, "She lives in Cardiff."),
    (BARRY, "Barry said so."),
    (POOL, "He came to cwmllyriad on the Friday."),
    (POOL, "ysgol cwmllyriad"),
    (POOL, "3 cwmllyriad"),
    (POOL, "seen at cwmlyriad"),
    (OWL, "drop them by gwdihw arian"),
    (OWL, "she lives at heol y gwdihw"),
    (CLOSE, "drop them at the asterleigh gate"),
]
INNOCENT = [
    (CLOSE, "A close friend has 80 books in Cheshire."),
    (CLOSE, "The contact was at the close of the day."),
    (CLOSE, "CH22, CH1 and M64"),
    (CLOSE, "CH22's shops, CH2A"),
    (PENARTH, "high hopes on the High Street at 12 noon"),
    (CARDIFF, "The hearing in Cardiff, the university in Cardiff."),
    (BARRY, "the park"),
    (CLOSE, "Wrexham Family Court"),
    (NOTE, "She can call us now."),
    (OWL, "Arian poced: £14. Talodd Arian 14 punt."),
    (OWL, "Dad owes arian of £14"),
    (OWL, "gwdihw"),
    (CLOSE, "The close, 80 pages."),
]


def read(detail: ProtectedDetail, text: str, held: Held = NOBODY_KNOWS) -> str:
    search = Search([detail], held)
    return "surely" if search.leaks([Written(text)]) else "perhaps" if search.hints([Written(text)]) else ""


@pytest.mark.parametrize(("detail", "text"), BARRED)
def test_a_telling_part_is_barred(detail: ProtectedDetail, text: str) -> None:
    assert read(detail, text) == "surely"


@pytest.mark.parametrize(("detail", "text"), WEIGHED)
def test_a_part_that_thousands_share_is_weighed_by_a_person(detail: ProtectedDetail, text: str) -> None:
    assert read(detail, text) == "perhaps"


@pytest.mark.parametrize(("detail", "text"), INNOCENT)
def test_ordinary_words_pass(detail: ProtectedDetail, text: str) -> None:
    assert read(detail, text) == ""


@pytest.mark.parametrize("known", ["Family Court at Larkenby", "4 Mill Lane\nLarkenby\nCH2 5ZZ"])
def test_what_a_reader_knows_passes_and_that_somebody_lives_there_is_weighed(known: str) -> None:
    held = Held((known,))
    assert read(CLOSE, "The hearing is in Larkenby.", held) == ""
    assert read(CLOSE, "She lives in Larkenby.", held) == "perhaps"


def test_the_name_of_somebody_in_the_case_is_no_place() -> None:
    held = Held(names=("Barry Jones", "Nia Asterleigh"))
    assert read(BARRY, "Barry said so.", held) == ""
    assert read(CLOSE, "Nia Asterleigh wrote this.", held) == ""
    assert read(BARRY, "She lives in Barry.", held) == "surely"


PAGE = ProtectedDetail("address", ("14 Page Street", "Chester", "CH1 4ZZ"), "x")
THE_PAGES = Held(("Chester",), ("Tom Page", "Ada Page"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("We were shown 14 texts from Tom Page.", "perhaps"), ("Ada Page (14) is well.", "perhaps"),
        ("Ada Page lives at 14.", "surely"), ("14 Page", "surely"), ("the Page at 14", "surely"),
        ("She is at 14 Page Street.", "surely"), ("Ada Page is well.", ""),
    ],
)  # fmt: skip
def test_a_surname_after_a_first_name_is_weighed_beside_the_number_of_the_house(text: str, told: str) -> None:
    assert read(PAGE, text, THE_PAGES) == told


def test_no_part_is_looked_for_where_nobody_says_what_the_reader_holds() -> None:
    assert Search([CLOSE]).leaks([Written("He lives in Larkenby.")]) == ()


TOWNS = [
    "Larkenby",
    "Thornwicke",
    "Pellmoor",
    "Quarlton",
    "Penarth",
    "Trefynwy",
    "Cricieth",
    "Bethesda",
    "Tregaron",
]
STREETS = [
    "Asterleigh Close",
    "Heol Dunnerholt",
    "Umberfold Way",
    "Ffordd Fennimarsh",
    "High Street",
    "Court Road",
]
ENGLISH = [
    "He lives in {}.",
    "She moved to {} in May.",
    "The police came to {} twice.",
    "{} is where they met.",
    "near {}",
]
WELSH = [
    "Mae'n byw yn {}.",
    "Symudodd i {} ym mis Mai.",
    "Daeth yr heddlu o {}.",
    "ger {}",
    "Aeth hi drwy {} ddoe.",
]
places = st.tuples(
    st.integers(1, 200),
    st.sampled_from(STREETS),
    st.sampled_from(TOWNS),
    st.sampled_from(["CH2", "LL13", "SA61"]),
)
unhurried = settings(max_examples=200, deadline=None)


def let_through(place: tuple[int, str, str, str], texts: list[str]) -> list[str]:
    """The texts that name a part and pass."""
    number, street, town, district = place
    detail = ProtectedDetail("address", (f"{number} {street}", town, f"{district} 1ZZ"), "x")
    return [text for text in texts if read(detail, text, Held(("Wrexham",))) != "surely"]


@unhurried
@given(places, st.sampled_from(ENGLISH))
def test_no_sentence_in_english_names_the_town_or_the_half_of_the_postcode(
    place: tuple[int, str, str, str], words: str
) -> None:
    assert (
        let_through(place, [words.format(place[2]), words.format(place[3]), words.format(place[2].upper())])
        == []
    )


@unhurried
@given(places, st.sampled_from(WELSH))
def test_no_sentence_in_welsh_names_the_town_in_any_mutation(
    place: tuple[int, str, str, str], words: str
) -> None:
    forms = [form.capitalize() for form in mutated(fold(place[2]).low)]
    assert let_through(place, [words.format(form) for form in forms]) == []


@unhurried
@given(places, st.sampled_from(["{n} in {k}", "at {n}, {k}", "{k}, number {n}", "rhif {n}, {k}"]))
def test_no_number_stands_beside_the_street_without_its_name(
    place: tuple[int, str, str, str], words: str
) -> None:
    kind = next(
        word for word in place[1].split() if word in {"Close", "Heol", "Way", "Ffordd", "Street", "Road"}
    )
    said = {"Heol": "yr Heol", "Ffordd": "y Ffordd"}.get(kind, f"the {kind}")
    assert let_through(place, [words.format(n=place[0], k=said)]) == []


@pytest.mark.parametrize(
    ("text", "blinded"),
    [
        ("He was seen in Larkenby.", "town"),
        ("He was seen near CH2.", "district"),
        ("It is number 80 in the Close.", "street"),
    ],
)
def test_the_proof_goes_red_where_a_kind_of_part_is_not_looked_for(
    text: str, blinded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = (80, "Asterleigh Close", "Larkenby", "CH2")
    assert let_through(place, [text]) == []
    every = parts_of_addresses.parts_of

    def without(value: str, owner: str) -> tuple[Part, ...]:
        return tuple(part for part in every(value, owner) if part.kind != blinded)

    monkeypatch.setattr("lles.casefile.rules.confidentiality.parts_of", without)
    assert let_through(place, [text]) == [text]


def test_the_proof_goes_red_where_welsh_does_not_change(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts_of_addresses, "mutated", lambda word: iter([word]))
    assert let_through((80, "Asterleigh Close", "Penarth", "CH2"), ["Aeth i Benarth."]) == ["Aeth i Benarth."]


def test_a_part_never_shows_what_it_looks_for() -> None:
    (leak,) = Search([CLOSE], NOBODY_KNOWS).leaks([Written("He was seen in Larkenby.")])
    assert "larkenby" not in repr(leak)
    assert replace(leak, part="") != leak
