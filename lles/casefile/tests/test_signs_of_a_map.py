"""A place on a map is weighed where somebody's detail is protected; what only looks like one passes."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lles.casefile.rules import confidentiality
from lles.casefile.rules.confidentiality import ProtectedDetail, Search
from lles.casefile.rules.folding import fold
from lles.casefile.rules.parts_of_addresses import Held
from lles.casefile.rules.signs_of_a_map import signs_of_a_map


@dataclass(frozen=True)
class Line:
    """One sentence of a document."""

    text: str
    name: str = "line"


SHOWN = [
    "53.04512, -2.99213", "-2.99213, 53.04512", "53.04512\n-2.99213", "53.045° N, 2.992° W", "53.04 N 2.99 W",
    "latitude 53.04, longitude -2.99", "lledred 53.045, hydred -2.992", "53°02′45″N 2°59′30″W",
    "53º02'45\" G 2º59'30\" Gn", "///filled.count.soap", "what3words filled.count.soap",
    "https://w3w.co/filled.count.soap", "///filled dot count dot soap", "tri gair: llyfr.cadair.bwrdd",
    "https://www.google.com/maps/place/X", "https://maps.app.goo.gl/AbC123", "maps.apple.com/?ll=53,-2",
    "https://www.openstreetmap.org/#map=17/53/-2", "geo:53.04,-2.99", "SJ 335 501", "SJ33505012",
    "9C5R2XV4+5F", "2XV4+5F Wrexham", "https%3A%2F%2Fmaps.app.goo.gl%2FAbC123",
]  # fmt: skip
NOT_SHOWN = [
    "12.30, 14.15", "12.300, 14.150", "at 12.30, 14.15 and 16.00", "https://www.gov.uk/guidance/child.care",
    "www.cafcass.gov.uk", "see a.b.c and end.Next.thing", "file:///home.docs.letter", "20°C, 15°C",
    "SJ 12 34 56 C", "case CH26P00123", "£53.045, £2.992", "53.045%, 2.992%", "sj 335 501",
    "a map of google.com", "maths 3+4", "+447700900123", "a long 53.04 day", "53.1, 2.9", "paragraph 53.1.2",
    "what3words is an app. She said no.", "He was latitude-free", "SO 2023", "GCSE 5+5", "am 12.30, 14.15",
]  # fmt: skip


@pytest.mark.parametrize("said", SHOWN)
def test_a_place_on_a_map_is_weighed(said: str) -> None:
    search = Search([ProtectedDetail("phone", "07700 900183", "party:1")], Held())
    assert {leak.kind for leak in search.hints([Line(f"She sent {said} to him.")])} == {"map"}
    assert not search.leaks([Line(said)])


@pytest.mark.parametrize("said", NOT_SHOWN)
def test_what_only_looks_like_one_passes(said: str) -> None:
    assert not list(signs_of_a_map(fold(f"She sent {said} to him.")))


@pytest.mark.parametrize("said", SHOWN[:3])
def test_where_nothing_is_protected_nothing_is_weighed(said: str) -> None:
    assert not Search([], Held()).hints([Line(said)])


@given(st.floats(50, 58), st.floats(-5, 1.5))
def test_wherever_on_our_islands_it_lies(north: float, east: float) -> None:
    assert list(signs_of_a_map(fold(f"{north:.5f}, {east:.5f}")))
    assert not list(signs_of_a_map(fold(f"{north - 40:.5f}, {east:.5f}")))


def test_without_looking_for_it_it_would_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidentiality, "signs_of_a_map", lambda text: ())
    search = Search([ProtectedDetail("phone", "07700 900183", "party:1")], Held())
    assert not search.hints([Line("///filled.count.soap")])
