"""Names as people bear them: what is one name, however it is written, and what is another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lles.casefile.rules.names import Likeness, likeness, slips, words_of

FIRST = ("Gwenllian", "Siân", "Llŷr", "Dafydd", "Macsen", "Angharad", "Łukasz", "Nour", "Orla", "Eleanor")
LAST = (
    "Bevan",
    "ap Dafydd",
    "ferch Gruffudd",
    "Parry-Jones",
    "Lloyd Jones",
    "O'Neill",
    "Al-Hassan",
    "Wałęga",
)
names = st.tuples(st.sampled_from(FIRST), st.sampled_from(LAST))


@given(names)
def test_it_knows_a_name_in_any_order_and_any_case(name: tuple[str, str]) -> None:
    first, last = name
    assert likeness(f"{first} {last}", f"{last.upper()}, {first}") >= Likeness.REVERSED


@given(names, st.integers(0, 30), st.sampled_from("aeiourx"))
def test_it_knows_a_name_with_one_slip_in_a_long_word(name: tuple[str, str], place: int, letter: str) -> None:
    first, last = name
    longest = max((*first.split(), *last.split()), key=len)
    at = place % len(longest)
    whole = f"{first} {last}"
    for written in (longest[:at] + longest[at + 1 :], longest[:at] + letter + longest[at:]):
        assert likeness(whole, whole.replace(longest, written)) >= Likeness.ALIKE


@given(names, st.sampled_from(["ap", "ab", "ferch", "verch", ""]))
def test_it_knows_a_patronymic_by_any_particle(name: tuple[str, str], particle: str) -> None:
    first, father = name[0], "Gruffudd"
    assert likeness(f"{first} ferch {father}", f"{first} {particle} {father}") is Likeness.SAME


@given(names, names)
def test_it_says_the_same_both_ways_and_tells_other_names_apart(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    ours, theirs = " ".join(one), " ".join(other)
    assert likeness(ours, theirs) is likeness(theirs, ours)
    if one[0] != other[0] and one[1] != other[1]:
        assert likeness(ours, theirs) < Likeness.ALIKE


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Nour Al-Hassan", "Nour Alhassan", Likeness.SAME),
        ("Orla O'Neill", "Orla O’Neill", Likeness.SAME),
        ("Bill Jones", "William Jones", Likeness.ALIKE),
        ("Siân Elin Morris", "Shân Morris", Likeness.ALIKE),
        ("Ольга Коваленко", "Коваленко Ольга", Likeness.REVERSED),
        ("Soo O", "O Soo", Likeness.REVERSED),
        ("Carys Rees", "Carys Evans", Likeness.FIRST),
        ("Efa Bevan", "Elin Price", Likeness.NOT),
        ("Jones", "John Jones", Likeness.NOT),
        ("", "", Likeness.NOT),
        ("ap", "ap", Likeness.SAME),
    ],
)
def test_it_weighs_how_near_two_names_are(one: str, other: str, how: Likeness) -> None:
    assert likeness(one, other) is how


def test_it_counts_letters_left_out_put_in_put_wrong_and_swapped() -> None:
    assert [slips("gareth", one) for one in ("gareth", "garth", "garetth", "gereth", "gaerth")] == [
        0,
        1,
        1,
        1,
        1,
    ]
    assert words_of("  ferch GRUFFUDD ") == ("gruffudd",)
